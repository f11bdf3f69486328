"""What the scripts of estimate, matching and ordering make of their plain forms, in a real browser."""

import pytest

from workshop.exercises.registry import exercise_type, sample_of

from .on_a_phone import press, read, specification
from .plain_form import macros
from .test_placing_scripts import LARGE_TEXT, SEND


@pytest.mark.parametrize("name", ["estimate", "matching", "ordering"])
def test_nothing_is_wider_than_a_small_phone(on_phone, name):
    assert on_phone(name, lambda page: page.evaluate("document.documentElement.scrollWidth")) == 320


@pytest.mark.parametrize("name", ["estimate", "matching", "ordering"])
def test_nothing_is_wider_than_a_small_phone_with_its_text_twice_as_large(on_phone, name):
    assert on_phone(name, lambda page: (page.evaluate(LARGE_TEXT), page.evaluate("document.documentElement.scrollWidth"))[1]) == 320


@pytest.mark.parametrize(("name", "touched"), [("estimate", ".estimate-row input"), ("matching", ".matching-word"), ("ordering", ".ordering-take")])
def test_what_is_read_and_touched_grows_with_the_letters(on_phone, name, touched):
    size = f"parseFloat(getComputedStyle(document.querySelector('{touched}')).fontSize)"

    def act(page):
        return page.evaluate(size), (page.evaluate(LARGE_TEXT), page.evaluate(size))[1]

    before, after = on_phone(name, act)

    assert after == 2 * before


def test_a_step_has_the_whole_width_where_letters_are_large(on_phone):
    def act(page):
        page.evaluate(LARGE_TEXT)
        boxes = page.locator(".ordering-step").first.bounding_box(), page.locator(".ordering-take").first.bounding_box()
        return boxes[1]["width"] / boxes[0]["width"], [touched.bounding_box()["width"] for touched in page.locator(".ordering-move").all()]

    share, widths = on_phone("ordering", act)

    assert share > 0.9
    assert min(widths) >= 48


def test_a_long_answer_stands_under_its_letter_where_letters_are_large(on_phone):
    options = [{"key": "abcdefgh"[place], "label": "un texte assez long pour prendre deux lignes", "text": "", "picture": None} for place in range(8)]
    form = str(macros("choice", "phone.html").form({"prompt": "?", "multiple": True, "options": options}, None))

    def act(page):
        page.evaluate("html => { document.querySelector('form').innerHTML = html; }", form)
        page.evaluate("for (const button of document.querySelectorAll('.say-one')) button.hidden = false")
        page.evaluate(LARGE_TEXT)
        return min(box["width"] for box in (what.bounding_box() for what in page.locator(".what").all())), page.evaluate("document.documentElement.scrollWidth")

    width, page_width = on_phone("estimate", act)

    # five letters of 36 pixels
    assert width > 5 * 36 * 0.8
    assert page_width == 320


@pytest.mark.parametrize("name", ["estimate", "matching", "ordering"])
def test_what_is_to_be_touched_is_48_pixels_or_more(on_phone, name):
    boxes = on_phone(name, lambda page: [button.bounding_box() for button in page.locator("button:visible").all()])

    assert boxes
    assert [box for box in boxes if box["width"] < 48 or box["height"] < 48] == []


@pytest.mark.parametrize("name", ["estimate", "matching", "ordering"])
def test_an_answer_that_was_given_before_is_still_there(on_phone, name):
    for mine in sample_of(exercise_type(name)).answers:
        assert on_phone(name, lambda page: read(name, page), mine) == mine


def test_nothing_is_estimated_until_something_is_touched(on_phone):
    assert on_phone("estimate", lambda page: page.evaluate("answer()")) == {}


def test_the_buttons_start_in_the_middle_and_move_by_one_step(on_phone):
    assert on_phone("estimate", lambda page: (press(page, "Plus", "Plus", "Moins"), read("estimate", page).value)[1]) == 51


def test_the_slider_follows_the_field_and_the_field_follows_the_slider(on_phone):
    def act(page):
        slider, field = page.get_by_role("slider"), page.get_by_role("textbox")
        field.fill("12,5")
        followed = slider.get_attribute("aria-valuetext")
        slider.press("End")
        return followed, slider.get_attribute("aria-valuetext"), field.input_value()

    assert on_phone("estimate", act) == ("12,5 sur 100", "100 sur 100", "100")


def test_the_unit_beside_the_field_goes_with_the_number(on_phone):
    asked = specification("estimate").model_copy(update={"unit": "jours", "unit_one": "jour"})

    def act(page):
        units = []
        for typed in ("", "0", "1,5", "-1", "2", "12", "douze"):
            page.get_by_role("textbox").fill(typed)
            units.append(page.locator(".estimate-unit").inner_text())
        page.get_by_role("textbox").fill("1")
        return units, page.get_by_role("slider").get_attribute("aria-valuetext")

    assert on_phone("estimate", act, asked=asked) == (["jours", "jour", "jour", "jour", "jours", "jours", "jours"], "1 jour")


def test_the_buttons_stop_at_the_bounds(on_phone):
    def act(page):
        page.get_by_role("textbox").fill("99,5")
        press(page, "Plus", "Plus")
        return read("estimate", page).value

    assert on_phone("estimate", act) == 100


MEANINGS = [pair.right for pair in specification("matching").pairs]


def test_pairs_are_made_one_after_the_other_by_taps_alone(on_phone):
    answer = on_phone("matching", lambda page: (press(page, *MEANINGS), read("matching", page))[1])

    assert exercise_type("matching").grade(specification("matching"), answer).is_right


def test_a_meaning_given_to_another_word_leaves_the_first_one(on_phone):
    def act(page):
        press(page, MEANINGS[0])
        page.get_by_role("button", name=f"{MEANINGS[0]} déjà avec").click()
        return list(page.evaluate("answer()")["pairs"])

    assert on_phone("matching", act) == ["spontanee"]


def test_a_pair_can_be_undone(on_phone):
    def act(page):
        press(page, MEANINGS[0], f"Mon réseau ✓ {MEANINGS[0]}", f"{MEANINGS[0]} ✓")
        return page.evaluate("answer()")

    assert on_phone("matching", act) == {}


def test_pairs_can_be_made_with_the_keyboard_and_are_announced(on_phone):
    def act(page):
        page.get_by_role("button", name=MEANINGS[0], exact=True).press("Enter")
        return page.get_by_role("status").inner_text(), page.evaluate("document.activeElement.innerText")

    said, focused = on_phone("matching", act)

    assert said == f"Mon réseau\u00a0: {MEANINGS[0]}. Il en reste 3."
    assert focused.startswith("Une candidature spontanée")


def test_the_steps_first_stand_as_the_server_mixed_them(on_phone):
    mixed = tuple(item.id for item in specification("ordering").mixed)

    assert on_phone("ordering", lambda page: read("ordering", page).order) == mixed


def test_a_step_moves_with_its_buttons_keeps_the_focus_and_is_announced(on_phone):
    second = specification("ordering").mixed[1]

    def act(page):
        up = page.get_by_role("button", name=f"Monter\u00a0: {second.label}")
        up.press("Enter")
        return read("ordering", page).order[0], page.get_by_role("status").inner_text(), up.evaluate("button => button === document.activeElement")

    assert on_phone("ordering", act) == (second.id, f"{second.label}\u00a0: place 1 sur 5.", True)


def test_a_step_touched_and_then_its_new_place_goes_there_and_the_others_make_room(on_phone):
    mixed = specification("ordering").mixed

    def act(page):
        press(page, mixed[0].label)
        taken = page.get_by_role("status").inner_text(), page.get_by_role("button", name=mixed[0].label, exact=True).get_attribute("aria-pressed")
        press(page, mixed[3].label)
        return taken, page.get_by_role("status").inner_text(), read("ordering", page).order, page.get_by_role("button", pressed=True).count()

    taken, said, order, still_held = on_phone("ordering", act)

    assert taken == (f"{mixed[0].label}\u00a0: choisie. Touche sa nouvelle place.", "true")
    assert said == f"{mixed[0].label}\u00a0: place 4 sur 5."
    assert order == tuple(mixed[place].id for place in (1, 2, 3, 0, 4))
    assert still_held == 0


def test_a_step_touched_twice_stays_where_it_is(on_phone):
    first = specification("ordering").mixed[0]

    def act(page):
        before = read("ordering", page)
        page.get_by_role("button", name=first.label, exact=True).press("Enter")
        page.keyboard.press("Enter")
        return read("ordering", page) == before, page.get_by_role("button", pressed=True).count()

    assert on_phone("ordering", act) == (True, 0)


@pytest.mark.parametrize(("start", "end", "expected"), [(0, 2, (1, 2, 0, 3, 4)), (4, 1, (0, 4, 1, 2, 3)), (2, 2, (0, 1, 2, 3, 4))])
def test_a_step_is_dragged_by_its_number(on_phone, start, end, expected):
    mixed = specification("ordering").mixed

    def act(page):
        page.set_viewport_size({"width": 320, "height": 1400})
        handle, target = page.locator(".ordering-mark").nth(start), page.locator(".ordering-step").nth(end)
        box, goal = handle.bounding_box(), target.bounding_box()
        page.mouse.move(box["x"] + 20, box["y"] + 20)
        page.mouse.down()
        page.mouse.move(box["x"] + 20, goal["y"] + goal["height"] * (0.9 if end > start else 0.1 if end < start else 0.5), steps=4)
        page.mouse.up()
        return read("ordering", page).order, page.locator("[style*=transform]").count()

    assert on_phone("ordering", act) == (tuple(mixed[place].id for place in expected), 0)


@pytest.mark.parametrize(("typed", "said"), [
    ("120", "Le nombre doit être entre 0 et 100. Change-le et renvoie."),
    ("-1", "Le nombre doit être entre 0 et 100. Change-le et renvoie."),
    ("beaucoup", "Écris un nombre avec des chiffres, par exemple 12 ou 12,5."),
    ("12,5,1", "Écris un nombre avec des chiffres, par exemple 12 ou 12,5."),
])
def test_a_number_that_would_be_refused_waits_on_the_phone_and_one_may_pass(on_phone, typed, said):
    def act(page):
        page.evaluate(SEND)
        page.get_by_role("textbox").fill(typed)
        press(page, "Envoyer")
        held = page.evaluate("sent"), page.locator(".state").inner_text()
        press(page, "Je passe")
        return *held, page.evaluate("sent")

    assert on_phone("estimate", act) == (0, said, 1)


@pytest.mark.parametrize("typed", ["12", "12,5", "48 %", "٣٠", "۱۲"])
def test_a_number_that_would_be_taken_is_sent(on_phone, typed):
    def act(page):
        page.evaluate(SEND)
        page.get_by_role("textbox").fill(typed)
        press(page, "Envoyer")
        read("estimate", page)
        return page.evaluate("sent")

    assert on_phone("estimate", act) == 1


def test_the_first_step_cannot_move_up_and_the_last_not_down(on_phone):
    first, *_, last = specification("ordering").mixed

    def act(page):
        before = read("ordering", page)
        press(page, f"Descendre\u00a0: {first.label}", f"Monter\u00a0: {first.label}")
        page.get_by_role("button", name=f"Monter\u00a0: {first.label}").press("Enter")
        page.get_by_role("button", name=f"Descendre\u00a0: {last.label}").press("Enter")
        return read("ordering", page) == before

    assert on_phone("ordering", act) is True
