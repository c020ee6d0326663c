"""Small windows over a screen."""

from iamtutor.tui.screens.dialog.asking import Ask, SideBySide
from iamtutor.tui.screens.dialog.differences import Differences

__all__ = ["Ask", "Differences", "SideBySide"]
