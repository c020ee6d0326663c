"""A grade as Gradescope's `results.json`: https://gradescope-autograders.readthedocs.io/en/latest/specs/"""

from __future__ import annotations

from typing import Any

from iamtutor.cli.grade_checks import checks
from iamtutor.cli.grade_lines import score_line
from iamtutor.cli.graded import Graded
from iamtutor.cli.terminal import Terminal


def gradescope(graded: Graded, terminal: Terminal) -> dict[str, Any]:
    """The results; an answer that cannot be read gets no points, and its student reads why."""
    if graded.attempt is None or graded.grade is None:
        return {"score": 0, "output": graded.error, "visibility": "visible", "tests": []}
    tests = [
        {
            "name": check.name,
            "status": "passed" if check.ok else "failed",
            "output": check.words,
            "visibility": "visible",
        }
        for check in checks(graded.attempt, graded.grade, terminal)
    ]
    return {
        "score": graded.grade.score,
        "output": score_line(graded.grade, terminal),
        "visibility": "visible",
        "tests": tests,
    }
