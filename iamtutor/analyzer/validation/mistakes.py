"""The usual slips that AWS's validation lets pass: what is written can never take effect.

They are opinions of ours, under codes that begin with ``opinion.``; the editor shows them to whoever learns.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from functools import lru_cache
from typing import Final

from iamtutor.access.principal import Principal, UnknownPrincipalError
from iamtutor.analyzer.validation.finding import ValidationFinding
from iamtutor.analyzer.validation.place import Place
from iamtutor.analyzer.validation.subject import Subject
from iamtutor.policy.arn import Arn, is_account_id
from iamtutor.policy.finding import Severity
from iamtutor.policy.pattern import Piece, is_wild
from iamtutor.policy.strings import excerpt
from iamtutor.reason.actions import Actions, actions_of
from iamtutor.reason.arn_template import example_of, template_globs
from iamtutor.reason.budget import Budget, ExhaustedError
from iamtutor.reason.glob import plain_glob
from iamtutor.reason.word_search import find_word

_VARIABLE: Final = re.compile(r"\$\{[^}]*\}")
_UNIQUE_ID: Final = re.compile(r"A[A-Z]{3}[A-Z0-9]{12,}")
"""https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_identifiers.html#identifiers-unique-ids"""


def resource_of_no_action(subject: Subject) -> Iterator[ValidationFinding]:
    """An action that takes none of the resources of its statement, as s3:ListBucket takes no object.

    https://docs.aws.amazon.com/service-authorization/latest/reference/reference_policies_actions-resources-contextkeys.html
    (the resource types of an action; an action without any takes ``*`` alone). What is no ARN is left alone, and so are
    patterns of actions.
    """
    for statement in subject.statements:
        resources = [item.text for item in statement.resources]
        if not resources or statement.not_resource or statement.not_action:
            continue
        for item in statement.actions:
            if is_wild(item.text) or not subject.facts.is_good_action(item.text):
                continue
            actions = actions_of(subject.facts.catalog)
            number = actions.number(item.text)
            if number is None or any(_takes(actions, number, text) for text in resources):
                continue
            types = actions.resources(number)
            places = (item.place, statement.element("Resource"))
            if types:
                yield _mistake("opinion.resource-of-no-action", *places, action=item.text, takes=example_of(types[0]))
            else:
                yield _mistake("opinion.action-takes-star", *places, action=item.text)


@lru_cache(maxsize=8192)
def _takes(actions: Actions, number: int, resource: str) -> bool:
    """Whether some resource of the action's types matches a pattern of a Resource element."""
    parts = Arn.parse(resource)
    if parts is None:
        return True
    types = actions.resources(number)
    if not types:
        return False
    partition = "aws" if is_wild(parts.partition) or "${" in parts.partition else parts.partition
    written = plain_glob((Piece(_VARIABLE.sub("*", resource), literal=False),))
    try:
        return any(
            find_word((shape, written), (), Budget(20_000)) is not None
            for template in types
            for shape in template_globs(template, partition, None)
        )
    except ExhaustedError:
        return True


def principal_that_is_nobody(subject: Subject) -> Iterator[ValidationFinding]:
    """A value of AWS in Principal that is neither an account nor the ARN or unique ID of somebody.

    https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_principal.html
    """
    for statement in subject.statements:
        for named in statement.principals:
            if named.type == "AWS" and not _is_somebody(named.item.text):
                yield _mistake("opinion.principal-nobody", named.item.place, value=named.item.text)


def _is_somebody(text: str) -> bool:
    if is_account_id(text) or _UNIQUE_ID.fullmatch(text) or is_wild(text) or "${" in text:
        return True  # wildcards have a finding of AWS
    parts = Arn.parse(text)
    if parts is not None and not is_account_id(parts.account):
        return parts.account != ""  # AWS has some of its own: arn:aws:iam::cloudfront:user/…
    try:
        Principal.parse(text)
    except UnknownPrincipalError:
        return False
    return parts is not None


def _mistake(name: str, *places: Place, **arguments: str) -> ValidationFinding:
    shown = {key: excerpt(value) for key, value in arguments.items()}
    return ValidationFinding(name, Severity.WARNING, places, f"validation.{name}", shown)


MISTAKES: Final[tuple[Callable[[Subject], Iterator[ValidationFinding]], ...]] = (
    resource_of_no_action,
    principal_that_is_nobody,
)
