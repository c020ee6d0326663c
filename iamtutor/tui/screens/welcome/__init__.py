"""The first minutes."""

from iamtutor.tui.screens.welcome.screen import WelcomeScreen

__all__ = ["WelcomeScreen"]
