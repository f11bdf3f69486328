"""A page's link waits in the notebook: there it is touched, on a narrow phone and in large letters too."""

from playwright.sync_api import expect

from tests.e2e.conftest import DESK, NARROW_PHONE
from tests.e2e.fitting import what_is_too_wide
from tests.e2e.people import come_in, press_next


def test_the_link_of_a_page_is_in_the_notebook_and_is_never_wider_than_the_phone(server, open_page):
    live = server.live("catalogue")
    desk, phone = open_page(**DESK), open_page(**NARROW_PHONE)
    desk.goto(live["desk_url"])
    come_in(phone, live["phone_url"], "Zoubida")
    press_next(desk, "next")
    expect(phone.get_by_text("Le lien est dans «\u00a0Mon carnet\u00a0».")).to_be_visible()
    phone.get_by_role("link", name="Mon carnet").click()

    expect(phone.get_by_role("link", name="https://labonneboite.francetravail.fr/")).to_be_visible()
    assert [what_is_too_wide(phone, size) for size in ("100%", "200%")] == [[], []]
