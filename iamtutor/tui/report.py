"""The report of a fault: what a maintainer needs to find it, and nothing that the learner wrote.

An exception's own words may quote a policy. They are kept where the kind of exception speaks of code only; the others
are left out unless the learner has chosen reports with texts.
"""

from __future__ import annotations

import platform
import traceback
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime
from importlib.metadata import PackageNotFoundError, version
from pathlib import Path
from typing import Final

from iamtutor import __version__
from iamtutor.access.version import EVALUATOR

FOLDER: Final = "reports"
KEPT: Final = 20
_PACKAGES: Final = ("textual", "rich", "pydantic", "markdown-it-py", "PyYAML")
_OF_CODE: Final = (AttributeError, TypeError, NameError, ImportError, AssertionError, NotImplementedError, OSError)


@dataclass(frozen=True)
class Fault:
    """What went wrong: where in the app, with which facts about it, and what the learner wrote (by name)."""

    error: BaseException
    place: str
    facts: tuple[tuple[str, str], ...] = ()
    texts: tuple[tuple[str, str], ...] = ()


def report_of(fault: Fault, now: datetime, *, with_texts: bool) -> str:
    """The report as text."""
    lines = [f"iamtutor {__version__} · evaluator {EVALUATOR}", f"{now:%Y-%m-%d %H:%M:%S %Z}".rstrip()]
    lines.append(f"Python {platform.python_version()} · {platform.platform(terse=True)}")
    lines.append(" · ".join(f"{package} {_version(package)}" for package in _PACKAGES))
    lines.append(f"at: {fault.place}")
    lines.extend(f"{name}: {value}" for name, value in fault.facts)
    lines.extend(("", *_told(fault.error, with_texts=with_texts)))
    for name, text in fault.texts if with_texts else ():
        lines.extend(("", f"-- {name}", text))
    return "\n".join(lines).replace(str(Path.home()), "~") + "\n"


def write_report(fault: Fault, folder: Path, now: datetime, *, with_texts: bool) -> Path:
    """Write the report into a folder, where the latest are kept. Raises OSError."""
    folder.mkdir(parents=True, exist_ok=True)
    path = _free(folder / f"{now:%Y%m%d-%H%M%S-%f}.txt")
    path.write_text(report_of(fault, now, with_texts=with_texts), "utf-8", "replace")
    for old in sorted(folder.glob("*.txt"))[:-KEPT]:
        old.unlink(missing_ok=True)
    return path


def _free(path: Path) -> Path:
    number = 1
    found = path
    while found.exists():
        number += 1
        found = path.with_stem(f"{path.stem}-{number}")
    return found


def _told(error: BaseException, *, with_texts: bool) -> Iterator[str]:
    """The traceback, each cause before what it caused, without the values of variables."""
    cause = error.__cause__ or (None if error.__suppress_context__ else error.__context__)
    if cause is not None:
        yield from _told(cause, with_texts=with_texts)
        yield ""
    yield "Traceback:"
    for frame in traceback.extract_tb(error.__traceback__):
        yield f"  {frame.filename}:{frame.lineno} in {frame.name}"
        if frame.line:
            yield f"    {frame.line}"
    words = str(error) if with_texts or isinstance(error, _OF_CODE) else "(its words are left out)"
    yield f"{type(error).__module__}.{type(error).__qualname__}: {words}"


def _version(package: str) -> str:
    try:
        return version(package)
    except PackageNotFoundError:
        return "-"
