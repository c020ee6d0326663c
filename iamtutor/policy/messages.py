"""What the reader says, in Korean and English: each finding by its code, and how to mend it under ``<code>.mend``."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

from iamtutor.policy import element_messages, json_messages, value_messages

MESSAGES: Final[Mapping[str, Mapping[str, str]]] = {
    **json_messages.MESSAGES,
    **element_messages.MESSAGES,
    **value_messages.MESSAGES,
}
"""Every message of the reader, by code."""
