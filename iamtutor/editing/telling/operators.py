"""Condition operators."""

from __future__ import annotations

from typing import Final

from iamtutor.editing.candidate import Said, Words
from iamtutor.editing.offers.operators import family
from iamtutor.editing.operator_words import operator_meaning
from iamtutor.editing.telling.explained import Explained, Row, Section
from iamtutor.policy.elements import operator_near
from iamtutor.policy.operators import QualifiedOperator, Qualifier, parse_operator

_PAGE: Final = "https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_condition_operators.html"


def operator(written: str) -> Explained | None:
    """What an operator compares, for which keys, and what it says of a key that is missing."""
    found = parse_operator(written)
    if found is None:
        near = operator_near(written)
        if not written:
            return None
        explained = Explained(written, (Said("editing.word-operator"),), (Said("editing.word-unknown-operator"),))
        return explained.with_sections(Section(Said("editing.word-near"), (Row(near),)) if near else None)
    types = ", ".join(family(found.base.name))
    facts: list[Row | Words] = [types or Said("editing.word-any-key")]
    return Explained(
        written,
        (Said("editing.word-operator"),),
        (operator_meaning(written),),
        (
            Section(Said("editing.word-for-keys"), tuple(facts)),
            Section(Said("editing.word-when-missing"), (_missing(found),)),
            Section(Said("editing.word-values"), _values(found)),
        ),
        _PAGE,
    )


def _missing(operator: QualifiedOperator) -> Words:
    if operator.is_null:
        return Said("editing.word-missing-null")
    holds = operator.qualifier is Qualifier.ALL if operator.qualifier is not None else operator.base.negated
    return Said("editing.word-missing-true" if operator.if_exists or holds else "editing.word-missing-false")


def _values(operator: QualifiedOperator) -> tuple[Words, ...]:
    wild = Said("editing.word-wildcards" if operator.base.wildcards else "editing.word-no-wildcard")
    variables = Said("editing.word-variables" if operator.base.variables else "editing.word-no-variables")
    several = Said("editing.word-none-of" if operator.base.negated else "editing.word-any-of")
    return (several, wild, variables) if not operator.is_null else (Said("editing.word-null-values"),)
