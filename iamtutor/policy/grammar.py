"""The grammar: from the tree of a policy text to its document, and what breaks the rules of the language.

Follows https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_grammar.html
"""

from __future__ import annotations

from iamtutor.policy.document import PolicyDocument, PolicyKind, Statement
from iamtutor.policy.elements import POLICY_ELEMENTS, STATEMENT_ELEMENTS, VERSIONS, elements_near
from iamtutor.policy.finding import Severity, Span
from iamtutor.policy.statement import StatementReader
from iamtutor.policy.strings import excerpt
from iamtutor.policy.tree import Member, Node, NodeKind
from iamtutor.policy.values import Report, read_string


def read_document(root: Node | None, kind: PolicyKind, report: Report) -> PolicyDocument | None:
    """The policy that a tree holds; None only where the text holds no object at all."""
    if root is None:
        return None
    if root.kind is not NodeKind.OBJECT:
        if not root.broken:
            report.error("policy.not-an-object", Span(root.start, root.start + 1), ())
        return None
    version = policy_id = None
    statements: list[Statement] = []
    present: set[str] = set()
    is_clear = not root.broken
    for member in root.members:
        name, node = member.key.text, member.value
        if member.key.broken or (node is None and name not in POLICY_ELEMENTS):
            is_clear = False
            continue
        if member.duplicate:
            continue
        if name not in POLICY_ELEMENTS:
            present.add(_unknown_element(report, member, present))
            continue
        present.add(name)
        if node is None:
            continue
        if name == "Version":
            version = _read_version(report, node)
        elif name == "Id":
            policy_id = read_string(report, "Id", node, ("Id",))
        else:
            statements = _read_statements(report, node, kind)
    if is_clear:
        _report_missing(report, root, present)
    return PolicyDocument(version, policy_id, tuple(statements), root.span)


def _unknown_element(report: Report, member: Member, present: set[str]) -> str:
    """Report an element that no policy has on its outer level; the name that was probably meant."""
    name = member.key.text
    if name in STATEMENT_ELEMENTS:
        if "Statement" not in present:
            report.error("policy.belongs-to-statement", member.key.span, (name,), name=name)
        return "Statement"
    near = elements_near().find(name)
    if near and near not in STATEMENT_ELEMENTS:
        report.error("policy.unknown-element-near", member.key.span, (name,), name=excerpt(name), suggestion=near)
        return near
    report.error("policy.unknown-element", member.key.span, (name,), name=excerpt(name))
    return name


def _read_version(report: Report, node: Node) -> str | None:
    version = read_string(report, "Version", node, ("Version",))
    if version is not None and version not in VERSIONS:
        report.error("policy.bad-version", node.span, ("Version",), found=excerpt(version))
    return version


def _read_statements(report: Report, node: Node, kind: PolicyKind) -> list[Statement]:
    """The readable ones of one statement or many."""
    reader = StatementReader(report, kind)
    if node.kind is NodeKind.OBJECT:
        statement = reader.read(node, 0, ("Statement",))
        return [statement] if statement else []
    if node.kind is not NodeKind.ARRAY:
        report.wrong_type("policy.wrong-type-statement", "Statement", node, ("Statement",))
        return []
    if not node.items and not node.broken:
        report.error("policy.missing-statement", node.span, ("Statement",))
    statements: list[Statement] = []
    for index, item in enumerate(node.items):
        if item.kind is not NodeKind.OBJECT:
            report.wrong_type("policy.wrong-type-statement", "Statement", item, ("Statement", index))
            continue
        statement = reader.read(item, index, ("Statement", index))
        if statement:
            statements.append(statement)
    return statements


def _report_missing(report: Report, root: Node, present: set[str]) -> None:
    brace = Span(root.start, root.start + 1)
    if "Statement" not in present:
        report.error("policy.missing-statement", brace, ())
    elif "Version" not in present:
        report.note("policy.no-version", Severity.SUGGESTION, brace, ())
