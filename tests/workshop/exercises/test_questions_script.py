"""What a small phone makes of the room's questions: nothing moves under the thumb, a vote leaves at once, half a question never does."""

import pytest

from workshop.exercises.questions import EXERCISE
from workshop.exercises.questions.joining import key

from .on_a_phone import ADDRESS
from .plain_form import EXERCISES, ROOT, macros

PAY, PERMIT, HOURS, BUS = "Combien on gagne ?", "Il faut le permis ?", "Quels horaires ?", "Il y a un bus ?"
SPECIFICATION = EXERCISE.Specification(prompt="Vos questions ?")
MOMENT = """<div class="moment" data-moment="activity" data-version="1" data-run="r" data-part="0" data-own="{own}"><h1>Vos questions ?</h1><div class="clock"></div>
<form class="exercise">{form}<p class="state"></p><button class="send">Envoyer</button><button name="_pass" value="1">Je passe</button></form></div>"""
START = """async (moment) => {
  const surface = await import("/js/surface.js"), type = await import("/phone.js"), { nested } = await import("/form.js");
  surface.show(moment);
  const form = document.querySelector("form");
  type.enhance(form);
  window.sent = [];
  // where the frame listens: above the form, so that a type may hold a sending back
  document.getElementById("surface").addEventListener("submit", (event) => {
    event.preventDefault();
    sent.push(event.submitter?.name === "_pass" ? "pass" : nested(form, event.submitter));
    surface.moment().dataset.own = "sent";
  });
  Object.assign(window, surface);
}"""

WHOLE = """async ([moment, isOnline]) => {
  Object.assign(document.body.dataset, { code: "ABCDEF", token: "t", participant: "1" });
  document.getElementById("surface").innerHTML = moment;
  window.stored = [];
  const told = {};
  window.io = () => ({
    connected: isOnline, io: { engine: null }, connect() {},
    on(event, listener) { told[event] = listener; },
    timeout() { return this; },
    async emitWithAck(event, data) {
      if (event === "submit_answer") stored.push(data.answer);
      return event === "sync" ? null : { ok: true };
    },
  });
  if (!isOnline) window.fetch = async () => { throw new TypeError("no network"); };
  await import("/js/main.js");
  if (isOnline) await told.connect();
}"""


def answer(*questions, votes=()):
    return EXERCISE.Answer(questions=questions, votes=tuple(map(key, votes)))


def public(*answers, **marks):
    summary = EXERCISE.arrange(EXERCISE.summarise(SPECIFICATION, answers), EXERCISE.Arrangement(**marks))
    return EXERCISE.public(SPECIFICATION) | {"room": EXERCISE.shared(SPECIFICATION, summary)}


def moment(known, mine=None):
    return MOMENT.format(own="sent" if mine else "none", form=macros("questions", "phone.html").form(known, mine))


def push(page, known, run="r"):
    page.evaluate("(told) => share(told)", {"run": run, "part": 0, "html": str(macros("questions", "phone.html").room(known))})


def start(page, known, mine=None):
    page.route("**/js/*.js", lambda route: route.fulfill(path=ROOT / "static/js/phone" / route.request.url.rsplit("/", 1)[1], content_type="text/javascript"))
    sheets = [ROOT / "static/css/phone.css", EXERCISES / "questions/style.css"]
    styles = "".join(sheet.read_text(encoding="utf-8") for sheet in sheets)
    page.set_content(f"<style>{styles}</style><main id='surface'></main><p id='announce'></p>")
    page.evaluate(START, moment(known, mine))


def start_whole(page, known, mine=None, *, is_online=True):
    """Load the page anew with all of the frame's scripts; the server stores what arrives in `stored`, or is not there."""
    page.goto(ADDRESS)
    page.route("**/js/*.js", lambda route: route.fulfill(path=ROOT / "static/js/phone" / route.request.url.rsplit("/", 1)[1], content_type="text/javascript"))
    page.set_content("<main id='surface'></main><p id='announce'></p><p id='status'></p><p id='warning' hidden></p>")
    page.evaluate(WHOLE, [moment(known, mine).replace('class="exercise"', 'class="exercise" data-script="/phone.js"'), is_online])
    page.wait_for_function("document.querySelector('form').dataset.enhanced")


def shown(page):
    return page.locator("[data-key]:visible [data-say]").all_inner_texts()


def tick(page, text):
    page.locator(f"[data-key={key(text)}] input").click()


def is_ticked(page, text):
    return page.locator(f"[data-key={key(text)}] input").is_checked()


def french(*texts):
    return [text.replace(" ?", "\u202f?") for text in texts]


ROOM = (answer(PAY), answer(PERMIT), answer(votes=[PAY, PERMIT]), answer(votes=[PAY]))


@pytest.mark.parametrize("zoom", [100, 200])
def test_the_room_s_questions_fit_a_small_phone_at_any_size_of_text(on_phone, zoom):
    def act(page):
        start(page, public(*ROOM, answer("Est-ce qu’on peut commencer sans diplôme, sans permis et sans connaître personne dans la région ?")), answer(PAY))
        page.add_style_tag(content=f"html {{ font-size: {zoom}% }} .say-one {{ display: grid !important }}")
        return page.evaluate("document.documentElement.scrollWidth"), [box.bounding_box() for box in page.locator("textarea:visible, .face, .say-one").all()]

    width, boxes = on_phone("questions", act)

    assert width == 320
    assert len(boxes) > 5
    assert [box for box in boxes if box["width"] < 48 or box["height"] < 48] == []


def test_what_comes_in_moves_nothing_that_is_there_and_comes_last(on_phone):
    def act(page):
        start(page, public(*ROOM))
        page.get_by_label("Ta question").first.fill("Je suis en train")
        tick(page, PERMIT)
        # by the number of people the bus would now come first, and the permit last
        push(page, public(*ROOM, *[answer(BUS)] * 9, answer(HOURS), answered={key(PERMIT): "yes"}))
        told = page.locator(f"[data-key={key(PERMIT)}] small").inner_text()
        return shown(page), told, is_ticked(page, PERMIT), page.get_by_label("Ta question").first.input_value(), page.locator("[data-moving=told]").inner_text()

    order, told, ticked, typed, count = on_phone("questions", act)

    assert order == french(PAY, PERMIT, BUS, HOURS)
    assert "a eu une réponse" in told
    assert (ticked, typed) == (True, "Je suis en train")
    assert count.startswith("4 questions, 1 a eu une réponse.")


def test_a_hidden_question_goes_and_its_tick_is_there_again_when_it_comes_back(on_phone):
    def act(page):
        start(page, public(*ROOM))
        tick(page, PERMIT)
        push(page, public(answer(PAY)))
        gone = shown(page), page.locator("body").inner_text()
        push(page, public(*ROOM))
        return gone, shown(page), is_ticked(page, PERMIT)

    (left, text), back, ticked = on_phone("questions", act)

    assert left == french(PAY)
    assert "permis" not in text
    assert sorted(back) == sorted(french(PAY, PERMIT))
    assert ticked


def test_what_is_told_of_another_run_changes_nothing(on_phone):
    def act(page):
        start(page, public(*ROOM))
        push(page, public(answer(BUS)), run="before")
        return shown(page)

    assert on_phone("questions", act) == french(PAY, PERMIT)


def test_one_s_own_question_is_marked_as_soon_as_it_is_sent(on_phone):
    def act(page):
        start(page, public(*ROOM))
        page.get_by_label("Ta question").first.fill("il faut le PERMIS")
        before = page.locator("[data-mine=yes]").count()
        page.get_by_role("button", name="Envoyer").click()
        return before, page.locator("[data-mine=yes] [data-say]").all_inner_texts()

    assert on_phone("questions", act) == (0, french(PERMIT))


def test_one_s_own_question_is_marked_also_when_it_comes_later_by_a_push(on_phone):
    def act(page):
        mine = answer(BUS)
        start(page, public(*ROOM), mine)
        waits = page.locator(".questions-waits").is_visible()
        push(page, public(*ROOM, mine))
        return waits, page.locator(".questions-waits").is_visible(), page.locator("[data-mine=yes] [data-say]").all_inner_texts()

    assert on_phone("questions", act) == (True, False, french(BUS))


def test_a_fragment_that_was_asked_for_before_the_last_push_does_not_bring_back_the_past(on_phone):
    def act(page):
        start(page, public(*ROOM))
        push(page, public(*ROOM, answer(BUS)))
        page.evaluate("(html) => show(html, 0)", moment(public(*ROOM), answer(PAY)))
        kept = shown(page)
        page.evaluate("(html) => show(html, performance.now())", moment(public(*ROOM), answer(PAY)))
        return kept, shown(page)

    assert on_phone("questions", act) == (french(PAY, PERMIT, BUS), french(PAY, PERMIT))


def test_a_vote_leaves_at_once_without_the_question_that_is_half_typed(on_phone):
    def act(page):
        start(page, public(*ROOM), answer(HOURS))
        field = page.get_by_label("Ta question").first
        field.fill("Je suis en tr")
        tick(page, PAY)
        return page.evaluate("sent"), field.input_value(), page.locator(".questions-unsent").is_visible()

    sent, typed, unsent = on_phone("questions", act)

    assert sent == [{"questions": [HOURS], "votes": [key(PAY)]}]
    assert (typed, unsent) == ("Je suis en tr", True)


def test_what_is_half_typed_is_still_there_after_a_vote_has_arrived_and_the_page_was_lost(on_phone):
    def act(page):
        start_whole(page, public(*ROOM))
        page.get_by_label("Ta question").first.fill("Je suis en tr")
        tick(page, PAY)
        page.wait_for_function("stored.length === 1 && document.querySelector('.state').dataset.state === 'changed'")
        told = page.evaluate("stored"), page.locator(".state").inner_text()
        start_whole(page, public(*ROOM), answer(votes=[PAY]))
        return told, page.get_by_label("Ta question").first.input_value(), is_ticked(page, PAY), page.locator(".state").inner_text()

    told, typed, ticked, state = on_phone("questions", act)

    assert told == ([{"votes": [key(PAY)]}], "Envoyé ✓ Pas encore ta question.")
    assert (typed, ticked, state) == ("Je suis en tr", True, "Pas encore envoyé.")


def test_what_is_half_typed_is_still_there_after_a_vote_that_arrived_while_the_page_was_away(on_phone):
    def act(page):
        start_whole(page, public(*ROOM), answer(HOURS), is_online=False)
        page.get_by_label("Ta question").first.fill("Je suis en tr")
        tick(page, PAY)
        start_whole(page, public(*ROOM), answer(HOURS))
        page.wait_for_function("stored.length === 1 && document.querySelector('.state').dataset.state === 'changed'")
        sent = page.evaluate("stored")
        start_whole(page, public(*ROOM), answer(HOURS, votes=[PAY]))
        return sent, page.get_by_label("Ta question").first.input_value(), is_ticked(page, PAY)

    assert on_phone("questions", act) == ([{"questions": [HOURS], "votes": [key(PAY)]}], "Je suis en tr", True)


def test_a_vote_takes_nothing_of_two_questions_of_which_one_is_half_typed(on_phone):
    def act(page):
        start_whole(page, public(*ROOM), answer(HOURS))
        page.get_by_role("button", name="Une autre question").click()
        page.get_by_role("textbox").nth(1).fill("Est-ce")
        tick(page, PAY)
        tick(page, PERMIT)
        page.wait_for_function("stored.length === 2")
        start_whole(page, public(*ROOM), answer(HOURS, votes=[PAY, PERMIT]))
        return [field.input_value() for field in page.get_by_role("textbox").all()]

    assert on_phone("questions", act) == [HOURS, "Est-ce"]


def test_once_the_question_was_sent_nothing_is_left_of_its_draft(on_phone):
    def act(page):
        start_whole(page, public(*ROOM))
        page.get_by_label("Ta question").first.fill(HOURS)
        tick(page, PAY)
        page.get_by_role("button", name="Envoyer").click()
        page.wait_for_function("document.querySelector('.state').dataset.state === 'sent'")
        return page.evaluate("stored.at(-1)"), page.evaluate("sessionStorage.length"), page.locator(".questions-unsent").is_visible()

    assert on_phone("questions", act) == ({"questions": [HOURS], "votes": [key(PAY)]}, 0, False)


def test_a_vote_without_a_question_leaves_no_draft(on_phone):
    def act(page):
        start_whole(page, public(*ROOM))
        tick(page, PAY)
        page.wait_for_function("document.querySelector('.state').dataset.state === 'sent'")
        return page.locator(".state").inner_text(), page.evaluate("sessionStorage.length")

    assert on_phone("questions", act) == ("Envoyé ✓ Tu peux encore changer.", 0)


def test_the_next_vote_takes_along_the_question_that_was_sent(on_phone):
    def act(page):
        start(page, public(*ROOM))
        page.get_by_label("Ta question").first.fill(HOURS)
        page.get_by_role("button", name="Envoyer").click()
        tick(page, PAY)
        return page.evaluate("sent"), page.locator(".questions-unsent").is_visible()

    assert on_phone("questions", act) == ([{"questions": [HOURS]}, {"questions": [HOURS], "votes": [key(PAY)]}], False)


def test_who_takes_back_all_has_passed(on_phone):
    def act(page):
        start(page, public(*ROOM))
        tick(page, PAY)
        tick(page, PAY)
        page.get_by_label("Ta question").first.fill(HOURS)
        page.get_by_role("button", name="Envoyer").click()
        page.get_by_label("Ta question").first.fill("")
        page.get_by_role("button", name="Envoyer").click()
        page.wait_for_function("sent.length === 4")
        return page.evaluate("sent")

    assert on_phone("questions", act) == [{"votes": [key(PAY)]}, "pass", {"questions": [HOURS]}, "pass"]


def test_the_next_field_comes_once_the_first_is_filled_in(on_phone):
    def act(page):
        start(page, public())
        more, fields = page.get_by_role("button", name="Une autre question"), page.get_by_role("textbox")
        seen = [(fields.count(), more.count())]
        fields.first.fill(PAY)
        seen.append((fields.count(), more.count()))
        more.click()
        return [*seen, (fields.count(), more.count())]

    assert on_phone("questions", act) == [(1, 0), (1, 1), (2, 0)]
