"""What a place is called on the screen, and whose it is."""

from __future__ import annotations

from iamtutor.course.sandbox import Opening
from iamtutor.course.slot_shape import PlaceShape
from iamtutor.tui.messages import MESSAGES
from iamtutor.words import Bilingual, Lang, say


def place_name(place: PlaceShape, lang: Lang) -> str:
    """In one line: `user/dev  inline policy Read`, `ReadReports  managed policy`."""
    whose = place.of or ""
    name = place.name or ""
    if place.type == "managed":
        whose, name = name if not whose else f"{whose}:{name}", ""
    kind = say(MESSAGES, f"tui.sandbox-kind-{place.type}", lang)
    return " ".join(part for part in (whose, "·", kind, name) if part)


def place_title(place: PlaceShape) -> Bilingual:
    """The same in both languages."""
    return Bilingual(place_name(place, "ko"), place_name(place, "en"))


def note_on(opening: Opening, lang: Lang) -> str:
    """What is to be known of a place beside its name: that it is empty, or who has the policy."""
    if opening.is_empty:
        return say(MESSAGES, "tui.sandbox-empty", lang)
    if opening.place.type == "managed" and not opening.holders:
        return say(MESSAGES, "tui.sandbox-nobody", lang)
    return ", ".join(opening.holders)
