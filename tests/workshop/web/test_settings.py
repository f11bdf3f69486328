import html

from workshop.people.tables import Organisation


def test_the_settings_show_what_is_kept_and_keep_what_is_changed(claire, house):
    assert 'value="Mission locale du Bocage"' in claire.get("/reglages/").text

    claire.send(
        "/reglages/",
        {"name": "ML Bocage", "programme": "Contrat d’engagement jeune", "wifi_name": "ML-Visiteurs", "wifi_password": "bienvenue"},
    )

    with house.database() as session:
        kept = session.query(Organisation).one()
    assert (kept.name, kept.programme, kept.wifi_name, kept.wifi_password) == (
        "ML Bocage",
        "Contrat d’engagement jeune",
        "ML-Visiteurs",
        "bienvenue",
    )


def test_the_programme_is_the_organisations_own_or_the_servers(claire):
    assert "Garantie jeunes" in claire.get("/bureau").text

    claire.send("/reglages/", {"name": "ML Bocage", "programme": "Contrat d’engagement jeune"})

    page = html.unescape(claire.get("/bureau").text)
    assert "Contrat d’engagement jeune" in page
    assert "Garantie jeunes" not in page


def test_a_name_cannot_be_emptied(claire, house):
    answer = claire.send("/reglages/", {"name": "   ", "programme": "Autre"})

    assert answer.status_code == 422
    assert "Écrivez le nom de votre structure." in answer.text
    assert 'value="Autre"' in answer.text


def test_settings_change_ones_own_organisation_only(claire, house, estuaire):
    claire.send("/reglages/", {"name": "Renommée", "id": str(estuaire.id), "organisation_id": str(estuaire.id)})

    with house.database() as session:
        assert session.get_one(Organisation, estuaire.id).name == "Mission locale de l’Estuaire"
