"""The custom policy checks of IAM Access Analyzer, by proof: no new access, access not granted, no public access.

A check that passes is proved; one that fails has a request that shows it, or stays open, which AWS counts as failed too
("might allow"). Its reasons are the statements that grant, each tried alone beside every Deny.

Follows https://docs.aws.amazon.com/access-analyzer/latest/APIReference/API_CheckNoNewAccess.html,
https://docs.aws.amazon.com/access-analyzer/latest/APIReference/API_CheckAccessNotGranted.html and
https://docs.aws.amazon.com/access-analyzer/latest/APIReference/API_CheckNoPublicAccess.html
"""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from enum import StrEnum
from typing import Any

from iamtutor.access import NamedPolicy
from iamtutor.policy import Effect, PolicyDocument, PolicyKind, Statement, read
from iamtutor.reason.actions import Actions
from iamtutor.reason.budget import DEFAULT_STEPS, Budget, never
from iamtutor.reason.certain_caller import with_certain_caller
from iamtutor.reason.difference import Scope, first_only
from iamtutor.reason.documents import OneWay, only_in_first
from iamtutor.reason.strangers import settings_of_strangers
from iamtutor.reason.unknown import UndecidedError

Question = Callable[[PolicyDocument], OneWay]


class CheckResult(StrEnum):
    """What a check says, in AWS's words."""

    PASS = "PASS"
    FAIL = "FAIL"


@dataclass(frozen=True, slots=True)
class Ground:
    """A statement for which a check fails, with what it allows alone."""

    statement: Statement
    way: OneWay


@dataclass(frozen=True, slots=True)
class Checked:
    """The outcome of a check: what the policy allows that it should not, and the statements that allow it."""

    way: OneWay
    grounds: tuple[Ground, ...] = ()

    @property
    def result(self) -> CheckResult:
        """PASS only where it is proved."""
        return CheckResult.PASS if self.way.none else CheckResult.FAIL


@dataclass(frozen=True, slots=True)
class Access:
    """What should not be granted: any of the actions on any of the resources, both as patterns; empty means all."""

    actions: tuple[str, ...] = ()
    resources: tuple[str, ...] = ()


def no_new_access(
    reference: PolicyDocument,
    candidate: PolicyDocument,
    kind: PolicyKind,
    actions: Actions,
    *,
    steps: int = DEFAULT_STEPS,
    cancelled: Callable[[], bool] = never,
) -> Checked:
    """Whether the candidate allows nothing beyond the reference. Raises CancelledError."""

    def beyond(document: PolicyDocument) -> OneWay:
        return only_in_first(document, reference, kind, actions, steps=steps, cancelled=cancelled)

    return _checked(candidate, beyond)


def access_not_granted(
    document: PolicyDocument,
    access: Access,
    kind: PolicyKind,
    actions: Actions,
    *,
    steps: int = DEFAULT_STEPS,
    cancelled: Callable[[], bool] = never,
) -> Checked:
    """Whether the policy allows none of the access. A trust policy names no resources. Raises CancelledError."""
    nothing = replace(document, statements=())
    outside = tuple(_denies_outside(access, kind))

    def granted(asked: PolicyDocument) -> OneWay:
        narrowed = replace(asked, statements=(*asked.statements, *outside))
        return only_in_first(narrowed, nothing, kind, actions, steps=steps, cancelled=cancelled)

    return _checked(document, granted)


def no_public_access(
    document: PolicyDocument,
    kind: PolicyKind,
    actions: Actions,
    *,
    steps: int = DEFAULT_STEPS,
    cancelled: Callable[[], bool] = never,
) -> Checked:
    """Whether a resource or trust policy lets nobody in about whom it says nothing; see `strangers`.

    Raises CancelledError.
    """
    nothing = NamedPolicy("second", replace(document, statements=()))

    def public(asked: PolicyDocument) -> OneWay:
        policy, budget = NamedPolicy("first", asked), Budget(steps, cancelled)
        open_question: UndecidedError | None = None
        for setting in settings_of_strangers(document, kind, actions):
            scope = Scope(setting.principal, setting.domain, actions)
            placed = setting.placed(policy), setting.placed(nothing)
            try:
                witness = first_only(*placed, scope, budget)
            except UndecidedError as error:
                open_question = open_question or error
                continue
            if witness is not None:
                return OneWay(with_certain_caller(witness, *placed))
        return OneWay() if open_question is None else OneWay(None, open_question.reason, open_question.about)

    return _checked(document, public)


def _checked(document: PolicyDocument, ask: Question) -> Checked:
    way = ask(document)
    if way.none:
        return Checked(way)
    denies = tuple(each for each in document.statements if each.effect is Effect.DENY)
    allows = (each for each in document.statements if each.effect is Effect.ALLOW)
    alone = [Ground(each, ask(replace(document, statements=(each, *denies)))) for each in allows]
    shown = tuple(ground for ground in alone if ground.way.witness is not None)
    return Checked(way, shown or tuple(ground for ground in alone if not ground.way.none))


def _denies_outside(access: Access, kind: PolicyKind) -> Iterator[Statement]:
    """Denies that leave of a policy what is asked about."""
    if access.actions:
        yield _deny(kind, {"NotAction": list(access.actions)}, {"Resource": "*"})
    if access.resources:
        yield _deny(kind, {"Action": "*"}, {"NotResource": list(access.resources)})


def _deny(kind: PolicyKind, actions: dict[str, Any], resources: dict[str, Any]) -> Statement:
    statement = {"Effect": "Deny", **actions}
    if kind.names_principals:
        statement["Principal"] = "*"
    if kind is not PolicyKind.TRUST:
        statement |= resources
    document = read(json.dumps({"Version": "2012-10-17", "Statement": statement}), kind).document
    assert document is not None
    return document.statements[0]
