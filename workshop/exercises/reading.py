"""Reads what a phone sent into a type's own answer, or says in French why not."""

from typing import Any

from pydantic import ValidationError

from .contract import Answer, AnswerRefused, ExerciseType, Specification

MAX_DEPTH = 4
REASONS = {
    "missing": "Il manque quelque chose dans ta réponse. Complète et renvoie.",
    "string_too_long": "Ta réponse est trop longue. Raccourcis un peu et renvoie.",
    "string_too_short": "Ta réponse est trop courte. Écris quelque chose et renvoie.",
    "too_long": "Il y a trop d’éléments dans ta réponse. Enlèves-en et renvoie.",
    "too_short": "Choisis ou écris quelque chose avant d’envoyer.",
}
FALLBACK = "Cette réponse ne va pas avec la question. Recharge la page et réessaie."


def read_answer(exercise: ExerciseType, specification: Specification, raw: Any) -> Answer:
    """Return the answer; raises AnswerRefused with a reason for the learner.

    A message written by the type's own validator (pydantic's `value_error`) is shown as it is.
    """
    if exercise.Answer is None:
        raise AnswerRefused("Il n’y a rien à répondre ici.")
    if not isinstance(raw, dict) or _depth(raw) > MAX_DEPTH:
        raise AnswerRefused(FALLBACK)
    try:
        answer = exercise.Answer.model_validate(raw)
    except ValidationError as error:
        raise AnswerRefused(_reason(error)) from error
    exercise.check(specification, answer)
    return answer


def _reason(error: ValidationError) -> str:
    first = error.errors(include_url=False)[0]
    if first["type"] == "value_error":
        return str(first["ctx"]["error"])
    return REASONS.get(first["type"], FALLBACK)


def _depth(value: Any, level: int = 0) -> int:
    if level > MAX_DEPTH:
        return level
    if isinstance(value, dict):
        return max((_depth(item, level + 1) for item in value.values()), default=level + 1)
    if isinstance(value, list):
        return max((_depth(item, level + 1) for item in value), default=level + 1)
    return level
