"""Condition operators: the plain ones, then those with IfExists, then those for keys with several values."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from iamtutor.catalog import KeyType
from iamtutor.editing.candidate import Candidate, CandidateKind
from iamtutor.editing.operator_words import operator_meaning
from iamtutor.editing.place import Place
from iamtutor.editing.vocabulary import Vocabulary
from iamtutor.policy.operators import OPERATORS, Qualifier

_ORDER: Final = (
    "StringEquals", "StringLike", "StringNotEquals", "StringNotLike", "ArnLike", "ArnNotLike", "ArnEquals",
    "ArnNotEquals", "Bool", "IpAddress", "NotIpAddress", "Null", "StringEqualsIgnoreCase", "StringNotEqualsIgnoreCase",
    "NumericLessThan", "NumericLessThanEquals", "NumericGreaterThan", "NumericGreaterThanEquals", "NumericEquals",
    "NumericNotEquals", "DateLessThan", "DateLessThanEquals", "DateGreaterThan", "DateGreaterThanEquals", "DateEquals",
    "DateNotEquals", "BinaryEquals",
)  # fmt: skip
_FAMILIES: Final = {
    "String": (KeyType.STRING, KeyType.ARN),
    "Arn": (KeyType.ARN, KeyType.STRING),
    "Numeric": (KeyType.NUMERIC,),
    "Date": (KeyType.DATE,),
    "Bool": (KeyType.BOOL,),
    "Binary": (KeyType.BINARY,),
    "IpAddress": (KeyType.IP,),
    "NotIpAddress": (KeyType.IP,),
}
_SEVERAL: Final = (
    "StringEquals",
    "StringLike",
    "StringNotEquals",
    "StringNotLike",
    "ArnLike",
    "ArnEquals",
    "ArnNotLike",
)
"""The operators that are asked of several values in practice: the keys with several values hold texts and ARNs."""


def operators(place: Place, vocabulary: Vocabulary) -> Iterator[Candidate]:
    """The operators that suit the keys which stand under them already; all of them where there are none."""
    keys = [vocabulary.key(member.key.text) for member in place.entry.members] if place.entry is not None else []
    known = [key for key in keys if key is not None]
    bases = [name for name in _ORDER if name in OPERATORS and all(suits(name, key.type) for key in known)]
    several = any(key.multivalued for key in known)
    plain = [*bases, *(f"{name}IfExists" for name in bases if name != "Null")]
    sets = [f"{qualifier}:{name}" for qualifier in (Qualifier.ANY, Qualifier.ALL) for name in bases if name in _SEVERAL]
    if place.before.lower().startswith("for"):
        sets += [f"{each}IfExists" for each in sets]
    for name in (*sets, *plain) if several else (*plain, *sets):
        if name not in place.beside:
            yield Candidate(CandidateKind.OPERATOR, name, about=operator_meaning(name))


def family(base: str) -> tuple[KeyType, ...]:
    """The types of keys that a base operator is made for, the first before all; none for Null, which takes any."""
    return next((types for begin, types in _FAMILIES.items() if base.startswith(begin)), ())


def suits(base: str, kind: KeyType) -> bool:
    """Whether a base operator is made for keys of a type."""
    types = family(base)
    return not types or kind in types
