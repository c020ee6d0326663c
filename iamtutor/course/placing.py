"""Texts placed into a world, one after the other, each reading and each world worked out once and shared.

A changed text keeps every reading but its own, and every world before it.
"""

from __future__ import annotations

from collections.abc import Sequence
from functools import cached_property

from iamtutor.access import Decision, decide
from iamtutor.cloud import Slot, World
from iamtutor.course.request_shape import AskedShape
from iamtutor.course.slot_shape import PlaceShape
from iamtutor.course.task import TaskSlot
from iamtutor.policy import Reading, read


class SlotText:
    """One text for one slot, and its reading."""

    def __init__(self, slot: TaskSlot, text: str) -> None:
        self.slot = slot
        self.text = text

    @cached_property
    def reading(self) -> Reading:
        """The text as a policy of the slot's kind."""
        return read(self.text, slot_of(self.slot.place).kind)

    @property
    def is_blank(self) -> bool:
        """Whether the slot is left empty: no policy stands there."""
        return not self.text.strip()


class Placed:
    """A world with the first texts in place; `before` is the world without the last of them."""

    def __init__(self, before: Placed | World, text: SlotText | None = None) -> None:
        self._before = before
        self.text = text

    @cached_property
    def world(self) -> World:
        """The world as it stands."""
        if isinstance(self._before, World):
            return self._before
        before = self._before.world
        if self.text is None or self.text.reading.document is None:
            return before
        return before.with_policy(slot_of(self.text.slot.place), self.text.reading.document)


def place_all(world: World, texts: Sequence[SlotText]) -> tuple[Placed, ...]:
    """The worlds with no text, one text, two texts … in place."""
    placed = [Placed(world)]
    for text in texts:
        placed.append(Placed(placed[-1], text))
    return tuple(placed)


def slot_of(place: PlaceShape) -> Slot:
    """The world's slot for a place that somebody wrote."""
    return Slot(type=place.type, of=place.of, name=place.name)


def ask(world: World, asked: AskedShape) -> Decision:
    """Runs one request against a world."""
    return decide(*world.effective(asked.caller, asked.resource, asked.action, asked.context))
