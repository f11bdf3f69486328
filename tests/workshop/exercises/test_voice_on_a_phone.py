"""What the types that let people speak look like on a small phone where their sample does not show it, in a real browser."""

import pytest

from workshop.exercises.registry import exercise_type

from .test_placing_scripts import LARGE_TEXT

IDEAS = [{"key": f"i{place}", "label": f"une idée, la numéro {place}", "group": "Près de moi"} for place in range(24)]
LONG = {"prompt": "J’ai confiance.", "steps": 11, "words": ["Aucune confiance, vraiment aucune", "Une confiance totale, en tout"]}


def asked(name, fields):
    return exercise_type(name).Specification.model_validate(fields)


def test_when_the_votes_run_out_it_is_said_beside_the_thumb_and_the_other_ideas_step_back(on_phone):
    def act(page):
        for place in (20, 21, 22):
            page.locator(".option").nth(place).click()
        told = page.get_by_role("status", name="").filter(has_text="votes")
        other = page.locator(".option .face").nth(23)
        return told.evaluate("node => node.getBoundingClientRect().top >= 0"), told.inner_text(), other.evaluate("node => getComputedStyle(node).borderTopStyle")

    in_view, told, border = on_phone("brainstorm", act, asked=asked("brainstorm", {"prompt": "Vote.", "vote_on": IDEAS, "votes": 3}))

    assert in_view
    assert told == "Tu as utilisé tous tes votes. Pour changer, enlève un choix."
    assert border == "dashed"


@pytest.mark.parametrize(("name", "fields"), [
    ("scale", LONG),
    ("poll", {"prompt": "Et toi ?", "options": [{"key": "a", "label": "Trouver"}, {"key": "b", "label": "Autre chose"}]}),
])
def test_in_letters_twice_as_large_nothing_is_wider_than_the_phone_and_a_word_stands_on_one_line(on_phone, name, fields):
    def act(page):
        page.evaluate(LARGE_TEXT)
        words = page.locator(".what, .scale-number .face")
        return page.evaluate("document.documentElement.scrollWidth"), words.first.evaluate("""node => {
          const range = document.createRange(); range.selectNodeContents(node);
          return new Set([...range.getClientRects()].map(box => box.top)).size; }"""), words.first.evaluate("node => parseFloat(getComputedStyle(node).fontSize)")

    width, lines, letters = on_phone(name, act, asked=asked(name, fields))

    assert (width, lines) == (320, 1)
    assert letters >= 36
