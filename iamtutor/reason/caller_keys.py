"""The condition keys that follow from a caller, as domains: fixed where the caller is known, free where it stands for many."""

from __future__ import annotations

from iamtutor.access.principal import Principal, PrincipalKind
from iamtutor.access.request import principal_context
from iamtutor.reason.charset import ANY, DIGITS
from iamtutor.reason.domain import NEVER, KeyDomain, KeyDomains
from iamtutor.reason.glob import class_glob, joined_globs, literal_glob, repeated_glob

_OF_USERS = ("aws:username",)
_OF_IDENTITIES = (
    "aws:principaltag/", "aws:principalorgid", "aws:principalorgpaths", "aws:userid", "aws:multifactorauthpresent",
    "aws:multifactorauthage", "aws:tokenissuetime", "aws:sourceidentity",
)  # fmt: skip
"""Keys that no anonymous caller, service or provider has."""
_WHO = {"aws:principalarn", "aws:principalaccount", "aws:username", "aws:userid"}
_WITH_USERS_AND_ROLES = {PrincipalKind.USER: "user/", PrincipalKind.ROLE: "role/"}


def with_caller(keys: KeyDomains, principal: Principal, *, stands_for_many: bool) -> KeyDomains:
    """The domains with what follows from the caller.

    With `stands_for_many` the caller is an example: its ARN, account and name may be others of the same kind.
    """
    follows = {key.lower(): value for key, value in principal_context(principal).items()}
    free = _WHO if stands_for_many else set[str]()
    shape = joined_globs(
        (
            literal_glob("arn:aws:iam::"),
            repeated_glob(DIGITS, 12),
            literal_glob(f":{_WITH_USERS_AND_ROLES.get(principal.kind, '')}"),
            class_glob(ANY),
        )
    )

    def domain_of(key: str, action: str | None) -> KeyDomain:
        if key in follows and key not in free:
            return KeyDomain(fixed=follows[key], absent=False)
        if key in _OF_USERS and key not in follows:
            return NEVER
        if not principal.has_identity and key.startswith(_OF_IDENTITIES):
            return NEVER
        if key in _WHO and key in follows:
            hint = follows[key]
            hints = (hint,) if isinstance(hint, str) else ()
            return KeyDomain(
                absent=False, multivalued=False, hints=hints, shape=shape if key == "aws:principalarn" else None
            )
        return keys(key, action)

    return domain_of
