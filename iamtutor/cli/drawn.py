"""A decision drawn on a terminal: the picture of the app, in lines."""

from __future__ import annotations

import shutil
from collections.abc import Collection, Iterator
from typing import Final

from iamtutor.access import Decision
from iamtutor.access.picture import Spot, Tone, draw, path_of
from iamtutor.cli.terminal import Terminal

_COLOURS: Final[dict[Tone, str]] = {
    "strong": "strong",
    "allow": "good",
    "deny": "bad",
    "dim": "quiet",
    "faint": "quiet",
    "line": "quiet",
}
_WIDEST: Final = 110


def drawn_lines(decision: Decision, given: Collection[str], terminal: Terminal) -> Iterator[str]:
    """The picture with every box open, as wide as the terminal up to a readable width."""
    width = min(_WIDEST, shutil.get_terminal_size().columns)
    opened = {Spot(number): False for number in range(len(path_of(decision).steps))}
    for line in draw(decision, width, terminal.lang, given=given, folds=opened).lines:
        yield "".join(
            terminal.paint(piece.text, _COLOURS[piece.tone]) if piece.tone in _COLOURS else piece.text for piece in line
        )
