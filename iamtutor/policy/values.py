"""What every element of a policy is made of: strings and lists of strings, and where to report what is not one."""

from __future__ import annotations

from typing import Final

from iamtutor.policy.document import Text
from iamtutor.policy.finding import Argument, Finding, Lines, Severity, Span
from iamtutor.policy.strings import excerpt
from iamtutor.policy.tree import Node, NodeKind, Path

# Looked up once, as in the assembly.
_ARRAY: Final = NodeKind.ARRAY
_OBJECT: Final = NodeKind.OBJECT
_STRING: Final = NodeKind.STRING


class Report:
    """Collects the findings of one reading."""

    def __init__(self, lines: Lines) -> None:
        self.lines = lines
        self.findings: list[Finding] = []

    def error(self, code: str, span: Span, path: Path, **arguments: Argument) -> None:
        """Report what AWS refuses."""
        self.findings.append(Finding(code, Severity.ERROR, span, arguments, path))

    def note(self, code: str, severity: Severity, span: Span, path: Path, **arguments: Argument) -> None:
        """Report with a severity: what AWS accepts, or accepts in some policies."""
        self.findings.append(Finding(code, severity, span, arguments, path))

    def wrong_type(self, code: str, name: str, node: Node, path: Path) -> None:
        """Report a value of the wrong JSON type, unless the value could not be read anyway."""
        if not node.broken:
            self.error(code, node.span, path, name=excerpt(name), found=shown(node))


def shown(node: Node) -> str:
    """A value as a message shows it: a scalar as written, a container by its brackets."""
    if node.kind is _OBJECT:
        return "{…}" if node.members else "{}"
    if node.kind is _ARRAY:
        return "[…]" if node.items else "[]"
    if node.kind is _STRING:
        return f'"{excerpt(node.text)}"'
    return excerpt(node.text)


def read_string(report: Report, name: str, node: Node, path: Path) -> str | None:
    """The string that an element must hold, or None after a finding."""
    if node.broken:
        return None
    if node.kind is not _STRING:
        report.wrong_type("policy.wrong-type-string", name, node, path)
        return None
    return node.text


def read_strings(report: Report, name: str, node: Node, path: Path) -> tuple[Text, ...] | None:
    """The string, or the strings of the list, that an element must hold; None after a finding."""
    if node.broken:
        return None
    if node.kind is _STRING:
        return (Text(node.text, Span(node.start, node.end)),)
    if node.kind is not _ARRAY:
        report.wrong_type("policy.wrong-type-strings", name, node, path)
        return None
    if not node.items:
        report.error("policy.empty-list", node.span, path, name=excerpt(name))
        return None
    texts: list[Text] = []
    whole = True
    for index, item in enumerate(node.items):
        if item.broken:
            whole = False
        elif item.kind is not _STRING:
            report.wrong_type("policy.wrong-type-item", name, item, (*path, index))
            whole = False
        else:
            texts.append(Text(item.text, Span(item.start, item.end)))
    return tuple(texts) if whole else None
