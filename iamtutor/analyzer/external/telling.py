"""What a table, a picture and a list of evidence say of one finding: one source for every surface."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass

from iamtutor.access import Principal, PrincipalKind, StatementRef
from iamtutor.analyzer.external.messages import MESSAGES
from iamtutor.analyzer.external.parties import account_of
from iamtutor.analyzer.external.preview import ChangeType
from iamtutor.analyzer.external.results import Analysis, ExternalFinding, OpenQuestion
from iamtutor.analyzer.external.state import Kept, Status
from iamtutor.cloud import World
from iamtutor.words import Lang, say

PlaceOf = Callable[[StatementRef, ExternalFinding], tuple[str, int] | None]
"""The file and the line of a statement; None where it stands in no file, or cannot be told."""


def nowhere(_ref: StatementRef, _finding: ExternalFinding) -> None:
    """For a world that was read from no file."""


@dataclass(frozen=True)
class Row:
    """A finding with its status, or in a preview with what becomes of it."""

    finding: ExternalFinding
    kept: Kept
    change: ChangeType | None = None

    @property
    def is_active(self) -> bool:
        """Whether the access is there (in a preview: would be) and nobody has put it away."""
        return self.change is not ChangeType.RESOLVED and self.kept.status is Status.ACTIVE


@dataclass(frozen=True)
class Telling:
    """Findings of a world in one language.

    A resource is told by its name in the world, with its account where there are several; with `by_arn`, for a policy
    that came without its world, by its ARN.
    """

    lang: Lang
    world: World
    by_arn: bool = False
    place_of: PlaceOf = nowhere

    def say(self, message: str, /, **arguments: object) -> str:
        """One of the room's messages, without `external.` in front."""
        return say(MESSAGES, f"external.{message}", self.lang, **arguments)

    def head(self, rows: Sequence[Row], analysis: Analysis) -> str:
        """How much was found, in one sentence; that nothing reaches in is proved only where nothing stays open."""
        active = [row for row in rows if row.is_active]
        if active:
            public = sum(row.finding.public for row in active)
            return self.say("head", count=len(active), public=public, shared=len(active) - public)
        return self.say("none" if not rows and not analysis.open else "none-active")

    def preview_head(self, rows: Sequence[Row]) -> str:
        """How much a changed policy would open and close, in one sentence."""
        counts = {kind.value.lower(): sum(row.change is kind for row in rows) for kind in ChangeType}
        return self.say("preview-head", **counts)

    def status(self, row: Row) -> str:
        """The status, or what becomes of it."""
        if row.change is not None:
            return self.say(f"change-{row.change.value}")
        return self.say(f"status-{row.kept.status.value}")

    def access(self, finding: ExternalFinding) -> str:
        """Public or shared."""
        return self.say("public" if finding.public else "shared")

    def resource(self, finding: ExternalFinding) -> str:
        """The resource by its name."""
        if self.by_arn:
            return finding.resource
        address = finding.address
        return address.reference if len(self.world.accounts) == 1 else f"{address.account}:{address.reference}"

    def principal(self, finding: ExternalFinding) -> str:
        """The principal as the policy writes it."""
        return self.say("everybody") if finding.principal.value == "*" else finding.principal.value

    def outsider(self, finding: ExternalFinding) -> str:
        """Who stands outside; an account by its ID, however the policy writes it."""
        return account_of(finding.principal.value) or self.principal(finding)

    def actions(self, finding: ExternalFinding) -> str:
        """The action patterns, and what NotAction leaves out."""
        found = ", ".join(finding.actions)
        if finding.excepted:
            found += f" ({self.say('except', actions=', '.join(finding.excepted))})"
        return found

    def conditions(self, finding: ExternalFinding) -> Iterator[str]:
        """Each condition: key, operator, values."""
        return (f"{each.key} {each.operator} {', '.join(each.values)}" for each in finding.conditions)

    def openness(self, finding: ExternalFinding) -> str:
        """Who gets through."""
        return self.say("gets-through", who=self.say(f"openness.{finding.openness.value}"))

    def request(self, finding: ExternalFinding) -> str:
        """A request from outside that is allowed."""
        request = finding.shown.request
        caller = self.caller(request.principal)
        return self.say("request", caller=caller, action=request.action, resource=request.resource)

    def caller(self, principal: Principal) -> str:
        """The caller by its ARN, or by its name where it has none."""
        if principal.kind is PrincipalKind.ANONYMOUS:
            return self.say("anonymous")
        return principal.arn or principal.name

    def context(self, finding: ExternalFinding) -> str:
        """What the request carries; empty where it takes nothing."""
        pairs = (
            f"{key} = {value if isinstance(value, str) else '[' + ', '.join(value) + ']'}"
            for key, value in finding.shown.request.written.items()
        )
        return ", ".join(pairs)

    def statements(self, finding: ExternalFinding) -> Iterator[str]:
        """The statements to look at: those that allow, then the Denies that take some of it away."""
        for message, refs in (("allows", finding.statements), ("denies", finding.denies)):
            for ref in refs:
                yield self.say(message, place=self._place(ref, finding))

    def archived(self, row: Row) -> str:
        """What put the finding away; empty where it is active."""
        if row.kept.status is not Status.ARCHIVED:
            return ""
        return self.say("by-rule", rule=row.kept.rule) if row.kept.rule is not None else self.say("by-hand")

    def evidence(self, row: Row) -> Iterator[str]:
        """Who gets through, a request that shows it, and the statements to look at."""
        finding = row.finding
        yield self.openness(finding)
        yield self.request(finding)
        if context := self.context(finding):
            yield self.say("context", context=context)
        yield from self.statements(finding)
        if archived := self.archived(row):
            yield archived

    def open(self, question: OpenQuestion) -> str:
        """What is not proved, and why."""
        why = self.say(f"open.{question.reason.value}", about=question.about)
        ref = question.statement
        return f"{question.resource} ← {question.principal.value} ({ref.policy} {_name(ref)}): {why}"

    def _place(self, ref: StatementRef, finding: ExternalFinding) -> str:
        named = f"{ref.policy} {_name(ref)}"
        place = self.place_of(ref, finding)
        return named if place is None else f"{place[0]}:{place[1]} ({named})"


def _name(ref: StatementRef) -> str:
    return ref.sid or f"[{ref.index}]"
