"""Where the programs are that tests need: on the machine, or under .tools where scripts/install-test-tools put them without root."""

import os
import shutil
from pathlib import Path

ROOT = Path(__file__).parents[1]
OWN = ROOT / ".tools" / "root"


def find_tool(name: str, *folders: str) -> Path:
    """Return the program's path; raises AssertionError with the cure where it is missing: nothing is skipped."""
    places = [Path(folder) for folder in folders]
    for base in (OWN, Path("/")):
        for place in places:
            for found in sorted(base.glob(str(place / name).lstrip("/")), reverse=True):
                if os.access(found, os.X_OK):
                    return found
    on_path = shutil.which(name)
    assert on_path, f"{name} is missing: run scripts/install-test-tools"
    return Path(on_path)


def use_own_libraries() -> None:
    """Let programs under .tools find the libraries that came with them; does nothing where there are none."""
    folders = [str(folder) for folder in (OWN / "usr" / "lib").glob("*-linux-gnu*")] if OWN.is_dir() else []
    if folders:
        os.environ["LD_LIBRARY_PATH"] = os.pathsep.join([*folders, os.environ.get("LD_LIBRARY_PATH", "")]).rstrip(os.pathsep)
