"""Markdown set into lines of a given width: one list of `Content`, no widget for each paragraph.

Textual's own Markdown widget costs about 3 ms a block; a page set here costs that as a whole. Wrapping counts cells, and
list items hang below their mark. Markdown-it is imported by the first page, never before the first paint.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from functools import lru_cache
from typing import TYPE_CHECKING, Protocol

from rich.cells import cell_len
from textual.content import Content, Span

if TYPE_CHECKING:
    from markdown_it import MarkdownIt
    from markdown_it.token import Token

CODE = "$accent"
STRONG = "bold"
EM = "italic"
LINK = "$primary underline"
HEADING = "bold $primary"
BULLETS = ("•", "◦", "·")


@lru_cache(maxsize=1)
def _parser() -> MarkdownIt:
    from markdown_it import MarkdownIt

    return MarkdownIt("commonmark").enable("table")


class Marker(Protocol):
    """Marks some words of a text, such as terms where they first occur. Hashable: what is set is kept."""

    def marked(self, content: Content, done: set[str]) -> Content:
        """A paragraph with its marks; `done` names what is marked already in this text, and is added to."""
        ...


@lru_cache(maxsize=256)
def typeset(markdown: str, width: int, marker: Marker | None = None) -> tuple[Content, ...]:
    """The lines of a Markdown text, each at most `width` cells; a blank line stands between blocks."""
    return tuple(_Setter(max(width, 8), marker).set(_parser().parse(markdown)))


def paragraphs(markdown: str) -> Iterator[Content]:
    """Every paragraph and table cell of a Markdown text, unwrapped; headings are left out."""
    heading = False
    for token in _parser().parse(markdown):
        if token.type in ("heading_open", "heading_close"):
            heading = token.type == "heading_open"
        elif token.type == "inline" and not heading:
            yield _inline(token.children or [])


def inline(markdown: str) -> Content:
    """One stretch of Markdown without blocks, as one line."""
    tokens = _parser().parseInline(markdown)
    return _inline(tokens[0].children or []) if tokens else Content()


def wrap(content: Content, width: int) -> list[Content]:
    """`content` in lines of at most `width` cells, without blanks at line ends."""
    return [line.rstrip() for line in content.wrap(max(width, 4))]


def hang(content: Content, width: int, first: Content, rest: Content | None = None) -> list[Content]:
    """`content` wrapped beside `first`; the lines below stand under its beginning, after `rest` where given."""
    indent = cell_len(first.plain)
    below = rest if rest is not None else Content(" " * indent)
    lines = wrap(content, width - max(indent, cell_len(below.plain))) or [Content()]
    return [first + lines[0], *(below + line for line in lines[1:])]


def _inline(children: Iterable[Token]) -> Content:
    text: list[str] = []
    spans: list[Span] = []
    opened: list[tuple[int, str]] = []
    length = 0

    def add(piece: str) -> None:
        nonlocal length
        text.append(piece)
        length += len(piece)

    for token in children:
        if token.type == "code_inline":
            spans.append(Span(length, length + len(token.content), CODE))
            add(token.content)
        elif token.type in ("strong_open", "em_open", "link_open"):
            opened.append((length, {"strong_open": STRONG, "em_open": EM, "link_open": LINK}[token.type]))
        elif token.type in ("strong_close", "em_close", "link_close"):
            start, style = opened.pop()
            spans.append(Span(start, length, style))
        elif token.type == "softbreak":
            add(" ")
        elif token.type == "hardbreak":
            add("\n")
        else:
            add(token.content)
    return Content("".join(text), spans)


class _Setter:
    """Walks the block tokens of one text; keeps the lists it is in."""

    def __init__(self, width: int, marker: Marker | None) -> None:
        self._width = width
        self._marker = marker
        self._done: set[str] = set()
        self._lines: list[Content] = []
        self._lists: list[int | None] = []
        self._mark: Content | None = None
        self._tight = False
        self._quotes = 0

    def set(self, tokens: Sequence[Token]) -> list[Content]:
        index = 0
        while index < len(tokens):
            token = tokens[index]
            if token.type == "table_open":
                end = next(i for i in range(index, len(tokens)) if tokens[i].type == "table_close")
                self._gap()
                self._lines.extend(_table(tokens[index:end], self._width, self._marked))
                index = end
            else:
                self._block(token, tokens[index + 1] if index + 1 < len(tokens) else None)
            index += 1
        return self._lines

    def _marked(self, content: Content) -> Content:
        return content if self._marker is None else self._marker.marked(content, self._done)

    def _gap(self) -> None:
        if self._lines and self._lines[-1].plain.strip(" ▎") and self._mark is None:
            self._lines.append(Content("▎", [Span(0, 1, "$line-strong")]) if self._quotes else Content())

    def _block(self, token: Token, following: Token | None) -> None:
        if token.type == "heading_open":
            self._gap()
            content = _inline(following.children or []) if following is not None else Content()
            self._lines.extend(line.stylize(HEADING) for line in wrap(content, self._width))
        elif token.type == "paragraph_open" and following is not None:
            if not (self._lists and (token.hidden or self._tight)):
                self._gap()
            self._paragraph(self._marked(_inline(following.children or [])))
        elif token.type in ("bullet_list_open", "ordered_list_open"):
            if not self._lists:
                self._gap()
            start = int(token.attrs.get("start", 1)) if token.type == "ordered_list_open" else None
            self._lists.append(start)
        elif token.type in ("bullet_list_close", "ordered_list_close"):
            self._lists.pop()
        elif token.type == "list_item_open":
            self._item()
        elif token.type == "blockquote_open":
            self._gap()
            self._quotes += 1
        elif token.type == "blockquote_close":
            self._quotes -= 1
        elif token.type == "hr":
            self._gap()
            self._lines.append(Content("─" * self._width, [Span(0, self._width, "$line")]))
        elif token.type in ("fence", "code_block"):
            self._gap()
            indent = Content(self._indent() + "  ")
            for line in token.content.rstrip("\n").split("\n"):
                self._lines.extend(hang(Content(line).stylize("$string"), self._width, indent, indent))

    def _indent(self) -> str:
        return "  " * len(self._lists)

    def _item(self) -> None:
        count = self._lists[-1]
        depth = len(self._lists)
        before = "  " * (depth - 1)
        if count is None:
            mark = BULLETS[min(depth, len(BULLETS)) - 1]
        else:
            mark = f"{count}."
            self._lists[-1] = count + 1
        self._mark = Content(f"{before}{mark} ").stylize("$primary")

    def _paragraph(self, content: Content) -> None:
        if self._quotes:
            bar = Content("▎ ", [Span(0, 1, "$line-strong")])
            lines = hang(content, self._width, bar, bar)
        elif self._mark is not None:
            lines = hang(content, self._width, self._mark)
            self._mark = None
        else:
            indent = Content(self._indent())
            lines = hang(content, self._width, indent, indent)
        self._lines.extend(lines)


def _table(tokens: Sequence[Token], width: int, marked: Callable[[Content], Content]) -> list[Content]:
    rows: list[list[Content]] = []
    for index, token in enumerate(tokens):
        if token.type == "tr_open":
            rows.append([])
        elif token.type in ("th_open", "td_open"):
            rows[-1].append(marked(_inline(tokens[index + 1].children or [])))
    widths = _column_widths(rows, width)
    lines: list[Content] = []
    for number, row in enumerate(rows):
        cells = [wrap(cell, column) for cell, column in zip(row, widths, strict=True)]
        for y in range(max(map(len, cells), default=0)):
            parts = [
                (cell[y] if y < len(cell) else Content()).pad_right(
                    max(0, column - (cell[y].cell_length if y < len(cell) else 0))
                )
                for cell, column in zip(cells, widths, strict=True)
            ]
            line = Content("  ").join(parts).rstrip()
            lines.append(line.stylize("bold $dim") if number == 0 else line)
        if number == 0:
            lines.append(Content("  ".join("─" * column for column in widths)).stylize("$line"))
    return lines


def _column_widths(rows: Sequence[Sequence[Content]], width: int) -> list[int]:
    """Natural widths where they fit; else the widest columns give first, none below 6 cells."""
    columns = max(map(len, rows))
    widths = [max(row[i].cell_length for row in rows if i < len(row)) for i in range(columns)]
    room = width - 2 * (columns - 1)
    while sum(widths) > room and max(widths) > 6:
        widths[widths.index(max(widths))] -= 1
    return widths
