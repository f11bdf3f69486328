"""What people do in front of the three surfaces, told once for all browser tests."""

import re
from collections.abc import Callable
from contextlib import suppress

from playwright.sync_api import Locator, Page, TimeoutError, expect

SENT, SENDING = "Envoyé ✓", "Envoi en cours"
CHOICES = "button:visible:not(.say-one, .say, [name=_pass], [data-signal], [class*=back], [class*=back] *)"
MOST_TOUCHES = 60
A_MOMENT_MS, A_TOUCH_MS, A_LOOK_MS = 200, 3_000, 30_000
TOOK = """([before, sending]) => {
  const form = document.querySelector("form.exercise");
  return !form || (form.innerText !== before && !form.innerText.includes(sending));
}"""


def come_in(phone: Page, url: str, alias: str) -> None:
    phone.goto(url)
    phone.get_by_label("Ton prénom, ou un autre nom").fill(alias)
    phone.get_by_role("button", name="Entrer").click()
    expect(phone.locator(".moment")).to_be_visible()


def moment(phone: Page) -> str:
    return phone.locator(".moment").get_attribute("data-moment")


def fill_in(phone: Page) -> None:
    """Answer whatever is asked, as somebody in a hurry would: the first of everything."""
    form = phone.locator("form.exercise")
    # no touch: the bar with the button may lie over what is chosen
    form.evaluate("""form => {
      const seen = type => [...form.querySelectorAll(`input[type=${type}]`)].filter(node => !node.closest("[hidden]"));
      for (const name of new Set(seen("radio").map(node => node.name))) seen("radio").find(node => node.name === name).click();
      if (!seen("checkbox").some(node => node.checked)) seen("checkbox")[0]?.click();
    }""")
    for place, select in enumerate(form.locator("select").all()):
        values = select.evaluate("node => [...node.options].map(option => option.value).filter(Boolean)")
        select.evaluate("(node, value) => { node.value = value; node.dispatchEvent(new Event('change', {bubbles: true})); }", values[place % len(values)])
    written = form.locator("input:visible:not([type=radio], [type=checkbox], [type=range], [type=hidden]), textarea:visible")
    if written.count():
        _write(written.first)


def _write(field: Locator) -> None:
    is_number = field.get_attribute("type") == "number" or field.get_attribute("inputmode") in ("numeric", "decimal")
    field.fill("30" if is_number else f"{field.input_value()}le garage de la gare")


def fill_in_all_turns(phone: Page) -> None:
    """Fill in what is asked in several turns, until the button sends."""
    fill_in(phone)
    while phone.locator(".turn-next:visible").count():
        phone.locator(".turn-next").click()
        fill_in(phone)


def send(phone: Page) -> None:
    phone.locator("form.exercise .send:visible").click()


def answer_all(phone: Page) -> None:
    """Answer the step on the phone, all its questions where it is a block."""
    parts = int(phone.locator(".moment").get_attribute("data-parts") or 1)
    for place in range(parts):
        if parts > 1:
            expect(phone.locator(".moment")).to_have_attribute("data-part", str(place))
        fill_in_all_turns(phone)
        send(phone)
        if place < parts - 1:
            expect(phone.locator(".moment")).to_have_attribute("data-part", str(place + 1))
    expect(phone.locator(".state")).to_contain_text(SENT)


def tap_through(phone: Page, after_each: Callable[[], None] = lambda: None) -> None:
    """Answer the one thing that is asked, card by card: the first of everything, then the big button; where there is none, the first choice.

    `after_each` is called after each of several touches but the last. Who was drawn has nothing more to answer once that is said.
    """
    form, sent = phone.locator("form.exercise"), phone.locator(".state", has_text=SENT)
    over = phone.locator(".moment:not(:has(form.exercise))")
    button, choices = form.locator(".send:visible"), form.locator(CHOICES)
    for touch in range(MOST_TOUCHES):
        expect(button.or_(choices).or_(sent).or_(over).first).to_be_visible(timeout=A_LOOK_MS)
        if over.count() or (sent.is_visible() and not choices.count()):
            return
        if touch:
            after_each()
        try:
            is_last = button.count() > 0
            if is_last:
                fill_in(phone)
            before = form.inner_text(timeout=A_TOUCH_MS)
            (button if is_last else choices).first.click(timeout=A_TOUCH_MS)
        except TimeoutError:
            continue  # redrawn between the look and the touch: look again
        phone.wait_for_function(TOOK, arg=[before, SENDING])
        if not form.count() or (is_last and sent.is_visible()):
            return
    raise AssertionError(f"no end to {form.inner_text()!r}")


def press_next(desk: Page, command: str | None = None) -> str:
    """Press the space bar as the counsellor does, wait until it was taken, and return the command."""
    button = desk.locator(".next")
    name = button.get_attribute("value")
    if command is not None:
        assert name == command, f"the big button says {name}, not {command}"
    version = desk.locator(".page").get_attribute("data-version")
    desk.keyboard.press("Space")
    expect(desk.locator(".page")).not_to_have_attribute("data-version", version)
    return name


def followed(screen: Page, desk: Page) -> None:
    """Wait until the screen shows what the desk shows: it is drawn an instant later."""
    expect(screen.locator(".page")).to_have_attribute("data-version", desk.locator(".page").get_attribute("data-version"))


def approve_all(desk: Page) -> None:
    """Show each text that waits; others may come meanwhile, and move the buttons."""
    waiting = desk.locator(".texts [data-shown=wait]")
    for _ in range(MOST_TOUCHES):
        if not waiting.count():
            return
        with suppress(TimeoutError):
            waiting.get_by_role("button", name="Montrer").first.click(timeout=A_TOUCH_MS)
        desk.wait_for_timeout(A_MOMENT_MS)
    raise AssertionError(f"still waiting: {waiting.all_inner_texts()}")


def open_report(desk: Page) -> None:
    """Follow the desk's link, and wait for the whole report: a click returns once a page begins to come, and what is read then may be half of it."""
    desk.get_by_role("link", name="Voir le bilan").click()
    desk.wait_for_url(re.compile("/bilans/"), wait_until="load")


def asks(desk: Page) -> bool:
    return desk.locator(".progress").count() > 0
