"""Values of condition keys: those that a key's type allows, those that AWS lists, and what there is in the world."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import Final

from iamtutor.catalog import REGIONS, SERVICE_PRINCIPALS, KeyType
from iamtutor.cloud.context import instant
from iamtutor.editing.candidate import Candidate, CandidateKind, Said, Words
from iamtutor.editing.offers.condition_keys import tags_for
from iamtutor.editing.offers.principals import service_principal_candidate
from iamtutor.editing.offers.resources import resource
from iamtutor.editing.place import Place
from iamtutor.editing.vocabulary import Vocabulary
from iamtutor.policy.operators import parse_operator
from iamtutor.reason.known_keys import known_keys

_LISTED: Final = {
    "s3:x-amz-server-side-encryption": ("AES256", "aws:kms", "aws:kms:dsse"),
    "s3:x-amz-acl": (
        "private", "public-read", "public-read-write", "authenticated-read", "aws-exec-read", "bucket-owner-read",
        "bucket-owner-full-control", "log-delivery-write",
    ),
    "s3:x-amz-storage-class": (
        "STANDARD", "STANDARD_IA", "ONEZONE_IA", "INTELLIGENT_TIERING", "GLACIER", "DEEP_ARCHIVE", "GLACIER_IR",
    ),
    "s3:tlsversion": ("1.2", "1.3"),
    "s3:delimiter": ("/",),
    "ec2:metadatahttptokens": ("required", "optional"),
    "aws:principaltype": ("Account", "User", "FederatedUser", "AssumedRole", "Anonymous"),
    "token.actions.githubusercontent.com:aud": ("sts.amazonaws.com",),
    "saml:aud": ("https://signin.aws.amazon.com/saml",),
}  # fmt: skip
"""Values that the keys' own pages list.

https://docs.aws.amazon.com/AmazonS3/latest/userguide/amazon-s3-policy-keys.html,
https://docs.aws.amazon.com/AmazonS3/latest/userguide/acl-overview.html,
https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_variables.html#principaltable,
https://docs.aws.amazon.com/IAM/latest/UserGuide/id_roles_create_for-idp_oidc.html
"""
_ACCOUNT_KEYS: Final = (
    "aws:principalaccount", "aws:resourceaccount", "aws:sourceaccount", "aws:vpceaccount", "s3:resourceaccount",
    "kms:calleraccount", "s3:dataaccesspointaccount",
)  # fmt: skip
_ORGANIZATION_KEYS: Final = ("aws:principalorgid", "aws:resourceorgid", "aws:sourceorgid", "aws:vpceorgid")
_PATH_KEYS: Final = ("aws:principalorgpaths", "aws:resourceorgpaths", "aws:sourceorgpaths", "aws:vpceorgpaths")
_SERVICE_KEYS: Final = (
    "iam:passedtoservice", "aws:principalservicename", "aws:principalservicenameslist", "iam:awsservicename",
    "aws:calledvia", "aws:calledviafirst", "aws:calledvialast",
)  # fmt: skip
_POLICY_KEYS: Final = ("iam:policyarn", "iam:permissionsboundary")
_RESOURCE_KEYS: Final = ("aws:sourcearn", "iam:associatedresourcearn")


def condition_values(place: Place, vocabulary: Vocabulary) -> Iterator[Candidate]:
    """What a key could be compared with."""
    operator = parse_operator(place.operator)
    key = place.key.lower()
    found = _booleans() if operator is not None and operator.is_null else _of_key(key, vocabulary)
    for candidate in found:
        if candidate.text not in place.beside:
            yield candidate


def _of_key(key: str, vocabulary: Vocabulary) -> Iterator[Candidate]:
    source = _SOURCES.get(key)
    if source is not None:
        yield from source(vocabulary)
    yield from (_value(each) for each in _LISTED.get(key, ()))
    yield from (_value(each, Said("editing.tag-here"), here=True) for each in _tag_values(key, vocabulary))
    known = vocabulary.key(key)
    if known is None:
        return
    if known.type is KeyType.BOOL:
        yield from _booleans()
        return
    if source is None:
        yield from (_value(each, Said("editing.example")) for each in known_keys(vocabulary.actions)(key, None).hints)


def _value(text: str, about: Words = "", *, here: bool = False, note: Words = "") -> Candidate:
    return Candidate(CandidateKind.VALUE, text, note, about, is_here=here)


def _booleans() -> Iterator[Candidate]:
    yield from (_value(each) for each in ("true", "false"))


def _tag_values(key: str, vocabulary: Vocabulary) -> tuple[str, ...]:
    if key == "aws:tagkeys":
        return tuple(vocabulary.things.tags)
    tags = {name.lower(): values for name, values in tags_for(key, vocabulary).items()}
    return tags.get(key.partition("/")[2], ())


def _accounts(vocabulary: Vocabulary) -> Iterator[Candidate]:
    for id_, name in vocabulary.things.accounts.items():
        yield _value(id_, Said("editing.thing-account", {"name": name, "account": name}), here=True, note=name)


def _organization(vocabulary: Vocabulary) -> Iterator[Candidate]:
    world = vocabulary.things.world
    if world is not None and world.organization is not None:
        yield _value(world.organization.id, Said("editing.organization"), here=True)


def _paths(vocabulary: Vocabulary) -> Iterator[Candidate]:
    """The paths of the units with accounts, each with and without what lies below."""
    world = vocabulary.things.world
    if world is None or world.organization is None:
        return
    paths = dict.fromkeys(path for name in world.accounts if (path := world.organization.path_of(name)).count("/") > 1)
    for path in paths:
        yield _value(path, Said("editing.org-path"), here=True)
        yield _value(f"{path}*", Said("editing.org-path-below"), here=True)


def _regions(vocabulary: Vocabulary) -> Iterator[Candidate]:
    here = vocabulary.things.regions
    for code in (*here, *(each for each in REGIONS if each not in here)):
        region = REGIONS.get(code)
        title: Words = region.title if region is not None else ""
        yield _value(code, title, here=code in here, note=title)


def _principal_arns(vocabulary: Vocabulary) -> Iterator[Candidate]:
    yield from (resource(each) for each in vocabulary.things.principals)


def _names(vocabulary: Vocabulary) -> Iterator[Candidate]:
    for thing in vocabulary.things.principals:
        if thing.kind == "user":
            about = Said("editing.thing-user", {"name": thing.name, "account": thing.account})
            yield _value(thing.name, about, here=True)


def _services(vocabulary: Vocabulary) -> Iterator[Candidate]:
    yield from (service_principal_candidate(name, vocabulary) for name in SERVICE_PRINCIPALS)


def _policies(vocabulary: Vocabulary) -> Iterator[Candidate]:
    yield from (resource(each) for each in vocabulary.things.policies)


def _resources(vocabulary: Vocabulary) -> Iterator[Candidate]:
    skipped = ("object", "objects", "user", "group", "role", "policy")
    yield from (resource(each) for each in vocabulary.things.resources if each.kind not in skipped)


def _endpoints(vocabulary: Vocabulary) -> Iterator[Candidate]:
    world = vocabulary.things.world
    for name in world.endpoints if world is not None else ():
        yield _value(name, Said("editing.endpoint"), here=True)


def _networks(vocabulary: Vocabulary) -> Iterator[Candidate]:
    world = vocabulary.things.world
    endpoints = world.endpoints.values() if world is not None else ()
    yield from (_value(vpc, Said("editing.vpc"), here=True) for each in endpoints if (vpc := each.vpc) is not None)


def _prefixes(vocabulary: Vocabulary) -> Iterator[Candidate]:
    """The folders of the buckets."""
    for thing in vocabulary.things.resources:
        if thing.kind == "objects" and (folder := thing.arn.partition("/")[2].removesuffix("*")):
            yield _value(folder, Said("editing.folder", {"name": thing.name}), here=True)
            yield _value(f"{folder}*", Said("editing.folder", {"name": thing.name}), here=True)


def _addresses(vocabulary: Vocabulary) -> Iterator[Candidate]:
    """Addresses that nobody has: those set apart for documentation (RFC 5737)."""
    for block in ("203.0.113.0/24", "198.51.100.0/24"):
        yield _value(block, Said("editing.example"))


def _now(vocabulary: Vocabulary) -> Iterator[Candidate]:
    if vocabulary.things.world is not None:
        yield _value(instant(vocabulary.things.world.now), Said("editing.now"), here=True)


def _via(vocabulary: Vocabulary) -> Iterator[Candidate]:
    """https://docs.aws.amazon.com/kms/latest/developerguide/conditions-kms.html#conditions-kms-via-service"""
    for region in vocabulary.things.regions or ("*",):
        for service in ("s3", "ec2", "lambda", "rds", "sqs", "dynamodb", "secretsmanager"):
            yield _value(f"{service}.{region}.amazonaws.com", Said("editing.via"), here=region != "*")


_SOURCES: Final[dict[str, Callable[[Vocabulary], Iterator[Candidate]]]] = {
    **dict.fromkeys(_ACCOUNT_KEYS, _accounts),
    **dict.fromkeys(_ORGANIZATION_KEYS, _organization),
    **dict.fromkeys(_PATH_KEYS, _paths),
    **dict.fromkeys(_SERVICE_KEYS, _services),
    **dict.fromkeys(_POLICY_KEYS, _policies),
    **dict.fromkeys(_RESOURCE_KEYS, _resources),
    "aws:requestedregion": _regions,
    "aws:principalarn": _principal_arns,
    "aws:username": _names,
    "aws:sourcevpce": _endpoints,
    "aws:sourcevpc": _networks,
    "s3:prefix": _prefixes,
    "aws:sourceip": _addresses,
    "aws:vpcsourceip": _addresses,
    "aws:currenttime": _now,
    "kms:viaservice": _via,
}
"""Where the values of a key come from."""
