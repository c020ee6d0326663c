"""`iamtutor schema`: JSON Schemas of the formats."""

from __future__ import annotations

from argparse import Namespace
from collections.abc import Callable
from typing import Any, Final

from iamtutor.cli.arguments import Parser
from iamtutor.cli.terminal import Terminal
from iamtutor.cli.trace_schema import answer_schema, request_schema, trace_schema

_CONTRACTS: Final[dict[str, Callable[[], dict[str, Any]]]] = {
    "decide": request_schema,
    "decision": answer_schema,
    "trace": trace_schema,
}
_FORMATS: Final = ("lesson", "exercise", "quiz", "world", "glossary")


def declare(parser: Parser) -> None:
    """The arguments."""
    names = (*_CONTRACTS, *_FORMATS)
    parser.add_argument("name", choices=names, nargs="?", help=parser.say("cli.schema.name"))
    parser.add_format("json")


def run(options: Namespace, terminal: Terminal) -> int:
    """Write one schema, or all of them by name."""
    if options.name in _CONTRACTS:
        terminal.json(_CONTRACTS[options.name]())
        return 0
    from iamtutor.course import schemas

    formats = schemas()
    if options.name is not None:
        terminal.json(formats[options.name])
    else:
        terminal.json({**{name: make() for name, make in _CONTRACTS.items()}, **formats})
    return 0
