"""What the place of a policy is called on the screen."""

from __future__ import annotations

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
