"""The top-level blocks of a Markdown text, with their lines: the first half of reading a step."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache
from typing import Literal

from markdown_it import MarkdownIt

_BOX = re.compile(r"^\[!(?P<kind>[A-Z]+)\][ \t]*(?:\n|$)")


@dataclass(frozen=True, slots=True)
class Block:
    """One block: `start` and `end` are lines from 0, `end` exclusive; `info` is a fence's info string or a box's kind."""

    type: Literal["heading", "fence", "box", "prose"]
    start: int
    end: int
    text: str
    info: str = ""
    level: int = 0


@lru_cache(maxsize=1)
def _parser() -> MarkdownIt:
    return MarkdownIt("commonmark").enable("table")


def read_blocks(text: str) -> Iterator[Block]:
    """The blocks of `text`; neighbouring blocks of prose are one, with the blank lines between them."""
    text = text.replace("\r\n", "\n").replace("\r", "\n")
    lines = text.split("\n")
    prose: tuple[int, int] | None = None
    for block in _top_level(text, lines):
        if block.type == "prose":
            prose = (prose[0] if prose else block.start, block.end)
            continue
        if prose:
            yield _prose(lines, *prose)
            prose = None
        yield block
    if prose:
        yield _prose(lines, *prose)


def _prose(lines: list[str], start: int, end: int) -> Block:
    return Block("prose", start, end, "\n".join(lines[start:end]).strip("\n"))


def _top_level(text: str, lines: list[str]) -> Iterator[Block]:
    tokens = _parser().parse(text)
    for index, token in enumerate(tokens):
        if token.level != 0 or token.nesting < 0 or token.map is None:
            continue
        start, end = token.map
        if token.type == "fence":
            yield Block("fence", start, end, token.content, token.info.strip())
        elif token.type == "heading_open":
            yield Block("heading", start, end, tokens[index + 1].content, level=int(token.tag[1]))
        elif token.type == "blockquote_open":
            yield _quote(lines, start, end)
        else:
            yield Block("prose", start, end, "")


def _quote(lines: list[str], start: int, end: int) -> Block:
    inner = "\n".join(re.sub(r"^ {0,3}> ?", "", line) for line in lines[start:end]).strip("\n")
    match = _BOX.match(inner)
    if match is None:
        return Block("prose", start, end, "")
    return Block("box", start, end, inner[match.end() :].strip("\n"), match["kind"])
