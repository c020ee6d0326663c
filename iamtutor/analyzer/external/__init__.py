"""External access: who outside a zone of trust can reach which resource, proved and shown by a request."""

from typing import TYPE_CHECKING

from iamtutor.lazy import lazily

if TYPE_CHECKING:
    from iamtutor.analyzer.external.analysis import analyze
    from iamtutor.analyzer.external.results import (
        Analysis,
        ExternalFinding,
        Narrowing,
        Openness,
        OpenQuestion,
        OpenReason,
        Shown,
        ShownPrincipal,
    )
    from iamtutor.analyzer.external.zone import NoOrganizationError, Zone, ZoneKind

__all__ = [
    "Analysis",
    "ExternalFinding",
    "Narrowing",
    "NoOrganizationError",
    "OpenQuestion",
    "OpenReason",
    "Openness",
    "Shown",
    "ShownPrincipal",
    "Zone",
    "ZoneKind",
    "analyze",
]

__getattr__ = lazily(
    __name__,
    {
        "Analysis": "results",
        "ExternalFinding": "results",
        "Narrowing": "results",
        "NoOrganizationError": "zone",
        "OpenQuestion": "results",
        "OpenReason": "results",
        "Openness": "results",
        "Shown": "results",
        "ShownPrincipal": "results",
        "Zone": "zone",
        "ZoneKind": "zone",
        "analyze": "analysis",
    },
)
