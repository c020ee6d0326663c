"""A request that one policy allows and another does not, in words: who, does what, on what, with which keys, and why."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final, NamedTuple

from iamtutor.access import Request
from iamtutor.access.narration import statement_name, statement_said
from iamtutor.access.statement import FailedElement
from iamtutor.access.trace import StatementTrace
from iamtutor.cli.policy_file import PolicyFile
from iamtutor.cli.telling import caller_name
from iamtutor.cli.terminal import Terminal
from iamtutor.policy import PolicyKind, Statement
from iamtutor.reason import OneWay
from iamtutor.reason.messages import MESSAGES as REASON_MESSAGES
from iamtutor.reason.why import Because, because, likeness
from iamtutor.words import Bilingual, say
from iamtutor.words.cells import cells, padded

_MOST_PATTERNS: Final = 4


class Sides(NamedTuple):
    """The policy that allows and the one that does not; None where there is no other to be compared with."""

    allowing: PolicyFile
    refusing: PolicyFile | None
    kind: PolicyKind


def way_lines(way: OneWay, sides: Sides, terminal: Terminal) -> Iterator[str]:
    """One way of a comparison: a witness with its reasons, nothing, or why it stays open."""
    if way.witness is not None:
        yield from request_lines(way.witness.request, because(way.witness, sides.kind), terminal)
        yield from why_lines(because(way.witness, sides.kind), sides, terminal)
    elif way.unknown is not None:
        yield f"{terminal.mark(None)} {terminal.text(unknown_words(way))}"
    else:
        yield f"{terminal.mark(None)} {terminal.say('cli.compare.nothing')}"


def unknown_words(way: OneWay) -> Bilingual:
    """Why a way stays open."""
    assert way.unknown is not None
    message = f"reason.unknown.{way.unknown.value}"
    return Bilingual(
        say(REASON_MESSAGES, message, "ko", about=way.about), say(REASON_MESSAGES, message, "en", about=way.about)
    )


def request_lines(request: Request, reasons: Because, terminal: Terminal) -> Iterator[str]:
    """The request, a line for each of its parts."""
    rows = [
        ("who", caller_name(request.principal, terminal)),
        ("does", request.action),
        ("on", request.resource),
        *(("with", f"{key} = {_shown(value)}") for key, value in sorted(request.written.items())),
        *(("without", key) for key in reasons.without),
    ]
    labels = {name: terminal.say(f"cli.compare.{name}") for name, _ in rows}
    width = max(cells(label) for label in labels.values())
    previous = ""
    for name, text in rows:
        yield f"{padded('' if name == previous else labels[name], width)}  {text}"
        previous = name


def why_lines(reasons: Because, sides: Sides, terminal: Terminal) -> Iterator[str]:
    """The statement that allows, and what keeps the request out of the other policy."""
    mark = terminal.mark(True)
    if reasons.allows is None:
        yield f"{mark} {terminal.say('cli.compare.no-deny', policy=sides.allowing.name)}"
    else:
        place = statement_place(sides.allowing, reasons.allows.statement)
        yield f"{mark} {terminal.say('cli.compare.allows', statement=place)}"
    if sides.refusing is not None:
        yield from _refusal_lines(reasons, sides.refusing, terminal)


def _refusal_lines(reasons: Because, file: PolicyFile, terminal: Terminal) -> Iterator[str]:
    mark = terminal.mark(False)
    if reasons.denies is not None:
        yield f"{mark} {terminal.say('cli.compare.denies', statement=statement_place(file, reasons.denies.statement))}"
        yield from _both_sides(reasons.denies, terminal)
    elif reasons.nearest is not None:
        place = statement_place(file, reasons.nearest.statement)
        yield f"{mark} {terminal.say('cli.compare.nearest', statement=place)}"
        yield from _both_sides(reasons.nearest, terminal)
    else:
        yield f"{mark} {terminal.say('cli.compare.no-allow', policy=file.name)}"


def _both_sides(statement: StatementTrace, terminal: Terminal) -> Iterator[str]:
    match = statement.match
    if match.failed is not None and len(match.failed.wants) > _MOST_PATTERNS:
        match = match._replace(failed=match.failed._replace(wants=_likest(match.failed)))
    for said in statement_said(StatementTrace(statement.policy, statement.statement, match)):
        yield terminal.paint(f"    {said.text(terminal.lang)}", "quiet")


def _likest(failed: FailedElement) -> tuple[str, ...]:
    """Of very many patterns those most like what the request has, and how many more there are."""
    likest = sorted(failed.wants, key=lambda want: -likeness(want, failed.has))[:_MOST_PATTERNS]
    return (*likest, f"… (+{len(failed.wants) - _MOST_PATTERNS})")


def statement_place(file: PolicyFile, statement: Statement) -> Bilingual:
    """File and line of a statement, with its Sid or number."""
    line = file.line_of(statement)
    place = file.name if line is None else f"{file.name}:{line}"
    name = statement_name(statement.sid, statement.index)
    return Bilingual(f"{place} {name.ko}", f"{place} {name.en}")


def _shown(value: str | tuple[str, ...]) -> str:
    return value if isinstance(value, str) else f"[{', '.join(value)}]"
