"""The rules of ARCHITECTURE.md as functions of one source file: each yields `path:line: what is wrong`, and nothing where all is well.

Longer than most because the tables and the rules that read them are one text to check against the drawing.
"""

import ast
import re
import sys
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path, PurePosixPath

from workshop.exercises.registry import exercise_types

ROOT = Path(__file__).parent.parent
PRODUCT = ("app.py", "benchmarks", "launcher", "migrations", "scripts", "sessions", "static", "templates", "workshop")
SUFFIXES = {".py", ".js", ".html", ".css"}
LOOPS = ("eventlet", "gevent")

PURE = ("workshop.authoring", "workshop.exercises", "workshop.figures", "workshop.plans", "workshop.typography", "sessions.domain")
NOT_PURE = {
    "asyncio", "concurrent", "ctypes", "http", "multiprocessing", "os", "secrets", "select", "socket", "sqlite3", "ssl", "subprocess", "tempfile",
    "threading", "time", "urllib.request", "uuid",
}  # fmt: skip
"""What of the standard library brings in the clock, chance, the machine or the network."""
YAML_READERS = (
    "workshop.authoring.writing", "workshop.exercises.registry", "workshop.plans.loader", "workshop.plans.yaml_tree", "workshop.plans.yaml_words",
)  # fmt: skip

MAY_IMPORT = {
    "sessions.domain": PURE,
    "sessions.services": ("sessions.domain", "sessions.services", "workshop"),
    "sessions.store": ("sessions.domain", "sessions.services", "sessions.store", "workshop"),
    "sessions.surfaces": ("sessions.domain", "sessions.services", "sessions.surfaces", "sessions.tokens", "workshop"),
    "sessions.reports": ("sessions.domain", "sessions.services", "sessions.reports", "workshop"),
    "sessions.realtime": ("sessions.domain", "sessions.services", "sessions.surfaces", "sessions.realtime", "sessions.tokens", "workshop"),
    "sessions.web": ("sessions.domain", "sessions.services", "sessions.surfaces", "sessions.reports", "sessions.web", "sessions.tokens", "workshop"),
    "sessions.rehearsal": (
        "sessions.domain", "sessions.services", "sessions.surfaces", "sessions.rehearsal", "sessions.tokens", "sessions.realtime.rooms", "workshop",
    ),
    "sessions.tokens": (),
    "launcher": ("launcher", "sessions", "workshop"),
    "workshop": ("workshop",),
}  # fmt: skip
"""What of ours each place may import. `app` stands nowhere, and `launcher` at its own door alone: they wire, nobody imports them."""

OTHER_MEANINGS = {
    ("sessions/domain/commands.py", "pause"): "the command that stops the whole session for a while",
    ("sessions/domain/states.py", "pause"): "the same command in the table of states",
    ("sessions/realtime/publisher.py", "text"): "the sentence of a notice on the wire",
    ("sessions/reports/printing.py", "text"): "the sentence of a gain, as the PDF's template calls it",
    ("sessions/reports/sheet.py", "text"): "the look of a spreadsheet's cell",
    ("sessions/reports/stories.py", "feedback"): "the section of the report, which several types may share",
}
"""Where a word that is also a type's name means something else, and what."""


@dataclass(frozen=True)
class Source:
    """One file: its path from the root of the project, and its text."""

    path: str
    text: str

    @cached_property
    def tree(self) -> ast.Module:
        return ast.parse(self.text, self.path)

    @property
    def is_python(self) -> bool:
        return self.path.endswith(".py")

    @property
    def module(self) -> str:
        return ".".join(PurePosixPath(self.path.removesuffix("/__init__.py")).with_suffix("").parts)

    @cached_property
    def nodes(self) -> list[ast.AST]:
        return list(ast.walk(self.tree)) if self.is_python else []

    @cached_property
    def imports(self) -> list[tuple[int, str]]:
        """Every import as (line, full dotted name), relative ones resolved: `from .a import b` gives `package.a.b`."""
        package = self.module.split(".") if self.path.endswith("__init__.py") else self.module.split(".")[:-1]
        found = []
        for node in self.nodes:
            if isinstance(node, ast.Import):
                found += [(node.lineno, alias.name) for alias in node.names]
            elif isinstance(node, ast.ImportFrom):
                above = package[: len(package) - node.level + 1] if node.level else []
                base = ".".join([*above, *filter(None, [node.module])])
                found += [(node.lineno, f"{base}.{alias.name}") for alias in node.names]
        return found

    def at(self, line: int, why: str) -> str:
        return f"{self.path}:{line}: {why}"


def product() -> list[Source]:
    """Return every file of the product that we wrote."""
    tops = [ROOT / name for name in PRODUCT]
    paths = [path for top in tops for path in ([top] if top.is_file() else sorted(top.rglob("*"))) if path.suffix in SUFFIXES]
    ours = [path.relative_to(ROOT) for path in paths if not path.is_relative_to(ROOT / "static" / "vendor")]
    return [Source(path.as_posix(), (ROOT / path).read_text(encoding="utf-8")) for path in ours]


def within(name: str, places: tuple[str, ...]) -> bool:
    return any(name == place or name.startswith(f"{place}.") for place in places)


def imports_only_its_neighbours(source: Source) -> Iterator[str]:
    """Each place imports of ours only what MAY_IMPORT lists; services, of others, only the standard library and pydantic."""
    place = max((place for place in MAY_IMPORT if within(source.module, (place,))), key=len, default=None)
    for line, name in source.imports:
        root = name.split(".")[0]
        is_ours = root in ("app", "launcher", "sessions", "workshop")
        if root == "app" or (is_ours and place and not within(name, MAY_IMPORT[place])):
            yield source.at(line, f"{place or source.module} imports {name}")
        if place == "sessions.services" and not is_ours and root not in sys.stdlib_module_names | {"pydantic"}:
            yield source.at(line, f"{place} imports {name}")


def is_pure_where_it_must_be(source: Source) -> Iterator[str]:
    """Pure packages: no clock, no chance, no machine, no network; pydantic, and YAML for those who read files."""
    if not within(source.module, PURE):
        return
    for line, name in source.imports:
        root = name.split(".")[0]
        allowed = within(name, PURE) or root in ("pydantic", "pydantic_core") or (root == "yaml" and source.module in YAML_READERS)
        standard = root in sys.stdlib_module_names and not within(name, tuple(NOT_PURE))
        if not (allowed or (standard and root != "random") or name == "random.Random"):
            yield source.at(line, f"a pure package imports {name}")
    for call in (node for node in source.nodes if isinstance(node, ast.Call)):
        told = ast.unparse(call.func)
        if re.search(r"\bdate(time)?\.(now|today|utcnow)$", told) or (told == "Random" and not call.args):
            yield source.at(call.lineno, f"a pure package calls {told}()")


def exercise_types_stand_alone(source: Source) -> Iterator[str]:
    """Nobody imports an exercise type but itself: not another type, not the frame (the registry walks the folder)."""
    for line, name in source.imports:
        parts = name.split(".")
        if parts[:2] != ["workshop", "exercises"] or len(parts) < 3 or parts[2] not in exercise_types():
            continue
        if not within(source.module, (".".join(parts[:3]),)):
            yield source.at(line, f"imports the exercise type {parts[2]}")


def only_the_publisher_emits(source: Source) -> Iterator[str]:
    """Simulated learners and load generators are clients: they speak for a phone. What the server says goes to a named room."""
    if source.path.startswith(("sessions/rehearsal/", "benchmarks/")):
        return
    for call in (node for node in source.nodes if isinstance(node, ast.Call)):
        if not isinstance(call.func, ast.Attribute) or call.func.attr != "emit":
            continue
        if source.path != "sessions/realtime/publisher.py":
            yield source.at(call.lineno, "only sessions/realtime/publisher.py emits")
        elif not {"to", "room"} & {keyword.arg for keyword in call.keywords}:
            yield source.at(call.lineno, "emits without a room")


def only_the_application_knows_the_event_loop(source: Source) -> Iterator[str]:
    if source.path.startswith("launcher/"):
        return
    listed = [node for node in source.nodes if isinstance(node, ast.Assign) and ast.unparse(node.targets[0]) == "ASYNC_MODES"]
    allowed = {id(inner) for node in listed for inner in ast.walk(node)} if source.path == "workshop/config.py" else set()
    for line, name in source.imports:
        if within(name, LOOPS):
            yield source.at(line, f"imports {name}")
    for node in source.nodes:
        if isinstance(node, ast.Constant) and isinstance(node.value, str) and within(node.value, LOOPS) and id(node) not in allowed:
            yield source.at(node.lineno, f"names {node.value}")


def no_type_is_named_outside_its_folder(source: Source) -> Iterator[str]:
    """No `if type == "…"` anywhere: not in Python (comparison, match, key of a dict), not in a template, not in a script."""
    if source.path.startswith("workshop/exercises/"):
        return
    for line, name in _named_in_python(source) if source.is_python else _named_in_text(source):
        if name in exercise_types() and (source.path, name) not in OTHER_MEANINGS:
            yield source.at(line, f"decides on the exercise type “{name}”")


def _named_in_python(source: Source) -> Iterator[tuple[int, str]]:
    for node in source.nodes:
        match node:
            case ast.Compare():
                decisive = [inner for side in (node.left, *node.comparators) for inner in _listed(side)]
            case ast.MatchValue():
                decisive = [node.value]
            case ast.Dict():
                decisive = node.keys
            case _:
                continue
        yield from ((inner.lineno, inner.value) for inner in decisive if isinstance(inner, ast.Constant) and isinstance(inner.value, str))


def _listed(side: ast.expr) -> list[ast.expr]:
    return side.elts if isinstance(side, ast.Tuple | ast.List | ast.Set) else [side]


def _named_in_text(source: Source) -> Iterator[tuple[int, str]]:
    for number, line in enumerate(source.text.splitlines(), 1):
        for after, before in re.findall(r"""(?:[=!]==?|\bcase)\s*["'](\w+)["']|["'](\w+)["']\s*[=!]==?""", line):
            yield number, after or before


def a_long_file_says_why(source: Source) -> Iterator[str]:
    """Above 200 lines there is a reason, and it stands at the head."""
    lines = source.text.splitlines()
    if len(lines) > 200 and not re.search(r"longer than|(above|more than) \d+ lines", " ".join(lines[:12]), re.IGNORECASE):
        yield source.at(1, f"{len(lines)} lines and no reason at its head (“Longer than most because …”)")


def nothing_is_left_to_do(source: Source) -> Iterator[str]:
    for number, line in enumerate(source.text.splitlines(), 1):
        if re.search(r"\b(TO" + r"DO|FIX" + r"ME)\b", line):
            yield source.at(number, "left to do")


RULES = (
    imports_only_its_neighbours,
    is_pure_where_it_must_be,
    exercise_types_stand_alone,
    only_the_publisher_emits,
    only_the_application_knows_the_event_loop,
    no_type_is_named_outside_its_folder,
    a_long_file_says_why,
    nothing_is_left_to_do,
)
