"""Searching the course: lessons, steps, exercises and quizzes, in both languages at once, whatever the reader speaks."""

from iamtutor.course.search.finding import Found, SearchIndex
from iamtutor.course.search.keeping import load_search_index
from iamtutor.course.search.passage import Passage, PlaceKind, Weight

__all__ = ["Found", "Passage", "PlaceKind", "SearchIndex", "Weight", "load_search_index"]
