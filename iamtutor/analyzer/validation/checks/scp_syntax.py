"""SCP_SYNTAX_ERROR_ACTION_WILDCARD: a wildcard that is not at the end of an action.

AWS Organizations has taken such actions since September 2025; the page still lists the check.
"""

from __future__ import annotations

from collections.abc import Iterator

from iamtutor.analyzer.validation.finding import ValidationFinding, found
from iamtutor.analyzer.validation.subject import Subject
from iamtutor.policy.document import PolicyKind
from iamtutor.policy.pattern import is_wild

CODES = ("SCP_SYNTAX_ERROR_ACTION_WILDCARD",)


def check(subject: Subject) -> Iterator[ValidationFinding]:
    """Every action of an SCP with a wildcard before its end."""
    if subject.kind is not PolicyKind.SCP:
        return
    for statement in subject.statements:
        for item in statement.actions:
            if is_wild(item.text.removesuffix("*")) and "${" not in item.text:
                yield found("SCP_SYNTAX_ERROR_ACTION_WILDCARD", item.place, action=item.text)
