"""The documentation of a word, over the screen on which a policy is written."""

from iamtutor.tui.screens.word.screen import WordScreen

__all__ = ["WordScreen"]
