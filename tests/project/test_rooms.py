"""What a room may reach, tested where it counts: in a fresh interpreter."""

import subprocess
import sys
import tomllib
from importlib import import_module
from pathlib import Path
from types import ModuleType

import pytest

import iamtutor

PACKAGE = Path(iamtutor.__file__).parent
ROOT = PACKAGE.parent
ROOMS = sorted(path.parent.name for path in PACKAGE.glob("*/__init__.py"))
CORE_ROOMS = [room for room in ROOMS if room not in ("tui", "cli")]


@pytest.mark.parametrize("room", ROOMS)
def test_every_public_name_is_there(room: str) -> None:
    module = import_module(f"iamtutor.{room}")
    found = {name: getattr(module, name) for name in module.__all__}
    assert [name for name, thing in found.items() if isinstance(thing, ModuleType) or thing is None] == []


def test_a_room_says_what_it_has_not() -> None:
    with pytest.raises(AttributeError, match=r"iamtutor\.study.*'nothing'"):
        import_module("iamtutor.study").nothing  # noqa: B018 - asked for to see it refused


@pytest.mark.parametrize("room", CORE_ROOMS)
def test_a_core_room_knows_no_screen(room: str) -> None:
    assert {"textual", "rich"} & imported_by(f"import iamtutor.{room}") == set()


def test_ground_rooms_are_light() -> None:
    loaded = imported_by("import iamtutor.words, iamtutor.study")
    assert {"pydantic", "yaml", "markdown_it", "platformdirs", "random", "sqlite3"} & loaded == set()


def test_every_room_has_its_floor() -> None:
    contracts = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))["tool"]["importlinter"]["contracts"]
    floors, screenless = contracts[0]["layers"], contracts[1]["source_modules"]
    assert sorted(room.strip() for floor in floors for room in floor.split("|")) == ROOMS
    assert sorted(screenless) == [f"iamtutor.{room}" for room in CORE_ROOMS]


def test_floors_are_kept() -> None:
    command = [sys.executable, "-c", "from importlinter.cli import lint_imports; raise SystemExit(lint_imports())"]
    outcome = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, encoding="utf-8", timeout=120)
    assert outcome.returncode == 0, outcome.stdout + outcome.stderr


def imported_by(code: str) -> set[str]:
    """Return the top-level modules that a fresh interpreter has loaded after running the code."""
    program = f"{code}\nimport sys\nprint(*(name for name in sys.modules if '.' not in name))"
    outcome = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, check=True, timeout=60)
    return set(outcome.stdout.split())
