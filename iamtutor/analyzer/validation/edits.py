"""The edits that quick fixes are made of: a member or an item taken out with its comma, the version written."""

from __future__ import annotations

import re
from typing import Final

from iamtutor.analyzer.validation.finding import QuickFix
from iamtutor.policy.finding import Span
from iamtutor.policy.reading import Reading
from iamtutor.policy.tree import Member, Node, NodeKind

NEW_VERSION: Final = "2012-10-17"
_GAP: Final = re.compile(r"(?:\r?\n)?[ \t]*\Z")


def without_member(node: Node, member: Member) -> QuickFix | None:
    """Take a member out of its object; None where its value is still to be written."""
    if member.value is None:
        return None
    at = node.members.index(member)
    if at:
        before = node.members[at - 1]
        return QuickFix(Span(before.value.end, member.value.end), "") if before.value is not None else None
    end = node.members[1].key.start if len(node.members) > 1 else member.value.end
    return QuickFix(Span(member.key.start, end), "")


def without_item(node: Node, item: Node) -> QuickFix:
    """Take an item out of its list."""
    at = node.items.index(item)
    if at:
        return QuickFix(Span(node.items[at - 1].end, item.end), "")
    return QuickFix(Span(item.start, node.items[1].start if len(node.items) > 1 else item.end), "")


def with_new_version(reading: Reading) -> QuickFix | None:
    """Make the policy one of version 2012-10-17: in front of everything else and laid out as that is, or in place of
    the version that it has."""
    root = reading.tree.root
    if root is None or root.kind is not NodeKind.OBJECT or not root.members:
        return None
    for member in root.members:
        if member.key.text == "Version":
            return None if member.value is None else QuickFix(member.value.span, f'"{NEW_VERSION}"')
    first = root.members[0]
    start = first.key.start
    found = _GAP.search(reading.text, root.start + 1, start)
    gap = found.group() if found else ""
    colon = reading.text[first.key.end : first.value.start] if first.value is not None else ": "
    colon = colon if colon.strip() == ":" and "\n" not in colon else ": "
    if not gap and colon.endswith(" "):
        gap = " "
    return QuickFix(Span(start, start), f'"Version"{colon}"{NEW_VERSION}",{gap}')
