"""What differs between two decisions, layer by layer."""

from __future__ import annotations

from typing import NamedTuple

from iamtutor.access import Decision, Layer
from iamtutor.access.picture import State, path_of


class LayerChange(NamedTuple):
    """A layer that says something else now; `layer` None is the check for an explicit Deny."""

    layer: Layer | None
    before: State
    after: State


def changed_layers(before: Decision, after: Decision) -> tuple[LayerChange, ...]:
    """The layers that say something else, in the order of the evaluation. One without a box counts as not there."""
    old = {step.layer: step.state for step in path_of(before).steps}
    new = {step.layer: step.state for step in path_of(after).steps}
    layers = dict.fromkeys((*new, *old))
    pairs = ((layer, old.get(layer, State.ABSENT), new.get(layer, State.ABSENT)) for layer in layers)
    return tuple(LayerChange(layer, one, other) for layer, one, other in pairs if one is not other)
