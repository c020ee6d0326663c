"""The formats of `iamtutor check` but SARIF: text for people, JSON in AWS's form, and the commands of GitHub Actions."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Any, Final

from iamtutor.analyzer import path_json
from iamtutor.cli.checked import Checked, mend_of, message_of, why_of
from iamtutor.policy import Severity
from iamtutor.words import Lang

_GITHUB: Final = {
    Severity.ERROR: "error",
    Severity.SECURITY_WARNING: "warning",
    Severity.WARNING: "warning",
    Severity.SUGGESTION: "notice",
}


def text_lines(files: Sequence[Checked], lang: Lang, *, explain: bool) -> Iterator[str]:
    """``line:col severity CODE message``, with the file in front where there are several."""
    for file in files:
        prefix = f"{file.name}:" if len(files) > 1 else ""
        for finding in file.findings:
            line, column = file.start(finding.places[0])
            message = message_of(finding, lang)
            yield f"{prefix}{line}:{column} {finding.severity.value} {finding.code} {message}"
            if explain:
                yield from (f"    {said}" for said in (why_of(finding, lang), mend_of(finding, lang)) if said)


def json_rows(files: Sequence[Checked], lang: Lang) -> list[dict[str, Any]]:
    """A row for each finding; where there are several files a row also names its file."""
    rows = []
    for file in files:
        for finding in file.findings:
            line, column = file.start(finding.places[0])
            row: dict[str, Any] = {
                "code": finding.code,
                "severity": finding.severity.value,
                "path": path_json(finding.path),
                "line": line,
                "column": column,
                "message": message_of(finding, lang),
            }
            rows.append({"file": file.name, **row} if len(files) > 1 else row)
    return rows


def github_lines(files: Sequence[Checked], lang: Lang) -> Iterator[str]:
    """The workflow commands that put findings beside the lines of a pull request.

    https://docs.github.com/en/actions/reference/workflows-and-actions/workflow-commands
    """
    for file in files:
        for finding in file.findings:
            place = finding.places[0]
            (line, column), (end_line, end_column) = file.start(place), file.end(place)
            where = {"file": file.name, "line": line, "endLine": end_line, "col": column}
            if end_line == line:
                where["endColumn"] = end_column
            where["title"] = f"{finding.code} ({finding.severity.value})"
            properties = ",".join(f"{name}={_property(str(value))}" for name, value in where.items())
            yield f"::{_GITHUB[finding.severity]} {properties}::{_escaped(message_of(finding, lang))}"


def _escaped(text: str) -> str:
    return text.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A")


def _property(text: str) -> str:
    return _escaped(text).replace(":", "%3A").replace(",", "%2C")
