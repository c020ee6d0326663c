"""Whether a condition key exists: its form, its prefix, its name, and the keys that AWS has given up.

INVALID_CONDITION_KEY_FORMAT, MISSING_TAG_KEY_IN_CONDITION, INVALID_GLOBAL_CONDITION_KEY, INVALID_SERVICE (its prefix),
INVALID_SERVICE_CONDITION_KEY, UNSUPPORTED_GLOBAL_CONDITION_KEY and DEPRECATED_GLOBAL_CONDITION_KEY. The page gives
the last two for the one key aws:ARN and does not say which applies when; here an Allow that hangs on it is the error,
for it allows nothing, and a Deny the warning.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

from iamtutor.analyzer.validation.facts import tag_stem
from iamtutor.analyzer.validation.finding import QuickFix, ValidationFinding, found
from iamtutor.analyzer.validation.retired import RETIRED
from iamtutor.analyzer.validation.subject import KeyTest, Stated, Subject
from iamtutor.policy.finding import Span

CODES = (
    "INVALID_CONDITION_KEY_FORMAT",
    "MISSING_TAG_KEY_IN_CONDITION",
    "INVALID_GLOBAL_CONDITION_KEY",
    "INVALID_SERVICE",
    "INVALID_SERVICE_CONDITION_KEY",
    "UNSUPPORTED_GLOBAL_CONDITION_KEY",
    "DEPRECATED_GLOBAL_CONDITION_KEY",
)
_FORM: Final = re.compile(r"[^:\s]+:\S.*", re.DOTALL)
_TAG_STEMS: Final = ("aws:resourcetag/", "aws:requesttag/", "aws:principaltag/")
_OLD_ARN: Final = "aws:arn"


def check(subject: Subject) -> Iterator[ValidationFinding]:
    """Every condition key that cannot be in a request."""
    for statement in subject.statements:
        for test in statement.tests:
            yield from _of_key(subject, statement, test)


def _of_key(subject: Subject, statement: Stated, test: KeyTest) -> Iterator[ValidationFinding]:
    lower = test.lower
    if not _FORM.fullmatch(lower):
        yield found("INVALID_CONDITION_KEY_FORMAT", test.key_place, key=test.key)
        return
    if _lacks_tag(subject, lower):
        yield found("MISSING_TAG_KEY_IN_CONDITION", test.key_place, key=test.key, stem=test.key.rstrip("/"))
        return
    prefix = lower.partition(":")[0]
    if prefix == "aws":
        yield from _of_global(subject, statement, test)
    elif prefix in RETIRED or subject.facts.key(lower) is not None:
        return
    elif subject.facts.is_listed(prefix):
        near = subject.facts.near_key_of_service(prefix, test.key)
        yield _unknown("INVALID_SERVICE_CONDITION_KEY", statement, test, near, prefix)
    elif "." not in prefix and not subject.facts.catalog.homes_of_key(lower):
        yield found("INVALID_SERVICE", test.key_place, variant="key", key=test.key, service=prefix)


def _of_global(subject: Subject, statement: Stated, test: KeyTest) -> Iterator[ValidationFinding]:
    if test.lower == _OLD_ARN:
        code = "DEPRECATED_GLOBAL_CONDITION_KEY" if statement.denies else "UNSUPPORTED_GLOBAL_CONDITION_KEY"
        yield found(code, test.key_place, key=test.key)
    elif not subject.facts.is_global(test.lower):
        yield _unknown("INVALID_GLOBAL_CONDITION_KEY", statement, test, subject.facts.near_key(test.key), "aws")


def _unknown(code: str, statement: Stated, test: KeyTest, near: str | None, service: str) -> ValidationFinding:
    """A key that AWS does not list, with the one that was probably meant, unless its operator tests that one already."""
    if near is None:
        return found(code, test.key_place, key=test.key, service=service)
    block = [other.lower for other in statement.tests if other.operator_node is test.operator_node]
    fix = None if near.lower() in block else QuickFix(Span(*test.member.key.span), f'"{near}"')
    return found(code, test.key_place, variant="near", fix=fix, key=test.key, near=near, service=service)


def _lacks_tag(subject: Subject, lower: str) -> bool:
    """Whether a key ends where the key of a tag should stand."""
    if f"{lower.removesuffix('/')}/" in _TAG_STEMS:
        return True
    return lower.endswith("/") and tag_stem(lower) == lower and subject.facts.key(lower) is not None
