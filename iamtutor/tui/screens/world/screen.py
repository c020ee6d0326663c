"""The world screen: a map with who reaches what, and external access, of a world or of an exercise's."""

from __future__ import annotations

from contextlib import suppress
from typing import ClassVar, Final, Literal, Protocol, cast

from textual import events, on
from textual.app import ComposeResult
from textual.binding import Binding
from textual.containers import Horizontal, Vertical
from textual.widget import Widget

from iamtutor.analyzer.external.telling import Telling
from iamtutor.analyzer.external.zone import ZoneKind
from iamtutor.study import StoreError
from iamtutor.tui.commands import WORLD, bindings
from iamtutor.tui.screens.dialog.policy_files import path_of
from iamtutor.tui.screens.world.exposing import Exposing
from iamtutor.tui.screens.world.finding_pane import FindingPane, Picture
from iamtutor.tui.screens.world.findings_table import FindingsTable
from iamtutor.tui.screens.world.looking import Looked, PreviewError, previewed
from iamtutor.tui.screens.world.map_view import WorldMap
from iamtutor.tui.screens.world.party_pane import PartyPane
from iamtutor.tui.screens.world.working import Working
from iamtutor.tui.speaking import lang_of, say, tell
from iamtutor.tui.stop import SandboxPlace, Stop, WorldPlace
from iamtutor.tui.surroundings import Surroundings
from iamtutor.tui.widgets.key_bar import KeyBar
from iamtutor.tui.widgets.tab_line import TabLine
from iamtutor.tui.widgets.top_line import TopLine

View = Literal["map", "external"]
LAST: Final = "world"
"""The setting that remembers which world was looked at."""


class Opener(Protocol):
    """An app that opens other places."""

    def open_stop(self, stop: Stop) -> None:
        """Open it."""
        ...


class WorldScreen(Exposing):
    """Two views of one world; a preview shows both with another policy in it."""

    CSS_PATH = "world.tcss"
    AUTO_FOCUS = "#map"
    BINDINGS: ClassVar[list[Binding | tuple[str, str] | tuple[str, str, str]]] = [
        *bindings(WORLD),
        Binding("1", "to_view('map')", show=False),
        Binding("2", "to_view('external')", show=False),
    ]
    HORIZONTAL_BREAKPOINTS: list[tuple[int, str]] | None = [(0, "-narrow"), (112, "-wide"), (160, "-roomy")]  # noqa: RUF012 - Textual reads it from the class
    HELP_NOTES: ClassVar[tuple[tuple[str, str], ...]] = (("tui.world-help", "tui.world-help-text"),)

    def __init__(self, surroundings: Surroundings, place: WorldPlace) -> None:
        super().__init__(surroundings)
        self.place = place
        self.view: View = "map"
        self._before_preview: Looked | None = None

    def compose(self) -> ComposeResult:
        """The parts, in the order of the page."""
        yield TopLine()
        yield TabLine(id="tabs")
        with Horizontal(id="mapping"):
            yield WorldMap()
            yield PartyPane()
        with Vertical(id="outside"):
            yield TabLine(id="zones")
            with Horizontal(id="found"):
                with Vertical(id="list"):
                    yield FindingsTable()
                    yield Picture()
                yield FindingPane()
        yield KeyBar()

    def on_mount(self) -> None:
        """Say everything, and go on saying it when the language changes."""
        self.watch(self.app, "lang", self._say_again, init=False)
        self._to_view("map")
        if not self.place.name and self.place.world is None:
            self.place = WorldPlace(self.surroundings.profile.settings.get(LAST) or "")
        self.open(self.place)

    # opening

    def open(self, place: WorldPlace) -> None:
        """Look at another world."""
        self.place = place
        self.number += 1
        self._before_preview = None
        self.say_all()
        self.look_at(place, self.number)

    @on(Working.Looking)
    def _looking(self, event: Working.Looking) -> None:
        if event.number != self.number:
            return
        if event.looked is None and self.looked is None and self.place.name and not self._problem:
            self._problem = event.problem  # what was looked at last is gone: go on with the first one there is
            self.open(WorldPlace())
            return
        if event.looked is None:
            self._problem = event.problem
            self.notify("\n".join(event.problem[:4]), title=say(self, "tui.world-unreadable"), severity="error")
            self.say_all()
            return
        self._problem = ()
        self._look(event.looked)
        if event.looked.name:
            self._remember(event.looked.name)

    def _look(self, looked: Looked) -> None:
        self.looked = looked
        self._arrows, self.found = None, None
        self._reached.clear()
        if looked.world.organization is None:
            self.zone = ZoneKind.ACCOUNT
        self.work_out_arrows(looked)
        if not looked.is_asked:
            self.work_out_findings(looked, self.zone)
        self.say_all()
        self._show_party()
        self._show_findings()

    def _remember(self, name: str) -> None:
        with suppress(StoreError):  # the next time the first world is shown: nothing is lost
            self.surroundings.profile.settings.put(LAST, name)

    @on(Working.Unavailable)
    def _unavailable(self, event: Working.Unavailable) -> None:
        self._problem = (event.problem,)
        self.say_all()
        self.notify(event.problem, severity="error")

    # words

    def _say_again(self) -> None:
        self.say_all()
        self.map.lines_changed()
        self.query_one(PartyPane).lines_changed()
        self._show_findings()

    def say_all(self) -> None:
        """Say everything in the language chosen."""
        looked = self.looked
        parts = [("", "")]
        if looked is not None:
            parts = [(tell(self, looked.title), "bold $accent")]
            if self._before_preview is not None:
                parts.append((f"  {say(self, 'tui.world-previewing', what=looked.what)}", "$key"))
            elif looked.is_exercise:
                parts.append((f"  {say(self, 'tui.world-own')}", "$dim"))
        elif not self._problem:
            parts = [(say(self, "tui.world-reading"), "$dim")]
        right = path_of(looked.name).name if looked is not None and looked.name else ""
        self.query_one(TopLine).show((f"{say(self, 'tui.world-title')}  ", "$dim"), *parts, right=right)
        count = len(self.found.active) if self.found is not None else 0
        external = say(self, "tui.world-external-count", count=count) if count else say(self, "tui.world-external")
        self.query_one("#tabs", TabLine).show([("map", say(self, "tui.world-map")), ("external", external)], self.view)
        zones = [(kind.value, say(self, f"tui.world-zone-{kind.value}")) for kind in self._zones]
        self.query_one("#zones", TabLine).show(zones, self.zone.value)
        self._say_map()
        self.table.border_title = say(self, "tui.world-findings")
        shown = self._shown()
        self.table.border_subtitle = shown.head(Telling(lang_of(self), shown.world)) if shown is not None else ""
        self.query_one(FindingPane).border_title = say(self, "tui.world-finding")
        self.query_one(Picture).border_title = say(self, "tui.world-picture")

    # commands

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """Commands that make no sense here are not offered."""
        if action == "only":
            return self.view == "map"
        if action == "zone":
            return self.view == "external" and len(self._zones) > 1
        if action == "archive":
            return self.view == "external"
        return True

    def _to_view(self, view: View) -> None:
        self.view = view
        self.set_class(view == "map", "-at-map")
        self.set_class(view == "external", "-at-external")
        target: Widget = self.map if view == "map" else self.table
        self.call_after_refresh(target.focus)
        self.refresh_bindings()
        self.say_all()

    def action_view(self) -> None:
        """The other view."""
        self._to_view("external" if self.view == "map" else "map")

    def action_to_view(self, view: str) -> None:
        """One view by its number."""
        self._to_view("map" if view == "map" else "external")

    @on(TabLine.Chosen, "#tabs")
    def _tab_chosen(self, event: TabLine.Chosen) -> None:
        self.action_to_view(event.key)

    def action_open(self) -> None:
        """Open another world."""
        from iamtutor.tui.screens.dialog.world_finders import OpenWorld

        self.app.push_screen(OpenWorld(self.surroundings.exercises), self._opened)

    def _opened(self, place: WorldPlace | None) -> None:
        if place is not None:
            self.open(place)

    def action_sandbox(self) -> None:
        """Write the policies of the party in hand, in a sandbox of this world."""
        if self.looked is None:
            return
        if self.looked.is_exercise and not self.place.is_sandbox:
            self.notify(say(self, "tui.world-sandbox-exercise"))
            return
        chosen = self._everyone.get(self.map.chosen)
        of = chosen.id if chosen is not None and chosen.address is not None else ""
        cast("Opener", self.app).open_stop(Stop(sandbox=SandboxPlace(self.looked.name, of)))

    def action_preview(self) -> None:
        """Put another policy of a resource into the world for a look; once more takes it out again."""
        from iamtutor.tui.screens.dialog.world_finders import PreviewPolicy

        if self.looked is None:
            return
        if self._before_preview is not None:
            before, self._before_preview = self._before_preview, None
            self._look(before)
            self.notify(say(self, "tui.world-preview-ended"))
        elif self.looked.is_exercise:
            self.notify(say(self, "tui.world-preview-exercise"))
        else:
            chosen = self._everyone.get(self.map.chosen)
            written = f"{chosen.id}=" if chosen is not None and chosen.address is not None else ""
            self.app.push_screen(PreviewPolicy(self.looked.world, written, self._preview_problem), self._preview)

    def _preview_problem(self, written: str) -> str:
        assert self.looked is not None
        try:
            previewed(self.looked, written)
        except PreviewError as error:
            return error.text(lang_of(self))
        return ""

    def _preview(self, written: str | None) -> None:
        if written is None or self.looked is None:
            return
        try:
            changed = previewed(self.looked, written)
        except PreviewError as error:  # the file changed under our hands
            self.notify(error.text(lang_of(self)), severity="error")
            return
        self._before_preview = self.looked
        self._look(changed)

    def action_panes(self) -> None:
        """From the drawing or the table to what is said of it, and back."""
        order: list[Widget] = (
            [self.map, self.query_one(PartyPane)]
            if self.view == "map"
            else [
                self.table,
                self.query_one(FindingPane),
                *(each for each in (self.query_one(Picture),) if each.styles.display != "none"),
            ]
        )
        focused = self.focused
        order[(order.index(focused) + 1) % len(order) if focused in order else 0].focus()

    @on(events.DescendantFocus)
    def _focus_moved(self) -> None:
        self.set_class(isinstance(self.focused, PartyPane | FindingPane), "-reading")

    def on_resize(self) -> None:
        """Set anew for the new size."""
        self.call_after_refresh(self._resized)

    def _resized(self) -> None:
        self._say_map()
        self._show_finding()

    def action_leave(self) -> None:
        """Back to where one came from."""
        self.dismiss()
