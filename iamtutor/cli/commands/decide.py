"""`iamtutor decide`: one JSON object a line, in and out; what scripts and conformance vectors speak."""

from __future__ import annotations

import json
from argparse import Namespace
from collections.abc import Iterator
from contextlib import nullcontext
from dataclasses import dataclass
from pathlib import Path
from typing import Any, BinaryIO, Final

from iamtutor.access.messages import MESSAGES as ACCESS_MESSAGES
from iamtutor.access.wire import WireError, answer_row, decided
from iamtutor.cli.arguments import Parser
from iamtutor.cli.decision_notes import notes_of
from iamtutor.cli.files import open_bytes
from iamtutor.cli.findings import dotted, words_of
from iamtutor.cli.problem import Problem
from iamtutor.cli.terminal import Terminal, json_text
from iamtutor.cli.unknown_names import ActionNames
from iamtutor.words import Bilingual, Lang, say

MAX_LINE: Final = 16_000_000
_BYTE_ORDER_MARK: Final = b"\xef\xbb\xbf"


def declare(parser: Parser) -> None:
    """The arguments."""
    parser.description = parser.say("cli.decide.about")
    parser.add_argument("file", metavar="FILE.jsonl", help=parser.say("cli.decide.file"))
    parser.add_argument("--explain", action="store_true", help=parser.say("cli.decide.explain"))
    parser.add_format("json")


def run(options: Namespace, terminal: Terminal) -> int:
    """Decide every line. 0 all decided and as expected, 1 some not as expected, 2 some line could not be read."""
    piped = options.file == "-"
    tally, names = _Tally(), ActionNames(terminal.environ)
    with nullcontext(terminal.bytes_in()) if piped else open_bytes(Path(options.file)) as source:
        for number, line in _lines(source):
            answer = _answer(number, line, terminal.lang, names, explain=options.explain)
            tally.count(number, answer)
            terminal.line(json_text(answer))
            if piped:  # whoever asks line by line waits for the answer
                terminal.out.flush()
    tally.summarise(terminal)
    return 2 if tally.unread else 1 if tally.as_expected < tally.expected else 0


@dataclass
class _Tally:
    """What the summary says."""

    decided: int = 0
    expected: int = 0
    as_expected: int = 0
    unread: int = 0
    first_unread: int = 0
    noted: int = 0
    first_noted: int = 0
    first_note: str = ""

    def count(self, number: int, answer: dict[str, Any]) -> None:
        if answer["decision"] == "error":
            self.unread += 1
            self.first_unread = self.first_unread or number
            return
        self.decided += 1
        if "notes" in answer:
            self.noted += 1
            self.first_noted = self.first_noted or number
            self.first_note = self.first_note or answer["notes"][0]["message"]
        if "as_expected" in answer:
            self.expected += 1
            self.as_expected += answer["as_expected"]

    def summarise(self, terminal: Terminal) -> None:
        if self.expected:
            terminal.note("cli.decide.as-expected", right=self.as_expected, count=self.expected)
        else:
            terminal.note("cli.decide.decided", count=self.decided)
        if self.noted:
            terminal.note("cli.note.beside", count=self.noted, line=self.first_noted, note=self.first_note)
        if self.unread:
            terminal.note("cli.decide.unread", count=self.unread, line=self.first_unread)


def _lines(source: BinaryIO) -> Iterator[tuple[int, bytes]]:
    """The lines that are not blank, with their numbers; of one that is too long only a beginning longer than allowed."""
    number = 0
    while line := source.readline(MAX_LINE + 1):
        number += 1
        if number == 1:
            line = line.removeprefix(_BYTE_ORDER_MARK)
        rest = line
        while len(rest) > MAX_LINE and not rest.endswith(b"\n"):
            rest = source.readline(MAX_LINE + 1)
        if line.strip():
            yield number, line


def _answer(number: int, line: bytes, lang: Lang, names: ActionNames, *, explain: bool) -> dict[str, Any]:
    identifier = None
    try:
        row = _parsed(number, line)
        identifier = row.get("id") if isinstance(row, dict) else None
        decision = decided(row)
        answer = answer_row(row, decision, explain=explain)
        told = notes_of(decision, names, lang)
        return answer | {"notes": told} if told else answer
    except WireError as error:
        words = _words(error, lang)
    except Problem as problem:
        words = problem.text(lang)
    except (ValueError, RecursionError):
        words = Problem("cli.decide.too-deep", line=number).text(lang)
    except Exception as error:  # one line that breaks the evaluator must not cost the others
        words = Problem("cli.unexpected", kind=type(error).__name__, detail=str(error)).text(lang)
    return {"id": identifier, "decision": "error", "error": words}


def _parsed(number: int, line: bytes) -> Any:
    """The value of a line. Raises WireError or Problem, which say where it cannot be read."""
    if len(line) > MAX_LINE:
        raise Problem("cli.decide.too-long", line=number, limit=MAX_LINE // 1_000_000)
    try:
        return _DECODER.decode(line.decode("utf-8").strip())
    except json.JSONDecodeError as error:
        raise WireError("decide.not-json", (), line=number, column=error.colno) from None
    except UnicodeDecodeError as error:
        raise Problem("cli.decide.not-utf8", line=number, column=error.start + 1) from None
    except _TwiceError as error:
        raise Problem("cli.decide.key-twice", line=number, key=str(error)) from None
    except ValueError as error:  # NaN, Infinity, or a number of thousands of digits
        raise Problem("cli.decide.bad-number", line=number) from error


class _TwiceError(ValueError):
    """A key stands twice in one object: which of its values counts is anyone's guess."""


def _object(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
    found = dict(pairs)
    if len(found) < len(pairs):
        keys = [key for key, _ in pairs]
        raise _TwiceError(next(key for key in keys if keys.count(key) > 1))
    return found


def _refuse_constant(name: str) -> Any:
    raise ValueError(name)


_DECODER: Final = json.JSONDecoder(parse_constant=_refuse_constant, object_pairs_hook=_object)


def _words(error: WireError, lang: Lang) -> str:
    finding = error.finding
    arguments: dict[str, object] = dict(finding.arguments)
    arguments["place"] = dotted(finding.path) or Bilingual("이 줄", "this line")
    if "expected" in arguments:
        arguments["expected"] = Bilingual(**ACCESS_MESSAGES[f"decide.expected.{arguments['expected']}"])
    if error.in_policy is not None:
        arguments["why"] = words_of(error.in_policy, lang)
    return say(ACCESS_MESSAGES, finding.code, lang, **arguments)
