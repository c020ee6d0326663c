"""Managed policies with their versions, inline policies, attachments, and how large they can be.

https://docs.aws.amazon.com/IAM/latest/UserGuide/access_policies_managed-vs-inline.html
"""

from __future__ import annotations

import json
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from iamtutor.cloud.api import iam_attachments, iam_boundaries, iam_inline, iam_policies, iam_tags, s3
from iamtutor.policy import PolicyKind, read
from iamtutor.policy.writing import as_json, compact, length
from tests.cloud.api.scene import ADMIN, IAM, admin, allow, refusal, said, scene

LIMIT, UNUSED, READ = f"{IAM}:policy/Limit", f"{IAM}:policy/Unused", f"{IAM}:policy/ReadOnly"


def _of_size(size: int) -> str:
    """A policy of so many characters without white space."""
    empty = json.dumps(allow("s3:GetObject", "arn:aws:s3:::"), separators=(",", ":"))
    return empty.replace("arn:aws:s3:::", "arn:aws:s3:::" + "x" * (size - len(empty)))


def test_versions() -> None:
    """Five at most, one of them the default, numbers never used again.

    https://docs.aws.amazon.com/IAM/latest/UserGuide/access_policies_managed-versioning.html
    """
    client = admin()
    for number in range(2, 6):
        made = client.call(iam_policies.create_policy_version, UNUSED, allow(f"sqs:A{number}"))
        assert (made.version_id, made.is_default_version) == (f"v{number}", False)
    error = refusal(lambda: client.call(iam_policies.create_policy_version, UNUSED, allow("sqs:*")))
    assert said(error) == (
        "LimitExceeded",
        409,
        "A managed policy can have up to 5 versions. Before you create a new version, you must delete an existing version.",
    )
    error = refusal(lambda: client.call(iam_policies.delete_policy_version, UNUSED, "v1"))
    assert said(error) == ("DeleteConflict", 409, "Cannot delete the default version of a policy.")
    client.call(iam_policies.delete_policy_version, UNUSED, "v5")
    made = client.call(iam_policies.create_policy_version, UNUSED, allow("sqs:B"), set_as_default=True)
    assert (made.version_id, made.is_default_version) == ("v6", True)
    client.call(iam_policies.delete_policy_version, UNUSED, "v1")
    listed = client.call(iam_policies.list_policy_versions, UNUSED)
    assert [(each.version_id, each.is_default_version) for each in listed] == [
        ("v6", True),
        ("v4", False),
        ("v3", False),
        ("v2", False),
    ]
    assert client.call(iam_policies.get_policy_version, UNUSED, "v3").document == allow("sqs:A3") | {
        "Statement": [allow("sqs:A3")["Statement"][0]]
    }


def test_a_new_default_version_counts_for_everyone_who_has_it() -> None:
    cloud = scene()
    client = admin(cloud)
    client.call(iam_attachments.attach_user_policy, "nobody", UNUSED)
    nobody = cloud.client("acme:user/nobody")
    assert refusal(lambda: nobody.call(s3.list_buckets)).code == "AccessDenied"
    client.call(iam_policies.create_policy_version, UNUSED, allow("s3:*"))
    assert refusal(lambda: nobody.call(s3.list_buckets)).code == "AccessDenied"
    client.call(iam_policies.set_default_policy_version, UNUSED, "v2")
    assert nobody.call(s3.list_buckets)
    client.call(iam_policies.set_default_policy_version, UNUSED, "v2")
    client.call(iam_policies.set_default_policy_version, UNUSED, "v1")
    assert refusal(lambda: nobody.call(s3.list_buckets)).code == "AccessDenied"


def test_a_policy_goes_once_nobody_has_it() -> None:
    """https://docs.aws.amazon.com/IAM/latest/APIReference/API_DeletePolicy.html"""
    client = admin()
    attached = "Cannot delete a policy attached to entities."
    assert said(refusal(lambda: client.call(iam_policies.delete_policy, READ))) == ("DeleteConflict", 409, attached)
    # A boundary holds its policy as well.
    assert refusal(lambda: client.call(iam_policies.delete_policy, LIMIT)).message == attached
    client.call(iam_boundaries.delete_user_permissions_boundary, "dev")
    client.call(iam_policies.create_policy_version, LIMIT, allow("s3:*"))
    error = refusal(lambda: client.call(iam_policies.delete_policy, LIMIT))
    assert error.message.startswith("This policy has more than one version.")
    client.call(iam_policies.delete_policy_version, LIMIT, "v2")
    client.call(iam_policies.delete_policy, LIMIT)
    assert refusal(lambda: client.call(iam_policies.delete_policy, LIMIT)).code == "NoSuchEntity"


def test_aws_managed_policies_are_for_reading() -> None:
    """https://docs.aws.amazon.com/IAM/latest/UserGuide/access_policies_managed-vs-inline.html#aws-managed-policies"""
    for client in (admin(), scene().console("acme")):
        for act, more in (
            (iam_policies.delete_policy, ()),
            (iam_policies.create_policy_version, (allow("s3:*"),)),
            (iam_policies.set_default_policy_version, ("v1",)),
        ):
            call: Any = act
            error = refusal(lambda client=client, call=call, more=more: client.call(call, ADMIN, *more))  # type: ignore[misc]
            assert (error.code, error.status) == ("AccessDenied", 403)
            assert error.why == "cloud.api-refused-aws-managed-policy"
        assert client.call(iam_policies.get_policy_version, ADMIN, "v1").is_default_version
        assert client.call(iam_policies.list_policy_versions, ADMIN)


def test_policies_of_services_attach_to_their_roles_only() -> None:
    """https://docs.aws.amazon.com/IAM/latest/APIReference/API_AttachRolePolicy.html (PolicyNotAttachable)"""
    arn = "arn:aws:iam::aws:policy/aws-service-role/ECSRolePolicy"
    error = refusal(lambda: admin().call(iam_attachments.attach_role_policy, "web", arn))
    assert said(error) == ("PolicyNotAttachable", 400, "Cannot attach a Service Role Policy to a Customer Role.")
    assert refusal(lambda: admin().call(iam_attachments.attach_user_policy, "dev", arn)).code == "PolicyNotAttachable"


def test_attaching_twice_is_attaching_once() -> None:
    cloud = scene()
    client = admin(cloud)
    for _ in range(2):
        client.call(iam_attachments.attach_group_policy, "empty", READ)
    assert cloud.world.accounts["acme"].groups["empty"].managed == (READ,)
    client.call(iam_attachments.detach_group_policy, "empty", READ)
    assert not cloud.world.accounts["acme"].groups["empty"].managed


def test_who_may_attach_what() -> None:
    """iam:PolicyARN: https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_iam-condition-keys.html"""
    cloud = scene()
    only = allow("iam:AttachUserPolicy", "*", Condition={"ArnEquals": {"iam:PolicyARN": READ}})
    cloud.console("acme").call(iam_inline.put_user_policy, "nobody", "P", only)
    nobody = cloud.client("acme:user/nobody")
    nobody.call(iam_attachments.attach_user_policy, "nobody", READ)
    assert refusal(lambda: nobody.call(iam_attachments.attach_user_policy, "nobody", ADMIN)).code == "AccessDenied"


def test_tags_of_a_policy_decide_about_it() -> None:
    cloud = scene()
    only = allow("iam:CreatePolicyVersion", "*", Condition={"StringEquals": {"aws:ResourceTag/team": "red"}})
    cloud.console("acme").call(iam_inline.put_user_policy, "nobody", "P", only)
    nobody = cloud.client("acme:user/nobody")
    assert (
        refusal(lambda: nobody.call(iam_policies.create_policy_version, UNUSED, allow("s3:*"))).code == "AccessDenied"
    )
    admin(cloud).call(iam_tags.tag_policy, UNUSED, {"team": "red"})
    assert nobody.call(iam_policies.create_policy_version, UNUSED, allow("s3:*")).version_id == "v2"


@pytest.mark.parametrize(
    ("kind", "most", "name"), [("user", 2048, "dev"), ("group", 5120, "empty"), ("role", 10240, "web")]
)
def test_inline_policies_count_together(kind: str, most: int, name: str) -> None:
    """https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_iam-quotas.html"""
    client = admin()
    put: Any = getattr(iam_inline, f"put_{kind}_policy")
    client.call(put, name, "First", _of_size(most - 200))
    client.call(put, name, "Second", _of_size(200))
    error = refusal(lambda: client.call(put, name, "Second", _of_size(201)))
    assert said(error) == ("LimitExceeded", 409, f"Maximum policy size of {most} bytes exceeded for {kind} {name}")
    # The same name takes the place of the policy before, and white space does not count.
    client.call(put, name, "First", json.dumps(json.loads(_of_size(most - 200)), indent=8))
    get: Any = getattr(iam_inline, f"get_{kind}_policy")
    delete: Any = getattr(iam_inline, f"delete_{kind}_policy")
    assert client.call(get, name, "Second")["Version"] == "2012-10-17"
    client.call(delete, name, "Second")
    assert refusal(lambda: client.call(get, name, "Second")).code == "NoSuchEntity"


def test_managed_policies_end_at_6144_characters() -> None:
    client = admin()
    client.call(iam_policies.create_policy, "Fits", _of_size(6144))
    error = refusal(lambda: client.call(iam_policies.create_policy, "Not", _of_size(6145)))
    assert said(error) == ("LimitExceeded", 409, "Cannot exceed quota for PolicySize: 6144")
    error = refusal(lambda: client.call(iam_policies.create_policy_version, UNUSED, _of_size(6145)))
    assert error.why == "cloud.api-policy-size"


MALFORMED: list[tuple[Any, str]] = [
    ("", "Syntax errors in policy."),
    ("[]", "Syntax errors in policy."),
    ('{"Version": "2012-10-17",}', "Syntax errors in policy."),
    ({"Version": "2012-10-17", "Statement": []}, "Syntax errors in policy."),
    ({"Version": "2020-01-01", "Statement": allow("s3:*")["Statement"]}, "Policy document must be version 2012-10-17 or greater."),
    (allow("s3:*", Principal="*"), "Policy document should not specify a principal."),
    ({"Version": "2012-10-17", "Statement": [{"Effect": "Allow", "Action": "s3:*"}]}, "Policy statement must contain resources."),
    ({"Version": "2012-10-17", "Statement": [{"Effect": "Allow", "Resource": "*"}]}, "Policy statement must contain actions."),
    ({"Version": "2012-10-17", "Statement": [{"Action": "s3:*", "Resource": "*"}]}, "Missing required field Effect"),
    (allow("ListBucket"), "Actions/Conditions must be prefaced by a vendor, e.g., iam, sdb, ec2, etc."),
    ({"Version": "2012-10-17", "Statement": [{**allow("s3:*")["Statement"][0], "Sid": "A"}] * 2}, "Statement IDs (SID) in a single policy must be unique."),
]  # fmt: skip


@pytest.mark.parametrize(
    ("document", "message"), MALFORMED, ids=[row[1][:40] + str(n) for n, row in enumerate(MALFORMED)]
)
def test_policies_that_iam_does_not_take(document: Any, message: str) -> None:
    """https://docs.aws.amazon.com/IAM/latest/APIReference/API_CreatePolicy.html (MalformedPolicyDocument)"""
    client = admin()
    expected = ("MalformedPolicyDocument", 400, message)
    assert said(refusal(lambda: client.call(iam_policies.create_policy, "New", document))) == expected
    assert said(refusal(lambda: client.call(iam_inline.put_user_policy, "dev", "New", document))) == expected


TEXTS = st.text("abcXYZ:*/${}한", min_size=1, max_size=8)
STATEMENTS = st.fixed_dictionaries(
    {
        "Effect": st.sampled_from(["Allow", "Deny"]),
        "Action": st.lists(st.sampled_from(["s3:Get*", "s3:*", "sqs:SendMessage"]), min_size=2, max_size=3),
        "Resource": st.one_of(TEXTS, st.lists(TEXTS, min_size=2, max_size=3)),
    },
    optional={
        "Condition": st.fixed_dictionaries(
            {"StringLike": st.dictionaries(st.sampled_from(["aws:PrincipalTag/a", "aws:username"]), TEXTS, min_size=1)}
        )
    },
)


@given(st.lists(STATEMENTS, min_size=1, max_size=3))
def test_a_policy_that_is_stored_reads_back_as_it_was(statements: list[dict[str, Any]]) -> None:
    value = {"Version": "2012-10-17", "Statement": statements}
    text = json.dumps(value, ensure_ascii=False, indent=4)
    document = read(text, PolicyKind.IDENTITY).document
    assert document is not None
    assert as_json(document) == value
    assert length(compact(document)) == length(text)
