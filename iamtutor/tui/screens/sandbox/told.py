"""What is said of a place beside its name."""

from __future__ import annotations

from iamtutor.course.sandbox import Opening
from iamtutor.tui.messages import MESSAGES
from iamtutor.words import Lang, say


def note_on(opening: Opening, lang: Lang) -> str:
    """What is to be known of a place beside its name: that it is empty, or who has the policy."""
    if opening.is_empty:
        return say(MESSAGES, "tui.sandbox-empty", lang)
    if opening.place.type == "managed" and not opening.holders:
        return say(MESSAGES, "tui.sandbox-nobody", lang)
    return ", ".join(opening.holders)
