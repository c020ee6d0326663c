"""What is offered where, and in which order."""

from typing import Any

import pytest

from iamtutor.catalog import GLOBAL_KEYS
from iamtutor.cloud import Slot
from iamtutor.editing.candidate import CandidateKind, Said, told
from iamtutor.editing.key_texts import holding
from iamtutor.editing.meaning import meaning_of
from iamtutor.editing.messages import MESSAGES
from iamtutor.editing.operator_words import operator_meaning
from iamtutor.policy import PolicyKind
from iamtutor.policy.operators import OPERATORS, parse_operator
from iamtutor.words import missing
from tests.editing.marked import offered, statement, texts, vocabulary

IDENTITY, TRUST, RESOURCE, SCP, RCP = (
    PolicyKind.IDENTITY,
    PolicyKind.TRUST,
    PolicyKind.RESOURCE,
    PolicyKind.SCP,
    PolicyKind.RCP,
)
BUCKET = Slot("bucket", "acme-reports")  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("kind", "marked", "wanted"),
    [
        (IDENTITY, '{"|"}', ["Version", "Statement", "Id"]),
        (IDENTITY, '{"Version": "2012-10-17", "|"}', ["Statement", "Id"]),
        (IDENTITY, '{"Version": "|"}', ["2012-10-17", "2008-10-17"]),
        (
            IDENTITY,
            '{"Statement": {"|"}}',
            ["Effect", "Action", "Resource", "Condition", "Sid", "NotAction", "NotResource"],
        ),
        (SCP, '{"Statement": {"P|"}}', []),
        (TRUST, '{"Statement": {"|"}}', ["Effect", "Principal", "Action", "Condition", "Sid", "NotAction", "NotPrincipal"]),
        (RCP, '{"Statement": {"Not|"}}', ["NotResource"]),
        (RESOURCE, '{"Statement": {"Principal": "*", "|", "Action": "s3:*"}}', ["Effect", "Resource", "Condition", "Sid", "NotResource"]),
        (IDENTITY, '{"Statement": {"Effect": "|"}}', ["Allow", "Deny"]),
        (RCP, '{"Statement": {"Effect": "|"}}', ["Deny", "Allow"]),
        (IDENTITY, '{"Statement": {"Effect": "d|"}}', ["Deny"]),
        (RESOURCE, '{"Statement": {"Principal": {"AWS": "*", "|"}}}', ["Service", "Federated", "CanonicalUser"]),
        (TRUST, '{"Statement": {"Principal": {"|"}}}', ["AWS", "Service", "Federated"]),
        (RESOURCE, '{"Statement": {"Principal": "|"}}', ["*"]),
    ],
)  # fmt: skip
def test_elements(kind: PolicyKind, marked: str, wanted: list[str]) -> None:
    assert texts(offered(marked, kind)) == wanted


def test_services_of_the_world_come_first() -> None:
    found = texts(offered(statement('"Action": "|"')))
    assert found[:6] == ["s3:", "iam:", "sts:", "dynamodb:", "sqs:", "kms:"]
    assert "ec2:" in found


def test_actions_of_a_service() -> None:
    completion = offered(statement('"Action": ["s3:GetObject", "S3:pu|"]'))
    assert completion is not None
    found = texts(completion)
    assert found[:3] == ["s3:PutObject", "s3:PutBucketPolicy", "s3:Put*"]
    assert told(completion.candidates[0].note, "ko") == "쓰기"
    count = sum(name.lower().startswith("s3:put") for name in vocabulary().catalog.index.names)
    assert told(completion.candidates[2].note, "en") == f"{count} actions"


def test_what_is_there_already_is_not_offered_again() -> None:
    assert "s3:GetObject" not in texts(offered(statement('"Action": ["s3:GetObject", "s3:Get|"]')))


def test_a_pattern_says_how_much_it_matches() -> None:
    completion = offered(statement('"Action": "s3:*Tagging|"'))
    assert completion is not None
    first, *others = completion.candidates
    assert first.kind is CandidateKind.PATTERN
    assert [each.text for each in others] == list(vocabulary().catalog.expand("s3:*tagging"))
    assert first.note == Said("editing.pattern-count", {"count": len(vocabulary().catalog.expand("s3:*tagging"))})


def test_an_action_without_its_service() -> None:
    assert texts(offered(statement('"Action": "assumer|"')))[0] == "sts:AssumeRole"


def test_scattered_letters_are_the_last_resort() -> None:
    assert texts(offered(statement('"Action": "s3:gtobjct|"')))[0] == "s3:GetObject"


@pytest.mark.parametrize(
    ("principal", "wanted"),
    [
        ('{"Service": "ec2.amazonaws.com"}', ["sts:AssumeRole", "sts:TagSession", "sts:SetSourceIdentity", "sts:SetContext"]),
        ('{"Federated": "accounts.google.com"}', ["sts:AssumeRoleWithWebIdentity", "sts:TagSession", "sts:SetSourceIdentity"]),
        ('{"Federated": "arn:aws:iam::111122223333:saml-provider/x"}', ["sts:AssumeRoleWithSAML", "sts:TagSession", "sts:SetSourceIdentity"]),
    ],
)  # fmt: skip
def test_a_trust_policy_grants_the_actions_that_suit_its_principals(principal: str, wanted: list[str]) -> None:
    assert texts(offered(statement(f'"Principal": {principal}, "Action": "|"'), TRUST)) == wanted


def test_a_bucket_policy_speaks_of_its_bucket() -> None:
    actions = texts(offered(statement('"Principal": "*", "Action": "|"'), RESOURCE, slot=BUCKET))
    assert all(name.startswith("s3:") for name in actions)
    found = texts(
        offered(statement('"Principal": "*", "Action": "s3:ListBucket", "Resource": "|"'), RESOURCE, slot=BUCKET)
    )
    assert found == ["arn:aws:s3:::acme-reports", "*"]


def test_an_rcp_speaks_of_the_services_that_support_it() -> None:
    found = texts(offered(statement('"Action": "|"'), RCP))
    assert "s3:" in found
    assert "iam:" not in found
    assert "*" not in found


@pytest.mark.parametrize(
    ("action", "first"),
    [
        ("s3:GetObject", "arn:aws:s3:::acme-reports/*"),
        ("s3:ListBucket", "arn:aws:s3:::acme-reports"),
        ("sqs:SendMessage", "arn:aws:sqs:ap-northeast-2:111122223333:orders"),
        ("dynamodb:GetItem", "arn:aws:dynamodb:ap-northeast-2:111122223333:table/customers"),
        ("iam:PassRole", "arn:aws:iam::111122223333:role/deploy"),
        ("kms:Decrypt", "arn:aws:kms:ap-northeast-2:111122223333:key/1234abcd-12ab-34cd-56ef-1234567890ab"),
    ],
)
def test_resources_suit_the_actions(action: str, first: str) -> None:
    found = texts(offered(statement(f'"Action": "{action}", "Resource": "|"')))
    assert found[0] == first
    service = action.partition(":")[0]
    assert all(arn == "*" or arn.split(":")[2] == service for arn in found)


def test_an_action_without_resources_takes_the_star_alone() -> None:
    assert texts(offered(statement('"Action": "s3:ListAllMyBuckets", "Resource": "|"'))) == ["*"]


def test_a_part_of_a_name_is_enough() -> None:
    assert texts(offered(statement('"Action": "s3:ListBucket", "Resource": "payr|"'))) == ["arn:aws:s3:::acme-payroll"]


def test_principals_of_the_world() -> None:
    found = texts(offered(statement('"Principal": {"AWS": "|"}'), TRUST))
    assert found[:2] == ["arn:aws:iam::111122223333:root", "arn:aws:iam::111122223333:user/dev"]
    assert "arn:aws:iam::111122223333:role/app" in found
    assert texts(offered(statement('"Principal": {"Service": "lam|"}'), TRUST))[0] == "lambda.amazonaws.com"


def test_operators() -> None:
    found = texts(offered(statement('"Action": "s3:*", "Condition": {"|"}')))
    assert found[0] == "StringEquals"
    assert found.index("StringEquals") < found.index("StringEqualsIfExists") < found.index("ForAnyValue:StringEquals")
    assert "NullIfExists" not in found
    assert all(parse_operator(name) is not None for name in found)
    under = texts(offered(statement('"Action": "s3:*", "Condition": {"B|": {"aws:SecureTransport": "false"}}')))
    assert under == ["Bool", "BoolIfExists"]
    several = texts(offered(statement('"Condition": {"|": {"aws:TagKeys": "team"}}')))
    assert several[0] == "ForAnyValue:StringEquals"


def test_condition_keys_of_the_actions() -> None:
    found = texts(offered(statement('"Action": "s3:ListBucket", "Condition": {"StringLike": {"s3:|"}}')))
    assert "s3:prefix" in found
    assert "s3:x-amz-acl" not in found
    other = texts(offered(statement('"Action": "sqs:SendMessage", "Condition": {"StringLike": {"|"}}')))
    assert not [key for key in other if key.startswith("s3:")]
    assert "aws:PrincipalOrgID" in other


def test_condition_keys_suit_the_operator() -> None:
    found = texts(offered(statement('"Action": "s3:GetObject", "Condition": {"Bool": {"|"}}')))
    assert "aws:SecureTransport" in found
    assert "aws:SourceIp" not in found
    assert texts(offered(statement('"Condition": {"IpAddress": {"aws:S|"}}')))[0] == "aws:SourceIp"
    assert (
        texts(offered(statement('"Condition": {"ForAnyValue:StringEquals": {"aws:|"}}')))[0] == "aws:PrincipalOrgPaths"
    )


def test_tags_of_the_world_in_keys_and_values() -> None:
    assert texts(offered(statement('"Condition": {"StringEquals": {"aws:PrincipalT|"}}')))[:2] == [
        "aws:PrincipalTag/team",
        "aws:PrincipalTag/",
    ]
    values = '"Condition": {"StringEquals": {"aws:PrincipalTag/team": ["red", "|"]}}'
    assert texts(offered(statement(values))) == ["blue", "audit"]
    tag = '"Action": "s3:GetObject", "Condition": {"StringEquals": {"s3:ExistingObjectTag/|"}}'
    assert "s3:ExistingObjectTag/status" in texts(offered(statement(tag)))


VALUES: dict[tuple[str, str], list[str]] = {
    ("Bool", "aws:SecureTransport"): ["true", "false"],
    ("Null", "aws:PrincipalTag/team"): ["true", "false"],
    ("StringEquals", "aws:PrincipalAccount"): ["111122223333", "444455556666", "999988887777"],
    ("StringEquals", "aws:username"): ["dev"],
    ("IpAddress", "aws:SourceIp"): ["203.0.113.0/24", "198.51.100.0/24"],
    ("StringEquals", "s3:x-amz-server-side-encryption"): ["AES256", "aws:kms", "aws:kms:dsse"],
}


@pytest.mark.parametrize(("operator", "key"), VALUES)
def test_values(operator: str, key: str) -> None:
    where = statement(f'"Condition": {{"{operator}": {{"{key}": "|"}}}}')
    found = texts(offered(where, world="two-accounts"))
    assert found[: len(VALUES[operator, key])] == VALUES[operator, key]


def test_values_of_an_organization() -> None:
    world = vocabulary("two-accounts").things.world
    assert world is not None
    assert world.organization is not None
    where = statement('"Condition": {"StringEquals": {"aws:PrincipalOrgID": "|"}}')
    assert texts(offered(where, world="two-accounts")) == [world.organization.id]
    where = statement('"Condition": {"ForAnyValue:StringLike": {"aws:PrincipalOrgPaths": "|"}}')
    assert all(path.startswith(f"{world.organization.id}/r-") for path in texts(offered(where, world="two-accounts")))


def test_regions_of_the_world_come_first() -> None:
    found = texts(offered(statement('"Condition": {"StringEquals": {"aws:RequestedRegion": "|"}}')))
    assert found[0] == "ap-northeast-2"
    assert "us-east-1" in found


def test_variables() -> None:
    found = texts(offered(statement('"Action": "s3:GetObject", "Resource": "arn:aws:s3:::b/${|}/*"')))
    assert found[0] == "aws:username"
    assert "aws:PrincipalTag/team" in found
    assert "aws:TagKeys" not in found
    assert "aws:SecureTransport" not in found


@pytest.mark.parametrize(
    "marked",
    [
        '"Action": "|"',
        '"Action": "dynamodb:Get|"',
        '"Action": "dynamodb:GetItem", "Resource": "|"',
        '"Condition": {"StringEquals": {"|"}}',
        '"Condition": {"StringEquals": {"aws:RequestedRegion": "|"}}',
        '"Resource": "arn:aws:s3:::b/${|}"',
        '"Condition": {"Null": {"aws:PrincipalTag/x": "|"}}',
    ],
)
def test_the_catalogue_alone_is_enough(marked: str) -> None:
    found = offered(statement(marked), world="")
    assert found is not None
    assert not any(candidate.is_here for candidate in found.candidates)


def test_without_a_world_forms_of_arns_are_offered() -> None:
    assert texts(offered(statement('"Action": "dynamodb:GetItem", "Resource": "|"'), world="")) == [
        "arn:aws:dynamodb:*:*:table/*",
        "*",
    ]


def test_what_is_complete_is_known_to_be() -> None:
    complete = offered(statement('"Action": "sts:AssumeRoleWithSAML|"'))
    assert complete is not None
    assert complete.is_complete
    begun = offered(statement('"Action": "s3:GetObj|"'))
    assert begun is not None
    assert not begun.is_complete


def test_every_candidate_has_a_meaning() -> None:
    wherever: list[tuple[str, PolicyKind, dict[str, Any]]] = [
        ('{"|"}', IDENTITY, {}),
        ('{"Version": "|"}', IDENTITY, {}),
        ('{"Statement": {"|"}}', RESOURCE, {}),
        (statement('"Action": "s3:|"'), IDENTITY, {}),
        (statement('"Action": "|"'), IDENTITY, {}),
        (statement('"Resource": "|"'), IDENTITY, {}),
        (statement('"Principal": {"|"}'), RESOURCE, {}),
        (statement('"Principal": {"AWS": "|"}'), RESOURCE, {}),
        (statement('"Principal": {"Service": "|"}'), RESOURCE, {}),
        (statement('"Principal": {"Federated": "|"}'), TRUST, {}),
        (statement('"Condition": {"|"}'), IDENTITY, {}),
        (statement('"Action": "s3:*", "Condition": {"StringEquals": {"|"}}'), IDENTITY, {}),
        (statement('"Action": "s3:*", "Resource": "arn:aws:s3:::b/${|}"'), IDENTITY, {}),
    ]
    for marked, kind, wanted in wherever:
        completion = offered(marked, kind, **wanted)
        assert completion is not None
        for candidate in completion.candidates:
            meaning = meaning_of(candidate, vocabulary())
            assert told(meaning, "ko"), candidate
            assert told(meaning, "en"), candidate
            assert isinstance(told(candidate.note, "ko"), str)


def test_every_global_key_and_operator_is_told() -> None:
    assert [name for name, key in GLOBAL_KEYS.items() if holding(key) is None] == []
    assert [name for name in OPERATORS if not operator_meaning(name)] == []


def test_both_languages_say_everything() -> None:
    assert list(missing(MESSAGES)) == []
