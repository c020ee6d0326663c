"""The map of the world screen: the drawing, the party in hand, and what is said of it."""

from __future__ import annotations

from functools import partial

from textual import on
from textual.timer import Timer

from iamtutor.cloud.arrows import Arrow, Reached
from iamtutor.cloud.parties import Party
from iamtutor.tui.screens.world.looking import Looked
from iamtutor.tui.screens.world.map_view import WorldMap
from iamtutor.tui.screens.world.party_pane import InHand, PartyPane
from iamtutor.tui.screens.world.working import PAUSE, Working
from iamtutor.tui.speaking import say
from iamtutor.tui.surroundings import Surroundings


class Mapping(Working):
    """The part of the world screen that is about the map."""

    def __init__(self, surroundings: Surroundings) -> None:
        super().__init__(surroundings)
        self.looked: Looked | None = None
        self._problem: tuple[str, ...] = ()
        self._everyone: dict[str, Party] = {}
        self._arrows: tuple[Arrow, ...] | None = None
        self._reached: dict[tuple[str, str], Reached] = {}
        self._waiting: Timer | None = None
        self._share = 0

    def say_all(self) -> None:
        """Say everything in the language chosen."""
        raise NotImplementedError

    @property
    def map(self) -> WorldMap:
        """The drawing."""
        return self.query_one(WorldMap)

    @on(Working.Drawn)
    def _drawn(self, event: Working.Drawn) -> None:
        if event.looked is not self.looked:
            return
        self._everyone = {party.id: party for party in event.everyone}
        self._share = event.share
        self._arrows = event.arrows
        if event.arrows is not None or not event.share:
            self.map.show(event.looked.world, event.everyone, event.arrows or (), event.ground)
        self.say_all()
        self._show_party()

    @on(WorldMap.Moved)
    def _party_in_hand(self) -> None:
        self._show_party()
        self._say_map()

    def _show_party(self) -> None:
        pane = self.query_one(PartyPane)
        pane.border_title = say(self, "tui.world-about")
        chosen = self.map.chosen
        party = self._everyone.get(chosen)
        if self.looked is not None and party is not None and self._arrows is None:
            note = "tui.world-asked" if self._is_asked else "tui.world-working"
            pane.show(InHand(self.looked.world, party, self._everyone, (), waiting_for=note))
            return
        if self.looked is None or party is None or self._arrows is None:
            pane.show(None, chosen.partition("/")[2] if chosen.startswith("endpoint/") else "")
            return
        mine = tuple(arrow for arrow in self._arrows if chosen in (arrow.source, arrow.target))
        pane.show(InHand(self.looked.world, party, self._everyone, mine, self._reached))
        unknown = tuple(arrow for arrow in mine if arrow.is_open and (arrow.source, arrow.target) not in self._reached)
        if self._waiting is not None:
            self._waiting.stop()
        if unknown:
            self._waiting = self.set_timer(PAUSE, partial(self._reach, self.looked, unknown))

    def _reach(self, looked: Looked, unknown: tuple[Arrow, ...]) -> None:
        if looked is self.looked:
            pairs = tuple((self._everyone[arrow.source], self._everyone[arrow.target]) for arrow in unknown)
            self.work_out_reached(looked, pairs)

    @on(Working.Reaching)
    def _reaching(self, event: Working.Reaching) -> None:
        if event.looked is not self.looked:
            return
        self._reached[event.pair] = event.reached
        if self.map.chosen in event.pair:
            self.query_one(PartyPane).lines_changed()

    @property
    def _is_asked(self) -> bool:
        """Whether what the evaluator decides is what an exercise asks for."""
        return self.looked is not None and self.looked.is_asked

    def _say_map(self) -> None:
        world_map = self.map
        if self._arrows is None:
            waiting = say(self, "tui.world-asked" if self._is_asked else "tui.world-working")
            note = "\n".join(self._problem) if self._problem else waiting
            note = f"{note} {self._share}%" if self._share else note
        elif world_map.drawing.is_whole:
            note = ""
        else:
            note = say(self, "tui.world-part" if world_map.only_chosen else "tui.world-part-narrow")
        world_map.border_title = note or say(self, "tui.world-map")
        world_map.border_subtitle = say(self, "tui.world-legend")

    def action_only(self) -> None:
        """All arrows, or those of the party in hand alone."""
        self.map.only_chosen = not self.map.only_chosen
        self.map.lines_changed()
        self._say_map()
