"""What the world screen works out beside itself: the world, its arrows, what is reached, the findings.

Workers post messages and touch no widget; each looks whether somebody still wants its answer, and the receiver whether
it is about the world that is looked at now.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property
from time import monotonic
from typing import TYPE_CHECKING

from textual import work
from textual.message import Message
from textual.screen import Screen
from textual.worker import get_current_worker

from iamtutor.analyzer.external.messages import MESSAGES as EXTERNAL_MESSAGES
from iamtutor.analyzer.external.zone import ZoneKind
from iamtutor.cloud.arrows import Arrow, Reached, arrows_of, reached
from iamtutor.cloud.drawing import Ground
from iamtutor.cloud.parties import Party, parties
from iamtutor.reason.budget import CancelledError
from iamtutor.tui.screens.world.findings_desk import FileProblem, Found, StateFile, StateFileError, find
from iamtutor.tui.screens.world.looking import Looked, UnknownWorldError, look, reasons
from iamtutor.tui.speaking import lang_of, say
from iamtutor.tui.stop import WorldPlace
from iamtutor.tui.surroundings import Surroundings
from iamtutor.words import say as say_in

if TYPE_CHECKING:
    from pathlib import Path

    from iamtutor.reason.actions import Actions

PAUSE = 0.08
"""Seconds for which a party must be in hand before more is worked out about it."""
TELL_EVERY = 0.5
"""Seconds between notes on how far the arrows are."""


class Working(Screen[None]):
    """The workers of the world screen. `revision` goes up with every other world."""

    @dataclass
    class Looking(Message):
        """A world was read; `problem` says why it could not be."""

        number: int
        looked: Looked | None
        problem: tuple[str, ...] = ()

    @dataclass
    class Drawn(Message):
        """Who is there; and once they are worked out all arrows, until then how much of them is (percent)."""

        looked: Looked
        everyone: tuple[Party, ...]
        arrows: tuple[Arrow, ...] | None
        share: int = 0
        ground: Ground | None = None

    @dataclass
    class Reaching(Message):
        """With which actions something is reached."""

        looked: Looked
        pair: tuple[str, str]
        reached: Reached

    @dataclass
    class Analysed(Message):
        """External access is worked out; `problem` says what of it could not be."""

        looked: Looked
        zone: ZoneKind
        found: Found | None
        problem: str = ""

    @dataclass
    class Unavailable(Message):
        """Nothing can be worked out."""

        problem: str

    def __init__(self, surroundings: Surroundings) -> None:
        super().__init__()
        self.surroundings = surroundings
        self.number = 0

    @cached_property
    def actions(self) -> Actions:
        """The catalogue's actions; opened beside the screen. Raises CatalogError."""
        from iamtutor.catalog import Catalog, Source
        from iamtutor.reason.actions import actions_of

        if self.surroundings.catalog is not None:
            return actions_of(self.surroundings.catalog())
        return actions_of(Catalog(Source.installed()))

    @property
    def home(self) -> Path | None:
        """Where the learner's files lie; None for a profile that is in memory only."""
        path = self.surroundings.profile.path
        return path.parent if path is not None else None

    @work(description="beside", thread=True, exclusive=True, group="look")
    def look_at(self, place: WorldPlace, number: int) -> None:
        """Read a world."""
        from iamtutor.cloud import ContentError

        try:
            looked = look(place, self.surroundings.exercises)
        except (ContentError, UnknownWorldError, OSError) as error:
            self.post_message(self.Looking(number, None, reasons(error, lang_of(self))))
            return
        self.post_message(self.Looking(number, looked))

    @work(description="beside", thread=True, exclusive=True, group="arrows")
    def work_out_arrows(self, looked: Looked) -> None:
        """All arrows of a world."""
        from iamtutor.catalog import CatalogError

        worker = get_current_worker()
        everyone = parties(looked.world)
        self.post_message(self.Drawn(looked, everyone, None))
        if looked.is_asked:
            return
        found: list[Arrow] = []
        told = monotonic()
        try:
            for number, source in enumerate(everyone):
                found += arrows_of(looked.world, source, everyone, self.actions, lambda: worker.is_cancelled)
                if monotonic() - told > TELL_EVERY:
                    told = monotonic()
                    self.post_message(self.Drawn(looked, everyone, None, number * 100 // len(everyone)))
        except CancelledError:
            return
        except CatalogError as error:
            self._say_unavailable(error)
            return
        if not worker.is_cancelled:
            ground = Ground(looked.world, everyone, found, lang_of(self))
            _ = ground.whole  # gathered here, not at the first paint
            self.post_message(self.Drawn(looked, everyone, tuple(found), ground=ground))

    def _say_unavailable(self, error: Exception) -> None:
        from iamtutor.catalog import CatalogError
        from iamtutor.catalog.messages import MESSAGES as CATALOG_MESSAGES

        assert isinstance(error, CatalogError)
        self.post_message(self.Unavailable(say_in(CATALOG_MESSAGES, error.message, lang_of(self), **error.arguments)))

    @work(description="beside", thread=True, exclusive=True, group="reached")
    def work_out_reached(self, looked: Looked, pairs: tuple[tuple[Party, Party], ...]) -> None:
        """The actions behind the arrows of the party in hand, one after the other."""
        worker = get_current_worker()
        for source, target in pairs:
            if worker.is_cancelled:
                return
            found = reached(looked.world, source, target, self.actions)
            if not worker.is_cancelled:
                self.post_message(self.Reaching(looked, (source.id, target.id), found))

    @work(description="beside", thread=True, exclusive=True, group="findings")
    def work_out_findings(self, looked: Looked, zone: ZoneKind) -> None:
        """The external access for a zone of trust."""
        from iamtutor.analyzer.external.zone import NoOrganizationError
        from iamtutor.catalog import CatalogError

        worker = get_current_worker()
        problem = ""
        file = StateFile.of(looked, zone, self.home)
        try:
            state = file.read()
        except StateFileError as error:
            state = {}
            problem = say_in(EXTERNAL_MESSAGES, error.message, lang_of(self), **error.arguments)
        except FileProblem as error:
            state = {}
            problem = say(self, error.message, path=error.path, detail=error.detail)
        try:
            found = find(looked, zone, self.actions, state, lambda: worker.is_cancelled)
        except NoOrganizationError:
            self.post_message(self.Analysed(looked, zone, None, say(self, "tui.world-no-organization")))
            return
        except CatalogError as error:
            self._say_unavailable(error)
            return
        if found is not None and not worker.is_cancelled:
            self.post_message(self.Analysed(looked, zone, found, problem))
