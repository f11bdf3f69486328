"""Texts as files may hold them: XML and PDF refuse some characters, and some turn the direction of the text around them."""

import re

NEVER_SHOWN = re.compile("[\x00-\x08\x0b-\x1f\x7f\u200b\u2028-\u202e\u2060-\u2069\ud800-\udfff\ufeff\ufff0-\uffff\U000e0000-\U000e0fff]")


def cleaned(text: str) -> str:
    """Return the text without the characters that show nothing."""
    return NEVER_SHOWN.sub("", text)
