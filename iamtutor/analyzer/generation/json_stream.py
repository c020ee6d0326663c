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
_NOWHERE: Final = re.compile(r"(?!)")


class Found(NamedTuple):
    """An object of the stream; `number` counts objects from 1, `line` lines from 1."""

    value: dict[str, Any]
    line: int
    number: int


class Broken(NamedTuple):
    """Something that is no object, with where it begins; `reason` is `not-json`, `not-utf8`, `too-long` or `cut-short`."""

    reason: str
    line: int
    number: int


class _Failure(NamedTuple):
    """Why an object could not be read, and where the mistake lies where that is known."""

    reason: str
    at: int | None


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
            if isinstance(found, _Failure):
                self.open = 0 if found.reason == "cut-short" else self.open  # one thing to say, not two
                yield Broken(self.reason(found, start), line, self.number)
                self.resume(start, found)
            else:
                yield from self.records_in(found, line)
        if self.open > 0:
            yield Broken("cut-short", self.line_at(len(self.text)), self.number)

    def reason(self, failure: _Failure, start: int) -> str:
        """What to say of it: JSON that is not UTF-8 begins with what UTF-8 cannot hold, or with zero bytes."""
        text = self.text[start : start + 64]
        return "not-utf8" if failure.reason == "not-json" and ("\ufffd" in text or "\0" in text) else failure.reason

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

    def records_in(self, value: dict[str, Any], line: int) -> Iterator[Found]:
        """The object, or the objects of its list where it is a wrapper that began with another name."""
        listed = value.get("Records", value.get("Events"))
        if not isinstance(listed, list):
            yield Found(value, line, self.number)
            return
        for each in listed:
            yield Found(each if isinstance(each, dict) else {}, line, self.number)
            self.number += 1

    def object(self) -> dict[str, Any] | _Failure:
        """The object that begins here, or what is wrong with it."""
        while True:
            try:
                value, end = _DECODER.raw_decode(self.text, self.at)
            except json.JSONDecodeError as error:
                if not self.may_go_on(error):
                    return _Failure("not-json", error.pos)
            except (ValueError, RecursionError):
                return _Failure("not-json", None)
            else:
                if not isinstance(value, dict):
                    return _Failure("not-json", self.at)
                self.at = end
                self.start_key = next(iter(value), self.start_key)
                return value
            if len(self.text) - self.at > MAX_CHARACTERS:
                return _Failure("too-long", None)
            if not self.fill():
                return _Failure("cut-short" if self.text[self.at] == "{" else "not-json", self.at)

    def may_go_on(self, error: json.JSONDecodeError) -> bool:
        """Whether the window's end, and no mistake, may be what stopped the decoder."""
        return error.msg.startswith("Unterminated string") or error.pos >= len(self.text) - _SLACK

    def resume(self, start: int, failure: _Failure) -> None:
        """Go to where the next object seems to begin: on a line of its own like the broken one, or as the last good one did.

        The latter only behind the mistake, or behind another object where it is not known, so that what nests without end
        is not tried again at every level.
        """
        line_start = self.text.rfind("\n", 0, self.at) + 1
        indent = self.text[line_start : self.at]
        own_line = re.compile(rf"(?<=\n){indent}(?=[{{\[])") if not indent.strip() else _NOWHERE
        behind = "" if failure.at is not None else r"(?<=[},])\s*"
        alike = re.compile(rf'{behind}(?=\{{\s*"{re.escape(self.start_key)}"\s*:)')
        ahead = max(failure.at or 0, self.at + 1) - self.at
        self.at += 1
        while True:
            places = (own_line.search(self.text, self.at), alike.search(self.text, self.at - 1 + ahead))
            found = min((place.end() for place in places if place is not None), default=None)
            if found is not None:
                self.at = found
                return
            kept = max(self.at, len(self.text) - len(self.start_key) - 64)
            self.at, ahead = kept, max(1, ahead - (kept - self.at))
            if not self.fill():
                self.at = len(self.text)
                return
