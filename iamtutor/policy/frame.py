"""An open container while its tree is assembled."""

from __future__ import annotations

from enum import IntEnum

from iamtutor.policy.tree import Member, Node, NodeKind


class State(IntEnum):
    """What a container waits for."""

    FIRST = 0
    NEXT = 1
    COLON = 2
    VALUE = 3
    COMMA = 4


class Frame:
    """An open container. `mark` is the last comma, colon or name; `lenient` says that a mistake took what stood here."""

    __slots__ = ("is_object", "lenient", "listing", "mark", "member", "names", "node", "state")

    def __init__(self, node: Node) -> None:
        self.node = node
        self.is_object = node.kind is NodeKind.OBJECT
        self.state = State.FIRST
        self.mark = (node.start, node.start + 1)
        self.member: Member | None = None
        self.names: dict[str, int] = {}
        self.lenient = False
        self.listing = False
