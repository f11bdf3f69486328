"""Five faces, from the least to the most content, as outlines that any type may put beside its words.

Each is the path of an SVG of 64 × 64, drawn with a stroke of the text's own colour: a face never says anything that its word does not.
"""

HEAD = "M58 32a26 26 0 1 1-52 0a26 26 0 1 1 52 0z"
EYES = "M23 24v3M41 24v3"
MOUTHS = ("M20 46q12-13 24 0", "M22 44q10-6 20 0", "M22 42h20", "M22 39q10 8 20 0", "M19 37h26q-3 12-13 12t-13-12z")
FACES = tuple(HEAD + EYES + mouth for mouth in MOUTHS)

PLACES = {3: (0, 2, 4), 4: (0, 1, 3, 4), 5: (0, 1, 2, 3, 4)}


def faces(count: int) -> tuple[str, ...]:
    """Return `count` faces spread from the least to the most content; none where there are not 3 to 5 of them."""
    return tuple(FACES[place] for place in PLACES.get(count, ()))
