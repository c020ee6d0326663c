"""What accepting a candidate changes in the text, and where the cursor stands then."""

from __future__ import annotations

import re
from typing import Final, NamedTuple

from iamtutor.editing.candidate import Candidate
from iamtutor.editing.place import NAMES, Part, Place
from iamtutor.policy import PolicyKind

UNIT: Final = "  "
_CURSOR: Final = "|"
_HOLDS_OBJECT: Final = ("Condition", "Principal", "NotPrincipal")
_NEXT_EMPTY: Final = re.compile(r'\s*:\s*(?:[{\[]\s*)*""(?!")')
_FOLLOWED: Final = re.compile(r'\s*"')


class Edit(NamedTuple):
    """`text` replaces what stands from `start` to `end`; then the cursor stands at `cursor`."""

    start: int
    end: int
    text: str
    cursor: int


def edit_of(text: str, place: Place, candidate: Candidate) -> Edit:
    """The edit that writes a candidate at its place: closes what is open, and makes room for what has to follow."""
    if place.part is Part.VARIABLE:
        return _variable(text, place, candidate)
    if place.part in NAMES:
        return _name(text, place, candidate)
    opening = "" if place.string is not None else '"'
    closing = "" if place.string is not None and place.string.is_closed else '"'
    start, end = place.span
    after = start + len(opening) + len(candidate.text)
    return Edit(start, end, f"{opening}{candidate.text}{closing}", after if candidate.goes_on else after + 1)


def _variable(text: str, place: Place, candidate: Candidate) -> Edit:
    brace = "" if place.is_followed or candidate.goes_on else "}"
    quote = "" if place.string is None or place.string.is_closed else '"'
    start, end = place.span
    after = start + len(candidate.text)
    stays = candidate.goes_on or (place.is_followed and text[end] == ",")
    return Edit(start, end, f"{candidate.text}{brace}{quote}", after if stays else after + 1)


def _name(text: str, place: Place, candidate: Candidate) -> Edit:
    start, end = place.span
    opening = "" if place.string is not None else '"'
    after = start + len(opening) + len(candidate.text)
    if place.is_followed:
        closing = "" if place.string is not None and place.string.is_closed else '"'
        behind = place.string.end if place.string is not None else end
        empty = _NEXT_EMPTY.match(text, behind)
        shift = len(candidate.text) + len(closing) - (end - start)
        cursor = after if candidate.goes_on else empty.end() - 1 + shift if empty else after + 1
        return Edit(start, end, f"{opening}{candidate.text}{closing}", cursor)
    if place.string is not None and place.string.is_closed:
        end = place.string.end
    value, _, rest = _value(text, place, candidate).partition(_CURSOR)
    comma = "," if _FOLLOWED.match(text, end) else ""
    written = f'{opening}{candidate.text}": {value}'
    cursor = after if candidate.goes_on else start + len(written)
    return Edit(start, end, f"{written}{rest}{comma}", cursor)


def _value(text: str, place: Place, candidate: Candidate) -> str:
    """What stands behind a new name; the bar is where the cursor goes."""
    name = candidate.text
    indent = _indent(text, place.span.start)
    if place.part is Part.OPERATOR:
        return _object(indent, '"|": ""')
    if place.part in (Part.CONDITION_KEY, Part.PRINCIPAL_TYPE):
        return '"|"'
    if name == "Version":
        return '"2012-10-17"|'
    if name == "Statement":
        return f"[\n{indent}{UNIT}{_statement(place.kind, indent + UNIT)}\n{indent}]"
    if name in _HOLDS_OBJECT and place.kind is PolicyKind.RCP and name != "Condition":
        return '"*"|'
    if name == "Condition":
        keys = _object(indent + UNIT, '"": ""')
        return _object(indent, f'"|": {keys}')
    if name in _HOLDS_OBJECT:
        return '{"|": ""}'
    return '"|"'


def _object(indent: str, member: str) -> str:
    return f"{{\n{indent}{UNIT}{member}\n{indent}}}"


def _statement(kind: PolicyKind, indent: str) -> str:
    """A statement of a kind to be filled in; AWS's own documents have the elements in this order."""
    effect = "Deny" if kind in (PolicyKind.RCP, PolicyKind.SCP) else "Allow"
    members = [f'"Effect": "{effect}"']
    if kind is PolicyKind.RCP:
        members.append('"Principal": "*"')
    elif kind.names_principals:
        members.append('"Principal": {"|": ""}')
    members.append('"Action": ""' if kind.names_principals and kind is not PolicyKind.RCP else '"Action": "|"')
    if kind is not PolicyKind.TRUST:
        members.append('"Resource": ""')
    inside = f",\n{indent}{UNIT}".join(members)
    return f"{{\n{indent}{UNIT}{inside}\n{indent}}}"


def _indent(text: str, offset: int) -> str:
    """The white space in front of the line of an offset."""
    line = text[text.rfind("\n", 0, offset) + 1 : offset]
    return line[: len(line) - len(line.lstrip(" \t"))]
