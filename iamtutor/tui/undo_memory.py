"""What can be undone outlives the editor: who comes back to a text within one run of the app finds its history again."""

from __future__ import annotations

from collections import OrderedDict
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from textual.document._history import EditHistory

MOST: Final = 24
"""How many texts are remembered; the one not seen for longest goes first."""
LONGEST: Final = 200_000
"""Histories of longer texts are not kept: each step may hold the whole of one."""


class UndoMemory:
    """Histories by the name of the slot. One is good for the very text at which it was left, and for no other."""

    def __init__(self) -> None:
        self._kept: OrderedDict[str, tuple[str, EditHistory]] = OrderedDict()

    def keep(self, slot: str, text: str, history: EditHistory) -> None:
        """An editor closes with this text."""
        self._kept.pop(slot, None)
        if len(text) <= LONGEST and (history.undo_stack or history.redo_stack):
            self._kept[slot] = (text, history)
            if len(self._kept) > MOST:
                self._kept.popitem(last=False)

    def recall(self, slot: str, text: str) -> EditHistory | None:
        """An editor opens with this text: its history, where it is the same still."""
        kept = self._kept.pop(slot, None)
        return kept[1] if kept is not None and kept[0] == text else None
