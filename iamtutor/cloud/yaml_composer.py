"""From the YAML parser's events to plain data, with the place of everything and all that is wrong with it."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any, Final, NamedTuple

import yaml

from iamtutor.cloud.places import ContentError, Json, KeyPath, Place, Places
from iamtutor.policy.finding import Argument, Finding, Lines, Span

MAX_DEPTH: Final = 40
MAX_VALUES: Final = 100_000
"""How many values a text may hold when every alias is written out, where nothing else is said."""
MAX_FINDINGS: Final = 50

_LOADER: Final[Any] = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
_INTEGER: Final = re.compile(r"-?(?:0|[1-9][0-9]{0,17})")
_DECIMAL: Final = re.compile(r"-?(?:0|[1-9][0-9]{0,17})(?:\.[0-9]{1,18})?(?:[eE][-+]?[0-9]{1,2})?")
_ACCOUNT_ID: Final = re.compile(r"[0-9]{12}")
_LEADING_ZERO: Final = re.compile(r"0[0-9]+")
_CONSTANTS: Final[dict[str, bool | None]] = {
    "": None,
    "~": None,
    "null": None,
    "Null": None,
    "NULL": None,
    "true": True,
    "True": True,
    "TRUE": True,
    "false": False,
    "False": False,
    "FALSE": False,
}
_NEEDS_QUOTES: Final = "*&!|>%@`"


class _Node(NamedTuple):
    """What was made of one value: the value, how many values it holds, how deep it is, and where it ends."""

    value: Json
    size: int
    height: int
    end: int


_NOTHING: Final = _Node(None, 1, 0, 0)


class _TooMuchError(Exception):
    """A limit was passed: the rest need not be read."""


class Composer:
    """Builds plain data from the events of one text."""

    def __init__(self, text: str, name: str, most_values: int = MAX_VALUES) -> None:
        self.text = text
        self.most_values = most_values
        self.places = Places(name, Lines(text), {})
        self.findings: list[Finding] = []
        self.anchors: dict[str, _Node] = {}
        self.size = 0
        self.events: Iterator[Any] = iter(())

    def compose(self) -> tuple[Json, Places]:
        """The value of the text and its places. Raises ContentError with all that is wrong."""
        value: Json = None
        try:
            self.events = iter(yaml.parse(self.text, Loader=_LOADER))
            value = self._document()
        except yaml.YAMLError as error:
            self.findings.append(self._syntax_finding(error))
        except _TooMuchError:
            pass
        except (ValueError, OverflowError):  # the parser's own, at directives and escapes that it does not check
            self._complain("cloud.yaml-syntax", (), 0, 0)
        if self.findings:
            raise ContentError(self.findings[:MAX_FINDINGS])
        return value, self.places

    def _document(self) -> Json:
        next(self.events)  # the stream's start
        event = next(self.events)
        if isinstance(event, yaml.StreamEndEvent):
            return None
        node = self._value(next(self.events), (), None, 1)
        next(self.events)  # the document's end
        event = next(self.events)
        if not isinstance(event, yaml.StreamEndEvent):
            self._complain("cloud.yaml-several-documents", (), event.start_mark.index, event.start_mark.index)
        return node.value

    def _value(self, event: Any, path: KeyPath, key: Span | None, depth: int) -> _Node:
        start, end = event.start_mark.index, event.end_mark.index
        self.places.by_path[path] = Place(key, Span(start, end))
        if depth > MAX_DEPTH:
            self._stop("cloud.yaml-too-deep", path, start, end, limit=MAX_DEPTH)
        if isinstance(event, yaml.AliasEvent):
            return self._alias(event, path, depth)
        self._grow(1, path, start, end)
        if event.tag is not None:
            self._complain("cloud.yaml-tag", path, start, end, tag=event.tag)
        if isinstance(event, yaml.ScalarEvent):
            node = _Node(self._scalar(event, path), 1, 0, end)
        else:
            is_mapping = isinstance(event, yaml.MappingStartEvent)
            node = self._mapping(path, depth) if is_mapping else self._sequence(path, depth)
            self.places.by_path[path] = Place(key, Span(start, node.end))
        if event.anchor is not None:
            self.anchors[event.anchor] = node
        return node

    def _alias(self, event: Any, path: KeyPath, depth: int) -> _Node:
        start, end = event.start_mark.index, event.end_mark.index
        node = self.anchors.get(event.anchor)
        if node is None:
            self._complain("cloud.yaml-unknown-alias", path, start, end, alias=event.anchor)
            return _NOTHING._replace(end=end)
        if depth + node.height > MAX_DEPTH:
            self._stop("cloud.yaml-too-deep", path, start, end, limit=MAX_DEPTH)
        self._grow(node.size, path, start, end)
        return node._replace(end=end)

    def _mapping(self, path: KeyPath, depth: int) -> _Node:
        found: dict[str, Json] = {}
        size, height, end = 1, 0, 0
        while not isinstance(event := next(self.events), yaml.MappingEndEvent):
            name, span = self._key(event, path, depth)
            inner = (*path, name)
            if name in found:
                self._complain("cloud.yaml-duplicate-key", inner, span.start, span.end, name=name)
            node = self._value(next(self.events), inner, span, depth + 1)
            found[name] = node.value
            size, height, end = size + node.size, max(height, node.height + 1), node.end
        return _Node(found, size, height, self._end_of(event, end))

    def _sequence(self, path: KeyPath, depth: int) -> _Node:
        found: list[Json] = []
        size, height, end = 1, 0, 0
        while not isinstance(event := next(self.events), yaml.SequenceEndEvent):
            node = self._value(event, (*path, len(found)), None, depth + 1)
            found.append(node.value)
            size, height, end = size + node.size, max(height, node.height + 1), node.end
        return _Node(found, size, height, self._end_of(event, end))

    @staticmethod
    def _end_of(event: Any, last: int) -> int:
        """A flow collection ends at its bracket; a block ends with its last value, not at the next token."""
        start, end = event.start_mark.index, event.end_mark.index
        return int(end) if end > start or not last else last

    def _key(self, event: Any, path: KeyPath, depth: int) -> tuple[str, Span]:
        span = Span(event.start_mark.index, event.end_mark.index)
        if not isinstance(event, yaml.ScalarEvent):
            self._complain("cloud.yaml-key-not-text", path, *span)
            if isinstance(event, yaml.AliasEvent):
                return "", span
            return "", span._replace(end=self._value(event, (*path, ""), span, depth + 1).end)
        if event.tag is not None:
            self._complain("cloud.yaml-tag", path, *span, tag=event.tag)
        if event.implicit[0] and event.value == "<<":
            self._complain("cloud.yaml-merge-key", (*path, "<<"), *span)
        if event.anchor is not None:
            self.anchors[event.anchor] = _Node(event.value, 1, 0, span.end)
        return str(event.value), span

    def _scalar(self, event: Any, path: KeyPath) -> Json:
        text: str = event.value
        if not event.implicit[0]:
            return text
        if text in _CONSTANTS:
            return _CONSTANTS[text]
        if not (text[0] == "-" or text[0].isdigit()):
            return text
        span = event.start_mark.index, event.end_mark.index
        if _ACCOUNT_ID.fullmatch(text):
            self._complain("cloud.yaml-unquoted-account", path, *span, value=text)
        elif _LEADING_ZERO.fullmatch(text):
            self._complain("cloud.yaml-leading-zero", path, *span, value=text)
        elif _INTEGER.fullmatch(text):
            return int(text)
        elif _DECIMAL.fullmatch(text):
            return float(text)
        return text

    def _grow(self, size: int, path: KeyPath, start: int, end: int) -> None:
        self.size += size
        if self.size > self.most_values:
            self._stop("cloud.yaml-too-many-values", path, start, end, limit=self.most_values)

    def _stop(self, code: str, path: KeyPath, start: int, end: int, **arguments: Argument) -> None:
        self._complain(code, path, start, end, **arguments)
        raise _TooMuchError

    def _complain(self, code: str, path: KeyPath, start: int, end: int, **arguments: Argument) -> None:
        line = self.places.lines.position(start).line
        finding = Finding(code, span=Span(start, end), arguments={**arguments, "at": line}, path=path)
        self.findings.append(_from(self.places.source, finding))

    def _syntax_finding(self, error: yaml.YAMLError) -> Finding:
        code, offset, arguments = _diagnosis(error, self.text)
        line = self.places.lines.position(offset).line
        span = Span(offset, min(offset + 1, len(self.text)))
        return Finding(code, span=span, arguments={**arguments, "at": line}, source=self.places.source)


def _from(source: str, finding: Finding) -> Finding:
    return Finding(finding.code, finding.severity, finding.span, finding.arguments, finding.path, source)


def _diagnosis(error: yaml.YAMLError, text: str) -> tuple[str, int, dict[str, Argument]]:
    """What a syntax error most likely is, where, and the arguments of its message; the parser's English is not shown."""
    if isinstance(error, yaml.reader.ReaderError):
        return "cloud.yaml-character", int(error.position), {}
    problem = str(getattr(error, "problem", "") or "")
    mark = getattr(error, "problem_mark", None)
    context = getattr(error, "context_mark", None)
    offset = mark.index if mark is not None else 0
    opened = context.index if context is not None else offset
    character = text[offset : offset + 1]
    before = text[offset - 1 : offset] if offset else ""
    if character == "\t":
        return "cloud.yaml-tab", offset, {}
    if "mapping values are not allowed" in problem:
        return "cloud.yaml-colon", offset, {}
    if "unexpected end of stream" in problem:
        return "cloud.yaml-open-quote", opened, {}
    if "',' or" in problem:
        return "cloud.yaml-open-bracket", opened, {"character": text[opened : opened + 1]}
    for sign, at in ((character, offset), (before, offset - 1)):
        if sign and sign in _NEEDS_QUOTES:
            return "cloud.yaml-needs-quotes", at, {"character": sign}
    return "cloud.yaml-syntax", offset, {}
