"""Slide: a title, a few words, points in order, a picture or a video, what to keep, a link. Nothing to answer.

Use it to open a subject, to say a rule of the day or to close on the idea that the group keeps. One idea a slide.
Not for a lecture: the screen shows the points, the phone adds the text for who reads at their own pace.
"""

from workshop.exercises.contract import ExerciseType
from workshop.exercises.keeping import Keeping

from .keeping import leave
from .model import SlideSpecification, files, points, public

EXERCISE = ExerciseType(
    label="Page à lire",
    purpose="Dire une idée au groupe, point par point, sans rien demander.",
    Specification=SlideSpecification,
    section="none",
    public=public,
    points=points,
    files=files,
    keeping=Keeping(label="Mes liens", leave=leave),
    reveals=False,
)
