"""What condition keys may hold for a party outside: what follows from it is settled, what it can choose is free.

For a party whom nobody names, keys of networks, sources and organisations hold nothing that a policy writes out: they
are what a stranger's own would be. Which those keys are follows
https://docs.aws.amazon.com/AmazonS3/latest/userguide/access-control-block-public-access.html ("The meaning of public").
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace
from functools import lru_cache
from typing import Final

from iamtutor.access.condition import ConditionTest
from iamtutor.access.principal import PrincipalKind
from iamtutor.access.public_access import FIXING_KEYS, is_narrow
from iamtutor.analyzer.external.parties import Party
from iamtutor.analyzer.external.telling_apart import SOURCE_KEYS
from iamtutor.cloud import World
from iamtutor.cloud.references import owner_of
from iamtutor.policy.operators.ip import address, network
from iamtutor.policy.pattern import is_wild, pattern
from iamtutor.reason.arn_template import entity_globs
from iamtutor.reason.bounds import public_addresses_first
from iamtutor.reason.charset import ANY, IAM_NAME
from iamtutor.reason.domain import NEVER, KeyDomain, KeyDomains
from iamtutor.reason.glob import Glob, class_glob, joined_globs, literal_glob

NETWORK_KEYS: Final = frozenset(
    {"aws:vpcsourceip", "aws:sourcevpcarn", "aws:vpceaccount", "aws:vpceorgid", "aws:vpceorgpaths"}
)
"""Keys of networks that came after the page of S3 was written (Condition keys, "Properties of the network")."""
UNCHOSEN: Final = FIXING_KEYS | NETWORK_KEYS | {"kms:calleraccount"}
"""Keys that a caller cannot set to what somebody else's policy asks for."""
_UNIQUE: Final = {"user": "AIDAEXAMPLEOUTSIDE001", "role": "AROAEXAMPLEOUTSIDE001"}
_NAME: Final = class_glob(IAM_NAME)
_ANYTHING: Final = class_glob(ANY)
_STRANGE_ARNS: Final = {
    "s3:dataaccesspointarn": "arn:aws:s3:us-east-1:{account}:accesspoint/",
    "aws:sourcevpcarn": "arn:aws:ec2:us-east-1:{account}:vpc/",
    "s3:x-amz-server-side-encryption-aws-kms-key-id": "arn:aws:kms:us-east-1:{account}:key/",
}
_NOBODY: Final = "222233334444"


def party_keys(
    world: World, party: Party, tests: Iterable[ConditionTest], zone: Iterable[str], keys: KeyDomains
) -> KeyDomains:
    """The domains of keys for a party; `keys` are those of the place, `tests` every condition that is asked."""
    asked = tuple(tests)
    own = {**_of_identity(world, party), **_of_organization(party), **_of_source(world, party, asked, frozenset(zone))}
    account = party.principal.account

    @lru_cache(maxsize=1024)
    def domain_of(key: str, action: str | None) -> KeyDomain:
        if key == "kms:calleraccount":
            of_kms = action is None or action.startswith("kms:")
            return KeyDomain(fixed=account, absent=False) if account is not None and of_kms else NEVER
        found = own.get(key)
        if found is not None:
            return found
        if party.unnamed and key == "aws:sourceip":
            return _far_addresses(asked)
        domain = keys(key, action)
        return _strange(key, domain, asked, account) if party.unnamed and key in UNCHOSEN else domain

    return domain_of


def _of_identity(world: World, party: Party) -> Mapping[str, KeyDomain]:
    """Name, ARN and unique ID: those of the caller, or any of its kind."""
    principal = party.principal
    named = principal.role_arn or principal.arn
    if principal.account is None or named is None:
        return {}
    found: dict[str, KeyDomain] = {}
    kind = principal.kind
    word = {PrincipalKind.USER: "user", PrincipalKind.ROLE: "role", PrincipalKind.SESSION: "role"}.get(kind)
    if word is not None:
        found["aws:userid"] = _unique_id(world, party, word, named)
    if not party.stands_for_many:
        return found
    start = named.removesuffix(principal.name)
    shapes = entity_globs(start)[: 1 if kind is PrincipalKind.FEDERATED_USER else 2]
    found["aws:principalarn"] = KeyDomain(
        absent=False, multivalued=False, shapes=shapes, barred=party.apart, hints=(named,)
    )
    if kind is PrincipalKind.USER:
        found["aws:username"] = _like("", principal.name, _NAME)
    if kind is PrincipalKind.FEDERATED_USER:
        found["aws:userid"] = _like(f"{principal.account}:", f"{principal.account}:{principal.name}")
    return found


def _like(start: str, hint: str, rest: Glob = _ANYTHING, *, multivalued: bool = False) -> KeyDomain:
    """A key that is always there and whose texts begin so."""
    shape = joined_globs((literal_glob(start), rest))
    return KeyDomain(absent=False, multivalued=multivalued, shapes=(shape,), hints=(hint,))


def _unique_id(world: World, party: Party, word: str, arn: str) -> KeyDomain:
    """AIDA… of a user, AROA…:session of a role; AWS chooses them, so that a stranger's is none that is written."""
    known = world.directory.by_arn.get(arn)
    held = getattr(world.accounts[known.account].entities(known.kind)[known.name], "unique_id", None) if known else None
    unique = held or (_UNIQUE[word] if party.unnamed else None)
    hint = f"{unique or _UNIQUE[word]}{':session' if word == 'role' else ''}"
    if word == "user" and unique is not None:
        return KeyDomain(fixed=unique, absent=False)
    start = "AIDA" if word == "user" else "AROA" if unique is None else f"{unique}:"
    return _like(start, hint)


def _of_organization(party: Party) -> Mapping[str, KeyDomain]:
    """The organisation and the path in it; of an account that the world does not know any path."""
    if party.principal.account is None:
        return {}
    if party.organization is None:
        return {"aws:principalorgid": NEVER, "aws:principalorgpaths": NEVER}
    if party.path is not None:
        paths = KeyDomain(fixed=(party.path,), absent=False)
    else:
        paths = _like(f"{party.organization}/", f"{party.organization}/r-ab12/", multivalued=True)
    return {"aws:principalorgid": KeyDomain(fixed=party.organization, absent=False), "aws:principalorgpaths": paths}


def _of_source(
    world: World, party: Party, tests: tuple[ConditionTest, ...], zone: frozenset[str]
) -> Mapping[str, KeyDomain]:
    """The resource on whose behalf a service calls; other callers never carry these keys.

    https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_condition-keys.html#condition-keys-sourcearn
    """
    if party.source is None:
        return dict.fromkeys(SOURCE_KEYS, NEVER)
    arns = tuple(dict.fromkeys(_source_arns(world, party, party.source, tests, zone)))
    account = KeyDomain(fixed=party.source, absent=False)
    found = {
        "aws:sourcearn": KeyDomain(values=arns, absent=False, multivalued=False),
        "aws:sourceaccount": account,
        "aws:sourceowner": account,
        "aws:sourceorgid": NEVER,
        "aws:sourceorgpaths": NEVER,
    }
    organization = party.source_organization
    if organization is not None:
        found["aws:sourceorgid"] = KeyDomain(fixed=organization, absent=False)
        found["aws:sourceorgpaths"] = _like(f"{organization}/", f"{organization}/r-ab12/", multivalued=True)
    return found


def _source_arns(
    world: World, party: Party, account: str, tests: tuple[ConditionTest, ...], zone: frozenset[str]
) -> Iterator[str]:
    """The ARNs that policies ask for, filled in for the account, and one that none of them asks for."""
    for test in tests:
        if test.key != "aws:sourcearn":
            continue
        for text in test.condition.values:
            parts = text.value.split(":", 5)
            if len(parts) < 6 or "${" in text.value or (party.unnamed and not is_wild(text.value)):
                continue
            if parts[4] and not pattern(parts[4])(account):
                continue
            if is_wild(parts[4]):
                parts[4] = account
            arn = ":".join(part.replace("*", "example").replace("?", "x") for part in parts)
            owner = owner_of(world, arn)
            if parts[4] or owner is None or world.accounts[owner.account].id not in zone:
                yield arn
    yield f"arn:aws:sns:us-east-1:{account}:example"


def _strange(key: str, domain: KeyDomain, tests: tuple[ConditionTest, ...], account: str | None) -> KeyDomain:
    """What a stranger's own would be: nothing that is written out, in an ARN the stranger's own account."""
    if domain.settled:
        return domain
    start = _STRANGE_ARNS.get(key)
    if start is not None:
        begins = start.format(account=account or _NOBODY)
        return replace(_like(begins, f"{begins}example"), absent=True)
    written = {text.value for test in tests if test.key == key for text in test.condition.values}
    return replace(domain, absent=True, barred=(*domain.barred, *sorted(text for text in written if not is_wild(text))))


def _far_addresses(tests: tuple[ConditionTest, ...]) -> KeyDomain:
    """Addresses in no narrow range that a policy writes, or none, as through a VPC endpoint: a wide range is everybody."""
    written = {text.value for test in tests if test.key == "aws:sourceip" for text in test.condition.values}
    narrow = [found for text in sorted(written) if is_narrow(text) and (found := network(text)) is not None]

    def is_far(text: str) -> bool:
        found = address(text)
        return found is not None and not any(found in each for each in narrow)

    far = tuple(text for text in public_addresses_first(sorted(written)) if is_far(text))
    return KeyDomain(values=far, multivalued=False) if far else NEVER
