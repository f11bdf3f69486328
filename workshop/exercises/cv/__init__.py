"""CV: one block at a time (title and hook, experience, training, skill with its proof, languages and interests), mostly by touching.

Use it once for each block, in one workshop or in several: the learner's blocks become one clean page in PDF. Volunteering and help given count as much as jobs.
Not a form to fill in at once, and nothing to grade: no photograph, no age, no family situation is asked.
"""

from workshop.exercises.contract import ExerciseType

from .keeping import KEEPING
from .model import CvAnswer, CvSpecification, check, in_words, public, texts, without
from .rehearsal import imagine
from .summary import summarise, tell

EXERCISE = ExerciseType(
    label="Bloc de CV",
    purpose="Faire écrire à chaque personne un bloc de son CV\u202f; les blocs de plusieurs ateliers font un CV d’une page.",
    Specification=CvSpecification,
    Answer=CvAnswer,
    section="made",
    public=public,
    check=check,
    summarise=summarise,
    tell=tell,
    in_words=in_words,
    imagine=imagine,
    texts=texts,
    without=without,
    keeping=KEEPING,
)
