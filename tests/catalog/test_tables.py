"""The tables of our own: global condition keys, service principals, Regions and partitions."""

from __future__ import annotations

import importlib.util
import json
import re
from pathlib import Path

import pytest

from iamtutor.catalog import (
    GLOBAL_KEYS,
    PARTITIONS,
    REGIONS,
    SERVICE_PRINCIPALS,
    AccessLevel,
    Catalog,
    KeyType,
    Section,
    service_principal,
)
from iamtutor.catalog.messages import MESSAGES

HANGUL = re.compile("[가-힣]")

# The page's own table of contents, as read in September 2026; its sections in their order.
PAGE = {
    Section.PRINCIPAL: """PrincipalArn PrincipalAccount PrincipalOrgPaths PrincipalOrgID PrincipalTag/${TagKey}
        PrincipalIsAWSService PrincipalServiceName PrincipalServiceNamesList PrincipalType userid username""",
    Section.SESSION: """AssumedRoot FederatedProvider TokenIssueTime SignInSessionArn MultiFactorAuthAge
        MultiFactorAuthPresent ChatbotSourceArn Ec2InstanceSourceVpc Ec2InstanceSourcePrivateIPv4 SourceIdentity
        ec2:RoleDelivery ec2:SourceInstanceArn glue:RoleAssumedBy glue:CredentialIssuingService codebuild:BuildArn
        codebuild:ProjectArn lambda:SourceFunctionArn ssm:SourceInstanceArn identitystore:UserId""",
    Section.NETWORK: "SourceIp SourceVpc SourceVpcArn SourceVpce VpceAccount VpceOrgID VpceOrgPaths VpcSourceIp",
    Section.RESOURCE: "ResourceAccount ResourceOrgID ResourceOrgPaths ResourceTag/${TagKey}",
    Section.REQUEST: """CalledVia CalledViaFirst CalledViaLast CalledViaAWSMCP ViaAWSService ViaAWSMCPService
        CurrentTime EpochTime referer RequestedRegion RequestTag/${TagKey} TagKeys SecureTransport SourceAccount SourceArn
        SourceOrgID SourceOrgPaths UserAgent IsMcpServiceAction""",
}
MULTIVALUED = {
    "aws:PrincipalOrgPaths",
    "aws:PrincipalServiceNamesList",
    "aws:VpceOrgPaths",
    "aws:ResourceOrgPaths",
    "aws:CalledVia",
    "aws:TagKeys",
    "aws:SourceOrgPaths",
}
SENSITIVE = {
    "aws:PrincipalAccount",
    "aws:PrincipalOrgID",
    "aws:ResourceAccount",
    "aws:ResourceOrgID",
    "aws:SourceAccount",
    "aws:SourceOrgID",
    "aws:SourceVpc",
    "aws:SourceVpce",
    "aws:VpceAccount",
    "aws:VpceOrgID",
}


@pytest.mark.parametrize("section", Section)
def test_every_key_of_the_page_is_there(section: Section) -> None:
    listed = {name if ":" in name else f"aws:{name}" for name in PAGE[section].split()}
    assert {key.name for key in GLOBAL_KEYS.values() if key.section is section} == listed


def test_keys_that_hold_many_values_and_keys_that_take_no_wildcard() -> None:
    assert {name for name, key in GLOBAL_KEYS.items() if key.multivalued} == MULTIVALUED
    assert {name for name, key in GLOBAL_KEYS.items() if key.sensitive} == SENSITIVE


@pytest.mark.parametrize("name", GLOBAL_KEYS)
def test_a_key_says_when_it_is_present_in_both_languages(name: str) -> None:
    key = GLOBAL_KEYS[name]
    assert HANGUL.search(key.when.ko)
    assert key.when.en.isascii()
    assert key.when.ko.endswith("다.")
    assert key.when.en.endswith(".")
    assert re.fullmatch(r"condition-keys-[a-z0-9-]+", key.anchor)
    assert key.source.endswith(key.anchor)
    assert isinstance(key.type, KeyType)


def test_types_agree_with_names() -> None:
    for name, key in GLOBAL_KEYS.items():
        if name.lower().endswith("arn"):
            assert key.type is KeyType.ARN
        if re.search(r"Ip(v4)?$|IPv4$", name):
            assert key.type is KeyType.IP
        if re.search(r":(Via|Is)|IsAWSService|Present$|AssumedRoot", name):
            assert key.type is KeyType.BOOL


def test_the_data_gives_global_keys_the_same_type(catalog: Catalog) -> None:
    for prefix in ("s3", "ec2", "iam"):
        for key in catalog.service(prefix).condition_keys.values():
            known = GLOBAL_KEYS.get(key.name)
            assert known is None or (known.type, known.multivalued) == (key.type, key.multivalued)


def test_regions_and_partitions_hang_together() -> None:
    assert {region.partition for region in REGIONS.values()} == set(PARTITIONS)
    for code, region in REGIONS.items():
        assert code == region.code
        assert re.fullmatch(r"[a-z]+(-[a-z]+)+-\d", code)
        assert region.title.ko
        assert region.title.en
    titles = [region.title.ko for region in REGIONS.values()]
    assert len(set(titles)) == len(titles)


def test_regions_are_those_that_aws_gives_its_own_tools() -> None:
    found = importlib.util.find_spec("botocore")
    if found is None or found.origin is None:
        pytest.skip("botocore comes with moto")
    data = json.loads(Path(found.origin).with_name("data").joinpath("partitions.json").read_text("utf-8"))
    theirs = {
        (partition["id"], code)
        for partition in data["partitions"]
        for code in partition["regions"]
        if not code.endswith("global")
    }
    assert theirs - {(region.partition, code) for code, region in REGIONS.items()} == set()
    assert {each["id"]: each["outputs"]["dnsSuffix"] for each in data["partitions"]} == {
        name: partition.suffix for name, partition in PARTITIONS.items()
    }


def test_every_service_principal_acts_for_a_service(catalog: Catalog) -> None:
    for name, principal in SERVICE_PRINCIPALS.items():
        assert re.fullmatch(r"[a-z0-9-]+(\.[a-z0-9-]+)*\.amazonaws\.com", name)
        assert principal.service in catalog.services, name


@pytest.mark.parametrize(
    ("written", "service"),
    [
        ("ec2.amazonaws.com", "ec2"),
        ("LAMBDA.amazonaws.com", "lambda"),
        ("ecs-tasks.amazonaws.com", "ecs"),
        ("states.ap-northeast-2.amazonaws.com", "states"),
        ("states.nowhere-1.amazonaws.com", None),
        ("ec2", None),
        ("", None),
        ("람다.amazonaws.com", None),
        ("amazonaws.com", None),
    ],
)
def test_a_service_principal_by_name(written: str, service: str | None) -> None:
    found = service_principal(written)
    assert (found.service if found else None) == service


def test_every_level_and_section_has_a_word() -> None:
    assert {f"catalog.level-{level.lower().replace(' ', '-')}" for level in AccessLevel} <= set(MESSAGES)
    assert {f"catalog.section-{section}" for section in Section} <= set(MESSAGES)
