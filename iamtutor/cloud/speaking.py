"""Whether a policy can speak for a caller's access to something at all: seen at once, before anything is proved.

It errs on one side only: where it says no, no request is allowed.
"""

from __future__ import annotations

from collections.abc import Iterable

from iamtutor.access import NamedPolicy, Principal, PrincipalKind
from iamtutor.policy import Effect, PatternElement, Statement

_WILD = "*?$"


def speaks_of(policies: Iterable[NamedPolicy], arn: str, service: str, *, by_name: bool = False) -> bool:
    """Whether some Allow may be about what has this ARN, or lies under it, by an action of the service.

    With `by_name` an Allow about everything ("*" and nothing else) does not count.
    """
    return any(
        _may_act(statement.action, service)
        and _may_be(statement.resource, arn)
        and not (by_name and _is_everything(statement.resource))
        for policy in policies
        for statement in policy.document.statements
        if statement.effect is Effect.ALLOW
    )


def speaks_to(policy: NamedPolicy, principal: Principal, *, by_name: bool = False) -> bool:
    """Whether some Allow of a resource's policy may name the caller; with `by_name` naming everybody does not count."""
    return any(_may_name(statement, principal, by_name) for statement in policy.document.statements)


def _may_act(element: PatternElement, service: str) -> bool:
    if element.negated:
        return True
    heads = (text.value.lower().partition(":")[0] for text in element.patterns)
    return any(any(char in head for char in _WILD) or head == service for head in heads)


def _may_be(element: PatternElement | None, arn: str) -> bool:
    if element is None or element.negated:
        return True
    return any(_overlaps(_start(text.value), arn) for text in element.patterns)


def _is_everything(element: PatternElement | None) -> bool:
    return element is not None and not element.negated and all(text.value == "*" for text in element.patterns)


def _start(pattern: str) -> str:
    """What comes before the first wildcard or variable."""
    return pattern[: min((at for char in _WILD if (at := pattern.find(char)) >= 0), default=len(pattern))]


def _overlaps(start: str, arn: str) -> bool:
    return start.startswith(arn) or arn.startswith(start)


def _may_name(statement: Statement, principal: Principal, by_name: bool) -> bool:
    element = statement.principal
    if statement.effect is not Effect.ALLOW or element is None:
        return False
    if element.negated:
        return not by_name
    if by_name and any(entry.value == "*" for entry in element.entries):
        return False
    if principal.kind in (PrincipalKind.SERVICE, PrincipalKind.PROVIDER):
        return any(entry.value in ("*", principal.name) for entry in element.entries)
    account = principal.account
    return any("*" in entry.value or (account is not None and account in entry.value) for entry in element.entries)
