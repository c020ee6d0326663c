"""The policy under validation, seen statement by statement from the tree of its text.

The tree and not the document: a statement that is broken in one element is still checked in the others.
"""

from __future__ import annotations

from collections.abc import Iterator
from functools import cached_property

from iamtutor.analyzer.validation.facts import Facts
from iamtutor.analyzer.validation.place import Index, Key, Place, PolicyPath, Substring, Value
from iamtutor.policy.document import PolicyKind
from iamtutor.policy.finding import Span
from iamtutor.policy.operators import QualifiedOperator, parse_operator
from iamtutor.policy.reading import Reading
from iamtutor.policy.tree import Member, Node, NodeKind

# Looked up once: reaching a member of an enumeration takes ten times as long as a name of the module.
_ARRAY = NodeKind.ARRAY
_BOOLEAN = NodeKind.BOOLEAN
_NUMBER = NodeKind.NUMBER
_OBJECT = NodeKind.OBJECT
_STRING = NodeKind.STRING
_SCALARS = (_STRING, _NUMBER, _BOOLEAN)
_IDENTITY_KINDS = (PolicyKind.IDENTITY, PolicyKind.BOUNDARY, PolicyKind.SESSION)


class Item:
    """One value of an element or condition key: its text, and where it stands."""

    __slots__ = ("_at", "_parent", "node", "text")

    def __init__(self, node: Node, parent: PolicyPath, at: int | None) -> None:
        self.node = node
        self.text = node.text
        self._parent = parent
        self._at = at

    @property
    def place(self) -> Place:
        """Where the value stands; an item of a list with its number."""
        path = self._parent if self._at is None else (*self._parent, Index(self._at))
        return Place(self.node.span, path)

    def part(self, start: int, length: int) -> Place:
        """Where a part of a string stands; in a string with escapes the span is the whole string's."""
        whole = self.place
        span = whole.span
        if span.end - span.start == len(self.text) + 2:
            span = Span(span.start + 1 + start, span.start + 1 + start + length)
        return Place(span, (*whole.path, Substring(start, length)))


class KeyTest:
    """One operator applied to one condition key. `operator` is None where AWS knows no such operator."""

    __slots__ = ("_parent", "items", "key", "listed", "lower", "member", "node", "operator", "operator_node", "written")

    def __init__(self, operator_node: Node, member: Member, node: Node, parent: PolicyPath) -> None:
        self.operator_node = operator_node
        self.written = operator_node.text
        self.operator: QualifiedOperator | None = parse_operator(operator_node.text)
        self.member = member
        self.node = node
        self.key = member.key.text
        self.lower = self.key.lower()
        self._parent = parent
        self.listed = node.kind is _ARRAY
        self.items = _items(node, (*parent, Value(self.key)), _SCALARS)

    @property
    def base(self) -> str:
        """The operator without qualifier and IfExists; nothing where it is unknown."""
        return self.operator.base.name if self.operator else ""

    @property
    def key_place(self) -> Place:
        """The key itself."""
        return Place(self.member.key.span, (*self._parent, Key(self.key)))

    @property
    def value_place(self) -> Place:
        """What stands under the key; the only item of a list with its number."""
        if self.listed and len(self.items) == 1:
            return self.items[0].place
        return Place(self.node.span, (*self._parent, Value(self.key)))

    @property
    def operator_place(self) -> Place:
        """The operator itself."""
        return Place(self.operator_node.span, (*self._parent[:-1], Key(self.written)))


class Named:
    """One principal of a Principal or NotPrincipal: its type (``*`` for the bare form) and value."""

    __slots__ = ("item", "type")

    def __init__(self, type_: str, item: Item) -> None:
        self.type = type_
        self.item = item


class Stated:
    """One statement, as far as it can be read."""

    def __init__(self, node: Node, path: PolicyPath) -> None:
        self.node = node
        self.path = path
        self.members = {
            member.key.text: member
            for member in node.members
            if member.value is not None and not member.duplicate and not member.key.broken and not member.value.broken
        }
        self.effect = self.text("Effect")
        self.allows = self.effect == "Allow"
        self.denies = self.effect == "Deny"
        self.not_action = "Action" not in self.members and "NotAction" in self.members
        self.not_resource = "Resource" not in self.members and "NotResource" in self.members

    @property
    def place(self) -> Place:
        """The whole statement; in the text only its opening brace."""
        return Place(Span(self.node.start, self.node.start + 1), self.path)

    def value(self, name: str) -> Node | None:
        """The value of an element, or None."""
        member = self.members.get(name)
        return member.value if member else None

    def text(self, name: str) -> str | None:
        """The string of an element, or None."""
        node = self.value(name)
        return node.text if node is not None and node.kind is _STRING else None

    def element(self, name: str) -> Place:
        """What stands under the name of an element that is there."""
        member = self.members[name]
        assert member.value is not None
        return Place(member.value.span, (*self.path, Value(name)))

    def name_of(self, name: str) -> Place:
        """The name of an element that is there."""
        return Place(self.members[name].key.span, (*self.path, Key(name)))

    def strings(self, name: str) -> list[Item]:
        """The strings of an element; none where it is missing."""
        node = self.value(name)
        return [] if node is None else _items(node, (*self.path, Value(name)), (_STRING,))

    @cached_property
    def actions(self) -> list[Item]:
        """The patterns of Action, or of NotAction."""
        return self.strings("NotAction" if self.not_action else "Action")

    @cached_property
    def resources(self) -> list[Item]:
        """The patterns of Resource, or of NotResource."""
        return self.strings("NotResource" if self.not_resource else "Resource")

    @cached_property
    def tests(self) -> list[KeyTest]:
        """Every condition key that an operator tests, in the order of the text."""
        condition = self.value("Condition")
        if condition is None or condition.kind is not _OBJECT:
            return []
        return [
            KeyTest(block.key, member, member.value, (*self.path, Value("Condition"), Value(block.key.text)))
            for block in condition.members
            if block.value is not None and not block.duplicate
            for member in block.value.members
            if member.value is not None and not member.duplicate and not member.key.broken and not member.value.broken
        ]

    def tests_of(self, *keys: str) -> list[KeyTest]:
        """The tests of any of the keys, which are given in small letters."""
        return [test for test in self.tests if test.lower in keys]

    @property
    def principal_name(self) -> str:
        """The element that names the principals; nothing where there is none."""
        return next((name for name in ("Principal", "NotPrincipal") if name in self.members), "")

    @cached_property
    def principals(self) -> list[Named]:
        """The principals that the statement names."""
        return list(self._principals())

    def _principals(self) -> Iterator[Named]:
        name = self.principal_name
        node = self.value(name) if name else None
        if node is None:
            return
        path = (*self.path, Value(name))
        if node.kind is _STRING:
            yield Named("*", Item(node, path, None))
        for member in node.members:
            if member.value is not None and not member.value.broken:
                below = (*path, Value(member.key.text))
                for item in _items(member.value, below, (_STRING,)):
                    yield Named(member.key.text, item)


class Subject:
    """A policy under validation: its statements, what kind it is, and what AWS knows by name.

    `facts` opens the catalogue when something of it is first asked.
    """

    def __init__(self, reading: Reading, resource_type: str | None, facts: Facts) -> None:
        self.reading = reading
        self.kind = reading.kind
        self.resource_type = resource_type
        self.facts = facts
        self.is_identity = self.kind in _IDENTITY_KINDS
        self.is_trust = self.kind is PolicyKind.TRUST
        self.is_resource = self.kind is PolicyKind.RESOURCE

    @cached_property
    def statements(self) -> tuple[Stated, ...]:
        """The statements that are objects, in the order of the text."""
        root = self.reading.tree.root
        member = next((each for each in root.members if each.key.text == "Statement"), None) if root else None
        node = member.value if member else None
        if node is None:
            return ()
        path = (Value("Statement"),)
        if node.kind is _OBJECT:
            return (Stated(node, path),)
        return tuple(
            Stated(item, (*path, Index(number))) for number, item in enumerate(node.items) if item.kind is _OBJECT
        )

    @property
    def whole(self) -> Place:
        """The policy as a whole; in the text only its opening brace."""
        root = self.reading.tree.root
        start = root.start if root else 0
        return Place(Span(start, min(start + 1, len(self.reading.text))), ())


def _items(node: Node, path: PolicyPath, kinds: tuple[NodeKind, ...]) -> list[Item]:
    if node.kind is _ARRAY:
        return [Item(item, path, at) for at, item in enumerate(node.items) if item.kind in kinds and not item.broken]
    return [Item(node, path, None)] if node.kind in kinds else []
