"""What is wrong with the JSON of a text, collected while its tree is assembled: each mistake at its place, with its path."""

from __future__ import annotations

import re
from typing import Final

from iamtutor.policy.finding import Argument, Finding, Lines, Span
from iamtutor.policy.frame import Frame, State
from iamtutor.policy.tree import Path

MAX_FINDINGS: Final = 200
"""So many mistakes of JSON are listed; one more finding then says that there are others."""

_COMMA: Final = State.COMMA
_LINE_END: Final = re.compile(r"[\n\r]|\Z")


class Mistakes:
    """The findings of one text, and the containers that are open where the next one is made."""

    def __init__(self, text: str, lines: Lines) -> None:
        self.text = text
        self.lines = lines
        self.frames: list[Frame] = []
        self.findings: list[Finding] = []
        self._line_span = (0, -1)

    def _report_strictly(self, frame: Frame, code: str, span: Span, **arguments: Argument) -> None:
        """Report, but for a place where an earlier mistake already took what is missing."""
        if not frame.lenient:
            self.report(code, span.start, span.end, **arguments)

    def report(self, code: str, start: int, end: int, **arguments: Argument) -> None:
        """Report a mistake at its place, with the path of the containers that are open."""
        if len(self.findings) == MAX_FINDINGS:
            code, arguments = "json.too-many", {"limit": MAX_FINDINGS}
        if len(self.findings) <= MAX_FINDINGS:
            self.findings.append(Finding(code, span=Span(start, end), arguments=arguments, path=self._path()))

    def _path(self) -> Path:
        steps: list[str | int] = []
        for frame in self.frames:
            if not frame.is_object:
                steps.append(len(frame.node.items) - (frame.state is _COMMA))
            elif frame.member is not None:
                steps.append(frame.member.key.text)
        return tuple(steps)

    def line_end(self, offset: int) -> int:
        """Where the line of `offset` ends; remembered, for many mistakes can stand in one long line."""
        start, end = self._line_span
        if not start <= offset <= end:
            found = _LINE_END.search(self.text, offset)
            self._line_span = (offset, found.start() if found else len(self.text))
        return self._line_span[1]
