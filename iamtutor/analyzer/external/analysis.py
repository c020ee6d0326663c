"""External access in a world: every resource, every statement that allows, every principal that it names.

Follows https://docs.aws.amazon.com/IAM/latest/UserGuide/access-analyzer-findings.html, by proof: a finding has a request
that goes through, and what has no finding is proved to be closed or is said to be open.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from iamtutor.access import Layer, StatementRef
from iamtutor.access.statement import CompiledStatement
from iamtutor.analyzer.external.asking import Resource, ask, with_policy_of
from iamtutor.analyzer.external.identity import finding_id
from iamtutor.analyzer.external.parties import account_of
from iamtutor.analyzer.external.resource_types import resource_type
from iamtutor.analyzer.external.results import (
    Analysis,
    ExternalFinding,
    Narrowing,
    Openness,
    OpenQuestion,
    OpenReason,
    Shown,
    ShownPrincipal,
)
from iamtutor.analyzer.external.slices import Slice, slices
from iamtutor.analyzer.external.zone import ZoneKind, zones
from iamtutor.cloud import Address, World
from iamtutor.cloud.universe import addresses
from iamtutor.policy import Condition, PrincipalEntry, PrincipalType, Statement
from iamtutor.reason.actions import Actions

_SILENT = frozenset({PrincipalType.SERVICE})
"""AWS services are no external principals."""


def analyze(world: World, kind: ZoneKind, actions: Actions, accounts: Iterable[str] = ()) -> Analysis:
    """The external access to all resources of a world (or to those of some accounts, by ID).

    Raises NoOrganizationError.
    """
    only = frozenset(accounts)
    findings: list[ExternalFinding] = []
    still_open: list[OpenQuestion] = []
    for account, zone in zones(world, kind):
        if only and account.id not in only:
            continue
        for address in _addresses(world, account.name):
            resource = with_policy_of(world, zone, address)
            if resource is not None:
                _analyze_resource(resource, actions, findings, still_open)
    return Analysis(tuple(findings), tuple(still_open))


def _addresses(world: World, account: str) -> Iterator[Address]:
    return (address for address in addresses(world) if address.account == account)


def _analyze_resource(
    resource: Resource, actions: Actions, findings: list[ExternalFinding], still_open: list[OpenQuestion]
) -> None:
    parts: dict[str, list[_Part]] = {}
    for cut in slices(resource.policy):
        if cut.entry.type in _SILENT:
            continue
        if cut.entry.type is PrincipalType.CANONICAL_USER:
            still_open.append(_open(resource, cut, OpenReason.CANONICAL_USER, cut.entry.value))
            continue
        if cut.doubtful:
            # The evaluator lets nobody in by it, so that there is no request to show; closed it is only if nobody could.
            answers = (ask(resource, cut, pattern, actions) for pattern in _patterns(resource, cut.statement))
            if any(answer.shown is not None or answer.unknown is not None for answer in answers):
                still_open.append(_open(resource, cut, OpenReason.NOT_PRINCIPAL_ALLOW, ""))
            continue
        part = _Part(resource, cut)
        for pattern in _patterns(resource, cut.statement):
            answer = ask(resource, cut, pattern, actions)
            if answer.shown is not None:
                part.opened[pattern] = answer.shown
            if answer.unknown is not None:
                still_open.append(_open(resource, cut, answer.unknown, answer.about))
        if part.opened:
            parts.setdefault(part.id, []).append(part)
    findings.extend(_merged(several) for several in parts.values())


class _Part:
    """What one statement opens to one principal."""

    def __init__(self, resource: Resource, cut: Slice) -> None:
        self.resource = resource
        self.cut = cut
        self.principal = shown_principal(cut.entry)
        self.conditions = tuple(_narrowing(condition) for condition in cut.statement.conditions)
        self.id = finding_id(resource.arn, self.principal, self.conditions)
        self.opened: dict[str, Shown] = {}


def _merged(parts: list[_Part]) -> ExternalFinding:
    """One finding of statements that name the same principal under the same conditions."""
    first = parts[0]
    resource = first.resource
    every = [shown for part in parts for shown in part.opened.values()]
    shown = next((each for each in every if each.public), every[0])
    excepted = {
        text.value: None
        for part in parts
        if part.cut.statement.action.negated
        for text in part.cut.statement.action.patterns
    }
    return ExternalFinding(
        first.id,
        resource.arn,
        resource_type(resource.arn),
        resource.account,
        resource.address,
        first.principal,
        tuple(dict.fromkeys(pattern for part in parts for pattern in part.opened)),
        tuple(excepted),
        first.conditions,
        _openness(first.cut.entry, first.conditions, shown),
        shown,
        tuple(_reference(resource, part.cut) for part in parts),
        tuple(_denies(parts)),
    )


def _patterns(resource: Resource, statement: Statement) -> tuple[str, ...]:
    """The action patterns of a statement; of one with NotAction everything that the service has."""
    if statement.action.negated:
        return (f"{resource.service}:*",)
    return tuple(dict.fromkeys(text.value for text in statement.action.patterns))


def shown_principal(entry: PrincipalEntry) -> ShownPrincipal:
    """The principal as it is written; the bare ``"*"`` says the same as ``{"AWS": "*"}``."""
    return ShownPrincipal(PrincipalType.AWS if entry.type is PrincipalType.ANY else entry.type, entry.value)


def _narrowing(condition: Condition) -> Narrowing:
    return Narrowing(condition.operator, condition.key, tuple(text.value for text in condition.values))


def _openness(entry: PrincipalEntry, conditions: tuple[Narrowing, ...], shown: Shown) -> Openness:
    """Who gets through. A provider vouches for everybody whom it knows, unless a condition on ``sub`` says which.

    https://docs.aws.amazon.com/IAM/latest/UserGuide/id_roles_create_for-idp_oidc.html
    """
    if shown.public:
        return Openness.EVERYBODY
    if entry.type is PrincipalType.FEDERATED:
        subject = any(each.key.lower().endswith(":sub") for each in conditions)
        return Openness.NARROWED if subject else Openness.PROVIDER
    if entry.value == "*":
        return Openness.NARROWED
    return Openness.ACCOUNT if account_of(entry.value) is not None else Openness.IDENTITY


def _reference(resource: Resource, cut: Slice) -> StatementRef:
    policy = resource.policy.compiled(principals=True)
    return StatementRef(Layer.RESOURCE, policy, policy.statements[_place_of(resource, cut.statement)])


def _place_of(resource: Resource, statement: Statement) -> int:
    return next(number for number, each in enumerate(resource.policy.document.statements) if each is statement)


def _denies(parts: list[_Part]) -> Iterator[StatementRef]:
    """The Denies that speak of the action and the caller that are shown: they may take some of the access away."""
    seen: set[tuple[str, int]] = set()
    for part in parts:
        for shown in part.opened.values():
            decision = shown.decision
            for layer, level in decision.policies.denying:
                for policy, statement in level.denies.speaking_of(shown.request.action_key):
                    known = (policy.policy.name, statement.statement.index)
                    if known not in seen and _concerns(statement, shown):
                        seen.add(known)
                        yield StatementRef(layer, policy, statement)


def _concerns(statement: CompiledStatement, shown: Shown) -> bool:
    return bool(statement.reaches(shown.request.principal, has_boundary=False))


def _open(resource: Resource, cut: Slice, reason: OpenReason, about: str) -> OpenQuestion:
    return OpenQuestion(resource.arn, shown_principal(cut.entry), _reference(resource, cut), reason, about)
