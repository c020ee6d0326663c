"""How much a policy allows, in words: by access level and share, by service, by statement, and what to remove first."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Final

from iamtutor.catalog import CATALOG_MESSAGES, AccessLevel
from iamtutor.cli.policy_file import PolicyFile
from iamtutor.cli.terminal import Terminal
from iamtutor.cli.witness_lines import statement_place
from iamtutor.reason import Measure, Reason, Removal, Share
from iamtutor.reason.doubtful import is_doubtful
from iamtutor.reason.measurement import level_counts
from iamtutor.reason.messages import MESSAGES as REASON_MESSAGES
from iamtutor.reason.shares import LEVELS
from iamtutor.words import say
from iamtutor.words.cells import cells, padded

_MOST_SERVICES: Final = 10
_MOST_REMOVALS: Final = 5


def measure_lines(measured: Measure, file: PolicyFile, terminal: Terminal) -> Iterator[str]:
    """Everything but the headline."""
    for title, lines in (
        ("levels", _level_lines(measured, terminal)),
        ("services", _service_lines(measured, terminal)),
        ("statements", _statement_lines(measured, file, terminal)),
        ("remove-first", _removal_lines(measured, file, terminal)),
    ):
        shown = list(lines)
        if shown:
            yield ""
            yield terminal.paint(terminal.say(f"cli.measure.{title}"), "strong")
            yield from (f"  {line}" for line in shown)


def level_name(level: AccessLevel, terminal: Terminal) -> str:
    """What an access level is called."""
    return say(CATALOG_MESSAGES, f"catalog.level-{level.value.lower().replace(' ', '-')}", terminal.lang)


def _level_lines(measured: Measure, terminal: Terminal) -> Iterator[str]:
    heads = [terminal.say(f"cli.measure.{share}") for share in Share]
    rows = {level: measured.levels[level] for level in LEVELS if any(measured.levels[level].values())}
    names = {level: level_name(level, terminal) for level in rows}
    width = max(map(cells, names.values()), default=0)
    if rows:
        yield "  ".join((" " * width, *heads)).rstrip()
    for level, counts in rows.items():
        numbers = (
            _right(f"{counts[share]:,}" if counts[share] else "·", head)
            for share, head in zip(Share, heads, strict=True)
        )
        yield "  ".join((padded(names[level], width), *numbers))


def _right(text: str, head: str) -> str:
    return " " * (cells(head) - cells(text)) + text


def _service_lines(measured: Measure, terminal: Terminal) -> Iterator[str]:
    services = sorted(measured.services.items(), key=lambda each: (*(-each[1][level] for level in LEVELS), each[0]))
    shown = services[:_MOST_SERVICES]
    width = max((cells(name) for name, _ in shown), default=0)
    for name, counts in shown:
        yield f"{padded(name, width)}  {_counted(counts, terminal)}"
    if len(services) > len(shown):
        yield terminal.say("cli.measure.more-services", count=len(services) - len(shown))


def _statement_lines(measured: Measure, file: PolicyFile, terminal: Terminal) -> Iterator[str]:
    for each in measured.statements:
        place = terminal.text(statement_place(file, each.statement))
        doubtful = f"reason.unknown.{Reason.NOT_PRINCIPAL_ALLOW}" if is_doubtful(each.statement) else None
        words = (
            _what_goes(each, measured, terminal) if doubtful is None else say(REASON_MESSAGES, doubtful, terminal.lang)
        )
        yield f"{place}: {words}"


def _removal_lines(measured: Measure, file: PolicyFile, terminal: Terminal) -> Iterator[str]:
    for number, each in enumerate(measured.removals[:_MOST_REMOVALS], 1):
        place = terminal.text(statement_place(file, each.statement))
        what = place if each.pattern is None else f"{each.pattern} · {place}"
        yield f"{number}. {what}: {_what_goes(each, measured, terminal)}"


def _what_goes(removal: Removal, measured: Measure, terminal: Terminal) -> str:
    parts = []
    if removal.lost:
        counts = _counted(level_counts(removal.lost, measured.actions), terminal)
        parts.append(f"{terminal.say('cli.measure.lost', count=removal.lost.bit_count())} ({counts})")
    if removal.narrowed:
        parts.append(terminal.say("cli.measure.narrowed", count=removal.narrowed.bit_count()))
    return ", ".join(parts) or terminal.say("cli.measure.nothing-alone")


def _counted(counts: Mapping[AccessLevel, int], terminal: Terminal) -> str:
    return ", ".join(f"{level_name(level, terminal)} {counts[level]:,}" for level in LEVELS if counts[level])
