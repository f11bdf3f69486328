"""What the script of pitch makes of its plain form, in a real browser: one sentence at a time, the text as it grows, and a countdown to say it."""

import pytest

from workshop.exercises.registry import exercise_type, sample_of

from .on_a_phone import press, read, specification

STARTS = ["Bonjour, je m’appelle …", "Je cherche …", "Ce que je sais faire\u00a0: …", "La preuve\u00a0: …", "Ce que je vous demande\u00a0: … (si tu veux)"]
SAID = ("Louis", "un emploi", "vendre", "j’ai vendu")


def shown(page):
    return [one.inner_text() for one in page.locator(".pitch-step legend:visible").all()]


def text_of(page):
    return [line.text_content() for line in page.locator(".pitch-text p:visible").all()]


def write(page, text):
    page.get_by_role("textbox", name="Écris la suite").locator("visible=true").fill(text)


def to_the_practice(page, said=SAID):
    for text in said:
        write(page, text)
        press(page, "Suivant")
    press(page, "Suivant")


def heard(page):
    return page.locator(".pitch-heard").text_content()


def left(page):
    return page.get_by_role("timer").text_content()


def test_one_sentence_is_shown_at_a_time_and_the_practice_comes_last(on_phone):
    def act(page):
        seen = []
        for text in (*SAID, "un essai"):
            seen += shown(page)
            write(page, text)
            press(page, "Suivant")
        return seen, shown(page), page.get_by_role("heading", name="Dis-le à voix haute").is_visible()

    assert on_phone("pitch", act) == (STARTS, [], True)


def test_a_needed_sentence_is_asked_for_and_one_that_may_stay_empty_is_not(on_phone):
    def act(page):
        press(page, "Suivant")
        held = shown(page), page.locator(".turn-told").all_inner_texts()
        to_the_practice(page)
        return held, read("pitch", page).said

    held, said = on_phone("pitch", act)
    assert held == (STARTS[:1], ["Choisis ou écris quelque chose, puis continue."])
    assert tuple(said.values()) == SAID


@pytest.mark.parametrize("said", [
    SAID,
    ("je m'appelle Awa", "Je cherche un stage, ", "la preuve : vendre !", "12  vélos\nréparés"),
    ("bonjour, je m'appelle Awa", "je cherche… un stage", "ce que je sais faire : … réparer", "<b>moi</b>"),
])
def test_the_text_grows_as_the_server_will_write_it(on_phone, said):
    def act(page):
        to_the_practice(page, said)
        return text_of(page), read("pitch", page)

    grown, answer = on_phone("pitch", act)
    assert grown == list(answer.lines(specification("pitch").starts))


def test_the_sentence_that_is_written_now_stands_out_in_the_text(on_phone):
    def act(page):
        write(page, "Louis")
        press(page, "Suivant")
        write(page, "un emploi")
        return page.locator(".pitch-text [aria-current]").all_text_contents(), text_of(page)

    assert on_phone("pitch", act) == (["Je cherche un emploi."], ["Bonjour, je m’appelle Louis.", "Je cherche un emploi."])


def test_an_idea_is_written_by_a_touch_beside_what_is_there_and_taken_out_by_another(on_phone):
    def act(page):
        for text in SAID[:2]:
            write(page, text)
            press(page, "Suivant")
        field, steps = page.get_by_role("textbox").locator("visible=true"), []
        for idea in ("bricoler et réparer", "préparer des commandes", "bricoler et réparer"):
            button = page.get_by_role("button", name=idea)
            button.click()
            steps.append((field.input_value(), button.get_attribute("aria-pressed")))
        write(page, "jardiner")
        press(page, "accueillir des clients")
        return steps, field.input_value()

    assert on_phone("pitch", act) == ([
        ("bricoler et réparer", "true"), ("bricoler et réparer, préparer des commandes", "true"), ("préparer des commandes", "false"),
    ], "jardiner, accueillir des clients")  # fmt: skip


def test_an_idea_that_is_too_long_for_the_field_is_not_cut(on_phone):
    def act(page):
        for text in SAID[:2]:
            write(page, text)
            press(page, "Suivant")
        write(page, "a" * 150)
        press(page, "bricoler et réparer")
        return len(page.get_by_role("textbox").locator("visible=true").input_value()), page.get_by_text("C’est assez long.").is_visible()

    assert on_phone("pitch", act) == (150, True)


def test_a_length_is_estimated_before_it_is_said(on_phone):
    def act(page):
        to_the_practice(page, (" ".join(["mot"] * 30), *SAID[1:]))
        return page.locator(".pitch-length").last.text_content()

    assert on_phone("pitch", act) == "Environ 20 secondes à voix haute, à un rythme calme."


def test_the_countdown_is_told_at_the_start_at_half_near_the_end_and_at_the_end_and_sends_nothing(on_phone):
    def act(page):
        page.clock.install()
        to_the_practice(page)
        asked = []
        page.on("request", lambda request: asked.append(request.url))
        told = [(left(page), heard(page))]
        press(page, "Démarrer")
        told.append((left(page), heard(page)))
        for seconds in (29.5, 0.5, 20, 9.5, 0.5):
            page.clock.run_for(seconds * 1000)
            told.append((left(page), heard(page)))
        return told, page.get_by_role("button", name="Recommencer").count(), asked

    over = "C’est fini. Termine ta phrase, puis recommence si tu veux."
    assert on_phone.alone("pitch", act) == ([
        ("1:00", ""), ("1:00", "C’est parti\u00a0: 60 secondes."), ("0:31", "C’est parti\u00a0: 60 secondes."), ("0:30", "Il reste 30 secondes."),
        ("0:10", "Il reste 10 secondes."), ("0:01", "Il reste 10 secondes."), ("0:00", over),
    ], 1, [])  # fmt: skip


def test_the_countdown_can_be_stopped_and_begun_again_from_the_whole_time(on_phone):
    def act(page):
        page.clock.install()
        to_the_practice(page)
        press(page, "Démarrer")
        page.clock.run_for(20_000)
        press(page, "Arrêter")
        page.clock.run_for(5_000)
        stopped = left(page)
        press(page, "Recommencer")
        page.clock.run_for(1_000)
        return stopped, left(page)

    assert on_phone.alone("pitch", act) == ("1:00", "0:59")


def test_a_phone_that_was_locked_while_it_counted_is_not_late(on_phone):
    def act(page):
        page.clock.install()
        to_the_practice(page)
        press(page, "Démarrer")
        page.clock.fast_forward(90_000)
        return left(page)

    assert on_phone.alone("pitch", act) == "0:00"


def test_nothing_moves_for_who_asked_for_less_motion(on_phone):
    def act(page):
        to_the_practice(page)
        seen = page.locator(".pitch-bar").is_visible()
        page.emulate_media(reduced_motion="reduce")
        return seen, page.locator(".pitch-bar").is_visible(), page.get_by_role("timer").is_visible()

    assert on_phone("pitch", act) == (True, False, True)


def test_what_was_kept_is_shown_ready_to_be_said_and_can_be_changed(on_phone):
    def act(page):
        first = shown(page), text_of(page)
        press(page, "Changer")
        return first, shown(page), read("pitch", page)

    for mine in sample_of(exercise_type("pitch")).answers:
        assert on_phone("pitch", act, mine) == (([], list(mine.lines(specification("pitch").starts))), STARTS[:1], mine)


def test_the_key_that_ends_a_line_goes_on_and_sends_nothing(on_phone):
    def act(page):
        write(page, "Louis")
        page.keyboard.press("Enter")
        return shown(page), page.url

    assert on_phone("pitch", act) == (STARTS[1:2], "http://room.test/")


@pytest.mark.parametrize("place", range(7))
def test_nothing_is_wider_than_a_small_phone_and_nothing_to_touch_is_smaller_than_48_pixels(on_phone, place):
    def act(page):
        page.evaluate("document.querySelectorAll('[data-turn]').forEach((step) => { step.dataset.turn = 'free'; })")
        for _ in range(place):
            press(page, "Suivant")
        boxes = [touched.bounding_box() for touched in page.locator("button:visible, .face:visible, textarea:visible").all()]
        width = page.evaluate("document.documentElement.scrollWidth")
        page.add_style_tag(content="html { font-size: 200% }")
        return width, page.evaluate("document.documentElement.scrollWidth"), boxes

    width, width_of_large_letters, boxes = on_phone("pitch", act)
    assert (width, width_of_large_letters) == (320, 320)
    assert boxes
    assert [box for box in boxes if box["width"] < 48 or box["height"] < 48] == []


def test_a_result_can_be_said_once_more(on_phone):
    def act(page):
        page.clock.install()
        page.evaluate("""async () => {
          const { recall } = await import("/phone.js");
          document.body.innerHTML = `<div class="exercise"><div class="pitch-practice" data-seconds="45"></div></div>`;
          for (const once of [1, 2]) recall(document.querySelector(".exercise"));
        }""")
        press(page, "Démarrer")
        page.clock.run_for(5_000)
        return left(page), page.get_by_role("timer").count()

    assert on_phone.alone("pitch", act) == ("0:40", 1)
