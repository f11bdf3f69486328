"""Plausible questions about an apprenticeship, some the same written otherwise, and votes for those that most people have."""

from random import Random

from .joining import key
from .model import QuestionsAnswer, QuestionsSpecification

QUESTIONS = (
    "Combien on est payé en apprentissage ?", "combien on est paye en apprentissage", "Est-ce que je peux changer d’entreprise ?",
    "Comment trouver un patron ?", "Comment trouver un patron quand on connaît personne ?", "On a des vacances ?", "Il faut le permis ?",
    "Et si ça se passe mal avec le tuteur ?", "C’est quoi le rythme entre l’école et l’entreprise ?", "Faut-il avoir le brevet ?",
    "On peut commencer en janvier ?", "Qui paye les outils ?", "Est-ce que l’aide au logement reste ?", "Je peux arrêter si ça me plaît pas ?",
    "À quel âge c’est trop tard ?", "C’est dur de se lever tous les jours ?", "on a des vacances ?",
)  # fmt: skip


def imagine(specification: QuestionsSpecification, random: Random) -> QuestionsAnswer:
    fitting = [question for question in QUESTIONS if len(question) <= specification.max_length]
    own = tuple(random.sample(fitting, random.randint(0, min(2, specification.max_questions))))
    wanted = random.randint(0 if own else 1, 4)
    # the first ones are liked best
    liked = sorted(fitting, key=lambda question: random.random() * (2 + fitting.index(question)))[:wanted]
    return QuestionsAnswer(questions=own, votes=tuple(dict.fromkeys(key(question) for question in liked)))
