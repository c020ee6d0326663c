"""The picture of a decision on the screen: boxes that fold, statements that can be gone to."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, ClassVar, Final

from rich.cells import cell_len
from textual import events
from textual.binding import Binding
from textual.content import Content
from textual.geometry import Region
from textual.message import Message

from iamtutor.access.picture import Line, Path, Picture, Spot, Tone, draw
from iamtutor.tui.speaking import lang_of, say
from iamtutor.tui.widgets.lines import Lines
from iamtutor.tui.widgets.trace_view import Place, PlaceOf
from iamtutor.tui.widgets.typeset import hang

if TYPE_CHECKING:
    from iamtutor.access import Decision
    from iamtutor.access.trace import StatementTrace
    from iamtutor.policy import Statement

TONES: Final[dict[Tone, str]] = {
    "plain": "$foreground",
    "strong": "bold $foreground",
    "dim": "$dim",
    "faint": "$faint",
    "line": "$line-strong",
    "allow": "$allow",
    "deny": "$deny",
    "silent": "$secondary",
    "value": "$string",
    "key": "$key",
    "link": "$primary underline",
    "accent": "$accent",
}
_STEP = 3
"""Lines that the view moves at once where the next thing to point at is out of sight."""


class PictureView(Lines):
    """Up and down go from box to box and statement to statement; where none is near, the view moves."""

    BINDINGS: ClassVar[list[Binding | tuple[str, str] | tuple[str, str, str]]] = [
        Binding("up,k,ㅏ", "move(-1)", show=False),
        Binding("down,j,ㅓ", "move(1)", show=False),
        Binding("left,h,ㅗ", "across(-1)", show=False),
        Binding("right,l,ㅣ", "across(1)", show=False),
        Binding("enter", "choose", show=False),
        Binding("space", "fold", show=False),
        Binding("home", "edge(0)", show=False),
        Binding("end", "edge(-1)", show=False),
    ]

    @dataclass
    class Sought(Message):
        """The learner wants to see a statement where it is written."""

        place: Place

    def __init__(self) -> None:
        super().__init__(id="picture")
        self._decision: Decision | None = None
        self._place_of: PlaceOf = _nowhere
        self._given: Collection[str] = ()
        self._notes: tuple[str, ...] = ()
        self._folds: dict[Spot, bool] = {}
        self._picture: Picture | None = None
        self._drawn_for: tuple[object, ...] = ()
        self._above = 0
        self.cursor: Spot | None = None

    def show(self, decision: Decision, place_of: PlaceOf, given: Collection[str], notes: Sequence[str] = ()) -> None:
        """Show this decision; the cursor stays where it can, else it goes to where the path ended."""
        self._decision, self._place_of, self._given, self._notes = decision, place_of, given, tuple(notes)
        self.lines_changed()

    @property
    def picture(self) -> Picture | None:
        """The picture as it is drawn."""
        return self._picture

    def set_lines(self, width: int) -> Sequence[Content]:
        """The picture at this width."""
        if self._decision is None:
            return []
        notes = [line for note in self._notes for line in hang(Content(note), width, Content("▌ ").stylize("$accent"))]
        self._above = len(notes)
        drawn_for = (width, lang_of(self), self._decision, self._given, tuple(self._folds.items()))
        if self._picture is None or drawn_for != self._drawn_for:  # where only the cursor moved it is the same
            self._drawn_for = drawn_for
            self._picture = draw(
                self._decision, width, lang_of(self), given=self._given, place_of=self._called, folds=self._folds
            )
        if self.cursor not in self._picture.spots:
            self.cursor = _telling(self._picture.path)
        return [*notes, *(self._painted(y, line) for y, line in enumerate(self._picture.lines))]

    def _called(self, statement: Statement) -> str | None:
        place = self._place_of(statement)
        return None if place is None else f"{place.file}:{place.line}"

    def _painted(self, y: int, line: Line) -> Content:
        assert self._picture is not None
        in_hand = self.cursor
        first = in_hand is not None and self._picture.spots[in_hand][0] == y
        whole = in_hand is not None and in_hand.statement >= 0
        backing = " on $block-cursor-background" if self.has_focus else " on $panel"
        return Content.assemble(
            *(
                (piece.text, TONES[piece.tone] + (backing if piece.spot == in_hand and (first or whole) else ""))
                for piece in line
            )
        )

    # moving

    def _order(self) -> list[Spot]:
        """The spots of the column in hand, and those that stand across both, from top to bottom."""
        assert self._picture is not None
        spots = self._picture.spots
        side = self._side(self.cursor) if self.cursor is not None else 0
        found = [spot for spot in spots if self._is_across(spot) or self._side(spot) == side]
        return sorted(found, key=lambda spot: spots[spot])

    def _side(self, spot: Spot) -> int:
        assert self._picture is not None
        return int(self._picture.spots[spot][1] > self.line_width // 3)

    def _is_across(self, spot: Spot) -> bool:
        """Whether a spot belongs to no column: the decision, the context, what is asked of both accounts."""
        assert self._picture is not None
        path = self._picture.path
        return not path.crosses or spot.step < 0 or path.steps[spot.step].side == "both"

    def action_move(self, by: int) -> None:
        """To the next thing to point at; or on by some lines, where it is out of sight."""
        if self._picture is None or self.cursor is None:
            return
        order = self._order()
        at = order.index(self.cursor) + by
        top, height = self.scroll_offset.y, self.scrollable_content_region.height
        limit = top - _STEP if by < 0 else top + height - 1 + _STEP
        if 0 <= at < len(order):
            y = self._above + self._picture.spots[order[at]][0]
            if (by < 0 and y >= limit) or (by > 0 and y <= limit):
                self._stand(order[at])
                return
        self.scroll_relative(y=by * _STEP, animate=False)

    def action_across(self, by: int) -> None:
        """To the other account's column."""
        if self._picture is None or self.cursor is None or not self._picture.path.crosses:
            return
        spots = self._picture.spots
        y = spots[self.cursor][0]
        others = [s for s in spots if not self._is_across(s) and self._side(s) == int(by > 0)]
        if others:
            self._stand(min(others, key=lambda spot: abs(spots[spot][0] - y)))

    def action_edge(self, at: int) -> None:
        """To the first or the last."""
        if self._picture is not None:
            self._stand(self._order()[at])
            self.scroll_to(y=0 if at == 0 else self.max_scroll_y, animate=False)

    def _stand(self, spot: Spot) -> None:
        assert self._picture is not None
        self.cursor = spot
        self.lines_changed()
        ys = [y for y, line in enumerate(self._picture.lines) if any(piece.spot == spot for piece in line)]
        tall = min(ys[-1] - ys[0] + 1, max(1, self.scrollable_content_region.height - 2)) if spot.statement >= 0 else 2
        self.scroll_to_region(Region(0, self._above + ys[0], 1, tall), animate=False, force=True)

    # what can be done

    def action_choose(self) -> None:
        """Go to the statement in hand; fold or open what cannot be gone to."""
        place = self._place(self.cursor)
        if place is not None:
            self.post_message(self.Sought(place))
        else:
            self.action_fold()

    def action_fold(self) -> None:
        """Fold what is in hand, or open it."""
        if self.cursor is None or self._picture is None or self.cursor.step == -2:
            return
        lines = [line for line in self._picture.lines if any(piece.spot == self.cursor for piece in line)]
        is_open = len(lines) > 2 or any(spot.box == self.cursor != spot for spot in self._picture.spots)
        self._folds[self.cursor] = is_open
        self._stand(self.cursor)

    def fold_all(self) -> None:
        """Open everything; where everything is open, fold it all."""
        if self._picture is None:
            return
        boxes = [Spot(number) for number in range(-1, len(self._picture.path.steps))]
        folded = all(self._folds.get(spot) is False for spot in boxes)
        self._folds = dict.fromkeys(boxes, folded)
        self.cursor = self.cursor.box if self.cursor is not None and folded else self.cursor
        self.lines_changed()

    def seek(self) -> None:
        """Go to the statement in hand; else to the one of its box that decided, or of the whole."""
        if self._picture is None:
            return
        place = self._place(self.cursor)
        steps = self._picture.path.steps
        if place is None and self.cursor is not None and 0 <= self.cursor.step < len(steps):
            step = steps[self.cursor.step]
            place = self._first([*step.deciding, *step.statements])
        if place is None:
            deciding = [each for step in steps for each in step.deciding]
            place = self._first(deciding) or self._first([each for step in steps for each in step.statements])
        if place is None:
            self.app.notify(say(self, "tui.trace-no-line"))
        else:
            self.post_message(self.Sought(place))

    def _first(self, traces: Sequence[StatementTrace]) -> Place | None:
        places = (self._place_of(each.statement) for each in traces)
        return next((place for place in places if place is not None), None)

    def _place(self, spot: Spot | None) -> Place | None:
        statement = self._picture.statement(spot) if self._picture is not None and spot is not None else None
        return None if statement is None else self._place_of(statement.statement)

    # the mouse

    def on_click(self, event: events.Click) -> None:
        """A click on a place goes there; on a box it folds or opens; on a statement it takes it in hand, then opens it."""
        offset = event.get_content_offset_capture(self)
        y = offset.y + self.scroll_offset.y - self._above
        if self._picture is None or not 0 <= y < len(self._picture.lines):
            return
        x = 0
        for piece in self._picture.lines[y]:
            size = cell_len(piece.text)
            if x <= offset.x < x + size and piece.spot is not None:
                self._clicked(piece.spot, link=piece.link)
                return
            x += size

    def _clicked(self, spot: Spot, *, link: bool) -> None:
        was = self.cursor
        self.cursor = spot
        place = self._place(spot)
        if link and place is not None:
            self.post_message(self.Sought(place))
        elif spot.statement < 0 or spot == was:
            self.action_fold()
        else:
            self._stand(spot)

    def on_focus(self) -> None:
        """What is in hand stands out, once the focus is known to be here."""
        self.call_next(self.lines_changed)

    def on_blur(self) -> None:
        """What is in hand stands back."""
        self.call_next(self.lines_changed)


def _telling(path: Path) -> Spot:
    """The step that tells most: that of the deciding statement, else where the path ended."""
    deciding = [number for number, step in enumerate(path.steps) if step.deciding and step.reached]
    return Spot(deciding[0] if deciding else path.end)


def _nowhere(_statement: Statement) -> Place | None:
    return None
