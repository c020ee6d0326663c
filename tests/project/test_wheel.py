"""What a person installs: a wheel, in an environment of its own, used from any folder."""

import os
import subprocess
import sys
import sysconfig
import venv
import zipfile
from pathlib import Path

import pytest

import iamtutor
from tests.conftest import EVERYTHING

ROOT = Path(iamtutor.__file__).parent.parent
BIN = "Scripts" if os.name == "nt" else "bin"


@pytest.fixture(scope="module")
def wheel(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("wheel")
    run(sys.executable, "-m", "hatchling", "build", "-t", "wheel", "-d", str(folder), folder=ROOT)
    (built,) = folder.glob("*.whl")
    return built


@pytest.fixture(scope="module")
def installed(wheel: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return the folder of commands of an environment that has the wheel."""
    home = tmp_path_factory.mktemp("environment")
    venv.create(home, with_pip=True, symlinks=os.name != "nt")
    python = str(home / BIN / "python")
    if EVERYTHING:
        run(python, "-m", "pip", "install", "-q", str(wheel), folder=home)
    else:
        run(python, "-m", "pip", "install", "-q", "--no-index", "--no-deps", str(wheel), folder=home)
        borrow_dependencies(python, home)
    return home / BIN


def borrow_dependencies(python: str, home: Path) -> None:
    """Let the environment see what this one has installed, after its own: a quick run needs no network."""
    own = run(python, "-c", "import sysconfig; print(sysconfig.get_path('purelib'))", folder=home).stdout.strip()
    (Path(own) / "borrowed.pth").write_text(sysconfig.get_path("purelib") + "\n", encoding="utf-8")


def run(*command: str, folder: Path, status: int = 0) -> subprocess.CompletedProcess[str]:
    environment = {name: value for name, value in os.environ.items() if name != "PYTHONPATH"}
    environment |= {"PYTHONUTF8": "1", "IAMTUTOR_HOME": str(folder / "profile"), "PIP_DISABLE_PIP_VERSION_CHECK": "1"}
    outcome = subprocess.run(
        command, cwd=folder, env=environment, capture_output=True, text=True, encoding="utf-8", timeout=300
    )
    assert outcome.returncode == status, f"{command}\n{outcome.stdout}\n{outcome.stderr}"
    return outcome


def single_slot_exercises() -> list[Path]:
    """Return the folders of exercises whose answer is one policy file."""
    folders = sorted(path.parent for path in ROOT.glob("exercises/*/*/exercise.yaml"))
    return [folder for folder in folders if len(list(folder.glob("solution/*.json"))) == 1]


def test_the_wheel_carries_the_course(wheel: Path) -> None:
    with zipfile.ZipFile(wheel) as archive:
        names = set(archive.namelist())
    for kind in ("lessons", "exercises"):
        files = [path.relative_to(ROOT) for path in (ROOT / kind).rglob("*") if path.is_file()]
        content = {f"iamtutor/content/{path.as_posix()}" for path in files if not path.name.startswith(".")}
        assert content - names == set()
    assert {"iamtutor/py.typed", "iamtutor/content/index.json", "iamtutor/content/glossary.json"} <= names
    assert not [name for name in names if name.startswith(("tests/", "benchmarks/"))]


def test_the_installed_package_is_the_one_that_is_used(installed: Path, tmp_path: Path) -> None:
    code = "from iamtutor.course.content_root import content_root; print(*content_root(), sep='\\n')"
    lessons, exercises = run(str(installed / "python"), "-c", code, folder=tmp_path).stdout.splitlines()
    assert Path(lessons).is_relative_to(installed.parent)
    assert Path(exercises).is_dir()


def test_the_command_says_its_version(installed: Path, tmp_path: Path) -> None:
    said = run(str(installed / "iamtutor"), "--version", folder=tmp_path).stdout
    assert iamtutor.__version__ in said
    assert run(str(installed / "python"), "-m", "iamtutor", "--version", folder=tmp_path).stdout == said


@pytest.mark.parametrize(
    "exercise", single_slot_exercises()[:1], ids=lambda folder: f"{folder.parent.name}/{folder.name}"
)
def test_an_exercise_is_graded_from_another_folder(installed: Path, tmp_path: Path, exercise: Path) -> None:
    exercise_id = f"{exercise.parent.name}/{exercise.name}"
    (solution,) = exercise.glob("solution/*.json")
    answer = tmp_path / "answer.json"
    answer.write_bytes(solution.read_bytes())
    command = str(installed / "iamtutor")
    run(command, "grade", exercise_id, str(answer), folder=tmp_path)
    answer.write_bytes((exercise / "start" / solution.name).read_bytes())
    run(command, "grade", exercise_id, str(answer), folder=tmp_path, status=1)
