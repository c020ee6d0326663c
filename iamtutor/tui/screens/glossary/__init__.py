"""The glossary: a window over any screen."""

from iamtutor.tui.screens.glossary.screen import GlossaryScreen

__all__ = ["GlossaryScreen"]
