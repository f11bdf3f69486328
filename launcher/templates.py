"""The templates of the whole application: where they are, what they may call, and how they are kept ready."""

from contextlib import suppress
from pathlib import Path

from flask import Flask
from jinja2 import ChoiceLoader, FileSystemBytecodeCache, FileSystemLoader, PrefixLoader, TemplateNotFound
from jinja2.bccache import Bucket

from sessions.web.assets import asset, digest, exercise_asset, exercise_script, notebook_style, phone_opening, phone_style, phone_style_of
from workshop.config import Settings
from workshop.exercises.registry import FOLDER as EXERCISES
from workshop.figures import in_words
from workshop.figures.layouts import layout
from workshop.web.icons import icon, icon_kept, icon_shown

TEMPLATES = Path(__file__).resolve().parent.parent / "templates"


def prepare_templates(app: Flask, settings: Settings) -> None:
    app.jinja_loader = ChoiceLoader([FileSystemLoader(TEMPLATES), PrefixLoader({"exercises": FileSystemLoader(EXERCISES)})])
    app.jinja_env.trim_blocks = app.jinja_env.lstrip_blocks = True
    app.jinja_env.bytecode_cache = KeptTemplates(settings.cache_dir)
    app.jinja_env.globals.update(
        icon=icon, icon_kept=icon_kept, icon_shown=icon_shown, in_words=in_words, layout=layout, asset=asset, digest=digest, phone_style=phone_style,
        phone_style_of=phone_style_of, notebook_style=notebook_style, phone_opening=phone_opening, exercise_script=exercise_script,
        exercise_asset=exercise_asset, has_template=lambda name: _has_template(app, name), programme=settings.programme,
    )  # fmt: skip


class KeptTemplates(FileSystemBytecodeCache):
    """Compiled templates, kept from one start to the next: compiling them is a third of what a start costs, and a killed server must be back soon.

    Each is known by its source, so that a new version of it is compiled anew. Where nothing can be kept (a full disk), a start only takes longer.
    """

    def __init__(self, folder: Path) -> None:
        super().__init__(str(folder), "%s.template")

    def dump_bytecode(self, bucket: Bucket) -> None:
        with suppress(OSError):
            super().dump_bytecode(bucket)


def _has_template(app: Flask, name: str) -> bool:
    try:
        app.jinja_env.get_template(name)
    except TemplateNotFound:
        return False
    return True
