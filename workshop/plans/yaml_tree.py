"""Reads YAML into plain data that remembers its lines, and finds what YAML alone lets pass: a key written twice, an alias."""

from dataclasses import dataclass, field
from datetime import date
from typing import Any

import yaml

from .yaml_words import line_of, plain_words

Place = tuple[str | int, ...]
"""The way from the top of a file to a value: ("steps", 4, "specification", "options", 0, "label")."""

FAST = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
"""The whole library is read at each start; libyaml is ten times as fast, and is not on every machine."""


class Unreadable(ValueError):
    """The file is not YAML; `line` is where, the message is French and says what to do."""

    def __init__(self, line: int, message: str) -> None:
        self.line = line
        super().__init__(message)


@dataclass
class Tree:
    data: Any
    lines: dict[Place, int] = field(default_factory=dict)
    mistakes: list[tuple[Place, int, str]] = field(default_factory=list)
    """Place, line and French message of what YAML lets pass and an author did not mean."""
    lost: set[Place] = field(default_factory=set)
    """Places whose value could not be read; None stands there."""

    def line(self, place: Place) -> int:
        """Return the line of the value, or of the nearest thing around it where it is absent."""
        while place and place not in self.lines:
            place = place[:-1]
        return self.lines.get(place, 1)


def read_tree(text: str) -> Tree:
    """Return the document; raises Unreadable."""
    try:
        root = yaml.compose(text, Loader=FAST)
    except yaml.YAMLError:
        root = _compose_slowly(text)
    if root is None:
        raise Unreadable(1, "le fichier est vide ; copiez l’exemple de content/README.md")
    tree = Tree(None)
    tree.data = _Builder(tree).value(root, ())
    return tree


def _compose_slowly(text: str) -> yaml.Node:
    """Read again with the pure loader, whose messages are always the same ones."""
    try:
        return yaml.compose(text, Loader=yaml.SafeLoader)
    except yaml.YAMLError as error:
        raise Unreadable(line_of(error, text), plain_words(error)) from error


class _Builder:
    def __init__(self, tree: Tree) -> None:
        self.tree = tree
        self.seen: set[int] = set()
        self.scalars = yaml.constructor.SafeConstructor()

    def value(self, node: yaml.Node, place: Place) -> Any:
        line = node.start_mark.line + 1
        self.tree.lines.setdefault(place, line)
        if id(node) in self.seen:
            return self._lose(place, line, "les raccourcis YAML (& et *) ne servent pas ici ; recopiez le texte")
        self.seen.add(id(node))
        if isinstance(node, yaml.MappingNode):
            return self._mapping(node, place)
        if isinstance(node, yaml.SequenceNode):
            return [self.value(item, (*place, number)) for number, item in enumerate(node.value)]
        return self._scalar(node, place, line)

    def _mapping(self, node: yaml.MappingNode, place: Place) -> dict[str, Any]:
        found: dict[str, Any] = {}
        for key_node, value_node in node.value:
            key, line = str(key_node.value), key_node.start_mark.line + 1
            if key in found:
                first = self.tree.lines[*place, key]
                self.tree.mistakes.append(((*place, key), line, f"ce champ est déjà écrit ligne {first} ; gardez-en un seul"))
                continue
            self.tree.lines[*place, key] = line
            found[key] = self.value(value_node, (*place, key))
        return found

    def _scalar(self, node: yaml.ScalarNode, place: Place, line: int) -> str | int | float | bool | date | None:
        try:
            return self.scalars.construct_object(node)
        except (yaml.YAMLError, ValueError):
            return self._lose(place, line, f"« {node.value} » ne se lit pas ; mettez-le entre guillemets, ou écrivez une date comme 2026-06-30")

    def _lose(self, place: Place, line: int, message: str) -> None:
        self.tree.mistakes.append((place, line, message))
        self.tree.lost.add(place)
