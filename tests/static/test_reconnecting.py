"""Every surface is back within three seconds of the server's return, and never all in the same instant."""

import re
from pathlib import Path

import pytest

BACK_WITHIN_MS = 3000
WORTH_SPREADING_MS = 2000


@pytest.mark.parametrize("script", ["static/js/shared/socket.js", "static/js/phone/wire.js"])
def test_a_surface_tries_again_soon_enough_and_at_a_moment_of_its_own(script):
    found = re.search(r"reconnectionDelayMax: (\d+), randomizationFactor: ([\d.]+)", Path(script).read_text(encoding="utf-8"))
    longest, factor = float(found[1]), float(found[2])

    assert longest * (1 + factor) < BACK_WITHIN_MS
    assert longest * 2 * factor > WORTH_SPREADING_MS
