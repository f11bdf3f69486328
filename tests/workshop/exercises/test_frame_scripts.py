"""What the frame's own scripts do for every type: keep what is not sent, say at once what is missing, say aloud what is new."""

import pytest

from workshop.exercises.registry import exercise_type, exercise_types, sample_of

from .plain_form import EXERCISES, ROOT, macros

MOMENT = """<div class="moment" data-moment="{moment}" data-version="1" data-run="{run}" data-part="{part}" data-own="{own}"{said}><h1>{title}</h1><div class="clock"></div>
{body}</div>"""
FORM = """<form class="exercise" data-script="{script}" novalidate>{fields}<footer><p class="state" role="status"></p>
<button class="send">Envoyer</button><button name="_pass" value="1">Je passe</button></footer></form>"""
START = """async () => {
  const [surface, drafts, needed, outbox] = await Promise.all(["surface", "drafts", "needed", "outbox"].map((name) => import(`/js/${name}.js`)));
  Object.assign(window, surface, drafts, needed, outbox);
  // as main.js does
  document.getElementById("surface").addEventListener("input", () => keepDraft(moment()));
}"""
FILLED = """[...document.querySelectorAll("form.exercise :is(input, select, textarea)")].filter(one => one.name && one.type !== "hidden")
  .map(one => [one.name, ["radio", "checkbox"].includes(one.type) ? one.checked : one.value])"""
# the last of everything, for many a form comes with the first one chosen
FILL_IN = """() => {
  const changed = (node) => ["input", "change"].forEach((kind) => node.dispatchEvent(new Event(kind, { bubbles: true })));
  const all = (css) => [...document.querySelectorAll(`form.exercise ${css}`)].filter((node) => node.name && !node.disabled);
  for (const name of new Set(all("[type=radio]").map((node) => node.name))) all("[type=radio]").findLast((node) => node.name === name).click();
  all("[type=checkbox]").at(-1)?.click();
  for (const [place, select] of all("select").entries()) { select.value = [...select.options].map((one) => one.value).filter(Boolean).at(place) ?? ""; changed(select); }
  for (const field of all(":is([type=text], [type=number], :not([type]):not(button):not(select):not(fieldset), textarea)")) {
    if (field.matches("input, textarea")) { field.value = field.type === "number" || field.inputMode === "decimal" ? "7" : "le garage"; changed(field); }
  }
}"""


def start(page):
    page.route("**/js/*.js", lambda route: route.fulfill(path=ROOT / "static/js/phone" / route.request.url.rsplit("/", 1)[1], content_type="text/javascript"))
    page.set_content("<main id='surface'></main><p id='announce' role='status'></p><p id='warning' hidden></p>")
    page.evaluate(START)


def moment(title="Une question", body="", run="r", part=0, kind="activity", own="none", said=""):
    return MOMENT.format(title=title, body=body, run=run, part=part, moment=kind, own=own, said=f' data-said="{said}"' if said else "")


def form_of(name, mine=None):
    exercise = exercise_type(name)
    script = "/phone.js" if (EXERCISES / name / "phone.js").is_file() else ""
    return FORM.format(script=script, fields=macros(name, "phone.html").form(exercise.public_to(sample_of(exercise).specification, mine), mine))


def host(name):
    """Return the type whose page is opened: on_phone serves only scripts that exist."""
    return name if (EXERCISES / name / "phone.js").is_file() else "estimate"


def show(page, *args, **kwargs):
    page.evaluate("async (html) => { show(html); await enliven(); }", moment(*args, **kwargs))


def said(page):
    return page.locator("#announce").inner_text()


# a story's buttons and the cards of interests answer by themselves; what network and interests count has a test of its own
WITH_FIELDS = sorted(name for name, exercise in exercise_types().items() if exercise.is_answerable and name not in ("scenario", "draw", "budget", "roleplay", "interests"))


@pytest.mark.parametrize("own", ["none", "sent"])
@pytest.mark.parametrize("name", WITH_FIELDS)
def test_what_is_filled_in_and_not_sent_is_there_after_a_reload(on_phone, name, own):
    mine = sample_of(exercise_type(name)).answers[0] if own == "sent" else None

    def act(page):
        start(page)
        show(page, body=form_of(name, mine), own=own)
        page.evaluate(FILL_IN)
        before = page.evaluate(FILLED)
        start(page)
        show(page, body=form_of(name, mine), own=own)
        return before, page.evaluate(FILLED), page.locator(".state").inner_text()

    before, after, state = on_phone(host(name), act)

    assert after == before
    assert state == ("Pas encore envoyé." if own == "sent" else "")


def test_what_stands_as_it_was_sent_is_no_draft(on_phone):
    def act(page):
        start(page)
        mine = sample_of(exercise_type("choice")).answers[0]
        show(page, body=form_of("choice", mine), own="sent")
        show(page, kind="closed")
        show(page, body=form_of("choice", mine), own="sent")
        return page.locator(".state").inner_text()

    assert on_phone("estimate", act) == ""


def test_what_is_erased_from_the_phone_is_in_no_form_either_that_was_left_unsent(on_phone):
    form = form_of("interests").replace("<form", '<form data-pocket="envies.0"')
    result = str(macros("interests", "phone.html").result(sample_of(exercise_type("interests")).specification, None, None))
    kept = "[...Object.keys(localStorage), ...Object.keys(sessionStorage)].filter((key) => key.includes('envies')).length"

    def act(page):
        start(page)
        show(page, body='<form class="exercise"><input name="text" value="à moi"></form>', run="another")
        show(page, body=form)
        for _ in range(30):
            page.locator(".interests-faces button").first.click()
        # closed, and revealed: what was not sent is a draft
        show(page, kind="closed")
        shown = moment(kind="result", body=f'<div class="exercise" data-pocket="envies.0" data-script="/phone.js">{result}</div>')
        page.evaluate("(html) => show(html)", shown)
        before = page.evaluate(kept)
        page.get_by_role("button", name="Effacer de ce téléphone").click()
        told, after = page.get_by_role("status").filter(has_text="Effacé").inner_text(), page.evaluate(kept)
        show(page, body=form)
        again = page.locator(".interests-count").inner_text()
        show(page, body='<form class="exercise"><input name="text" value=""></form>', run="another")
        return before, told, after, again, page.locator("[name=text]").input_value()

    assert on_phone("interests", act) == (2, "Effacé de ce téléphone ✓", 0, "Carte 1 sur 30", "à moi")


def test_what_is_erased_in_the_form_is_in_no_form_of_another_round_either(on_phone):
    form = form_of("interests").replace("<form", '<form data-pocket="envies.0"')
    drafts = "Object.entries(sessionStorage).filter(([key]) => key.includes('envies')).map(([key, fields]) => [key.split('.').at(-2), /\\d/.test(fields)])"

    def act(page):
        start(page)
        page.evaluate("(html) => show(html)", moment(body=form, run="first"))
        for _ in range(30):
            page.locator(".interests-faces button").first.click()
        page.evaluate("(html) => show(html)", moment(kind="closed", run="first"))
        before = page.evaluate(drafts)
        page.evaluate("(html) => show(html)", moment(body=form, run="second"))
        page.get_by_role("button", name="Effacer de ce téléphone").click()
        return before, [run for run, is_filled in page.evaluate(drafts) if is_filled]

    assert on_phone("interests", act) == ([["first", True]], [])


def test_what_the_server_wrote_into_a_hidden_field_is_never_taken_from_a_draft(on_phone):
    def act(page):
        start(page)
        body = '<form class="exercise"><input type="hidden" name="scene" value="{}"><input name="text" value=""></form>'
        show(page, body=body.format("1-1"))
        page.locator("[name=text]").fill("bien")
        show(page, kind="read")
        show(page, body=body.format("2-1"))
        return page.evaluate("[...new FormData(document.querySelector('form'))]")

    assert on_phone("estimate", act) == [["scene", "2-1"], ["text", "bien"]]


def test_what_was_typed_while_an_answer_was_under_way_stays_when_it_arrives(on_phone):
    def act(page):
        start(page)
        show(page, body='<form class="exercise"><input name="text"></form>')
        page.locator("[name=text]").fill("un")
        page.evaluate("window.sent = draftSent(moment())")
        page.locator("[name=text]").fill("deux")
        page.evaluate("dropDraft(sent)")
        kept = page.evaluate("sessionStorage.length")
        page.evaluate("dropDraft(draftSent(moment()))")
        return kept, page.evaluate("sessionStorage.length")

    assert on_phone("estimate", act) == (1, 0)


def test_an_answer_whose_receipt_was_lost_is_not_taken_for_a_change(on_phone):
    def act(page):
        start(page)
        body = '<form class="exercise"><input name="text" value="{}"><p class="state"></p></form>'
        show(page, body=body.format(""))
        page.locator("[name=text]").fill("un")
        page.evaluate("post({ run: 'r', part: 0, token: 't', draft: draftSent(moment()) })")
        show(page, body=body.format("un"), own="sent")
        received = page.locator(".state").inner_text()
        page.locator("[name=text]").fill("deux")
        start(page)
        show(page, body=body.format("un"), own="sent")
        return received, page.locator(".state").inner_text()

    assert on_phone("estimate", act) == ("", "Pas encore envoyé.")


@pytest.mark.parametrize(("name", "fields", "why"), [
    ("feedback", {"keep": "Relancer"}, "Choisis un visage, puis envoie."),
    ("text", {}, "La phrase est commencée. Écris la suite et renvoie."),
    ("roleplay", {}, "Il reste à cocher\u00a0: «\u00a0dire bonjour et son prénom\u00a0»."),
])
def test_what_is_missing_is_said_before_anything_leaves_and_the_field_is_shown(on_phone, name, fields, why):
    def act(page):
        start(page)
        show(page, body=form_of(name))
        for field, text in fields.items():
            # on a later page than what is missing
            page.locator(f"[name={field}]").evaluate("(node, text) => { node.value = text; }", text)
        return page.evaluate("missingIn(document.querySelector('form'))?.why")

    assert on_phone(host(name), act) == why


@pytest.mark.parametrize("name", WITH_FIELDS)
def test_what_the_server_would_take_is_never_held_back(on_phone, name):
    def act(page):
        start(page)
        held = []
        for mine in sample_of(exercise_type(name)).answers:
            show(page, body=form_of(name, mine), own="sent", run=str(len(held)))
            held.append(page.evaluate("missingIn(document.querySelector('form'))?.why ?? null"))
        return held

    assert set(on_phone(host(name), act)) == {None}


def test_the_next_question_of_a_block_is_announced(on_phone):
    def act(page):
        start(page)
        show(page, "Première question")
        show(page, "Deuxième question", part=1)
        return said(page)

    assert on_phone("estimate", act) == "Deuxième question"


def test_the_result_is_announced_as_one_with_what_it_means(on_phone):
    def act(page):
        start(page)
        show(page, "Le CV tient sur…")
        show(page, "Le CV tient sur…", kind="result", said="Résultat.", body="<p data-heard>Une page suffit.</p>")
        return said(page)

    assert on_phone("estimate", act) == "Résultat. Le CV tient sur… Une page suffit."


def test_each_point_of_a_page_is_said_once_as_it_comes(on_phone):
    def act(page):
        start(page)
        points = ["<li data-heard>Un.</li>", "<li data-heard>Deux.</li>"]
        heard = []
        for count in range(3):
            show(page, "La page", kind="read", body=f"<ul>{''.join(points[:count])}</ul>")
            heard.append(said(page))
        return heard

    assert on_phone("estimate", act) == ["La page", "Un.", "Deux."]


def test_the_focus_goes_on_to_what_comes_in_the_place_of_what_had_it(on_phone):
    def act(page):
        start(page)
        show(page, "Première question", body=form_of("choice"))
        page.get_by_role("button", name="Envoyer").focus()
        show(page, "Deuxième question", part=1)
        taken = page.evaluate("document.activeElement.textContent"), said(page)
        page.evaluate("document.activeElement.blur()")
        show(page, "Troisième question", part=2)
        return taken, page.evaluate("document.activeElement.tagName")

    assert on_phone("estimate", act) == (("Deuxième question", ""), "BODY")


def test_once_help_has_come_the_button_is_no_longer_pressed(on_phone):
    button = '<button data-signal="lost" aria-pressed="{}">Je suis perdu</button>'

    def act(page):
        start(page)
        show(page, body=button.format("true"))
        pressed = []
        for asked_at in ("Infinity", "performance.now()"):
            # what is pushed to all does not know
            page.evaluate(f"(html) => show(html, {asked_at})", moment(body=button.format("false")))
            pressed.append(page.get_by_role("button", name="Je suis perdu").get_attribute("aria-pressed"))
        return pressed

    assert on_phone("estimate", act) == ["true", "false"]


@pytest.mark.parametrize("news", ["", "Et ceci est nouveau."])
def test_a_result_is_drawn_again_only_where_it_says_something_else(on_phone, news):
    def act(page):
        start(page)
        show(page, kind="result", body="<p>Merci.</p>")
        page.evaluate("moment().dataset.mine = 'yes'")
        again = moment(kind="result", body=f"<p>Merci.{news}</p>").replace('data-version="1"', 'data-version="2"')
        page.evaluate("(html) => show(html)", again)
        return page.evaluate("moment().dataset.mine ?? 'drawn again'"), page.locator(".moment").get_attribute("data-version")

    assert on_phone("estimate", act) == ("drawn again" if news else "yes", "2")


def test_the_first_page_of_what_was_sent_says_that_one_may_look_at_it_again_until_something_changes(on_phone):
    def act(page):
        start(page)
        mine = sample_of(exercise_type("feedback")).answers[0]
        show(page, body=form_of("feedback", mine), own="sent")
        sent = page.locator(".turn-next").inner_text()
        page.get_by_role("radio").first.check(force=True)
        changed = page.locator(".turn-next").inner_text()
        show(page, body=form_of("feedback"), run="other")
        return sent, changed, page.locator(".turn-next").inner_text()

    assert on_phone(host("feedback"), act) == ("Revoir ma réponse", "Suivant", "Suivant")


def test_what_goes_on_after_what_was_sent_is_new_and_goes_on_as_usual(on_phone):
    def act(page):
        start(page)
        html = moment(body=form_of("feedback"), own="sent").replace('data-own="sent"', 'data-own="sent" data-stage="2"')
        page.evaluate("async (html) => { show(html); await enliven(); }", html)
        return page.locator(".turn-next").inner_text()

    assert on_phone(host("feedback"), act) == "Suivant"
