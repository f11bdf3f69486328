"""The style in the phone's page: all that the workshop needs and nothing of the other types, for it is loaded on a slow network."""

from sessions.web.assets import phone_style
from tests.sessions.plans import step_of
from workshop.plans.model import Workshop


def style_of(*types):
    return phone_style(Workshop(id="atelier", title="Atelier", minutes=20, steps=tuple(step_of(name) for name in types)))


def test_the_page_bears_the_styles_of_its_workshop_and_of_no_other():
    assert ".scenario-choice" in style_of("scenario", "choice")
    assert ".interests-card" not in style_of("scenario", "choice")
    assert len(style_of("scenario")) < len(style_of("scenario", "interests"))


def test_a_question_made_up_in_the_room_finds_its_style():
    assert ".text-" in style_of("choice")


def test_a_page_without_a_workshop_bears_no_type_s_style():
    assert ".scenario-" not in phone_style()
    assert ".send" in phone_style()
