"""What an editor of policies knows without a screen: what keys do to a text, what could be written at a place, what a word means."""

from iamtutor.editing.brackets import partner
from iamtutor.editing.change import Change, Spot
from iamtutor.editing.cleaning import Cleaning, cleaning
from iamtutor.editing.differing import Row, Side, differing
from iamtutor.editing.finding_text import nearest, pattern_of, places
from iamtutor.editing.formatting import Formatted, Unreadable, formatted
from iamtutor.editing.lines import duplicated, moved
from iamtutor.editing.typing import SPECIAL, entered, erased, typed

__all__ = [
    "SPECIAL",
    "Change",
    "Cleaning",
    "Formatted",
    "Row",
    "Side",
    "Spot",
    "Unreadable",
    "cleaning",
    "differing",
    "duplicated",
    "entered",
    "erased",
    "formatted",
    "moved",
    "nearest",
    "partner",
    "pattern_of",
    "places",
    "typed",
]
