"""What the data of every service must hold for the rest to be true."""

from __future__ import annotations

import re
from collections.abc import Iterator

import pytest

from iamtutor.catalog import AccessLevel, Catalog, GlobalKey, KeyType, Service, UnknownNameError, named_key

NOT_DEFINED = {("kms", "kms:RecipientAttestation:PCR8:ServiceName")}
"""Keys that AWS's own pages give to actions and define nowhere."""


def services(catalog: Catalog) -> Iterator[Service]:
    return (catalog.service(prefix) for prefix in catalog.services)


def test_every_service_is_whole(catalog: Catalog) -> None:
    undefined = set()
    for service in services(catalog):
        for name, action in service.actions.items():
            assert name == action.name.lower()
            assert re.fullmatch(r"[A-Za-z0-9-]+", action.name)
            assert action.service == service.prefix
            assert all(each.name.lower() in service.resource_types for each in action.resource_types)
            assert len({each.name for each in action.resource_types}) == len(action.resource_types)
            for dependent in action.dependent_actions:
                assert catalog.index.number(dependent) is not None
            undefined |= {
                (service.prefix, key) for key in service.keys_of(action) if key.lower() not in service.condition_keys
            }
        assert all(kind.arn.startswith("arn:") for kind in service.resource_types.values())
        assert service.title
    assert undefined == NOT_DEFINED


def test_the_index_says_what_the_services_say(catalog: Catalog) -> None:
    index = catalog.index
    seen = 0
    for service in services(catalog):
        for action in service.actions.values():
            number = index.number(action.full_name)
            assert number is not None
            assert index.names[number] == action.full_name
            assert index.access_level(number) is action.access_level
            assert index.resource_types(number) == tuple((each.name, each.required) for each in action.resource_types)
            seen += 1
    assert seen == len(index) > 20_000


@pytest.mark.parametrize(
    ("name", "level", "required", "keys"),
    [
        ("s3:ListBucket", AccessLevel.LIST, {"bucket": False}, {"s3:prefix", "s3:delimiter", "s3:max-keys"}),
        ("s3:GetObject", AccessLevel.READ, {"object": False}, {"s3:ExistingObjectTag/<key>"}),
        ("iam:PassRole", AccessLevel.WRITE, {"role": True}, {"iam:PassedToService"}),
        ("ec2:RunInstances", AccessLevel.WRITE, {"image": True}, {"ec2:InstanceType"}),
        ("sts:AssumeRole", AccessLevel.WRITE, {"role": True}, {"sts:ExternalId", "sts:RoleSessionName"}),
        ("iam:AttachUserPolicy", AccessLevel.PERMISSIONS_MANAGEMENT, {"user": True}, {"iam:PolicyARN"}),
        ("ec2:CreateTags", AccessLevel.TAGGING, {"instance": False}, {"ec2:CreateAction", "aws:TagKeys"}),
    ],
)
def test_actions_that_everybody_knows(
    catalog: Catalog, name: str, level: AccessLevel, required: dict[str, bool], keys: set[str]
) -> None:
    action = catalog.action(name.upper())
    assert action.full_name == name
    assert action.access_level is level
    assert required.items() <= {each.name: each.required for each in action.resource_types}.items()
    assert keys <= set(catalog.service(action.service).keys_of(action))


@pytest.mark.parametrize(
    ("written", "name", "kind", "multivalued"),
    [
        ("S3:PREFIX", "s3:prefix", KeyType.STRING, False),
        ("s3:ExistingObjectTag/team", "s3:ExistingObjectTag/<key>", KeyType.STRING, False),
        ("aws:requesttag/Team", "aws:RequestTag/${TagKey}", KeyType.STRING, False),
        ("aws:RequestTag/${TagKey}", "aws:RequestTag/${TagKey}", KeyType.STRING, False),
        ("aws:tagkeys", "aws:TagKeys", KeyType.STRING, True),
        ("kms:EncryptionContext:AppName", "kms:EncryptionContext:${EncryptionContextKey}", KeyType.STRING, False),
        ("saml:aud", "saml:aud", KeyType.STRING, False),
        ("identitystore:GroupId", "identitystore:GroupId", KeyType.STRING, True),
        ("accounts.google.com:sub", "accounts.google.com:sub", KeyType.STRING, False),
        ("token.actions.githubusercontent.com:sub", None, KeyType.STRING, False),
        ("oidc.eks.ap-northeast-2.amazonaws.com/id/EXAMPLED539D:aud", None, KeyType.STRING, False),
        ("ec2:SourceInstanceARN", "ec2:SourceInstanceArn", KeyType.ARN, False),
    ],
)
def test_a_condition_key_by_the_name_in_a_policy(
    catalog: Catalog, written: str, name: str | None, kind: KeyType, multivalued: bool
) -> None:
    key = catalog.condition_key(written)
    assert (key.name, key.type, key.multivalued) == (name or written, kind, multivalued)


@pytest.mark.parametrize("written", ["aws:RequestTag/", "aws:RequestTag", "aws:TagKeys/x", "s3:sub", "sub", ".:aud"])
def test_what_is_no_condition_key(catalog: Catalog, written: str) -> None:
    with pytest.raises(UnknownNameError):
        catalog.condition_key(written)


def test_a_placeholder_takes_at_least_one_character() -> None:
    assert named_key("x:tag/a/b", ["x:tag/${TagKey}"]) == "x:tag/${TagKey}"
    assert named_key("x:tag/", ["x:tag/${TagKey}"]) is None
    assert named_key("x:a.value", ["x:${name}.value", "x:${name}"]) == "x:${name}.value"


def test_global_keys_come_first(catalog: Catalog) -> None:
    assert isinstance(catalog.condition_key("aws:ResourceTag/team"), GlobalKey)


@pytest.mark.parametrize(
    ("written", "first"),
    [
        ("s3:GetObjekt", "s3:GetObject"),
        ("s4:GetObject", "s3:GetObject"),
        ("GetObject", "s3:GetObject"),
        ("s3:prefx", "s3:prefix"),
        ("s3:buckt", "s3:bucket"),
        ("aws:SorceIp", "aws:SourceIp"),
        ("SourceIp", "aws:SourceIp"),
        ("dynamo:GetItem", "dynamodb:GetItem"),
        ("s3:GetItem", "dax:GetItem"),
        ("lamda", "lambda"),
        ("ecs-taks.amazonaws.com", "ecs-tasks.amazonaws.com"),
        ("ap-northest-2", "ap-northeast-2"),
        ("iam:PasRole", "iam:PassRole"),
    ],
)
def test_what_was_probably_meant(catalog: Catalog, written: str, first: str) -> None:
    with pytest.raises(UnknownNameError) as caught:
        catalog.action(written)
    assert caught.value.suggestions[0] == first
