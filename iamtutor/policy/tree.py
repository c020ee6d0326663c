"""The tree that a policy text makes: nodes with their places, whatever is wrong with the text."""

from __future__ import annotations

from bisect import bisect_right
from dataclasses import dataclass
from enum import Enum
from typing import Final

from iamtutor.policy.finding import Finding, Span
from iamtutor.policy.tokens import Lexeme

Path = tuple[str | int, ...]

MAX_DEPTH: Final = 64
"""How deep brackets may nest; a policy needs seven levels."""


class NodeKind(Enum):
    """The six kinds of JSON value, true and false being one."""

    STRING = "string"
    NUMBER = "number"
    BOOLEAN = "boolean"
    NULL = "null"
    OBJECT = "object"
    ARRAY = "array"


class Node:
    """One JSON value. `broken` says that it could not be read whole, so nothing may rest on it.

    `text` is a string's value with its escapes resolved, or a number or literal as written.
    Plain slots and no dataclass: a keystroke makes hundreds of them.
    """

    __slots__ = ("broken", "end", "items", "kind", "members", "start", "text")

    def __init__(self, kind: NodeKind, start: int, end: int, text: str = "", broken: bool = False) -> None:
        self.kind = kind
        self.start = start
        self.end = end
        self.text = text
        self.broken = broken
        self.items: list[Node] = _NO_ITEMS
        self.members: list[Member] = _NO_MEMBERS

    @property
    def span(self) -> Span:
        """Where the value stands, its brackets or quotation marks included."""
        return Span(self.start, self.end)


class Member:
    """A name with its value in an object; the value is missing while it is not yet typed."""

    __slots__ = ("duplicate", "key", "value")

    def __init__(self, key: Node) -> None:
        self.key = key
        self.value: Node | None = None
        self.duplicate = False


_NO_ITEMS: list[Node] = []
_NO_MEMBERS: list[Member] = []


@dataclass(frozen=True, slots=True)
class Tree:
    """What the parser made of a text: the first value in it, the lexemes, and what is wrong with the JSON."""

    root: Node | None
    lexemes: list[Lexeme]
    findings: list[Finding]


def path_at(root: Node | None, offset: int) -> Path:
    """The names and indexes that lead to the innermost value at `offset`; a name belongs to its value."""
    path: list[str | int] = []
    node = root
    while node is not None and node.start <= offset <= node.end:
        if node.members:
            at = bisect_right(node.members, offset, key=lambda member: member.key.start) - 1
            member = node.members[at]
            end = member.key.end if member.value is None else member.value.end
            if at < 0 or offset > end:
                break
            path.append(member.key.text)
            node = member.value
        elif node.items:
            at = bisect_right(node.items, offset, key=lambda item: item.start) - 1
            if at < 0 or offset > node.items[at].end:
                break
            path.append(at)
            node = node.items[at]
        else:
            break
    return tuple(path)


def node_at(root: Node | None, path: Path) -> Node | None:
    """The value that `path` leads to, or None."""
    node = root
    for step in path:
        if node is None:
            return None
        if isinstance(step, str):
            node = next((member.value for member in node.members if member.key.text == step), None)
        else:
            node = node.items[step] if 0 <= step < len(node.items) else None
    return node
