"""The playground: two policies side by side, and what one allows that the other does not."""

from iamtutor.tui.screens.playground.screen import PlaygroundScreen

__all__ = ["PlaygroundScreen"]
