"""Policies that IAM Access Analyzer has nothing to say about."""

from collections.abc import Iterator
from functools import lru_cache
from typing import Final, Literal

from iamtutor.course.rules.rule import Breach, SlotRule, Written
from iamtutor.policy import Reading, Severity, Span

_ORDER: Final = tuple(Severity)
_FROM: Final = {severity.value.lower().replace("_", "-"): _ORDER[: at + 1] for at, severity in enumerate(_ORDER)}


class PassesValidation(SlotRule):
    """Policy validation finds nothing of `severity` or worse (default: anything but suggestions)."""

    rule: Literal["passes-validation"]
    severity: Literal["error", "security-warning", "warning", "suggestion"] = "warning"

    def breaches(self, written: Written) -> Iterator[Breach]:
        """Every finding, under AWS's code."""
        for slot, reading in written.readings.items():
            if self.slot in (None, slot):
                for code, severity, span in _findings(reading, written.resource_types.get(slot)):
                    if severity in _FROM[self.severity]:
                        yield Breach("course.passes-validation", slot, {"code": code}, span)


@lru_cache(maxsize=64)
def _findings(reading: Reading, resource_type: str | None) -> tuple[tuple[str, Severity, Span], ...]:
    """What is found in a text, once: rules are asked again for every slot that did not change."""
    from iamtutor.analyzer import validate  # opens the catalogue, which few exercises need

    found = validate(reading, resource_type=resource_type)
    return tuple((finding.code, finding.severity, finding.span) for finding in found)
