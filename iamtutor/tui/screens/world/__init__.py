"""A world to look at: drawn, with who reaches what, and its external access."""

from iamtutor.tui.screens.world.screen import WorldScreen

__all__ = ["WorldScreen"]
