"""What every screen with an editor offers: finding, layout, lines, copying, offers, one's own editor."""

from iamtutor.tui.screens.editing.screen import Editing

__all__ = ["Editing"]
