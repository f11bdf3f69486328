"""What the scripts of sorting, gaps and ranking make of their plain forms, in a real browser."""

import pytest

from workshop.exercises.registry import exercise_type, sample_of

from .on_a_phone import press, read, specification

every_type = pytest.mark.parametrize("name", ["sorting", "gaps", "ranking"])
LARGE_TEXT = "document.documentElement.style.fontSize = '200%'"
SEND = """() => {
  const form = document.querySelector("form");
  window.sent = 0;
  form.insertAdjacentHTML("beforeend", '<p class="state" role="status"></p><button class="send">Envoyer</button><button name="_pass">Je passe</button>');
  document.body.addEventListener("submit", (event) => { event.preventDefault(); window.sent += 1; });
}"""
"""What the frame has around a type's fields: a line that says the state, the button that sends, and the one that passes."""


def press_by_tab(page, name):
    page.get_by_role("button", name=name, exact=True).press("Enter")


@every_type
def test_nothing_is_wider_than_a_small_phone(on_phone, name):
    assert on_phone(name, lambda page: page.evaluate("document.documentElement.scrollWidth")) == 320


@every_type
def test_nothing_is_wider_than_a_small_phone_with_its_text_twice_as_large(on_phone, name):
    assert on_phone(name, lambda page: (page.evaluate(LARGE_TEXT), page.evaluate("document.documentElement.scrollWidth"))[1]) == 320


@every_type
def test_what_is_to_be_touched_is_48_pixels_or_more(on_phone, name):
    boxes = on_phone(name, lambda page: [touched.bounding_box() for touched in page.locator("button:visible, .face:visible").all()])

    assert boxes
    assert [box for box in boxes if box["width"] < 48 or box["height"] < 48] == []


@every_type
def test_an_answer_that_was_given_before_is_still_there(on_phone, name):
    for mine in sample_of(exercise_type(name)).answers:
        assert on_phone(name, lambda page: read(name, page), mine) == mine


@every_type
def test_nothing_is_answered_until_something_is_touched(on_phone, name):
    assert on_phone(name, lambda page: page.evaluate("answer()")) == {}


@pytest.mark.parametrize("name", ["gaps", "ranking"])
def test_an_unfinished_answer_waits_on_the_phone_and_says_what_is_missing_but_one_may_pass(on_phone, name):
    def act(page):
        page.evaluate(SEND)
        press(page, "Envoyer")
        held = page.evaluate("sent"), page.locator(".state").get_attribute("data-state"), page.locator(".state").inner_text()
        press(page, "Je passe")
        return *held, page.evaluate("sent")

    held, state, said, passed = on_phone(name, act)

    assert (held, state, passed) == (0, "refused", 1)
    assert said in ("Le trou 1 est vide.", "Il n’y a pas tout. Encore 3.")


@every_type
def test_a_finished_answer_is_sent(on_phone, name):
    mine = sample_of(exercise_type(name)).answers[0]

    assert on_phone(name, lambda page: (page.evaluate(SEND), press(page, "Envoyer"), page.evaluate("sent"))[2], mine) == 1


def test_each_thing_takes_one_touch_and_leads_on_to_the_next(on_phone):
    def act(page):
        shown, asked = [], specification("sorting")
        for place in range(1, 9):
            page.get_by_text(f"{place} sur 8", exact=True).wait_for()
            shown.append((page.get_by_role("group").count(), page.get_by_role("heading").inner_text()))
            category = next(item.category for item in asked.items if item.label == shown[-1][1])
            page.get_by_role("radio", name=asked.category(category).label, exact=True).click()
        return shown, page.locator(".turn-next").is_visible(), read("sorting", page)

    shown, is_more, answer = on_phone("sorting", act)

    assert sorted(shown) == sorted((1, item.label) for item in specification("sorting").items)
    assert not is_more
    assert exercise_type("sorting").grade(specification("sorting"), answer).is_right


def test_by_keyboard_the_arrows_try_the_boxes_and_the_button_goes_on(on_phone):
    def act(page):
        first, second = page.locator(".sorting-item").all()[:2]
        press_by_tab(page, "Suivant")
        held = first.is_visible(), page.locator(".turn-told").inner_text()
        first.get_by_role("radio").first.press("ArrowDown")
        page.wait_for_timeout(500)
        stays = first.is_visible()
        press_by_tab(page, "Suivant")
        return held, stays, second.is_visible(), page.evaluate("document.activeElement.textContent") == second.get_by_role("heading").inner_text()

    held, *went_on = on_phone("sorting", act)

    assert held == (True, "Choisis ou écris quelque chose, puis continue.")
    assert went_on == [True, True, True]


GAPS = [gap.word for gap in specification("gaps").gaps]


def test_words_fill_the_gaps_one_after_the_other_by_taps_alone(on_phone):
    def act(page):
        press(page, *GAPS)
        return page.get_by_role("status").inner_text(), read("gaps", page)

    said, answer = on_phone("gaps", act)

    assert said == f"Trou 4\u00a0: {GAPS[3]}. Tout est rempli."
    assert exercise_type("gaps").grade(specification("gaps"), answer).is_right


def test_a_word_goes_into_the_gap_that_was_opened_and_the_next_empty_one_is_told(on_phone):
    def act(page):
        press_by_tab(page, "Trou 3\u00a0: vide")
        press_by_tab(page, "fait")
        return page.get_by_role("status").inner_text(), list(page.evaluate("answer()")["words"]), page.get_by_role("button", name="Trou 3\u00a0: fait").count()

    assert on_phone("gaps", act) == ("Trou 3\u00a0: fait. Maintenant, le trou 4.", ["3"], 1)


def test_a_word_given_to_another_gap_leaves_the_first_one(on_phone):
    assert on_phone("gaps", lambda page: (press(page, "fait", "fait, trou 1"), list(page.evaluate("answer()")["words"]))[1]) == ["2"]


def test_when_all_is_filled_a_word_can_be_taken_out_and_another_put_there(on_phone):
    def act(page):
        press(page, *GAPS, "été")
        kept = read("gaps", page)
        press(page, f"{GAPS[1]}, trou 2", "été")
        return kept, exercise_type("gaps").in_words(specification("gaps"), read("gaps", page))

    kept, told = on_phone("gaps", act)

    assert exercise_type("gaps").grade(specification("gaps"), kept).is_right
    assert "2. été" in told


def test_what_is_touched_first_is_first_and_each_place_is_announced(on_phone):
    def act(page):
        said = []
        for name in ("Un trajet court", "Un bon salaire", "Travailler dehors"):
            press_by_tab(page, name)
            said.append(page.get_by_role("status").inner_text())
        return said, read("ranking", page).order

    said, order = on_phone("ranking", act)

    assert order == ("trajet", "salaire", "dehors")
    assert said[0] == "Un trajet court\u00a0: 1re place. Encore 2."
    assert said[2] == "Travailler dehors\u00a0: 3e place. Tout est classé. Tu peux envoyer."


def test_a_choice_touched_again_leaves_and_those_after_it_move_up(on_phone):
    def act(page):
        press(page, "Un trajet court", "Un bon salaire", "Un trajet court, 1re place", "Travailler dehors")
        return page.evaluate("answer()"), page.get_by_role("button", name="Un bon salaire, 1re place", pressed=True).count()

    assert on_phone("ranking", act) == ({"order": ["salaire", "dehors"]}, 1)


def test_when_all_places_are_taken_one_more_choice_changes_nothing_and_says_why(on_phone):
    def act(page):
        press(page, "Un trajet court", "Un bon salaire", "Travailler dehors", "Une équipe sympa")
        return read("ranking", page).order, page.get_by_role("status").inner_text()

    assert on_phone("ranking", act) == (("trajet", "salaire", "dehors"), "Toutes les places sont prises. Touche un choix pour l’enlever.")
