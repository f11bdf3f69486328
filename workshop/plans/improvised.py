"""The question that a counsellor types in the room ("question éclair"), made into a step like any other."""

from pydantic import ValidationError

from workshop.exercises.registry import exercise_types

from .model import Part, Step

TOO_LONG = "« {text}… » est trop long : gardez {most} caractères au plus."
UNFIT = "La question ou une réponse ne va pas. Écrivez une question courte et des réponses courtes."


def improvised_step(step_id: str, prompt: str, options: list[str]) -> Step:
    """Return a step of two minutes in the first type (by name) that such a question suits; the same answer typed twice counts once.

    Raises ValueError, in French for the counsellor, where no type suits it.
    """
    try:
        part = _part(prompt.strip(), _different(options))
    except ValidationError as error:
        raise ValueError(_why(error)) from error
    return Step(id=step_id, title="Question éclair", minutes=2, improvised=True, parts=(part,))


def _different(options: list[str]) -> list[str]:
    """Return the answers in the order in which they were typed, without the empty and the repeated ones."""
    kept: dict[str, str] = {}
    for option in filter(None, map(str.strip, options)):
        kept.setdefault(option.casefold(), option)
    return list(kept.values())


def _part(prompt: str, options: list[str]) -> Part:
    for name, exercise in sorted(exercise_types().items()):
        specification = exercise.improvise(prompt, options) if exercise.improvise else None
        if specification is not None:
            return Part(type=name, specification=specification.model_dump(mode="json"), approval=False)
    if len(options) == 1:
        raise ValueError("Écrivez au moins deux réponses différentes, ou aucune.")
    raise ValueError("Il y a trop de réponses. Gardez les plus utiles.")


def _why(error: ValidationError) -> str:
    first = error.errors(include_url=False)[0]
    if first["type"] == "string_too_long":
        return TOO_LONG.format(text=first["input"][:30], most=first["ctx"]["max_length"])
    return UNFIT
