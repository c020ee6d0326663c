"""External access drawn as text: the zone of trust as a box with resources in it, and arrows from those outside."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import Final

from iamtutor.analyzer.external.results import ExternalFinding
from iamtutor.analyzer.external.telling import Telling
from iamtutor.analyzer.external.zone import ZoneKind
from iamtutor.words.cells import cells, cut, padded
from iamtutor.words.runs import Line, Run

_NARROWEST: Final = 40


def picture(findings: Sequence[ExternalFinding], zone: ZoneKind, telling: Telling, width: int) -> Iterator[Line]:
    """A box for each zone that is reached, at most `width` cells wide (at least 40).

    An arrow has the style `public` or `shared`, a box's frame `frame`, its title `title`.
    """
    width = max(width, _NARROWEST)
    for number, (title, inside) in enumerate(_boxes(findings, zone, telling).items()):
        if number:
            yield ()
        yield from _box(title, inside, telling, width)


def _boxes(
    findings: Sequence[ExternalFinding], zone: ZoneKind, telling: Telling
) -> Mapping[str, list[ExternalFinding]]:
    found: dict[str, list[ExternalFinding]] = {}
    organization = telling.world.organization
    for finding in findings:
        if zone is ZoneKind.ORGANIZATION and organization is not None:
            title = telling.say("zone-organization", organization=organization.id)
        else:
            title = telling.say("zone-account", account=finding.account)
        found.setdefault(title, []).append(finding)
    return found


def _box(title: str, findings: Sequence[ExternalFinding], telling: Telling, width: int) -> Iterator[Line]:
    words = {finding.id: telling.access(finding) for finding in findings}
    shaft = max(cells(word) for word in words.values())
    room = width - shaft - 12
    outside = min(max(cells(telling.outsider(each)) for each in findings), room // 2)
    inside = min(max(cells(title) + 2, *(cells(telling.resource(each)) for each in findings)), room - outside)
    left = " " * (outside + shaft + 7)
    title = cut(title, inside - 1)
    yield (
        Run(left),
        Run("┌─ ", "frame"),
        Run(title, "title"),
        Run(f" {'─' * max(inside - cells(title) - 1, 0)}┐", "frame"),
    )
    drawn = ""
    for finding in sorted(findings, key=lambda each: (telling.resource(each), not each.public)):
        name = telling.resource(finding)
        line = "═" if finding.public else "─"
        word = words[finding.id]
        arrow = f"{line}{line} {word} {line * (shaft - cells(word) + 1)}▶"
        who = padded(cut(telling.outsider(finding), outside), outside)
        shown = "" if name == drawn else cut(name, inside)
        drawn = name
        style = "public" if finding.public else "shared"
        yield Run(f"{who} "), Run(arrow, style), Run("│ ", "frame"), Run(padded(shown, inside)), Run(" │", "frame")
    yield Run(left), Run(f"└{'─' * (inside + 2)}┘", "frame")
