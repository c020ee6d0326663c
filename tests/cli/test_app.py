"""Opening the app: at the right place, in the right language, and only where there is a screen."""

from __future__ import annotations

import io
import os
import shutil
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

import iamtutor.tui
from iamtutor.cli import main
from iamtutor.study import Profile, system_clock
from iamtutor.tui import stop


class Screen(io.StringIO):
    """A terminal, as far as a command can tell."""

    def isatty(self) -> bool:
        return True


class FakeApp:
    """What the command asks of the app."""

    lang = "the reactive"
    return_code: int | None = None

    def __init__(self, opening: Any) -> None:
        self.opening = opening
        self.asked: list[tuple[object, ...]] = []
        self.ran = False

    def set_reactive(self, reactive: object, value: object) -> None:
        self.asked.append(("language", value))

    def run(self) -> None:
        self.ran = True


@pytest.fixture
def apps(course: Path, home: Path, monkeypatch: pytest.MonkeyPatch) -> list[FakeApp]:
    made: list[FakeApp] = []

    def make(surroundings: object, lang: str, opening: Any = None) -> FakeApp:
        made.append(FakeApp(opening))
        return made[-1]

    monkeypatch.setattr(iamtutor.tui, "make_app", make)
    monkeypatch.setattr("iamtutor.cli.entry.standard_streams", lambda: (Screen(), Screen(), Screen()))
    monkeypatch.setenv("TERM", "xterm-256color")
    return made


def test_alone_it_opens_at_home(apps: list[FakeApp]) -> None:
    assert main(["--lang", "ko"]) == 0
    assert (apps[0].opening, apps[0].ran, apps[0].asked) == (None, True, [("language", "ko")])


def test_a_lesson_opens_where_the_learner_was(apps: list[FakeApp], home: Path) -> None:
    assert main(["learn", "01-first-steps"]) == 0
    assert apps[0].opening == stop.Stop("first-steps", "begin")
    with Profile.open(home, system_clock) as profile:
        profile.progress.visit_step("first-steps", "begin")
    assert main(["learn", "first-steps"]) == 0
    assert apps[1].opening == stop.Stop("first-steps", "begin")


def test_an_exercise_and_a_quiz_open(apps: list[FakeApp]) -> None:
    assert main(["practice", "basics/pick"]) == 0
    assert apps[0].opening == stop.Stop(exercise="basics/pick")
    assert main(["quiz", "--lesson", "first-steps"]) == 0
    assert apps[1].opening == stop.Stop(quiz=stop.Quiz("first-steps", 10))


def test_ones_own_exercise_opens_by_its_folder(apps: list[FakeApp], course: Path, tmp_path: Path) -> None:
    own = tmp_path / "mine/exercises/class/upload"
    shutil.copytree(course / "exercises/basics/read-one", own)
    assert main(["practice", str(own)]) == 0
    assert apps[0].opening == stop.Stop(exercise=str(own))
    assert main(["practice", f"{own}/exercise.yaml"]) == 0
    assert apps[1].opening == apps[0].opening
    assert main(["practice", str(course / "exercises/basics/pick")]) == 0
    assert apps[2].opening == stop.Stop(exercise="basics/pick"), "the course's own has an id"


def test_ones_own_exercise_that_cannot_be_read_opens_nothing(
    apps: list[FakeApp], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    streams = (Screen(), Screen(), Screen())
    monkeypatch.setattr("iamtutor.cli.entry.standard_streams", lambda: streams)
    (tmp_path / "exercise.yaml").write_text("kind: write\ntitel: x\n")
    assert main(["--lang", "en", "practice", str(tmp_path)]) == 2
    assert "exercise.yaml:1: The key title is missing" in streams[2].getvalue()
    assert apps == []


def test_a_quiz_without_a_lesson_asks_across_the_course(apps: list[FakeApp]) -> None:
    assert main(["quiz", "--count", "3"]) == 0
    assert (apps[0].opening, apps[0].ran) == (stop.Stop(quiz=stop.Quiz(count=3)), True)
    assert main(["quiz", "--count", "0"]) == 2


def test_the_playground_opens_with_files_and_a_kind(apps: list[FakeApp], tmp_path: Path) -> None:
    one, other = tmp_path / "a.json", tmp_path / "b.json"
    one.write_text("{}")
    other.write_text("[]")
    assert main(["playground"]) == 0
    assert apps[0].opening == stop.Stop(playground=stop.Playground())
    assert main(["playground", str(one), str(other), "--kind", "scp"]) == 0
    files = (stop.PolicyFile(str(one), "{}"), stop.PolicyFile(str(other), "[]"))
    assert (apps[1].opening, apps[1].ran) == (stop.Stop(playground=stop.Playground(files, "scp")), True)


def test_the_playground_says_which_file_is_not_there(
    apps: list[FakeApp], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "a.json").write_text("{}")
    streams = (Screen(), Screen(), Screen())
    monkeypatch.setattr("iamtutor.cli.entry.standard_streams", lambda: streams)
    assert main(["--lang", "en", "playground", str(tmp_path / "a.json"), str(tmp_path / "none.json")]) == 2
    assert streams[2].getvalue() == f"iamtutor: {tmp_path / 'none.json'}: no such file\n"
    assert apps == []


@pytest.mark.parametrize("arguments", [["learn", "none"], ["practice", "none"], ["quiz", "--lesson", "none"]])
def test_what_is_not_there_opens_nothing(apps: list[FakeApp], arguments: list[str]) -> None:
    assert main(arguments) == 2
    assert not any(app.ran for app in apps)


def test_a_dumb_terminal_gets_text(apps: list[FakeApp], monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("TERM", "dumb")
    assert main(["practice", "basics/pick"]) == 0
    assert main([]) == 2
    assert apps == []


def test_a_world_opens_by_name_or_file(apps: list[FakeApp], tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    file = tmp_path / "mine.yaml"
    file.write_text('accounts: {acme: {id: "111122223333"}}\n', encoding="utf-8")
    assert main(["world", "open", "tiny"]) == 0
    assert main(["world", "open", str(file)]) == 0
    assert [app.opening for app in apps] == [
        stop.Stop(world=stop.WorldPlace("tiny")),
        stop.Stop(world=stop.WorldPlace(str(file))),
    ]
    file.write_text("accounts: {acme: {id: 12}}\n", encoding="utf-8")
    assert main(["world", "open", str(file)]) == 2
    assert main(["world", "open", "tiny", "tiny"]) == 2
    assert main(["world", "open", "tiny", "--json"]) == 2
    assert len(apps) == 2


def test_nothing_heavy_is_loaded_on_the_way_to_the_app(home: Path) -> None:
    """Reading content and proving need pydantic; the first paint does not wait for it."""
    code = (
        "import sys, iamtutor.tui\n"
        "class App:\n"
        "    lang, return_code = 'ko', 0\n"
        "    def set_reactive(self, reactive, value): pass\n"
        "    def run(self):\n"
        "        heavy = ('pydantic', 'yaml', 'markdown_it', 'iamtutor.course.library', 'iamtutor.catalog.catalog')\n"
        "        print([name for name in heavy if name in sys.modules])\n"
        "iamtutor.tui.make_app = lambda *arguments: App()\n"
        "import iamtutor.cli.app\n"
        "iamtutor.cli.app.has_screen = lambda terminal: True\n"
        "from iamtutor.cli import main\n"
        "main([])\n"
    )
    environ = {**os.environ, "IAMTUTOR_HOME": str(home)}
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, timeout=60, env=environ)
    assert done.stdout.strip() == "[]", done.stderr


def test_a_world_opens_in_the_sandbox(
    apps: list[FakeApp], tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    file = tmp_path / "mine.yaml"
    file.write_text('accounts: {a: {id: "111122223333", users: {kim: {}}}}\n', encoding="utf-8")
    assert main(["playground", "--world", str(file)]) == 0
    assert apps[0].opening == stop.Stop(sandbox=stop.SandboxPlace(str(file)))


@pytest.mark.parametrize(
    ("layout", "more", "said"),
    [
        ("", ["a.json"], "--world goes without policy files and --kind: a.json"),
        ("", ["--kind", "scp"], "--kind scp"),
        ("sandbox: {edit: {x: {type: trust, of: role/gone}}}\n", [], "mine.yaml:2"),
    ],
)
def test_a_sandbox_that_cannot_open_says_why(
    apps: list[FakeApp], tmp_path: Path, monkeypatch: pytest.MonkeyPatch, layout: str, more: list[str], said: str
) -> None:
    file, err = tmp_path / "mine.yaml", Screen()
    file.write_text('accounts: {a: {id: "111122223333", users: {kim: {}}}}\n' + layout, encoding="utf-8")
    monkeypatch.setattr("iamtutor.cli.entry.standard_streams", lambda: (Screen(), Screen(), err))
    assert main(["--lang", "en", "playground", *more, "--world", str(file)]) == 2
    assert said in err.getvalue()
    assert not apps
    if layout:
        assert main(["--lang", "en", "world", "check", str(file)]) == 1
