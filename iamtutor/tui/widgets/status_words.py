"""The line under an editor: what is wrong at the cursor, or that all is well and how much is written."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from textual.widget import Widget

from iamtutor.policy import Reading, Severity
from iamtutor.policy.writing import length
from iamtutor.tui.speaking import lang_of, say
from iamtutor.tui.validation import SIGNS, message_of
from iamtutor.tui.widgets.writing_area import Notation

if TYPE_CHECKING:
    from iamtutor.analyzer import ValidationFinding


def told(widget: Widget, finding: ValidationFinding, line: int) -> str:
    """A finding with its sign and its line."""
    return (
        f"{SIGNS[finding.severity]} {say(widget, 'tui.editor-at', line=line)}: {message_of(finding, lang_of(widget))}"
    )


def standing(
    widget: Widget,
    reading: Reading,
    findings: Sequence[ValidationFinding],
    notation: Notation,
    *,
    is_written: bool,
) -> str:
    """How a text stands in which nothing is marked; of a line that is being written nothing is said yet."""
    if not reading.text.strip():
        return say(widget, "tui.editor-empty")
    if is_written:
        return f"… {say(widget, 'tui.editor-writing')}"
    if notation == "yaml":
        return f"✓ {say(widget, 'tui.editor-yaml-fine')}"
    count = len(reading.document.statements) if reading.document else 0
    fine = f"✓ {say(widget, 'tui.editor-fine', count=count)}"
    return " · ".join([fine, say(widget, "tui.editor-size", size=length(reading.text)), *_counted(widget, findings)])


def _counted(widget: Widget, findings: Sequence[ValidationFinding]) -> list[str]:
    """How many findings there are of the severities that are not marked in the text."""
    found = []
    for severity in (Severity.WARNING, Severity.SUGGESTION):
        count = sum(finding.severity is severity for finding in findings)
        if count:
            found.append(say(widget, f"tui.findings-{severity}", count=count))
    return found
