"""One statement: its elements, which of them it must and must not have, and whether it can be matched as written."""

from __future__ import annotations

import re
from typing import Final

from iamtutor.policy.condition import read_conditions
from iamtutor.policy.document import Condition, Effect, PatternElement, PolicyKind, PrincipalElement, Statement
from iamtutor.policy.elements import POLICY_ELEMENTS, STATEMENT_ELEMENTS, effects_near, elements_near
from iamtutor.policy.finding import Severity, Span
from iamtutor.policy.principal import read_principal
from iamtutor.policy.strings import excerpt
from iamtutor.policy.tree import Member, Node, Path
from iamtutor.policy.values import Report, read_string, read_strings

_ACTION: Final = re.compile(r"(?:\*|[\w*?.-]+:[\w*?.-]+)\Z", re.ASCII)
_SID: Final = re.compile(r"[A-Za-z0-9]*\Z")
_STRICT_SIDS: Final = (PolicyKind.IDENTITY, PolicyKind.BOUNDARY, PolicyKind.SESSION, PolicyKind.SCP)
_UNIQUE_SIDS: Final = (*_STRICT_SIDS, PolicyKind.TRUST)
_MISSING: Final = {
    "Action": "policy.missing-action",
    "Resource": "policy.missing-resource",
    "Principal": "policy.missing-principal",
}
_BOTH: Final = {
    "Action": "policy.both-action-and-not-action",
    "Resource": "policy.both-resource-and-not-resource",
    "Principal": "policy.both-principal-and-not-principal",
}
_EFFECTS: Final = {"Allow": Effect.ALLOW, "Deny": Effect.DENY}


class StatementReader:
    """Reads the statements of one policy; remembers the Sids, which must differ."""

    def __init__(self, report: Report, kind: PolicyKind) -> None:
        self.report = report
        self.kind = kind
        self.sids: dict[str, int] = {}

    def read(self, node: Node, index: int, path: Path) -> Statement | None:
        """The statement, or None where it cannot be matched exactly as written; the findings say why."""
        whole = is_clear = not node.broken
        elements: dict[str, tuple[Member, Node]] = {}
        present: set[str] = set()
        for member in node.members:
            name = member.key.text
            if member.key.broken or (member.value is None and name not in STATEMENT_ELEMENTS):
                whole = is_clear = False
            elif name not in STATEMENT_ELEMENTS:
                present.add(self._unknown_element(member, path))
                whole = False
            else:
                present.add(name)
                if member.value is None or member.duplicate:
                    whole = False
                else:
                    elements[name] = (member, member.value)
        if is_clear:
            whole = self._is_complete(node, elements, present, path) and whole
        sid = self._read_sid(elements, path)
        effect = self._read_effect(elements, path)
        principal = self._read_principal(elements, effect, path)
        action = self._read_patterns(elements, "Action", path)
        resource = self._read_patterns(elements, "Resource", path)
        conditions: tuple[Condition, ...] | None = ()
        if "Condition" in elements:
            conditions = read_conditions(self.report, elements["Condition"][1], (*path, "Condition"))
        if not whole or effect is None or action is None or conditions is None:
            return None
        if (principal is None) == self.kind.names_principals or (resource is None) != (self.kind is PolicyKind.TRUST):
            return None
        return Statement(index, sid, effect, principal, action, resource, conditions, node.span)

    def _unknown_element(self, member: Member, path: Path) -> str:
        """Report an element that no statement has; the name that was probably meant."""
        name = member.key.text
        below = (*path, name)
        if name in POLICY_ELEMENTS:
            self.report.error("policy.belongs-to-policy", member.key.span, below, name=name)
            return name
        near = elements_near().find(name)
        if near:
            self.report.error(
                "policy.unknown-element-near", member.key.span, below, name=excerpt(name), suggestion=near
            )
            return near
        self.report.error("policy.unknown-element", member.key.span, below, name=excerpt(name))
        return name

    def _is_complete(self, node: Node, elements: dict[str, tuple[Member, Node]], present: set[str], path: Path) -> bool:
        """Check that the elements which a statement of this kind must have are there, once, and no others."""
        report, kind = self.report, self.kind
        brace = Span(node.start, node.start + 1)
        complete = True
        if "Effect" not in present:
            report.error("policy.missing-effect", brace, path)
            complete = False
        wanted = {"Action": True, "Resource": kind is not PolicyKind.TRUST, "Principal": kind.names_principals}
        for name, is_wanted in wanted.items():
            written = [each for each in (name, "Not" + name) if each in present]
            if not is_wanted:
                complete = self._refuse(written, elements, path) and complete
            elif not written:
                report.error(_MISSING[name], brace, path)
                complete = False
            elif len(written) == 2:
                self._report_both(name, elements, path)
                complete = False
        return complete

    def _refuse(self, written: list[str], elements: dict[str, tuple[Member, Node]], path: Path) -> bool:
        for name in written:
            code = "policy.resource-not-allowed" if "Resource" in name else "policy.principal-not-allowed"
            if name in elements:
                self.report.error(code, elements[name][0].key.span, (*path, name), name=name)
        return not written

    def _report_both(self, name: str, elements: dict[str, tuple[Member, Node]], path: Path) -> None:
        pair = [elements[each][0].key for each in (name, "Not" + name) if each in elements]
        if pair:
            later = max(pair, key=lambda key: key.start)
            self.report.error(_BOTH[name], later.span, (*path, later.text))

    def _read_sid(self, elements: dict[str, tuple[Member, Node]], path: Path) -> str | None:
        if "Sid" not in elements:
            return None
        node = elements["Sid"][1]
        below = (*path, "Sid")
        sid = read_string(self.report, "Sid", node, below)
        if not sid:
            return sid
        first = self.sids.setdefault(sid, node.start)
        if first != node.start:
            line = self.report.lines.position(first).line
            severity = Severity.ERROR if self.kind in _UNIQUE_SIDS else Severity.WARNING
            self.report.note("policy.duplicate-sid", severity, node.span, below, sid=excerpt(sid), line=line)
        if self.kind in _STRICT_SIDS and not _SID.match(sid):
            self.report.error("policy.bad-sid", node.span, below, sid=excerpt(sid))
        return sid

    def _read_effect(self, elements: dict[str, tuple[Member, Node]], path: Path) -> Effect | None:
        if "Effect" not in elements:
            return None
        node = elements["Effect"][1]
        below = (*path, "Effect")
        written = read_string(self.report, "Effect", node, below)
        if written is None:
            return None
        effect = _EFFECTS.get(written)
        if effect is None:
            near = effects_near().find(written)
            if near:
                arguments = {"found": excerpt(written), "suggestion": near}
                self.report.error("policy.bad-effect-near", node.span, below, **arguments)
            else:
                self.report.error("policy.bad-effect", node.span, below, found=excerpt(written))
        return effect

    def _read_principal(
        self, elements: dict[str, tuple[Member, Node]], effect: Effect | None, path: Path
    ) -> PrincipalElement | None:
        if not self.kind.names_principals:
            return None
        name = "Principal" if "Principal" in elements else "NotPrincipal"
        if name not in elements:
            return None
        member, node = elements[name]
        if name == "NotPrincipal" and effect is Effect.ALLOW:
            self.report.note("policy.not-principal-allow", Severity.WARNING, member.key.span, (*path, name))
        return read_principal(self.report, member, node, (*path, name))

    def _read_patterns(self, elements: dict[str, tuple[Member, Node]], base: str, path: Path) -> PatternElement | None:
        """Action or Resource, or its Not form; None where it is missing or not readable."""
        if base == "Resource" and self.kind is PolicyKind.TRUST:
            return None
        name = base if base in elements else "Not" + base
        if name not in elements:
            return None
        member, node = elements[name]
        texts = read_strings(self.report, name, node, (*path, name))
        if texts is None:
            return None
        if base == "Action":
            for index, text in enumerate(texts):
                if not _ACTION.match(text.value):
                    below = (*path, name, index) if node.items else (*path, name)
                    self.report.error("policy.bad-action", text.span, below, found=excerpt(text.value))
        return PatternElement(name, name != base, texts, Span(member.key.start, node.end))
