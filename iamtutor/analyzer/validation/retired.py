"""Services that are gone from the service reference and that policy validation lets pass all the same.

They stood in the service reference until the year given; ValidatePolicy said nothing in 2026 about the AWS managed
policies that still name them. It does object to ``elastic-inference``, which is gone too and so is not listed.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

RETIRED: Final[Mapping[str, int]] = {
    "application-cost-profiler": 2025,
    "codestar": 2026,
    "deepcomposer": 2025,
    "deeplens": 2025,
    "deepracer": 2025,
    "evidently": 2026,
    "iot1click": 2024,
    "iotevents": 2026,
    "zocalo": 2017,
}
"""The last year in which the service reference listed a prefix; zocalo is the first name of workdocs."""

UNLISTED_KEYS: Final = frozenset({"aws:principalorgmasteraccountid"})
"""Global keys that stand in no list, in small letters; the managed policy AWSSSOServiceRolePolicy asks this one."""
