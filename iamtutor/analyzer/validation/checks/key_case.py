"""DUPLICATE_KEYS_WITH_DIFFERENT_CASE: one operator names a key twice, in capital and small letters."""

from __future__ import annotations

from collections.abc import Iterator

from iamtutor.analyzer.validation.finding import ValidationFinding, found
from iamtutor.analyzer.validation.subject import KeyTest, Subject

CODES = ("DUPLICATE_KEYS_WITH_DIFFERENT_CASE",)


def check(subject: Subject) -> Iterator[ValidationFinding]:
    """Every later writing of a key that its block already holds."""
    for statement in subject.statements:
        first: dict[tuple[str, str], KeyTest] = {}
        for test in statement.tests:
            earlier = first.setdefault((test.written, test.lower), test)
            if earlier is not test:
                places = (test.key_place, earlier.key_place)
                yield found("DUPLICATE_KEYS_WITH_DIFFERENT_CASE", *places, key=test.key, other=earlier.key)
