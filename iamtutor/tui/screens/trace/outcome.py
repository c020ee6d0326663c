"""What a variation came to: the decision before and after, and the layers that say something else now."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from rich.cells import cell_len
from textual.content import Content

from iamtutor.access.narration import layer_name, verdict_name
from iamtutor.access.picture.texts import MESSAGES as PICTURE_MESSAGES
from iamtutor.cloud.what_if import LayerChange, changed_layers
from iamtutor.tui.speaking import lang_of, say
from iamtutor.tui.widgets.cells import shorten
from iamtutor.tui.widgets.lines import Lines
from iamtutor.words import Lang
from iamtutor.words import say as say_in

if TYPE_CHECKING:
    from iamtutor.access import Decision


class Outcome(Lines):
    """A few lines of fixed height, so that nothing moves while one tries."""

    can_focus = False

    def __init__(self) -> None:
        super().__init__(id="outcome")
        self._before: Decision | None = None
        self._after: Decision | None = None
        self._varied = False

    def show(self, before: Decision, after: Decision, *, varied: bool) -> None:
        """Show these two; `varied` says whether anything was changed at all."""
        self._before, self._after, self._varied = before, after, varied
        self.lines_changed()

    def set_lines(self, width: int) -> Sequence[Content]:
        """Before and after, what moved, and then layer by layer."""
        before, after = self._before, self._after
        if before is None or after is None:
            return []
        head = Content(" ") + verdict(before, lang_of(self))
        if self._varied:
            head = head + Content("  →  ").stylize("$accent") + verdict(after, lang_of(self))
        moved = before.verdict is not after.verdict
        message = "what-if-same" if not self._varied else "what-if-moved" if moved else "what-if-no-move"
        note = Content(shorten(f" {say(self, f'tui.{message}')}", width)).stylize("bold $accent" if moved else "$dim")
        changes = [self._change(each, after, width) for each in changed_layers(before, after)]
        return [line.truncate(width, ellipsis=True) for line in (head, note, *changes)]

    def _change(self, change: LayerChange, after: Decision, width: int) -> Content:
        lang = lang_of(self)
        if change.layer is None:
            name = say_in(PICTURE_MESSAGES, "picture.deny-check", lang)
        else:
            name = layer_name(change.layer, after.request).text(lang)
        old, new = (say_in(PICTURE_MESSAGES, f"picture.state-{each.value}", lang) for each in change[1:])
        ends = f"{old} → {new}"
        room = max(6, width - 3 - cell_len(ends))
        return Content.assemble(f" {shorten(name[:1].upper() + name[1:], room)}  ", (ends, "$accent"))


def verdict(decision: Decision, lang: Lang) -> Content:
    """A decision's mark and name."""
    mark, tone = ("✓", "$allow") if decision.allowed else ("✗", "$deny")
    return Content(f"{mark} {verdict_name(decision.verdict).text(lang)}").stylize(f"bold {tone}")
