"""Pause: a break with a countdown on every surface; nothing to answer.

Use it after 45 minutes, or before the long activity. The countdown starts when the step opens; the desk lengthens it by a minute at a time.
"""

from workshop.exercises.contract import ExerciseType

from .model import PauseSpecification, public, seconds

EXERCISE = ExerciseType(
    label="Pause",
    purpose="Faire une pause, avec le temps qui reste sur l’écran et sur les téléphones.",
    Specification=PauseSpecification,
    section="none",
    public=public,
    seconds=seconds,
    reveals=False,
)
