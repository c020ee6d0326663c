"""Rows of a drawing broken into lines that fit their box."""

from __future__ import annotations

from iamtutor.words.cells import cells, pieces


def wrapped(text: str, width: int, indent: str) -> list[str]:
    """The text in lines of at most `width` cells, broken at spaces; what follows the first line begins with `indent`.

    A word longer than a line is cut.
    """
    lines: list[str] = []
    line = text[: len(text) - len(text.lstrip(" "))]
    begun = False
    for word in text.strip(" ").split(" "):
        for piece in pieces(word, width - cells(indent)):
            if begun and cells(line) + 1 + cells(piece) > width:
                lines.append(line)
                line = indent + piece
            else:
                line += f" {piece}" if begun else piece
            begun = True
    return [*lines, line]
