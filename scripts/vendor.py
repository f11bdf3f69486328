"""Fetches what the browser and the PDF need from elsewhere, at pinned versions, into static/vendor and tests/vendor. Run again at will:

    python scripts/vendor.py

Needs npm (with its own settings) and the packages of requirements-dev.txt. Every folder gets its licence and a VERSION file; only the
files that are served or drawn with are kept. The icons are those of static/vendor/lucide/NAMES: one `icon-name` or `alias=icon-name` a line.
"""

import shutil
import subprocess
import tarfile
import tempfile
from pathlib import Path

from fonts import merge_subsets

ROOT = Path(__file__).resolve().parent.parent
VENDOR = ROOT / "static" / "vendor"
TYPEFACE = "atkinson-hyperlegible-next"
PACKAGES = {
    "socket.io-client": "4.8.4",
    f"@fontsource-variable/{TYPEFACE}": "5.3.0",
    f"@fontsource/{TYPEFACE}": "5.3.0",
    "@fontsource/noto-emoji": "5.3.2",
    "lucide-static": "1.62.0",
    "idiomorph": "0.8.0",
    "axe-core": "4.14.1",
}


def main() -> None:
    with tempfile.TemporaryDirectory() as scratch:
        fetched = {name: _fetch(name, version, Path(scratch)) for name, version in PACKAGES.items()}
        _copy(fetched, "socket.io-client", VENDOR / "socket.io", ["dist/socket.io.min.js"])
        _copy(fetched, "idiomorph", VENDOR / "idiomorph", ["dist/idiomorph.esm.js"])
        _copy(fetched, "axe-core", ROOT / "tests" / "vendor" / "axe", ["axe.min.js"])
        _icons(fetched)
        _typefaces(fetched)
    print(f"Fait : {VENDOR.relative_to(ROOT)}")


def _fetch(name: str, version: str, scratch: Path) -> Path:
    """Return the unpacked package's folder."""
    done = subprocess.run(
        ["npm", "pack", "--silent", f"{name}@{version}", "--pack-destination", str(scratch)],
        check=True, capture_output=True, text=True, cwd=scratch,
    )
    folder = scratch / name.replace("/", "_")
    with tarfile.open(scratch / done.stdout.split()[-1]) as archive:
        archive.extractall(folder, filter="data")
    return folder / "package"


def _copy(fetched: dict[str, Path], name: str, target: Path, files: list[str]) -> None:
    target.mkdir(parents=True, exist_ok=True)
    for file in files:
        shutil.copyfile(fetched[name] / file, target / Path(file).name)
    shutil.copyfile(fetched[name] / "LICENSE", target / "LICENCE")
    (target / "VERSION").write_text(f"{name} {PACKAGES[name]}\n", encoding="utf-8")


def _icons(fetched: dict[str, Path]) -> None:
    target = VENDOR / "lucide"
    lines = (target / "NAMES").read_text(encoding="utf-8").split()
    for stale in target.glob("*.svg"):
        stale.unlink()
    _copy(fetched, "lucide-static", target, [])
    for line in lines:
        alias, _, name = line.rpartition("=")
        shutil.copyfile(fetched["lucide-static"] / "icons" / f"{name}.svg", target / f"{alias or name}.svg")


def _typefaces(fetched: dict[str, Path]) -> None:
    """The variable typeface for the browser; for the PDF, whole weights in TTF, and emoji in one colour, since learners write them."""
    variable, static, emoji = f"@fontsource-variable/{TYPEFACE}", f"@fontsource/{TYPEFACE}", "@fontsource/noto-emoji"
    _copy(fetched, variable, VENDOR / "atkinson", [f"files/{TYPEFACE}-{subset}-wght-normal.woff2" for subset in ("latin", "latin-ext")])
    for weight in (400, 600, 700):
        subsets = [fetched[static] / "files" / f"{TYPEFACE}-{subset}-{weight}-normal.woff2" for subset in ("latin", "latin-ext")]
        merge_subsets(subsets, VENDOR / "atkinson" / "ttf" / f"{TYPEFACE}-{weight}.ttf", with_symbols=True)
    _copy(fetched, emoji, VENDOR / "emoji", [])
    whole = fetched[emoji] / "files" / "noto-emoji-emoji-400-normal.woff2"
    merge_subsets([whole], VENDOR / "emoji" / "ttf" / "noto-emoji-400.ttf", with_symbols=False)


if __name__ == "__main__":
    main()
