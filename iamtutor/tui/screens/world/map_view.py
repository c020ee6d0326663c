"""The world drawn: scrolls up and down, and one party of it is in hand."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import ClassVar

from textual import events
from textual.binding import Binding
from textual.content import Content
from textual.geometry import Region
from textual.message import Message

from iamtutor.cloud import World
from iamtutor.cloud.arrows import Arrow
from iamtutor.cloud.drawing import Drawing, Ground, draw_on
from iamtutor.cloud.drawing.draw import in_reading_order
from iamtutor.cloud.parties import Party
from iamtutor.tui.screens.world.painting import Painted
from iamtutor.tui.speaking import lang_of
from iamtutor.tui.widgets.lines import Lines
from iamtutor.words import Lang


class WorldMap(Lines):
    """Arrow keys or a click choose; up and down go on in a column, left and right to the other one."""

    BINDINGS: ClassVar[list[Binding | tuple[str, str] | tuple[str, str, str]]] = [
        Binding("up,k,ㅏ", "move(-1)", show=False),
        Binding("down,j,ㅓ", "move(1)", show=False),
        Binding("left,h,ㅗ", "across", show=False),
        Binding("right,l,ㅣ", "across", show=False),
        Binding("home", "move(-10000)", show=False),
        Binding("end", "move(10000)", show=False),
    ]

    @dataclass
    class Moved(Message):
        """Another party is in hand."""

        party: str

    @dataclass
    class Chosen(Message):
        """The party in hand was chosen by Enter."""

        party: str

    def __init__(self) -> None:
        super().__init__(id="map")
        self.drawing = Drawing((), {}, is_whole=True)
        self.chosen = ""
        self.only_chosen = False
        self._world: World | None = None
        self._everyone: tuple[Party, ...] = ()
        self._arrows: tuple[Arrow, ...] = ()
        self._grounds: dict[Lang, Ground] = {}

    def show(
        self, world: World, everyone: tuple[Party, ...], arrows: tuple[Arrow, ...], ground: Ground | None = None
    ) -> None:
        """Show a world, on its ground where that was made beside the screen; who was in hand stays so where there still is one of that name."""
        self._world, self._everyone, self._arrows = world, everyone, arrows
        self._grounds = {} if ground is None else {ground.lang: ground}
        known = {*(party.id for party in everyone), *(f"endpoint/{name}" for name in world.endpoints)}
        if self.chosen not in known:
            self.chosen = ""
            self.scroll_home(animate=False)
        self.lines_changed()

    def set_lines(self, width: int) -> Sequence[Content]:
        """The drawing, in the middle where there is more room."""
        if self._world is None:
            return ()
        lang = lang_of(self)
        if lang not in self._grounds:
            self._grounds[lang] = Ground(self._world, self._everyone, self._arrows, lang)
        self.drawing = draw_on(self._grounds[lang], width, self.chosen, only_chosen=self.only_chosen)
        return Painted(self.drawing.lines)

    def choose(self, party: str) -> None:
        """Take a party in hand."""
        if party == self.chosen or party not in self.drawing.spots:
            return
        self.chosen = party
        self.lines_changed()
        spot = self.drawing.spots[party]
        self.scroll_to_region(Region(0, max(0, spot.y - 2), 1, 5), animate=False, force=True)
        self.post_message(self.Moved(party))

    def action_move(self, by: int) -> None:
        """To the next one in the column."""
        order = list(in_reading_order(self.drawing))
        if not order:
            return
        if self.chosen not in self.drawing.spots:
            self.choose(order[-1] if by > len(order) else order[0])  # End alone goes to the last
            return
        column = [party for party in order if self._is_right(party) is self._is_right(self.chosen)]
        place = max(0, min(len(column) - 1, column.index(self.chosen) + by))
        self.choose(column[place])

    def action_across(self) -> None:
        """To the nearest one in the other column."""
        spots = self.drawing.spots
        if self.chosen not in spots:
            self.action_move(1)
            return
        others = [party for party in spots if self._is_right(party) is not self._is_right(self.chosen)]
        if others:
            self.choose(min(others, key=lambda party: abs(spots[party].y - spots[self.chosen].y)))

    def _is_right(self, party: str) -> bool:
        spots = self.drawing.spots
        return (
            spots[party].x > (min(spot.x for spot in spots.values()) + max(spot.x for spot in spots.values())) // 2 + 1
        )

    def on_click(self, event: events.Click) -> None:
        """A click takes in hand what lies there."""
        offset = event.get_content_offset_capture(self)
        x, y = offset.x, offset.y + self.scroll_offset.y
        for party, spot in self.drawing.spots.items():
            if spot.y == y and spot.x <= x < spot.x + spot.width:
                self.choose(party)
                return
