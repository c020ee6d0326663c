"""The relation of two policies: one sentence with its sign, and for each side what only that side allows."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final, Literal

from rich.cells import cell_len
from textual.content import Content

from iamtutor.reason import OneWay, Relation
from iamtutor.tui.screens.playground.pair import SIDES, Answer, Side
from iamtutor.tui.screens.playground.told import Told, told
from iamtutor.tui.speaking import lang_of, say
from iamtutor.tui.widgets.cells import fit, shorten, shorten_middle
from iamtutor.tui.widgets.rows import Rows

State = Literal["current", "comparing", "unreadable", "unavailable"]

SIGNS: Final[dict[Relation, tuple[str, str]]] = {
    Relation.EQUIVALENT: ("≡", "$allow"),
    Relation.BROADER: ("⊃", "$accent"),
    Relation.NARROWER: ("⊂", "$accent"),
    Relation.INCOMPARABLE: ("≠", "$accent"),
    Relation.UNKNOWN: ("?", "$dim"),
}


@dataclass(frozen=True)
class Shown:
    """What the table shows: an answer, how it stands to the texts, and whose text cannot be read."""

    answer: Answer | None = None
    state: State = "comparing"
    unreadable: tuple[Side, ...] = ()
    problem: str = ""


class ResultTable(Rows):
    """Two rows, one a side. An answer that is no longer that of the texts is grey, and the sentence says so."""

    def __init__(self) -> None:
        super().__init__(id="result")
        self._shown = Shown()

    def show(self, shown: Shown) -> None:
        """Show this; the cursor leaves a side that shows nothing for one that shows a request."""
        if shown != self._shown:
            self._shown = shown
            if self.witness_side is None:
                side = next((side for side in SIDES if self._has_request(side)), None)
                self.set_reactive(Rows.cursor, SIDES.index(side) if side is not None else max(self.cursor, 0))
        self.say_again()

    def say_again(self) -> None:
        """Say it in the language chosen now."""
        self.border_title = say(self, "tui.play-result")
        self.rows_changed()

    @property
    def side(self) -> Side:
        """The side whose row is in hand."""
        return SIDES[max(self.cursor, 0)]

    @property
    def witness_side(self) -> Side | None:
        """The side in hand, where its row shows a request."""
        return self.side if self.cursor >= 0 and self._has_request(self.side) else None

    @property
    def is_cut(self) -> bool:
        """Whether the row in hand has no room for all of its request."""
        return self.witness_side is not None and self.row(self.cursor, 10_000).cell_length > self.line_width

    def _has_request(self, side: Side) -> bool:
        return self._shown.answer is not None and self._shown.answer.only(side).witness is not None

    def row_count(self) -> int:
        """One a side, also while nothing is known: nothing moves when it becomes known."""
        return 2

    def heading(self, width: int) -> Content:
        """The sign and the sentence."""
        answer = self._shown.answer
        if answer is None:
            return Content(shorten(f" {self.sentence}", width)).stylize("$dim")
        sign, tone = SIGNS[answer.comparison.relation]
        old = self._is_old
        badge = Content(f" A {sign} B ").stylize("$faint" if old else f"bold {tone}")
        words = Content(shorten(self.sentence, width - badge.cell_length - 1))
        return badge + " " + words.stylize("$dim" if old else "bold $foreground")

    @property
    def _is_old(self) -> bool:
        return self._shown.state != "current"

    @property
    def sentence(self) -> str:
        """The relation in words, or why there is none now."""
        shown = self._shown
        if shown.state == "unavailable":
            return shown.problem
        if shown.state == "unreadable":
            sides = " · ".join(side.upper() for side in shown.unreadable)
            message = "tui.play-unreadable" if shown.answer is None else "tui.play-unreadable-old"
            return say(self, message, sides=sides)
        if shown.answer is None or shown.state == "comparing":
            return say(self, "tui.play-comparing")
        return say(self, f"tui.play-{shown.answer.comparison.relation}")

    def row(self, index: int, width: int) -> Content:
        """What only this side allows."""
        side = SIDES[index]
        labels = [say(self, "tui.play-only", side=each.upper()) for each in SIDES]
        column = max(map(cell_len, labels)) + 2
        answer = self._shown.answer
        if answer is None:
            return Content.assemble(("   ", ""), (fit(labels[index], column), "$faint"), ("–", "$faint"))
        mark, tone, words = self._found(answer.only(side), width - 3 - column)
        row = Content.assemble((f" {mark} ", f"bold {tone}"), (fit(labels[index], column), "bold")) + words
        return Content(row.plain).stylize("$faint") if self._is_old else row

    def _found(self, way: OneWay, width: int) -> tuple[str, str, Content]:
        if way.witness is not None:
            return "▸", "$accent", _request(told(way.witness, lang_of(self)), width)
        if way.unknown is not None:
            reason = say(self, f"tui.play-unknown-{way.unknown}", about=way.about)
            return "?", "$dim", Content(shorten(reason, width)).stylize("$dim")
        return "✓", "$allow", Content(shorten(say(self, "tui.play-nothing"), width)).stylize("$dim")


def _request(words: Told, width: int) -> Content:
    """Caller and action as they are; the resource gives way first, then the context."""
    head = f"{words.caller}  {words.action}  "
    context = f"  {words.context}" if words.context else ""
    room = max(12, width - cell_len(head) - cell_len(context))
    resource = shorten_middle(words.resource, room)
    used = cell_len(head) + cell_len(resource)
    return Content.assemble(
        (f"{words.caller}  ", "$dim"),
        (f"{words.action}  ", "$action"),
        (shorten(resource, max(0, width - cell_len(head))), "$string"),
        (shorten(context, max(0, width - used)), "$key"),
    )
