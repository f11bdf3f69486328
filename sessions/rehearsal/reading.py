"""What a simulated learner reads of its phone: the same fragment as a real one."""

import re
from dataclasses import dataclass


@dataclass(frozen=True)
class Seen:
    moment: str
    run: str
    part: int
    own: str
    is_shared: bool = False
    """True where the fragment is the same for all and lacks what is this phone's own: it has to be asked for."""


def seen_in(html: str) -> Seen:
    """Return what the phone's fragment shows; an empty moment where it is not one."""
    found = dict(re.findall(r'data-(moment|run|part|own|personal)="([^"]*)"', html.split(">", 1)[0]))
    return Seen(found.get("moment", ""), found.get("run", ""), int(found.get("part", 0) or 0), found.get("own", "none"), found.get("personal") == "yes")
