"""A rehearsal from the desk: the simulated learners come from a process of their own, so that they cost the room's loop nothing."""

import os
import subprocess
import sys
from pathlib import Path

from workshop.config import Settings

APP = Path(__file__).parents[2] / "app.py"
LEARNERS = 14


def begin_rehearsal(settings: Settings, code: str) -> None:
    """Start the simulated learners of a session; they leave by themselves when it ends, or after three hours."""
    environ = {name: value for name, value in os.environ.items() if not name.startswith("TREMPLIN_")}
    environ |= {
        "TREMPLIN_HOST": settings.host, "TREMPLIN_PORT": str(settings.port), "TREMPLIN_PUBLIC_URL": settings.public_url,
        "TREMPLIN_DATA_DIR": str(settings.data_dir), "TREMPLIN_DATABASE_URL": settings.database_url, "TREMPLIN_SECRET_KEY": settings.secret_key,
    }  # fmt: skip
    command = [sys.executable, str(APP), "rehearse", "--code", code, "--learners", str(LEARNERS)]
    subprocess.Popen(command, env=environ, stdin=subprocess.DEVNULL, stdout=subprocess.DEVNULL, start_new_session=True)
