"""Files for the browser, under a prefix that changes with their content, so that they can be kept for ever.

The phone gets one script and one style in its page: two requests in all. Screen and desk load their modules one by one.
"""

import base64
import gzip
import hashlib
import re
from collections.abc import Iterable
from functools import cache
from pathlib import Path

from flask import Blueprint, Response, abort, request, send_from_directory

from workshop.exercises.registry import ASSETS, FOLDER, asset_path, exercise_types
from workshop.plans.model import Workshop

ROOT = Path(__file__).parents[2]
STATIC = ROOT / "static"
VIDEOS = ROOT / "content" / "videos"
PHONE_MODULES = ("form", "speech", "drafts", "outbox", "shared", "pocket", "turns", "needed", "surface", "timer", "wire", "main")
"""In the order of their use: each only imports from those before it."""

assets = Blueprint("assets", __name__)


@cache
def digest() -> str:
    """Return a short hash of every file that a browser may fetch."""
    found = hashlib.sha256()
    for folder in (STATIC, FOLDER):
        for path in sorted(folder.rglob("*")):
            if path.is_file() and (folder == STATIC or path.name in ASSETS):
                found.update(path.relative_to(ROOT).as_posix().encode())
                found.update(path.read_bytes())
    return found.hexdigest()[:10]


def asset(path: str) -> str:
    """Return the address of a file under static/."""
    return f"/a/{digest()}/{path}"


def exercise_script(name: str) -> str:
    """Return the address of a type's own script, or "" where it has none."""
    return exercise_asset(name, "phone.js")


def exercise_asset(name: str, file: str) -> str:
    """Return the address of an allow-listed file of a type's folder, or "" where it has none."""
    return f"/a/{digest()}/exercices/{name}/{file}" if asset_path(name, file) else ""


def phone_style(plan: Workshop | None = None) -> str:
    """Return the phone's style, small enough to stand in the page: that of the types in the workshop, and of those that can be made up in the room."""
    planned = {part.type for step in plan.steps for part in step.parts} if plan else set()
    return _phone_style(frozenset(planned | {name for name, exercise in exercise_types().items() if plan and exercise.improvise}))


def phone_style_of(name: str) -> str:
    """Return the phone's style with that of one type, for its preview."""
    return _phone_style(frozenset({name}))


def notebook_style(types: Iterable[str] = ()) -> str:
    """Return the style of a page of the notebook, with that of the types whose form stands in it."""
    return _notebook_style(frozenset(types))


@cache
def _notebook_style(types: frozenset[str]) -> str:
    return "\n".join((_phone_style(types), _squeezed((STATIC / "css" / "notebook.css").read_text(encoding="utf-8"))))


@cache
def _phone_style(types: frozenset[str]) -> str:
    sheets = [STATIC / "css" / "phone.css"]
    sheets += [path for name in sorted(types) if (path := asset_path(name, "style.css"))]
    return "\n".join(_squeezed(path.read_text(encoding="utf-8")) for path in sheets)


@cache
def exercise_style() -> str:
    """Return the types' own styles, which the screen shows too."""
    return "\n".join(path.read_text(encoding="utf-8") for name in exercise_types() if (path := asset_path(name, "style.css")))


@cache
def phone_opening() -> str:
    """Return the few lines of script that stand in the phone's page; the security policy lets these through and no others."""
    return _bare((STATIC / "js" / "phone" / "opening.js").read_text(encoding="utf-8"))


def phone_opening_hash() -> str:
    """Return the source expression by which a security policy knows them."""
    return f"'sha256-{base64.b64encode(hashlib.sha256(phone_opening().encode()).digest()).decode()}'"


@cache
def phone_script() -> str:
    """Return the Socket.IO client and our modules as one script: each phone then asks for one file and not for ten.

    The modules share no top-level name (a test holds it), so taking out `import` and `export` is all that joining them needs.
    """
    client = (STATIC / "vendor" / "socket.io" / "socket.io.min.js").read_text(encoding="utf-8")
    client = re.sub(r"^//# sourceMappingURL.*$", "", client, flags=re.MULTILINE)
    modules = [(STATIC / "js" / "phone" / f"{name}.js").read_text(encoding="utf-8") for name in PHONE_MODULES]
    joined = _bare("\n".join(re.sub(r"^export ", "", re.sub(r"^import .*$", "", module, flags=re.MULTILINE), flags=re.MULTILINE) for module in modules))
    return f"{client}\n(() => {{\n{joined}\n}})();\n"


@cache
def phone_script_gzipped() -> bytes:
    """A whole group asks for it in the same second: packed once, as tightly as it goes."""
    return gzip.compress(phone_script().encode(), 9, mtime=0)


@assets.get("/a/<_digest>/phone.js")
def phone_js(_digest: str) -> Response:
    if "gzip" not in request.headers.get("Accept-Encoding", ""):
        return _kept(Response(phone_script(), mimetype="text/javascript"))
    packed = Response(phone_script_gzipped(), mimetype="text/javascript", headers={"Content-Encoding": "gzip", "Vary": "Accept-Encoding"})
    return _kept(packed)


@assets.get("/a/<_digest>/exercices.css")
def exercises_css(_digest: str) -> Response:
    return _kept(Response(exercise_style(), mimetype="text/css"))


@assets.get("/a/<_digest>/exercices/<name>/<file>")
def exercise_file(_digest: str, name: str, file: str) -> Response:
    path = asset_path(name, file)
    if path is None:
        abort(404)
    return _kept(send_from_directory(path.parent, path.name))


@assets.get("/a/<_digest>/<path:path>")
def static_file(_digest: str, path: str) -> Response:
    return _kept(send_from_directory(STATIC, path))


@assets.get("/videos/<file>")
def video(file: str) -> Response:
    """A video or its captions; browsers ask for it piece by piece."""
    return send_from_directory(VIDEOS, file, conditional=True, max_age=3600)


def _kept(response: Response) -> Response:
    response.headers["Cache-Control"] = "public, max-age=31536000, immutable"
    return response


def _squeezed(css: str) -> str:
    """Take out comments and indentation: a third of the weight, without a build step."""
    css = re.sub(r"/\*.*?\*/", "", css, flags=re.DOTALL)
    return re.sub(r"\s*\n\s*", "\n", css).strip()


def _bare(script: str) -> str:
    """Take out the lines that are only a comment, and indentation; no text of ours runs over several lines."""
    return re.sub(r"\s*\n\s*", "\n", re.sub(r"^\s*//.*$", "", script, flags=re.MULTILINE)).strip()
