"""Policies in colour: what a piece means, not merely what it is in JSON."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterable
from functools import lru_cache

from textual.content import Content, Span

from iamtutor.policy import Reading, TokenKind, read

STYLES: dict[TokenKind, str] = {
    TokenKind.PUNCTUATION: "$dim",
    TokenKind.KEY_ELEMENT: "$element",
    TokenKind.KEY_OPERATOR: "$key",
    TokenKind.KEY_CONDITION: "$key italic",
    TokenKind.KEY_PRINCIPAL_TYPE: "$key",
    TokenKind.KEY_UNKNOWN: "$deny underline",
    TokenKind.ALLOW: "bold $allow",
    TokenKind.DENY: "bold $deny",
    TokenKind.ACTION: "$action",
    TokenKind.RESOURCE: "$string",
    TokenKind.STRING: "$string",
    TokenKind.NUMBER: "$number",
    TokenKind.LITERAL: "$number",
    TokenKind.COMMENT: "$faint italic",
    TokenKind.ERROR: "$deny underline",
}
VARIABLE_STYLE = "$variable"
_VARIABLE = re.compile(r"\$\{[^}\"]*\}")


def line_spans(reading: Reading) -> list[list[Span]]:
    """For every line of the text the styles of its pieces, by column from 0; a piece may run over several lines."""
    text = reading.text
    starts = [0, *(match.end() for match in re.finditer(r"\r\n|\r|\n", text))]
    spans: list[list[Span]] = [[] for _ in starts]
    for token in reading.tokens:
        _spread(spans, starts, token.span.start, token.span.end, STYLES[token.kind])
    for match in _VARIABLE.finditer(text):
        _spread(spans, starts, match.start(), match.end(), VARIABLE_STYLE)
    return spans


def _spread(spans: list[list[Span]], starts: list[int], start: int, end: int, style: str) -> None:
    line = bisect_right(starts, start) - 1
    while start < end:
        line_end = starts[line + 1] if line + 1 < len(starts) else end
        spans[line].append(Span(start - starts[line], min(end, line_end) - starts[line], style))
        start = line_end
        line += 1


@lru_cache(maxsize=64)
def painted(text: str) -> tuple[Content, ...]:
    """The lines of a policy that is only looked at."""
    reading = read(text)
    return tuple(_lines(text.splitlines(), line_spans(reading)))


@lru_cache(maxsize=256)
def painted_code(text: str) -> tuple[Content, ...]:
    """A policy, one statement of a policy, or any other text, which stays plain."""
    if not text.lstrip().startswith("{"):
        return tuple(Content(line) for line in text.splitlines())
    if '"Statement"' in text:
        return painted(text)
    return painted('{"Statement": [\n' + text + "\n]}")[1:-1]


def _lines(lines: Iterable[str], spans: list[list[Span]]) -> Iterable[Content]:
    for number, line in enumerate(lines):
        yield Content(line, [span for span in spans[number] if span.start < len(line)])
