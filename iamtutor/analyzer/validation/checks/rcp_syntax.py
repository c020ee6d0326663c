"""What a resource control policy may hold.

RCP_SYNTAX_ERROR_PRINCIPAL, RCP_SYNTAX_ERROR_ALLOW, RCP_SYNTAX_ERROR_NOTACTION and RCP_SYNTAX_ERROR_ACTION. An Allow is
taken only as AWS's own policy RCPFullAWSAccess has it: everyone, every action, every resource, no condition.
"""

from __future__ import annotations

from collections.abc import Iterator

from iamtutor.analyzer.validation.finding import ValidationFinding, found
from iamtutor.analyzer.validation.subject import Stated, Subject
from iamtutor.policy.document import PolicyKind

CODES = (
    "RCP_SYNTAX_ERROR_PRINCIPAL",
    "RCP_SYNTAX_ERROR_ALLOW",
    "RCP_SYNTAX_ERROR_NOTACTION",
    "RCP_SYNTAX_ERROR_ACTION",
)


def check(subject: Subject) -> Iterator[ValidationFinding]:
    """Everything in an RCP that Organizations refuses."""
    if subject.kind is not PolicyKind.RCP:
        return
    for statement in subject.statements:
        if "NotPrincipal" in statement.members:
            yield found("RCP_SYNTAX_ERROR_PRINCIPAL", statement.name_of("NotPrincipal"), element="NotPrincipal")
        elif any(named.item.text != "*" for named in statement.principals):
            yield found("RCP_SYNTAX_ERROR_PRINCIPAL", statement.element("Principal"), element="Principal")
        if statement.not_action:
            yield found("RCP_SYNTAX_ERROR_NOTACTION", statement.name_of("NotAction"))
        if statement.allows:
            if not _is_full_access(statement):
                yield found("RCP_SYNTAX_ERROR_ALLOW", statement.element("Effect"))
        elif not statement.not_action:
            yield from _actions(statement)


def _is_full_access(statement: Stated) -> bool:
    return (
        [item.text for item in statement.actions] == ["*"]
        and [item.text for item in statement.resources] == ["*"]
        and not statement.not_action
        and not statement.not_resource
        and not statement.tests
    )


def _actions(statement: Stated) -> Iterator[ValidationFinding]:
    from iamtutor.access.service_rules import rcp_services  # loads the evaluator, which other policies do not need

    for item in statement.actions:
        prefix, colon, _ = item.text.lower().partition(":")
        if item.text == "*" or (colon and prefix not in rcp_services()):
            yield found("RCP_SYNTAX_ERROR_ACTION", item.place, action=item.text)
