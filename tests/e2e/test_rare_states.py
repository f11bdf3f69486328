"""What a workshop shows now and then: a picture to search, a vote on ideas, an observer's grid, who is drawn, a run at one's own pace. Read, heard and touched as the rest."""

import pytest
import yaml
from playwright.sync_api import expect

from tests.e2e.accessibility import violations
from tests.e2e.conftest import DESK, NARROW_PHONE, SCREEN
from tests.e2e.fitting import what_is_too_small, what_is_too_wide, what_overflows
from tests.e2e.people import SENT, come_in, fill_in, fill_in_all_turns, press_next, send
from tests.sessions.plans import step_of
from workshop.exercises.registry import FOLDER
from workshop.plans.model import Part, Step, Workshop

PICTURE = yaml.safe_load((FOLDER / "spotting" / "sample-picture.yaml").read_text(encoding="utf-8"))["specification"]
# up to the picture's corner, where nothing of a letter may be cut
PICTURE["zones"][0] |= {"x": 0, "y": 0, "width": 600, "height": 120}
STEPS = (
    Step(id="image", title="Une image", minutes=5, parts=(Part(type="spotting", specification=PICTURE),)),
    step_of("brainstorm"), step_of("roleplay"), step_of("draw", reveals=False), step_of("choice", "un"), step_of("budget", "deux"), step_of("choice", "trois"),
)  # fmt: skip
PLAN = Workshop(id="rares", title="États rares", minutes=40, steps=STEPS)


CUT_LETTERS = """() => {
  const frame = document.querySelector(".spotting-picture").getBoundingClientRect();
  const isOut = ({left, right, top, bottom}) => left < frame.left - 1 || right > frame.right + 1 || top < frame.top - 1 || bottom > frame.bottom + 1;
  return [...document.querySelectorAll(".spotting-zone")].filter((zone) => isOut(zone.querySelector("circle").getBoundingClientRect())).map((zone) => `cut: ${zone.textContent.trim()}`);
}"""


class Room:
    """A desk, a screen and two phones; `wrong` gathers what somebody could not read, hear or touch."""

    def __init__(self, live, open_page):
        self.desk, self.screen = open_page(**DESK), open_page(**SCREEN)
        self.phones = [open_page(**NARROW_PHONE) for _ in range(2)]
        self.desk.goto(live["desk_url"])
        self.screen.goto(live["screen_url"])
        for phone, alias in zip(self.phones, ("Zoubida", "Yanis"), strict=True):
            come_in(phone, live["phone_url"], alias)
        self.wrong: list[str] = []

    def open(self, title):
        press_next(self.desk, "next")
        expect(self.screen.get_by_text(title).first).to_be_visible()
        press_next(self.desk, "open")
        for phone in self.phones:
            expect(phone.locator(":is([data-moment=activity], [data-moment=read])")).to_be_visible()

    def look(self, what, *pages):
        for page in pages:
            looks = (violations, what_is_too_small, what_is_too_wide) if page in self.phones else (violations,)
            self.wrong += [f"{what}: {fault}" for look in looks for fault in look(page)]
            if page is self.screen:
                self.wrong += [f"{what}: {fault}" for fault in what_overflows(page, may_shorten=True)]

    def reveal(self):
        press_next(self.desk, "reveal")
        for phone in self.phones:
            expect(phone.locator("[data-moment=result]")).to_be_visible()
        expect(self.screen.locator(".figure").first).to_be_visible()


@pytest.fixture
def room(server, open_page):
    return Room(server.live(PLAN), open_page)


def test_what_is_shown_now_and_then_can_be_read_heard_and_touched(room):
    a_picture(room)
    a_vote_on_ideas(room)
    an_observer(room)
    who_is_drawn(room)
    a_run_of_steps(room)

    assert not room.wrong, "\n".join(room.wrong)


def a_picture(room):
    room.open("Une image")
    phone, other = room.phones
    room.look("a picture", phone, room.screen)
    room.wrong += phone.evaluate(CUT_LETTERS)
    zone = phone.locator(".spotting-zone").nth(3)
    zone.locator("rect").click(force=True)
    expect(phone.get_by_role("checkbox", name="1 500 €")).to_be_checked()
    phone.get_by_role("checkbox", name="Pas de contrat").check(force=True)
    room.look("a picture that is touched", phone)
    for one in (phone, other):
        fill_in(one)
        send(one)
        expect(one.locator(".state")).to_contain_text(SENT)
    room.reveal()
    room.look("a picture, revealed", phone, room.screen)


def a_vote_on_ideas(room):
    room.open("Étape brainstorm")
    for phone, idea in zip(room.phones, ("les voisins", "le club de foot"), strict=True):
        phone.get_by_role("textbox").first.fill(idea)
        send(phone)
        expect(phone.locator(".state")).to_contain_text(SENT)
    room.reveal()
    room.desk.locator("button[value=follow_up]").click()
    phone = room.phones[0]
    expect(phone.get_by_role("checkbox").first).to_be_visible()
    room.look("a vote", phone, room.screen, room.desk)
    phone.get_by_role("checkbox").first.check(force=True)
    send(phone)
    expect(phone.locator(".state")).to_contain_text(SENT)
    room.look("a vote that is given", phone)
    press_next(room.desk, "reveal")
    expect(room.screen.locator(".figure").first).to_be_visible()
    room.look("a vote, revealed", phone, room.screen)


def an_observer(room):
    room.open("Étape roleplay")
    for phone in room.phones:
        room.look("a role", phone)
    [observer] = [phone for phone in room.phones if phone.locator("form.exercise input[type=radio]").count()]
    fill_in_all_turns(observer)
    room.look("a grid", observer)
    send(observer)
    expect(observer.locator(".state")).to_contain_text(SENT)
    room.look("a grid that was sent", observer, room.screen, room.desk)
    room.reveal()
    room.look("a debrief", observer, room.screen)


def who_is_drawn(room):
    room.open("Étape draw")
    [drawn] = [phone for phone in room.phones if phone.locator("form.exercise").count()]
    room.look("who is drawn", drawn, room.screen, room.desk)


def a_run_of_steps(room):
    room.desk.locator(".drawer summary", has_text="à son rythme").click()
    room.desk.get_by_role("button", name="Jusqu’à « Étape trois »").click()
    phone = room.phones[0]
    expect(phone.locator("[data-moment=activity]")).to_have_attribute("data-parts", "3")
    room.look("a run of steps", phone, room.screen, room.desk)
    fill_in(phone)
    send(phone)
    expect(phone.locator(".moment")).to_have_attribute("data-part", "1")
    room.look("the second of a run", phone, room.desk)
    fill_in_all_turns(phone)
    send(phone)
    # a budget goes on month by month, with the surprises of the room, and the run waits
    expect(phone.get_by_role("heading", name="Mois 2 sur 3")).to_be_visible()
    expect(phone.locator(".moment")).to_have_attribute("data-part", "1")
    room.look("a budget on the way", phone, room.desk)
