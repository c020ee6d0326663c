"""What policy validation found, one by one."""

from iamtutor.tui.screens.findings.entry import Entry, Wish
from iamtutor.tui.screens.findings.screen import FindingsScreen

__all__ = ["Entry", "FindingsScreen", "Wish"]
