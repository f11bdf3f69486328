"""What the script of strengths makes of its plain form, in a real browser: the cards, then the proofs of those that were taken."""

from .on_a_phone import press, read


def take(page, *labels):
    for label in labels:
        page.get_by_role("checkbox", name=label).check(force=True)


def proof(page):
    return page.locator("summary:visible").all_inner_texts()


def write(page, text):
    page.locator("textarea:visible").first.fill(text)


def test_only_the_proofs_of_the_taken_cards_are_asked_one_at_a_time(on_phone):
    def act(page):
        take(page, "Écouter", "Rester calme")
        before, told = proof(page), page.locator(".turn-where").inner_text()
        press(page, "Suivant")
        first = proof(page)
        write(page, "Au club")
        press(page, "Suivant")
        second = proof(page), page.get_by_role("button", name="Suivant").count()
        return before, told, first, second, read("strengths", page).proofs

    assert on_phone("strengths", act) == (
        [], "1 sur 3", ["La preuve\u00a0: Écouter"], (["La preuve\u00a0: Rester calme"], 0), {"ecouter.situation": "Au club"},
    )  # fmt: skip


def test_one_card_too_many_is_held_back(on_phone):
    def act(page):
        take(page, "Écouter", "Rester calme", "Expliquer")
        return page.get_by_role("checkbox", name="Oser essayer").is_disabled(), page.get_by_text("c’est assez").is_visible()

    assert on_phone("strengths", act) == (True, True)


def test_nothing_goes_on_without_a_card(on_phone):
    def act(page):
        take(page, "Écouter")
        page.get_by_role("checkbox", name="Écouter").uncheck(force=True)
        press(page, "Suivant")
        return proof(page), page.locator(".turn-told").inner_text()

    assert on_phone("strengths", act) == ([], "Choisis ou écris quelque chose, puis continue.")


def test_what_was_written_for_a_card_that_is_put_back_is_not_sent(on_phone):
    def act(page):
        take(page, "Écouter")
        press(page, "Suivant")
        write(page, "Au club")
        press(page, "↩ Précédent")
        page.get_by_role("checkbox", name="Écouter").uncheck(force=True)
        take(page, "Expliquer")
        return page.evaluate("answer()")

    assert on_phone("strengths", act) == {"picked": ["expliquer"]}
