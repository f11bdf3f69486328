import html

from .conftest import PASSWORD, Browser, counsellors

AMINE = {"name": "Amine Roy", "email": "Amine@ml.fr", "password": "trois mots simples"}


def test_a_colleague_gets_an_account_of_the_same_organisation(app, claire, bocage):
    answer = claire.send("/reglages/equipe/nouveau", AMINE, follow_redirects=True)

    assert "Amine Roy a maintenant un compte" in html.unescape(answer.text)
    amine = Browser(app)
    assert amine.sign_in("amine@ml.fr", "trois mots simples").status_code == 303
    assert "Mission locale du Bocage" in amine.get("/bureau").text


def test_an_address_that_has_an_account_is_told_beside_the_field(claire):
    answer = claire.send("/reglages/equipe/nouveau", AMINE | {"email": "CLAIRE@ml.fr"})

    assert answer.status_code == 422
    assert "Cette adresse a déjà un compte" in answer.text
    assert "trois mots simples" not in answer.text


def test_a_colleague_who_left_can_no_longer_come_in(app, claire, house):
    claire.send("/reglages/equipe/nouveau", AMINE)
    amine = counsellors(house)[-1]

    claire.send("/reglages/", to=f"/reglages/equipe/{amine.id}/retirer")

    assert Browser(app).sign_in("amine@ml.fr", "trois mots simples").status_code == 422


def test_nobody_removes_themselves_or_a_stranger(claire, house, estuaire):
    own, stranger = counsellors(house)

    assert claire.send("/reglages/", to=f"/reglages/equipe/{own.id}/retirer").status_code == 409
    assert claire.send("/reglages/", to=f"/reglages/equipe/{stranger.id}/retirer").status_code == 404
    assert len(counsellors(house)) == 2


def test_changing_ones_password_needs_the_current_one(app, claire):
    new = {"password": "quatre mots bien longs", "password_again": "quatre mots bien longs"}

    refused = claire.send("/reglages/mot-de-passe", {"current": "pas le bon"} | new)
    changed = claire.send("/reglages/mot-de-passe", {"current": PASSWORD} | new)

    assert refused.status_code == 422
    assert "Ce n’est pas votre mot de passe actuel" in html.unescape(refused.text)
    assert changed.status_code == 303
    assert Browser(app).sign_in(password="quatre mots bien longs").status_code == 303
    assert Browser(app).sign_in(password=PASSWORD).status_code == 422
