"""What a policy in use allows and the trail does not need: as a whole by proof, then statement by statement.

The whole is a comparison with the generated policy: a request that only the policy in use allows, or the proof that there is
none. What a statement grants is what it allows beside the policy's own Denies (`reason`), so that an action which no resource
of the statement can take is not called unused. Conditions are not weighed against the trail: a record tells too little of a
request's context to say that one did not hold.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from typing import Final, NamedTuple

from iamtutor.access import NamedPolicy, Principal
from iamtutor.access.effective import CompiledPolicy
from iamtutor.access.statement import CompiledStatement
from iamtutor.analyzer.generation.proof import Pair, policies_of, request_of
from iamtutor.analyzer.generation.replay_log import Replay
from iamtutor.analyzer.generation.scope import Scope
from iamtutor.catalog import Catalog
from iamtutor.policy import Effect, PolicyDocument, PolicyKind, Statement, read_value
from iamtutor.policy.pattern import pattern_of
from iamtutor.policy.variables import Context, resource_template
from iamtutor.reason import Actions, Budget, Domain, OneWay, UndecidedError, actions_of, first_only, granted
from iamtutor.reason import Scope as Asked
from iamtutor.reason.actions import numbers_in
from iamtutor.reason.caller_keys import with_caller
from iamtutor.reason.callers import Caller, StandsFor
from iamtutor.reason.known_keys import known_keys

_MOST_TOLD: Final = 100


class StatementUse(NamedTuple):
    """One Allow statement of the policy in use: how many actions it grants, and what of it the trail never used.

    `statement` is its number from 0, `resources` are the resource patterns that no request of the trail touched.
    """

    statement: int
    sid: str | None
    granted: int
    used: tuple[str, ...]
    unused: tuple[str, ...]
    resources: tuple[str, ...]

    @property
    def needed(self) -> bool:
        """Whether the trail used the statement at all."""
        return bool(self.used)


class PolicyUse(NamedTuple):
    """How much of a policy the trail used.

    `excess` holds a request that the policy allows and the trail's own policy does not, or the proof that there is none.
    `missing` are needs of the trail that no statement of the policy speaks of.
    """

    statements: tuple[StatementUse, ...]
    granted: int
    used: int
    unused: tuple[str, ...]
    missing: tuple[Pair, ...]
    excess: OneWay

    @property
    def is_tight(self) -> bool:
        """Whether it is proved that the policy allows nothing beyond what the trail shows."""
        return self.excess.none


def policy_use(
    document: PolicyDocument,
    generated: PolicyDocument | None,
    replays: Iterable[Replay],
    scope: Scope,
    catalog: Catalog,
) -> PolicyUse:
    """Compare a policy in use with what the trail shows, and with the policy that was generated from it (None: nothing)."""
    compiled = CompiledPolicy(NamedPolicy("in use", document), principals=False)
    watched = [_Watched(each) for each in compiled.statements if each.statement.effect is Effect.ALLOW]
    missing = _note_use(watched, replays, scope)
    actions = actions_of(catalog)
    statements = tuple(_statement_use(each, document, actions) for each in watched)
    names = _names(granted(document, PolicyKind.IDENTITY, actions).granted, actions)
    used = {name for each in watched for name in each.used}
    left = tuple(name for name in names if name not in used)
    needed = generated if generated is not None else _NOTHING
    return PolicyUse(
        statements, len(names), len(names) - len(left), left, missing, _excess(document, needed, scope, actions)
    )


def _excess(document: PolicyDocument, needed: PolicyDocument, scope: Scope, actions: Actions) -> OneWay:
    """What the principal may do by one policy and not by the other, each of them being all that it has."""
    principal = Principal.parse(scope.arn)
    keys = with_caller(known_keys(actions), Caller(principal, StandsFor.ITSELF))
    asked = Asked(principal, Domain(scope.account, keys), actions)
    try:
        witness = first_only(policies_of(document, scope), policies_of(needed, scope), asked, Budget())
    except UndecidedError as error:
        return OneWay(None, error.reason, error.about)
    return OneWay(witness)


def _note_use(watched: list[_Watched], replays: Iterable[Replay], scope: Scope) -> tuple[Pair, ...]:
    """Note on each statement what the trail needed of it; return what no statement speaks of."""
    principal = Principal.parse(scope.arn)
    by_action: dict[str, list[_Watched]] = {}
    missing: dict[Pair, None] = {}
    for replay in replays:
        speaking = by_action.get(replay.action)
        if speaking is None:
            speaking = [each for each in watched if each.statement.covers_action(replay.action.lower())]
            by_action[replay.action] = speaking
        request = request_of(replay, principal)
        covered = False
        for each in speaking:
            if each.statement.covers_resource(request):
                each.touch(replay.action, replay.resource, request.context)
                covered = True
        if not covered and len(missing) < _MOST_TOLD:
            missing[Pair(replay.action, replay.resource)] = None
    return tuple(missing)


class _Watched:
    """A statement, with what of it was used so far."""

    def __init__(self, statement: CompiledStatement) -> None:
        self.statement = statement
        self.used: set[str] = set()
        element = statement.statement.resource
        listed = element.patterns if element is not None and not element.negated else ()
        self.untouched = {text.value: resource_template(text.value, substitutes=True) for text in listed}

    def touch(self, action: str, resource: str, context: Context) -> None:
        """Note a request that the statement covers."""
        self.used.add(action)
        for text, template in list(self.untouched.items()):
            pieces = template.resolve(context)
            if pieces is not None and pattern_of(pieces)(resource):
                del self.untouched[text]


def _statement_use(watched: _Watched, document: PolicyDocument, actions: Actions) -> StatementUse:
    statement = watched.statement.statement
    names = _names(granted(_alone(statement, document), PolicyKind.IDENTITY, actions).granted, actions)
    unused = tuple(name for name in names if name not in watched.used)
    used = tuple(sorted(watched.used, key=str.lower))
    return StatementUse(statement.index, statement.sid, len(names), used, unused, tuple(watched.untouched))


def _alone(statement: Statement, document: PolicyDocument) -> PolicyDocument:
    """One Allow of a policy beside all of its Denies."""
    kept = (each for each in document.statements if each is statement or each.effect is Effect.DENY)
    return replace(document, statements=tuple(kept))


def _names(bits: int, actions: Actions) -> tuple[str, ...]:
    """The actions of a set, by name."""
    return tuple(sorted((actions.names[number] for number in numbers_in(bits)), key=str.lower))


def _nothing() -> PolicyDocument:
    document = read_value({"Version": "2012-10-17", "Statement": []}).document
    assert document is not None
    return document


_NOTHING: Final = _nothing()
"""The policy of a trail that shows nothing."""
