"""Where in a policy a cursor stands: in which element, and what of the string around it would be replaced.

It rests on the tree of the reader, which survives half-typed text, and on the lexemes: a string that was left open ends
at its line's end there, and one that lost its closing quotation mark goes on to the next one.
"""

from __future__ import annotations

from bisect import bisect_left
from dataclasses import dataclass
from enum import StrEnum
from typing import Final

from iamtutor.editing.string_at import StringAt, gap_at, role_of, string_at
from iamtutor.policy import PolicyKind, PrincipalType, Reading, Span
from iamtutor.policy.operators import parse_operator
from iamtutor.policy.tokens import Lexeme
from iamtutor.policy.tree import Node, NodeKind


class Part(StrEnum):
    """What is written at a place."""

    POLICY_ELEMENT = "policy-element"
    STATEMENT_ELEMENT = "statement-element"
    VERSION = "version"
    EFFECT = "effect"
    PRINCIPAL_TYPE = "principal-type"
    PRINCIPAL = "principal"
    ACTION = "action"
    RESOURCE = "resource"
    OPERATOR = "operator"
    CONDITION_KEY = "condition-key"
    CONDITION_VALUE = "condition-value"
    VARIABLE = "variable"


NAMES: Final = frozenset(
    {Part.POLICY_ELEMENT, Part.STATEMENT_ELEMENT, Part.PRINCIPAL_TYPE, Part.OPERATOR, Part.CONDITION_KEY}
)
"""The parts that are names of a JSON object, with a colon and a value behind them."""
_VALUES: Final = {
    "Effect": Part.EFFECT,
    "Action": Part.ACTION,
    "NotAction": Part.ACTION,
    "Resource": Part.RESOURCE,
    "NotResource": Part.RESOURCE,
}
_PRINCIPALS: Final = ("Principal", "NotPrincipal")


@dataclass(frozen=True, slots=True)
class Place:
    """A place where something can be written.

    `span` is what would be replaced; `before` what is written there up to the cursor. Where `string` is None the cursor
    stands between brackets, and quotation marks are still to be written. `is_followed` says that the colon behind a name,
    or the brace behind a variable, is there already. `beside` are the names of the same object, or the values of the
    same list. `statement` is the statement around it, `entry` what the name stands for already.
    """

    part: Part
    kind: PolicyKind
    offset: int
    span: Span
    before: str
    string: StringAt | None = None
    is_followed: bool = False
    beside: tuple[str, ...] = ()
    element: str = ""
    principal_type: str = ""
    operator: str = ""
    key: str = ""
    statement: Node | None = None
    entry: Node | None = None


@dataclass(slots=True)
class _Stand:
    """Where the descent into the tree ended: the names that lead there, the container, and the member or item in hand."""

    path: tuple[str, ...]
    container: Node
    is_name: bool
    node: Node | None
    value: Node | None = None
    statement: Node | None = None


def place_at(reading: Reading, offset: int, *, bare: bool = False) -> Place | None:
    """The place at an offset, or None where nothing of a policy's language stands; `bare` also between brackets."""
    lexemes = reading.tree.lexemes
    string = string_at(lexemes, reading.text, offset)
    root = reading.tree.root
    if root is None or root.kind is not NodeKind.OBJECT or (string is None and not bare):
        return None
    stand = _descend(root, offset, lexemes)
    if stand is None:
        return None
    if string is None or stand.node is None:
        # Nothing in the tree: a gap, or a string of which the reader could make nothing.
        role = gap_at(lexemes, offset) if string is None else role_of(lexemes, string)
        if stand.node is not None or role != ("name" if stand.is_name else "value"):
            return None
    elif stand.node.start != string.start:
        return None
    return _place(reading, offset, stand, string)


def _descend(root: Node, offset: int, lexemes: list[Lexeme]) -> _Stand | None:
    last = lexemes[-2][2] if len(lexemes) > 1 else 0
    node = root
    path: tuple[str, ...] = ()
    statement: Node | None = None
    if not _is_inside(root, offset, last):
        return None
    while True:
        if path == ("Statement",) and node.kind is NodeKind.OBJECT:
            statement = node
        step = _in_object(node, path, offset) if node.kind is NodeKind.OBJECT else _in_list(node, path, offset)
        below = step.node
        if below is None or below.kind is NodeKind.STRING or step.is_name:
            step.statement = statement
            return step
        if not _is_inside(below, offset, last):
            return None
        node, path = below, step.path


def _is_inside(node: Node, offset: int, last: int) -> bool:
    """Whether an offset lies between the brackets of a container, be they closed or not."""
    if node.kind not in (NodeKind.OBJECT, NodeKind.ARRAY) or offset <= node.start:
        return False
    return offset < node.end or (node.broken and (offset == node.end or node.end >= last))


def _in_object(node: Node, path: tuple[str, ...], offset: int) -> _Stand:
    at = bisect_left(node.members, offset, key=lambda member: member.key.start) - 1
    if at < 0:
        return _Stand(path, node, True, None)
    member = node.members[at]
    if offset <= member.key.end:
        return _Stand(path, node, True, member.key, member.value)
    value = member.value
    if value is None:
        return _Stand((*path, member.key.text), node, False, None)
    if value.start < offset <= value.end or (value.broken and value.end < offset and at == len(node.members) - 1):
        return _Stand((*path, member.key.text), node, False, value)
    return _Stand(path, node, True, None)


def _in_list(node: Node, path: tuple[str, ...], offset: int) -> _Stand:
    at = bisect_left(node.items, offset, key=lambda item: item.start) - 1
    if at >= 0:
        item = node.items[at]
        if offset <= item.end or (item.broken and at == len(node.items) - 1):
            return _Stand(path, node, False, item)
    return _Stand(path, node, False, None)


def _place(reading: Reading, offset: int, stand: _Stand, string: StringAt | None) -> Place | None:
    part = _part(stand.path, stand.is_name)
    if part is None:
        return None
    names = (*stand.path[1:], "", "", "")
    element = names[0] if stand.path[:1] == ("Statement",) else stand.path[0] if stand.path else ""
    operator, key = (names[1], names[2]) if element == "Condition" else ("", "")
    span = Span(offset, offset) if string is None else string.inner
    place = Place(
        part,
        reading.kind,
        offset,
        span,
        reading.text[span.start : offset],
        string,
        is_followed=stand.is_name and string is not None and _has_colon(reading.text, string.end),
        beside=_beside(stand),
        element=element,
        principal_type=names[1] if element in _PRINCIPALS else "",
        operator=operator,
        key=key,
        statement=stand.statement,
        entry=stand.value,
    )
    return _in_variable(reading, place) or place


def _part(path: tuple[str, ...], is_name: bool) -> Part | None:
    if not path:
        return Part.POLICY_ELEMENT if is_name else None
    if path[0] != "Statement":
        return Part.VERSION if path == ("Version",) and not is_name else None
    rest = path[1:]
    if not rest:
        return Part.STATEMENT_ELEMENT if is_name else None
    if rest[0] == "Condition":
        names = {1: Part.OPERATOR, 2: Part.CONDITION_KEY}
        return names.get(len(rest)) if is_name else Part.CONDITION_VALUE if len(rest) == 3 else None
    if rest[0] in _PRINCIPALS:
        if is_name:
            return Part.PRINCIPAL_TYPE if len(rest) == 1 else None
        return Part.PRINCIPAL if len(rest) <= 2 else None
    return _VALUES.get(rest[0]) if not is_name and len(rest) == 1 else None


def _beside(stand: _Stand) -> tuple[str, ...]:
    if stand.is_name:
        return tuple(member.key.text for member in stand.container.members if member.key is not stand.node)
    if stand.container.kind is NodeKind.ARRAY:
        return tuple(item.text for item in stand.container.items if item is not stand.node)
    return ()


def _has_colon(text: str, end: int) -> bool:
    return text[end : end + 40].lstrip().startswith(":")


def _in_variable(reading: Reading, place: Place) -> Place | None:
    """The place inside the ``${…}`` that a cursor stands in; variables need Version 2012-10-17."""
    at = place.before.rfind("${")
    if at < 0 or "}" in place.before[at:] or place.string is None or not _takes_variables(reading, place):
        return None
    start = place.span.start + at + 2
    rest = reading.text[place.offset : place.span.end]
    length = next((number for number, char in enumerate(rest) if not (char.isalnum() or char in ":/-_.@+=")), len(rest))
    end = place.offset + length
    followed = rest[length : length + 1] in ("}", ",")
    if not followed:  # nothing says how far the variable goes: what stands behind the cursor is not its own
        end = place.offset
    return Place(
        Part.VARIABLE,
        place.kind,
        place.offset,
        Span(start, end),
        reading.text[start : place.offset],
        place.string,
        is_followed=followed,
        element=place.element,
        operator=place.operator,
        key=place.key,
        statement=place.statement,
    )


def _takes_variables(reading: Reading, place: Place) -> bool:
    if reading.document is None or not reading.document.substitutes_variables:
        return False
    if place.part is Part.RESOURCE:
        return True
    if place.part is not Part.CONDITION_VALUE:
        return False
    operator = parse_operator(place.operator)
    return operator is None or operator.base.variables


def principal_types(statement: Node | None) -> dict[str, tuple[str, ...]]:
    """Whom a statement names, by type; a bare star under ``*``."""
    node = value_of(statement, *_PRINCIPALS)
    if node is None:
        return {}
    if node.kind is NodeKind.STRING:
        return {PrincipalType.ANY.value: (node.text,)}
    return {member.key.text: texts_of(member.value) for member in node.members}


def value_of(statement: Node | None, *names: str) -> Node | None:
    """What stands under the first of some names in a statement."""
    if statement is None:
        return None
    return next((member.value for member in statement.members if member.key.text in names), None)


def texts_of(node: Node | None) -> tuple[str, ...]:
    """A string, or the strings of a list."""
    if node is None:
        return ()
    if node.kind is NodeKind.STRING:
        return (node.text,)
    return tuple(item.text for item in node.items if item.kind is NodeKind.STRING)
