"""Small windows over a screen."""

from iamtutor.tui.screens.dialog.asking import Ask, SideBySide

__all__ = ["Ask", "SideBySide"]
