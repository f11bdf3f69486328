"""Templates are compiled once for all starts, and never shown in an older version."""

import pytest
from jinja2 import DictLoader, Environment

from launcher.templates import KeptTemplates

PAGE = "page.html"


@pytest.fixture
def started(tmp_path):
    """started(sources) → the environment of a server that has just started with them."""
    return lambda sources, folder=tmp_path: Environment(loader=DictLoader(sources), bytecode_cache=KeptTemplates(folder))


def shown(environment: Environment) -> str:
    return environment.get_template(PAGE).render()


def test_the_next_start_compiles_nothing_again(started, monkeypatch):
    shown(started({PAGE: "Bonjour"}))

    second = started({PAGE: "Bonjour"})
    monkeypatch.setattr(second, "_compile", None)

    assert shown(second) == "Bonjour"


def test_a_changed_template_is_shown_as_it_is_now(started):
    shown(started({PAGE: "Bonjour"}))

    assert shown(started({PAGE: "Bonsoir"})) == "Bonsoir"


def test_what_was_cut_off_in_mid_writing_is_made_again(started, tmp_path):
    shown(started({PAGE: "Bonjour"}))
    for kept in tmp_path.glob("*.template"):
        kept.write_bytes(kept.read_bytes()[:-4])

    assert shown(started({PAGE: "Bonjour"})) == "Bonjour"


def test_where_nothing_can_be_written_pages_are_shown_all_the_same(started, tmp_path):
    assert shown(started({PAGE: "Bonjour"}, tmp_path / "not there")) == "Bonjour"
