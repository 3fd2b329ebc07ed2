"""Make everything ready to run: system libraries of the window, ``.venv`` and the pinned packages.

Standard library only, since it runs before anything is installed. ``python3 scripts/bootstrap.py`` prepares what
running needs, ``--dev`` also what the tests need. A second call with nothing to do ends within a moment.
It must start under old Pythons too, to say that they are too old: no syntax newer than 3.7 here.
"""

from __future__ import annotations

import argparse
import ctypes
import hashlib
import importlib.util
import json
import os
import shutil
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
VENV = ROOT / ".venv"
STAMP = VENV / "mentordesk-ready.json"
OLDEST_PYTHON = (3, 11)

#: What Qt loads even without a display, and the Debian package of each.
OFFSCREEN_LIBRARIES = {
    "libglib-2.0.so.0": "libglib2.0-0",
    "libGL.so.1": "libgl1",
    "libEGL.so.1": "libegl1",
    "libxkbcommon.so.0": "libxkbcommon0",
    "libfontconfig.so.1": "libfontconfig1",
    "libdbus-1.so.3": "libdbus-1-3",
    "libX11.so.6": "libx11-6",
    "libgssapi_krb5.so.2": "libgssapi-krb5-2",
}
#: What a window on a real X display needs beyond that.
WINDOW_LIBRARIES = {
    "libxkbcommon-x11.so.0": "libxkbcommon-x11-0",
    "libxcb-cursor.so.0": "libxcb-cursor0",
    "libxcb-icccm.so.4": "libxcb-icccm4",
    "libxcb-keysyms.so.1": "libxcb-keysyms1",
    "libxcb-shape.so.0": "libxcb-shape0",
}
#: Requirement files of each kind of set-up; ``build.txt`` makes the project itself installable.
REQUIREMENTS = {
    "run": ("requirements/run.txt", "requirements/build.txt"),
    "dev": ("requirements/dev.txt",),
}


class CannotPrepare(Exception):
    """Something only the user can mend; its text is one plain sentence or two."""


def say(text: str) -> None:
    """Tell the user what happens, at once, also through a pipe."""
    sys.stdout.write(text + "\n")
    sys.stdout.flush()


def run(command: list[str], trouble: str) -> None:
    """Run a command whose output stays hidden unless it fails; then its last lines and ``trouble`` are told."""
    try:
        done = subprocess.run(
            command, check=False, cwd=ROOT, env=environment(), stdout=subprocess.PIPE, stderr=subprocess.STDOUT
        )
    except OSError as error:
        raise CannotPrepare(f"{trouble} ({error.strerror})") from error
    if done.returncode != 0:
        last = done.stdout.decode("utf-8", "replace").strip().splitlines()[-8:]
        raise CannotPrepare("\n".join([*("    " + line for line in last), trouble]))


def quietly(command: list[str]) -> bool:
    """Whether a command can be run and succeeds; what it says is of no interest."""
    try:
        done = subprocess.run(command, check=False, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    except OSError:
        return False
    return done.returncode == 0


def environment() -> dict[str, str]:
    """The caller's environment, without what would send packages elsewhere or make apt ask questions."""
    kept = {name: value for name, value in os.environ.items() if name not in ("PIP_USER", "PIP_TARGET", "PYTHONHOME")}
    kept["DEBIAN_FRONTEND"] = "noninteractive"
    kept["PIP_DISABLE_PIP_VERSION_CHECK"] = "1"
    return kept


def check_python() -> None:
    """Refuse a Python that is too old."""
    if sys.version_info < OLDEST_PYTHON:
        raise CannotPrepare(
            "Mentordesk needs Python {}.{} or newer; this is Python {}.{}. Install a newer one and name it: "
            "make PYTHON=python3.11 …".format(*OLDEST_PYTHON, *sys.version_info[:2])
        )


def is_root_with_apt() -> bool:
    """Whether this process may install Debian packages."""
    return bool(shutil.which("apt-get")) and hasattr(os, "geteuid") and os.geteuid() == 0


def missing(libraries: dict[str, str]) -> dict[str, str]:
    """Those of the shared libraries that the loader does not find."""
    absent = {}
    for name, package in libraries.items():
        try:
            ctypes.CDLL(name)
        except OSError:
            absent[name] = package
    return absent


def apt_install(packages: list[str]) -> None:
    """Install Debian packages by name, nothing recommended beside them."""
    say("Installing system packages: " + " ".join(packages))
    install_them = ["apt-get", "install", "-y", "--no-install-recommends", *packages]
    by_hand = "apt-get update && " + " ".join(install_them)
    trouble = f"The system packages could not be installed. Is the network reachable? By hand: {by_hand}"
    run(["apt-get", "update", "-q"], trouble)
    run(install_them, trouble)


def ensure_libraries() -> None:
    """See to the shared libraries that Qt loads on Linux; other systems bring theirs."""
    if not sys.platform.startswith("linux"):
        return
    needed, for_window = missing(OFFSCREEN_LIBRARIES), missing(WINDOW_LIBRARIES)
    if not needed and not for_window:
        return
    packages = sorted({*needed.values(), *for_window.values()})
    if is_root_with_apt():
        apt_install(packages)
        still = sorted(missing(OFFSCREEN_LIBRARIES))
        if still:
            raise CannotPrepare("These shared libraries are still missing after the installation: " + ", ".join(still))
        return
    if shutil.which("apt-get"):
        advice = "Install them with:  sudo apt-get install -y --no-install-recommends " + " ".join(packages)
    else:
        advice = "Install the packages of your system that hold " + ", ".join(sorted({*needed, *for_window}))
    if needed:
        raise CannotPrepare(f"Shared libraries that the window toolkit needs are missing. {advice}")
    say(f"Note: without some shared libraries the window cannot open on a display; all else works. {advice}")


def venv_python() -> Path:
    """The interpreter inside ``.venv``."""
    return VENV / ("Scripts/python.exe" if os.name == "nt" else "bin/python")


def venv_works() -> bool:
    """Whether ``.venv`` has an interpreter that starts and is new enough (a moved or half-made one does not)."""
    test = "import sys; sys.exit(sys.version_info < (%d, %d))" % OLDEST_PYTHON
    return quietly([str(venv_python()), "-c", test])


def ensure_venv() -> list[str]:
    """Make ``.venv`` if there is none that works; returns the command that installs packages into it.

    Debian's Python has no ensurepip unless python3-venv is installed, so a pip from outside fills the environment.
    """
    own_pip = [str(venv_python()), "-m", "pip"]
    outer_pip = [sys.executable, "-m", "pip", "--python", str(venv_python())]
    if not venv_works():
        can_seed = importlib.util.find_spec("ensurepip") is not None
        if not can_seed and importlib.util.find_spec("pip") is None:
            if not is_root_with_apt():
                raise CannotPrepare(
                    "This Python has neither pip nor ensurepip. On Debian: sudo apt-get install -y python3-venv"
                )
            apt_install(["python3-venv"])
            can_seed = True
        say("Making the environment in .venv")
        options = ["--clear"] if can_seed else ["--clear", "--without-pip"]
        run(
            [sys.executable, "-m", "venv", *options, str(VENV)],
            "The environment in .venv could not be made. Is the folder writable, and is there room on the disk?",
        )
    return own_pip if quietly([*own_pip, "--version"]) else outer_pip


def fingerprint(kind: str) -> str:
    """What the set-up of a kind depends on: its requirement files, the project file, where the checkout stands."""
    digest = hashlib.sha256(str(ROOT).encode())
    for name in (*REQUIREMENTS[kind], "pyproject.toml"):
        digest.update((ROOT / name).read_bytes())
    return digest.hexdigest()


def prepared() -> dict[str, str]:
    """Fingerprints of the kinds that were installed; empty when the stamp is missing or unreadable."""
    try:
        stamp = json.loads(STAMP.read_text(encoding="utf-8"))
    except (OSError, ValueError):
        return {}
    return stamp if isinstance(stamp, dict) else {}


def install(kind: str) -> None:
    """Install the pinned packages of a kind, each checked against its hash, then the project itself."""
    pip = ensure_venv()
    say("Installing the pinned packages (one to three minutes the first time)")
    files = [word for name in REQUIREMENTS[kind] for word in ("-r", name)]
    run(
        [*pip, "install", "--quiet", "--require-hashes", "--no-deps", *files],
        "The packages could not be installed; the lines above say why. Most often it is the network, or the disk: "
        "1 GB of room is needed.",
    )
    run(
        [*pip, "install", "--quiet", "--no-deps", "--no-build-isolation", "-e", "."],
        "The packages are there, but Mentordesk itself could not be installed into .venv.",
    )
    marks = {**prepared(), kind: fingerprint(kind)}
    if kind == "dev":
        marks["run"] = fingerprint("run")
    STAMP.write_text(json.dumps(marks, indent=1) + "\n", encoding="utf-8")
    say("Ready.")


def main() -> int:
    """Prepare; 0 when ready, 1 with one plain message when the user has to do something."""
    parser = argparse.ArgumentParser(description="Prepare Mentordesk to run (and, with --dev, to be tested).")
    parser.add_argument("--dev", action="store_true", help="also install what the tests and checks need")
    kind = "dev" if parser.parse_args().dev else "run"
    try:
        check_python()
        ensure_libraries()
        if not venv_works() or prepared().get(kind) != fingerprint(kind):
            install(kind)
    except CannotPrepare as trouble:
        sys.stderr.write(f"{trouble}\n")
        return 1
    except OSError as trouble:
        sys.stderr.write(f"Mentordesk could not be prepared: {trouble.strerror} ({trouble.filename}).\n")
        return 1
    return 0


if __name__ == "__main__":
    sys.exit(main())
