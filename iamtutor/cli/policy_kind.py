"""What kind of policy a document is: as the caller says, else guessed from its elements."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Final

from iamtutor.access.messages import MESSAGES
from iamtutor.policy import PolicyKind
from iamtutor.policy.tree import Node, NodeKind, Tree
from iamtutor.words import Bilingual

KINDS: Final = tuple(kind.value for kind in PolicyKind)


def kind_name(kind: PolicyKind) -> Bilingual:
    """What a kind of policy is called."""
    return Bilingual(**MESSAGES[f"access.layer.{kind.value}"])


def guess_kind(trees: Iterable[Tree]) -> PolicyKind:
    """The kind of policies that belong together: with a Principal resource policies, or trust policies where all
    actions are of STS and no statement speaks of resources; else identity policies.
    """
    statements = [statement for tree in trees for statement in _statements(tree.root)]
    if not any(statement.keys() & {"Principal", "NotPrincipal"} for statement in statements):
        return PolicyKind.IDENTITY
    if any(statement.keys() & {"Resource", "NotResource"} for statement in statements):
        return PolicyKind.RESOURCE
    actions = [text for statement in statements for text in _texts(statement.get("Action"))]
    is_trust = bool(actions) and all(text.lower().startswith("sts:") for text in actions)
    return PolicyKind.TRUST if is_trust else PolicyKind.RESOURCE


def _statements(root: Node | None) -> Iterator[dict[str, Node | None]]:
    if root is None:
        return
    listed = _members(root).get("Statement")
    if listed is None:
        return
    for each in listed.items if listed.kind is NodeKind.ARRAY else (listed,):
        yield _members(each)


def _members(node: Node) -> dict[str, Node | None]:
    return {member.key.text: member.value for member in node.members}


def _texts(node: Node | None) -> list[str]:
    if node is None:
        return []
    return [each.text for each in (node.items or [node])]
