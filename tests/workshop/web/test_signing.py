import pytest

from .conftest import Browser


def test_signing_in_leads_to_the_library(browser, bocage):
    answer = browser.sign_in()

    assert (answer.status_code, answer.location) == (303, "/bureau")
    assert "Claire Petit" in browser.get("/bureau").text


def test_the_address_may_be_typed_in_any_case(browser, bocage):
    assert browser.sign_in("  CLAIRE@ml.FR ").status_code == 303


def test_a_wrong_password_and_an_unknown_address_get_the_same_answer(browser, bocage):
    wrong, unknown = browser.sign_in(password="pas le bon"), browser.sign_in("nora@ml.fr", password="pas le bon")

    assert wrong.status_code == unknown.status_code == 422
    assert "L’adresse ou le mot de passe ne va pas" in wrong.text
    assert "L’adresse ou le mot de passe ne va pas" in unknown.text


def test_the_address_stays_in_the_form_and_the_password_does_not(browser, bocage):
    page = browser.sign_in(password="pas le bon").text

    assert 'value="claire@ml.fr"' in page
    assert "pas le bon" not in page


@pytest.mark.parametrize("email", ["claire@ml.fr", "nora@ml.fr"])
def test_after_five_wrong_passwords_even_the_right_one_waits(browser, bocage, email):
    for _ in range(5):
        assert browser.sign_in(email, password="pas le bon").status_code == 422

    answer = browser.sign_in(email)

    assert answer.status_code == 429
    assert "Attendez une minute" in answer.text


def test_one_persons_wrong_passwords_stop_nobody_else(browser, bocage, estuaire):
    for _ in range(6):
        browser.sign_in(password="pas le bon")

    assert browser.sign_in("bob@ml.fr").status_code == 303


def test_a_page_that_needs_somebody_asks_to_sign_in_and_comes_back(browser, bocage):
    asked = browser.get("/groupes/?ordre=nom")

    assert asked.location == "/connexion?suite=/groupes/?ordre%3Dnom"
    assert 'value="/groupes/?ordre=nom"' in browser.get(asked.location).text
    assert browser.sign_in(suite="/groupes/?ordre=nom").location == "/groupes/?ordre=nom"


@pytest.mark.parametrize(
    "elsewhere", ["https://ailleurs.fr/", "//ailleurs.fr", "/\\ailleurs.fr", "/\t/ailleurs.fr", "javascript:alert(1)", "groupes"]
)
def test_signing_in_never_leads_to_another_site(browser, bocage, elsewhere):
    assert browser.sign_in(suite=elsewhere).location == "/bureau"


def test_whoever_is_signed_in_is_not_asked_again(claire):
    assert claire.get("/connexion?suite=/groupes/").location == "/groupes/"


def test_signing_out_closes_the_office_on_this_browser(claire):
    claire.send("/bureau", to="/deconnexion")

    assert claire.get("/bureau").location.startswith("/connexion")


def test_a_link_cannot_sign_anybody_out(claire):
    assert claire.get("/deconnexion").status_code == 405
    assert claire.get("/bureau").status_code == 200


def test_an_account_that_was_removed_is_signed_out_everywhere(app, claire, house):
    from workshop.people.tables import Counsellor

    with house.database.begin() as session:
        session.delete(session.query(Counsellor).one())

    assert claire.get("/bureau").location.startswith("/connexion")


def test_two_browsers_are_two_people(app, claire, estuaire):
    other = Browser(app)
    other.sign_in("bob@ml.fr")

    assert "Bob Martin" in other.get("/bureau").text
    assert "Bob Martin" not in claire.get("/bureau").text
