"""What a key does to a policy that is being written: pairs, steps over what closes them, and lines indented by structure."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from iamtutor.editing.change import Change, Spot
from iamtutor.editing.line_state import CLOSERS, OPENERS, bare, depth, indent_of, is_escaped, left_open, string_at

STEP: Final = "  "
_PAIRS: Final = {**OPENERS, '"': '"'}
_GIVES_WAY: Final = " \t,]}:"
"""Before these, and at the end of a line, what is opened is closed at once."""
SPECIAL: Final = frozenset('"{}[]')
"""The characters that may do more than stand in the text."""


def typed(lines: Sequence[str], start: Spot, end: Spot, char: str) -> Change | None:
    """What typing a character does beyond putting it in place of the selection; None where it does no more than that."""
    if char not in SPECIAL:
        return None
    start, end = min(start, end), max(start, end)
    if start != end:
        return _wrapped(lines, start, end, char)
    line, column = lines[start.row], start.column
    string = string_at(line, column)
    if char == '"':
        return _quote(line, start, string)
    if string is not None:
        return _in_variable(line, start, string, char)
    if char in OPENERS:
        return _pair(start, char) if _gives_way(line, column) else None
    if line[column : column + 1] == char and left_open(lines) <= 0:
        return _step_over(start)
    return _level(lines, start, char)


def _wrapped(lines: Sequence[str], start: Spot, end: Spot, char: str) -> Change | None:
    """The selection between a pair, still selected; a string cannot go over lines."""
    if char not in _PAIRS or (char == '"' and start.row != end.row):
        return None
    first, last = lines[start.row], lines[end.row]
    chosen = [*lines[start.row : end.row], last[: end.column]]
    chosen[0] = chosen[0][start.column :]
    if string_at(first, start.column) is not None:
        return None
    behind = Spot(end.row, end.column + (1 if start.row == end.row else 0))
    text = "\n".join(chosen)
    return Change.at(start, end, f"{char}{text}{_PAIRS[char]}", behind, Spot(start.row, start.column + 1))


def _quote(line: str, at: Spot, string: int | None) -> Change | None:
    if string is None:
        return _pair(at, '"') if _gives_way(line, at.column) else None
    if line[at.column : at.column + 1] == '"' and not is_escaped(line, at.column):
        return _step_over(at)
    return None


def _in_variable(line: str, at: Spot, string: int, char: str) -> Change | None:
    """Inside a string only the braces of a policy variable are a pair: `${…}`."""
    before = line[string : at.column]
    if char == "{" and before.endswith("$"):
        return _pair(at, char)
    inside = before.rpartition("${")
    if char == "}" and line[at.column : at.column + 1] == "}" and inside[1] and "}" not in inside[2]:
        return _step_over(at)
    return None


def _gives_way(line: str, column: int) -> bool:
    return column == len(line) or line[column] in _GIVES_WAY


def _pair(at: Spot, opener: str) -> Change:
    return Change.at(at, at, opener + _PAIRS[opener], Spot(at.row, at.column + 1))


def _step_over(at: Spot) -> Change:
    return Change.at(at, at, "", Spot(at.row, at.column + 1))


def _level(lines: Sequence[str], at: Spot, closer: str) -> Change | None:
    """A closing bracket at the beginning of a line goes below the line that opened it."""
    line = lines[at.row]
    if closer not in CLOSERS or line[: at.column].strip(" "):
        return None
    pending = 1
    for row in range(at.row - 1, -1, -1):
        pending -= depth(lines[row])
        if pending <= 0:
            indent = indent_of(lines[row])
            return Change.at(Spot(at.row, 0), at, indent + closer, Spot(at.row, len(indent) + 1))
    return None


def entered(lines: Sequence[str], start: Spot, end: Spot, *, colon_opens: bool = False) -> Change:
    """A new line: as deep as the structure is there; what closes a pair around the cursor goes on a line of its own.

    `colon_opens` is for YAML, where what belongs to a name stands deeper below it.
    """
    start, end = min(start, end), max(start, end)
    line = lines[start.row]
    before, after = line[: start.column], lines[end.row][end.column :]
    indent = indent_of(line)[: start.column]
    opens = max(depth(before.lstrip(" ")), 0) > 0 or bare(before).rstrip().endswith((*OPENERS, *(":" * colon_opens)))
    inner = indent + STEP * opens
    rest = after.lstrip(" ")
    opened = bare(before).rstrip()[-1:]
    closes = bool(rest) and opened in OPENERS and rest[0] == OPENERS[opened]
    if string_at(line, start.column) is not None:  # a string that is cut keeps its pieces as they are
        return Change.at(start, end, "\n" + indent, Spot(start.row + 1, len(indent)))
    end = Spot(end.row, end.column + len(after) - len(rest))  # the new line brings its own indentation
    cursor = Spot(start.row + 1, len(inner))
    return Change.at(start, end, f"\n{inner}\n{indent}" if closes else f"\n{inner}", cursor)


def erased(lines: Sequence[str], at: Spot) -> Change | None:
    """What Backspace does beyond taking one character: an empty pair goes whole, an indentation by one step."""
    line, column = lines[at.row], at.column
    if column == 0:
        return None
    opener, closer = line[column - 1], line[column : column + 1]
    if closer and _PAIRS.get(opener) == closer and _is_empty_pair(line, column, opener):
        return Change.at(Spot(at.row, column - 1), Spot(at.row, column + 1), "", Spot(at.row, column - 1))
    if column > 1 and not line[:column].strip(" "):
        back = (column - 1) // len(STEP) * len(STEP)
        return Change.at(Spot(at.row, back), at, "", Spot(at.row, back))
    return None


def _is_empty_pair(line: str, column: int, opener: str) -> bool:
    string = string_at(line, column)
    if opener == '"':
        return string == column - 1
    return string is None or (opener == "{" and line[string : column - 1].endswith("$"))
