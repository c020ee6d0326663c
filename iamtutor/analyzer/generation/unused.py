"""What a policy in use allows and the trail does not need: statement by statement, by action and by resource.

It rests on the catalogue, which knows every action that a pattern matches, and on the evaluator's own matching. Conditions
are not weighed: a record tells too little of a request's context to say that one did not hold.
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import Final, NamedTuple

from iamtutor.access import NamedPolicy, Principal
from iamtutor.access.effective import CompiledPolicy
from iamtutor.access.statement import CompiledStatement
from iamtutor.analyzer.generation.proof import Pair, request_of
from iamtutor.analyzer.generation.replay_log import Replay
from iamtutor.analyzer.generation.scope import Scope
from iamtutor.catalog import Catalog
from iamtutor.policy import Effect, PatternElement, PolicyDocument
from iamtutor.policy.pattern import pattern_of
from iamtutor.policy.variables import Context, resource_template

_MOST_TOLD: Final = 100


class StatementUse(NamedTuple):
    """One Allow statement of the policy in use: its actions by the catalogue, and what of it the trail never used.

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
    """How much of a policy the trail used. `missing` are needs of the trail that no statement of the policy speaks of."""

    statements: tuple[StatementUse, ...]
    granted: int
    used: int
    unused: tuple[str, ...]
    missing: tuple[Pair, ...]

    @property
    def is_tight(self) -> bool:
        """Whether the policy allows no action, and names no resource, that the trail does not show."""
        return not self.unused and not any(each.resources or not each.needed for each in self.statements)


def policy_use(document: PolicyDocument, replays: Iterable[Replay], scope: Scope, catalog: Catalog) -> PolicyUse:
    """Compare a policy in use with what the trail shows."""
    compiled = CompiledPolicy(NamedPolicy("in use", document), principals=False)
    watched = [_Watched(each) for each in compiled.statements if each.statement.effect is Effect.ALLOW]
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
    return _summed(watched, tuple(missing), catalog)


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


def _summed(watched: list[_Watched], missing: tuple[Pair, ...], catalog: Catalog) -> PolicyUse:
    granted: set[str] = set()
    used: set[str] = set()
    statements = []
    for each in watched:
        statement = each.statement.statement
        actions = _actions(statement.action, catalog)
        granted |= actions
        used |= each.used
        unused = tuple(sorted(actions - each.used, key=str.lower))
        own = tuple(sorted(each.used, key=str.lower))
        statements.append(
            StatementUse(statement.index, statement.sid, len(actions), own, unused, tuple(each.untouched))
        )
    left = tuple(sorted(granted - used, key=str.lower))
    return PolicyUse(tuple(statements), len(granted), len(used), left, missing)


def _actions(element: PatternElement, catalog: Catalog) -> set[str]:
    """The actions that an Action or NotAction element speaks of."""
    matched = {action for text in element.patterns for action in catalog.expand(text.value)}
    return set(catalog.expand("*")) - matched if element.negated else matched
