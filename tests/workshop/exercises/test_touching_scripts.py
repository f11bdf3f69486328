"""What the scripts of matrix and spotting make of their plain forms, in a real browser."""

import pytest

from workshop.exercises.registry import exercise_type, sample_of

from .on_a_phone import press, read, specification
from .plain_form import macros
from .test_placing_scripts import LARGE_TEXT, SEND
from .test_spotting import PICTURE

every_type = pytest.mark.parametrize("name", ["matrix", "spotting"])
CELL = "beaucoup d’effort, plutôt peu d’effet"


def cells(page):
    return page.get_by_role("group", name="Carte").get_by_role("button")


def shown(page):
    return page.locator("h2:visible").inner_text()


@every_type
@pytest.mark.parametrize("prepare", ["0", LARGE_TEXT], ids=["usual text", "text twice as large"])
def test_nothing_is_wider_than_a_small_phone(on_phone, name, prepare):
    assert on_phone(name, lambda page: (page.evaluate(prepare), page.evaluate("document.documentElement.scrollWidth"))[1]) == 320


@every_type
def test_what_is_to_be_touched_is_48_pixels_or_more(on_phone, name):
    def act(page):
        page.evaluate("document.querySelectorAll('details').forEach(box => { box.open = true; })")
        return [touched.bounding_box() for touched in page.locator("button:visible, summary:visible, .face:visible").all()]

    boxes = on_phone(name, act)

    assert boxes
    assert [box for box in boxes if box["width"] < 48 or box["height"] < 48] == []


@every_type
def test_an_answer_that_was_given_before_is_still_there(on_phone, name):
    for mine in sample_of(exercise_type(name)).answers:
        again = on_phone(name, lambda page: read(name, page), mine)
        assert exercise_type(name).in_words(specification(name), again) == exercise_type(name).in_words(specification(name), mine)


@every_type
def test_nothing_is_answered_until_something_is_touched(on_phone, name):
    assert on_phone(name, lambda page: page.evaluate("answer()")) == {}


def test_one_touch_on_the_map_places_a_thing_and_brings_the_next(on_phone):
    def act(page):
        seen = []
        for place in (15, 0, 3, 12, 6):
            seen.append(shown(page))
            cells(page).nth(place).click()
        return seen, page.get_by_role("status").inner_text(), read("matrix", page)

    seen, said, answer = on_phone("matrix", act)

    assert seen == [item.label for item in specification("matrix").items]
    assert said == "Faire une immersion de quelques jours\u00a0: plutôt beaucoup d’effort, plutôt beaucoup d’effet. Tout est placé. Tu peux envoyer."
    assert list(answer.across.values()) == ["4", "1", "4", "1", "3"]
    assert list(answer.up.values()) == ["1", "4", "4", "1", "3"]


def test_the_map_s_buttons_say_their_place_and_which_one_is_chosen(on_phone):
    def act(page):
        cell = page.locator(f"[data-words={CELL!r}]")
        cell.press("Enter")
        press(page, "Précédent")
        return cells(page).count(), cell.get_attribute("aria-pressed"), cell.get_attribute("aria-label"), page.evaluate("document.activeElement.textContent")

    assert on_phone("matrix", act) == (16, "true", f"{CELL}, A", specification("matrix").items[0].label)


def test_who_prefers_two_questions_has_them_under_the_map(on_phone):
    def act(page):
        page.get_by_text("Ou réponds à deux questions").click()
        page.get_by_role("radio", name="plutôt peu d’effort").click()
        page.get_by_role("radio", name="beaucoup d’effet", exact=True).click()
        return shown(page), page.get_by_role("button", name="plutôt peu d’effort, beaucoup d’effet, A", exact=True).get_attribute("aria-pressed")

    assert on_phone("matrix", act) == (specification("matrix").items[0].label, "true")


def test_an_unfinished_map_waits_on_the_phone_and_shows_what_is_missing_but_one_may_pass(on_phone):
    def act(page):
        page.evaluate(SEND)
        cells(page).nth(0).click()
        press(page, "Suivant", "Envoyer")
        held = page.evaluate("sent"), page.locator(".state").inner_text(), shown(page)
        press(page, "Je passe")
        return *held, page.evaluate("sent")

    assert on_phone("matrix", act) == (0, "Il en reste 4 à placer.", specification("matrix").items[1].label, 1)


def test_a_finished_map_is_sent(on_phone):
    mine = sample_of(exercise_type("matrix")).answers[0]

    assert on_phone("matrix", lambda page: (page.evaluate(SEND), press(page, "Envoyer"), page.evaluate("sent"))[2], mine) == 1


def test_words_are_touched_and_let_go_and_their_number_is_announced(on_phone):
    first, second = (passage.text for passage in specification("spotting").passages[:2])

    def act(page):
        said = []
        for text in (first, second, second):
            page.get_by_role("checkbox", name=text).click()
            said.append(page.get_by_role("status").inner_text())
        return said, read("spotting", page).touched

    said, answer = on_phone("spotting", act)

    assert said == ["1 endroit touché.", "2 endroits touchés.", "1 endroit touché."]
    assert answer == (specification("spotting").passages[0].id,)


def test_a_zone_of_a_picture_is_touched_on_the_picture_or_in_the_list(on_phone):
    form = str(macros("spotting", "phone.html").form(exercise_type("spotting").public(PICTURE), None))

    def act(page):
        page.evaluate("html => { document.querySelector('form').innerHTML = html; }", form)
        page.evaluate("async () => { (await import('/phone.js')).enhance(document.querySelector('form')); }")
        page.locator(".spotting-zone").nth(1).click()
        page.get_by_role("checkbox", name=PICTURE.spots[3].shown).click()
        marked = page.locator(".spotting-zone[data-touched=yes] text").all_text_contents()
        return page.evaluate("answer()")["touched"], marked, page.get_by_role("status").inner_text(), page.evaluate("document.documentElement.scrollWidth")

    touched, marked, said, width = on_phone("spotting", act)

    assert touched == [PICTURE.spots[1].id, PICTURE.spots[3].id]
    assert marked == ["B", "D"]
    assert (said, width) == ("2 endroits touchés.", 320)
