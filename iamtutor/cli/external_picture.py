"""External access drawn as text: the zone of trust as a box with resources in it, and arrows from those outside."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import Final

from iamtutor.analyzer.external import ExternalFinding, ZoneKind
from iamtutor.analyzer.external.parties import account_of
from iamtutor.cli.external_rows import access, principal_name, resource_name
from iamtutor.cli.external_source import ExternalSource
from iamtutor.cli.terminal import Terminal
from iamtutor.words.cells import cells, cut, padded

_NARROWEST: Final = 40


def picture(
    findings: Sequence[ExternalFinding], zone: ZoneKind, source: ExternalSource, terminal: Terminal, width: int
) -> Iterator[str]:
    """A box for each zone that is reached, at most `width` cells wide (at least 40)."""
    width = max(width, _NARROWEST)
    for number, (title, inside) in enumerate(_boxes(findings, zone, source, terminal).items()):
        if number:
            yield ""
        yield from _box(title, inside, source, terminal, width)


def _boxes(
    findings: Sequence[ExternalFinding], zone: ZoneKind, source: ExternalSource, terminal: Terminal
) -> Mapping[str, list[ExternalFinding]]:
    found: dict[str, list[ExternalFinding]] = {}
    organization = source.world.organization
    for finding in findings:
        if zone is ZoneKind.ORGANIZATION and organization is not None:
            title = terminal.say("cli.external.zone-organization", organization=organization.id)
        else:
            title = terminal.say("cli.external.zone-account", account=finding.account)
        found.setdefault(title, []).append(finding)
    return found


def _box(
    title: str, findings: Sequence[ExternalFinding], source: ExternalSource, terminal: Terminal, width: int
) -> Iterator[str]:
    words = {finding.id: access(finding, terminal) for finding in findings}
    shaft = max(cells(word) for word in words.values())
    room = width - shaft - 12
    outside = min(max(cells(_outsider(each, terminal)) for each in findings), room // 2)
    inside = min(max(cells(title) + 2, *(cells(resource_name(each, source)) for each in findings)), room - outside)
    left = " " * (outside + shaft + 7)
    title = cut(title, inside - 1)
    yield f"{left}┌─ {title} {'─' * max(inside - cells(title) - 1, 0)}┐"
    drawn = ""
    for finding in sorted(findings, key=lambda each: (resource_name(each, source), not each.public)):
        name = resource_name(finding, source)
        line = "═" if finding.public else "─"
        word = words[finding.id]
        arrow = f"{line}{line} {word} {line * (shaft - cells(word) + 1)}▶"
        who = padded(cut(_outsider(finding, terminal), outside), outside)
        shown = "" if name == drawn else cut(name, inside)
        drawn = name
        coloured = terminal.paint(arrow, "bad") if finding.public else arrow
        yield f"{who} {coloured}│ {padded(shown, inside)} │"
    yield f"{left}└{'─' * (inside + 2)}┘"


def _outsider(finding: ExternalFinding, terminal: Terminal) -> str:
    """Who stands outside; an account by its ID, however the policy writes it."""
    return account_of(finding.principal.value) or principal_name(finding, terminal)
