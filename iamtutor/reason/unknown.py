"""What the engine cannot decide, and why: never a wrong answer, never a silent skip."""

from __future__ import annotations

from enum import StrEnum


class Reason(StrEnum):
    """Why a comparison stays open."""

    BUDGET = "budget"
    VARIABLES = "variables"
    MIXED_OPERATORS = "mixed-operators"
    RELATED_KEYS = "related-keys"
    MISMATCH = "mismatch"
    NO_CATALOG = "no-catalog"
    NOT_PRINCIPAL_ALLOW = "not-principal-allow"


class UndecidedError(Exception):
    """A question that stays open; `about` is the key or pattern on which it hangs."""

    def __init__(self, reason: Reason, about: str = "") -> None:
        super().__init__(reason, about)
        self.reason = reason
        self.about = about
