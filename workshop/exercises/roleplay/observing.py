"""One person observes several scenes: where two observe the same one, where somebody comes or goes, and once everybody has had every card.

All her grids are kept, one a scene, in her one answer.
"""

from workshop.exercises.dealing import Standing

from .casting import RoleplayDeal
from .model import MOST_EARLIER, RoleplayAnswer, RoleplaySpecification


def succeed(
    specification: RoleplaySpecification, deal: RoleplayDeal, person: int, before: RoleplayAnswer | None, answer: RoleplayAnswer | None
) -> RoleplayAnswer | None:
    """Return the grid beside those of other scenes; a scene observed again, or passed, replaces its own grid alone. Of too many the oldest go.

    A grid whose phone did not know the scene is one of the scene that is played now.
    """
    now = deal.scene_of(person)
    scene = answer.scene or now if answer else now
    others = [grid for grid in before.grids if grid.scene != scene] if before else []
    if answer is not None:
        passed = before.passed if before and before.passed != scene else ""
        return answer.model_copy(update={"scene": scene, "earlier": tuple(others[-MOST_EARLIER:]), "passed": passed})
    if not others:
        return None
    *earlier, last = others
    return RoleplayAnswer(marks=last.marks, scene=last.scene, earlier=tuple(earlier), passed=now)


def standing(specification: RoleplaySpecification, deal: RoleplayDeal, person: int, answer: RoleplayAnswer) -> Standing:
    """Return whether there is a grid of the scene that is played now. One stored without its scene answers any."""
    scene = deal.scene_of(person)
    if any(grid.scene in (scene, "") for grid in answer.grids):
        return "answered"
    return "passed" if answer.passed == scene else "open"
