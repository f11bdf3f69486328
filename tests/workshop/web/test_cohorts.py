import html

import pytest

from workshop.people.cohorts import add_learners, create_cohort, learners_of
from workshop.people.tables import Cohort, Learner

from .conftest import NOW


@pytest.fixture
def autumn(house, bocage) -> Cohort:
    with house.database.begin() as session:
        return create_cohort(session, bocage.id, "Groupe d’automne", 12, NOW)


def text_of(answer) -> str:
    return html.unescape(answer.text)


def names(house, cohort) -> list[str]:
    with house.database() as session:
        return [learner.name for learner in learners_of(session, cohort)]


def test_an_empty_list_says_how_to_begin(claire):
    assert "Pas encore de groupe" in claire.get("/groupes/").text


def test_a_new_group_is_ready_for_its_names(claire):
    answer = claire.send("/groupes/nouveau", {"name": "  Promotion   12 ", "headcount": "14"}, follow_redirects=True)

    assert "<h1>Promotion 12</h1>" in answer.text
    assert "Vous pouvez y coller une liste de noms" in answer.text
    assert "14 personnes attendues · pas encore de noms" in text_of(claire.get("/groupes/"))


@pytest.mark.parametrize("headcount", ["", "-1", "201", "douze"])
def test_an_impossible_number_gets_a_sentence_in_french(claire, headcount):
    answer = claire.send("/groupes/nouveau", {"name": "Promotion 12", "headcount": headcount})

    assert answer.status_code == 422
    assert "Écrivez un nombre entre 0 et 200." in answer.text
    assert "valid integer" not in answer.text
    assert 'value="Promotion 12"' in answer.text


def test_a_name_already_taken_is_told_beside_the_field(claire, autumn):
    answer = claire.send("/groupes/nouveau", {"name": "Groupe d’automne", "headcount": "9"})

    assert answer.status_code == 422
    assert "Donnez un autre nom" in answer.text
    assert 'aria-invalid="true"' in answer.text


def test_a_group_can_be_renamed(claire, autumn):
    answer = claire.send(f"/groupes/{autumn.id}", {"name": "Groupe d’hiver", "headcount": "10"}, follow_redirects=True)

    assert "<h1>Groupe d’hiver</h1>" in text_of(answer)


def test_a_pasted_list_becomes_names(claire, autumn, house):
    answer = claire.send(
        f"/groupes/{autumn.id}", {"names": "1. Karim B.\nInès D.\n\nKarim B."}, to=f"/groupes/{autumn.id}/noms", follow_redirects=True
    )

    assert "2 noms sont ajoutés." in answer.text
    assert names(house, autumn) == ["Karim B.", "Inès D."]


def test_an_empty_paste_says_what_to_do(claire, autumn):
    answer = claire.send(f"/groupes/{autumn.id}", {"names": " \n "}, to=f"/groupes/{autumn.id}/noms")

    assert answer.status_code == 422
    assert "Collez ou écrivez au moins un nom" in answer.text


def test_a_list_that_is_refused_stays_in_the_form(claire, autumn, house):
    pasted = "\n".join(f"Jeune {number:03}" for number in range(201))

    answer = claire.send(f"/groupes/{autumn.id}", {"names": pasted.replace("Jeune", "Personne")}, to=f"/groupes/{autumn.id}/noms")

    assert answer.status_code == 422
    assert "Personne 200" in answer.text
    assert names(house, autumn) == []


def test_a_name_can_be_taken_off(claire, autumn, house):
    with house.database.begin() as session:
        karim, _ines = add_learners(session, autumn, "Karim B.\nInès D.")

    answer = claire.send(f"/groupes/{autumn.id}", to=f"/groupes/{autumn.id}/noms/{karim.id}/enlever", follow_redirects=True)

    assert "Karim B. n’est plus sur la liste." in text_of(answer)
    assert names(house, autumn) == ["Inès D."]


def test_a_name_with_markup_is_shown_as_text(claire, autumn):
    answer = claire.send(f"/groupes/{autumn.id}", {"names": "<b>Karim</b>"}, to=f"/groupes/{autumn.id}/noms", follow_redirects=True)

    assert "&lt;b&gt;Karim&lt;/b&gt;" in answer.text
    assert "<b>Karim" not in answer.text


def test_an_archived_group_leaves_the_launch_and_can_come_back(claire, autumn):
    claire.send(f"/groupes/{autumn.id}", to=f"/groupes/{autumn.id}/archiver")
    assert "Groupe d’automne" not in text_of(claire.get("/atelier/marche-cache"))
    assert "Groupes archivés" in claire.get("/groupes/").text

    claire.send(f"/groupes/{autumn.id}", to=f"/groupes/{autumn.id}/reprendre")

    assert "Groupe d’automne" in text_of(claire.get("/atelier/marche-cache"))


@pytest.mark.parametrize("action", ["", "/noms", "/archiver", "/reprendre", "/noms/1/enlever"])
def test_another_organisations_group_cannot_be_seen_or_touched(claire, house, estuaire, action):
    with house.database.begin() as session:
        theirs = create_cohort(session, estuaire.id, "Groupe voisin", 12, NOW)
        add_learners(session, theirs, "Nora")

    answer = claire.send("/groupes/nouveau", {"name": "À moi", "headcount": "1", "names": "Intrus"}, to=f"/groupes/{theirs.id}{action}")

    assert claire.get(f"/groupes/{theirs.id}").status_code == 404
    assert answer.status_code == 404
    with house.database() as session:
        kept = session.get_one(Cohort, theirs.id)
        assert (kept.name, kept.archived_at, session.query(Learner).count()) == ("Groupe voisin", None, 1)


def test_groups_are_closed_without_a_sign_in(browser, autumn):
    assert browser.get(f"/groupes/{autumn.id}").location == f"/connexion?suite=/groupes/{autumn.id}"
    assert browser.send("/connexion", to=f"/groupes/{autumn.id}/archiver").location == "/connexion?suite=/bureau"
