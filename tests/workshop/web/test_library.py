import html

from workshop.people.cohorts import create_cohort

from .conftest import NOW


def page_of(browser, path="/atelier/marche-cache"):
    return html.unescape(browser.get(path).text)


def test_the_home_shows_each_workshop_with_what_helps_to_choose(claire):
    page = page_of(claire, "/bureau")

    for told in (
        "Marché caché et réseau",
        "Je sais où sont les emplois sans annonce.",
        "1\u00a0h\u00a015",
        "3 étapes",
        "Très peu à lire",
        "Module\u00a07 · Chercher un emploi",
    ):
        assert told in page


def test_the_library_without_a_sign_in_is_closed(browser, bocage):
    assert browser.get("/bureau").location == "/connexion?suite=/bureau"
    assert browser.get("/atelier/marche-cache").status_code == 302


def test_the_short_address_of_the_library_leads_home(claire):
    assert claire.get("/atelier/").location == "/bureau"


def test_a_workshops_page_tells_its_steps_goals_notes_and_sources_with_dates(claire):
    page = page_of(claire)

    for told in (
        "Météo du jour",
        "3 min",
        "Comprendre le marché caché",
        "Personne n’est obligé d’expliquer.",
        "valable au 1er décembre 2016",
        "à revoir le 1er janvier 2020",
    ):
        assert told in page
    assert 'href="https://dares.example/ofer"' in page


def test_a_fact_past_its_date_is_marked(claire):
    page = page_of(claire)

    assert page.count('class="tag late"') == 1
    assert "Des informations sont à vérifier" in page


def test_from_the_library_two_clicks_start_a_session(claire, house, bocage):
    with house.database.begin() as session:
        cohort = create_cohort(session, bocage.id, "Groupe d’automne", 12, NOW)
    assert 'href="/atelier/marche-cache"' in claire.get("/bureau").text

    sent = claire.send("/atelier/marche-cache", {"workshop": "marche-cache", "cohort": str(cohort.id)}, to="/seances")

    page = page_of(claire)
    assert 'action="/seances"' in page
    assert '<input type="hidden" name="workshop" value="marche-cache">' in page
    assert sent.json["cohort"] == str(cohort.id)


def test_the_only_group_is_already_chosen_but_among_two_nobody_is(claire, house, bocage):
    with house.database.begin() as session:
        create_cohort(session, bocage.id, "Groupe d’automne", 12, NOW)
    assert " selected>Groupe d’automne (12)" in page_of(claire)

    with house.database.begin() as session:
        create_cohort(session, bocage.id, "Groupe d’hiver", 8, NOW)

    assert " selected" not in page_of(claire)


def test_only_ones_own_groups_are_proposed(claire, house, estuaire):
    with house.database.begin() as session:
        create_cohort(session, estuaire.id, "Groupe voisin", 12, NOW)

    assert "Groupe voisin" not in page_of(claire)


def test_one_can_rehearse_alone(claire):
    assert '<button class="button" name="rehearsal" value="1">Répéter seul</button>' in page_of(claire)


def test_an_unknown_workshop_says_what_to_do(claire):
    answer = claire.get("/atelier/inconnu")

    assert answer.status_code == 404
    assert "Choisissez-en un dans la bibliothèque" in answer.text


def test_a_link_to_a_page_that_does_not_exist_is_not_shown(claire, app):
    assert "Séances passées" not in page_of(claire, "/bureau")


def test_past_sessions_are_one_click_away_once_they_exist(app, claire):
    app.view_functions["reports.past"] = lambda: "les séances"
    app.url_map.add(app.url_rule_class("/bilans", endpoint="reports.past"))

    assert 'href="/bilans"' in claire.get("/bureau").text
