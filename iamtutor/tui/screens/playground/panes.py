"""The panes of the playground: two editors, the result, two traces; which is in front, and whose text is in hand."""

from __future__ import annotations

from typing import Literal

from textual import events, on
from textual.widget import Widget

from iamtutor.tui.screens.editing import ReadingScreen
from iamtutor.tui.screens.playground.pair import SIDES, Side
from iamtutor.tui.screens.playground.result_table import ResultTable
from iamtutor.tui.speaking import say
from iamtutor.tui.surroundings import Surroundings
from iamtutor.tui.widgets.policy_editor import PolicyEditor
from iamtutor.tui.widgets.tab_line import TabLine
from iamtutor.tui.widgets.trace_view import TraceView

Pane = Literal["a", "b", "result"]
PANES: tuple[Pane, ...] = ("a", "b", "result")


def is_shown(widget: Widget) -> bool:
    """Whether nothing around a widget, nor the widget itself, is put away."""
    return all(node.display for node in widget.ancestors_with_self if isinstance(node, Widget))


class Panes(ReadingScreen):
    """Side by side where there is room; else one editor, or the result, is in front and a line of tabs leads on."""

    def __init__(self, surroundings: Surroundings) -> None:
        super().__init__(surroundings)
        self.side: Side = "a"
        self._pane: Pane = "a"

    def say_all(self) -> None:
        """Say everything in the language chosen."""
        raise NotImplementedError

    def show_trace(self) -> None:
        """Paint the traces of the row in hand, where they are in view."""
        raise NotImplementedError

    def editor(self, side: Side) -> PolicyEditor:
        """The editor of a side."""
        return self.query_one(f"#{side}", PolicyEditor)

    @property
    def hand(self) -> PolicyEditor | None:
        """The editor that commands speak of."""
        return self.editor(self.side) if self.is_mounted else None

    def file_in_hand(self) -> str:
        """What the text in hand is called as a file."""
        return f"{self.side}.json"

    def to_hand(self, *, focus: bool = True) -> None:
        """Bring the editor in hand into view, and the focus into it."""
        self.go_to_pane(self.side, focus=focus)

    def trace(self, side: Side) -> TraceView:
        """The trace of a side."""
        return self.query_one(f"#trace-{side}", TraceView)

    @property
    def result(self) -> ResultTable:
        """The relation."""
        return self.query_one(ResultTable)

    @property
    def is_narrow(self) -> bool:
        """Whether only one pane fits."""
        return self.has_class("-narrow")

    def go_to_pane(self, pane: Pane, *, focus: bool = False) -> None:
        """Bring a pane to the front where not all fit, and the focus into it."""
        self._pane = pane
        self.update_classes({f"-at-{each}": each == pane for each in PANES})
        if pane != "result":
            self.side = pane
        self.show_tabs()
        if focus:
            target: Widget = self.result if pane == "result" else self.editor(pane)
            if self.is_narrow and self.focused is not target:
                self.set_focus(None)  # or Textual would look for another place when the pane before goes away
            self.call_after_refresh(target.focus)
        self.call_after_refresh(self.show_trace)

    def show_tabs(self) -> None:
        """The names of the panes, with the sides that have an error marked."""
        names = [(side, f"{side.upper()}{' ✗' if self.editor(side).has_class('-has-error') else ''}") for side in SIDES]
        self.query_one("#tabs", TabLine).show([*names, ("result", say(self, "tui.pane-results"))], self._pane)

    @on(TabLine.Chosen, "#tabs")
    def _tab_chosen(self, event: TabLine.Chosen) -> None:
        self.go_to_pane(next(pane for pane in PANES if pane == event.key), focus=True)

    @on(PolicyEditor.Left)
    def _left_editor(self) -> None:
        if not self.refuse():
            self.result.focus()

    @on(events.DescendantFocus)
    def _focus_moved(self, event: events.DescendantFocus) -> None:
        """The editor that was last written in is the one that commands speak of."""
        if isinstance(event.widget, PolicyEditor):
            side: Side = "a" if event.widget.slot == "a" else "b"
            if self._pane != side:
                self.go_to_pane(side)
        elif isinstance(event.widget, TraceView) and self._pane != "result":
            self.go_to_pane("result")

    @on(TraceView.Sought)
    def _statement_sought(self, event: TraceView.Sought) -> None:
        self.go_to_line(event.slot, event.line)

    def go_to_line(self, slot: str, line: int) -> None:
        """Show a line in its editor."""
        side: Side = "a" if slot == "a" else "b"
        self.editor(side).go_to(line)
        self.go_to_pane(side, focus=True)

    def file_of(self, slot: str) -> str:
        """The side."""
        return slot.upper()

    def on_resize(self) -> None:
        """Set anew for the new size."""
        self.call_after_refresh(self._resized)

    def _resized(self) -> None:
        focused = self.focused
        if focused is not None and not is_shown(focused):
            self.go_to_pane(self._pane, focus=True)
        self.say_all()
        self.show_trace()

    def action_trace(self, toggle: bool = True) -> None:
        """Show how both sides decide the request in hand; where that is in view, go there from the result, else put it
        away."""
        if self.is_narrow:
            self.go_to_pane(self.side if self._pane == "result" and toggle else "result", focus=True)
            return
        if toggle and self.has_class("-trace") and self.focused is not self.result:
            if isinstance(self.focused, TraceView):
                self.result.focus()
            self.set_class(False, "-trace")
            return
        if toggle and self.has_class("-trace"):
            self.trace(self.result.witness_side or self.side).focus()
        self.set_class(True, "-trace")
        self.call_after_refresh(self.show_trace)

    def action_panes(self) -> None:
        """Move the focus on: A, B, the result, and the traces where they are in view."""
        focused = self.focused
        traces = [trace for side in SIDES if is_shown(trace := self.trace(side))]
        order: list[Widget] = [self.editor("a"), self.editor("b"), self.result, *traces]
        target = order[(order.index(focused) + 1) % len(order)] if focused in order else order[0]
        if isinstance(target, PolicyEditor):
            self.go_to_pane("a" if target.slot == "a" else "b", focus=True)
        elif target is self.result:
            self.go_to_pane("result", focus=True)
        else:
            target.focus()
