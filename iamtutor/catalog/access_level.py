"""The access level of an action, as the service reference sorts them."""

from __future__ import annotations

from enum import StrEnum


class AccessLevel(StrEnum):
    """What kind of thing an action does.

    https://docs.aws.amazon.com/IAM/latest/UserGuide/access_policies_understand-policy-summary-access-level-summaries.html
    """

    LIST = "List"
    READ = "Read"
    WRITE = "Write"
    PERMISSIONS_MANAGEMENT = "Permissions management"
    TAGGING = "Tagging"


def access_level(text: str) -> AccessLevel:
    """The level that the data names: of "Tagging, Write" the first, which says more. Raises ValueError."""
    return AccessLevel(text.partition(",")[0])
