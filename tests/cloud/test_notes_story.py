"""The notes' own example, played in the simulated AWS: a user of one account works in another, in both ways.

1. Through a role of the other account: whoever assumes it gives up their own permissions for as long as they use it.
2. Through a bucket policy: the user stays who they are, and keeps what they may at home.

https://docs.aws.amazon.com/IAM/latest/UserGuide/tutorial_cross-account-with-roles.html and
https://docs.aws.amazon.com/IAM/latest/UserGuide/access_policies-cross-account-resource-access.html
"""

from __future__ import annotations

from collections.abc import Mapping
from datetime import timedelta

import pytest

from iamtutor.access import Layer
from iamtutor.cloud.api import AwsError, Cloud, iam_inline, iam_keys, iam_roles, iam_users, s3, sts, sts_tokens
from tests.cloud.worlds import world_of

TWO_ACCOUNTS = """\
id: story
now: 2026-03-02T09:00:00Z
accounts:
  a: {id: "111122223333"}
  b: {id: "444455556666"}
"""
A_ID = "111122223333"
ROLE_ARN = "arn:aws:iam::444455556666:role/BucketReader"
USER_ARN = "arn:aws:iam::111122223333:user/mina"


def _policy(*statements: Mapping[str, object]) -> dict[str, object]:
    return {"Version": "2012-10-17", "Statement": list(statements)}


def _allow(action: str | list[str], resource: str | list[str], **more: object) -> dict[str, object]:
    return {"Effect": "Allow", "Action": action, "Resource": resource, **more}


def _two_accounts() -> Cloud:
    """Both accounts with a bucket each; mina of A may list the buckets of her own account."""
    cloud = Cloud(world_of(TWO_ACCOUNTS))
    a, b = cloud.console("a"), cloud.console("b")
    a.call(iam_users.create_user, "mina")
    a.call(iam_inline.put_user_policy, "mina", "Home", _policy(_allow("s3:ListAllMyBuckets", "*")))
    a.call(s3.create_bucket, "a-home")
    b.call(s3.create_bucket, "b-reports")
    b.call(s3.put_object, "b-reports", "q3.csv")
    return cloud


def test_through_a_role() -> None:
    cloud = _two_accounts()
    mina = cloud.client(cloud.console("a").call(iam_keys.create_access_key, "mina"))
    assert mina.call(sts_tokens.get_caller_identity).arn == USER_ARN
    assert mina.call(s3.list_buckets) == ("a-home",)

    # B makes a role that trusts account A, and that may list B's buckets.
    b = cloud.console("b")
    trust = {
        "Effect": "Allow",
        "Principal": {"AWS": f"arn:aws:iam::{A_ID}:root"},
        "Action": "sts:AssumeRole",
        "Condition": {"StringEquals": {"sts:ExternalId": "blue-lamp"}},
    }
    b.call(iam_roles.create_role, "BucketReader", _policy(trust))
    b.call(iam_inline.put_role_policy, "BucketReader", "List", _policy(_allow("s3:ListAllMyBuckets", "*")))

    # Trust alone is not enough: A must let mina call sts:AssumeRole.
    with pytest.raises(AwsError) as refused:
        mina.call(sts.assume_role, ROLE_ARN, "mina", external_id="blue-lamp")
    assert (refused.value.code, refused.value.status) == ("AccessDenied", 403)
    assert refused.value.message == (
        f"User: {USER_ARN} is not authorized to perform: sts:AssumeRole on resource: {ROLE_ARN}"
    )
    assert refused.value.decision is not None
    assert refused.value.decision.layer is Layer.IDENTITY
    cloud.console("a").call(iam_inline.put_user_policy, "mina", "Enter", _policy(_allow("sts:AssumeRole", ROLE_ARN)))

    # Nor is it without the external ID that B asks for.
    with pytest.raises(AwsError) as refused:
        mina.call(sts.assume_role, ROLE_ARN, "mina")
    assert refused.value.decision is not None
    assert refused.value.decision.layer is Layer.RESOURCE

    assumed = mina.call(sts.assume_role, ROLE_ARN, "mina", external_id="blue-lamp", duration_seconds=900)
    assert assumed.arn == "arn:aws:sts::444455556666:assumed-role/BucketReader/mina"
    assert assumed.credentials.access_key_id.startswith("ASIA")

    # With the temporary credentials she is the role, in B, and nothing else.
    as_role = cloud.client(assumed.credentials)
    assert as_role.call(sts_tokens.get_caller_identity).account == "444455556666"
    assert as_role.call(s3.list_buckets) == ("b-reports",)
    with pytest.raises(AwsError) as refused:
        as_role.call(iam_users.list_users)
    assert refused.value.code == "AccessDenied"

    # Her own key still is her own: she did not lose what she may at home.
    assert mina.call(s3.list_buckets) == ("a-home",)

    cloud.wait(timedelta(seconds=899))
    assert as_role.call(s3.list_buckets) == ("b-reports",)
    cloud.wait(timedelta(seconds=1))
    with pytest.raises(AwsError) as expired:
        as_role.call(s3.list_buckets)
    assert (expired.value.code, expired.value.status) == ("ExpiredToken", 400)
    assert expired.value.message == "The provided token has expired."
    with pytest.raises(AwsError) as expired:
        as_role.call(iam_users.list_users)
    assert (expired.value.code, expired.value.status) == ("ExpiredToken", 403)
    assert expired.value.message == "The security token included in the request is expired"


def test_through_a_bucket_policy() -> None:
    cloud = _two_accounts()
    mina = cloud.client(cloud.console("a").call(iam_keys.create_access_key, "mina"))
    b = cloud.console("b")
    opened = _allow("s3:GetObject", "arn:aws:s3:::b-reports/*", Principal={"AWS": USER_ARN})
    b.call(s3.put_bucket_policy, "b-reports", _policy(opened))

    # Across accounts both must say yes; S3 does not say to another account why it refuses.
    with pytest.raises(AwsError) as refused:
        mina.call(s3.get_object, "b-reports", "q3.csv")
    assert (refused.value.code, refused.value.message) == ("AccessDenied", "Access Denied")
    cloud.console("a").call(
        iam_inline.put_user_policy, "mina", "Read", _policy(_allow("s3:GetObject", "arn:aws:s3:::b-reports/*"))
    )
    assert mina.call(s3.get_object, "b-reports", "q3.csv").allowed

    # She is still mina of A: her buckets are A's, and nothing expires.
    cloud.wait(timedelta(days=2))
    assert mina.call(s3.list_buckets) == ("a-home",)
    assert mina.call(s3.get_object, "b-reports", "q3.csv").allowed

    # When A deletes her and makes another mina, B's policy names nobody any more.
    a = cloud.console("a")
    for name in ("Home", "Read"):
        a.call(iam_inline.delete_user_policy, "mina", name)
    (key,) = a.call(iam_keys.list_access_keys, "mina")
    a.call(iam_keys.delete_access_key, key.id, "mina")
    old = a.call(iam_users.get_user, "mina")
    a.call(iam_users.delete_user, "mina")
    new = a.call(iam_users.create_user, "mina")
    assert new.unique_id != old.unique_id
    a.call(iam_inline.put_user_policy, "mina", "Read", _policy(_allow("s3:GetObject", "*")))
    with pytest.raises(AwsError, match="Access Denied"):
        cloud.client("a:user/mina").call(s3.get_object, "b-reports", "q3.csv")
    shown = b.call(s3.get_bucket_policy, "b-reports")["Statement"][0]["Principal"]
    assert shown == {"AWS": old.unique_id}
