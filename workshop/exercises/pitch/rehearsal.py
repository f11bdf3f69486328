"""Plausible presentations: mostly an idea that was touched, now and then words of one's own, an empty sentence, or one that is hard to say."""

from random import Random

from .model import PitchAnswer, PitchSpecification, Sentence

OWN = ("Sam, j’ai 19 ans", "ce que je fais déjà chez moi tous les jours", "aider mon oncle au marché le samedi", "apprendre avec quelqu’un de patient")


def imagine(specification: PitchSpecification, random: Random) -> PitchAnswer:
    said = {one.key: _said(one, random)[: specification.max_length] for one in specification.sentences if not (one.optional and random.random() < 0.4)}
    if not said:
        said = {specification.sentences[0].key: _said(specification.sentences[0], random)[: specification.max_length]}
    return PitchAnswer(said=said, hardest=random.choice(list(specification.starts)) if random.random() < 0.5 else "")


def _said(one: Sentence, random: Random) -> str:
    if not one.examples or random.random() < 0.25:
        return random.choice(OWN)
    return ", ".join(random.sample(one.examples, 1 if random.random() < 0.7 else min(2, len(one.examples))))
