"""What condition keys may hold, as the catalogue knows them: type, one value or several, and for which actions."""

from __future__ import annotations

from dataclasses import replace
from functools import lru_cache
from typing import Final

from iamtutor.access.request import ALWAYS_SENT
from iamtutor.catalog import GLOBAL_KEYS, Catalog, ConditionKey, GlobalKey, KeyType, UnknownNameError, named_key
from iamtutor.reason.actions import Actions
from iamtutor.reason.charset import DIGITS
from iamtutor.reason.domain import FREE, NEVER, KeyDomain, KeyDomains
from iamtutor.reason.glob import repeated_glob

_OF_SOME_ACTIONS: Final = ("aws:resourcetag/", "aws:requesttag/", "aws:tagkeys")
"""Global keys that only the actions have that name them (Service Authorization Reference)."""
_ACCOUNTS: Final = ("aws:principalaccount", "aws:resourceaccount", "aws:sourceaccount", "s3:resourceaccount")
_WITH_FRACTIONS: Final = ("tlsversion", "spotprice", "percentage", "percent", "cpu")
"""How the names of keys end whose numbers may have a fraction."""
_HINTS: Final = {
    "aws:sourceip": ("203.0.113.10",),
    "aws:securetransport": ("true",),
    "aws:viaawsservice": ("false",),
    "aws:currenttime": ("2026-01-15T09:00:00Z",),
    "aws:epochtime": ("1768467600",),
    "aws:useragent": ("aws-cli/2.17.0",),
    "aws:requestedregion": ("us-east-1", "ap-northeast-2", "eu-central-1"),
    "aws:sourcevpc": ("vpc-0a1b2c3d4e5f67890",),
    "aws:sourcevpce": ("vpce-0a1b2c3d4e5f67890",),
    "aws:principalorgid": ("o-exampleorgid",),
    "aws:sourceaccount": ("111122223333",),
}
"""Values that read well, where a policy leaves the choice."""
_WITHOUT_OWNER: Final = ("ebs", "ec2", "events", "guardduty", "macie2", "es", "route53", "securityhub")
"""Services of which some actions have no aws:ResourceAccount; all others always have it (same page)."""
_ACROSS_SERVICES: Final = frozenset(
    {
        "codebuild:buildarn", "codebuild:projectarn", "ec2:roledelivery", "ec2:sourceinstancearn", "glue:credentialissuingservice",
        "glue:roleassumedby", "identitystore:userid", "lambda:sourcefunctionarn", "ssm:sourceinstancearn",
    }
)  # fmt: skip
"""Keys of one service in requests to others: of the workload that holds the credentials (same page)."""


@lru_cache(maxsize=4)
def known_keys(actions: Actions) -> KeyDomains:
    """The domains of keys by the catalogue; a key that it does not know may be missing or hold anything."""

    @lru_cache(maxsize=4096)
    def of_key(key: str) -> tuple[GlobalKey | ConditionKey, bool, KeyDomain] | None:
        known = _named(actions.catalog, key)
        if known is None:
            return None
        return known, _is_of_some_actions(actions.catalog, known, key), _domain(known, key)

    def domain_of(key: str, action: str | None) -> KeyDomain:
        found = of_key(key)
        if found is None:
            return FREE
        known, of_some_actions, domain = found
        if action is not None and of_some_actions and not _takes(actions, action, key, known):
            return NEVER
        if key == "aws:resourceaccount" and action is not None and action.partition(":")[0] not in _WITHOUT_OWNER:
            return replace(domain, absent=False)
        return domain

    return domain_of


@lru_cache(maxsize=4096)
def _named(catalog: Catalog, key: str) -> GlobalKey | ConditionKey | None:
    try:
        return catalog.condition_key(key)
    except UnknownNameError:
        return None


def _is_of_some_actions(catalog: Catalog, known: GlobalKey | ConditionKey, key: str) -> bool:
    """Whether only those actions take a key that name it.

    What an identity provider said of a session (``saml:sub``, ``cognito-identity.amazonaws.com:sub``) stays in its later
    requests to any service; the prefix of such a key is no service.
    https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_iam-condition-keys.html
    """
    if isinstance(known, GlobalKey):
        return known.name in GLOBAL_KEYS and key.startswith(_OF_SOME_ACTIONS)
    return key not in _ACROSS_SERVICES and key.partition(":")[0] in catalog.services


def _takes(actions: Actions, action: str, key: str, known: GlobalKey | ConditionKey) -> bool:
    number = actions.number(action)
    if number is None:
        return True
    if isinstance(known, ConditionKey) and action.partition(":")[0] not in actions.catalog.homes_of_key(key):
        return False  # seen without opening the service
    taken = actions.keys(number)
    return key in taken or known.name.lower() in taken or named_key(key, taken) is not None


def _domain(known: GlobalKey | ConditionKey, key: str) -> KeyDomain:
    also = known.also if isinstance(known, GlobalKey) else None
    domain = KeyDomain(
        absent=key not in ALWAYS_SENT,
        multivalued=known.multivalued,
        kinds=frozenset({known.type} if also is None else {known.type, also}),
        whole=not key.endswith(_WITH_FRACTIONS),
        hints=_HINTS.get(key, ()),
    )
    if known.type is KeyType.BOOL:
        return replace(domain, values=("true", "false"))
    if key in _ACCOUNTS:
        return replace(domain, shapes=(repeated_glob(DIGITS, 12),))
    return domain
