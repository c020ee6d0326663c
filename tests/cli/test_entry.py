"""What every call has in common: language, help, statuses, streams."""

from __future__ import annotations

import argparse
import ast
import inspect
import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

from iamtutor import __version__
from iamtutor.cli.argparse_words import KOREAN
from iamtutor.cli.messages import MESSAGES
from iamtutor.cli.registry import COMMANDS
from iamtutor.study import Profile, system_clock
from iamtutor.words import missing
from tests.cli.conftest import Call

FOR_DEVELOPERS = (
    "conflict",
    ".__call__()",
    "'required' is",
    "mutually exclusive arguments must",
    "%r is not callable",
    "can't open",
    "cannot merge",
    "invalid option string",
    "dest=",
    "invalid conflict_resolution",
    "cannot have multiple subparser",
    "unknown parser",
    'argument "-"',
)
"""Beginnings of what argparse says to programmers, or about things that no command uses."""


def test_every_message_is_said_in_both_languages() -> None:
    assert missing(MESSAGES) == []


def test_all_that_argparse_says_to_people_is_said_in_korean() -> None:
    calls = [node for node in ast.walk(ast.parse(inspect.getsource(argparse))) if isinstance(node, ast.Call)]
    texts = {
        argument.value
        for call in calls
        if isinstance(call.func, ast.Name) and call.func.id in ("_", "ngettext")
        for argument in call.args[:2]
        if isinstance(argument, ast.Constant) and isinstance(argument.value, str)
    }
    assert {text for text in texts if not text.startswith(FOR_DEVELOPERS)} <= KOREAN.keys()


def test_help_names_every_command_in_both_languages(call: Call) -> None:
    for lang in ("en", "ko"):
        called = call("--help", "--lang", lang)
        assert called.status == 0
        assert all(f"iamtutor {command.name} " in called.out for command in COMMANDS)


@pytest.mark.parametrize("command", [command.name for command in COMMANDS])
def test_every_command_explains_itself_in_both_languages(call: Call, command: str) -> None:
    korean, english = call(command, "--help", "--lang=ko"), call(command, "-h")
    assert korean.status == english.status == 0
    assert "사용법: iamtutor" in korean.out
    assert "usage: iamtutor" in english.out
    assert not any("가" <= char <= "힣" for char in english.out)


def test_the_version(call: Call) -> None:
    called = call("--version")
    assert (called.status, called.out) == (0, f"iamtutor {__version__}\n")


@pytest.mark.parametrize(
    ("arguments", "english", "korean"),
    [
        (
            ["decid"],
            "there is no command decid; decide is probably meant",
            "decid라는 명령은 없습니다. decide를 뜻한 것 같습니다",
        ),
        (["zzz"], "there is no command zzz", "zzz라는 명령은 없습니다"),
        (["decide"], "the following arguments are required: FILE.jsonl", "빠진 인수: FILE.jsonl"),
        (["decide", "-", "--nope"], "unrecognized arguments: --nope", "알 수 없는 인수: --nope"),
        (["decide", "-", "--format", "xml"], "invalid choice: 'xml'", "쓸 수 없는 값입니다: 'xml'"),
        (["decide", "no-such.jsonl"], "no-such.jsonl: no such file", "no-such.jsonl: 파일이 없습니다"),
        (["decide", "."], ".: this is a folder", ".: 폴더입니다"),
        (["decide", "a\0b"], "cannot be read", "읽을 수 없습니다"),
    ],
)
def test_a_call_that_cannot_be_used_ends_with_one_line(
    call: Call, arguments: list[str], english: str, korean: str
) -> None:
    for lang, words in (("en", english), ("ko", korean)):
        called = call(*arguments, "--lang", lang)
        assert (called.status, called.out) == (2, "")
        assert called.err.startswith("iamtutor: ")
        assert words in called.err
        assert called.err.count("\n") == 1


def test_options_may_stand_before_the_command(call: Call) -> None:
    assert "파일이 없습니다" in call("--lang", "ko", "decide", "no-such").err


def test_the_language_follows_the_locale_and_before_it_the_learners_choice(
    call: Call, home: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("LANG", "ko_KR.UTF-8")
    assert "파일이 없습니다" in call("decide", "no-such").err
    assert not home.exists()
    with Profile.open(home, system_clock) as profile:
        profile.settings.language = "en"
    assert "no such file" in call("decide", "no-such").err
    assert "파일이 없습니다" in call("decide", "no-such", "--lang", "ko").err


def test_a_damaged_profile_is_left_alone(call: Call, home: Path) -> None:
    home.mkdir()
    file = home / "profile.sqlite3"
    file.write_bytes(b"not a database, whatever its name says")
    assert "no such file" in call("decide", "no-such").err
    assert [each.name for each in home.iterdir()] == [file.name]


def test_an_unexpected_error_is_one_line_too(call: Call, monkeypatch: pytest.MonkeyPatch) -> None:
    def fail(*_: object) -> int:
        raise RuntimeError("two\nlines")

    monkeypatch.setattr("iamtutor.cli.commands.decide.run", fail)
    called = call("decide", "-")
    assert (called.status, called.err) == (2, "iamtutor: an unexpected error: RuntimeError: two lines\n")


def test_interrupting_is_status_130(call: Call, monkeypatch: pytest.MonkeyPatch) -> None:
    def interrupt(*_: object) -> int:
        raise KeyboardInterrupt

    monkeypatch.setattr("iamtutor.cli.commands.decide.run", interrupt)
    assert call("decide", "-") == (130, "", "")


def run_python(code: str, home: Path, stdin: bytes = b"", **environ: str) -> subprocess.CompletedProcess[bytes]:
    kept = {name: value for name, value in os.environ.items() if name in ("PATH", "SYSTEMROOT", "PYTHONPATH")}
    environment = {**kept, "IAMTUTOR_HOME": str(home), **environ}
    return subprocess.run([sys.executable, "-c", code], input=stdin, capture_output=True, env=environment, check=False)


HEAVY = {"textual", "rich", "pydantic", "yaml", "markdown_it", "iamtutor.tui", "iamtutor.quiz", "iamtutor.cloud.world"}
ASK_S3 = "'--as', 'anonymous', '--do', 's3:GetObject', '--on', '*'"


@pytest.mark.parametrize(
    ("arguments", "heavy"),
    [
        ("'--version'", {*HEAVY, "sqlite3", "iamtutor.access", "iamtutor.cloud"}),
        ("'doctor'", HEAVY),
        ("'decide', '-'", HEAVY),
        ("'--help'", HEAVY),
        ("'learn', '--help'", HEAVY),
        ("'practice', '--help'", HEAVY),
        ("'quiz', '--help'", HEAVY),
        ("'schema', 'trace'", HEAVY),
        (f"'explain', 'no.yaml', {ASK_S3}", {"textual", "rich", "markdown_it", "iamtutor.tui", "iamtutor.quiz"}),
        ("'grade', 'evaluation/six-denies', 'c'", {"textual", "rich", "markdown_it", "iamtutor.tui", "iamtutor.quiz"}),
    ],
)
def test_a_command_without_a_screen_starts_light(home: Path, arguments: str, heavy: set[str]) -> None:
    code = f"import sys; from iamtutor.cli import main; main([{arguments}]); print('=', *sys.modules, file=sys.stderr)"
    loaded = run_python(code, home).stderr.decode().rpartition("= ")[2].split()
    assert heavy & set(loaded) == set()
    commands = {name.rpartition(".")[2] for name in loaded if name.startswith("iamtutor.cli.commands.")}
    assert commands <= {arguments.split("'")[1], "app"}


@pytest.mark.parametrize("encoding", ["ascii", "cp949"])
def test_output_is_utf8_whatever_the_locale(home: Path, encoding: str) -> None:
    code = (
        "import sys; sys.stdout.reconfigure(encoding={0!r}); sys.stderr.reconfigure(encoding={0!r}); "
        "from iamtutor.cli import main; raise SystemExit(main(['decide', '-', '--lang', 'ko']))"
    )
    done = run_python(code.format(encoding), home, '{"id": "é·가😀"}\n'.encode(), LC_ALL="C", PYTHONUTF8="0")
    assert done.returncode == 2
    assert json.loads(done.stdout.decode("utf-8"))["id"] == "é·가😀"
    assert "읽지 못했습니다" in done.stderr.decode("utf-8")


@pytest.mark.skipif(sys.platform == "win32", reason="a shell pipe")
def test_a_closed_pipe_is_no_drama(home: Path, tmp_path: Path) -> None:
    file = tmp_path / "many.jsonl"
    file.write_text('{"id": "a line that is long enough to fill the pipe"}\n' * 5000, encoding="utf-8")
    command = f"'{sys.executable}' -m iamtutor decide '{file}' | head -n 1"
    done = subprocess.run(["/bin/sh", "-c", command], capture_output=True, check=False, env={**os.environ, "LANG": "C"})
    assert done.stdout.count(b"\n") == 1
    assert done.stderr == b""


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="no full device")
def test_a_full_disk_is_said(home: Path) -> None:
    with Path("/dev/full").open("wb") as full:
        done = subprocess.run(
            [sys.executable, "-m", "iamtutor", "--help", "--lang", "en"],
            stdout=full,
            stderr=subprocess.PIPE,
            env={**os.environ, "IAMTUTOR_HOME": str(home)},
            check=False,
        )
    assert done.returncode == 2
    assert done.stderr.decode().startswith("iamtutor: could not read or write: ")
