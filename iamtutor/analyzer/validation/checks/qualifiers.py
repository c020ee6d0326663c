"""Set qualifiers that are missing or do not belong.

MISSING_QUALIFIER, FORALLVALUES_WITH_SINGLE_VALUED_KEY, NULL_WITH_QUALIFIER, FORANYVALUE_WITH_AUDIENCE_CLAIM_TYPE and
CONFIRM_AUDIENCE_CLAIM_TYPE. ForAnyValue on a single-valued key passes, as in the AWS managed policy
AmazonEKSVPCResourceController.
"""

from __future__ import annotations

from collections.abc import Iterator

from iamtutor.analyzer.validation.checks.operator_fix import operator_fix
from iamtutor.analyzer.validation.finding import ValidationFinding, found
from iamtutor.analyzer.validation.subject import KeyTest, Stated, Subject
from iamtutor.policy.operators import Qualifier

CODES = (
    "MISSING_QUALIFIER",
    "FORALLVALUES_WITH_SINGLE_VALUED_KEY",
    "NULL_WITH_QUALIFIER",
    "FORANYVALUE_WITH_AUDIENCE_CLAIM_TYPE",
    "CONFIRM_AUDIENCE_CLAIM_TYPE",
)


def check(subject: Subject) -> Iterator[ValidationFinding]:
    """Every qualifier that changes what a test means, or should."""
    for statement in subject.statements:
        for test in statement.tests:
            if test.operator is None:
                continue
            if test.operator.is_null:
                if test.operator.qualifier is not None:
                    yield found("NULL_WITH_QUALIFIER", test.operator_place, operator=test.written, key=test.key)
            elif _is_audience(test):
                yield from _audience(statement, test)
            else:
                yield from _of_known(subject, test)


def _of_known(subject: Subject, test: KeyTest) -> Iterator[ValidationFinding]:
    assert test.operator is not None
    known = subject.facts.key(test.lower) if ":" in test.lower else None
    if known is None:
        return
    if known.multivalued and test.operator.qualifier is None:
        yield found("MISSING_QUALIFIER", test.key_place, key=test.key, operator=test.written)
    elif not known.multivalued and test.operator.qualifier is Qualifier.ALL:
        yield found(
            "FORALLVALUES_WITH_SINGLE_VALUED_KEY",
            test.key_place,
            key=test.key,
            operator=test.written,
            meant=_bare(test),
        )


def _is_audience(test: KeyTest) -> bool:
    """Whether the key is the audience of an OpenID Connect token: its prefix is the provider's address."""
    prefix, _, claim = test.lower.rpartition(":")
    return claim == "aud" and "." in prefix


def _audience(statement: Stated, test: KeyTest) -> Iterator[ValidationFinding]:
    assert test.operator is not None
    if test.operator.qualifier is None:
        return
    is_any = test.operator.qualifier is Qualifier.ANY
    code = "FORANYVALUE_WITH_AUDIENCE_CLAIM_TYPE" if is_any else "CONFIRM_AUDIENCE_CLAIM_TYPE"
    fix = operator_fix(statement, test, _bare(test)) if is_any else None
    yield found(code, test.key_place, fix=fix, key=test.key, operator=test.written, meant=_bare(test))


def _bare(test: KeyTest) -> str:
    return test.written.partition(":")[2]
