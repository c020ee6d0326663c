"""Reading on the workbench: the place in a step is kept as one reads, and come back to."""

from __future__ import annotations

from textual import work

from iamtutor.study import Spot, StoreError
from iamtutor.tui.screens.workbench.desk import Desk
from iamtutor.tui.screens.workbench.exercising import Exercising
from iamtutor.tui.screens.workbench.reading_place import place_of, spot_at
from iamtutor.tui.surroundings import Surroundings
from iamtutor.tui.widgets.text_pane import TextPane


class ReadingOn(Exercising):
    """The part of the workbench that the text is read with."""

    def __init__(self, surroundings: Surroundings) -> None:
        super().__init__(surroundings)
        self._kept_place = (0, 0.0)
        self._spot = Spot()
        self._page_read: TextPane | None = None  # known also when the screen is being taken down

    def read_from(self, spot: Spot) -> None:
        """Show the page where it was left."""
        assert self.desk is not None
        self._kept_place = place_of(self.desk.sheet.blocks, spot)
        self._page_read = self.text
        self._page_read.show(self.desk.blocks(), place=self._kept_place)

    def save(self) -> None:
        """Write what waits to be written, beside the screen; also where the reader stands, once they moved."""
        super().save()
        moved = self._moved()
        if moved is not None:
            self._write_spot(*moved)

    def flush(self) -> None:
        """Write what was typed, and where the reader stands, now."""
        super().flush()
        moved = self._moved()
        if moved is None:
            return
        try:
            self._keep_spot(*moved)
        except StoreError as error:
            self.complain(error)

    def _moved(self) -> tuple[Desk, Spot] | None:
        """Where the reader has moved to since that was last kept. Who does not move overwrites no other app's place."""
        if self.desk is None or not self.desk.sheet.step or self._page_read is None or self._page_read.place == self._kept_place:
            return None
        place = self._page_read.place
        self._kept_place = place
        self._spot = spot_at(self.desk.sheet.blocks, *place)
        return self.desk, self._spot

    @work(thread=True, group="spot")
    def _write_spot(self, desk: Desk, spot: Spot) -> None:
        if spot is not self._spot:  # the reader has moved on, or left
            return
        try:
            self._keep_spot(desk, spot)
        except StoreError as error:
            self.post_message(self.NotSaved(error))

    def _keep_spot(self, desk: Desk, spot: Spot) -> None:
        self.surroundings.profile.progress.visit_step(desk.sheet.lesson, desk.sheet.step, spot)
