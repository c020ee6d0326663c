"""S3 buckets with policy, Block Public Access and Object Ownership; ACLs are taken to be off.

https://docs.aws.amazon.com/AmazonS3/latest/API/API_Operations_Amazon_Simple_Storage_Service.html
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from typing import Final, Literal

from iamtutor.access import Decision, NamedPolicy
from iamtutor.access.public_access import is_public
from iamtutor.cloud.api.calling import Calling, Context, Who, decision_on, identify, permit
from iamtutor.cloud.api.changes import with_entity, without_entity
from iamtutor.cloud.api.documents import Document, Malformed, check_named, read_policy
from iamtutor.cloud.api.errors import AwsError
from iamtutor.cloud.api.parameters import request_tags
from iamtutor.cloud.belongings import PublicAccessBlock
from iamtutor.cloud.entities import Bucket, EntityKind
from iamtutor.cloud.identifiers import is_bucket_name
from iamtutor.cloud.places import Json
from iamtutor.cloud.references import S3_PREFIX
from iamtutor.cloud.world import World
from iamtutor.policy import PolicyKind
from iamtutor.policy.writing import as_json

Ownership = Literal["BucketOwnerEnforced", "BucketOwnerPreferred", "ObjectWriter"]
_MALFORMED: Final = Malformed("MalformedPolicy", 400, None, "Invalid principal in policy")
_PUBLIC: Final = " because public policies are prevented by the BlockPublicPolicy setting in S3 Block Public Access."


def create_bucket(
    world: World,
    who: Who,
    bucket: str,
    *,
    region: str | None = None,
    object_ownership: Ownership = "BucketOwnerEnforced",
    tags: Mapping[str, str] | None = None,
) -> tuple[World, Bucket]:
    """A new bucket, with Block Public Access on and ACLs off, as S3 makes them since April 2023.

    https://docs.aws.amazon.com/AmazonS3/latest/userguide/create-bucket-faq.html
    """
    if not is_bucket_name(bucket):
        raise AwsError(
            "InvalidBucketName", 400, "The specified bucket is not valid.", "cloud.bucket-name", None, name=bucket
        )
    calling = identify(world, who, "s3")
    account = calling.account
    owner = world.directory.by_arn.get(S3_PREFIX + bucket)
    # Whether the caller may make it is for its own account to say, whoever has a bucket of that name.
    asked = world if owner is None else without_entity(world, owner.account, EntityKind.BUCKET, bucket)
    permit(asked, calling, "s3:CreateBucket", S3_PREFIX + bucket, request_tags(tags or {}))
    if owner is not None and owner.account == account.name:
        message = "Your previous request to create the named bucket succeeded and you already own it."
        raise AwsError("BucketAlreadyOwnedByYou", 409, message, "cloud.api-already-exists", None, name=bucket)
    if owner is not None:
        message = (
            "The requested bucket name is not available. The bucket namespace is shared by all users of the system. "
            "Please select a different name and try again."
        )
        raise AwsError("BucketAlreadyExists", 409, message, "cloud.api-bucket-taken", None, name=bucket)
    made = Bucket(
        bucket,
        S3_PREFIX + bucket,
        region or world.region,
        tags=dict(tags or {}),
        block_public_access=True,
        ownership=object_ownership,
    )
    return with_entity(world, account.name, EntityKind.BUCKET, made), made


def delete_bucket(world: World, who: Who, bucket: str) -> tuple[World, None]:
    """Deletes an empty bucket."""
    account, _, found = _bucket(world, who, "s3:DeleteBucket", bucket)
    if found.objects:
        message = "The bucket you tried to delete is not empty"
        raise AwsError("BucketNotEmpty", 409, message, "cloud.api-bucket-not-empty", None, name=bucket)
    return without_entity(world, account, EntityKind.BUCKET, bucket), None


def list_buckets(world: World, who: Who) -> tuple[World, tuple[str, ...]]:
    """The buckets of the caller's account: of the role's account for a role session, whoever assumed it."""
    calling = identify(world, who, "s3")
    permit(world, calling, "s3:ListAllMyBuckets", "*")
    return world, tuple(calling.account.buckets)


def list_objects(world: World, who: Who, bucket: str, *, prefix: str = "") -> tuple[World, tuple[str, ...]]:
    """The keys of a bucket that begin so."""
    context = {"s3:prefix": prefix} if prefix else {}
    _, _, found = _bucket(world, who, "s3:ListBucket", bucket, context)
    return world, tuple(key for key in found.objects if key.startswith(prefix))


def get_object(world: World, who: Who, bucket: str, key: str) -> tuple[World, Decision]:
    """Reads an object. One that is not there: 404 for whoever may list the bucket, 403 for others.

    https://docs.aws.amazon.com/AmazonS3/latest/API/API_GetObject.html (Permissions)
    """
    _, calling, found = _bucket(world, who, "s3:GetObject", bucket, key=key)
    decision = decision_on(world, calling, "s3:GetObject", f"{found.arn}/{key}")
    if key not in found.objects:
        if not calling.free and not decision_on(world, calling, "s3:ListBucket", found.arn).allowed:
            raise AwsError("AccessDenied", 403, "Access Denied", "cloud.api-hidden-object", None, name=key)
        message = "The specified key does not exist."
        raise AwsError("NoSuchKey", 404, message, "cloud.api-no-object", None, name=key)
    return world, decision


def put_object(
    world: World, who: Who, bucket: str, key: str, *, tags: Mapping[str, str] | None = None
) -> tuple[World, None]:
    """Writes an object; its tags need s3:PutObjectTagging as well."""
    context: dict[str, str | tuple[str, ...]] = {}
    for name, value in (tags or {}).items():
        context[f"s3:RequestObjectTag/{name}"] = value
    if tags:
        context["s3:RequestObjectTagKeys"] = tuple(tags)
    account, calling, found = _bucket(world, who, "s3:PutObject", bucket, context, key=key)
    if tags:
        permit(world, calling, "s3:PutObjectTagging", f"{found.arn}/{key}", context)
    changed = replace(found, objects={**found.objects, key: dict(tags or {})})
    return with_entity(world, account, EntityKind.BUCKET, changed), None


def put_bucket_policy(world: World, who: Who, bucket: str, policy: Document) -> tuple[World, None]:
    """Sets the bucket policy. Block Public Access refuses a public one.

    https://docs.aws.amazon.com/AmazonS3/latest/userguide/access-control-block-public-access.html
    """
    account, calling, found = _bucket(world, who, "s3:PutBucketPolicy", bucket)
    document = read_policy(policy, PolicyKind.RESOURCE, _MALFORMED).document
    check_named(world, document, _MALFORMED)
    named = NamedPolicy(f"bucket/{bucket}", document)
    compiled = named.compiled(principals=True).statements
    if found.public_access.block_public_policy and any(part.allows and is_public(part) for part in compiled):
        user = calling.caller.principal.arn
        message = f'User: {user} is not authorized to perform: s3:PutBucketPolicy on resource: "{found.arn}"{_PUBLIC}'
        raise AwsError("AccessDenied", 403, message, "cloud.api-public-policy", None, name=bucket)
    return with_entity(world, account, EntityKind.BUCKET, replace(found, policy=named)), None


def get_bucket_policy(world: World, who: Who, bucket: str) -> tuple[World, dict[str, Json]]:
    """The bucket policy."""
    _, _, found = _bucket(world, who, "s3:GetBucketPolicy", bucket)
    if found.policy is None:
        message = "The bucket policy does not exist"
        raise AwsError("NoSuchBucketPolicy", 404, message, "cloud.api-no-bucket-policy", None, name=bucket)
    return world, as_json(found.policy.document)


def delete_bucket_policy(world: World, who: Who, bucket: str) -> tuple[World, None]:
    """Deletes the bucket policy; the root user of the bucket's account always may."""
    account, _, found = _bucket(world, who, "s3:DeleteBucketPolicy", bucket)
    return with_entity(world, account, EntityKind.BUCKET, replace(found, policy=None)), None


def put_public_access_block(world: World, who: Who, bucket: str, settings: PublicAccessBlock) -> tuple[World, None]:
    """Sets the four settings of Block Public Access for a bucket."""
    account, _, found = _bucket(world, who, "s3:PutBucketPublicAccessBlock", bucket)
    changed = replace(found, settings=settings, block_public_access=settings.restrict_public_buckets)
    return with_entity(world, account, EntityKind.BUCKET, changed), None


def put_bucket_ownership_controls(
    world: World, who: Who, bucket: str, object_ownership: Ownership
) -> tuple[World, None]:
    """Sets Object Ownership: https://docs.aws.amazon.com/AmazonS3/latest/userguide/about-object-ownership.html"""
    account, _, found = _bucket(world, who, "s3:PutBucketOwnershipControls", bucket)
    return with_entity(world, account, EntityKind.BUCKET, replace(found, ownership=object_ownership)), None


def put_bucket_tagging(world: World, who: Who, bucket: str, tags: Mapping[str, str]) -> tuple[World, None]:
    """Puts these tags in the place of the bucket's; in policies they count once ABAC is on for the bucket."""
    account, _, found = _bucket(world, who, "s3:PutBucketTagging", bucket, request_tags(tags))
    return with_entity(world, account, EntityKind.BUCKET, replace(found, tags=dict(tags))), None


def _bucket(
    world: World, who: Who, action: str, name: str, context: Context | None = None, *, key: str | None = None
) -> tuple[str, Calling, Bucket]:
    """The bucket's account, the caller, and the bucket, once the caller may."""
    calling = identify(world, who, "s3")
    arn = S3_PREFIX + name
    owner = world.directory.by_arn.get(arn)
    if owner is None:
        message = "The specified bucket does not exist"
        raise AwsError("NoSuchBucket", 404, message, "cloud.api-no-bucket", None, name=name)
    permit(world, calling, action, arn if key is None else f"{arn}/{key}", context)
    return owner.account, calling, world.accounts[owner.account].buckets[name]
