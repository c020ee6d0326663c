"""aws:ResourceTag asked of actions that never send it.

ALLOW_WITH_… and DENY_WITH_UNSUPPORTED_TAG_CONDITION_KEY_FOR_SERVICE, and the two for NotAction. The page says that
findings are given action by action. An action that takes tags in its request passes: it makes what is tagged, and
ValidatePolicy says nothing about such actions (``ssm:CreateOpsItem``, ``acm:RequestCertificate``) in AWS managed
policies. A pattern counts only where none of its actions sends the key.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from iamtutor.analyzer.validation.finding import ValidationFinding, found
from iamtutor.analyzer.validation.subject import Item, KeyTest, Stated, Subject
from iamtutor.policy.document import PolicyKind
from iamtutor.policy.pattern import is_wild

CODES = (
    "ALLOW_WITH_UNSUPPORTED_TAG_CONDITION_KEY_FOR_SERVICE",
    "DENY_WITH_UNSUPPORTED_TAG_CONDITION_KEY_FOR_SERVICE",
    "ALLOW_NOTACTION_WITH_UNSUPPORTED_TAG_CONDITION_KEY_FOR_SERVICE",
    "DENY_NOTACTION_WITH_UNSUPPORTED_TAG_CONDITION_KEY_FOR_SERVICE",
)
_STEM: Final = "aws:resourcetag/"
_REQUEST_STEM: Final = "aws:requesttag/"


def check(subject: Subject) -> Iterator[ValidationFinding]:
    """Every statement whose tag condition is never met for some of its actions."""
    if not subject.is_identity and subject.kind is not PolicyKind.SCP:
        return
    for statement in subject.statements:
        effect = "ALLOW" if statement.allows else "DENY" if statement.denies else ""
        tests = [test for test in statement.tests if test.lower.startswith(_STEM) and test.lower != _STEM]
        if effect and tests:
            yield from _of_statement(subject, statement, tests[0], effect)


def _of_statement(subject: Subject, statement: Stated, test: KeyTest, effect: str) -> Iterator[ValidationFinding]:
    if statement.not_action:
        code = f"{effect}_NOTACTION_WITH_UNSUPPORTED_TAG_CONDITION_KEY_FOR_SERVICE"
        yield found(code, test.key_place, statement.name_of("NotAction"), key=test.key)
        return
    without = [item for item in statement.actions if _never_sends(subject, item)]
    if without:
        code = f"{effect}_WITH_UNSUPPORTED_TAG_CONDITION_KEY_FOR_SERVICE"
        places = (test.key_place, *(item.place for item in without))
        yield found(code, *places, key=test.key, action=without[0].text, count=len(without))


def _never_sends(subject: Subject, item: Item) -> bool:
    prefix, colon, _ = item.text.partition(":")
    if not colon or is_wild(prefix) or not subject.facts.is_listed(prefix.lower()):
        return False
    names = subject.facts.catalog.expand(item.text) if is_wild(item.text) else _known(subject, item.text)
    return bool(names) and not any(_may_send(subject, name) for name in names)


def _known(subject: Subject, action: str) -> tuple[str, ...]:
    return (action,) if subject.facts.has_action(action) else ()


def _may_send(subject: Subject, action: str) -> bool:
    keys = subject.facts.keys_of(action)
    return _STEM in keys or _REQUEST_STEM in keys or f"{action.partition(':')[0].lower()}:resourcetag/" in keys
