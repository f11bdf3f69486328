"""A room to report on: people, runs and a small workshop, each with usual values that a test changes where it matters."""

from datetime import UTC, datetime, timedelta

from sessions.reports.material import Participant, PlayedPart, ReportMaterial, Run
from workshop.exercises.reading import read_answer
from workshop.exercises.registry import exercise_type, sample_of
from workshop.plans.model import Part, Step, Workshop

START = datetime(2026, 10, 1, 7, 30, tzinfo=UTC)
"""9 h 30 in Paris."""
END = START + timedelta(minutes=75)


def at(minutes: float) -> datetime:
    return START + timedelta(minutes=minutes)


def person(number: int, **changes) -> Participant:
    return Participant(**{"id": number, "alias": f"Lynx {number}", "joined_at": at(-2), **changes})


def people(count: int) -> tuple[Participant, ...]:
    return tuple(person(number) for number in range(1, count + 1))


def question(prompt: str = "CDD, ça veut dire…", takeaway: str = "Un CDD a une date de fin.", **part) -> Part:
    """The right answer is a."""
    options = [
        {"key": "a", "label": "contrat avec une date de fin", "right": True, "explanation": "Oui."},
        {"key": "b", "label": "contrat sans date de fin", "explanation": "Non : sans date de fin, c’est un CDI."},
    ]
    return Part(type="choice", specification={"prompt": prompt, "options": options, "takeaway": takeaway}, **part)


def confidence(**part) -> Part:
    specification = {"prompt": "Je me sens capable de demander un contact.", "steps": 11}
    return Part(type="scale", specification=specification, **{"goal": "MC2", **part})


def mood(prompt: str = "Quelle est ta météo ?", **part) -> Part:
    return Part(type="mood", specification={"prompt": prompt}, **part)


def sample(name: str, **changes) -> Part:
    """A type's own sample as a part."""
    return Part(type=name, specification=sample_of(exercise_type(name)).specification.model_dump(mode="json"), **changes)


def step(identifier: str, *parts: Part, **changes) -> Step:
    return Step(**{"id": identifier, "title": identifier.capitalize(), "minutes": 5, "parts": parts, **changes})


def workshop(*steps: Step, **changes) -> Workshop:
    goals = [{"code": "MC1", "text": "Comprendre le marché caché"}, {"code": "MC2", "text": "Parler à mon réseau"}]
    return Workshop(**{
        "id": "marche-cache", "module": "M07", "title": "Le marché caché et mon réseau", "theme": "Chercher un emploi",
        "minutes": 75, "goals": goals, "steps": steps, **changes,
    })  # fmt: skip


def said(part: Part, raw: dict, *who: int) -> PlayedPart:
    """Return the part as played, the same answer given by everyone in `who`."""
    answer = read_answer(part.exercise, part.spec, raw)
    return PlayedPart(answers={number: answer for number in who})


def chose(part: Part, keys: str, **changes) -> PlayedPart:
    """Return a question as played: one letter a person, in order ("aab"); "-" for nobody, "p" for a pass."""
    answers = {place: read_answer(part.exercise, part.spec, {"choices": [key]}) for place, key in enumerate(keys, 1) if key in "ab"}
    passed = frozenset(place for place, key in enumerate(keys, 1) if key == "p")
    return PlayedPart(answers=answers, passed=passed, **changes)


def placed(part: Part, values: list[int]) -> PlayedPart:
    """Return a scale as played: one value a person, in order."""
    return PlayedPart(answers={who: read_answer(part.exercise, part.spec, {"value": value}) for who, value in enumerate(values, 1)})


def under(part: Part, weathers: list[str]) -> PlayedPart:
    return PlayedPart(answers={who: read_answer(part.exercise, part.spec, {"weather": sky}) for who, sky in enumerate(weathers, 1)})


def run(identifier: str, *parts: PlayedPart, **changes) -> Run:
    usual = {"step_id": identifier, "round": 1, "state": "revealed", "opened_at": at(10), "closed_at": at(15), "parts": parts}
    return Run(**{**usual, **changes})


def material(plan: Workshop, *runs: Run, **changes) -> ReportMaterial:
    usual = {
        "workshop": plan, "started_at": START, "ended_at": END, "participants": people(6), "runs": runs,
        "organisation": "Mission locale du Val", "programme": "Garantie jeunes", "cohort": "Groupe d’automne", "headcount": 8,
        "place": "Salle bleue", "facilitators": ("Nadia Benali", "Paul Morel"),
    }
    return ReportMaterial(**{**usual, **changes})
