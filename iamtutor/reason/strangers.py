"""The public: callers about whom a resource policy says nothing, with nothing that it could trust them by.

A policy is public if it lets in an anonymous caller, or a user or role of an account that it does not name, whose
network, organisation and account are not those that it fixes. So a wildcard principal is not public where a condition
(or a Deny) on such a key fixes who it can be; a pattern that leaves the account open, or a range of addresses as wide as
/7 (IPv6: /31), fixes nothing. Services and identity providers that a policy names are not the public.

Follows https://docs.aws.amazon.com/AmazonS3/latest/userguide/access-control-block-public-access.html (the meaning of
"public"), the one definition that AWS publishes; for Amazon EFS also
https://docs.aws.amazon.com/efs/latest/ug/access-control-block-public-access.html.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from ipaddress import IPv4Network, IPv6Network, ip_address
from typing import Final

from iamtutor.access import Principal, PrincipalKind
from iamtutor.policy import Condition, PolicyDocument, PolicyKind
from iamtutor.policy.arn import is_account_id
from iamtutor.policy.operators.ip import network
from iamtutor.policy.pattern import is_wild
from iamtutor.reason.actions import Actions
from iamtutor.reason.arn_template import entity_globs
from iamtutor.reason.bounds import public_addresses_first
from iamtutor.reason.caller_keys import with_caller
from iamtutor.reason.callers import Caller, StandsFor
from iamtutor.reason.documents import Setting, settings_for
from iamtutor.reason.domain import NEVER, KeyDomain, KeyDomains
from iamtutor.reason.glob import joined_globs, literal_glob
from iamtutor.reason.known_keys import known_keys

_ACCOUNTS: Final = ("222233334444", "333344445555", "444455556666", "555566667777")
_NARROWEST_PUBLIC: Final = {4: 8, 6: 32}
"""A range with so long a prefix, or a longer one, fixes who calls."""
_ORGANIZATION: Final = "o-stranger00"
_ARN_KEYS: Final = ("aws:sourcearn", "aws:sourcevpcarn", "s3:dataaccesspointarn")
_ACCOUNT_KEYS: Final = (
    "aws:sourceaccount", "aws:sourceowner", "aws:vpceaccount", "kms:calleraccount", "s3:dataaccesspointaccount",
)  # fmt: skip
_OTHERS: Final = {
    "aws:principalorgid": _ORGANIZATION,
    "aws:sourceorgid": _ORGANIZATION,
    "aws:vpceorgid": _ORGANIZATION,
    "aws:sourcevpc": "vpc-0stranger",
    "aws:sourcevpce": "vpce-0stranger",
    "elasticfilesystem:accessedviamounttarget": "false",
}
_PATHS: Final = ("aws:principalorgpaths", "aws:sourceorgpaths", "aws:vpceorgpaths")


def settings_of_strangers(document: PolicyDocument, kind: PolicyKind, actions: Actions) -> Iterator[Setting]:
    """Every kind of stranger, with the policy in its place."""
    place = next(iter(settings_for(kind, (document,), actions)))
    known = known_keys(actions)
    conditions = tuple(condition for statement in document.statements for condition in statement.conditions)
    for principal in _strangers(document, conditions):
        if kind is PolicyKind.TRUST and principal.arn is None:
            continue  # who assumes a role signs the request
        keys = _stranger_keys(with_caller(known, Caller(principal, StandsFor.ITS_ACCOUNT)), principal, conditions)
        yield replace(place, principal=principal, domain=replace(place.domain, keys=keys))


def _strangers(document: PolicyDocument, conditions: tuple[Condition, ...]) -> Iterator[Principal]:
    yield Principal.anonymous()
    named = {text for text in _texts(document) if not is_wild(text)}
    accounts = (
        next(account for account in _ACCOUNTS if not any(account in text for text in named)),
        *_accounts_alike(conditions),
    )
    for account in dict.fromkeys(account for account in accounts if not any(account in text for text in named)):
        yield Principal.parse(f"arn:aws:iam::{account}:user/stranger")
        yield Principal.parse(f"arn:aws:iam::{account}:role/stranger")


def _texts(document: PolicyDocument) -> Iterator[str]:
    for statement in document.statements:
        if statement.principal is not None:
            yield from (entry.value for entry in statement.principal.entries)
        yield from (text.value for condition in statement.conditions for text in condition.values)


def _accounts_alike(conditions: tuple[Condition, ...]) -> Iterator[str]:
    """Accounts that patterns with wildcards leave open."""
    for condition in conditions:
        key = condition.key.lower()
        for text in condition.values:
            parts = [text.value] if key == "aws:principalaccount" else text.value.split(":")[4:5]
            if key in ("aws:principalaccount", "aws:principalarn") and is_wild("".join(parts)):
                account = parts[0].replace("?", "7")
                account = account.replace("*", "7" * (13 - len(account)), 1).replace("*", "")
                if is_account_id(account):
                    yield account


def _stranger_keys(known: KeyDomains, principal: Principal, conditions: tuple[Condition, ...]) -> KeyDomains:
    """The domains with what a stranger has: values that the policy does not fix."""
    account = principal.account or _ACCOUNTS[0]
    fixed: dict[str, tuple[str, ...]] = {
        **{key: (value,) for key, value in _OTHERS.items()},
        **dict.fromkeys(_ACCOUNT_KEYS, (account,)),
        **{key: tuple(_arns(key, account, conditions)) for key in _ARN_KEYS},
        **dict.fromkeys(_PATHS, (f"{_ORGANIZATION}/r-stranger/ou-stranger/",)),
        "aws:sourceip": tuple(_addresses(conditions)),
        "s3:x-amz-server-side-encryption-aws-kms-key-id": (f"arn:aws:kms:us-east-1:{account}:key/stranger",),
    }
    own = _own_keys(principal)

    def domain_of(key: str, action: str | None) -> KeyDomain:
        if key in own:
            return own[key]
        domain = known(key, action)
        if key not in fixed or domain.settled:
            return domain
        return replace(domain, values=fixed[key], hints=(), multivalued=key in _PATHS or domain.multivalued)

    return domain_of


def _own_keys(principal: Principal) -> dict[str, KeyDomain]:
    """What says who calls: an anonymous caller has none of it, others have names of their own choice."""
    if principal.arn is None:
        return dict.fromkeys(("aws:principalarn", "aws:principalaccount", "aws:userid", "aws:username"), NEVER)
    start = literal_glob(f"arn:aws:iam::{principal.account}:")
    names = tuple(joined_globs((start, end)) for end in entity_globs(f"{principal.kind.value}/"))
    is_user = principal.kind is PrincipalKind.USER
    unique_id = "AIDASTRANGEREXAMPLE00" if is_user else "AROASTRANGEREXAMPLE00:session"
    return {
        "aws:principalarn": KeyDomain(absent=False, multivalued=False, shapes=names, hints=(principal.arn,)),
        "aws:userid": KeyDomain(fixed=unique_id, absent=False),
        "aws:username": KeyDomain(absent=False, multivalued=False, hints=(principal.name,)) if is_user else NEVER,
    }


def _arns(key: str, account: str, conditions: tuple[Condition, ...]) -> Iterator[str]:
    """ARNs of the stranger's own things, as far as the policy's patterns leave the account open."""
    yield f"arn:aws:sns:us-east-1:{account}:stranger"
    for condition in conditions:
        if condition.key.lower() != key:
            continue
        for text in condition.values:
            parts = text.value.split(":", 5)
            if len(parts) < 6:
                if is_wild(text.value):
                    yield text.value.replace("*", "stranger").replace("?", "x")
            elif is_wild(parts[4]) or (not parts[4] and is_wild(parts[5])):
                owner = account if parts[4] else ""
                kept = (part.replace("*", "stranger").replace("?", "x") for part in parts)
                yield ":".join(owner if number == 4 else part for number, part in enumerate(kept))


def _addresses(conditions: tuple[Condition, ...]) -> Iterator[str]:
    """Addresses outside every range that is narrow enough to fix who calls, those that the public has first."""
    asked = [text.value for each in conditions if each.key.lower() == "aws:sourceip" for text in each.values]
    ranges = [found for found in map(network, asked) if found is not None]
    narrow = [found for found in ranges if found.prefixlen >= _NARROWEST_PUBLIC[found.version]]
    for text in public_addresses_first(asked):
        if not any(_lies_in(text, each) for each in narrow):
            yield text


def _lies_in(text: str, found: IPv4Network | IPv6Network) -> bool:
    return ip_address(text) in found
