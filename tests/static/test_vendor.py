"""What comes from elsewhere is whole, licensed, dated, and free of where it was fetched."""

import gzip
from pathlib import Path

import pytest
from fontTools.ttLib import TTFont

VENDOR = Path("static/vendor")
FOLDERS = sorted(path for path in VENDOR.iterdir() if path.is_dir())
NAMES = (VENDOR / "lucide" / "NAMES").read_text(encoding="utf-8").split()


@pytest.mark.parametrize("folder", FOLDERS, ids=lambda folder: folder.name)
def test_every_folder_has_its_licence_and_its_version(folder):
    assert len((folder / "LICENCE").read_text(encoding="utf-8")) > 500
    assert (folder / "VERSION").read_text(encoding="utf-8").strip()[-1].isdigit()


def test_every_icon_that_is_named_is_there_and_no_other():
    wanted = {line.split("=")[0] for line in NAMES}

    assert {path.stem for path in (VENDOR / "lucide").glob("*.svg")} == wanted


@pytest.mark.parametrize("weight", [400, 600, 700])
def test_the_printed_typeface_has_what_french_needs(weight):
    letters = TTFont(VENDOR / "atkinson" / "ttf" / f"atkinson-hyperlegible-next-{weight}.ttf").getBestCmap()

    assert [sign for sign in "éèêëàâçîïôùûüÿœæŒÉÀÇ€«»’…–×ęŁșğ✓→←\u00a0\u202f" if ord(sign) not in letters] == []


def test_the_printed_typeface_has_the_emoji_that_learners_write():
    letters = TTFont(VENDOR / "emoji" / "ttf" / "noto-emoji-400.ttf").getBestCmap()

    assert [sign for sign in "😀🙂😢👍🎉☀☁⚡💼🚗" if ord(sign) not in letters] == []


def test_the_socket_client_defines_io_and_is_small_enough_for_a_phone():
    code = (VENDOR / "socket.io" / "socket.io.min.js").read_bytes()

    assert b"self).io=" in code
    assert len(gzip.compress(code, 9)) < 16_000
