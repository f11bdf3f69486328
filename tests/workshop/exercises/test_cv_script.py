"""What the script of cv makes of its plain form, in a real browser: one question at a time, and verbs that begin a sentence."""

import pytest

from workshop.exercises.registry import exercise_type, sample_of

from .on_a_phone import press, read

QUESTIONS = ["C’était quoi\u202f?", "Que faisais-tu\u202f?", "Où\u202f?", "Quand\u202f?", "Qu’as-tu fait\u202f?"]


def shown(page):
    return [one.text_content() for one in page.locator("legend:visible").all()]


def touch(page, choice):
    page.get_by_role("radio", name=choice, exact=True).or_(page.get_by_role("checkbox", name=choice, exact=True)).click()


def to_the_sentences(page):
    press(page, "Suivant")
    touch(page, "Vente")
    press(page, "Suivant", "Suivant", "Suivant")


def test_one_question_is_shown_at_a_time(on_phone):
    def act(page):
        seen = shown(page)
        press(page, "Suivant")
        touch(page, "Vente")
        for _ in range(3):
            seen += shown(page)
            press(page, "Suivant")
        return seen + shown(page), page.get_by_role("button", name="Suivant").count()

    assert on_phone("cv", act) == (QUESTIONS, 0)


def test_what_is_needed_is_asked_for_before_going_on(on_phone):
    def act(page):
        press(page, "Suivant", "Suivant")
        held = page.get_by_text("Choisis ou écris quelque chose, puis continue.").count(), shown(page)
        touch(page, "Vente")
        press(page, "Suivant")
        return held, shown(page)

    assert on_phone("cv", act) == ((1, QUESTIONS[1:2]), QUESTIONS[2:3])


def test_a_draft_that_came_back_is_gone_on_with_at_the_first_question_without_an_answer(on_phone):
    def act(page):
        to_the_sentences(page)
        page.evaluate("""async () => {
          const { takeTurns } = await import("/turns.js");
          const plain = document.querySelector("form");
          delete plain.dataset.turns;
          plain.querySelectorAll(".turn-ways, .turn-told, .turn-next").forEach((one) => one.remove());
          takeTurns(plain);
        }""")
        return shown(page)

    assert on_phone("cv", act) == QUESTIONS[4:]


def test_with_letters_twice_as_large_nothing_is_wider_than_a_small_phone(on_phone):
    def act(page):
        page.add_style_tag(content="html { font-size: 200% }")
        page.evaluate("document.querySelectorAll('.cv-step').forEach(step => { step.hidden = false; })")
        return page.evaluate("document.documentElement.scrollWidth")

    assert on_phone("cv", act) == 320


@pytest.mark.parametrize("place", range(5))
def test_nothing_is_wider_than_a_small_phone_and_nothing_to_touch_is_smaller_than_48_pixels(on_phone, place):
    def act(page):
        page.evaluate("document.querySelectorAll('[data-turn]').forEach(step => { step.dataset.turn = 'free'; })")
        for _ in range(place):
            press(page, "Suivant")
        boxes = [touched.bounding_box() for touched in page.locator("button:visible, .face:visible, input[type=text]:visible").all()]
        return page.evaluate("document.documentElement.scrollWidth"), boxes

    width, boxes = on_phone("cv", act)
    assert width == 320
    assert boxes
    assert [box for box in boxes if box["width"] < 48 or box["height"] < 48] == []


def test_an_answer_that_was_given_before_is_shown_as_a_block_and_still_there(on_phone):
    def act(page):
        return page.locator(".cv-title").text_content(), shown(page), page.get_by_role("button", name="Changer").count(), read("cv", page)

    for mine in sample_of(exercise_type("cv")).answers:
        title, questions, changing, brought_back = on_phone("cv", act, mine)
        assert (title, questions, changing) == (mine.block("experience").title, [], 1)
        assert brought_back.block("experience") == mine.block("experience")


def test_a_verb_begins_a_sentence_and_gives_way_to_another_verb_until_something_is_written(on_phone):
    def act(page):
        to_the_sentences(page)
        press(page, "Accueilli", "Rangé")
        page.keyboard.type("le stock")
        press(page, "Livré")
        page.keyboard.type("des colis")
        return page.evaluate("answer()")["own_lines"]

    assert on_phone("cv", act) == ["Rangé le stock", "Livré des colis"]


def test_no_more_sentences_can_be_given_than_asked(on_phone):
    def act(page):
        to_the_sentences(page)
        for sentence in ("Préparé les commandes", "Nettoyé le lieu de travail"):
            touch(page, sentence)
        press(page, "Aidé")
        page.keyboard.type("l’équipe")
        full = page.get_by_role("checkbox", name="Encaissé et rendu la monnaie").is_disabled(), page.get_by_text("C’est assez").count()
        press(page, "Vendu")
        return full, read("cv", page).all_lines

    assert on_phone("cv", act) == ((True, 1), ("Préparé les commandes", "Nettoyé le lieu de travail", "Aidé l’équipe"))


def test_of_a_choice_and_a_text_the_last_one_counts(on_phone):
    def act(page):
        press(page, "Suivant")
        touch(page, "Vente")
        page.get_by_role("textbox").locator("visible=true").fill("Vente au marché")
        typed = page.evaluate("answer()")
        touch(page, "Jardinage")
        return typed, page.evaluate("answer()")

    assert on_phone("cv", act) == ({"own": {"what": "Vente au marché"}}, {"picked": {"what": "Jardinage"}})


def test_the_key_that_ends_a_line_goes_on_to_the_next_question_and_sends_nothing(on_phone):
    def act(page):
        press(page, "Suivant")
        field = page.get_by_role("textbox").locator("visible=true")
        field.fill("Vente au marché")
        field.press("Enter")
        return shown(page), page.url

    assert on_phone("cv", act) == (QUESTIONS[2:3], "http://room.test/")


def test_what_is_hidden_is_not_read_aloud(on_phone):
    def act(page):
        return page.evaluate("""async () => {
          const { listenForSpeech } = await import("/speech.js");
          const said = [];
          speechSynthesis.speak = (words) => said.push(words.text);
          document.querySelector("form").insertAdjacentHTML("afterbegin", '<button type="button" class="say">Écouter</button>');
          listenForSpeech(document.body);
          document.querySelector(".say").click();
          return said;
        }""")

    [said] = on_phone("cv", act)
    assert said.startswith(QUESTIONS[0])
    assert not any(question in said for question in QUESTIONS[1:])
