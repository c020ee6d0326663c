"""Reading a policy: from text to document, findings and tokens, with the place of everything."""

from __future__ import annotations

import json
import re
from bisect import bisect_right
from dataclasses import dataclass
from datetime import date
from functools import cached_property
from typing import Final

from iamtutor.policy import tokens
from iamtutor.policy.document import PolicyDocument, PolicyKind, Statement
from iamtutor.policy.finding import Finding, Lines, Position, Severity, Span
from iamtutor.policy.grammar import read_document
from iamtutor.policy.highlight import Token, highlight
from iamtutor.policy.parse import parse
from iamtutor.policy.strings import excerpt
from iamtutor.policy.tree import MAX_DEPTH, Path, Tree, node_at, path_at
from iamtutor.policy.values import Report

_IAM_KINDS: Final = (PolicyKind.IDENTITY, PolicyKind.TRUST, PolicyKind.BOUNDARY, PolicyKind.SESSION)
# Surrogates are left out: the parser has reported them.
_FOREIGN: Final = re.compile(r"[^\t\n\r\x20-\xff\ud800-\udfff]+")
_MOST_VALUES: Final = 1_000_000


@dataclass(frozen=True, eq=False)
class Reading:
    """All that can be known of a policy text. `document` is None where the text holds no JSON object.

    `findings` stand in the order of their places. Offsets count code points from 0.
    """

    text: str
    kind: PolicyKind
    document: PolicyDocument | None
    findings: tuple[Finding, ...]
    lines: Lines
    tree: Tree

    @cached_property
    def ok(self) -> bool:
        """Whether AWS would take the policy as far as reader can tell: no finding is an error."""
        return all(finding.severity is not Severity.ERROR for finding in self.findings)

    @cached_property
    def tokens(self) -> tuple[Token, ...]:
        """The text cut into meaningful pieces, in order, white space left out: what an editor colours."""
        return highlight(self.text, self.tree)

    def position(self, offset: int) -> Position:
        """Line and column of an offset, both from 1."""
        return self.lines.position(offset)

    def path_at(self, offset: int) -> Path:
        """The JSON path (names and indexes) of the innermost value at an offset; a name counts with its value."""
        return path_at(self.tree.root, offset)

    def span_of(self, path: Path) -> Span | None:
        """Where the value at a JSON path stands, or None where there is no such value."""
        node = node_at(self.tree.root, path)
        return node.span if node else None

    def statement_at(self, offset: int) -> Statement | None:
        """The statement of the document in which an offset lies."""
        statements = self.document.statements if self.document else ()
        at = bisect_right(statements, offset, key=lambda statement: statement.span.start) - 1
        return statements[at] if at >= 0 and offset <= statements[at].span.end else None


def read(text: str, kind: PolicyKind = PolicyKind.IDENTITY) -> Reading:
    """Read a policy text of a kind. Never raises; takes time linear in the text."""
    lines = Lines(text)
    tree = parse(text, lines)
    report = Report(lines)
    document = read_document(tree.root, kind, report)
    if kind in _IAM_KINDS and not text.isascii():
        _report_characters(text, tree, report)
    findings = sorted(tree.findings + report.findings, key=lambda finding: finding.span or Span(0, 0))
    return Reading(text, kind, document, tuple(findings), lines, tree)


def _report_characters(text: str, tree: Tree, report: Report) -> None:
    """Report the first characters of each string that IAM does not take in a policy document.

    https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_iam-quotas.html#reference_iam-quotas-names and the pattern of
    https://docs.aws.amazon.com/IAM/latest/APIReference/API_CreatePolicy.html
    """
    for kind, start, end in tree.lexemes:
        if kind in (tokens.STRING, tokens.ROUGH_STRING) and (found := _FOREIGN.search(text, start, end)):
            path = path_at(tree.root, found.start())
            report.error("policy.characters", Span(*found.span()), path, found=excerpt(found.group()))


def read_value(value: object, kind: PolicyKind = PolicyKind.IDENTITY) -> Reading:
    """Read a policy that came as a JSON or YAML value; places refer to its text, indented by two.

    A date (YAML reads an unquoted Version as one) counts as its text. Raises ValueError where the value is no JSON:
    nested deeper than a policy can be, too large, or holding other things.
    """
    _check_size(value)
    try:
        text = json.dumps(value, indent=2, ensure_ascii=False, default=_plain)
    except TypeError as error:
        raise ValueError(str(error)) from error
    return read(text, kind)


def _plain(value: object) -> str:
    if isinstance(value, date):
        return value.isoformat()
    raise ValueError(f"not a JSON value: {type(value).__name__}")


def _check_size(value: object) -> None:
    """Refuse what would grow without end as text: YAML aliases can make a small file a huge value."""
    pending = [(value, 0)]
    seen = 0
    while pending:
        item, depth = pending.pop()
        seen += 1
        if depth > 2 * MAX_DEPTH or seen > _MOST_VALUES:
            raise ValueError("the value is too large or too deeply nested for a policy")
        if isinstance(item, dict):
            pending.extend((child, depth + 1) for child in item.values())
        elif isinstance(item, (list, tuple)):
            pending.extend((child, depth + 1) for child in item)
