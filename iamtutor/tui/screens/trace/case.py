"""What the screen is about: one decision, where its statements stand, and the world in which it can be varied."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Literal

from iamtutor.access import Decision
from iamtutor.cloud import World
from iamtutor.cloud.what_if import Variation, decide_variation
from iamtutor.tui.widgets.trace_view import PlaceOf
from iamtutor.words import Bilingual

Keep = Callable[[Variation, Literal["new", "instead"]], None]


@dataclass(frozen=True)
class Case:
    """`notes` are sentences that stand above the picture. `begun` is the request as asked, in `world` with the learner's
    policies; without them nothing can be varied. `name` says whose decision it is, where there are several.

    `keep` takes a variation over: in place of the request that was asked, or as one more. `is_new`: it was asked by nobody
    yet, and one begins by varying it.
    """

    decision: Decision
    place_of: PlaceOf
    notes: tuple[Bilingual, ...] = ()
    world: World | None = None
    begun: Variation | None = None
    name: str = ""
    keep: Keep | None = None
    is_new: bool = False

    @classmethod
    def varied(cls, world: World, begun: Variation, place_of: PlaceOf, notes: tuple[Bilingual, ...] = ()) -> Case:
        """A request that can be varied. Raises UnknownReferenceError where it names nobody, or nothing."""
        return cls(decide_variation(world, begun), place_of, notes, world, begun)
