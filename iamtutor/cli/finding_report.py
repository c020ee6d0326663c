"""Findings about content: a line each with file and line, or JSON."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from iamtutor.cli.findings import words_of
from iamtutor.cli.terminal import Terminal
from iamtutor.cloud import where
from iamtutor.policy import Finding, Severity


def report(findings: Sequence[Finding], form: str, terminal: Terminal) -> int:
    """Write them. 0 where none is an error, else 1."""
    if form == "json":
        terminal.json(rows(findings, terminal))
    else:
        for finding in findings:
            terminal.line(f"{where(finding)}: {_severity(finding, terminal)}{words_of(finding, terminal.lang)}")
        if findings:
            terminal.tell("cli.findings.count", count=len(findings))
        else:
            terminal.line(f"{terminal.mark(True)} {terminal.say('cli.findings.none')}")
    return 1 if any(finding.severity is Severity.ERROR for finding in findings) else 0


def rows(findings: Sequence[Finding], terminal: Terminal) -> list[dict[str, Any]]:
    """Findings as JSON."""
    return [_row(finding, terminal) for finding in findings]


def _severity(finding: Finding, terminal: Terminal) -> str:
    return "" if finding.severity is Severity.ERROR else f"{finding.severity.value} "


def _row(finding: Finding, terminal: Terminal) -> dict[str, Any]:
    return {
        "code": finding.code,
        "severity": finding.severity.value,
        "file": finding.source,
        "line": finding.arguments.get("at"),
        "path": list(finding.path),
        "message": words_of(finding, terminal.lang),
    }
