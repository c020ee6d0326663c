"""Buckets, keys, queues, topics, functions, secrets and tables: who may, what they refuse, and in whose words.

https://docs.aws.amazon.com/IAM/latest/UserGuide/access_policies_identity-vs-resource.html
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest

from iamtutor.cloud.api import Cloud, calls, functions, iam_inline, kms, resources, s3
from iamtutor.cloud.belongings import PublicAccessBlock
from tests.cloud.api.scene import ACME, EVERYTHING, IAM, PARTNER, admin, allow, refusal, said, scene

NOBODY = f"{IAM}:user/nobody"
OPEN_TO_ALL = allow("s3:GetObject", "arn:aws:s3:::acme-closed/*", Principal="*")


def _granted(cloud: Cloud, action: str | list[str], resource: str = "*") -> None:
    cloud.console("acme").call(iam_inline.put_user_policy, "nobody", "Granted", allow(action, resource))


def test_a_new_bucket_is_closed() -> None:
    """https://docs.aws.amazon.com/AmazonS3/latest/userguide/create-bucket-faq.html"""
    bucket = admin().call(s3.create_bucket, "brand-new", tags={"a": "b"})
    assert bucket.public_access == PublicAccessBlock(True, True, True, True)
    assert bucket.ownership == "BucketOwnerEnforced"
    assert bucket.arn == "arn:aws:s3:::brand-new"


S3_REFUSES: list[tuple[Callable[..., Any], tuple[Any, ...], tuple[str, int]]] = [
    (s3.create_bucket, ("Brand_New",), ("InvalidBucketName", 400)),
    (s3.create_bucket, ("acme-open",), ("BucketAlreadyOwnedByYou", 409)),
    (s3.create_bucket, ("partner-files",), ("BucketAlreadyExists", 409)),
    (s3.delete_bucket, ("acme-open",), ("BucketNotEmpty", 409)),
    (s3.delete_bucket, ("acme-gone",), ("NoSuchBucket", 404)),
    (s3.list_objects, ("partner-files",), ("AccessDenied", 403)),
    (s3.get_object, ("acme-open", "z.txt"), ("NoSuchKey", 404)),
    (s3.get_bucket_policy, ("acme-open",), ("NoSuchBucketPolicy", 404)),
    (s3.put_bucket_policy, ("acme-open", "{"), ("MalformedPolicy", 400)),
    (s3.put_bucket_policy, ("acme-open", EVERYTHING), ("MalformedPolicy", 400)),
    (s3.put_bucket_policy, ("acme-open", allow("s3:*", Principal={"AWS": f"{IAM}:user/gone"})), ("MalformedPolicy", 400)),
    (s3.put_bucket_policy, ("acme-closed", OPEN_TO_ALL), ("AccessDenied", 403)),
]  # fmt: skip


@pytest.mark.parametrize(
    ("act", "given_", "expected"), S3_REFUSES, ids=[f"{row[2][0]}-{n}" for n, row in enumerate(S3_REFUSES)]
)
def test_what_s3_refuses(act: Callable[..., Any], given_: tuple[Any, ...], expected: tuple[str, int]) -> None:
    """https://docs.aws.amazon.com/AmazonS3/latest/API/ErrorResponses.html"""
    assert said(refusal(lambda: admin().call(act, *given_)))[:2] == expected


def test_an_object_that_is_not_there() -> None:
    """404 only for those who may list: https://docs.aws.amazon.com/AmazonS3/latest/API/API_GetObject.html"""
    cloud = scene()
    _granted(cloud, "s3:GetObject")
    nobody = cloud.client("acme:user/nobody")
    assert nobody.call(s3.get_object, "acme-open", "a.txt").allowed
    assert said(refusal(lambda: nobody.call(s3.get_object, "acme-open", "z.txt"))) == (
        "AccessDenied",
        403,
        "Access Denied",
    )
    _granted(cloud, ["s3:GetObject", "s3:ListBucket"])
    assert refusal(lambda: nobody.call(s3.get_object, "acme-open", "z.txt")).code == "NoSuchKey"


def test_the_reason_is_for_the_own_account_and_organization() -> None:
    """https://docs.aws.amazon.com/AmazonS3/latest/userguide/troubleshoot-403-errors.html"""
    cloud = scene()
    error = refusal(lambda: cloud.client("acme:user/nobody").call(s3.get_object, "acme-open", "a.txt"))
    assert error.message == (
        f'User: {NOBODY} is not authorized to perform: s3:GetObject on resource: "arn:aws:s3:::acme-open/a.txt" because '
        "no identity-based policy allows the s3:GetObject action"
    )
    boss = refusal(lambda: cloud.client("user/boss").call(s3.get_object, "acme-open", "a.txt"))
    assert "because no resource-based policy allows" in boss.message
    for who in ("user/kim", "anonymous"):
        error = refusal(lambda who=who: cloud.client(who).call(s3.get_object, "acme-open", "a.txt"))  # type: ignore[misc]
        assert error.message == "Access Denied"


def test_a_call_on_no_resource_names_none() -> None:
    error = refusal(lambda: scene().client("acme:user/nobody").call(s3.list_buckets))
    assert error.message == (
        f"User: {NOBODY} is not authorized to perform: s3:ListAllMyBuckets because no identity-based policy allows the "
        "s3:ListAllMyBuckets action"
    )


def test_block_public_access() -> None:
    """https://docs.aws.amazon.com/AmazonS3/latest/userguide/access-control-block-public-access.html"""
    cloud = scene()
    client = admin(cloud)
    client.call(s3.put_object, "acme-closed", "a.txt")
    error = refusal(lambda: client.call(s3.put_bucket_policy, "acme-closed", OPEN_TO_ALL))
    assert error.message == (
        f'User: {IAM}:user/admin is not authorized to perform: s3:PutBucketPolicy on resource: "arn:aws:s3:::acme-closed" '
        "because public policies are prevented by the BlockPublicPolicy setting in S3 Block Public Access."
    )
    client.call(s3.put_public_access_block, "acme-closed", PublicAccessBlock(block_public_policy=False))
    client.call(s3.put_bucket_policy, "acme-closed", OPEN_TO_ALL)
    stranger = cloud.client("anonymous")
    error = refusal(lambda: stranger.call(s3.get_object, "acme-closed", "a.txt"))
    assert error.why == "cloud.api-refused-public-access-blocked"
    client.call(s3.put_public_access_block, "acme-closed", PublicAccessBlock(False, False, False, False))
    assert stranger.call(s3.get_object, "acme-closed", "a.txt").allowed
    client.call(s3.delete_bucket_policy, "acme-closed")
    assert refusal(lambda: stranger.call(s3.get_object, "acme-closed", "a.txt")).code == "AccessDenied"


def test_a_policy_for_fixed_callers_is_not_public() -> None:
    own = allow(
        "s3:GetObject",
        "arn:aws:s3:::acme-closed/*",
        Principal="*",
        Condition={"StringEquals": {"aws:PrincipalOrgID": "o-sceneorg000"}},
    )
    client = admin()
    client.call(s3.put_bucket_policy, "acme-closed", own)
    assert client.call(s3.get_bucket_policy, "acme-closed") == own


def test_the_root_user_gets_back_in() -> None:
    """https://docs.aws.amazon.com/AmazonS3/latest/API/API_DeleteBucketPolicy.html"""
    cloud = scene()
    locked = {"Version": "2012-10-17", "Statement": [{"Effect": "Deny", "Principal": "*", "Action": "s3:*", "Resource": ["arn:aws:s3:::acme-open", "arn:aws:s3:::acme-open/*"]}]}  # fmt: skip
    admin(cloud).call(s3.put_bucket_policy, "acme-open", locked)
    error = refusal(lambda: admin(cloud).call(s3.delete_bucket_policy, "acme-open"))
    assert error.message.endswith("with an explicit deny in a resource-based policy")
    cloud.client("root/acme").call(s3.delete_bucket_policy, "acme-open")
    assert admin(cloud).call(s3.list_objects, "acme-open", prefix="b/") == ("b/c.txt",)


def test_conditions_on_what_is_asked_of_a_bucket() -> None:
    cloud = scene()
    own = allow("s3:ListBucket", "*", Condition={"StringEquals": {"s3:prefix": "b/"}})
    cloud.console("acme").call(iam_inline.put_user_policy, "nobody", "P", own)
    nobody = cloud.client("acme:user/nobody")
    assert nobody.call(s3.list_objects, "acme-open", prefix="b/")
    assert refusal(lambda: nobody.call(s3.list_objects, "acme-open")).code == "AccessDenied"


def test_objects_and_buckets_with_tags_and_ownership() -> None:
    cloud = scene()
    _granted(cloud, "s3:PutObject")
    nobody = cloud.client("acme:user/nobody")
    nobody.call(s3.put_object, "acme-open", "n.txt")
    error = refusal(lambda: nobody.call(s3.put_object, "acme-open", "n.txt", tags={"a": "b"}))
    assert "s3:PutObjectTagging" in error.message
    client = admin(cloud)
    client.call(s3.put_object, "acme-open", "n.txt", tags={"a": "b"})
    client.call(s3.put_bucket_tagging, "acme-open", {"team": "red"})
    client.call(s3.put_bucket_ownership_controls, "acme-open", "ObjectWriter")
    bucket = cloud.world.accounts["acme"].buckets["acme-open"]
    assert (bucket.objects["n.txt"], bucket.tags, bucket.ownership) == ({"a": "b"}, {"team": "red"}, "ObjectWriter")
    client.call(s3.delete_bucket, "acme-closed")


def test_keys() -> None:
    """https://docs.aws.amazon.com/kms/latest/developerguide/key-policy-default.html"""
    cloud = scene()
    client = admin(cloud)
    key = client.call(kms.create_key, name="new", tags={"a": "b"})
    assert client.call(kms.get_key_policy, "key/new")["Statement"][0]["Sid"] == "Enable IAM User Permissions"
    lockout = allow("kms:Decrypt", Principal={"AWS": NOBODY})
    expected = "The new key policy will not allow you to update the key policy in the future."
    for act, given_ in ((kms.put_key_policy, (key.arn, lockout)), (kms.create_key, ())):
        call: Any = act
        more = {} if given_ else {"policy": lockout}
        error = refusal(lambda call=call, given_=given_, more=more: client.call(call, *given_, **more))  # type: ignore[misc]
        assert said(error) == ("MalformedPolicyDocumentException", 400, expected)
    client.call(kms.put_key_policy, key.arn, lockout, bypass_policy_lockout_safety_check=True)
    assert cloud.client("acme:user/nobody").call(calls.call, "kms:Decrypt", "key/new").allowed
    # Now not even the administrator, nor the root user, can.
    for who in ("acme:user/admin", "root/acme"):
        error = refusal(lambda who=who: cloud.client(who).call(kms.get_key_policy, "key/new"))  # type: ignore[misc]
        assert (error.code, error.status) == ("AccessDeniedException", 400)


def test_tags_of_a_key_decide_at_once() -> None:
    """https://docs.aws.amazon.com/kms/latest/developerguide/tag-authorization.html"""
    cloud = scene()
    own = allow("kms:Decrypt", "*", Condition={"StringEquals": {"aws:ResourceTag/team": "red"}})
    cloud.console("acme").call(iam_inline.put_user_policy, "nobody", "P", own)
    nobody = cloud.client("acme:user/nobody")
    assert refusal(lambda: nobody.call(calls.call, "kms:Decrypt", "key/payroll")).code == "AccessDeniedException"
    admin(cloud).call(kms.tag_resource, "key/payroll", {"team": "red"})
    assert nobody.call(calls.call, "kms:Decrypt", "key/payroll").allowed
    admin(cloud).call(kms.untag_resource, "key/payroll", ["team"])
    assert refusal(lambda: nobody.call(calls.call, "kms:Decrypt", "key/payroll")).code == "AccessDeniedException"


def test_what_kms_refuses() -> None:
    client = admin()
    assert refusal(lambda: client.call(kms.get_key_policy, "key/gone")).code == "NotFoundException"
    assert (
        refusal(lambda: client.call(kms.put_key_policy, "key/payroll", "{")).code == "MalformedPolicyDocumentException"
    )
    error = refusal(
        lambda: client.call(kms.put_key_policy, "key/payroll", allow("kms:*", Principal={"AWS": f"{IAM}:user/gone"}))
    )
    assert error.message == "Policy contains a statement with one or more invalid principals."
    error = refusal(lambda: client.call(calls.call, "kms:Decrypt", "key/theirs"))
    assert error.message.startswith(
        f"User: {IAM}:user/admin is not authorized to perform: kms:Decrypt on this resource because"
    )


ARNS = {
    "sqs": f"arn:aws:sqs:ap-northeast-2:{ACME}:thing",
    "sns": f"arn:aws:sns:ap-northeast-2:{ACME}:thing",
    "lambda": f"arn:aws:lambda:ap-northeast-2:{ACME}:function:thing",
    "secretsmanager": f"arn:aws:secretsmanager:ap-northeast-2:{ACME}:secret:thing-",
    "dynamodb": f"arn:aws:dynamodb:ap-northeast-2:{ACME}:table/thing",
}
USES = {
    "sqs": "sqs:SendMessage",
    "sns": "sns:Publish",
    "lambda": "lambda:InvokeFunction",
    "secretsmanager": "secretsmanager:GetSecretValue",
    "dynamodb": "dynamodb:GetItem",
}
MALFORMED = {
    "sqs": ("InvalidAttributeValue", "Invalid value for the parameter Policy."),
    "sns": ("InvalidParameter", "Invalid parameter: Policy Error: PrincipalNotFound"),
    "lambda": (
        "InvalidParameterValueException",
        "The provided principal was invalid. Please check the principal and try again.",
    ),
    "secretsmanager": ("MalformedPolicyDocumentException", "This resource policy contains an unsupported principal."),
    "dynamodb": ("ValidationException", "Invalid policy document: Invalid principal in policy"),
}
MISSING = {
    "sqs": ("QueueDoesNotExist", 400),
    "sns": ("NotFound", 404),
    "lambda": ("ResourceNotFoundException", 404),
    "secretsmanager": ("ResourceNotFoundException", 400),
    "dynamodb": ("ResourceNotFoundException", 400),
}
EXISTS = {
    "lambda": "ResourceConflictException",
    "secretsmanager": "ResourceExistsException",
    "dynamodb": "ResourceInUseException",
}


@pytest.mark.parametrize("service", ARNS)
def test_a_resource_of_each_service(service: Any) -> None:
    """Made, given to another user of the account by its own policy, tagged, deleted."""
    cloud = scene()
    client, nobody = admin(cloud), cloud.client("acme:user/nobody")
    error = refusal(lambda: nobody.call(resources.create, service, "thing"))
    assert error.decision is not None
    made = client.call(resources.create, service, "thing", tags={"team": "red"})
    assert made.arn.startswith(ARNS[service])
    if service in EXISTS:
        assert refusal(lambda: client.call(resources.create, service, "thing")).code == EXISTS[service]
    else:
        assert client.call(resources.create, service, "thing") is made
    use = USES[service]
    assert refusal(lambda: nobody.call(calls.call, use, made.arn)).decision is not None
    wrong = allow(use, made.arn, Principal={"AWS": f"{IAM}:user/gone"})
    error = refusal(lambda: client.call(resources.put_policy, made.arn, wrong))
    assert (error.code, error.message) == MALFORMED[service]
    assert refusal(lambda: client.call(resources.put_policy, made.arn, "{")).code == MALFORMED[service][0]
    client.call(resources.put_policy, "resource/thing", allow(use, made.arn, Principal={"AWS": NOBODY}))
    assert nobody.call(calls.call, use, made.arn).allowed
    client.call(resources.delete_policy, made.arn)
    assert refusal(lambda: nobody.call(calls.call, use, made.arn)).decision is not None
    client.call(resources.tag, made.arn, {"Team": "blue"})
    assert cloud.world.accounts["acme"].resources["thing"].tags == {"team": "red", "Team": "blue"}
    client.call(resources.delete, made.arn)
    error = refusal(lambda: client.call(resources.tag, made.arn, {"a": "b"}))
    assert (error.code, error.status) == MISSING[service]


def test_the_same_name_in_two_services() -> None:
    cloud = scene()
    assert admin(cloud).call(resources.create, "sns", "orders").name == "sns-orders"
    assert cloud.world.caller("acme:user/admin")


DENIED = {
    "sqs": ("AccessDeniedException", 400),
    "sns": ("AuthorizationError", 403),
    "lambda": ("AccessDeniedException", 403),
    "kms": ("AccessDeniedException", 400),
    "ec2": ("UnauthorizedOperation", 403),
    "iam": ("AccessDenied", 403),
    "s3": ("AccessDenied", 403),
}


@pytest.mark.parametrize("service", DENIED)
def test_denied_in_the_words_of_each_service(service: str) -> None:
    error = refusal(lambda: scene().client("acme:user/nobody").call(calls.call, f"{service}:DoThing", "*"))
    assert (error.code, error.status) == DENIED[service]
    if service == "sns":
        assert "not authorized to perform: SNS:DoThing" in error.message


def test_who_may_invoke_a_function() -> None:
    """https://docs.aws.amazon.com/lambda/latest/api/API_AddPermission.html"""
    cloud = scene()
    client, arn = admin(cloud), f"arn:aws:lambda:ap-northeast-2:{ACME}:function:hook"
    topic = f"arn:aws:sns:ap-northeast-2:{ACME}:news"
    statement = client.call(
        functions.add_permission,
        arn,
        "news",
        "lambda:InvokeFunction",
        "sns.amazonaws.com",
        source_arn=topic,
        source_account=ACME,
    )
    assert statement["Condition"] == {"StringEquals": {"AWS:SourceAccount": ACME}, "ArnLike": {"AWS:SourceArn": topic}}
    service = cloud.client("service/sns.amazonaws.com")
    right = {"aws:SourceArn": topic, "aws:SourceAccount": ACME}
    assert service.call(calls.call, "lambda:InvokeFunction", arn, right).allowed
    wrong = {**right, "aws:SourceAccount": PARTNER}
    assert (
        refusal(lambda: service.call(calls.call, "lambda:InvokeFunction", arn, wrong)).code == "AccessDeniedException"
    )
    again = refusal(lambda: client.call(functions.add_permission, arn, "news", "lambda:InvokeFunction", "*"))
    assert again.code == "ResourceConflictException"
    client.call(functions.add_permission, arn, "kim", "lambda:InvokeFunction", PARTNER)
    assert cloud.client("user/kim").call(calls.call, "lambda:InvokeFunction", arn).allowed
    for sid in ("kim", "news"):
        client.call(functions.remove_permission, "resource/hook", sid)
    assert cloud.world.accounts["acme"].resources["hook"].policy is None
    assert refusal(lambda: client.call(functions.remove_permission, arn, "kim")).code == "ResourceNotFoundException"
    assert (
        refusal(lambda: client.call(functions.add_permission, arn + "s", "x", "lambda:InvokeFunction", "*")).status
        == 404
    )
    error = refusal(
        lambda: client.call(functions.add_permission, arn, "x", "lambda:InvokeFunction", f"{IAM}:user/gone")
    )
    assert error.code == "InvalidParameterValueException"


def test_a_function_gets_a_role_that_is_passed_to_it() -> None:
    """https://docs.aws.amazon.com/lambda/latest/dg/lambda-intro-execution-role.html"""
    cloud = scene()
    client = admin(cloud)
    assert client.call(resources.create, "lambda", "job", role_arn=f"{IAM}:role/runs").name == "job"
    for role in ("web", "gone"):
        error = refusal(lambda role=role: client.call(resources.create, "lambda", "x", role_arn=f"{IAM}:role/{role}"))  # type: ignore[misc]
        assert said(error) == (
            "InvalidParameterValueException",
            400,
            "The role defined for the function cannot be assumed by Lambda.",
        )
    only = {**allow("lambda:*"), "Statement": [*allow("lambda:*")["Statement"], *allow("iam:PassRole", f"{IAM}:role/runs", Condition={"StringEquals": {"iam:PassedToService": "ec2.amazonaws.com"}})["Statement"]]}  # fmt: skip
    cloud.console("acme").call(iam_inline.put_user_policy, "nobody", "P", only)
    nobody = cloud.client("acme:user/nobody")
    error = refusal(lambda: nobody.call(resources.create, "lambda", "mine", role_arn=f"{IAM}:role/runs"))
    assert "iam:PassRole" in error.message
