"""Random trails: what is generated allows all that was done, and nothing that was not."""

from __future__ import annotations

import json
from typing import Any

from hypothesis import given
from hypothesis import strategies as st

from iamtutor.access import Principal, Request, decide
from iamtutor.analyzer import Level, Options, Scope, generate
from iamtutor.analyzer.generation.event import Place, read_event
from iamtutor.analyzer.generation.events import Mapper
from iamtutor.analyzer.generation.needs import Needs
from iamtutor.analyzer.generation.proof import policies_of
from iamtutor.policy import read_value
from tests.analyzer.trails import ACCOUNT, REGION, ROLE, USER, catalog, document, record, session, trail_file, user

names = st.sampled_from(
    ["a", "b", "reports", "x.y", "a/b", "a*", "${aws:username}", "보고서", "?", "$", ":", "é", "\n", "q3/1.csv"]
)
values = names | st.sampled_from([f"arn:aws:s3:::{'b'}", f"arn:aws:lambda:{REGION}:{ACCOUNT}:function:f", "arn:aws:iam::*:role/x", "alias/k", 7, None, ["a", "b"]])  # fmt: skip
keys = st.sampled_from(["bucketName", "key", "tableName", "functionName", "queueUrl", "topicArn", "keyId", "roleName", "userName", "secretId", "versionId", "x-amz-copy-source", "name", "instanceId", "logGroupName", "roleArn", "requestItems"])  # fmt: skip
events = st.sampled_from(
    [
        ("s3", "GetObject"), ("s3", "PutObject"), ("s3", "CopyObject"), ("s3", "DeleteObjects"), ("s3", "ListObjects"),
        ("s3", "ListBuckets"), ("s3", "HeadObject"), ("lambda", "Invoke"), ("lambda", "GetFunction20150331v2"),
        ("dynamodb", "Query"), ("dynamodb", "BatchGetItem"), ("sqs", "SendMessage"), ("sns", "Publish"), ("kms", "Decrypt"),
        ("iam", "GetRole"), ("iam", "GetUser"), ("iam", "CreateRole"), ("sts", "AssumeRole"), ("ec2", "RunInstances"),
        ("ec2", "DescribeInstances"), ("secretsmanager", "GetSecretValue"), ("logs", "CreateLogStream"),
        ("monitoring", "PutMetricData"), ("ssm", "GetParameter"), ("apigateway", "GetRestApi"), ("who", "Knows"),
    ]
)  # fmt: skip
errors = st.sampled_from([None, None, None, "AccessDenied", "NoSuchKey"])
places = st.sampled_from(["203.0.113.7", "203.0.113.8", "athena.amazonaws.com", None])
records = st.builds(
    lambda event, parameters, error, region, address, endpoint, identity: record(
        *event,
        parameters,
        errorCode=error,
        awsRegion=region,
        sourceIPAddress=address,
        vpcEndpointId=endpoint,
        userIdentity=identity,
    ),
    events,
    st.dictionaries(keys, values, max_size=4),
    errors,
    st.sampled_from([REGION, "us-east-1", "*"]),
    places,
    st.sampled_from([None, "vpce-0abc"]),
    st.sampled_from([session(), session(), session(), user()]),
)
options = st.builds(
    Options,
    st.sampled_from(Level),
    st.booleans(),
    st.booleans(),
    most_resources=st.integers(1, 5),
    with_failed=st.booleans(),
)


@given(st.lists(records, max_size=25), options, st.sampled_from([ROLE, USER]))
def test_the_policy_is_valid_and_proven_whatever_the_trail(
    trail: list[dict[str, Any]], chosen: Options, who: str
) -> None:
    found = generate([trail_file(document(trail))], Scope.parse(who), catalog(), chosen)
    assert not found.problems
    if found.policy is None:
        assert not found.uses
        return
    reading = read_value(found.policy)
    assert [finding.code for finding in reading.findings] == []
    assert found.proof is not None
    assert found.proof.holds, found.proof
    counts = found.counts
    told = sum(each.events for each in (*found.free, *found.unmapped))
    assert counts.matched == counts.done + counts.denied + counts.failed + told


@given(st.lists(records, min_size=1, max_size=12), st.data())
def test_what_no_event_needed_is_not_allowed(trail: list[dict[str, Any]], data: st.DataObject) -> None:
    """Exact resources, no wildcards: the policy allows exactly the needs, by another road than the proof's."""
    scope = Scope.parse(ROLE)
    found = generate([trail_file(document(trail))], scope, catalog(), Options())
    needed: set[tuple[str, str]] = set()
    is_open = False
    for number, value in enumerate(trail):
        event = read_event(value, Place("t", 1, number))
        assert event is not None
        mapped = Mapper(catalog()).mapped(event.source, event.name)
        if mapped is None or not scope.covers(event.identity) or event.error:
            continue
        for need in Needs(catalog(), scope).of(event, mapped):
            needed.add((need.action, need.resource.concrete))
            is_open = is_open or "*" in need.resource.pattern.replace("${*}", "") or "?" in need.resource.pattern
    if found.policy is None or is_open:
        return
    policy = read_value(found.policy).document
    assert policy is not None
    actions = sorted({action for action, _ in needed} | {"s3:DeleteBucket", "iam:PassRole"})
    resources = sorted({resource for _, resource in needed} | {"arn:aws:s3:::reports/other", "*"})
    pair = (data.draw(st.sampled_from(actions)), data.draw(st.sampled_from(resources)))
    decision = decide(Request(Principal.parse(ROLE), *pair), policies_of(policy, scope))
    assert decision.allowed == (pair in needed)


json_values = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats(allow_nan=False, allow_infinity=False) | st.text(max_size=10),
    lambda value: st.lists(value, max_size=3) | st.dictionaries(st.text(max_size=8), value, max_size=3),
    max_leaves=8,
)
fields = st.sampled_from(
    ["eventSource", "eventName", "userIdentity", "eventTime", "awsRegion", "requestParameters", "resources", "errorCode", "sourceIPAddress", "responseElements", "eventType", "detail", "message", "CloudTrailEvent"]
)  # fmt: skip


@given(st.lists(st.tuples(records, st.dictionaries(fields, json_values, max_size=3)), max_size=6), options)
def test_fields_of_any_kind_are_no_traceback(
    trail: list[tuple[dict[str, Any], dict[str, Any]]], chosen: Options
) -> None:
    text = "\n".join(json.dumps({**base, **damage}) for base, damage in trail)
    found = generate([trail_file(text)], Scope.parse(ROLE), catalog(), chosen)
    assert found.counts.records + found.counts.broken >= len(trail)
    if found.policy is not None:
        assert read_value(found.policy).ok
        assert found.proof is not None
        assert found.proof.holds, found.proof


@given(st.binary(max_size=400))
def test_any_bytes_give_findings_and_no_traceback(data: bytes) -> None:
    found = generate([trail_file(data)], Scope.parse(ROLE), catalog(), Options())
    assert all(finding.source == "trail.json" for finding in found.problems)
