"""Quick fixes for what the reader finds: only where one edit is right whatever was meant.

AWS refuses almost everything that the reader reports, so such a text has no meaning yet that an edit could change. Where
AWS takes it as it stands (a missing Version), the finding itself says what the edit changes.
"""

from __future__ import annotations

import json
import re
from collections.abc import Callable, Mapping
from functools import cached_property
from typing import Final

from iamtutor.analyzer.validation.edits import NEW_VERSION, with_new_version, without_member
from iamtutor.analyzer.validation.finding import QuickFix
from iamtutor.policy.document import PolicyKind
from iamtutor.policy.elements import VERSIONS
from iamtutor.policy.finding import Finding, Span
from iamtutor.policy.nearest import Nearest
from iamtutor.policy.reading import Reading
from iamtutor.policy.tokens import SMART_DOUBLE, SMART_SINGLE
from iamtutor.policy.tree import Member, Node, NodeKind, node_at

_CURLY: Final = f'{SMART_DOUBLE}{SMART_SINGLE}"'
_NEEDS_NO_ESCAPE: Final = re.compile(r'[^"\\\x00-\x1f]*\Z')
_DATE_LIKE: Final = re.compile(r"[0-9][0-9T:Z-]*\Z", re.ASCII)
_ACTION: Final = re.compile(r"[\w*?-]+:[\w*?-]+\Z", re.ASCII)
_NUMBERED: Final = re.compile(r"(.*?)(\d{0,9})\Z", re.ASCII | re.DOTALL)
_PRINCIPALS: Final = {
    "AWS": re.compile(
        r"\d{12}|arn:[\w-]+:(?:iam|sts)::\d{12}:(?:root|(?:user|role|assumed-role|federated-user)/\S+)", re.ASCII
    ),
    "Federated": re.compile(r"arn:[\w-]+:iam::\d{12}:(?:saml|oidc)-provider/\S+", re.ASCII),
    "Service": re.compile(r"[a-z0-9-]+(?:\.[a-z0-9-]+)*\.amazonaws\.com(?:\.cn)?", re.ASCII),
}


class ReaderFixes:
    """The fixes of one reading, finding by finding in the order of the text."""

    def __init__(self, reading: Reading) -> None:
        self.reading = reading
        self.text = reading.text

    def of(self, finding: Finding) -> QuickFix | None:
        """The edit that mends a finding; None where there is more than one way to mend it."""
        if finding.span is None:
            return None
        in_json = _IN_JSON.get(finding.code)
        if in_json is not None:
            return in_json(self.text, finding.span)
        own = _IN_POLICY.get(finding.code)
        if own is not None:
            return own(self, finding)
        meant = finding.arguments.get("suggestion")
        if not isinstance(meant, str):
            return None
        if finding.code == "json.bare-word":
            return _with_quotes(self.text, finding.span) if meant.startswith('"') else QuickFix(finding.span, meant)
        return self._renamed(finding, finding.span, meant)

    def _renamed(self, finding: Finding, span: Span, meant: str) -> QuickFix | None:
        """The word that was probably meant, unless it is a name that stands beside it already."""
        parent = self._parent(finding)
        if parent is not None and any(
            member.key.text == meant and member.key.start != span.start for member in parent.members
        ):
            return None
        return QuickFix(span, f'"{meant}"')

    def _node(self, finding: Finding) -> Node | None:
        return node_at(self.reading.tree.root, finding.path)

    def _parent(self, finding: Finding) -> Node | None:
        return node_at(self.reading.tree.root, finding.path[:-1])

    def _member(self, finding: Finding) -> tuple[Node, Member] | None:
        parent = self._parent(finding)
        span = finding.span
        if parent is None or span is None:
            return None
        return next(((parent, member) for member in parent.members if member.key.start == span.start), None)

    def version(self, finding: Finding) -> QuickFix | None:
        """Version 2012-10-17, or the older one where that is nearer to what is written."""
        node = self._node(finding)
        if node is None or finding.code == "policy.no-version":
            return with_new_version(self.reading)
        return QuickFix(node.span, f'"{Nearest(VERSIONS).find(node.text) or NEW_VERSION}"')

    def removal(self, finding: Finding) -> QuickFix | None:
        """The element taken out. Not a NotPrincipal: whom it spared would no longer be spared."""
        found = self._member(finding)
        if found is None or found[1].key.text == "NotPrincipal":
            return None
        return without_member(*found)

    def one_string(self, finding: Finding) -> QuickFix | None:
        """A number in quotation marks; of a list of one string the string."""
        node = self._node(finding)
        if node is not None and len(node.items) == 1 and node.items[0].kind is NodeKind.STRING:
            return QuickFix(node.span, self._written(node.items[0].span))
        return self.string(finding)

    def string(self, finding: Finding) -> QuickFix | None:
        """A number in quotation marks: an account, mostly."""
        node = self._node(finding)
        if node is None or node.kind is not NodeKind.NUMBER:
            return None
        return QuickFix(node.span, f'"{self._written(node.span)}"')

    def item(self, finding: Finding) -> QuickFix | None:
        """A number in quotation marks; a list within the list without its brackets."""
        node = self._node(finding)
        if node is None or not node.items:
            return self.string(finding)
        if node.broken or any(each.kind is not NodeKind.STRING or each.broken for each in node.items):
            return None
        return QuickFix(node.span, self._written(Span(node.items[0].start, node.items[-1].end)))

    def principal(self, finding: Finding) -> QuickFix | None:
        """The type around principals whose form says of which type they are."""
        node = self._node(finding)
        if node is None or node.broken:
            return None
        items = node.items if node.kind is NodeKind.ARRAY else [node]
        if not items or any(item.kind is not NodeKind.STRING or item.broken for item in items):
            return None
        if all(item.text == "*" for item in items):
            return QuickFix(node.span, '{"AWS": "*"}' if self.reading.kind is PolicyKind.TRUST else '"*"')
        if self.reading.kind is PolicyKind.RCP:
            return None
        for type_, form in _PRINCIPALS.items():
            if all(form.fullmatch(item.text) for item in items):
                return QuickFix(node.span, f'{{"{type_}": {self._written(node.span)}}}')
        return None

    def action(self, finding: Finding) -> QuickFix | None:
        """An action without white space, which none has."""
        node = self._node(finding)
        meant = "".join(node.text.split()) if node is not None else ""
        return QuickFix(node.span, f'"{meant}"') if node is not None and _ACTION.match(meant) else None

    def sid(self, finding: Finding) -> QuickFix | None:
        """A Sid of letters and digits that no other statement has; Sids have no meaning for a decision."""
        node = self._node(finding)
        if node is None or node.kind is not NodeKind.STRING:
            return None
        meant = node.text
        if finding.code == "policy.bad-sid":
            meant = re.sub(r"[^A-Za-z0-9]", "", meant)
        if not meant:
            return None
        return QuickFix(node.span, json.dumps(self._free(meant), ensure_ascii=False))

    def _free(self, sid: str) -> str:
        """The Sid, or where it is taken the next number behind it that is free."""
        match = _NUMBERED.match(sid)
        assert match is not None
        stem, digits = match.groups()
        number = int(digits or 1)
        while sid in self._sids:
            number += 1
            sid = f"{stem}{number:0{len(digits)}d}"
        self._sids.add(sid)
        return sid

    @cached_property
    def _sids(self) -> set[str]:
        node = node_at(self.reading.tree.root, ("Statement",))
        if node is None:
            return set()
        statements = node.items if node.kind is NodeKind.ARRAY else [node]
        return {
            member.value.text
            for statement in statements
            for member in statement.members
            if member.key.text == "Sid" and member.value is not None
        }

    def plain_null(self, finding: Finding) -> QuickFix | None:
        """Null alone."""
        return None if finding.span is None else self._renamed(finding, finding.span, "Null")

    def _written(self, span: Span) -> str:
        return self.text[span.start : span.end]


def _gone(text: str, span: Span) -> QuickFix:
    return QuickFix(span, "")


def _comma_behind(text: str, span: Span) -> QuickFix:
    return QuickFix(Span(span.end, span.end), ",")


def _colon_behind(text: str, span: Span) -> QuickFix:
    return QuickFix(Span(span.end, span.end), ":" if text[span.end : span.end + 1].isspace() else ": ")


def _space(text: str, span: Span) -> QuickFix:
    return QuickFix(span, " ")


def _straight_quotes(text: str, span: Span) -> QuickFix | None:
    """A string between other quotation marks, or one curly mark alone."""
    written = text[span.start : span.end]
    if len(written) == 1:
        return QuickFix(span, '"')
    marks = "'" if written[0] == "'" else _CURLY
    inner = written[1:-1]
    if written[0] not in marks or written[-1] not in marks or not _NEEDS_NO_ESCAPE.match(inner):
        return None
    return QuickFix(span, f'"{inner}"')


def _with_quotes(text: str, span: Span) -> QuickFix | None:
    written = text[span.start : span.end]
    return QuickFix(span, f'"{written}"') if _NEEDS_NO_ESCAPE.match(written) else None


def _number_as_text(text: str, span: Span) -> QuickFix | None:
    """A date or an account that begins with 0; numbers of other forms may be meant as numbers."""
    return _with_quotes(text, span) if _DATE_LIKE.match(text[span.start : span.end]) else None


def _without_comment(text: str, span: Span) -> QuickFix:
    """The comment with its line, where nothing else stands there."""
    line_start = text.rfind("\n", 0, span.start) + 1
    line_end = text.find("\n", span.end)
    line_end = len(text) if line_end < 0 else line_end + 1
    before, behind = text[line_start : span.start], text[span.end : line_end]
    if behind.strip():
        return QuickFix(span, "")
    if not before.strip():
        return QuickFix(Span(line_start, line_end), "")
    return QuickFix(Span(line_start + len(before.rstrip()), span.end), "")


_IN_JSON: Final[Mapping[str, Callable[[str, Span], QuickFix | None]]] = {
    "json.bad-number": _number_as_text,
    "json.byte-order-mark": _gone,
    "json.comment": _without_comment,
    "json.extra-comma": _gone,
    "json.missing-colon": _colon_behind,
    "json.missing-comma": _comma_behind,
    "json.odd-space": _space,
    "json.single-quotes": _straight_quotes,
    "json.smart-quotes": _straight_quotes,
    "json.trailing-comma": _gone,
}
_IN_POLICY: Final[Mapping[str, Callable[[ReaderFixes, Finding], QuickFix | None]]] = {
    "policy.no-version": ReaderFixes.version,
    "policy.bad-version": ReaderFixes.version,
    "policy.wrong-type-string": ReaderFixes.one_string,
    "policy.wrong-type-strings": ReaderFixes.string,
    "policy.wrong-type-item": ReaderFixes.item,
    "policy.wrong-type-principal": ReaderFixes.principal,
    "policy.bad-action": ReaderFixes.action,
    "policy.bad-sid": ReaderFixes.sid,
    "policy.duplicate-sid": ReaderFixes.sid,
    "policy.resource-not-allowed": ReaderFixes.removal,
    "policy.principal-not-allowed": ReaderFixes.removal,
    "policy.null-with-if-exists": ReaderFixes.plain_null,
}
