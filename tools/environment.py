"""The two virtual environments: `.venv` with everything, `.venv-pure` without Qt."""

from __future__ import annotations

import contextlib
import hashlib
import os
import re
import shutil
import subprocess
import sys
from collections.abc import Generator
from pathlib import Path

from tools.say import Stop, say

ROOT = Path(__file__).resolve().parent.parent
LOCK = ROOT / "requirements.lock"
FULL = ROOT / ".venv"
PURE = ROOT / ".venv-pure"

VERSION = "import sys; print(sys.version)"

# What the tests of domain, content and store import, and what that needs in turn.
PURE_PACKAGES = frozenset(
    {
        "colorama",
        "hypothesis",
        "iniconfig",
        "markdown-it-py",
        "mdurl",
        "packaging",
        "platformdirs",
        "pluggy",
        "pygments",
        "pytest",
        "sortedcontainers",
    }
)


def python_of(folder: Path) -> Path:
    """Return the interpreter inside the virtual environment `folder`."""
    if sys.platform == "win32":
        return folder / "Scripts" / "python.exe"
    return folder / "bin" / "python"


def excerpt(lock: str, names: frozenset[str]) -> str:
    """Return the entries of `names` from the text of a lock, hashes included.

    Raises:
        ValueError: when the lock lacks one of them.
    """
    entries = re.findall(r"^([a-z0-9-]+)(==(?:.|\n)*?)(?=^\S|\Z)", lock, re.MULTILINE)
    found = {name: name + rest for name, rest in entries if name in names}
    if lacking := names - found.keys():
        raise ValueError(f"requirements.lock lacks {', '.join(sorted(lacking))}")
    return "".join(found[name] for name in sorted(found))


def prepare_full() -> None:
    """Make `.venv` hold exactly what requirements.lock says, when it does not yet.

    Raises:
        Stop: when pip cannot install it.
    """
    _prepare(FULL, LOCK.read_text(encoding="utf-8"))


def prepare_pure() -> None:
    """Make `.venv-pure`: the same versions without Qt, and prove that Qt is not there.

    Raises:
        Stop: when pip cannot install it, or when PySide6 can be imported all the same.
    """
    _prepare(PURE, excerpt(LOCK.read_text(encoding="utf-8"), PURE_PACKAGES))
    probe = "import importlib.util as u; raise SystemExit(u.find_spec('PySide6') is not None)"
    if subprocess.run([python_of(PURE), "-I", "-c", probe], check=False).returncode:
        raise Stop(f"{PURE.name} holds Qt, so it proves nothing: remove the folder and try again")


def _prepare(folder: Path, requirements: str) -> None:
    with _one_at_a_time(folder):
        stamp = folder / ".made-from"
        if stamp.is_file() and stamp.read_text() == _key(_ask(folder, VERSION), requirements):
            return
        stamp.unlink(missing_ok=True)
        if _ask(folder, "import pip") is None:
            say(f"making {folder.name} with Python {sys.version.split()[0]}")
            shutil.rmtree(folder, ignore_errors=True)
            _run([sys.executable, "-m", "venv", str(folder)], "could not make it")
        listed = folder / "requirements.txt"
        listed.write_text(requirements, encoding="utf-8")
        say(f"installing the packages of requirements.lock into {folder.name}")
        pip = [str(python_of(folder)), "-m", "pip", "install", "--quiet", "--no-input"]
        checked = ["--require-hashes", "--no-deps", "--only-binary", ":all:", "-r", str(listed)]
        _run([*pip, "--disable-pip-version-check", *checked], "pip could not install them")
        stamp.write_text(_key(_ask(folder, VERSION), requirements))


def _key(version: str | None, requirements: str) -> str:
    return hashlib.sha256(f"{version}\n{requirements}".encode()).hexdigest()


def _ask(folder: Path, program: str) -> str | None:
    """Return what a short program prints in the environment, None where it does not run there.

    Asked of its own interpreter, which an upgrade of the system may have changed or taken away.
    """
    with contextlib.suppress(OSError):
        run = subprocess.run(
            [python_of(folder), "-I", "-c", program], capture_output=True, text=True, check=False
        )
        return run.stdout if run.returncode == 0 else None
    return None


def _run(command: list[str], what: str) -> None:
    """Run a step in silence; what it said is shown when it fails."""
    run = subprocess.run(
        command,
        stdin=subprocess.DEVNULL,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        text=True,
        check=False,
    )
    if run.returncode:
        raise Stop(f"{what}:\n{run.stdout.rstrip()}")


@contextlib.contextmanager
def _one_at_a_time(folder: Path) -> Generator[None]:
    """Hold a lock beside `folder`, so that two `./dev` at once do not fill it together."""
    if sys.platform == "win32":
        yield
        return
    import fcntl

    try:
        descriptor = os.open(folder.with_name(folder.name + ".lock"), os.O_CREAT | os.O_RDWR)
    except OSError as error:
        raise Stop(f"cannot write in {folder.parent}: {error.strerror}") from error
    try:
        fcntl.flock(descriptor, fcntl.LOCK_EX)
        yield
    finally:
        os.close(descriptor)
