"""From a type's specification to the shapes of its form: titles, hints, limits and defaults are those that the type's model has already."""

from collections.abc import Mapping, Sequence
from dataclasses import replace
from functools import cache
from types import NoneType, UnionType
from typing import Annotated, Any, Literal, Union, get_args, get_origin

from pydantic import BaseModel
from pydantic.fields import FieldInfo

from workshop.exercises.contract import ExerciseType
from workshop.exercises.picture import Picture
from workshop.exercises.registry import exercise_type, sample_of, start_of

from .shapes import Drawing, Group, Line, Lines, Number, Paragraph, Pick, Reference, Rows, Shape, Tick, Whole

LONG = 90
"""Letters: a text that may be longer has a field of several lines."""
SCALARS = (str, int, float)


class NotDrawable(TypeError):
    """A field that no form can be generated for; the message names it. The type then needs a simpler field."""


def shape_of(exercise: ExerciseType) -> Group:
    """Return the shape of the whole form; raises NotDrawable. A field that is needed, or that the type's sample or start uses, is shown at once."""
    return _whole(exercise.name)


@cache
def _whole(name: str) -> Group:
    exercise = exercise_type(name)
    sample = sample_of(exercise).specification.model_dump(mode="json", exclude_defaults=True)
    return Group(name="", title=exercise.label, fields=_fields(exercise.Specification, [sample, start_of(exercise)]))


def _fields(model: type[BaseModel], samples: Sequence[Mapping[str, Any]]) -> tuple[Shape, ...]:
    """Return the shapes of the model's fields; where the sample says nothing of the whole model, all of them are usual."""
    used = {name: [sample[name] for sample in samples if name in sample] for name in model.model_fields}
    return tuple(_field(name, info, used[name], bool(used[name]) or not samples) for name, info in model.model_fields.items())


def _field(name: str, info: FieldInfo, samples: list[Any], is_usual: bool) -> Shape:
    extra = info.json_schema_extra if isinstance(info.json_schema_extra, dict) else {}
    limits = _limits(info.metadata)
    is_usual = info.is_required() or (is_usual and not extra.get("seldom", False))
    about = {
        "name": name, "title": info.title or name, "hint": info.description or "", "is_required": info.is_required(),
        "is_usual": is_usual, "default": _default(info), "least": limits[0], "most": limits[1],
    }  # fmt: skip
    inner = _without_none(info.annotation)
    if "key_of" in extra:
        return Reference(**about | {"hint": ""}, lists=tuple(extra["key_of"]))
    if get_origin(inner) is Literal:
        labels = extra.get("labels", {})
        values = {value: labels.get(str(value), str(value)) for value in get_args(inner)}
        return Pick(**about | ({"hint": ""} if labels else {}), values=values)
    if get_origin(inner) in (tuple, list):
        return _list(about, get_args(inner)[0], [item for sample in samples for item in sample])
    if isinstance(inner, type) and issubclass(inner, BaseModel):
        kind = Drawing if issubclass(inner, Picture) else Group
        return kind(**about, fields=_fields(inner, [sample for sample in samples if sample]))
    shape = _scalar(inner, about)
    return replace(shape, wraps=tuple(extra["wraps"])) if "wraps" in extra else shape


def _list(about: dict[str, Any], item: Any, samples: list[Any]) -> Shape:
    inner = get_args(item)[0] if get_origin(item) is Annotated else item
    if isinstance(inner, type) and issubclass(inner, BaseModel):
        fields = sorted(_fields(inner, samples), key=lambda field: not field.is_required)
        return Rows(**about, row=Group(name="", title=about["title"], fields=tuple(fields)))
    if inner in SCALARS:
        return Lines(**about, of_numbers=inner is not str)
    raise NotDrawable(f"{about['name']}: a list of {item}")


def _scalar(kind: Any, about: dict[str, Any]) -> Shape:
    if kind is bool:
        return Tick(**about)
    if kind is int:
        return Whole(**about)
    if kind is float:
        return Number(**about)
    if kind is str:
        return Paragraph(**about) if (about["most"] or 0) > LONG else Line(**about)
    raise NotDrawable(f"{about['name']}: {kind}")


def _without_none(annotation: Any) -> Any:
    if get_origin(annotation) is Annotated:
        return _without_none(get_args(annotation)[0])
    if get_origin(annotation) in (Union, UnionType):
        left = [one for one in get_args(annotation) if one is not NoneType]
        return _without_none(left[0]) if len(left) == 1 else annotation
    return annotation


def _default(info: FieldInfo) -> Any:
    """Return the default as JSON, None where there is none."""
    if info.is_required():
        return None
    found = info.get_default(call_default_factory=True)
    if isinstance(found, BaseModel):
        return found.model_dump(mode="json")
    if isinstance(found, tuple | list):
        return [one.model_dump(mode="json") if isinstance(one, BaseModel) else one for one in found]
    return found


def _limits(metadata: Sequence[Any]) -> tuple[float | None, float | None]:
    """Return the least and the most that pydantic's constraints leave: of the number, or of the length."""
    least = [value for rule in metadata for name in ("ge", "gt", "min_length") if (value := getattr(rule, name, None)) is not None]
    most = [value for rule in metadata for name in ("le", "lt", "max_length") if (value := getattr(rule, name, None)) is not None]
    return (least[0] if least else None), (most[0] if most else None)
