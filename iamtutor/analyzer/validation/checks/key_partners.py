"""Condition keys that need something beside them, or suit only some actions.

MISSING_PAIRED_CONDITION_KEYS, DYNAMODB_ATTRIBUTES_WITHOUT_SELECT, S3_PREFIX_IN_NEGATIVE_CONTEXT,
UNSUPPORTED_ACTION_FOR_CONDITION_KEY and USE_CONDITION_KEY_ONLY_WITH_SUPPORTED_SERVICES.

The service reference would blame many a key of an AWS managed policy (``ec2:ResourceTag`` with DescribeInstances), and
ValidatePolicy blames none; the page's case is Amazon S3, so UNSUPPORTED_ACTION_FOR_CONDITION_KEY looks at S3 only. Which
services send the aws:Vpce… keys AWS lists elsewhere and changes often: here only what reaches every service counts.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from iamtutor.analyzer.validation.coverage import reaches
from iamtutor.analyzer.validation.finding import ValidationFinding, found
from iamtutor.analyzer.validation.subject import KeyTest, Stated, Subject
from iamtutor.policy.pattern import is_wild

CODES = (
    "MISSING_PAIRED_CONDITION_KEYS",
    "DYNAMODB_ATTRIBUTES_WITHOUT_SELECT",
    "S3_PREFIX_IN_NEGATIVE_CONTEXT",
    "UNSUPPORTED_ACTION_FOR_CONDITION_KEY",
    "USE_CONDITION_KEY_ONLY_WITH_SUPPORTED_SERVICES",
)
_READS: Final = ("dynamodb:getitem", "dynamodb:batchgetitem", "dynamodb:query", "dynamodb:scan")
_ENDPOINT_KEYS: Final = ("aws:vpceaccount", "aws:vpceorgid", "aws:vpceorgpaths")
_S3: Final = "s3:"


def check(subject: Subject) -> Iterator[ValidationFinding]:
    """Every key that stands without its partner or beside the wrong actions."""
    for statement in subject.statements:
        if statement.tests:
            yield from _pairs(statement)
            yield from _prefix(statement)
            yield from _endpoint_keys(statement)
            yield from _s3_keys(subject, statement)


def _pairs(statement: Stated) -> Iterator[ValidationFinding]:
    if not statement.tests_of("aws:sourcevpc", "aws:sourcevpcarn"):
        for test in statement.tests_of("aws:vpcsourceip"):
            yield found("MISSING_PAIRED_CONDITION_KEYS", test.key_place, key=test.key, partner="aws:SourceVpc")
    if statement.allows and not statement.not_action and not statement.tests_of("dynamodb:select"):
        patterns = [item.text for item in statement.actions]
        if any(reaches(patterns, action) is not None for action in _READS):
            for test in statement.tests_of("dynamodb:attributes"):
                yield found("DYNAMODB_ATTRIBUTES_WITHOUT_SELECT", test.key_place, key=test.key)


def _prefix(statement: Stated) -> Iterator[ValidationFinding]:
    for test in statement.tests_of("s3:prefix"):
        if test.operator is None or not test.base.startswith("String"):
            continue
        if statement.allows if test.operator.base.negated else statement.denies:
            effect = statement.effect or ""
            yield found("S3_PREFIX_IN_NEGATIVE_CONTEXT", test.key_place, operator=test.written, effect=effect)


def _endpoint_keys(statement: Stated) -> Iterator[ValidationFinding]:
    if statement.not_action or any(item.text == "*" for item in statement.actions):
        for test in statement.tests_of(*_ENDPOINT_KEYS):
            place = statement.element("NotAction" if statement.not_action else "Action")
            yield found("USE_CONDITION_KEY_ONLY_WITH_SUPPORTED_SERVICES", test.key_place, place, key=test.key)


def _s3_keys(subject: Subject, statement: Stated) -> Iterator[ValidationFinding]:
    if statement.not_action:
        return
    for test in statement.tests:
        if test.lower.startswith(_S3) and subject.facts.key(test.lower) is not None:
            yield from _not_taking(subject, statement, test)


def _not_taking(subject: Subject, statement: Stated, test: KeyTest) -> Iterator[ValidationFinding]:
    for item in statement.actions:
        is_known = item.text.lower().startswith(_S3) and not is_wild(item.text) and subject.facts.has_action(item.text)
        if is_known and not subject.facts.takes_key(item.text, test.lower):
            yield found(
                "UNSUPPORTED_ACTION_FOR_CONDITION_KEY", item.place, test.key_place, action=item.text, key=test.key
            )
