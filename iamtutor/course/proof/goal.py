"""What an exercise asks for: access between a floor and a ceiling, as worlds with other texts in the slots."""

from __future__ import annotations

import json
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from functools import cached_property

from iamtutor.catalog import Catalog
from iamtutor.cloud import World
from iamtutor.course.placing import SlotText, place_all
from iamtutor.course.task import TaskSlot
from iamtutor.reason.actions import Actions, actions_of


@dataclass(frozen=True, eq=False)
class Goal:
    """`floor` and `ceiling` are a text for each slot; `callers` whose access counts (none named: everybody's).

    `each_alone` says that every slot must stay below the ceiling even where the others allow everything.

    The catalogue is only opened when something is proved.
    """

    before: World
    slots: tuple[TaskSlot, ...]
    floor: Mapping[str, str]
    ceiling: Mapping[str, str]
    callers: tuple[str, ...]
    catalog: Callable[[], Catalog]
    each_alone: bool = False

    @cached_property
    def floor_world(self) -> World:
        """The world in which everybody may do just what they must."""
        return self._with(self.floor)

    @cached_property
    def ceiling_world(self) -> World:
        """The world in which everybody may do all that they may."""
        return self.floor_world if self.ceiling == self.floor else self._with(self.ceiling)

    @cached_property
    def actions(self) -> Actions:
        """The actions of the catalogue. Raises CatalogError where there is no data."""
        return actions_of(self.catalog())

    @cached_property
    def asks_for_plain_http(self) -> bool:
        """Whether the goal speaks of requests without TLS. Where it does not, nobody is asked to allow them.

        https://docs.aws.amazon.com/AmazonS3/latest/userguide/security-best-practices.html (encryption of data in transit)
        """
        texts = (*self.floor.values(), *self.ceiling.values())
        return any("securetransport" in text.lower() for text in texts)

    def alone(self, slot: TaskSlot, text: SlotText) -> World:
        """The world in which one slot holds a text and every other slot allows everything."""
        others = (SlotText(each, _open(each.place.type, self.before)) for each in self.slots if each is not slot)
        return place_all(self.before, [*others, text])[-1].world

    @cached_property
    def ceilings_alone(self) -> Mapping[str, World]:
        """By slot the world in which its ceiling alone stands in the way."""
        return {slot.key: self.alone(slot, SlotText(slot, self.ceiling[slot.key])) for slot in self.slots}

    def _with(self, texts: Mapping[str, str]) -> World:
        placed = place_all(self.before, [SlotText(slot, texts[slot.key]) for slot in self.slots])
        return placed[-1].world


def _open(slot_type: str, world: World) -> str:
    """A policy that allows everything: where it names principals all accounts of the world, so that they decide."""
    statement: dict[str, object] = {"Effect": "Allow", "Action": "*", "Resource": "*"}
    if slot_type in ("bucket", "resource", "trust", "endpoint"):
        statement["Principal"] = "*" if slot_type == "endpoint" else {"AWS": [*world.directory.accounts_by_id]}
    if slot_type == "trust":
        statement |= {"Action": "sts:*"}
        del statement["Resource"]
    return json.dumps({"Version": "2012-10-17", "Statement": [statement]})
