"""The drawing itself: frames and names, then the lines; where a party is chosen its arrows stand out."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING, Final, NamedTuple

from iamtutor.cloud.arrows import Arrow, Way
from iamtutor.cloud.drawing.canvas import Canvas
from iamtutor.cloud.drawing.columns import NARROWEST, Columns, columns
from iamtutor.cloud.drawing.nets import Net, nets, star
from iamtutor.cloud.drawing.plan import Plan, Row, Text
from iamtutor.cloud.parties import Party, PartyKind
from iamtutor.words import Lang
from iamtutor.words.cells import cells, cut
from iamtutor.words.runs import Line

if TYPE_CHECKING:
    from iamtutor.cloud.world import World

SIGNS: Final = {Way.OPEN: "✓", Way.CONDITIONAL: "◐", Way.BLOCKED: "✗", Way.UNPROVED: "?"}
"""A sign for each way an arrow stands; its style is the way's own name."""
_SIGNS: Final = frozenset(SIGNS.values())
_LINE: Final = "line"
LIT: Final = "-lit"
FAINT: Final = "-faint"


class Spot(NamedTuple):
    """Where a party's name stands: the row, the first cell, and how many."""

    y: int
    x: int
    width: int


@dataclass(frozen=True, slots=True)
class Drawing:
    """The lines, none wider than asked for and each set when it is asked for, and where everybody stands.

    Styles: `frame`, `title`, `dim`, `control`, a party's kind for its name, `line` or a way for lines and signs; with
    `-lit` what belongs to the chosen party, with `-faint` what does not; `chosen` is its name. `is_whole` says
    whether all arrows are drawn, or for want of room only those of the chosen party.
    """

    lines: Sequence[Line]
    spots: Mapping[str, Spot]
    is_whole: bool


class Ground:
    """What stays when somebody else is in hand or there is another width: the rows, and all arrows gathered into nets."""

    def __init__(self, world: World, everyone: Sequence[Party], arrows: Collection[Arrow], lang: Lang) -> None:
        roles = {party.id for party in everyone if party.kind is PartyKind.ROLE}
        self.trust = [arrow for arrow in arrows if arrow.target in roles]
        self.access = [arrow for arrow in arrows if arrow.target not in roles]
        again = {arrow.source for arrow in self.trust} & {arrow.target for arrow in self.trust}
        self.lang = lang
        self.plan = Plan(world, everyone, lang, frozenset(again))
        self._columns: dict[tuple[int, int, int], Columns | None] = {}

    @cached_property
    def whole(self) -> tuple[list[Net], list[Net]]:
        """The nets of all trust and of all access."""
        plan = self.plan
        return nets(self.trust, plan.asking_row, plan.row_of), nets(self.access, plan.row_of, plan.row_of)

    def star(self, chosen: str) -> tuple[list[Net], list[Net]]:
        """The nets of the trust and of the access of one party alone."""
        plan = self.plan
        return (
            star(chosen, self.trust, plan.asking_row, plan.row_of),
            star(chosen, self.access, plan.row_of, plan.row_of),
        )

    def columns(self, trust: int, access: int, width: int) -> Columns | None:
        """Where the columns begin for so many lines; None where they do not fit."""
        asked = (trust, access, width)
        if asked not in self._columns:
            self._columns[asked] = columns(self.plan, *asked)
        return self._columns[asked]


def draw(
    world: World,
    everyone: Sequence[Party],
    arrows: Collection[Arrow],
    lang: Lang,
    width: int,
    chosen: str = "",
    *,
    only_chosen: bool = False,
) -> Drawing:
    """Draw a world in at most `width` cells (at least 48).

    Where not all arrows fit side by side, or `only_chosen` says so, those of the chosen party alone are drawn.
    """
    return draw_on(Ground(world, everyone, arrows, lang), width, chosen, only_chosen=only_chosen)


def draw_on(ground: Ground, width: int, chosen: str = "", *, only_chosen: bool = False) -> Drawing:
    """Draw as `draw` does, on a ground that was made before."""
    width = max(width, NARROWEST)
    if not only_chosen:
        whole = ground.whole
        fitting = ground.columns(len(whole[0]), len(whole[1]), width)
        if fitting is not None:
            return _Pen(ground.plan, fitting, *whole, chosen).drawing(is_whole=True)
    part = ground.star(chosen)
    fitting = ground.columns(len(part[0]), len(part[1]), width) or ground.columns(0, 0, 1_000)
    assert fitting is not None
    return _Pen(ground.plan, fitting, *part, chosen).drawing(is_whole=False)


class _Pen:
    def __init__(self, plan: Plan, at: Columns, trust: list[Net], access: list[Net], chosen: str) -> None:
        self.plan = plan
        self.at = at
        self.trust = trust
        self.access = access
        self.chosen = chosen
        self.canvas = Canvas(at.width, len(plan.rows))
        self.spots: dict[str, Spot] = {}
        self.lit: dict[tuple[int, int], str] = {}
        self.touched: set[int] = set()
        self.drawn: set[tuple[int, int]] = set()
        self.begun: dict[tuple[int, int], int] = {}

    def drawing(self, *, is_whole: bool) -> Drawing:
        for y, row in enumerate(self.plan.rows):
            self._frames(y, row)
        for number, net in reversed(list(enumerate(self.trust))):
            self._net(net, self.at.trust_line(number), source_side=1)
        for number, net in enumerate(self.access):
            self._net(net, self.at.access_line(number), source_side=-1)
        for y, row in enumerate(self.plan.rows):
            self._texts(y, row)
        if self.chosen in self.plan.row_of:
            self._light()
        return Drawing(self.canvas, self.spots, is_whole)

    # frames and names

    def _frames(self, y: int, row: Row) -> None:
        for depth in range(1, row.depth + 1):
            left, right = self.at.frame(depth)
            if depth == row.depth and row.edge:
                corners = "┌┐" if row.edge == "top" else "└┘"
                self.canvas.write(left, y, corners[0] + "─" * (right - left - 1) + corners[1], "frame")
            else:
                self.canvas.put(left, y, "│", "frame")
                self.canvas.put(right, y, "│", "frame")

    def _texts(self, y: int, row: Row) -> None:
        if row.left.text:
            x, room = self.at.names, self.at.names_width
            if not row.left.party:
                x, room = self._free(y, row)
            self._name(x, y, row.left, room, on_edge=bool(row.edge))
        if row.right.text:
            self._name(self.at.things, y, row.right, self.at.things_width, on_edge=bool(row.edge))

    def _free(self, y: int, row: Row) -> tuple[int, int]:
        """A title stands at the left of its frame, unless a line of trust goes through there, and goes on to the right
        until a line of access does or the next text stands there."""
        first = self.at.frame(row.depth)[0] + 2
        end = self.at.names + self.at.names_width
        last = self.at.things - 2 if row.right.text else self.at.frame(row.depth)[1] - 2
        while end < last and not self.drawn & {(end, y), (end + 1, y)}:
            end += 1
        if any((x, y) in self.drawn for x in range(first - 1, self.at.names)):
            first = self.at.names
        return first, end - first

    def _name(self, x: int, y: int, text: Text, room: int, *, on_edge: bool) -> None:
        shown = cut(text.text, room)
        indent = len(shown) - len(shown.lstrip())
        if on_edge:
            self.canvas.put(x - 1, y, " ", "frame")
            self.canvas.put(x + cells(shown), y, " ", "frame")
        self.canvas.write(x + indent, y, shown[indent:], text.style)
        if text.party and text.party not in self.spots:
            self.spots[text.party] = Spot(y, x + indent, cells(shown) - indent)

    # lines

    def _net(self, net: Net, x: int, *, source_side: int) -> None:
        """`source_side`: at which side of the line those stand who ask, -1 left or 1 right."""
        style = _common({*net.of_rows.values(), *net.to_rows.values()} - {None})
        for y in range(net.top, net.bottom + 1):
            self._cross(x, y, "│", style)
        for y, way in net.of_rows.items():
            row_style = self._row_style(y, source_side)
            if source_side < 0:
                self._across(self.begun.get((y, -1), self._name_end(y) + 1), x - 1, y, row_style)
                corner = _corner(y, net, "┐┘┤")
            else:
                self._across(x + 1, self.begun.get((y, 1), self._name_begin(y) - 2), y, row_style)
                corner = _corner(y, net, "┌└├")
            self.begun[y, source_side] = x - source_side
            self._join(x, y, SIGNS[way] if way else corner, way.value if way else style)
        head = self.at.names - 2 if source_side > 0 else self.at.things - 2
        for y, way in net.to_rows.items():
            own = way.value if way else style
            self._across(x + 1, head - 1, y, own)
            self._join(x, y, _corner(y, net, "┌└├"), style)
            self._join(head, y, "▶", own)
            if way:
                self._join(head - 1, y, SIGNS[way], own)

    def _name_begin(self, y: int) -> int:
        """The first cell of a caller's name."""
        text = self.plan.rows[y].left.text
        return self.at.names + len(text) - len(text.lstrip())

    def _name_end(self, y: int) -> int:
        """The cell behind a caller's name."""
        return self.at.names + cells(cut(self.plan.rows[y].left.text, self.at.names_width))

    def _row_style(self, y: int, side: int) -> str:
        several = self.access if side < 0 else self.trust
        return _common(
            {net.of_rows[y] or next(iter(net.to_rows.values())) for net in several if y in net.of_rows} - {None}
        )

    def _across(self, first: int, last: int, y: int, style: str) -> None:
        for x in range(first, last + 1):
            self._cross(x, y, "─", style)

    def _cross(self, x: int, y: int, char: str, style: str) -> None:
        """A piece of a line; where another one goes the other way they cross. A frame gives way."""
        there = self.canvas.char_at(x, y) if (x, y) in self.drawn else ""
        if there == char or (there and there not in "─│"):
            return
        self.canvas.put(x, y, "┼" if there else char, style if not there else _LINE)
        self.drawn.add((x, y))

    def _join(self, x: int, y: int, char: str, style: str) -> None:
        self.canvas.put(x, y, char, style)
        self.drawn.add((x, y))

    # what is chosen

    def _light(self) -> None:
        mine = {self.plan.row_of[self.chosen], self.plan.asking_row[self.chosen]}
        for zone, several in enumerate((self.trust, self.access)):
            for number, net in enumerate(several):
                x = self.at.trust_line(number) if zone == 0 else self.at.access_line(number)
                for source in net.of_rows:
                    for target in net.to_rows:
                        if source in mine or target in mine:
                            self._light_path(x, source, target, net.way(source, target), is_trust=zone == 0)
        for x, y in self.drawn:
            style = self.lit.get((x, y))
            self.canvas.restyle(x, y, self.canvas.style_at(x, y) + FAINT if style is None else style + LIT)
        for party, spot in self.spots.items():
            if party == self.chosen:
                self._restyle(spot, "chosen")
            elif spot.y in self.touched:
                self._restyle(spot, self.canvas.style_at(spot.x, spot.y) + LIT)

    def _light_path(self, x: int, source: int, target: int, way: Way | None, *, is_trust: bool) -> None:
        """From one name to the other; signs that stand between belong to other arrows."""
        self.touched |= {source, target}
        style = way.value if way is not None else _LINE
        head = self.at.names - 2 if is_trust else self.at.things - 2
        low, high = min(source, target), max(source, target)
        path = [(x, y) for y in range(low, high + 1)]
        path += [(at, target) for at in range(x, head + 1)]
        if is_trust:
            path += [(at, source) for at in range(x, self._name_begin(source) - 1)]
        else:
            path += [(at, source) for at in range(self._name_end(source), x + 1)]
        ends = {(x, source), (head - 1, target)}
        for place in path:
            if place in ends or self.canvas.char_at(*place) not in _SIGNS:
                self.lit[place] = style if self.lit.get(place, style) == style else _LINE

    def _restyle(self, spot: Spot, style: str) -> None:
        for x in range(spot.x, spot.x + spot.width):
            if self.canvas.char_at(x, spot.y):
                self.canvas.restyle(x, spot.y, style)


def _common(ways: Collection[Way | None]) -> str:
    """The style of a line: that of its arrows where they all stand alike."""
    found = {way for way in ways if way is not None}
    return next(iter(found)).value if len(found) == 1 else _LINE


def _corner(y: int, net: Net, corners: str) -> str:
    return corners[0] if y == net.top else corners[1] if y == net.bottom else corners[2]


def in_reading_order(drawing: Drawing) -> Iterator[str]:
    """The parties from top to bottom, at one height from left to right."""
    yield from sorted(drawing.spots, key=lambda party: (drawing.spots[party].y, drawing.spots[party].x))
