"""What the table, the picture and the list of evidence say of one finding."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from iamtutor.analyzer.external import ExternalFinding
from iamtutor.analyzer.external.messages import MESSAGES
from iamtutor.analyzer.external.preview import ChangeType
from iamtutor.analyzer.external.state import Kept, Status
from iamtutor.cli.external_source import ExternalSource
from iamtutor.cli.telling import caller_name
from iamtutor.cli.terminal import Terminal
from iamtutor.words import say


@dataclass(frozen=True)
class Row:
    """A finding with its status, or in a preview with what becomes of it."""

    finding: ExternalFinding
    kept: Kept
    change: ChangeType | None = None

    def status(self, terminal: Terminal) -> str:
        """The status, or what becomes of it."""
        if self.change is not None:
            return terminal.say(f"cli.external.change-{self.change.value}")
        return terminal.say(f"cli.external.status-{self.kept.status.value}")

    @property
    def is_active(self) -> bool:
        """Whether the access is there (in a preview: would be) and nobody has put it away."""
        return self.change is not ChangeType.RESOLVED and self.kept.status is Status.ACTIVE


def access(finding: ExternalFinding, terminal: Terminal) -> str:
    """Public or shared."""
    return terminal.say("cli.external.public" if finding.public else "cli.external.shared")


def resource_name(finding: ExternalFinding, source: ExternalSource) -> str:
    """The resource by its name in the world, with its account where there are several; alone by its ARN."""
    if source.file is None:
        return finding.resource
    address = finding.address
    return address.reference if len(source.world.accounts) == 1 else f"{address.account}:{address.reference}"


def principal_name(finding: ExternalFinding, terminal: Terminal) -> str:
    """The principal as the policy writes it."""
    return terminal.say("cli.external.everybody") if finding.principal.value == "*" else finding.principal.value


def actions(finding: ExternalFinding, terminal: Terminal) -> str:
    """The action patterns, and what NotAction leaves out."""
    found = ", ".join(finding.actions)
    if finding.excepted:
        found += f" ({terminal.say('cli.external.except', actions=', '.join(finding.excepted))})"
    return found


def conditions(finding: ExternalFinding) -> Iterator[str]:
    """Each condition on a line: key, operator, values."""
    return (f"{each.key} {each.operator} {', '.join(each.values)}" for each in finding.conditions)


def evidence(row: Row, source: ExternalSource, terminal: Terminal) -> Iterator[str]:
    """Who gets through, a request that shows it, and the statements to look at."""
    finding = row.finding
    who = say(MESSAGES, f"external.openness.{finding.openness.value}", terminal.lang)
    yield terminal.say("cli.external.gets-through", who=who)
    request = finding.shown.request
    caller = caller_name(request.principal, terminal)
    yield terminal.say("cli.external.request", caller=caller, action=request.action, resource=request.resource)
    if request.written:
        yield terminal.say("cli.external.context", context=", ".join(_pairs(finding)))
    for ref in finding.statements:
        yield terminal.say(
            "cli.external.allows", place=_place(ref.policy, ref.sid, ref.index, source.place_of(ref, finding))
        )
    for ref in finding.denies:
        yield terminal.say(
            "cli.external.denies", place=_place(ref.policy, ref.sid, ref.index, source.place_of(ref, finding))
        )
    if row.kept.status is Status.ARCHIVED:
        if row.kept.rule is not None:
            yield terminal.say("cli.external.by-rule", rule=row.kept.rule)
        else:
            yield terminal.say("cli.external.by-hand")


def _pairs(finding: ExternalFinding) -> Iterator[str]:
    for key, value in finding.shown.request.written.items():
        yield f"{key} = {value if isinstance(value, str) else '[' + ', '.join(value) + ']'}"


def _place(policy: str, sid: str | None, index: int, place: tuple[str, int] | None) -> str:
    named = f"{policy} {sid or f'[{index}]'}"
    return named if place is None else f"{place[0]}:{place[1]} ({named})"
