"""The text beside the editor, in Korean, English, or both side by side.

Side by side the two languages are set block by block: a block begins on the same line in both columns, so they scroll
as one and never drift apart. What reads the same in both (a policy, requests) stands once across the whole width; two
drawings that are too wide for their columns stand below each other.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import groupby, zip_longest
from typing import ClassVar, Literal

from textual.binding import Binding
from textual.content import Content
from textual.geometry import Region
from textual.message import Message
from textual.reactive import reactive

from iamtutor.tui.widgets.lines import Lines
from iamtutor.tui.widgets.page import Act, Block, Box, Drawing, Prose, act_of
from iamtutor.tui.widgets.question import Question
from iamtutor.words import Lang

Mode = Literal["ko", "en", "both"]
MODES: tuple[Mode, ...] = ("ko", "en", "both")
WIDEST = 96
SOUGHT = "bold $badge-text on $accent"
"""What a search looked for, on the page that it opened."""


class TextPane(Lines):
    """One page. Its blocks are given; where each begins is known, so that a place survives a change of language."""

    BINDINGS: ClassVar[list[Binding | tuple[str, str] | tuple[str, str, str]]] = [
        Binding("enter", "act_in_hand", show=False),
        Binding("left,h,ㅗ", "hand(-1)", show=False),
        Binding("right,l,ㅣ", "hand(1)", show=False),
        *(Binding(str(number), f"pick_seen({number - 1})", show=False) for number in range(1, 10)),
    ]

    mode: reactive[Mode] = reactive[Mode]("ko", init=False)
    shown_alone: reactive[Lang | None] = reactive["Lang | None"](None, init=False)
    """The one language to show of both, where the pane is too narrow for two columns."""

    @dataclass
    class Load(Message):
        """The reader wants this policy in the editor."""

        key: str

    @dataclass
    class Traced(Message):
        """The reader wants to see how this request is decided."""

        request: str

    @dataclass
    class Picked(Message):
        """The reader picked an option of a question; "" gives what is picked as the answer."""

        key: str
        option: str

    @dataclass
    class Wrote(Message):
        """The reader wants to write the answer to a question."""

        key: str

    def __init__(self, *, id: str | None = None) -> None:  # noqa: A002 - Textual's name
        super().__init__(id=id)
        self._blocks: tuple[Block, ...] = ()
        self._starts: list[int] = []
        self._seen_to = 0
        self._place = (0, 0.0)
        self._is_holding = False
        self._hand: Act | None = None
        self._sought: re.Pattern[str] | None = None

    def seek(self, words: Sequence[str]) -> None:
        """Mark these words on the page from the next time it is shown; none marks nothing."""
        found = "|".join(re.escape(word) for word in sorted(words, key=len, reverse=True) if word.strip())
        self._sought = re.compile(found, re.IGNORECASE) if found else None

    @property
    def place(self) -> tuple[int, float]:
        """The block at the top of the view, and the share of it that lies above: what the reader moved to last."""
        return self._place

    @property
    def blocks(self) -> tuple[Block, ...]:
        """The page as it is shown."""
        return self._blocks

    @property
    def can_act(self) -> bool:
        """Whether there is something to do on the page."""
        return any(True for _ in self._acts(self._lines))

    @property
    def natural_width(self) -> int:
        """The cells that the page needs at least, so that no drawing is cut: borders and scrollbar counted in."""
        widest = max((block.width for block in self._blocks if isinstance(block, Drawing)), default=0)
        return widest + 1 + self.gutter.width + self.scrollbar_size_vertical if widest else 0

    @property
    def is_at_end(self) -> bool:
        """Whether the last line of the page has been in view since the page was shown."""
        return self._seen_to >= len(self._lines)

    def watch_scroll_y(self, old_value: float, new_value: float) -> None:
        """Remember how far was read."""
        super().watch_scroll_y(old_value, new_value)
        self._seen_to = max(self._seen_to, round(new_value) + self.size.height)
        # Where the page has become too short for the place, it is shown from further up; the reader has not moved.
        is_cut = new_value < old_value and new_value >= self.max_scroll_y
        if not self._is_holding and not is_cut:
            self._place = self._place_at(round(new_value))

    def show(self, blocks: Sequence[Block], *, keep_place: bool = False, place: tuple[int, float] = (0, 0.0)) -> None:
        """Show another page at a place of it, or the same page with something changed (`keep_place`)."""
        fresh = tuple(blocks)
        if fresh == self._blocks and keep_place:
            return
        self._blocks = fresh
        if not keep_place:
            self._seen_to = self.size.height
            self._place = place
            self._hand = None
        self.lines_changed()

    def scroll_to_block(self, index: int) -> None:
        """Bring the beginning of a block to the top."""
        if 0 <= index < len(self._starts):
            self._place = (index, 0.0)
            self._hold()

    def show_end_of(self, key: str) -> None:
        """Bring the end of a question into view, and of the rest as much as fits: after an answer it says why."""
        index = next(
            (n for n, block in enumerate(self._blocks) if isinstance(block, Question) and block.key == key), None
        )
        if index is not None:
            end = self._starts[index] + self._height(index)
            if end > self.scroll_offset.y + self.size.height:
                top = min(end - self.size.height, self._starts[index])
                self.scroll_to(y=top, animate=False, force=True)

    def lines_changed(self) -> None:
        """Set the lines again; what stood at the top stays there."""
        self._is_holding = True
        super().lines_changed()
        self._is_holding = False
        self._hold()

    def on_resize(self) -> None:
        """Set anew for the new size, at the same place."""
        super().on_resize()
        self._hold()

    def _hold(self) -> None:
        """Bring the place back to the top of the view."""
        self._is_holding = True
        self.scroll_to(y=self._row_of(self._place), animate=False, force=True)
        self._is_holding = False

    def _row_of(self, place: tuple[int, float]) -> int:
        index, share = place
        if index >= len(self._starts):
            return 0
        return self._starts[index] + round(share * self._height(index))

    def _place_at(self, row: int) -> tuple[int, float]:
        index = max((each for each, start in enumerate(self._starts) if start <= row), default=0)
        above = row - self._starts[index] if self._starts else 0
        return index, above / self._height(index) if above else 0.0

    def _height(self, index: int) -> int:
        """The lines from the beginning of a block to that of the next."""
        end = self._starts[index + 1] if index + 1 < len(self._starts) else len(self._lines)
        return max(1, end - self._starts[index])

    def set_lines(self, width: int) -> Sequence[Content]:
        """The page at this width."""
        inner = width - 1
        lines: list[Content] = []
        self._starts = []
        for block in self._blocks:
            if lines:
                lines.append(Content())
            self._starts.append(len(lines))
            lines.extend(self._block_lines(block, inner))
        if self._sought is not None:
            lines = [_marked(line, self._sought) for line in lines]
        for number in _lines_of(self._hand, lines) if self._hand is not None else ():
            lines[number] = (
                lines[number].pad_right(max(0, inner - lines[number].cell_length)).stylize_before("on $panel")
            )
        for number in _lines_of(self._hand, lines)[:1] if self._hand is not None else ():
            lines[number] = lines[number] + Content("⏎").stylize("bold $accent")
        return lines

    def _block_lines(self, block: Block, width: int) -> Sequence[Content]:
        if self.mode == "both" and self.shown_alone is None and not block.shared:
            return _below_each_other(block) if _is_too_wide(block, width) else _side_by_side(block, width)
        lang: Lang = self.shown_alone or ("en" if self.mode == "en" else "ko")
        return block.lines(lang, width if self.mode == "both" else min(width, WIDEST))

    def watch_shown_alone(self) -> None:
        """Set the text anew."""
        self.watch_mode()

    def watch_mode(self) -> None:
        """Set the text anew, at the block that was at the top."""
        self.lines_changed()

    def _seen(self) -> list[Block]:
        top, bottom = self.scroll_offset.y, self.scroll_offset.y + self.size.height
        ends = [*self._starts[1:], len(self._lines)]
        return [
            block
            for block, start, end in zip(self._blocks, self._starts, ends, strict=True)
            if end > top and start < bottom
        ]

    def terms_seen(self) -> list[str]:
        """The glossary's terms in view, in the order of the text."""
        langs: tuple[Lang, ...] = ("ko", "en")
        if self.mode != "both" or self.shown_alone is not None:
            langs = (self.shown_alone or ("en" if self.mode == "en" else "ko"),)
        found = [block.terms for block in self._seen() if isinstance(block, Prose | Box)]
        return list(dict.fromkeys(id_ for terms in found if terms for lang in langs for id_ in terms.ids(lang)))

    def action_act(self, kind: str, key: str, option: str) -> None:
        """Do what a place of the page is for."""
        if kind == "load":
            self.post_message(self.Load(key))
        elif kind == "trace":
            self.post_message(self.Traced(key))
        elif kind == "type":
            self.post_message(self.Wrote(key))
        else:
            self.post_message(self.Picked(key, option))

    def action_hand(self, by: int) -> None:
        """Take the next place where something can be done into the hand, from what is in view on."""
        acts = [act for act, _ in groupby(self._acts(self._lines))]
        if not acts:
            return
        if self._hand in acts:
            index = acts.index(self._hand) + by
        else:
            seen = self._acts(self._lines[self.scroll_offset.y : self.scroll_offset.y + self.size.height])
            first = next(iter(seen), None)
            index = (acts.index(first) if by > 0 else acts.index(first) - 1) if first is not None else 0
        self._hand = acts[max(0, min(len(acts) - 1, index))]
        self.lines_changed()
        rows = _lines_of(self._hand, self._lines)
        self.scroll_to_region(Region(0, rows[0], 1, rows[-1] - rows[0] + 1), animate=False, force=True)

    def action_act_in_hand(self) -> None:
        """Do what is in hand; with nothing in hand what is nearest: answer, load the first policy, trace a request."""
        if self._hand is not None:
            hand = self._hand
            self.action_act(hand.kind, hand.key, hand.option)
            return
        for block in self._seen():
            if isinstance(block, Question) and (block.can_confirm or (block.way == "text" and block.judged is None)):
                self.action_act("confirm" if block.can_confirm else "type", block.key, "")
                return
        acts = list(self._acts(self._lines[self.scroll_offset.y : self.scroll_offset.y + self.size.height]))
        for kind in ("load", "trace"):
            for act in acts:
                if act.kind == kind:
                    self.action_act(act.kind, act.key, act.option)
                    return

    def action_pick_seen(self, option: int) -> None:
        """Answer the first question in view that is still open."""
        for block in self._seen():
            if isinstance(block, Question) and option < len(block.open_options):
                self.action_act("pick", block.key, block.open_options[option].id)
                return

    @staticmethod
    def _acts(lines: Sequence[Content]) -> Iterator[Act]:
        """What can be done in these lines, in their order."""
        for line in lines:
            for span in line.spans:
                act = act_of(span.style)
                if act is not None:
                    yield act


def _marked(line: Content, sought: re.Pattern[str]) -> Content:
    for match in sought.finditer(line.plain):
        line = line.stylize(SOUGHT, *match.span())
    return line


def _is_too_wide(block: Block, width: int) -> bool:
    return isinstance(block, Drawing) and block.width > (width - 3) // 2


def _below_each_other(block: Block) -> list[Content]:
    ko, en = list(block.lines("ko", WIDEST)), list(block.lines("en", WIDEST))
    return ko if [line.plain for line in ko] == [line.plain for line in en] else [*ko, Content(), *en]


def _side_by_side(block: Block, width: int) -> list[Content]:
    column = (width - 3) // 2
    divider = Content(" │ ").stylize("$line")
    pairs = zip_longest(block.lines("ko", column), block.lines("en", width - 3 - column), fillvalue=Content())
    return [left.pad_right(max(0, column - left.cell_length)) + divider + right for left, right in pairs]


def _lines_of(act: Act, lines: Sequence[Content]) -> list[int]:
    """The lines that belong to something that can be done."""
    return [number for number, line in enumerate(lines) if any(act_of(span.style) == act for span in line.spans)]
