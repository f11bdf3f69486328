"""What a small phone makes of scenario, which needs no script, and of interests, whose game is all script."""

import json

import pytest

from workshop.exercises.registry import exercise_type, sample_of

from .on_a_phone import press, read
from .plain_form import EXERCISES, ROOT, macros

FACES = ("Je n’aime pas", "Bof", "J’aime")


def play(page, feelings):
    for feeling in feelings:
        page.get_by_role("button", name=FACES[feeling], exact=True).click()


def kept(page):
    return page.evaluate("Object.entries(localStorage).filter(([key]) => key.startsWith('tremplin.kept')).map(([, value]) => JSON.parse(value))")


@pytest.mark.parametrize("zoom", [100, 200])
def test_the_game_fits_a_small_phone_at_any_size_of_text(on_phone, zoom):
    def act(page):
        page.add_style_tag(content=f"html {{ font-size: {zoom}% }}")
        widths = [page.evaluate("document.documentElement.scrollWidth")]
        play(page, [2] * 30)
        return [*widths, page.evaluate("document.documentElement.scrollWidth")]

    assert on_phone("interests", act) == [320, 320]


def test_what_is_to_be_touched_is_48_pixels_or_more(on_phone):
    def act(page):
        play(page, [2])
        cards = [button.bounding_box() for button in page.locator("button:visible").all()]
        play(page, [1] * 29)
        return cards + [touched.bounding_box() for touched in page.locator("button:visible, summary:visible").all()]

    boxes = on_phone("interests", act)

    assert len(boxes) > 5
    assert [box for box in boxes if box["width"] < 48 or box["height"] < 48] == []


def test_nothing_can_be_sent_before_the_last_card_and_no_card_is_ever_in_what_is_sent(on_phone):
    def act(page):
        play(page, [2] * 29)
        before = page.evaluate("answer()")
        play(page, [0])
        return before, read("interests", page).sums, page.evaluate("[...new FormData(document.querySelector('form'))].length")

    # the cards come in turn from the six families, so the last one is of the sixth
    assert on_phone("interests", act) == ({}, {"R": 10, "I": 10, "A": 10, "S": 10, "E": 10, "C": 8}, 6)


def test_a_card_can_be_gone_back_to(on_phone):
    def act(page):
        play(page, [2])
        press(page, "↩ Carte d’avant")
        play(page, [0] * 30)
        return sum(read("interests", page).sums.values())

    assert on_phone("interests", act) == 0


def test_the_game_goes_on_where_it_was_after_a_reload(on_phone):
    def act(page):
        play(page, [2, 1, 0])
        page.reload()
        page.wait_for_function("window.answer")
        return page.locator(".interests-count").inner_text(), kept(page)

    assert on_phone("interests", act) == ("Carte 4 sur 30", [[2, 1, 0]])


def test_the_profile_names_what_is_liked_most_takes_the_focus_and_opens_up_trades(on_phone):
    def act(page):
        play(page, [2, 0, 0, 1, 0, 0] * 5)
        return page.evaluate("document.activeElement.textContent"), page.locator(".interests-game > p").first.inner_text(), page.locator("details[open]").count()

    assert on_phone("interests", act) == ("Ton profil", "Tu aimes surtout «\u00a0Fabriquer, réparer\u00a0» et «\u00a0Aider, expliquer\u00a0».", 2)


def test_the_next_card_is_announced_and_the_focus_stays_on_the_face(on_phone):
    def act(page):
        button = page.get_by_role("button", name="Bof", exact=True)
        button.press("Enter")
        return page.locator(".interests-card").get_attribute("aria-live"), button.evaluate("button => button === document.activeElement")

    assert on_phone("interests", act) == ("polite", True)


@pytest.mark.parametrize(("feelings", "said", "opened"), [
    ([1] * 6, "Aucune famille ne ressort, et c’est bien aussi. Ouvre les métiers qui te donnent envie.", 0),
    ([0] * 6, "Aucune carte ne t’a plu. Parles-en\u00a0: il y a d’autres pistes.", 0),
    ([0, 0, 0, 1, 1, 2], "Tu aimes surtout «\u00a0Organiser, ranger\u00a0», «\u00a0Aider, expliquer\u00a0» et «\u00a0Entreprendre, convaincre\u00a0».", 3),
    ([0, 0, 0, 0, 0, 1], "Tu aimes surtout «\u00a0Organiser, ranger\u00a0».", 1),
])
def test_ties_are_named_highest_first_and_a_profile_without_a_hill_is_told_as_such(on_phone, feelings, said, opened):
    def act(page):
        play(page, feelings * 5)
        sums = [int(text) for text in page.locator(".interests-game .interests-profile > li > b").all_inner_texts()]
        return page.locator(".interests-game > p").first.inner_text(), page.locator("details[open]").count(), sums[0] == max(sums), len(sums)

    assert on_phone("interests", act) == (said, opened, True, 6)


def result_of(mine):
    return str(macros("interests", "phone.html").result(sample_of(exercise_type("interests")).specification, mine, None))


RECALL = """async (html) => {
  const form = document.querySelector("form");
  form.innerHTML = html;
  return (await import("/phone.js")).recall(form, pocket);
}"""


def told(page):
    return page.locator(".interests-profile > li > b").all_inner_texts(), page.locator("details[open]").count()


def test_what_this_phone_kept_is_recalled_once_the_result_is_shown_and_what_stands_out_is_first(on_phone):
    def act(page):
        play(page, [0, 0, 0, 0, 1, 2] * 5)
        has_kept = page.evaluate(RECALL, result_of(None))
        return has_kept, page.locator(".interests-none").inner_text(), *told(page)

    assert on_phone("interests", act) == (True, "Tu l’as gardé pour toi\u00a0: il n’est que sur ce téléphone.", ["10", "5", "0", "0", "0", "0"], 2)


def test_the_result_of_who_shared_puts_what_stands_out_first_whatever_this_phone_kept(on_phone):
    mine = exercise_type("interests").Answer(sums={"R": 1, "I": 2, "A": 3, "S": 9, "E": 8, "C": 4})

    def act(page):
        play(page, [2, 0, 0, 0, 0, 0] * 5)
        page.evaluate(RECALL, result_of(mine))
        return told(page)

    assert on_phone("interests", act) == (["9", "8", "1", "2", "3", "4"], 2)


def test_a_phone_that_kept_nothing_shows_no_profile(on_phone):
    def act(page):
        return page.evaluate(RECALL, result_of(None)), page.locator(".interests-profile").is_visible()

    assert on_phone("interests", act) == (False, False)


@pytest.mark.parametrize(("cards", "told_before"), [
    (30, "Tu l’as gardé pour toi\u00a0: il n’est que sur ce téléphone."), (3, "Tes réponses (3 sur 30) ne sont que sur ce téléphone."),
])  # fmt: skip
def test_what_is_forgotten_is_gone_from_the_page_as_well(on_phone, cards, told_before):
    def act(page):
        play(page, [0, 1, 2] * (cards // 3))
        has_kept = page.evaluate(RECALL, result_of(None))
        before = page.locator(".interests-none").inner_text()
        page.evaluate("pocket.clear(); document.querySelector('form').dispatchEvent(new Event('forgotten'))")
        return has_kept, before, page.locator(".interests-none").inner_text(), page.locator(".interests-profile").is_visible()

    assert on_phone("interests", act) == (True, told_before, "Tu n’as rien partagé. Regarde l’écran\u00a0: c’est la roue du groupe.", False)


def test_a_profile_that_is_forgotten_in_the_form_begins_anew_and_the_frame_is_told(on_phone):
    def act(page):
        play(page, [0, 1, 2] * 10)
        page.evaluate("window.heard = 0; document.querySelector('form').addEventListener('input', () => { window.heard += 1; })")
        page.get_by_role("button", name="Effacer de ce téléphone").click()
        return page.locator(".interests-count").inner_text(), page.evaluate("heard"), page.evaluate("answer()"), page.evaluate("localStorage.length")

    assert on_phone("interests", act) == ("Carte 1 sur 30", 1, {}, 0)


def test_what_was_kept_by_a_hand_that_plays_tricks_is_not_believed(on_phone):
    def act(page):
        play(page, [2])
        page.evaluate("(tricks) => Object.keys(localStorage).forEach((key) => localStorage.setItem(key, tricks))", json.dumps([2, 9, "x", None]))
        page.reload()
        page.wait_for_function("window.answer")
        return page.locator(".interests-count").inner_text()

    assert on_phone("interests", act) == "Carte 2 sur 30"


def on_story(page):
    """Put the sample story in the place of what is shown; it has no script of its own."""
    exercise = exercise_type("scenario")
    sheets = [ROOT / "static/css/phone.css", EXERCISES / "scenario/style.css"]
    form = macros("scenario", "phone.html").form(exercise.public(sample_of(exercise).specification), None)
    page.set_content(f"<style>{''.join(sheet.read_text(encoding='utf-8') for sheet in sheets)}</style><main><form class='exercise'>{form}</form></main>")


def test_the_buttons_of_a_story_answer_by_themselves(on_phone):
    def act(page):
        on_story(page)
        page.evaluate("""() => { document.querySelector("form").addEventListener("submit", async (event) => {
          event.preventDefault();
          window.chosen = (await import("/form.js")).nested(event.target, event.submitter);
        }); }""")
        page.locator(".scenario-choice").nth(1).click()
        page.wait_for_function("window.chosen")
        return page.evaluate("window.chosen")

    assert on_phone("interests", act) == {"path": "/bus:b"}


@pytest.mark.parametrize("zoom", [100, 200])
def test_a_story_fits_a_small_phone_at_any_size_of_text(on_phone, zoom):
    def act(page):
        on_story(page)
        page.add_style_tag(content=f"html {{ font-size: {zoom}% }} .say-one {{ display: grid !important }}")
        return page.evaluate("document.documentElement.scrollWidth"), [button.bounding_box() for button in page.locator("button:visible").all()]

    width, boxes = on_phone("interests", act)

    assert width == 320
    assert boxes
    assert [box for box in boxes if box["width"] < 48 or box["height"] < 48] == []


SURFACE = """async () => {
  const { show } = await import("/js/surface.js");
  const at = (stage, own, body) => show(`<div data-moment="activity" data-version="1" data-run="r" data-part="0" data-own="${own}" data-stage="${stage}">
    <h1>Histoire</h1><div class="clock"></div><form class="exercise">${body}</form></div>`);
  at("", "none", "<p id='first'>Le bus</p>");
  document.getElementById("first").dataset.kept = "yes";
  at("", "none", "<p id='first'>Le bus</p>");
  const kept = document.getElementById("first").dataset.kept;
  at("i1", "sent", "<p id='then' data-arrive tabindex='-1'>Le tuteur répond.</p>");
  const focused = document.activeElement.id;
  at("i2", "sent", "<p id='end' data-arrive tabindex='-1'>Fin.</p>");
  return [kept, focused, document.activeElement.id, document.getElementById("announce").textContent];
}"""


def test_the_frame_draws_each_go_anew_puts_the_focus_on_it_and_leaves_the_rest_alone(on_phone):
    def act(page):
        page.route("**/js/*.js", lambda route: route.fulfill(path=ROOT / "static/js/phone" / route.request.url.rsplit("/", 1)[1], content_type="text/javascript"))
        page.set_content("<main id='surface'></main><p id='announce'></p>")
        return page.evaluate(SURFACE)

    assert on_phone("interests", act) == ["yes", "then", "end", "Histoire"]
