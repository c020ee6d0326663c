"""YAML in colour, as far as a text about attachments needs it: names, their elements, and what they are given."""

from __future__ import annotations

import re
from collections.abc import Sequence

from textual.content import Span

from iamtutor.tui.widgets.line_colours import LineColours

_PIECES = re.compile(
    r"(?P<comment>(?:(?<=\s)|^)#.*)"
    r"|(?P<owner>[^\s{}\[\],#]+/[^\s{}\[\],]*?)(?=\s*:(?:\s|$))"
    r"|(?P<element>[A-Za-z_]+)(?=\s*:(?:\s|$))"
    r"|(?P<mark>[{}\[\],]|:(?=\s|$)|-(?=\s))"
    r"|(?P<value>[^\s{}\[\],]+)"
)
_STYLES = {"comment": "$faint italic", "owner": "$key", "element": "$element", "mark": "$dim", "value": "$string"}


class YamlColours(LineColours):
    """The colours of a YAML text; each line is looked at by itself."""

    def line_spans(self, index: int) -> Sequence[Span]:
        """The styles of a line."""
        return [
            Span(match.start(), match.end(), _STYLES[match.lastgroup or "value"])
            for match in _PIECES.finditer(self._lines[index])
        ]
