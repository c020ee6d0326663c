"""The Principal element, in all the forms that AWS allows.

Follows https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_principal.html
"""

from __future__ import annotations

from iamtutor.policy.document import PrincipalElement, PrincipalEntry, PrincipalType
from iamtutor.policy.elements import PRINCIPAL_TYPES, principal_types_near
from iamtutor.policy.finding import Span
from iamtutor.policy.strings import excerpt
from iamtutor.policy.tree import Member, Node, NodeKind, Path
from iamtutor.policy.values import Report, read_strings, shown


def read_principal(report: Report, member: Member, node: Node, path: Path) -> PrincipalElement | None:
    """Principal or NotPrincipal, or None where it could not be read whole."""
    if node.broken:
        return None
    name = member.key.text
    if node.kind is NodeKind.STRING and node.text == "*":
        entries: tuple[PrincipalEntry, ...] | None = (PrincipalEntry(PrincipalType.ANY, "*", node.span),)
    elif node.kind is NodeKind.OBJECT and node.members:
        entries = _entries(report, node, path)
    elif node.kind is NodeKind.OBJECT:
        report.error("policy.empty-principal", node.span, path, name=name)
        return None
    else:
        report.error("policy.wrong-type-principal", node.span, path, name=name, found=shown(node))
        return None
    if entries is None:
        return None
    return PrincipalElement(name == "NotPrincipal", entries, Span(member.key.start, node.end))


def _entries(report: Report, node: Node, path: Path) -> tuple[PrincipalEntry, ...] | None:
    entries: list[PrincipalEntry] = []
    whole = True
    for member in node.members:
        if member.key.broken or member.duplicate or member.value is None:
            whole = False
            continue
        name = member.key.text
        below = (*path, name)
        type_ = PRINCIPAL_TYPES.get(name)
        if type_ is None:
            _unknown_type(report, member, below)
            whole = False
            continue
        texts = read_strings(report, name, member.value, below)
        if texts is None:
            whole = False
        else:
            entries.extend(PrincipalEntry(type_, text.value, text.span) for text in texts)
    return tuple(entries) if whole else None


def _unknown_type(report: Report, member: Member, path: Path) -> None:
    name = excerpt(member.key.text)
    near = principal_types_near().find(member.key.text)
    if near:
        report.error("policy.bad-principal-near", member.key.span, path, name=name, suggestion=near)
    else:
        report.error("policy.bad-principal", member.key.span, path, name=name)
