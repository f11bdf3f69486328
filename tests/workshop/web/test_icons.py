import re
from pathlib import Path

import pytest

from workshop.web.icons import FOLDER, icon, icon_kept, icon_shown

NAMES = [line.split("=")[0] for line in (FOLDER / "NAMES").read_text(encoding="utf-8").split()]
TEMPLATES = Path(__file__).resolve().parents[3] / "templates"


@pytest.mark.parametrize("name", NAMES)
def test_every_named_icon_is_drawn_in_the_page_and_hidden_from_screen_readers(name):
    drawn = icon(name)

    assert drawn.startswith("<svg")
    assert drawn.endswith("</svg>")
    assert 'aria-hidden="true"' in drawn
    assert 'height="1.25em"' in drawn
    assert drawn.count("<svg") == 1
    assert "<!--" not in drawn


@pytest.mark.parametrize("name", ["", "inconnu", "../LICENCE", "Users", "users.svg"])
def test_an_unknown_icon_is_an_error_and_not_an_empty_place(name):
    with pytest.raises(KeyError):
        icon(name)


def test_every_icon_that_the_templates_call_is_on_the_list():
    pages = "\n".join(page.read_text(encoding="utf-8") for page in TEMPLATES.rglob("*.html"))

    called = set(re.findall(r'icon\("([a-z0-9-]+)"\)', pages))

    assert called <= set(NAMES)


def test_an_icon_that_the_page_keeps_is_drawn_once_and_shown_many_times():
    assert 'id="icon-volume"' in icon_kept("volume")
    assert "<path" in icon_kept("volume")
    assert 'href="#icon-volume"' in icon_shown("volume")
    assert "<path" not in icon_shown("volume")
    with pytest.raises(KeyError):
        icon_shown("inconnu")
