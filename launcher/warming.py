"""What is done before the first phone comes, so that no phone waits for it."""

import gc
from contextlib import suppress
from pathlib import Path

from flask import Flask
from jinja2 import FileSystemBytecodeCache
from jinja2.bccache import Bucket


class KeptTemplates(FileSystemBytecodeCache):
    """Compiled templates, kept from one start to the next: compiling them is a third of what a start costs, and a killed server must be back soon.

    Each is known by its source, so that a new version of it is compiled anew. Where nothing can be kept (a full disk), a start only takes longer.
    """

    def __init__(self, folder: Path) -> None:
        super().__init__(str(folder), "%s.template")

    def dump_bytecode(self, bucket: Bucket) -> None:
        with suppress(OSError):
            super().dump_bytecode(bucket)


def compile_templates(app: Flask) -> None:
    """Compile every template: the first push of a session must not wait for it."""
    for name in app.jinja_env.list_templates(["html"]):
        app.jinja_env.get_template(name)


def rest_the_collector() -> None:
    """Keep what was loaded at start out of the garbage collector's rounds, and make the longest ones rare: each of them stops every phone."""
    gc.collect()
    gc.freeze()
    gc.set_threshold(10_000, 20, 1_000)
