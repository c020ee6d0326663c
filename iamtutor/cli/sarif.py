"""Findings as SARIF 2.1.0, which code scanning services read.

https://docs.oasis-open.org/sarif/sarif/v2.1.0/sarif-v2.1.0.html
"""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import PurePath
from typing import Any, Final
from urllib.parse import quote

from iamtutor import __version__
from iamtutor.analyzer import SEVERITIES, Place, QuickFix, ValidationFinding, page_of
from iamtutor.cli.checked import Checked, mend_of, message_of, why_of
from iamtutor.policy import Severity, Span
from iamtutor.words import Lang

_SCHEMA: Final = "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json"
_LEVELS: Final = {
    Severity.ERROR: "error",
    Severity.SECURITY_WARNING: "warning",
    Severity.WARNING: "warning",
    Severity.SUGGESTION: "note",
}


def sarif(files: Sequence[Checked], lang: Lang) -> dict[str, Any]:
    """One run over all files. Columns count code points."""
    codes = sorted({finding.code for file in files for finding in file.findings})
    order = {code: number for number, code in enumerate(codes)}
    results = [_result(file, finding, order[finding.code], lang) for file in files for finding in file.findings]
    driver = {"name": "iamtutor", "version": __version__, "rules": [_rule(code) for code in codes]}
    run = {
        "tool": {"driver": driver},
        "language": lang,
        "columnKind": "unicodeCodePoints",
        "artifacts": [{"location": {"uri": _uri(file.name)}} for file in files],
        "results": results,
    }
    return {"$schema": _SCHEMA, "version": "2.1.0", "runs": [run]}


def _rule(code: str) -> dict[str, Any]:
    """What is known of a code; those of AWS lead to its documentation."""
    if code not in SEVERITIES:
        return {"id": code}
    severity = SEVERITIES[code]
    rule = {"id": code, "helpUri": page_of(code), "defaultConfiguration": {"level": _LEVELS[severity]}}
    return {**rule, "properties": {"tags": [severity.value]}}


def _result(file: Checked, finding: ValidationFinding, number: int, lang: Lang) -> dict[str, Any]:
    said = (message_of(finding, lang), why_of(finding, lang), mend_of(finding, lang))
    result: dict[str, Any] = {
        "ruleId": finding.code,
        "ruleIndex": number,
        "level": _LEVELS[finding.severity],
        "message": {"text": " ".join(part for part in said if part)},
        "locations": [{"physicalLocation": _location(file, finding.places[0])}],
    }
    if len(finding.places) > 1:
        result["relatedLocations"] = [
            {"id": at, "physicalLocation": _location(file, place)} for at, place in enumerate(finding.places[1:], 1)
        ]
    if finding.fix is not None:
        result["fixes"] = [_fix(file, finding.fix, mend_of(finding, lang))]
    return result


def _location(file: Checked, place: Place) -> dict[str, Any]:
    return {"artifactLocation": {"uri": _uri(file.name)}, "region": _region(file, place.span)}


def _region(file: Checked, span: Span) -> dict[str, int]:
    start, end = file.reading.position(span.start), file.reading.position(span.end)
    return {"startLine": start.line, "startColumn": start.column, "endLine": end.line, "endColumn": end.column}


def _fix(file: Checked, fix: QuickFix, description: str) -> dict[str, Any]:
    replacement = {"deletedRegion": _region(file, fix.span), "insertedContent": {"text": fix.replacement}}
    change = {"artifactLocation": {"uri": _uri(file.name)}, "replacements": [replacement]}
    return {"description": {"text": description}, "artifactChanges": [change]}


def _uri(name: str) -> str:
    """A path as a URI reference: relative where the path is."""
    path = PurePath(name)
    return path.as_uri() if path.is_absolute() else quote(path.as_posix())
