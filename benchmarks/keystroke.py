"""Keystroke to glyph and to verdict on a policy of 200 lines, on a terminal, against a bare TextArea.

The glyph: a rare character typed into a Sid; the verdict: the same character spoils an Action, and a request turns.
"""

from __future__ import annotations

import sys
import tempfile
from pathlib import Path
from statistics import median, quantiles

from benchmarks.pty_session import PtySession
from iamtutor.course import Library
from iamtutor.course.content_root import content_root
from iamtutor.study import Profile, system_clock

EXERCISE, SLOT = "evaluation/deny-wins", "guard"
KEYS, WARM_UP = 60, 5
NEXT_PANE, UP, DOWN, END, LEFT = "\x14", "\x1b[A", "\x1b[B", "\x1b[F", "\x1b[D"


def main() -> None:
    """Print p50 and p95 in milliseconds, in turn on the same kind of terminal, and the ratio of the medians."""
    with tempfile.TemporaryDirectory() as folder:
        home = Path(folder, "home")
        _keep_draft(home, long_policy())
        text = Path(folder, "policy.json")
        text.write_text(long_policy(), "utf-8")
        environment = {"IAMTUTOR_HOME": str(home), "TEXTUAL_ANIMATIONS": "none"}
        app = [sys.executable, "-m", "iamtutor", "practice", EXERCISE, "--lang", "en"]
        with PtySession(app, environment) as session:
            session.wait_for("Sid0")
            session.settle()
            session.press(NEXT_PANE)
            session.settle()
            ours = _glyphs(session)
            verdicts = _verdicts(session)
        with PtySession([sys.executable, "-m", "benchmarks.empty_app", str(text)], environment) as session:
            session.wait_for("Sid0")
            session.settle()
            theirs = _glyphs(session)
    print(f"glyph, app            {_figures(ours)}")
    print(f"glyph, bare TextArea  {_figures(theirs)}   ratio of medians {median(ours) / median(theirs):.2f}")
    print(f"verdict repainted     {_figures(verdicts)}")


def long_policy() -> str:
    """A policy of 200 lines for the exercise; the Action that a request hangs on stands at its top."""
    lines = ["{", '  "Version": "2012-10-17",', '  "Statement": [']
    statement = (
        '    {\n      "Sid": "Sid%d",\n      "Effect": "Deny",\n      "Action": "s3:%s",\n'
        '      "Resource": "arn:aws:s3:::acme-reports/%s*"\n    }'
    )
    lines.append(
        ",\n".join(statement % (n, "*" if n == 0 else "Get*", "payroll/" if n == 0 else f"p{n}/") for n in range(33))
    )
    return "\n".join([*lines, "  ]", "}", ""])


def _keep_draft(home: Path, text: str) -> None:
    reading = Library(*content_root()).exercise(EXERCISE)
    assert reading.exercise is not None
    with Profile.open(home, system_clock) as profile:
        profile.drafts.save(f"exercise:{EXERCISE}", SLOT, text, start=reading.exercise.task.starts[SLOT])


def _glyphs(session: PtySession) -> list[float]:
    """Type into the first Sid (line 5, behind `"Sid": "Sid0`) and take the character out again."""
    session.press(UP * 10 + DOWN * 4 + END + LEFT * 2)
    session.settle()
    return _timed(session, "Z", "Z")


def _verdicts(session: PtySession) -> list[float]:
    """Spoil the first Action (line 7): the request for a payslip turns from as expected to not."""
    session.press(UP * 10 + DOWN * 6 + END + LEFT * 3)
    session.settle()
    return _timed(session, "Z", "Requests 3/4", before="Requests 4/4")


def _timed(session: PtySession, key: str, wanted: str, before: str = "") -> list[float]:
    """What is `wanted` is painted anew only where it was not there: where `before` is given, that must be back first."""
    figures = []
    for number in range(KEYS + WARM_UP):
        pressed = session.press(key)
        painted = session.wait_for(wanted)
        if number >= WARM_UP:
            figures.append((painted - pressed) * 1000)
        session.settle(0.15)
        session.press("\x7f")
        if before:
            session.wait_for(before)
        session.settle(0.15)
    return figures


def _figures(figures: list[float]) -> str:
    return f"p50 {median(figures):6.1f} ms   p95 {quantiles(figures, n=20)[-1]:6.1f} ms"
