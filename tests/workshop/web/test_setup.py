from workshop.people.setting_up import setup_token

from .conftest import counsellors

FILLED = {
    "organisation": "Mission locale du Bocage", "name": "Claire Petit", "email": "Claire@ML.fr",
    "password": "cheval agrafe pile", "password_again": "cheval agrafe pile", "wifi_name": "ML-Visiteurs", "wifi_password": "bienvenue",
}  # fmt: skip


def address(house):
    return f"/installation?jeton={setup_token(house.settings, house.database)}"


def install(browser, house, **changed):
    page = address(house)
    return browser.send(page, FILLED | {"jeton": page.partition("=")[2]} | changed, to="/installation")


def test_without_the_token_the_page_says_where_to_find_it(browser):
    page = browser.get("/installation")

    assert page.status_code == 200
    assert "setup.token" in page.text
    assert browser.get("/installation?jeton=faux").status_code == 403


def test_a_new_server_sends_whoever_wants_to_sign_in_to_the_installation(browser):
    assert browser.get("/connexion").location == "/installation"


def test_after_the_form_one_is_signed_in_and_in_the_library(browser, house):
    answer = install(browser, house)

    assert (answer.status_code, answer.location) == (303, "/bureau")
    page = browser.get("/bureau").text
    assert "Claire Petit" in page
    assert "Mission locale du Bocage" in page
    assert "C’est prêt" in page


def test_the_password_is_never_kept_as_typed(browser, house):
    install(browser, house)

    (claire,) = counsellors(house)
    assert claire.email == "claire@ml.fr"
    assert claire.password_hash.startswith("$argon2id$")


def test_a_form_with_mistakes_keeps_what_was_typed_but_the_passwords(browser, house):
    answer = install(browser, house, organisation="", password="court")

    assert answer.status_code == 422
    assert "Écrivez le nom de votre structure." in answer.text
    assert "Il faut 10 caractères ou plus" in answer.text
    assert 'value="Claire Petit"' in answer.text
    assert "court" not in answer.text.replace("trop court", "")
    assert "cheval agrafe pile" not in answer.text
    assert counsellors(house) == []


def test_an_error_is_tied_to_its_field(browser, house):
    page = install(browser, house, email="claire").text

    assert 'aria-describedby="email-hint email-why"' in page
    assert 'id="email-why"' in page
    assert '<a href="#email">' in page


def test_two_different_passwords_are_refused(browser, house):
    assert "Les deux mots de passe sont différents" in install(browser, house, password_again="autre chose ici").text


def test_the_wifi_may_be_left_out_but_not_half_filled(browser, house):
    assert "Écrivez aussi le nom du Wi-Fi" in install(browser, house, wifi_name="").text
    assert "8 caractères ou plus" in install(browser, house, wifi_password="court").text
    assert install(browser, house, wifi_name="", wifi_password="").status_code == 303


def test_the_installation_happens_once(browser, house):
    page = address(house)
    install(browser, house)

    assert browser.get(page).location == "/connexion"
    assert browser.send("/bureau", FILLED | {"jeton": page.partition("=")[2]}, to="/installation").location == "/connexion"
    assert len(counsellors(house)) == 1


def test_a_form_from_another_site_is_refused(browser, house):
    answer = browser.client.post("/installation", data=FILLED | {"jeton": setup_token(house.settings, house.database)})

    assert answer.status_code == 400
    assert counsellors(house) == []
