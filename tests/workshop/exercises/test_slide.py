"""A slide says one idea and asks nothing."""

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pydantic import ValidationError

from workshop.exercises.contract import AnswerRefused
from workshop.exercises.reading import read_answer
from workshop.exercises.slide import EXERCISE
from workshop.exercises.slide.fitting import SIZES, fitting

from .plain_form import macros


def slide(**fields):
    return EXERCISE.Specification.model_validate({"prompt": "Le marché caché", **fields})


def test_a_slide_has_nothing_to_answer_to_reveal_or_to_report():
    assert not EXERCISE.is_answerable
    assert not EXERCISE.reveals
    assert EXERCISE.section == "none"


@pytest.mark.parametrize("raw", [{}, {"value": 1}, [], None, "oui"])
def test_whatever_a_phone_sends_to_a_slide_is_refused(raw):
    with pytest.raises(AnswerRefused, match="rien à répondre"):
        read_answer(EXERCISE, slide(), raw)


def test_empty_lines_make_paragraphs():
    assert slide(text="Un.\nEncore un.\n\n  \nDeux.\n").paragraphs == ("Un.\nEncore un.", "Deux.")
    assert slide().paragraphs == ()


def test_the_points_are_told_in_their_order():
    points = ["Parler autour de soi.", "Écrire avant l’annonce.", "Passer voir."]

    assert EXERCISE.public(slide(points=points))["points"] == points


def test_the_whole_slide_is_public():
    link = {"label": "La Bonne Boîte", "url": "https://www.exemple.fr/recherche"}

    shown = EXERCISE.public(slide(text="Un.", points=["Deux."], takeaway="Trois.", link=link))

    assert shown == {
        "prompt": "Le marché caché",
        "paragraphs": ["Un."],
        "points": ["Deux."],
        "takeaway": "Trois.",
        "size": "large",
        "picture": None,
        "video": None,
        "link": {**link, "site": "exemple.fr"},
    }


@pytest.mark.parametrize(("fields", "size"), [
    ({}, "large"),
    ({"points": ["Parler autour de soi."] * 4, "takeaway": "Ose."}, "large"),
    ({"points": ["Parler de sa recherche autour de soi, à tout le monde."] * 4}, "medium"),
    ({"points": ["Parler de sa recherche autour de soi."] * 6, "takeaway": "Les gens que tu connais peuvent t’aider."}, "small"),
    ({"points": ["Parler de sa recherche autour de soi."] * 6, "takeaway": "Ose.", "prompt": "Un titre qui prend deux lignes à l’écran"}, "smallest"),
    ({"text": "Un texte sur le téléphone. " * 20, "points": ["Un seul point."]}, "large"),
    ({"text": "Un texte aussi à l’écran. " * 20}, "small"),
])
def test_the_more_there_is_to_read_the_smaller_the_letters(fields, size):
    assert slide(**fields).size == size


@pytest.mark.parametrize(("fields", "because"), [
    ({"points": ["Parler de sa recherche autour de soi. " * 3] * 6, "takeaway": "Ose. " * 30}, "points\u00a0: il y a trop à lire"),
    ({"text": "mot " * 175, "takeaway": "mot " * 50, "prompt": "Un titre " * 8}, "text\u00a0: il y a trop à lire"),
    ({"text": "\n\n".join(["mot"] * 30)}, "text\u00a0: il y a trop à lire"),
])
def test_a_slide_with_too_much_for_a_screen_is_refused_and_the_field_named(fields, because):
    with pytest.raises(ValidationError, match=because):
        slide(**fields)


@given(st.lists(st.text("mot ", min_size=1, max_size=140), max_size=6), st.text("mot ", max_size=200))
def test_adding_something_to_keep_never_makes_the_letters_larger(blocks, takeaway):
    order = [*SIZES, None]
    sizes = [fitting("Titre", blocks), fitting("Titre", blocks, takeaway), fitting("Titre", blocks, takeaway, "Un site")]

    assert [order.index(size) for size in sizes] == sorted(order.index(size) for size in sizes)


@pytest.mark.parametrize("url", [
    "javascript:alert(1)", "data:text/html,x", "exemple.fr", "https://", "/r/ABC", "ftp://exemple.fr", "https://exemple.fr/a b", "https://[", "https://?a", "",
])
def test_a_link_that_is_not_a_site_is_refused_with_what_to_do(url):
    with pytest.raises(ValidationError, match="copiez l’adresse entière"):
        slide(link={"label": "Un site", "url": url})


@pytest.mark.parametrize("fields", [
    {"prompt": ""},
    {"prompt": "a" * 81},
    {"points": ["un"] * 7},
    {"points": [""]},
    {"points": ["long " * 40]},
    {"text": "a" * 701},
    {"takeaway": "a" * 201},
    {"link": {"label": "", "url": "https://exemple.fr"}},
    {"link": {"url": "https://exemple.fr"}},
    {"secret": "x"},
])
def test_a_slide_with_a_part_out_of_bounds_is_refused(fields):
    with pytest.raises(ValidationError):
        slide(**fields)


THREE = {"points": ["Parler autour de soi.", "Écrire avant l’annonce.", "Passer voir."], "takeaway": "Ose."}


@pytest.mark.parametrize(("count", "seen"), [(0, ""), (1, "P"), (3, "PÉP")])
def test_a_phone_shows_the_points_that_are_shown_and_what_to_keep_with_the_last(count, seen):
    html = str(macros("slide", "phone.html").form({**EXERCISE.public(slide(**THREE)), "shown": count}, None))

    assert "".join(point[0] for point in THREE["points"] if point in html) == seen
    assert ("Ose." in html) == (count == 3)
    assert ("<ul" in html) == (count > 0)


def test_on_the_screen_later_points_keep_their_place_unseen():
    html = str(macros("slide", "screen.html").asking({**EXERCISE.public(slide(**THREE)), "shown": 1}))

    assert html.count("slide-later") == 3
    assert html.index(THREE["points"][0]) < html.index("slide-later")


def test_outside_a_room_all_points_are_there():
    page = EXERCISE.public(slide(**THREE))

    for html in (str(macros("slide", "phone.html").form(page, None)), str(macros("slide", "screen.html").asking(page))):
        assert all(point in html for point in THREE["points"])
        assert "slide-later" not in html


DRAWING = {"image": '<svg xmlns="http://www.w3.org/2000/svg"/>', "description": "Une porte ouverte.", "width": 400, "height": 300}
FILM = {"file": "entretien.mp4", "description": "Une personne se présente en une minute.", "captions": "entretien.vtt"}


def test_a_picture_is_seen_and_told_on_phone_and_screen():
    public = EXERCISE.public(slide(picture=DRAWING, points=["Ose."]))

    for html in (str(macros("slide", "phone.html").form(public, None)), str(macros("slide", "screen.html").asking(public))):
        assert 'src="data:image/svg+xml;base64,' in html
        assert 'alt="Une porte ouverte."' in html


def test_a_video_plays_on_the_screen_with_its_captions_and_costs_no_phone_anything():
    public = EXERCISE.public(slide(video=FILM))
    screen, phone = str(macros("slide", "screen.html").asking(public)), str(macros("slide", "phone.html").form(public, None))

    assert 'src="/videos/entretien.mp4"' in screen
    assert 'kind="captions"' in screen
    assert "/videos/" not in phone
    assert FILM["description"] in phone
    assert EXERCISE.files(slide(video=FILM)) == ("entretien.mp4", "entretien.vtt")
    assert EXERCISE.files(slide()) == ()


@pytest.mark.parametrize("file", ["../secret.mp4", "film.exe", "Film.mp4", "a/b.mp4", "", "film.mp4.html"])
def test_only_a_plain_name_of_a_video_is_taken(file):
    with pytest.raises(ValidationError):
        slide(video=FILM | {"file": file})


def test_there_is_one_thing_to_look_at():
    with pytest.raises(ValidationError, match="gardez l’une ou l’autre"):
        slide(video=FILM, picture=DRAWING)


def test_beside_a_picture_less_text_stands_on_the_screen():
    points = ["Parler de sa recherche autour de soi, à tout le monde."] * 4

    assert list(SIZES).index(slide(points=points, picture=DRAWING).size) > list(SIZES).index(slide(points=points).size)
