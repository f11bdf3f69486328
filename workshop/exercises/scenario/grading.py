"""How good the reflexes along a path were."""

from workshop.exercises.contract import Grade

from .model import ScenarioAnswer, ScenarioSpecification
from .onward import is_done


def grade(specification: ScenarioSpecification, answer: ScenarioAnswer) -> Grade | None:
    """Return (sum of the points of the choices made) ÷ (number of choices made); a long path weighs no more than a short one.

    None where the story is not graded, and where the path has not come to an ending: who was stopped midway made no mistake.
    """
    if not specification.is_graded or not is_done(specification, answer):
        return None
    met = [(situation, situation.choice(step.letter)) for step in answer.taken for situation in [specification.situation(step.situation)]]
    score = sum(choice.worth for _, choice in met) / len(met)
    good = sum(choice.is_good for _, choice in met)
    again = [f"« {situation.title} »" for situation, choice in met if not choice.is_good]
    count = f"{good} bon{'s' if good > 1 else ''} réflexe{'s' if good > 1 else ''} sur {len(met)} choix."
    if good == 0:
        return Grade(score, f"À revoir : {', '.join(again)}.")
    return Grade(score, f"{count} À revoir : {', '.join(again)}." if again else f"{count} Bravo.")
