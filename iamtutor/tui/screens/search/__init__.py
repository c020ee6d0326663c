"""One search over lessons, exercises, quizzes, commands and the catalogue."""

from iamtutor.tui.screens.search.result import Offer, Result
from iamtutor.tui.screens.search.screen import SearchScreen

__all__ = ["Offer", "Result", "SearchScreen"]
