"""AWS's global condition keys, in the order of their page, which was read in 2026.

https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_condition-keys.html
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

from iamtutor.catalog.global_keys import network, principal, request, resource, session
from iamtutor.catalog.global_keys.key import GlobalKey, Section

GLOBAL_KEYS: Final[Mapping[str, GlobalKey]] = {
    key.name: key for section in (principal, session, network, resource, request) for key in section.KEYS
}
"""Every global key by its name as AWS writes it."""

__all__ = ["GLOBAL_KEYS", "GlobalKey", "Section"]
