"""How fine a generated policy is. Light, because the command line asks before it reads anything."""

from __future__ import annotations

from enum import StrEnum
from typing import Final

MOST_RESOURCES: Final = 50
"""How many resources of one bucket or type an action lists where nothing else is said."""


class Level(StrEnum):
    """How fine the policy is: actions on everything, or actions on the resources that were used."""

    ACTION = "action"
    RESOURCE = "resource"
