"""Sets up ``.venv`` with the locked requirements, and runs a command in it.

A command begins with these two lines, and imports what it needs after them::

    from environment import enter
    enter()

``enter(dev=True)`` is for commands that also need the requirements of the tests. The first run sets
up ``.venv`` and says so. Later runs see from a stamp that nothing has changed. This module uses
only the standard library, because nothing else is installed yet.
"""

from __future__ import annotations

import contextlib
import hashlib
import importlib.util
import os
import subprocess
import sys
import venv
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import NoReturn

if sys.version_info < (3, 11):  # noqa: UP036 - an older Python gets a message
    sys.exit(f"Python 3.11 or newer is needed; this is {sys.version.split()[0]}.")

TOP = Path(__file__).resolve().parent.parent
"""The project's folder."""

_VENV = TOP / ".venv"
_PYTHON = _VENV / ("Scripts/python.exe" if os.name == "nt" else "bin/python")
_STAMP = _VENV / "set-up.txt"
"""The stamp: a file that says what ``.venv`` was made with."""


class Stopped(Exception):
    """A command cannot go on; the message is one line that says what to do."""


_STOPPED, _INTERRUPTED, _PIPE_CLOSED = 2, 130, 141
"""Exit statuses of a command that could not go on; the last two are 128 plus the number of the
signal, as in shells."""


def enter(*, dev: bool = False) -> None:
    """Go on inside ``.venv``, with ``hooks/`` to import from; ``.venv`` is set up if necessary."""
    names = ["requirements.txt", "requirements-dev.txt"] if dev else ["requirements.txt"]
    wanted = {"python": sys.version.split()[0]} | {name: _digest(TOP / name) for name in names}
    try:
        if not _holds(wanted):
            with alone(TOP / ".venv.lock"):
                # Another process that held the lock may have set it up in the meantime.
                if not _holds(wanted):
                    _set_up(wanted)
        # Without UTF-8 mode, Windows would write names in its own code page.
        if not (_inside() and sys.flags.utf8_mode):
            _start_again()
    except KeyboardInterrupt:
        sys.exit(_INTERRUPTED)
    except OSError as error:
        _stop(error)
    sys.path.insert(0, str(TOP / "hooks"))


def run(main: Callable[[], int]) -> NoReturn:
    """End the process with the status that ``main`` returns, or with a message and status 2.

    The status that a command returns is 0 if all is well, and 1 if something in the anthology is
    wrong. A fault, an error of the system or ``Stopped`` ends it with one line and the status 2. If
    the reader closes the pipe early, as ``| head`` does, there is no message.
    """
    from anthology.model import Fault

    try:
        status = int(main())
        sys.stdout.flush()
    except BrokenPipeError:
        # Otherwise Python would report the closed pipe once more when it closes its own end.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        sys.exit(_PIPE_CLOSED)
    except KeyboardInterrupt:
        sys.exit(_INTERRUPTED)
    except Fault as fault:
        _stop(fault.within("mkdocs.yml"))
    except (OSError, Stopped) as error:
        _stop(error)
    sys.exit(status)


def _stop(reason: object) -> NoReturn:
    """Say in one line why the command cannot go on, and end it."""
    if isinstance(reason, OSError):
        where = f" ({reason.filename})" if reason.filename else ""
        reason = f"{reason.strerror or reason}{where}"
    _say(f"scripts/{Path(sys.argv[0]).name}: {reason}.")
    sys.exit(_STOPPED)


@contextlib.contextmanager
def alone(lock: Path) -> Iterator[None]:
    """Hold a lock that only one process can hold; the system frees it however the process ends."""
    with lock.open("a") as handle:
        # If pip runs longer than this process, it keeps the lock, so that no other process removes
        # .venv while pip is writing to it.
        os.set_inheritable(handle.fileno(), True)
        if sys.platform == "win32":
            import msvcrt

            while True:
                # LK_LOCK gives up after ten seconds.
                with contextlib.suppress(OSError):
                    msvcrt.locking(handle.fileno(), msvcrt.LK_LOCK, 1)
                    break
        else:
            import fcntl

            fcntl.flock(handle, fcntl.LOCK_EX)
        yield


def _digest(file: Path) -> str:
    return hashlib.sha256(file.read_bytes()).hexdigest()


def _inside() -> bool:
    """Return whether this process runs in ``.venv``."""
    return _VENV.exists() and _VENV.samefile(sys.prefix)


def _state() -> dict[str, str]:
    """Return what ``.venv`` was made with; nothing if it is missing, incomplete or broken."""
    if not (_STAMP.exists() and _PYTHON.exists()):
        return {}
    lines = _STAMP.read_text("utf-8").splitlines()
    return {key: value for key, _, value in (line.partition(" ") for line in lines)}


def _holds(wanted: dict[str, str]) -> bool:
    """Return whether ``.venv`` was made with everything that is wanted."""
    return wanted.items() <= _state().items()


def _set_up(wanted: dict[str, str]) -> None:
    """Install what is wanted, into a new ``.venv`` unless it is enough to add something."""
    state = _state()
    fresh = not state or any(state.get(key, value) != value for key, value in wanted.items())
    missing = [name for name in wanted if name != "python" and (fresh or name not in state)]
    # Without a stamp the next run starts from the beginning. So a run can be interrupted anywhere
    # from here on.
    _STAMP.unlink(missing_ok=True)
    _say(f"Setting up .venv with {' and '.join(missing)}; this is done once ...")
    if fresh and not _inside():
        if importlib.util.find_spec("ensurepip") is None:
            sys.exit("This Python cannot make a .venv: first `sudo apt install python3-venv`.")
        venv.create(_VENV, clear=True, symlinks=os.name != "nt", with_pip=True)
    pip = [str(_PYTHON), "-m", "pip", "--disable-pip-version-check", "install", "--quiet"]
    files = [word for name in missing for word in ("-r", str(TOP / name))]
    # Only the command itself writes to standard output.
    if subprocess.call([*pip, "--require-hashes", *files], stdout=sys.stderr, close_fds=False):
        sys.exit("Setting up failed, for the reason above; it starts anew when you run this again.")
    done = _STAMP.with_suffix(".new")
    done.write_text("".join(f"{k} {v}\n" for k, v in (state | wanted).items()), "utf-8")
    done.replace(_STAMP)


def _start_again() -> None:
    """Run the same command line with the Python of ``.venv``."""
    command = [str(_PYTHON), *sys.argv]
    os.environ["PYTHONUTF8"] = "1"
    if os.name != "nt":
        os.execv(_PYTHON, command)  # noqa: S606 - a shell is not wanted
    # Windows has no exec that keeps the console waiting. Ctrl-C reaches the child by itself.
    with subprocess.Popen(command) as child:
        while True:
            with contextlib.suppress(KeyboardInterrupt):
                sys.exit(child.wait())


def _say(line: str) -> None:
    print(line, file=sys.stderr, flush=True)
