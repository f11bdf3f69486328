"""Aliases and codes: kind to how people type, closed to what would hurt."""

from random import Random

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sessions.domain.codes import (
    ALPHABET,
    new_join_code,
    new_notebook_code,
    new_resume_code,
    shown_code,
    typed_code,
    typed_notebook_code,
    typed_resume_code,
)
from sessions.domain.offensive import is_offensive
from sessions.domain.people import MAX_ALIAS, alias_key, clean_alias, generated_alias, other_alias
from sessions.domain.refusals import Refusal


@pytest.mark.parametrize("typed", ["kd7m4p", " KD7 M4P ", "kd7-m4p", "k d 7 m 4 p"])
def test_a_join_code_is_understood_however_it_is_typed(typed):
    assert typed_code(typed) == "KD7M4P"


def test_join_codes_have_no_look_alikes():
    assert not set("0O1I2Z5S8B") & set(ALPHABET)
    assert set(new_join_code(Random(3))) <= set(ALPHABET)
    assert shown_code("KD7M4P") == "KD7 M4P"


@pytest.mark.parametrize("typed", ["soleil-4827", "Soleil 4827", " SOLEIL4827 "])
def test_a_personal_code_is_understood_however_it_is_typed(typed):
    assert typed_resume_code(typed) == "soleil-4827"


@pytest.mark.parametrize("typed", ["", "soleil", "4827", "<script>", "soleil-48271"])
def test_what_is_no_personal_code_finds_nobody(typed):
    assert typed_resume_code(typed) == ""


def test_a_personal_code_comes_back_from_typing():
    code = new_resume_code(Random(1))

    assert typed_resume_code(code) == code


@pytest.mark.parametrize("typed", ["soleil-piano-tulipe-482713", "Soleil piano, tulipe 482 713", " SOLEIL.PIANO.TULIPE.482713 "])
def test_a_notebook_code_is_understood_however_it_is_typed(typed):
    assert typed_notebook_code(typed) == "soleil-piano-tulipe-482713"


@pytest.mark.parametrize("typed", ["", "soleil-4827", "soleil-piano-482713", "soleil-piano-tulipe-4827", "<b>soleil</b> piano tulipe 482713", "a " * 9000])
def test_what_is_no_notebook_code_finds_no_notebook(typed):
    assert typed_notebook_code(typed) == ""


def test_a_notebook_code_is_longer_than_a_personal_one_and_comes_back_from_typing():
    code = new_notebook_code(Random(1))

    assert typed_notebook_code(code) == code
    assert typed_resume_code(code) == ""


@pytest.mark.parametrize("alias", ["con", "c0nnard", "P U T E", "Enculééé", "gros_con", "Hitler", "sale pute", "f.d.p"])
def test_an_offensive_alias_is_seen(alias):
    assert is_offensive(alias)


@pytest.mark.parametrize("alias", ["Constance", "Conrad", "Cassandre", "Dominique", "Monique", "Anaïs", "Kevin", "Nassim", "Lynx calme", "Yann", "李雷", "Inès B"])
def test_ordinary_first_names_pass(alias):
    assert not is_offensive(alias)


@given(st.text(max_size=60))
def test_a_clean_alias_is_short_printable_and_stays_clean(raw):
    try:
        alias = clean_alias(raw)
    except Refusal as refusal:
        assert refusal.key in ("alias_empty", "alias_long")
        return

    assert 1 <= len(alias) <= MAX_ALIAS
    assert alias.isprintable()
    assert clean_alias(alias) == alias


def test_generated_aliases_are_kind_and_free():
    taken: set[str] = set()
    for seed in range(600):
        alias = generated_alias(Random(seed), taken.intersection)
        assert alias_key(alias) not in taken
        assert not is_offensive(alias)
        assert len(alias) <= MAX_ALIAS
        taken.add(alias_key(alias))


def test_a_taken_alias_gets_a_suggestion_close_to_it():
    assert other_alias("Inès", {"ines"}.intersection) == "Inès B"
    assert other_alias("Inès", {"ines", "inesb"}.intersection) == "Inès C"
