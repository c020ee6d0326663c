"""The JSON objects of a stream, one after the other, however large the document that holds them.

CloudTrail writes one document per file, ``{"Records": [...]}``, on one line. Reading it whole takes many times its size,
so the list is never built: the decoder of the standard library reads one object at a time out of a window that moves along.
The brackets, commas and wrappers between objects are passed over, so that lines, lists and documents one behind another
read alike. A package for this (ijson) would tell each token by itself, at several times the cost of an object.
"""

from __future__ import annotations

import codecs
import json
import re
from collections.abc import Iterable, Iterator
from typing import Any, Final, NamedTuple

MAX_CHARACTERS: Final = 4_000_000
"""How long one object may be; CloudTrail's own records stay below 1 MB."""

_BETWEEN: Final = re.compile(
    r'(?:[\s,\ufeff\x1e]+|(?P<open>\[|\{\s*"(?:Records|Events)"\s*:\s*\[)|(?P<close>\])|\}|"NextToken"\s*:\s*(?:null|"[^"\\]*"))'
)
# A wrapper's opening may still be cut in two by the window's end.
_LONGEST_OPENING: Final = 4096
_SLACK: Final = 12


class Found(NamedTuple):
    """An object of the stream; `number` counts objects from 1, `line` lines from 1."""

    value: dict[str, Any]
    line: int
    number: int


class Broken(NamedTuple):
    """Something that is no object, with where it begins; `reason` is `not-json`, `too-long` or `cut-short`."""

    reason: str
    line: int
    number: int


def _refuse(constant: str) -> Any:
    raise ValueError(constant)


_DECODER: Final = json.JSONDecoder(parse_constant=_refuse)


def read_objects(chunks: Iterable[bytes]) -> Iterator[Found | Broken]:
    """The objects of a UTF-8 stream. What is broken is told once, and reading goes on at the next object."""
    return iter(_Window(chunks))


class _Window:
    """The part of the stream that is being read: `text` from `at` on."""

    def __init__(self, chunks: Iterable[bytes]) -> None:
        self.chunks = iter(chunks)
        self.decode = codecs.getincrementaldecoder("utf-8")("replace").decode
        self.text = ""
        self.at = 0
        self.counted = 0
        self.line = 1
        self.number = 0
        self.open = 0
        self.ended = False
        self.start_key = "eventVersion"

    def __iter__(self) -> Iterator[Found | Broken]:
        while self.pass_between():
            start, line = self.at, self.line_at(self.at)
            self.number += 1
            found = self.object()
            if isinstance(found, str):
                self.open = 0 if found == "cut-short" else self.open  # one thing to say, not two
                yield Broken(found, line, self.number)
                self.resume(start)
            else:
                yield Found(found, line, self.number)
        if self.open > 0:
            yield Broken("cut-short", self.line_at(len(self.text)), self.number)

    def fill(self) -> bool:
        """Read on, forgetting what lies behind; False where the stream is at its end."""
        for chunk in self.chunks:
            self.line_at(self.at)
            self.text = self.text[self.at :] + self.decode(chunk)
            self.counted, self.at = 0, 0
            return True
        if not self.ended:
            self.ended = True
            self.text += self.decode(b"", True)
        return False

    def line_at(self, offset: int) -> int:
        """The line of an offset that is not before the last one asked for."""
        self.line += self.text.count("\n", self.counted, offset)
        self.counted = max(self.counted, offset)
        return self.line

    def pass_between(self) -> bool:
        """Go to the next object, or whatever else stands where one should; False at the end."""
        while True:
            between = _BETWEEN.match(self.text, self.at)
            if between is None:
                left = len(self.text) - self.at
                cut = left < _LONGEST_OPENING and (left == 0 or self.text[self.at] in '{"')
                if cut and self.fill():
                    continue
                return self.at < len(self.text)
            self.open += 1 if between["open"] else -1 if between["close"] else 0
            self.at = between.end()

    def object(self) -> dict[str, Any] | str:
        """The object that begins here, or what is wrong with it."""
        while True:
            try:
                value, end = _DECODER.raw_decode(self.text, self.at)
            except json.JSONDecodeError as error:
                if not self.may_go_on(error):
                    return "not-json"
            except (ValueError, RecursionError):
                return "not-json"
            else:
                if not isinstance(value, dict):
                    return "not-json"
                self.at = end
                self.start_key = next(iter(value), self.start_key)
                return value
            if len(self.text) - self.at > MAX_CHARACTERS:
                return "too-long"
            if not self.fill():
                return "cut-short" if self.text[self.at] == "{" else "not-json"

    def may_go_on(self, error: json.JSONDecodeError) -> bool:
        """Whether the window's end, and no mistake, may be what stopped the decoder."""
        return error.msg.startswith("Unterminated string") or error.pos >= len(self.text) - _SLACK

    def resume(self, start: int) -> None:
        """Go to where the next object seems to begin: as the last good one did, or on a line of its own like the broken one."""
        line_start = self.text.rfind("\n", 0, self.at) + 1
        indent = self.text[line_start : self.at]
        own_line = rf"|(?<=\n){indent}(?=[{{\[])" if not indent.strip() else ""
        begins = re.compile(rf'(?=\{{\s*"{re.escape(self.start_key)}"\s*:){own_line}')
        self.at += 1
        while (found := begins.search(self.text, self.at)) is None:
            self.at = max(self.at, len(self.text) - len(self.start_key) - 64)
            if not self.fill():
                self.at = len(self.text)
                return
        self.at = found.end()
