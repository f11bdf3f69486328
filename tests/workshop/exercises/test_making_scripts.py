"""What the scripts of brainstorm, network and commitment make of their plain forms, in a real browser."""

import pytest

from workshop.exercises.registry import exercise_type, sample_of

from .on_a_phone import press, read
from .plain_form import macros

TYPES = ["brainstorm", "network", "commitment"]
every_type = pytest.mark.parametrize("name", TYPES)


@every_type
def test_nothing_is_wider_than_a_small_phone(on_phone, name):
    assert on_phone(name, lambda page: page.evaluate("document.documentElement.scrollWidth")) == 320


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
        brought_back = on_phone(name, lambda page: read(name, page), mine)
        assert exercise_type(name).in_words(sample_of(exercise_type(name)).specification, brought_back) == exercise_type(name).in_words(
            sample_of(exercise_type(name)).specification, mine
        )


def test_ideas_come_one_field_after_the_other(on_phone):
    def act(page):
        fields = page.get_by_role("textbox")
        seen = [fields.count()]
        for _ in range(2):
            press(page, "Une autre idée")
            seen.append(fields.count())
        fields.last.fill("le marché")
        return seen, page.get_by_role("button", name="Une autre idée").count(), page.evaluate("answer()")

    assert on_phone("brainstorm", act) == ([1, 2, 3], 0, {"ideas": ["le marché"]})


def add_karim(page):
    circle = page.get_by_role("group", name="Famille et amis")
    circle.get_by_text("Ajoute des prénoms").click()
    circle.get_by_role("textbox").fill("Karim")
    circle.get_by_role("textbox").press("Enter")
    return circle


def test_enter_in_a_number_goes_on_to_the_next_circle_and_sends_nothing_before_the_last(on_phone):
    def act(page):
        page.evaluate("document.querySelector('form').addEventListener('submit', (event) => { event.preventDefault(); window.sent = (window.sent ?? 0) + 1; })")
        seen = []
        for _ in range(4):
            seen.append((page.locator(".turn-where").inner_text(), page.evaluate("window.sent ?? 0")))
            page.locator("[data-turn]:visible input[type=number]").press("Enter")
        page.evaluate("delete window.sent")
        return seen

    assert on_phone("network", act) == [(f"{place} sur 4", 0) for place in range(1, 5)]


def test_a_first_name_raises_the_count_and_is_not_in_what_is_sent(on_phone):
    def act(page):
        add_karim(page)
        return page.evaluate("answer()"), page.evaluate("[...new FormData(document.querySelector('form'))].flat().join()")

    answer, everything = on_phone("network", act)

    assert answer == {"counts": {"close": "1", "around": "0", "before": "0", "met": "0"}}
    assert "Karim" not in everything


def test_a_first_name_asks_nothing_of_the_network_and_fires_no_event_of_the_form(on_phone):
    def act(page):
        asked = []
        page.on("request", lambda request: asked.append(request.url))
        page.evaluate("window.heard = []; document.querySelector('form').addEventListener('input', (event) => heard.push(event.target.name))")
        add_karim(page)
        return asked, page.evaluate("heard")

    assert on_phone("network", act) == ([], ["counts.close"])


def test_a_first_name_survives_a_reload_on_this_phone_until_it_is_forgotten(on_phone):
    def act(page):
        add_karim(page)
        page.reload()
        page.wait_for_function("window.answer")
        kept = page.get_by_role("button", name="Enlever Karim").count()
        press(page, "Effacer les prénoms de ce téléphone")
        return kept, page.get_by_role("button", name="Enlever Karim").count(), page.evaluate("localStorage.length")

    assert on_phone("network", act) == (1, 0, 0)


def test_the_count_goes_up_and_down_with_buttons_and_stops_at_nobody(on_phone):
    def act(page):
        press(page, *["Ajouter une personne\u00a0: Famille et amis"] * 3, *["Enlever une personne\u00a0: Famille et amis"] * 2)
        press(page, *["Suivant"] * 3)
        press(page, "Enlever une personne\u00a0: Commerçants et professionnels")
        return read("network", page).counts

    assert on_phone("network", act) == {"close": 1, "around": 0, "before": 0, "met": 0}


def letters(page):
    return page.locator(".network-map text").all_text_contents()


def test_the_map_grows_with_each_person_and_shows_the_first_letter_of_who_is_noted(on_phone):
    def act(page):
        seen = [(page.locator(".network-person").count(), letters(page))]
        add_karim(page)
        press(page, *["Ajouter une personne\u00a0: Famille et amis"] * 2)
        seen.append((page.locator(".network-person").count(), letters(page)))
        here = page.locator(".network-ring.here").get_attribute("r")
        press(page, "Suivant")
        return seen, page.locator(".network-ring.here").get_attribute("r") != here

    assert on_phone("network", act) == ([(0, ["Moi"]), (3, ["K", "Moi"])], True)


def test_however_much_is_typed_the_map_holds_no_more_than_can_be_sent(on_phone):
    def act(page):
        page.get_by_role("spinbutton").first.fill("999999")
        return page.locator(".network-person").count()

    assert on_phone("network", act) == 50


def test_nothing_is_kept_once_the_last_first_name_is_taken_away(on_phone):
    def act(page):
        add_karim(page)
        page.get_by_role("button", name="Enlever Karim").click()
        return page.evaluate("pocket.read()"), page.evaluate("localStorage.length")

    assert on_phone("network", act) == (None, 0)


RESULT = """async (html) => {
  const form = document.querySelector("form");
  if (html) form.innerHTML = html;
  const has = (await import("/phone.js")).recall(form, pocket);
  return [has, form.querySelector(".network-own").hidden, [...form.querySelectorAll(".network-mine li")].map((line) => line.querySelector(".network-kept").textContent + line.querySelector("b").textContent)];
}"""


@pytest.mark.parametrize(("mine", "expected"), [
    (None, ["Karim1", "0", "0", "0"]), ({"close": 4, "around": 0, "before": 2, "met": 0}, ["Karim4", "0", "2", "0"]),
])  # fmt: skip
def test_first_names_are_recalled_with_the_result_also_to_who_passed_and_go_when_they_are_forgotten(on_phone, mine, expected):
    exercise = exercise_type("network")
    answer = exercise.Answer(counts=mine) if mine else None
    html = str(macros("network", "phone.html").result(sample_of(exercise).specification, answer, None))

    def act(page):
        add_karim(page)
        recalled = page.evaluate(RESULT, html)
        page.evaluate("pocket.clear(); document.querySelector('form').dispatchEvent(new Event('forgotten'))")
        return recalled, page.evaluate(RESULT, "")[:2]

    assert on_phone("network", act) == ([True, False, expected], [False, mine is None])


def to_the_moment(page):
    page.get_by_role("checkbox", name="Consulter les offres").check(force=True)
    press(page, "Suivant")


def test_no_more_actions_can_be_taken_than_asked(on_phone):
    def act(page):
        for action in ("Mettre à jour son CV", "Consulter les offres"):
            page.get_by_role("checkbox", name=action).check(force=True)
        page.get_by_role("textbox", name="Ou mon action à moi").fill("Appeler le garage")
        held_back = page.get_by_role("checkbox", name="Identifier des entreprises").is_disabled()
        page.get_by_role("checkbox", name="Consulter les offres").uncheck(force=True)
        return held_back, page.get_by_role("checkbox", name="Identifier des entreprises").is_disabled()

    assert on_phone("commitment", act) == (True, False)


def test_the_last_moment_chosen_is_the_one_that_is_sent(on_phone):
    def act(page):
        to_the_moment(page)
        page.get_by_role("radio", name="Cette semaine").check(force=True)
        page.get_by_label("Ou à une date").first.fill("2027-03-01")
        dated = page.evaluate("answer()")["when"]
        page.get_by_role("radio", name="Aujourd’hui").check(force=True)
        return dated, page.evaluate("answer()")["when"]

    assert on_phone("commitment", act) == ("2027-03-01", "aujourd’hui")


def test_a_day_that_is_over_is_not_taken_and_said_so(on_phone):
    def act(page):
        to_the_moment(page)
        date = page.get_by_label("Ou à une date").first
        date.fill("2020-01-31")
        date.blur()
        over = date.input_value(), page.get_by_text("Cette date est passée.").is_visible()
        date.fill("2999-01-31")
        date.blur()
        return over, date.input_value(), page.get_by_text("Cette date est passée.").is_visible()

    assert on_phone("commitment", act) == (("", True), "2999-01-31", False)


def test_enter_in_a_date_looks_at_it_first_as_a_touch_on_the_button_does(on_phone):
    def act(page):
        take(page, "Mettre à jour son CV")
        press(page, "Suivant")
        date = page.get_by_label("Ou à une date").locator("visible=true")
        date.fill("2020-01-31")
        date.press("Enter")
        return page.get_by_text("Cette date est passée.").is_visible(), page.locator(".turn-told").inner_text()

    assert on_phone("commitment", act) == (True, "Choisis ou écris quelque chose, puis continue.")


def test_a_day_that_was_chosen_and_has_gone_by_since_may_stay(on_phone):
    mine = exercise_type("commitment").Answer(actions=("Consulter les offres",), when="2020-01-31")

    assert on_phone("commitment", looked_at, mine) == "2020-01-31"


def looked_at(page):
    """Go to the first date and leave it as it is; return what stands there then."""
    date = page.locator("input[type=date]").first
    date.evaluate("field => { field.closest('[data-turn]').hidden = false; }")
    date.focus()
    date.blur()
    return date.input_value()


def take(page, *actions):
    for action in actions:
        page.get_by_role("checkbox", name=action).check(force=True)


def test_each_action_has_its_own_moment_which_stays_with_it_whatever_is_chosen_beside_it(on_phone):
    def act(page):
        take(page, "Mettre à jour son CV", "Contacter la mission locale")
        press(page, "Suivant")
        asked = [page.locator("legend:visible").inner_text()]
        page.get_by_role("radio", name="Aujourd’hui").check(force=True)
        press(page, "Suivant")
        asked.append(page.locator("legend:visible").inner_text())
        page.get_by_label("Ou à une date").locator("visible=true").fill("2999-03-01")
        press(page, "↩ Précédent", "↩ Précédent")
        take(page, "Consulter les offres")
        press(page, "Suivant", "Suivant", "Suivant")
        told = page.locator(".turn-told").inner_text()
        page.locator("[data-turn]:visible").get_by_role("radio", name="Cette semaine").check(force=True)
        return asked, told, page.evaluate("answer()")

    asked, told, answer = on_phone("commitment", act)

    assert asked == ["Quand\u202f? «\u00a0Mettre à jour son CV\u00a0»", "Quand\u202f? «\u00a0Contacter la mission locale\u00a0»"]
    assert told.startswith("Choisis ou écris quelque chose")
    assert (answer["when"], answer["later"]) == ("aujourd’hui", {"2": "cette semaine", "3": "2999-03-01"})


def test_an_action_that_is_given_up_takes_its_moment_with_it(on_phone):
    mine = exercise_type("commitment").Answer(actions=("Mettre à jour son CV", "Consulter les offres"), when="aujourd’hui", later={"2": "ce mois-ci"})

    def act(page):
        page.get_by_role("checkbox", name="Mettre à jour son CV").uncheck(force=True)
        return page.evaluate("answer()")

    answer = on_phone("commitment", act, mine)

    assert (answer["actions"], answer["when"], "later" in answer) == (["Consulter les offres"], "ce mois-ci", False)


def test_actions_that_were_sent_with_one_moment_are_all_done_then(on_phone):
    mine = exercise_type("commitment").Answer(actions=("Mettre à jour son CV", "Consulter les offres"), when="ce mois-ci")

    assert on_phone("commitment", lambda page: page.evaluate("answer()"), mine)["later"] == {"2": "ce mois-ci"}


def test_more_actions_ticked_than_there_are_moments_before_the_script_came_stop_nothing(on_phone):
    def act(page):
        return page.evaluate("""async () => {
          const form = document.querySelector("form");
          for (const box of [...form.querySelectorAll("input[type=checkbox]")].slice(0, 5)) box.checked = true;
          delete form.dataset.enhanced;
          (await import("/phone.js")).enhance(form, pocket);
          return [...form.querySelectorAll(".commitment-when")].map((when) => when.dataset.turn);
        }""")

    assert on_phone("commitment", act) == ["needed"] * 3


def test_a_day_that_has_gone_by_stays_with_its_action_also_where_it_moves(on_phone):
    mine = exercise_type("commitment").Answer(actions=("Mettre à jour son CV", "Consulter les offres"), when="aujourd’hui", later={"2": "2020-01-31"})

    def act(page):
        page.get_by_role("checkbox", name="Mettre à jour son CV").uncheck(force=True)
        return looked_at(page)

    assert on_phone("commitment", act, mine) == "2020-01-31"


def test_what_help_is_asked_only_of_who_wants_some(on_phone):
    def act(page):
        asked = page.get_by_role("textbox", name="De l’aide pour quoi")
        to_the_moment(page)
        page.get_by_role("radio", name="Cette semaine").check(force=True)
        press(page, "Suivant")
        before = asked.count()
        page.get_by_role("radio", name="Oui, je veux un coup de main").check(force=True)
        return before, asked.count()

    assert on_phone("commitment", act) == (0, 1)
