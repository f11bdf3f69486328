"""From the fields of an HTML form to the JSON of an answer, so that a phone without JavaScript answers too.

One naming convention, the same here and in static/js/phone/form.js:
  `words[]`     each value is an item of the list `words` (empty values are dropped)
  `pairs.left`  the entry `left` of the mapping `pairs` (empty values are dropped)
  `value`       a single text (an empty one is dropped)
"""

from collections.abc import Iterable
from typing import Any


def nest(fields: Iterable[tuple[str, str]]) -> dict[str, Any]:
    """Return the answer that a form's fields stand for; unknown names are kept, so that the model refuses them."""
    answer: dict[str, Any] = {}
    for name, value in fields:
        if value.strip() == "":
            continue
        if name.endswith("[]"):
            _list_in(answer, name[:-2]).append(value)
        elif "." in name:
            key, entry = name.split(".", 1)
            _mapping_in(answer, key)[entry] = value
        else:
            answer[name] = value
    return answer


def _list_in(answer: dict[str, Any], key: str) -> list[str]:
    found = answer.setdefault(key, [])
    return found if isinstance(found, list) else []


def _mapping_in(answer: dict[str, Any], key: str) -> dict[str, str]:
    found = answer.setdefault(key, {})
    return found if isinstance(found, dict) else {}
