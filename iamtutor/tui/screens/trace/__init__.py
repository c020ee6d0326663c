"""One decision on a screen of its own: the picture of how it came about, and what if the request were another."""

from iamtutor.tui.screens.trace.case import Case
from iamtutor.tui.screens.trace.screen import TraceScreen

__all__ = ["Case", "TraceScreen"]
