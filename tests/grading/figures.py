"""The figures of the graders' test, as the end of a run prints them."""

from __future__ import annotations

import os
from collections import Counter
from collections.abc import Iterable, Mapping
from typing import Any

import pytest

MOST_NAMED = 400 if os.environ.get("IAMTUTOR_TESTS") == "all" else 10


def write_figures(reporter: pytest.TerminalReporter, reports: Iterable[Mapping[str, Any]]) -> None:
    """One line an exercise, one for all, and the mutants that passed although a request tells them apart."""
    counts: dict[str, Counter[str]] = {}
    survivors: list[str] = []
    left_open: list[str] = []
    for report in reports:
        counts.setdefault(report["exercise"], Counter()).update(report["counts"])
        survivors += (f"{report['exercise']} {each}" for each in report["survivors"])
        left_open += (f"{report['exercise']} {each}" for each in report["left open"])
    for name, count in sorted(counts.items()):
        reporter.write_line(f"grading {name}: {_line(count)}")
    reporter.write_line(f"grading: {_line(sum(counts.values(), Counter()))}")
    for what, names in (("survives", survivors), ("not proved", left_open)):
        for each in names[:MOST_NAMED]:
            reporter.write_line(f"  {what}: {each}")
        if len(names) > MOST_NAMED:
            reporter.write_line(f"  … and {len(names) - MOST_NAMED} more")


def _line(count: Counter[str]) -> str:
    return (
        f"{count['killed']} of {count['must fail']} killed (requests alone {count['killed by requests']}, "
        f"proof alone {count['killed by proof']}), {count['accepted']} of {count['must pass']} accepted, "
        f"{count['left open']} not proved, {count['unreadable']} unreadable"
    )
