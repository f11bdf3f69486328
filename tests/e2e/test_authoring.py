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
    assert violations(page) == []
    page.get_by_role("link", name="Question à choix").click()
    phone, screen = surface(page, "phone", "asking"), surface(page, "screen", "asking")
    expect(page.get_by_text("voici l’exemple")).to_be_visible()
    assert violations(page) == []
    expect(phone).not_to_contain_text("Que fais-tu")

    page.get_by_label("Consigne").fill("Que fais-tu d’abord ?")
    texts = page.get_by_label("Texte", exact=True)
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
    page.goto(page.url.replace("/bureau", "/activites/matrix"))
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
