"""The keys of a screen, in words."""

from iamtutor.tui.screens.help.screen import HelpScreen

__all__ = ["HelpScreen"]
