"""Join codes, personal resume codes and notebook codes: without look-alikes, forgiving about how they are typed."""

import re
from random import Random

ALPHABET = "ACDEFGHJKLMNPQRTUVWXY34679"
"""Without 0/O, 1/I, 2/Z, 5/S, 8/B."""
LENGTH = 6
RESUME_WORDS = ("soleil", "lune", "table", "porte", "fleur", "train", "pomme", "livre", "sable", "plage", "stylo", "carte", "route", "jardin", "neige",
                "orange", "citron", "tapis", "lampe", "montre", "bouton", "chaise", "cloche", "feuille", "forge", "gomme", "herbe", "image", "jupe",
                "kayak", "laine", "marche", "nuage", "olive", "piano", "quai", "radio", "sirop", "tulipe", "valise")  # fmt: skip


def new_join_code(random: Random) -> str:
    """Return six characters (26^6, 309 million codes)."""
    return "".join(random.choice(ALPHABET) for _ in range(LENGTH))


def typed_code(raw: str) -> str:
    """Return a join code as it is stored, however it was typed: any case, spaces, dashes."""
    return re.sub(r"[^A-Z0-9]", "", raw.upper())[:12]


def shown_code(code: str) -> str:
    """Return the code in two groups, as it is read aloud: "KD7 M4P"."""
    return f"{code[:3]} {code[3:]}"


def new_resume_code(random: Random) -> str:
    """Return a word and four figures, easy to copy on paper: "soleil-4827" (360,000 codes; guesses are limited)."""
    return f"{random.choice(RESUME_WORDS)}-{random.randint(1000, 9999)}"


def typed_resume_code(raw: str) -> str:
    """Return a resume code as it is stored: "Soleil 4827" → "soleil-4827"."""
    match = re.fullmatch(r"\s*([a-zA-Z]{3,10})[\s\-_.]*(\d{4})\s*", raw)
    return f"{match[1].lower()}-{match[2]}" if match else ""


def new_notebook_code(random: Random) -> str:
    """Return three words and six figures: "soleil-piano-tulipe-482713" (57 thousand million codes: it opens all that somebody kept; guesses are limited)."""
    return "-".join([*(random.choice(RESUME_WORDS) for _ in range(3)), str(random.randint(100_000, 999_999))])


def typed_notebook_code(raw: str) -> str:
    """Return a notebook code as it is stored: "Soleil piano, tulipe 482 713" → "soleil-piano-tulipe-482713"; "" where it cannot be one."""
    words, figures = re.findall(r"[a-z]+", raw[:80].lower()), "".join(re.findall(r"[0-9]", raw[:80]))
    return "-".join([*words, figures]) if len(words) == 3 and len(figures) == 6 else ""
