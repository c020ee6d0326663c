"""The condition keys that follow from a caller, as domains: fixed where the caller is known, free where it stands for many."""

from __future__ import annotations

from iamtutor.access.principal import PrincipalKind
from iamtutor.access.request import principal_context
from iamtutor.reason.arn_template import entity_globs
from iamtutor.reason.callers import Caller, StandsFor
from iamtutor.reason.charset import DIGITS, IAM_NAME
from iamtutor.reason.domain import NEVER, KeyDomain, KeyDomains
from iamtutor.reason.glob import NOT_EMPTY, Glob, class_glob, joined_globs, literal_glob, repeated_glob

_OF_USERS = ("aws:username",)
_OF_IDENTITIES = (
    "aws:principaltag/", "aws:principalorgid", "aws:principalorgpaths", "aws:userid", "aws:multifactorauthpresent",
    "aws:multifactorauthage", "aws:tokenissuetime", "aws:sourceidentity",
)  # fmt: skip
"""Keys that no anonymous caller, service or provider has."""
_OF_SERVICES = ("aws:principalservicename", "aws:principalservicenameslist")
_UNSIGNED = "anonymous"
"""What the keys that every request has hold where nobody signed it; aws:PrincipalArn is not among them, and names only
users, roles, root users and federated users.

https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_condition-keys.html
"""
_ARN, _ACCOUNT, _SERVICE = "aws:principalarn", "aws:principalaccount", "aws:principalservicename"
_WHO = frozenset({_ARN, _ACCOUNT, _SERVICE, "aws:username", "aws:userid"})
_ENDS = {
    PrincipalKind.USER: entity_globs("user/"),
    PrincipalKind.ROLE: entity_globs("role/"),
    PrincipalKind.ROOT: (literal_glob("root"),),
    PrincipalKind.FEDERATED_USER: entity_globs("federated-user/")[:1],
}


def with_caller(keys: KeyDomains, caller: Caller) -> KeyDomains:
    """The domains with what follows from the caller: where it stands for others, what any of them may have."""
    principal = caller.principal
    follows = {key.lower(): value for key, value in principal_context(principal).items()}
    free = {
        StandsFor.ITSELF: frozenset[str](),
        StandsFor.ITS_ACCOUNT: frozenset({_ARN, "aws:username"}),
        StandsFor.ITS_KIND: _WHO,
    }[caller.stands_for]
    shapes = _shapes(caller)

    def domain_of(key: str, action: str | None) -> KeyDomain:
        value = follows.get(key)
        if value is not None and key not in free:
            return KeyDomain(fixed=value, absent=False)
        if key in _OF_USERS and value is None:
            return NEVER
        if key in _OF_SERVICES and principal.kind is not PrincipalKind.SERVICE:
            return NEVER
        if key == _ARN and not principal.has_identity:
            return NEVER
        if principal.kind is PrincipalKind.ANONYMOUS and key in (_ACCOUNT, "aws:userid"):
            return KeyDomain(fixed=_UNSIGNED, absent=False)
        if not principal.has_identity and key.startswith(_OF_IDENTITIES):
            return NEVER
        if value is not None:
            hints = (value,) if isinstance(value, str) else ()
            return KeyDomain(absent=False, multivalued=False, hints=hints, shapes=shapes.get(key, (NOT_EMPTY,)))
        return keys(key, action)

    return domain_of


def _shapes(caller: Caller) -> dict[str, tuple[Glob, ...]]:
    """What the keys of those look like for whom a caller stands."""
    principal = caller.principal
    account = repeated_glob(DIGITS, 12)
    shapes: dict[str, tuple[Glob, ...]] = {_ACCOUNT: (account,), "aws:username": (class_glob(IAM_NAME),)}
    if principal.kind is PrincipalKind.ROOT:
        shapes["aws:userid"] = (account,)
    if caller.stands_for is StandsFor.ITS_ACCOUNT:
        account = literal_glob(principal.account or "")
    service = "sts" if principal.kind is PrincipalKind.FEDERATED_USER else "iam"
    start = joined_globs((literal_glob(f"arn:aws:{service}::"), account, literal_glob(":")))
    shapes[_ARN] = tuple(joined_globs((start, end)) for end in _ENDS.get(principal.kind, ()))
    return shapes
