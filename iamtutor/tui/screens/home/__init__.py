"""The first screen: the course as a map, what to go on with, and what the row in hand is about."""

from iamtutor.tui.screens.home.screen import HomeScreen

__all__ = ["HomeScreen"]
