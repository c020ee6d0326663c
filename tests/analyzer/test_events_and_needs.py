"""What an event needs: its actions, and the resources that the record names."""

from __future__ import annotations

from typing import Any

import pytest

from iamtutor.analyzer.generation.events import OBSERVED, Mapper
from iamtutor.analyzer.generation.events.other import ALSO, BY_SERVICE, SOURCES
from iamtutor.analyzer.generation.events.s3 import VERSIONED
from tests.analyzer.trails import ACCOUNT, REGION, USER, catalog, generated, pairs, record, user

HERE = f"{REGION}:{ACCOUNT}"
KEY = f"arn:aws:kms:{HERE}:key/1234abcd-12ab-34cd-56ef-1234567890ab"


def test_every_row_names_actions_that_the_catalogue_knows_and_its_page() -> None:
    mapper = Mapper(catalog())
    for service, table in BY_SERVICE.items():
        for event, row in table.items():
            mapped = mapper.mapped(f"{service}.amazonaws.com", event)
            assert mapped is not None, (service, event)
            assert len(mapped.actions) == len(row.actions)
            assert row.page == OBSERVED or row.page.startswith("https://docs.aws.amazon.com/")
    known = catalog().services
    assert {*SOURCES.values()} <= known.keys()
    assert {service for services in ALSO.values() for service in services} <= known.keys()
    assert all(catalog().action(action) for pair in VERSIONED.items() for action in pair)


@pytest.mark.parametrize(
    ("source", "event", "actions"),
    [
        ("s3", "ListBuckets", "s3:ListAllMyBuckets"),
        ("s3", "ListObjectsV2", "s3:ListBucket"),
        ("s3", "HeadObject", "s3:GetObject"),
        ("s3", "GetBucketLifecycle", "s3:GetLifecycleConfiguration"),
        ("s3", "CompleteMultipartUpload", "s3:PutObject"),
        ("s3", "GetBucketCors", "s3:GetBucketCORS"),
        ("lambda", "Invoke", "lambda:InvokeFunction"),
        ("lambda", "CreateFunction20150331", "lambda:CreateFunction"),
        ("lambda", "GetFunction20150331v2", "lambda:GetFunction"),
        ("cloudfront", "CreateInvalidation2020_05_31", "cloudfront:CreateInvalidation"),
        ("monitoring", "PutMetricData", "cloudwatch:PutMetricData"),
        ("tagging", "GetResources", "tag:GetResources"),
        ("autoscaling", "RegisterScalableTarget", "application-autoscaling:RegisterScalableTarget"),
        ("streams.dynamodb", "GetRecords", "dynamodb:GetRecords"),
        ("kms", "ReEncrypt", "kms:ReEncryptFrom kms:ReEncryptTo"),
        ("apigateway", "CreateRestApi", "apigateway:POST"),
        ("sts", "GetCallerIdentity", ""),
        ("signin", "ConsoleLogin", ""),
    ],
)
def test_events_that_are_not_named_as_their_actions(source: str, event: str, actions: str) -> None:
    mapped = Mapper(catalog()).mapped(f"{source}.amazonaws.com", event)
    assert mapped is not None
    assert " ".join(mapped.actions) == actions


def test_the_operations_of_the_great_services_are_mapped() -> None:
    """The peer is AWS's own list of operations; a few are newer than the catalogue, and are told where they occur."""
    from botocore.session import get_session

    mapper, session, lost, count = Mapper(catalog()), get_session(), [], 0
    for service, source in GREAT.items():
        for operation in session.get_service_model(service).operation_names:
            count += 1
            if mapper.mapped(f"{source}.amazonaws.com", operation) is None:
                lost.append(f"{service}:{operation}")
    assert count > 2_000
    assert len(lost) < 0.03 * count, lost


GREAT = {
    "s3": "s3", "s3control": "s3", "lambda": "lambda", "dynamodb": "dynamodb", "sqs": "sqs", "sns": "sns", "kms": "kms",
    "sts": "sts", "iam": "iam", "ec2": "ec2", "logs": "logs", "cloudwatch": "monitoring", "events": "events", "ecs": "ecs",
    "ecr": "ecr", "secretsmanager": "secretsmanager", "ssm": "ssm", "cloudformation": "cloudformation", "rds": "rds",
    "stepfunctions": "states", "cloudfront": "cloudfront", "autoscaling": "autoscaling", "organizations": "organizations",
    "application-autoscaling": "autoscaling", "bedrock-runtime": "bedrock", "apigateway": "apigateway",
    "elbv2": "elasticloadbalancing", "resourcegroupstaggingapi": "tagging", "sesv2": "ses", "dynamodbstreams": "streams.dynamodb",
}  # fmt: skip


@pytest.mark.parametrize("event", ["Nothing", "", "GetObject\n", "ListBucketsé", "20150331"])
def test_what_nobody_knows_is_not_mapped(event: str) -> None:
    assert Mapper(catalog()).mapped("s3.amazonaws.com", event) is None
    assert Mapper(catalog()).mapped("nowhere.example.com", event) is None


CASES: list[tuple[dict[str, Any], set[tuple[str, str]]]] = [
    (
        record("lambda", "Invoke", {"functionName": "hook:prod"}),
        {("lambda:InvokeFunction", f"arn:aws:lambda:{HERE}:function:hook:prod")},
    ),
    (
        record("lambda", "Invoke", {"functionName": "444455556666:function:hook", "qualifier": "7"}),
        {("lambda:InvokeFunction", f"arn:aws:lambda:{REGION}:444455556666:function:hook:7")},
    ),
    (
        record("lambda", "Invoke", {"functionName": f"arn:aws:lambda:{HERE}:function:hook:prod"}),
        {("lambda:InvokeFunction", f"arn:aws:lambda:{HERE}:function:hook:prod")},
    ),
    (
        record("s3", "PutObject", {"bucketName": "b", "key": "k", "x-amz-acl": "private"}),
        {("s3:PutObject", "arn:aws:s3:::b/k"), ("s3:PutObjectAcl", "arn:aws:s3:::b/k")},
    ),
    (record("s3", "ListBuckets"), {("s3:ListAllMyBuckets", "*")}),
    (record("s3", "GetObject", {"bucketName": "b", "key": "a/1.csv"}), {("s3:GetObject", "arn:aws:s3:::b/a/1.csv")}),
    (
        record("s3", "GetObject", {"bucketName": "b", "key": "1", "versionId": "v"}),
        {("s3:GetObjectVersion", "arn:aws:s3:::b/1")},
    ),
    (record("s3", "GetObject", {"bucketName": "b", "key": "*$?"}), {("s3:GetObject", "arn:aws:s3:::b/${*}${$}${?}")}),
    (record("s3", "GetObject", {"bucketName": "b", "key": "보고"}), {("s3:GetObject", "arn:aws:s3:::b/??")}),
    (record("s3", "DeleteObjects", {"bucketName": "b"}), {("s3:DeleteObject", "arn:aws:s3:::b/*")}),
    (record("s3", "ListObjects", {"bucketName": "b", "prefix": "x"}), {("s3:ListBucket", "arn:aws:s3:::b")}),
    (
        record("s3", "CopyObject", {"bucketName": "to", "key": "k", "x-amz-copy-source": "/from/a%20b"}),
        {("s3:PutObject", "arn:aws:s3:::to/k"), ("s3:GetObject", "arn:aws:s3:::from/a b")},
    ),
    (
        record("lambda", "Invoke", {"functionName": f"arn:aws:lambda:{HERE}:function:hook"}),
        {("lambda:InvokeFunction", f"arn:aws:lambda:{HERE}:function:hook")},
    ),
    (
        record("lambda", "GetFunction20150331v2", {"functionName": "hook"}),
        {("lambda:GetFunction", f"arn:aws:lambda:{HERE}:function:hook")},
    ),
    (
        record(
            "dynamodb",
            "BatchGetItem",
            {"requestItems": {"a": {}, f"arn:aws:dynamodb:{REGION}:444455556666:table/b": {}}},
        ),
        {
            ("dynamodb:BatchGetItem", f"arn:aws:dynamodb:{HERE}:table/a"),
            ("dynamodb:BatchGetItem", f"arn:aws:dynamodb:{REGION}:444455556666:table/b"),
        },
    ),
    (
        record(
            "dynamodb",
            "TransactWriteItems",
            {"transactItems": [{"put": {"tableName": "a"}}, {"delete": {"tableName": "b"}}]},
        ),
        {
            ("dynamodb:PutItem", f"arn:aws:dynamodb:{HERE}:table/a"),
            ("dynamodb:DeleteItem", f"arn:aws:dynamodb:{HERE}:table/b"),
        },
    ),
    (
        record("sqs", "SendMessageBatch", {"queueUrl": f"https://sqs.us-east-1.amazonaws.com/{ACCOUNT}/jobs"}),
        {("sqs:SendMessage", f"arn:aws:sqs:us-east-1:{ACCOUNT}:jobs")},
    ),
    (
        record(
            "ec2",
            "TerminateInstances",
            {"instancesSet": {"items": [{"instanceId": "i-0abcdef12"}, {"instanceId": "i-0abcdef13"}]}},
        ),
        {("ec2:TerminateInstances", f"arn:aws:ec2:{HERE}:instance/i-0abcdef1{n}") for n in (2, 3)},
    ),
    (
        record("ec2", "CreateTags", {"resourcesSet": {"items": [{"resourceId": "vol-0abcdef12"}]}}),
        {("ec2:CreateTags", f"arn:aws:ec2:{HERE}:volume/vol-0abcdef12")},
    ),
    (record("ec2", "DescribeInstances", {"maxResults": 5}), {("ec2:DescribeInstances", "*")}),
    (record("kms", "Decrypt", None, resources=[{"ARN": KEY}]), {("kms:Decrypt", KEY)}),
    (record("kms", "Decrypt", {"keyId": "alias/app"}), {("kms:Decrypt", f"arn:aws:kms:{HERE}:key/*")}),
    (
        record("secretsmanager", "GetSecretValue", {"secretId": "db/main"}),
        {("secretsmanager:GetSecretValue", f"arn:aws:secretsmanager:{HERE}:secret:db/main-??????")},
    ),
    (
        record("ssm", "GetParameters", {"names": ["/app/db", "plain"]}),
        {("ssm:GetParameters", f"arn:aws:ssm:{HERE}:parameter/{name}") for name in ("app/db", "plain")},
    ),
    (
        record("sts", "AssumeRole", {"roleArn": "arn:aws:iam::444455556666:role/x/reader"}),
        {("sts:AssumeRole", "arn:aws:iam::444455556666:role/x/reader")},
    ),
    (record("iam", "GetRole", {"roleName": "app"}), {("iam:GetRole", f"arn:aws:iam::{ACCOUNT}:role/app")}),
    (
        record("logs", "PutLogEvents", {"logGroupName": "/aws/x", "logStreamName": "s/1"}),
        {("logs:PutLogEvents", f"arn:aws:logs:{HERE}:log-group:/aws/x:log-stream:s/1")},
    ),
    (
        record("s3", "GetObject", {"bucketName": "HIDDEN_DUE_TO_SECURITY_REASONS", "key": "***"}),
        {("s3:GetObject", "*")},
    ),
    (record("monitoring", "PutMetricData"), {("cloudwatch:PutMetricData", "*")}),
    (
        record("lambda", "Invoke", {"functionName": "f"}, awsRegion="*"),
        {("lambda:InvokeFunction", f"arn:aws:lambda:*:{ACCOUNT}:function:f")},
    ),
    (record("sqs", "SendMessage", {"queueUrl": "https://[bad/1/2"}), {("sqs:SendMessage", f"arn:aws:sqs:{HERE}:*")}),
]


@pytest.mark.parametrize(("event", "needed"), CASES, ids=[case[0]["eventName"] for case in CASES])
def test_the_policy_holds_what_the_event_needed(event: dict[str, Any], needed: set[tuple[str, str]]) -> None:
    found = generated(event)
    assert pairs(found) == needed
    assert found.proof is not None
    assert found.proof.holds


def test_a_call_about_oneself_is_about_the_caller() -> None:
    found = generated(record("iam", "GetUser", userIdentity=user()), principal=USER)
    assert pairs(found) == {("iam:GetUser", USER)}


def test_a_transaction_whose_parts_were_not_recorded_is_told() -> None:
    found = generated(record("dynamodb", "TransactWriteItems", {"transactItems": []}))
    assert found.policy is None
    assert [each.name for each in found.unmapped] == ["TransactWriteItems"]
