"""Looking up for the catalogue screen, beside it: where a name leads, what a list holds, what there is to tell.

Workers post messages and touch no widget; each message carries what it was looked up for.
"""

from __future__ import annotations

from dataclasses import dataclass

from textual import work
from textual.message import Message
from textual.screen import Screen

from iamtutor.catalog import CATALOG_MESSAGES, CatalogError, Listing, UnknownNameError
from iamtutor.tui.guide import Guide
from iamtutor.tui.screens.catalog.facts import Facts, Said, Text, facts_of, facts_of_entry
from iamtutor.tui.screens.catalog.view import Entry, View, entries_of, view_of
from iamtutor.tui.stop import CatalogPlace, Stop
from iamtutor.words import Bilingual


class LookingUp(Screen[Stop | str | None]):
    """The workers; a screen handles what they post."""

    @dataclass
    class Opened(Message):
        """Where a written name leads was found out."""

        view: View
        version: str

    @dataclass
    class Listed(Message):
        """The rows of a view."""

        view: View
        entries: tuple[Entry, ...]
        listing: Listing

    @dataclass
    class Told(Message):
        """What is told of the thing in hand."""

        number: int
        facts: Facts

    def __init__(self, guide: Guide) -> None:
        super().__init__()
        self._guide = guide
        self._number = 0
        """Of the telling that was asked for last."""

    @work(description="beside", thread=True, exclusive=True, group="open")
    def look_up(self, place: CatalogPlace) -> None:
        """Find out where a written name leads."""
        try:
            catalog = self._guide.catalog
            self.post_message(self.Opened(view_of(catalog, place), catalog.version))
        except CatalogError as error:
            self.post_message(self.Told(self._number, _refused(error)))

    @work(description="beside", thread=True, exclusive=True, group="list")
    def look(self, view: View, number: int) -> None:
        """List what a view holds."""
        try:
            entries, listing = entries_of(self._guide.catalog, view)
        except (CatalogError, UnknownNameError) as error:
            self.post_message(self.Listed(view, (), Listing((), {})))
            self.post_message(self.Told(number, _refused(error)))
            return
        self.post_message(self.Listed(view, entries, listing))

    @work(description="beside", thread=True, exclusive=True, group="tell")
    def find_out(self, view: View, entry: Entry | None, number: int) -> None:
        """Tell of what is open, else of a row."""
        catalog = self._guide.catalog
        try:
            if view.opened is not None:
                facts = facts_of(catalog, view.opened)
            else:
                assert entry is not None
                facts = facts_of_entry(catalog, entry)
        except (CatalogError, UnknownNameError) as error:
            facts = _refused(error)
        self.post_message(self.Told(number, facts))


def _refused(error: CatalogError | UnknownNameError) -> Facts:
    if isinstance(error, UnknownNameError):
        return Facts((Text("", (Said("catalog-unknown", {"name": error.name}),)),))
    ko, en = (template.format(**error.arguments) for template in CATALOG_MESSAGES[error.message].values())
    return Facts((Text("", (Bilingual(ko, en),)),))
