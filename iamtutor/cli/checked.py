"""A policy file that was checked, and its findings in words: what the formats of `iamtutor check` are made of."""

from __future__ import annotations

from dataclasses import dataclass

from iamtutor.analyzer import Place, ValidationFinding
from iamtutor.cli.findings import table_of
from iamtutor.policy import Position, Reading
from iamtutor.words import Lang, say


@dataclass(frozen=True, slots=True)
class Checked:
    """One file by its name, as read, with what was found in it."""

    name: str
    reading: Reading
    findings: tuple[ValidationFinding, ...]

    def start(self, place: Place) -> Position:
        """Where a place begins."""
        return self.reading.position(place.span.start)

    def end(self, place: Place) -> Position:
        """Where a place ends; behind its last character."""
        return self.reading.position(place.span.end)


def message_of(finding: ValidationFinding, lang: Lang) -> str:
    """What is wrong."""
    return _said(finding, finding.message, lang)


def why_of(finding: ValidationFinding, lang: Lang) -> str:
    """Why it matters; nothing for the few findings of the reader that AWS does not have."""
    messages = table_of("validation")
    return _said(finding, finding.why, lang) if finding.why in messages else ""


def mend_of(finding: ValidationFinding, lang: Lang) -> str:
    """How it is mended."""
    return _said(finding, finding.mend, lang)


def _said(finding: ValidationFinding, message_id: str, lang: Lang) -> str:
    return say(table_of(message_id), message_id, lang, **finding.arguments)
