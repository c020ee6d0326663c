"""Texts placed into a world, one after the other, each reading and each world worked out once and shared.

A changed text keeps every reading but its own, and every world before it.
"""

from __future__ import annotations

from collections.abc import Sequence
from functools import cached_property

from iamtutor.access import Decision, decide
from iamtutor.cloud import ContentError, Slot, SlotType, World, load_yaml
from iamtutor.course.request_shape import AskedShape
from iamtutor.course.slot_shape import PlaceShape
from iamtutor.course.task import TaskSlot
from iamtutor.policy import Finding, Lines, PolicyKind, Reading, read

_NEVER_EMPTY = frozenset({SlotType.MANAGED, SlotType.TRUST, SlotType.ENDPOINT, SlotType.ATTACHMENTS})


class SlotText:
    """One text for one slot; `reading` is how it was read, where that was done before."""

    def __init__(self, slot: TaskSlot, text: str, reading: Reading | None = None) -> None:
        self.task_slot = slot
        self.slot = slot_of(slot.place)
        self.text = text
        self._read = reading

    @property
    def holds_attachments(self) -> bool:
        """Whether the text is YAML about attachments, and no policy."""
        return self.slot.type is SlotType.ATTACHMENTS

    @property
    def is_empty(self) -> bool:
        """Whether the slot is left empty, in a place that need not hold a policy."""
        return not self.text.strip() and self.slot.type not in _NEVER_EMPTY

    @cached_property
    def reading(self) -> Reading:
        """The text as a policy of the slot's kind."""
        return self._read or read(self.text, self.slot.kind)


class Placed:
    """A world with the first texts in place; the last of them is `text`."""

    def __init__(self, before: Placed | World, text: SlotText | None = None) -> None:
        self._before = before
        self.text = text

    @property
    def world(self) -> World:
        """The world as it stands. A text that does not read leaves its readable statements, or what stood there."""
        return self._outcome[0]

    @property
    def reading(self) -> Reading:
        """The last text as read; an attachments text also says what its world does not know."""
        assert self.text is not None
        return self._outcome[1] if self.text.holds_attachments else self.text.reading

    @property
    def stands(self) -> bool:
        """Whether the last text can be taken as it is."""
        return self.text is None or self.text.is_empty or self.reading.ok

    @cached_property
    def _outcome(self) -> tuple[World, Reading]:
        before = self._before if isinstance(self._before, World) else self._before.world
        text = self.text
        if text is None:
            return before, read("")
        if text.holds_attachments:
            return _attach(before, text.text)
        if text.is_empty:
            return before.with_policy(text.slot, None), text.reading
        document = text.reading.document
        return (before if document is None else before.with_policy(text.slot, document)), text.reading


def place_all(world: World, texts: Sequence[SlotText]) -> tuple[Placed, ...]:
    """The worlds with no text, one text, two texts … in place."""
    placed = [Placed(world)]
    for text in texts:
        placed.append(Placed(placed[-1], text))
    return tuple(placed)


def slot_of(place: PlaceShape) -> Slot:
    """The world's slot for a place that somebody wrote."""
    return Slot(SlotType(place.type), place.of, place.name)


def policy_name(place: PlaceShape) -> str:
    """The name by which a decision speaks of the policy in a place: `Own`, `developers/Own`, `bucket/reports` …"""
    owner = (place.of or "").rpartition(":")[2]
    if place.type == "inline" and owner.startswith("group/"):
        return f"{owner.removeprefix('group/')}/{place.name}"
    if place.name is not None or place.type in ("endpoint", "scp", "rcp", "boundary"):
        return place.name or owner
    kind = {"bucket": "bucket", "trust": "role", "session": "session"}.get(place.type, "resource")
    return owner if "/" in owner else f"{kind}/{owner}"


def ask(world: World, asked: AskedShape) -> Decision:
    """Runs one request against a world. UnknownReferenceError where it names nobody, or nothing."""
    return decide(*world.effective(asked.caller, asked.resource, asked.action, asked.context))


def _attach(world: World, text: str) -> tuple[World, Reading]:
    """The world with the attachments of a text, and what is wrong with the text."""
    findings: tuple[Finding, ...] = ()
    try:
        value, places = load_yaml(text, "")
        world = world.with_attachments(value, places)
    except ContentError as error:
        findings = error.findings
    return world, Reading(text, PolicyKind.IDENTITY, None, findings, Lines(text), read("").tree)
