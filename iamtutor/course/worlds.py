"""The worlds that lessons and exercises play in: shared ones by id, or written in place."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from pathlib import Path

from iamtutor.cloud import ContentError, Places, UnknownReferenceError, World, load_world, load_yaml, read_world
from iamtutor.course.exercise_shape import WorldShape
from iamtutor.course.placing import slot_of
from iamtutor.course.slot_shape import PlacedPolicyShape
from iamtutor.course.variation import Variation
from iamtutor.policy import Severity, read_value


class Worlds:
    """Finds worlds; a shared one is read once."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self._shared: dict[str, World] = {}

    def find(self, world: WorldShape, places: Places, variation: Variation | None = None) -> World:
        """The world that a file's key `world` names or holds; with a variation, its names drawn anew. ContentError."""
        if isinstance(world, Mapping):
            return read_world(world, places.under(("world",)))
        file = self._folder / f"{world}.yaml"
        if not file.is_file():
            raise ContentError([places.finding("course.unknown-world", ("world",), world=world)])
        if variation is not None and variation.names:
            value, its_places = load_yaml(file)
            return read_world(variation.value(value), its_places)
        if world not in self._shared:
            self._shared[world] = load_world(file)
        return self._shared[world]


def with_policies(world: World, policies: Iterable[PlacedPolicyShape], places: Places) -> World:
    """The world with more policies in it; `places` are those of the list. Raises ContentError."""
    for index, placed in enumerate(policies):
        slot = slot_of(placed)
        reading = read_value(placed.document, slot.kind)
        errors = [finding for finding in reading.findings if finding.severity is Severity.ERROR]
        if errors or reading.document is None:
            path = (index, "document", *(errors[0].path if errors else ()))
            raise ContentError([places.finding(errors[0].code, path, errors[0].arguments)])
        try:
            world = world.with_policy(slot, reading.document)
        except UnknownReferenceError as error:
            raise ContentError([places.finding(error.finding.code, (index,), error.finding.arguments)]) from None
    return world
