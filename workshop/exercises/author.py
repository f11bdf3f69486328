"""What a specification's field tells the author's form beside its title, its hint and its limits: give it to `Field(json_schema_extra=…)`.

The form is generated (see `workshop/authoring`). In a list of models, a field called `key` is the row's identifier: the form fills it in unseen.
"""

from typing import Any


def called(labels: dict[Any, str]) -> dict[str, Any]:
    """For a field with fixed values: the French name of each, in the order in which they are shown."""
    return {"labels": {str(value): label for value, label in labels.items()}}


def key_of(*lists: str) -> dict[str, Any]:
    """For a text that is the `key` of a row in one of these lists of the specification: the form shows the rows by their first text."""
    return {"key_of": list(lists)}


def wraps(before: str, after: str, button: str) -> dict[str, Any]:
    """For a text in which some words stand between signs: the form has this button, which puts them around the words that are selected."""
    return {"wraps": [before, after, button]}


SELDOM = {"seldom": True}
"""For a field that few need: it is folded away even where the sample sets it."""
