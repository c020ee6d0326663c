"""Policies in colour: what a piece means, not merely what it is in JSON."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Sequence
from functools import lru_cache
from itertools import islice

from textual.content import Content, Span

from iamtutor.policy import Reading, Token, TokenKind, read
from iamtutor.tui.widgets.line_colours import LineColours
from iamtutor.tui.widgets.yaml_paint import YamlColours

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


class PolicyColours(LineColours):
    """The colours of a policy as it reads; a piece may run over several lines."""

    def __init__(self, reading: Reading) -> None:
        super().__init__(reading.text)
        self._tokens = reading.tokens

    def line_spans(self, index: int) -> Sequence[Span]:
        """The styles of a line."""
        line, offset = self._lines[index], self._starts[index]
        spans: list[Span] = []
        first = bisect_right(self._tokens, offset, key=_start) - 1
        for token in islice(self._tokens, max(first, 0), None):
            start, end = token.span.start - offset, token.span.end - offset
            if start >= len(line):
                break
            if end > 0:
                spans.append(Span(max(start, 0), min(end, len(line)), STYLES[token.kind]))
        spans.extend(Span(match.start(), match.end(), VARIABLE_STYLE) for match in _VARIABLE.finditer(line))
        return spans


@lru_cache(maxsize=4)
def colours_of(reading: Reading) -> PolicyColours:
    """The colours of a reading, worked out once: of a long text beside the screen."""
    return PolicyColours(reading)


def _start(token: Token) -> int:
    return token.span.start


@lru_cache(maxsize=64)
def painted(text: str) -> tuple[Content, ...]:
    """The lines of a policy that is only looked at."""
    return _painted(text, PolicyColours(read(text)))


@lru_cache(maxsize=64)
def painted_yaml(text: str) -> tuple[Content, ...]:
    """The lines of a YAML text that is only looked at."""
    return _painted(text, YamlColours(text))


def _painted(text: str, colours: LineColours) -> tuple[Content, ...]:
    return tuple(Content(line, list(colours.spans(number))) for number, line in enumerate(text.splitlines()))


@lru_cache(maxsize=256)
def painted_code(text: str) -> tuple[Content, ...]:
    """A policy, one statement of a policy, or any other text, which stays plain."""
    if not text.lstrip().startswith("{"):
        return tuple(Content(line) for line in text.splitlines())
    if '"Statement"' in text:
        return painted(text)
    return painted('{"Statement": [\n' + text + "\n]}")[1:-1]
