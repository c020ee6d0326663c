"""Two policy documents compared: what one allows and the other does not, each way.

A document is put where it is the only thing that decides: beside everything else that a request needs, and nothing
that takes away. So the evaluator itself says what the document allows.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from enum import StrEnum
from functools import lru_cache
from itertools import islice
from typing import Final

from iamtutor.access import EffectivePolicies, NamedPolicy, Principal
from iamtutor.policy import PolicyDocument, PolicyKind, read
from iamtutor.reason.actions import Actions
from iamtutor.reason.budget import DEFAULT_STEPS, Budget, never
from iamtutor.reason.caller_keys import with_caller
from iamtutor.reason.callers import ROLE, ROOT, USER, Caller, ask_who, callers_named
from iamtutor.reason.certain_caller import with_certain_caller
from iamtutor.reason.difference import Scope, first_only
from iamtutor.reason.domain import Domain, Hints, KeyDomains
from iamtutor.reason.glob import literal_glob
from iamtutor.reason.known_keys import known_keys
from iamtutor.reason.unknown import Reason, UndecidedError
from iamtutor.reason.witness import Witness

ACCOUNT: Final = "111122223333"
OWNERS: Final = ("999988887777", "888877776666", "777766665555")
"""Accounts that may own the resources of resource policies: the first to which no caller belongs."""


class Relation(StrEnum):
    """How two documents stand to each other; `BROADER`: the first allows more."""

    EQUIVALENT = "equivalent"
    BROADER = "broader"
    NARROWER = "narrower"
    INCOMPARABLE = "incomparable"
    UNKNOWN = "unknown"


@dataclass(frozen=True, slots=True)
class OneWay:
    """What the first allows and the second does not: a witness, nothing (proved), or left open with its reason."""

    witness: Witness | None = None
    unknown: Reason | None = None
    about: str = ""

    @property
    def none(self) -> bool:
        """Whether it is proved that there is nothing."""
        return self.witness is None and self.unknown is None


@dataclass(frozen=True, slots=True)
class Comparison:
    """Both ways."""

    only_first: OneWay
    only_second: OneWay

    @property
    def relation(self) -> Relation:
        """How the documents stand to each other; unknown where a way that matters is open."""
        first, second = self.only_first, self.only_second
        if first.witness is not None and second.witness is not None:
            return Relation.INCOMPARABLE
        if first.unknown is not None or second.unknown is not None:
            return Relation.UNKNOWN
        if first.witness is not None:
            return Relation.BROADER
        return Relation.EQUIVALENT if second.witness is None else Relation.NARROWER


@dataclass(frozen=True, slots=True)
class Setting:
    """A place for a document: who calls, and how the document stands among the policies that apply."""

    principal: Principal
    domain: Domain
    placed: Callable[[NamedPolicy], EffectivePolicies] = field(repr=False)


def compare(
    first: PolicyDocument,
    second: PolicyDocument,
    kind: PolicyKind,
    actions: Actions,
    *,
    steps: int = DEFAULT_STEPS,
    cancelled: Callable[[], bool] = never,
) -> Comparison:
    """Both ways; raises CancelledError."""
    return Comparison(
        only_in_first(first, second, kind, actions, steps=steps, cancelled=cancelled),
        only_in_first(second, first, kind, actions, steps=steps, cancelled=cancelled),
    )


def only_in_first(
    first: PolicyDocument,
    second: PolicyDocument,
    kind: PolicyKind,
    actions: Actions,
    *,
    steps: int = DEFAULT_STEPS,
    cancelled: Callable[[], bool] = never,
) -> OneWay:
    """What the first document allows and the second does not, over every caller. Raises CancelledError."""
    budget = Budget(steps, cancelled)
    named = NamedPolicy("first", first), NamedPolicy("second", second)
    open_question: UndecidedError | None = None
    for setting in settings_for(kind, (first, second), actions):
        placed = setting.placed(named[0]), setting.placed(named[1])
        try:
            witness = first_only(*placed, Scope(setting.principal, setting.domain, actions), budget)
        except UndecidedError as error:
            open_question = open_question or error
            continue
        if witness is not None:
            return OneWay(with_certain_caller(witness, *placed))
    return OneWay() if open_question is None else OneWay(None, open_question.reason, open_question.about)


def settings_for(kind: PolicyKind, documents: tuple[PolicyDocument, ...], actions: Actions) -> Iterator[Setting]:
    """Every caller that the documents tell apart, with the document in its place."""
    callers = _callers(kind, documents)
    owner = _owner(callers)
    for caller in callers:
        keys = with_caller(known_keys(actions), caller)
        principal = caller.principal
        if kind in (PolicyKind.RESOURCE, PolicyKind.TRUST):
            yield _beside_resource(principal, kind, keys, owner)
        else:
            yield Setting(principal, Domain(principal.account or ACCOUNT, keys), _PLACES[kind])


def _callers(kind: PolicyKind, documents: tuple[PolicyDocument, ...]) -> tuple[Caller, ...]:
    """The callers that the documents tell apart, of those whom a policy of the kind can bind."""
    if kind.names_principals:
        return callers_named(documents)
    if kind is PolicyKind.SESSION:
        return (ROLE,)
    if not ask_who(documents):
        return (USER,)
    return (USER, ROLE, ROOT) if kind is PolicyKind.SCP else (USER, ROLE)


def _owner(callers: tuple[Caller, ...]) -> str:
    """An account of which no caller is: within one account identity policies alone would do."""
    taken = {caller.principal.account for caller in callers}
    others = (f"{number:012}" for number in range(600_000_000_000, 700_000_000_000))
    return next(account for account in (*OWNERS, *islice(others, len(taken) + 1)) if account not in taken)


def _beside_resource(principal: Principal, kind: PolicyKind, keys: KeyDomains, owner: str) -> Setting:
    if kind is PolicyKind.TRUST:
        role = f"arn:aws:iam::{owner}:role/example"
        hints = Hints(resources=(role,))
        domain = Domain(owner, keys, owner, (literal_glob(role),), services=frozenset({"sts"}), hints=hints)
    else:
        domain = Domain(owner, keys)
    return Setting(principal, domain, lambda policy: EffectivePolicies([_full()], session=[_full()], resource=policy))


@lru_cache(maxsize=1)
def _full() -> NamedPolicy:
    """Everything that the caller's own side may have to grant; a federated session needs a session policy too."""
    return _policy("everything", '{"Effect": "Allow", "Action": "*", "Resource": "*"}', PolicyKind.IDENTITY)


@lru_cache(maxsize=1)
def _delegating() -> NamedPolicy:
    """A key policy, or trust policy, that leaves the decision to the account: it grants nothing by itself."""
    principal = f'{{"AWS": ["{ACCOUNT}", "222233334444"]}}'
    statement = f'{{"Effect": "Allow", "Principal": {principal}, "Action": "*", "Resource": "*"}}'
    return _policy("delegation", statement, PolicyKind.RESOURCE)


@lru_cache(maxsize=1)
def _open() -> NamedPolicy:
    """A resource policy that lets everybody in, those too who have nothing else: services and unsigned requests."""
    statement = '{"Effect": "Allow", "Principal": "*", "Action": "*", "Resource": "*"}'
    return _policy("open", statement, PolicyKind.RESOURCE)


def _policy(name: str, statement: str, kind: PolicyKind) -> NamedPolicy:
    reading = read(f'{{"Version": "2012-10-17", "Statement": {statement}}}', kind)
    assert reading.document is not None
    assert reading.document.statements
    return NamedPolicy(name, reading.document)


_PLACES: Final[dict[PolicyKind, Callable[[NamedPolicy], EffectivePolicies]]] = {
    PolicyKind.IDENTITY: lambda policy: EffectivePolicies(identity=[policy], resource=_delegating()),
    PolicyKind.BOUNDARY: lambda policy: EffectivePolicies([_full()], boundary=policy, resource=_delegating()),
    PolicyKind.SESSION: lambda policy: EffectivePolicies([_full()], session=[policy], resource=_delegating()),
    PolicyKind.SCP: lambda policy: EffectivePolicies([_full()], scp=[[policy]], resource=_delegating()),
    PolicyKind.RCP: lambda policy: EffectivePolicies([_full()], session=[_full()], rcp=[[policy]], resource=_open()),
    PolicyKind.ENDPOINT: lambda policy: EffectivePolicies(
        [_full()], session=[_full()], endpoint=[policy], resource=_open()
    ),
}
