"""An activity as YAML: a step to paste under `steps:` in a workshop's file (see content/README.md)."""

import re
import unicodedata
from typing import Any

import yaml

from workshop.exercises.contract import ExerciseType, Specification

from .trial import trial_step

WIDTH = 4096
"""Characters: no text is folded, for whoever edits the file by hand."""


def step_in_yaml(exercise: ExerciseType, specification: Specification) -> str:
    """Return the step, indented as it stands in a workshop's file; the reader of workshops makes the same specification of it."""
    step = trial_step(exercise, specification)
    written: dict[str, Any] = {"id": _slug(specification.prompt) or exercise.name, "title": step.title, "minutes": step.minutes, "type": exercise.name}
    if step.parts[0].approval:
        written["approval"] = True
    written["specification"] = specification.model_dump(mode="json", exclude_defaults=True)
    text = yaml.dump([written], Dumper=_Dumper, allow_unicode=True, sort_keys=False, width=WIDTH, indent=2)
    return "".join(f"  {line}" if line.strip() else line for line in text.splitlines(keepends=True))


def _slug(prompt: str) -> str:
    """Return a step's identifier made of the first words of the prompt."""
    bare = "".join(letter for letter in unicodedata.normalize("NFD", prompt.casefold()) if not unicodedata.combining(letter))
    return "-".join(re.findall(r"[a-z0-9]+", bare)[:4])[:40].strip("-")


class _Dumper(yaml.SafeDumper):
    """Lists stand to the right of their field, texts of several lines as blocks; nothing is written as a reference to something above."""

    def increase_indent(self, flow: bool = False, indentless: bool = False) -> None:
        return super().increase_indent(flow, False)

    def ignore_aliases(self, data: Any) -> bool:
        return True


def _text(dumper: yaml.SafeDumper, text: str) -> yaml.Node:
    return dumper.represent_scalar("tag:yaml.org,2002:str", text, style="|" if "\n" in text else None)


_Dumper.add_representer(str, _text)
