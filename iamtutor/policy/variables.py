"""Policy variables: ``${key}``, ``${key, 'default'}`` and the literal characters ``${*}``, ``${?}``, ``${$}``.

Follows https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_variables.html
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from functools import lru_cache
from typing import NamedTuple

from iamtutor.policy.pattern import Piece

ContextValue = str | tuple[str, ...]
Context = Mapping[str, ContextValue]
"""Condition keys in lower case: a string is single-valued, a tuple multivalued."""

# A default is quoted and may hold a comma or a closing brace; a key holds neither quotes nor braces.
_VARIABLE = re.compile(r"\$\{(?:([*?$])|([^{}',]+?)(?:, '([^']*)')?)\}")


class Variable(NamedTuple):
    """One variable: its key in lower case, as written, and its default where it has one."""

    key: str
    written: str
    default: str | None

    def value(self, context: Context) -> str | None:
        """What stands in for the variable: the key's value, else the default, else None.

        A multivalued key cannot be substituted.
        """
        found = context.get(self.key)
        return found if isinstance(found, str) else self.default


class Template:
    """A policy string cut into literal pieces, wildcard pieces and variables."""

    __slots__ = ("fixed", "parts", "variables")

    def __init__(self, parts: tuple[Piece | Variable, ...]) -> None:
        self.parts = parts
        self.variables = tuple(part for part in parts if isinstance(part, Variable))
        self.fixed: tuple[Piece, ...] | None = (
            None if self.variables else tuple(part for part in parts if isinstance(part, Piece))
        )

    def resolve(self, context: Context) -> tuple[Piece, ...] | None:
        """The pieces with every variable replaced by literal text; None where one has no value."""
        if self.fixed is not None:
            return self.fixed
        pieces: list[Piece] = []
        for part in self.parts:
            if isinstance(part, Piece):
                pieces.append(part)
                continue
            value = part.value(context)
            if value is None:
                return None
            pieces.append(Piece(value, literal=True))
        return tuple(pieces)


@lru_cache(maxsize=8192)
def template(text: str, *, substitutes: bool) -> Template:
    """The template of a policy string; without `substitutes` (an old Version) ``${…}`` is plain text."""
    if not substitutes or "${" not in text:
        return Template((Piece(text, literal=False),))
    return Template(tuple(_parts(text)))


def resource_template(text: str, *, substitutes: bool) -> Template:
    """The template of a Resource pattern: variables count only after the fifth colon."""
    at = _fifth_colon(text)
    if not substitutes or "${" not in text or at < 0:
        return Template((Piece(text, literal=False),))
    return Template((Piece(text[: at + 1], literal=False), *_parts(text[at + 1 :])))


def joined(pieces: tuple[Piece, ...]) -> str:
    """The text of resolved pieces."""
    return "".join(piece.text for piece in pieces)


def _parts(text: str) -> list[Piece | Variable]:
    parts: list[Piece | Variable] = []
    at = 0
    for match in _VARIABLE.finditer(text):
        if match.start() > at:
            parts.append(Piece(text[at : match.start()], literal=False))
        character, key, default = match.groups()
        parts.append(Piece(character, literal=True) if character else Variable(key.lower(), key, default))
        at = match.end()
    if at < len(text) or not parts:
        parts.append(Piece(text[at:], literal=False))
    return parts


def _fifth_colon(text: str) -> int:
    at = -1
    for _ in range(5):
        at = text.find(":", at + 1)
        if at < 0:
            return -1
    return at
