"""An author makes an activity in a real browser: the preview follows, the keyboard is enough, and so is a browser without JavaScript."""

import random
import re

import pytest
from PIL import Image
from playwright.sync_api import Page, expect

from tests.e2e.accessibility import violations
from tests.e2e.conftest import DESK

FIRST_COUNSELLOR = {
    "organisation": "Mission locale du Bocage", "name": "Claire Petit", "email": "claire@ml.fr",
    "password": "cheval agrafe pile", "password_again": "cheval agrafe pile",
}  # fmt: skip


@pytest.fixture
def author(server, open_page):
    """author(**options) → the page of a counsellor who is signed in."""

    def signed_in(**options) -> Page:
        page = open_page(**DESK, **options)
        page.goto(f"{server.base}/connexion")
        if "/installation" in page.url or page.locator("[name=password]").count() == 0:
            link = re.search(r"/installation\?jeton=\S+", server.log.read_text())
            page.goto(f"{server.base}{link[0]}")
            fill(page, FIRST_COUNSELLOR)
        else:
            fill(page, {name: FIRST_COUNSELLOR[name] for name in ("email", "password")})
        expect(page.get_by_role("heading", name="Quel atelier aujourd’hui")).to_be_visible()
        return page

    return signed_in


def fill(page: Page, values: dict[str, str]) -> None:
    for name, value in values.items():
        page.locator(f"main [name={name}]").fill(value)
    page.locator("main form button:not([type=button])").click()


def surface(page: Page, name: str, moment: str):
    return page.frame_locator(f'.frame[data-surface="{name}"][data-moment="{moment}"] iframe').locator("#surface")


def test_a_question_is_made_from_nothing_while_phone_and_screen_follow(author):
    page = author()
    page.get_by_role("link", name="Activités", exact=True).click()
    expect(page.get_by_role("heading", name="Quelle activité")).to_be_visible()
    assert violations(page) == []
    page.get_by_role("link", name="Question à choix").click()
    phone, screen = surface(page, "phone", "asking"), surface(page, "screen", "asking")
    expect(page.get_by_text("voici l’exemple")).to_be_visible()
    assert violations(page) == []
    expect(phone).not_to_contain_text("Que fais-tu")

    page.get_by_label("Consigne").fill("Que fais-tu d’abord ?")
    texts = page.get_by_label(re.compile("^Texte"))
    texts.nth(0).fill("J’appelle l’entreprise")
    texts.nth(1).fill("J’attends un mail")
    page.get_by_label("Bonne réponse").nth(0).check()

    for seen in (phone, screen):
        expect(seen).to_contain_text("Que fais-tu d’abord")
        expect(seen).to_contain_text("J’attends un mail")
    expect(page.get_by_text("L’aperçu est à jour")).to_be_visible()

    page.get_by_role("button", name="Ajouter").click()
    expect(texts.nth(2)).to_be_focused()
    page.keyboard.type("Je demande à un ami")
    expect(phone).to_contain_text("Je demande à un ami")
    expect(screen).to_contain_text("Je demande à un ami")

    page.get_by_label("À retenir").fill("Un appel va plus vite qu’un mail.")
    page.get_by_label("Le résultat").check(force=True)
    expect(surface(page, "screen", "result")).to_contain_text("Un appel va plus vite qu’un mail.")
    expect(surface(page, "phone", "result")).to_contain_text("bonne réponse")

    # wrong again: the last good preview stays, and the list says why once one has left it
    page.get_by_label("Bonne réponse").nth(0).uncheck()
    page.get_by_label("Consigne").focus()
    expect(page.get_by_text("cochez « Bonne réponse » sur celle qui est juste")).to_be_visible()
    expect(surface(page, "screen", "result")).to_contain_text("Un appel va plus vite qu’un mail.")


def test_what_is_left_to_write_is_told_and_the_first_of_it_has_the_focus(author):
    page = author()
    page.goto(page.url.replace("/bureau", "/activites/choice"))
    expect(page.get_by_text("Écrivez quelque chose ici.").first).to_be_hidden()

    page.get_by_role("button", name="Voir l’aperçu").last.click()

    expect(page.get_by_text("Écrivez quelque chose ici.").first).to_be_visible()
    expect(page.get_by_label("Consigne")).to_be_focused()


def test_the_yaml_is_ready_to_be_copied(author):
    page = author()
    page.goto(page.url.replace("/bureau", "/activites/mood?depuis=exemple"))
    page.get_by_label("Consigne").fill("Et ce soir, quel temps fait-il ?")
    page.get_by_text("Copier en YAML").click()

    expect(page.get_by_label("L’activité en YAML")).to_have_value(re.compile("prompt: Et ce soir, quel temps fait-il"))
    page.get_by_role("button", name="Copier", exact=True).click()
    expect(page.get_by_text(re.compile("C’est copié|Le texte est sélectionné"))).to_be_visible()


def test_a_heavy_photo_is_made_light_and_shows_on_phone_and_screen(author, tmp_path):
    photo = tmp_path / "photo.png"
    Image.frombytes("RGB", (900, 600), random.Random(1).randbytes(900 * 600 * 3)).save(photo)
    page = author()
    page.goto(page.url.replace("/bureau", "/activites/slide"))
    page.get_by_label("Titre", exact=True).fill("Voici le dépôt")
    page.get_by_text("Plus de réglages").first.click()

    page.get_by_label("Image", exact=True).set_input_files(photo)
    expect(page.get_by_role("button", name="Enlever l’image")).to_be_visible()
    page.get_by_label("Description").first.fill("Un dépôt plein de cartons")

    for name in ("phone", "screen"):
        expect(surface(page, name, "asking").get_by_role("img", name="Un dépôt plein de cartons")).to_have_attribute("src", re.compile("^data:image/jpeg"))


def test_a_zone_is_drawn_on_the_picture_moved_by_keys_and_reached_by_a_click(author, tmp_path):
    Image.new("RGB", (600, 400), "white").save(tmp_path / "paie.png")
    page = author()
    page.goto(page.url.replace("/bureau", "/activites/spotting"))
    page.get_by_text("Le document est une image").click()
    page.get_by_label("Image", exact=True).set_input_files(tmp_path / "paie.png")
    page.get_by_label("Description", exact=True).fill("Une fiche de paie")

    def zone(number):
        return [float(page.locator(f'[name="zones.{number}.{side}"]').input_value()) for side in ("x", "y", "width", "height")]

    def drag(*corners):
        page.locator(".spotting-map").evaluate("map => map.scrollIntoView({block: 'start'})")
        box = page.locator(".spotting-map svg").bounding_box()
        points = [(box["x"] + x * box["width"] / 600, box["y"] + y * box["width"] / 600) for x, y in corners]
        page.mouse.move(*points[0])
        page.mouse.down()
        for point in points[1:]:
            page.mouse.move(*point)
        page.mouse.up()

    drag((100, 100), (200, 150), (300, 180))
    first = page.get_by_role("button", name=re.compile("^Zone 1"))
    expect(first).to_be_focused()
    assert zone(0) == pytest.approx([100, 100, 200, 80], abs=3)
    drag((200, 120), (250, 150), (260, 160))
    assert zone(0) == pytest.approx([160, 140, 200, 80], abs=4)
    drag((360, 220), (380, 240), (400, 260))
    assert zone(0) == pytest.approx([160, 140, 240, 120], abs=6)

    first.focus()
    left, top, _width, height = zone(0)
    page.keyboard.press("ArrowRight")
    page.keyboard.press("Shift+ArrowDown")
    assert (zone(0)[0] - left, zone(0)[1] - top, zone(0)[3] - height) == (6, 0, 6)
    page.keyboard.press("Enter")
    expect(page.get_by_label("Zone en mots").first).to_be_focused()
    page.keyboard.type("Net à payer : 50 000 €")
    page.get_by_label("À repérer", exact=True).last.check()

    drag((100, 300), (150, 330), (220, 350))
    expect(page.get_by_text("Zone 2 dessinée")).to_be_visible()
    drag((150, 320))
    expect(page.get_by_label("Zone en mots").nth(1)).to_be_focused()
    page.keyboard.type("Date du paiement")

    expect(surface(page, "phone", "asking").locator(".option")).to_have_count(2)
    assert violations(page) == []


def test_selected_words_become_a_passage_and_a_fact_goes_where_one_wrote_last(author):
    page = author()
    page.goto(page.url.replace("/bureau", "/activites/spotting"))
    document = page.get_by_label("Texte du document")
    document.fill("Smic : 3 euros de l’heure.\nPrime de 60 euros.")

    for words, button in (("3 euro", "Marquer comme faute"), ("rime", "Marquer comme normal")):
        document.evaluate("(field, words) => field.setSelectionRange(field.value.indexOf(words), field.value.indexOf(words) + words.length)", words)
        page.get_by_role("button", name=button).click()
    passages = page.get_by_label("Passage", exact=True)
    expect(passages.nth(0)).to_have_value("3 euros")
    expect(passages.nth(1)).to_have_value("Prime")
    expect(surface(page, "phone", "asking").get_by_role("checkbox")).to_have_count(2)

    page.get_by_label("Explication").first.fill("Le Smic est à ")
    page.get_by_text("Insérer un fait daté").click()
    page.get_by_label("Chercher").fill("smic heure")
    page.get_by_role("button", name=re.compile("^Insérer.*Smic brut de l’heure")).click()

    expect(page.get_by_label("Explication").first).to_have_value(re.compile("^Le Smic est à {{fact:smic-heure-brut}}$"))
    expect(page.get_by_text("Fait daté : 12,31 €")).to_be_visible()
    page.get_by_label("Le résultat").check(force=True)
    expect(surface(page, "phone", "result")).to_contain_text("Le Smic est à 12,31")
    assert violations(page) == []


def test_what_stays_on_the_phone_can_be_tried_in_the_preview_and_stays_nowhere(author):
    page = author()
    page.goto(page.url.replace("/bureau", "/activites/interests?depuis=exemple"))
    phone = surface(page, "phone", "asking")
    for card in range(3):
        expect(phone.locator(".interests-count")).to_contain_text(f"Carte {card + 1} sur 30")
        phone.locator(".interests-faces button").first.click()

    expect(phone.locator(".interests-count")).to_contain_text("Carte 4 sur 30")
    assert page.evaluate("Object.keys(localStorage).filter((key) => key.includes('kept'))") == []


def test_without_javascript_buttons_add_a_row_and_show_the_preview(author):
    page = author(java_script_enabled=False)
    page.goto(page.url.replace("/bureau", "/activites/sorting?depuis=exemple"))

    page.get_by_role("button", name=re.compile("Ajouter.*Catégories")).click()
    expect(page.get_by_label("Nom de la catégorie")).to_have_count(3)
    page.get_by_label("Nom de la catégorie").nth(2).fill("Ça dépend")
    page.get_by_label("Consigne").fill("Je le dis au patron ?")
    page.get_by_label("Catégorie", exact=True).first.select_option(index=3)
    page.get_by_role("button", name="Voir l’aperçu").last.click()

    for name in ("phone", "screen"):
        expect(surface(page, name, "asking")).to_contain_text("Ça dépend")
        expect(surface(page, name, "asking")).to_contain_text("Je le dis au patron")
