"""What is done before the first phone comes, so that no phone waits for it."""

import gc

from flask import Flask


def compile_templates(app: Flask) -> None:
    """Compile every template: the first push of a session must not wait for it."""
    for name in app.jinja_env.list_templates(["html"]):
        app.jinja_env.get_template(name)


def rest_the_collector() -> None:
    """Have the garbage collector begin: what was loaded at start is kept out of its rounds, and the longest are made rare, for each stops every phone."""
    gc.collect()
    gc.freeze()
    gc.set_threshold(10_000, 20, 1_000)
    gc.enable()
