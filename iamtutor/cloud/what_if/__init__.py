"""What if the request were another, or a statement were gone: each variation is decided anew, nothing is guessed."""

from iamtutor.cloud.what_if.changes import LayerChange, changed_layers
from iamtutor.cloud.what_if.flips import CallerChange, Change, Flip, Flips, KeyChange, Removal, flips
from iamtutor.cloud.what_if.suggestions import (
    actions_near,
    caller_references,
    keys_asked,
    resources_known,
    values_for,
)
from iamtutor.cloud.what_if.variation import Variation, decide_variation

__all__ = [
    "CallerChange",
    "Change",
    "Flip",
    "Flips",
    "KeyChange",
    "LayerChange",
    "Removal",
    "Variation",
    "actions_near",
    "caller_references",
    "changed_layers",
    "decide_variation",
    "flips",
    "keys_asked",
    "resources_known",
    "values_for",
]
