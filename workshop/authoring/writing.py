"""An activity as YAML: a step to paste under `steps:` in a workshop's file (see content/README.md)."""

import re
from collections.abc import Mapping
from typing import Any

import yaml

from workshop.exercises.contract import ExerciseType, Specification
from workshop.typography import unaccented

from .making import Place
from .trial import trial_step

WIDTH = 4096
"""Characters: no text is folded, for whoever edits the file by hand."""


def step_in_yaml(exercise: ExerciseType, specification: Specification, inserted: Mapping[Place, str] | None = None) -> str:
    """Return the step, indented as it stands in a workshop's file; the reader of workshops makes the same specification of it.

    `inserted` gives by their place the texts as they were written, with the names of facts: the file keeps those, so that it follows the facts.
    """
    step = trial_step(exercise, specification)
    written: dict[str, Any] = {"id": _slug(specification.prompt) or exercise.name, "title": step.title, "minutes": step.minutes, "type": exercise.name}
    if step.parts[0].approval:
        written["approval"] = True
    written["specification"] = _as_written(specification, inserted or {})
    text = yaml.dump([written], Dumper=_Dumper, allow_unicode=True, sort_keys=False, width=WIDTH, indent=2)
    return "".join(f"  {line}" if line.strip() else line for line in text.splitlines(keepends=True))


def _as_written(specification: Specification, inserted: Mapping[Place, str]) -> dict[str, Any]:
    data, whole = specification.model_dump(mode="json", exclude_defaults=True), specification.model_dump(mode="json")
    for (*above, last), text in inserted.items():
        here, there = data, whole
        for step in above:
            if isinstance(here, dict):
                # a value that a fact has today may be the usual one, which is left out
                here.setdefault(step, there[step])
            here, there = here[step], there[step]
        here[last] = text
    return data


def _slug(prompt: str) -> str:
    """Return a step's identifier made of the first words of the prompt."""
    return "-".join(re.findall(r"[a-z0-9]+", unaccented(prompt))[:4])[:40].strip("-")


class _Dumper(yaml.SafeDumper):
    """Lists stand to the right of their field, texts of several lines as blocks; nothing is written as a reference to something above."""

    def increase_indent(self, flow: bool = False, indentless: bool = False) -> None:
        return super().increase_indent(flow, False)

    def ignore_aliases(self, data: Any) -> bool:
        return True


def _text(dumper: yaml.SafeDumper, text: str) -> yaml.Node:
    return dumper.represent_scalar("tag:yaml.org,2002:str", text, style="|" if "\n" in text else None)


_Dumper.add_representer(str, _text)
