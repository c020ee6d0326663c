"""A decision in a person's words: message ids and arguments, which the edges turn into Korean or English."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import NamedTuple

from iamtutor.access.condition import ConditionOutcome
from iamtutor.access.decide import Decision, StatementRef
from iamtutor.access.denial import says_nothing_more
from iamtutor.access.layer import Layer, Verdict
from iamtutor.access.messages import MESSAGES
from iamtutor.access.naming import Naming
from iamtutor.access.notes import notes
from iamtutor.access.request import Request
from iamtutor.access.statement import FailedElement, Match
from iamtutor.access.trace import LayerAnswer, LayerTrace, StatementTrace
from iamtutor.policy.document import Effect
from iamtutor.words import Bilingual, Lang, say

ELEMENT_ORDER = ("Principal", "NotPrincipal", "Action", "NotAction", "Resource", "NotResource", "Condition")


class Said(NamedTuple):
    """One thing to say: a message of this room and its arguments."""

    id: str
    arguments: Mapping[str, object]

    def text(self, lang: Lang) -> str:
        """The words, in one language."""
        return say(MESSAGES, self.id, lang, **self.arguments)


def said(message_id: str, **arguments: object) -> Said:
    """A message of this room with its arguments."""
    return Said(message_id, arguments)


def layer_name(layer: Layer, request: Request | None = None) -> Bilingual:
    """What a layer is called; the resource policy of a role is its trust policy."""
    trust = layer is Layer.RESOURCE and request is not None and request.service == "sts" and request.is_for_role
    return _bilingual("access.layer.trust" if trust else f"access.layer.{layer.value}")


def verdict_name(verdict: Verdict) -> Bilingual:
    """What a decision is called."""
    return _bilingual(f"access.verdict.{verdict.value}")


def statement_name(sid: str | None, index: int) -> Bilingual:
    """What a statement is called: its Sid, else its number from 1."""
    if sid:
        return Bilingual(sid, sid)
    return Bilingual(
        say(MESSAGES, "access.statement.number", "ko", number=index + 1),
        say(MESSAGES, "access.statement.number", "en", number=index + 1),
    )


def why(decision: Decision) -> Said:
    """The reason in a few words, for a table."""
    if decision.verdict is Verdict.ALLOWED:
        return _why_allowed(decision)
    if decision.verdict is Verdict.EXPLICITLY_DENIED:
        return said("access.why.denied", statement=_ref_name(decision.statements[0]))
    if decision.layer is Layer.SERVICE and decision.refusal is not None:
        return said(f"access.refusal.{decision.refusal.value}")
    return _why_not_allowed(decision)


def sentences(decision: Decision) -> Iterator[Said]:
    """The decision told in sentences: what decided or blocked, what is missing, what AWS would print."""
    request = decision.request
    if decision.verdict is Verdict.ALLOWED and not decision.statements:
        yield said("access.tell.root" if decision.layer is Layer.ROOT else "access.why.allowed-service")
    verb = "deny" if decision.verdict is Verdict.EXPLICITLY_DENIED else "allow"
    for ref in decision.statements:
        yield said(
            f"access.tell.{verb}", layer=layer_name(ref.layer, request), policy=ref.policy, statement=_ref_name(ref)
        )
    if decision.verdict is Verdict.EXPLICITLY_DENIED:
        yield said("access.tell.first-deny-wins")
    if decision.verdict is Verdict.IMPLICITLY_DENIED:
        yield from _blockers(decision)
    if decision.missing_context:
        yield said("access.tell.missing-context", keys=", ".join(decision.missing_context))
    for note in notes(decision):
        yield Said(note.message, note.arguments)
    if decision.message:
        yield said("access.tell.aws-says", message=decision.message)
        if says_nothing_more(decision.request):
            yield said("access.tell.aws-says-no-more")


def statement_said(statement: StatementTrace) -> Iterator[Said]:
    """Why one statement matched or did not: its first failed element, and what its conditions found."""
    match = statement.match
    if match.failed is not None and match.failed.element != "Condition":
        yield failed_said(match.failed)
    for outcome in match.conditions:
        yield condition_said(outcome)
    if match.uncertain:
        yield said("access.note.not-principal")


def failed_said(failed: FailedElement) -> Said:
    """The element that did not match, with both sides."""
    return said(
        f"access.failed.{failed.why.value}",
        element=failed.element,
        wants=_values(failed.wants),
        has=failed.has,
    )


def condition_said(outcome: ConditionOutcome) -> Said:
    """What a condition found, with both sides."""
    return said(
        f"access.condition.{outcome.reason.value}",
        operator=outcome.operator,
        key=outcome.key,
        wants=_values(outcome.wants),
        has="—" if outcome.has is None else _values(outcome.has),
    )


def nearest_statement(layer: LayerTrace) -> StatementTrace | None:
    """The Allow of a layer that came nearest to matching: the one whose failing element comes last."""
    allows = [
        statement
        for policy in layer.policies
        for statement in policy.statements
        if statement.effect is Effect.ALLOW and not statement.match.matched
    ]
    return max(allows, key=lambda statement: _reach(statement.match), default=None)


def _reach(match: Match) -> int:
    return -1 if match.failed is None else ELEMENT_ORDER.index(match.failed.element)


def _why_allowed(decision: Decision) -> Said:
    if decision.layer is Layer.SERVICE:
        return said("access.why.allowed-service")
    if not decision.statements:
        return said("access.why.allowed-root")
    first = _ref_name(decision.statements[0])
    if len(decision.statements) == 1:
        return said("access.why.allowed", statement=first)
    return said("access.why.allowed-both", statement=first, other=_ref_name(decision.statements[1]))


def _why_not_allowed(decision: Decision) -> Said:
    trace = decision.trace
    name = layer_name(decision.layer, decision.request)
    layer = trace.of(decision.layer)
    if layer.answer is LayerAnswer.ABSENT:
        resource = trace.of(Layer.RESOURCE)
        if decision.layer is Layer.IDENTITY and resource.namings == {Naming.ACCOUNT}:
            return said("access.why.names-account-only")
        return said("access.why.no-statement", layer=name)
    if layer.closed_level is not None and len({policy.level for policy in layer.policies}) > 1:
        return said("access.why.level-closed", level=layer.closed_level + 1)
    nearest = nearest_statement(layer)
    if nearest is None or nearest.match.failed is None:
        return said("access.why.no-match", layer=name)
    element = nearest.match.failed.element
    if element == "Condition":
        failing = next(outcome for outcome in nearest.match.conditions if not outcome.holds)
        element = f"{failing.operator} {failing.key}"
    return said("access.why.nearest", layer=name, statement=statement_name(nearest.sid, nearest.index), element=element)


def _blockers(decision: Decision) -> Iterator[Said]:
    for layer in (decision.layer, *decision.blocked_by):
        if layer is Layer.SERVICE and decision.refusal is not None:
            yield said(f"access.refusal.{decision.refusal.value}")
        elif layer is Layer.IDENTITY and decision.trace.of(layer).answer is LayerAnswer.ABSENT:
            yield said("access.tell.absent-identity")
        else:
            yield said("access.tell.blocked", layer=layer_name(layer, decision.request))


def _ref_name(ref: StatementRef) -> Bilingual:
    return statement_name(ref.sid, ref.index)


def _values(values: tuple[str, ...]) -> str:
    return ", ".join(values) if values else '""'


def _bilingual(message_id: str) -> Bilingual:
    return Bilingual(**MESSAGES[message_id])
