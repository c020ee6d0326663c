"""Everything that policy validation says: a finding by its code, why it matters, and how it is mended."""

from __future__ import annotations

from typing import Final

from iamtutor.analyzer.validation import opinion_messages, reader_messages
from iamtutor.analyzer.validation.checks import (
    action_messages,
    arn_messages,
    condition_key_messages,
    handing_over_messages,
    operator_messages,
    organization_messages,
    principal_messages,
    resource_messages,
    value_messages,
)
from iamtutor.words import Messages

MESSAGES: Final[Messages] = {
    message_id: texts
    for table in (
        reader_messages,
        action_messages,
        arn_messages,
        condition_key_messages,
        handing_over_messages,
        operator_messages,
        organization_messages,
        principal_messages,
        resource_messages,
        value_messages,
        opinion_messages,
    )
    for message_id, texts in table.MESSAGES.items()
}
"""The messages by id: ``validation.<CODE>``, ``….why`` and ``….mend``."""

VALIDATION_MESSAGES: Final = MESSAGES
"""The same, under the name that the room makes public."""
