"""What every screen with an editor offers: finding, layout, lines, copying, offers, one's own editor; and validation."""

from iamtutor.tui.screens.editing.checking import Checking
from iamtutor.tui.screens.editing.reading import ReadingScreen
from iamtutor.tui.screens.editing.screen import Editing

__all__ = ["Checking", "Editing", "ReadingScreen"]
