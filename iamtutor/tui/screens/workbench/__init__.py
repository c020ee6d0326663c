"""The workbench: text, editor and verdict side by side, for lessons and exercises alike."""

from iamtutor.tui.screens.workbench.screen import WorkbenchScreen

__all__ = ["WorkbenchScreen"]
