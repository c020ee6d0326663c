"""The very caller whom the keys of a request describe, where one caller stands for many.

The search takes any caller of a kind and chooses name, ARN and account as keys; an example must be somebody whose own
name they are.
"""

from __future__ import annotations

from typing import Final

from iamtutor.access import EffectivePolicies, Principal, PrincipalKind, Request
from iamtutor.access.principal import UnknownPrincipalError
from iamtutor.policy.arn import Arn
from iamtutor.reason.witness import Asked, Witness, replayed

CALLER_KEYS: Final = frozenset({"aws:principalarn", "aws:username", "aws:principalaccount", "aws:principaltype"})
"""What follows from the caller, so that it need not be said."""


def certain_principal(request: Request) -> Principal:
    """The caller that has the ARN and the name, or the account, of the request's keys; as it was where they agree."""
    principal, context = request.principal, request.context
    if principal.arn is None:
        return principal
    arn, name, account = (context.get(key) for key in ("aws:principalarn", "aws:username", "aws:principalaccount"))
    written = arn if isinstance(arn, str) and arn != (principal.role_arn or principal.arn) else principal.arn
    if written is principal.arn:
        parts = Arn.parse(principal.arn)
        assert parts is not None
        if principal.kind is PrincipalKind.USER and isinstance(name, str) and name != principal.name:
            parts = parts._replace(resource=f"user/{name}")
        if isinstance(account, str) and account != parts.account:
            parts = parts._replace(account=account)
        written = str(parts)
    try:
        found = principal if written == principal.arn else Principal.parse(written)
    except UnknownPrincipalError:
        return principal
    return found if found.kind is principal.kind else principal


def with_certain_caller(witness: Witness, first: EffectivePolicies, second: EffectivePolicies) -> Witness:
    """The witness asked by that caller; as it was where that would be no difference any more."""
    request = witness.request
    principal = certain_principal(request)
    if principal is request.principal:
        return witness
    chosen = {key: value for key, value in request.written.items() if key.lower() not in CALLER_KEYS}
    asked = Asked(principal, request.action, request.resource, request.resource_account, {}, chosen)
    return replayed(asked, first, second) or witness
