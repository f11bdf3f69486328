"""The command line: one module per command, each with `add(commands)` (its words) and `run(wiring, settings, arguments)` (its exit status)."""

import argparse

from . import backup, live, migrate, password, rehearse, restore, serve

COMMANDS = (serve, live, rehearse, password, migrate, backup, restore)


def parser() -> argparse.ArgumentParser:
    """Return the parser; what it parses has `run`, the chosen command."""
    whole = argparse.ArgumentParser(prog="app.py", description="Tremplin : ateliers collectifs en direct. Sans commande : serve.")
    whole.set_defaults(run=serve.run)
    commands = whole.add_subparsers(dest="command", metavar="COMMANDE")
    for command in COMMANDS:
        command.add(commands).set_defaults(run=command.run)
    return whole
