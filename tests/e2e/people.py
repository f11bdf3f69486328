"""What people do in front of the three surfaces, told once for all browser tests."""

from playwright.sync_api import Locator, Page, expect

SENT = "Envoyé ✓"


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
    names = form.locator("input[type=radio]").evaluate_all("nodes => [...new Set(nodes.map(node => node.name))]")
    for name in names:
        form.locator(f"input[type=radio][name='{name}']").first.check(force=True)
    if form.locator("input[type=checkbox]").count():
        form.locator("input[type=checkbox]").first.check(force=True)
    for place, select in enumerate(form.locator("select").all()):
        values = select.evaluate("node => [...node.options].map(option => option.value).filter(Boolean)")
        select.evaluate("(node, value) => { node.value = value; node.dispatchEvent(new Event('change', {bubbles: true})); }", values[place % len(values)])
    written = form.locator("input:visible:not([type=radio], [type=checkbox], [type=range], [type=hidden]), textarea:visible")
    if written.count():
        _write(written.first)


def _write(field: Locator) -> None:
    is_number = field.get_attribute("type") == "number" or field.get_attribute("inputmode") in ("numeric", "decimal")
    field.fill("30" if is_number else f"{field.input_value()}le garage de la gare")


def send(phone: Page) -> None:
    phone.locator("form.exercise .send").click()


def answer_all(phone: Page) -> None:
    """Answer the step on the phone, all its questions where it is a block."""
    parts = int(phone.locator(".moment").get_attribute("data-parts") or 1)
    for place in range(parts):
        if parts > 1:
            expect(phone.locator(".moment")).to_have_attribute("data-part", str(place))
        fill_in(phone)
        send(phone)
        if place < parts - 1:
            expect(phone.locator(".moment")).to_have_attribute("data-part", str(place + 1))
    expect(phone.locator(".state")).to_contain_text(SENT)


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
