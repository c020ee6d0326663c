"""The mouse's way out of a dialog: a click beside it, or on the keys in its lower border."""

from __future__ import annotations

from textual import events
from textual.screen import ModalScreen, Screen


def is_way_out(screen: Screen[object], event: events.Click) -> bool:
    """Whether a click means what Escape means: it fell on no part of the dialog, or on what stands in its lower border."""
    if not isinstance(screen, ModalScreen) or not hasattr(screen, "action_close"):
        return False
    box = event.widget
    if box is None or box is screen:
        return True
    region = box.region
    return (
        box.parent is screen
        and bool(box.border_subtitle)
        and event.screen_y == region.bottom - 1
        and event.screen_x >= region.right - 2 - len(str(box.border_subtitle)) * 2
    )
