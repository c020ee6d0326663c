"""Trust in an OpenID Connect provider that does not say whose token is meant.

MISSING_CONDITION_KEY_FOR_OIDC_PRINCIPAL, MISSING_GITHUB_REPO_CONDITION_KEY and
SPECIFIC_GITHUB_REPO_AND_BRANCH_RECOMMENDED.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from iamtutor.analyzer.validation.finding import ValidationFinding, found
from iamtutor.analyzer.validation.subject import Named, Stated, Subject
from iamtutor.policy.pattern import is_wild

CODES = (
    "MISSING_CONDITION_KEY_FOR_OIDC_PRINCIPAL",
    "MISSING_GITHUB_REPO_CONDITION_KEY",
    "SPECIFIC_GITHUB_REPO_AND_BRANCH_RECOMMENDED",
)
_GITHUB: Final = "token.actions.githubusercontent.com"
_PINS: Final = (":ref:", ":environment:", ":pull_request", ":job_workflow_ref:")


def check(subject: Subject) -> Iterator[ValidationFinding]:
    """Every provider that is trusted whatever its token says."""
    if not subject.is_trust:
        return
    for statement in subject.statements:
        if statement.allows:
            for named in statement.principals:
                provider = _provider(named)
                if provider == _GITHUB:
                    yield from _github(statement, named)
                elif provider and not any(test.lower.startswith(f"{provider}:") for test in statement.tests):
                    code = "MISSING_CONDITION_KEY_FOR_OIDC_PRINCIPAL"
                    yield found(code, named.item.place, provider=provider, key=f"{provider}:sub")


def _provider(named: Named) -> str:
    """The address of an OpenID Connect provider, in small letters; nothing where the principal is none."""
    if named.type != "Federated" or is_wild(named.item.text):
        return ""
    _, arn, address = named.item.text.lower().partition(":oidc-provider/")
    if arn:
        return address
    text = named.item.text.lower()
    return text if "." in text and ":" not in text and " " not in text else ""


def _github(statement: Stated, named: Named) -> Iterator[ValidationFinding]:
    subjects = statement.tests_of(f"{_GITHUB}:sub")
    if not subjects:
        yield found("MISSING_GITHUB_REPO_CONDITION_KEY", named.item.place, key=f"{_GITHUB}:sub")
    for test in subjects:
        for item in test.items:
            if is_wild(item.text) and not _is_specific(item.text):
                yield found("SPECIFIC_GITHUB_REPO_AND_BRANCH_RECOMMENDED", item.place, value=item.text)


def _is_specific(text: str) -> bool:
    """Whether organization and repository are written out and something behind them is pinned."""
    pinned = min((at for pin in _PINS if (at := text.find(pin)) >= 0), default=-1)
    return pinned >= 0 and not is_wild(text[:pinned])
