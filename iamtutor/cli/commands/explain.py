"""`iamtutor explain`: one decision in a world, in words."""

from __future__ import annotations

import json
import re
from argparse import Namespace
from collections.abc import Iterable, Iterator
from typing import Any, Final

from iamtutor.access import Decision, StatementRef, decide
from iamtutor.access.wire import decision_row, plain
from iamtutor.cli.arguments import Parser
from iamtutor.cli.decision_notes import notes_of
from iamtutor.cli.drawn import drawn_lines
from iamtutor.cli.problem import Problem
from iamtutor.cli.telling import context_lines, context_of, layer_lines, path_lines, sentence_lines, verdict_line
from iamtutor.cli.terminal import Terminal
from iamtutor.cli.unknown_names import ActionNames
from iamtutor.cli.worlds import WorldFile, open_world
from iamtutor.cloud.statement_lines import statement_line

_ACTION: Final = re.compile(r"[a-zA-Z0-9-]+:[a-zA-Z0-9]+")


def declare(parser: Parser) -> None:
    """The arguments."""
    parser.add_argument("world", metavar="WORLD", help=parser.say("cli.world.world"))
    parser.add_argument("--as", dest="who", metavar="WHO", required=True, help=parser.say("cli.explain.as"))
    parser.add_argument("--do", dest="action", metavar="ACTION", required=True, help=parser.say("cli.explain.do"))
    parser.add_argument("--on", dest="resource", metavar="ARN", required=True, help=parser.say("cli.explain.on"))
    parser.add_argument(
        "--context", metavar="KEY=VALUE", action="append", default=[], help=parser.say("cli.explain.context")
    )
    parser.add_argument("--draw", action="store_true", help=parser.say("cli.explain.draw"))
    parser.add_format("text", "json")


def run(options: Namespace, terminal: Terminal) -> int:
    """Decide and explain. 0 allowed, 1 denied."""
    if not _ACTION.fullmatch(options.action):
        raise Problem("cli.explain.bad-action", action=options.action)
    context = read_context(options.context)
    file = open_world(options.world)
    decision = decide(*file.world.effective(options.who, options.resource, options.action, context))
    names = ActionNames(terminal.environ)
    if options.format == "json":
        terminal.json(_row(decision, file, terminal) | {"notes": notes_of(decision, names, terminal.lang)})
    else:
        unknown = names.unknown(options.action)
        if unknown is not None:
            terminal.note(unknown.id, **unknown.arguments)
        if decision.request.assumes_account:
            request = decision.request
            terminal.note("cli.note.not-in-world", resource=request.resource, account=request.resource_account)
        lines = drawn_lines(decision, context, terminal) if options.draw else _lines(decision, file, terminal)
        for line in lines:
            terminal.line(line.rstrip())
    return 0 if decision.allowed else 1


def read_context(pairs: Iterable[str]) -> dict[str, str | tuple[str, ...]]:
    """The context of `--context` options: a key given twice, or a JSON list of strings, is multivalued."""
    found: dict[str, str | tuple[str, ...]] = {}
    for pair in pairs:
        key, sign, text = pair.partition("=")
        if not sign or not key:
            raise Problem("cli.explain.bad-context", pair=pair)
        value = _several(text) if text.startswith("[") else text
        known = found.get(key)
        if known is None:
            found[key] = value
        else:
            found[key] = (*_as_tuple(known), *_as_tuple(value))
    return found


def _several(text: str) -> str | tuple[str, ...]:
    try:
        values = json.loads(text)
    except (ValueError, RecursionError):
        return text
    return tuple(values) if all(isinstance(value, str) for value in values) else text


def _as_tuple(value: str | tuple[str, ...]) -> tuple[str, ...]:
    return (value,) if isinstance(value, str) else value


def _lines(decision: Decision, file: WorldFile, terminal: Terminal) -> Iterator[str]:
    yield verdict_line(decision, terminal)
    for title, lines in (
        ("path", path_lines(decision, terminal)),
        ("context-title", context_lines(decision.request)),
        ("layers", layer_lines(decision, terminal)),
        ("words", sentence_lines(decision, terminal)),
        ("places", _places(decision, file)),
    ):
        shown = list(lines)
        if shown:
            yield ""
            yield terminal.paint(terminal.say(f"cli.explain.{title}"), "strong")
            yield from (f"  {line}" for line in shown)


def _places(decision: Decision, file: WorldFile) -> Iterator[str]:
    """File and line of each statement that decided."""
    for ref in decision.statements:
        line = _line(ref, decision, file)
        if line is not None:
            yield f"{file.source}:{line}  {ref.policy} {ref.sid or f'[{ref.index}]'}"


def _line(ref: StatementRef, decision: Decision, file: WorldFile) -> int | None:
    return statement_line(file.value, file.places, ref, decision.request)


def _row(decision: Decision, file: WorldFile, terminal: Terminal) -> dict[str, Any]:
    request = decision.request
    row = decision_row(None, decision, explain=True)
    del row["id"]
    for statement, ref in zip(row["statements"], decision.statements, strict=True):
        statement |= {"file": file.source, "line": _line(ref, decision, file)}
    return {
        "request": {
            "principal": request.principal.arn or request.principal.name or request.principal.kind.value,
            "action": request.action,
            "resource": request.resource,
            "resource_account": request.resource_account,
            "context": plain(context_of(request)),
        },
        **row,
        "words": list(sentence_lines(decision, terminal)),
    }
