"""An account built from its shape: names and paths checked, ARNs worked out, policies read."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import TYPE_CHECKING

from iamtutor.access import NamedPolicy
from iamtutor.cloud import build_belongings, identifiers
from iamtutor.cloud.attachments import managed_arn
from iamtutor.cloud.aws_documents import default_key_policy
from iamtutor.cloud.entities import Account, Bucket, EntityKind, Group, Key, Policies, Resource, Role, User
from iamtutor.cloud.identifiers import iam_arn, unique_id
from iamtutor.cloud.places import KeyPath
from iamtutor.cloud.policy_values import Complaints
from iamtutor.cloud.references import S3_PREFIX, listing
from iamtutor.policy import PolicyKind
from iamtutor.policy.arn import Arn, is_account_id
from iamtutor.words import Bilingual

if TYPE_CHECKING:
    from iamtutor.cloud.shape import (
        AccountShape,
        BucketShape,
        EntityShape,
        GroupShape,
        KeyShape,
        ResourceShape,
        RoleShape,
        UserShape,
    )

_MOST_TAGS = 50


class AccountBuilder:
    """Builds one account; what is wrong is said to `complaints`, and the account is built all the same."""

    def __init__(
        self,
        name: str,
        shape: AccountShape,
        complaints: Complaints,
        aws_policies: Policies,
        region: str,
        seed: str = "",
    ) -> None:
        self.name = name
        self.shape = shape
        self.complaints = complaints
        self.aws_policies = aws_policies
        self.region = region
        self.seed = seed
        self.path: KeyPath = ("accounts", name)
        self.id = shape.id

    def build(self) -> Account:
        """The account."""
        shape = self.shape
        if not is_account_id(self.id):
            self.complaints.say("cloud.account-id", (*self.path, "id"), value=self.id)
        self._distinct()
        title = Bilingual(shape.title.ko, shape.title.en) if shape.title is not None else None
        empty: Account = Account(self.name, self.id, title, {}, {}, {}, self._policies(), {}, {}, {})
        return Account(
            self.name,
            self.id,
            title,
            {name: self._user(empty, name, user) for name, user in shape.users.items()},
            {name: self._group(empty, name, group) for name, group in shape.groups.items()},
            {name: self._role(empty, name, role) for name, role in shape.roles.items()},
            empty.policies,
            {name: self._bucket(name, bucket) for name, bucket in shape.buckets.items()},
            {name: self._key(name, key) for name, key in shape.keys.items()},
            {name: self._resource(name, resource) for name, resource in shape.resources.items()},
            build_belongings.profiles(self),
            build_belongings.providers(self),
        )

    def _distinct(self) -> None:
        """IAM names are unique in an account whatever their case.

        https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_iam-quotas.html
        """
        for section in ("users", "groups", "roles", "policies", "instance_profiles"):
            seen: dict[str, str] = {}
            for name in getattr(self.shape, section):
                other = seen.setdefault(name.lower(), name)
                if other != name:
                    self.complaints.say(
                        "cloud.same-name", (*self.path, section, name), at_key=True, name=name, other=other
                    )

    def _policies(self) -> dict[str, NamedPolicy]:
        found = {}
        for name, shape in self.shape.policies.items():
            path = (*self.path, "policies", name)
            self.check_name(name, path, identifiers.LONGEST_POLICY_NAME)
            arn = iam_arn(self.id, "policy", self.iam_path(shape.path, path), name)
            found[name] = self.complaints.policy(shape.document, (*path, "document"), PolicyKind.IDENTITY, name, arn)
        return found

    def _user(self, account: Account, name: str, shape: UserShape | None) -> User:
        from iamtutor.cloud.shape import UserShape

        shape = shape or UserShape()
        path = (*self.path, "users", name)
        for index, group in enumerate(shape.groups):
            if group not in self.shape.groups:
                self.complaints.say(
                    "cloud.unknown-group", (*path, "groups", index), group=group, known=listing(self.shape.groups)
                )
        arn = self._arn(EntityKind.USER, name, shape.path, path)
        return User(
            name,
            arn,
            self._unique_id("AIDA", arn, shape, path),
            self._inline(name, shape, path, ""),
            self._managed(account, shape.managed, path),
            tuple(group for group in dict.fromkeys(shape.groups) if group in self.shape.groups),
            self._boundary(account, shape, path),
            self.tags(shape.tags, path, iam=True),
            build_belongings.access_keys(self, name, shape, path),
            build_belongings.mfa_devices(self, shape, path),
            shape.console,
        )

    def _group(self, account: Account, name: str, shape: GroupShape | None) -> Group:
        from iamtutor.cloud.shape import GroupShape

        shape = shape or GroupShape()
        path = (*self.path, "groups", name)
        arn = self._arn(EntityKind.GROUP, name, shape.path, path)
        return Group(
            name, arn, self._inline(name, shape, path, f"{name}/"), self._managed(account, shape.managed, path)
        )

    def _role(self, account: Account, name: str, shape: RoleShape) -> Role:
        path = (*self.path, "roles", name)
        role_path = shape.path
        if shape.service_linked and role_path == "/":
            role_path = f"/aws-service-role/{_service_in(shape.trust)}/"
        arn = self._arn(EntityKind.ROLE, name, role_path, path)
        return Role(
            name,
            arn,
            self._unique_id("AROA", arn, shape, path),
            self.complaints.policy(shape.trust, (*path, "trust"), PolicyKind.TRUST, f"role/{name}"),
            self._inline(name, shape, path, ""),
            self._managed(account, shape.managed, path),
            self._boundary(account, shape, path),
            self.tags(shape.tags, path, iam=True),
            shape.service_linked,
            build_belongings.max_session(self, shape, path),
        )

    def _bucket(self, name: str, shape: BucketShape | None) -> Bucket:
        from iamtutor.cloud.shape import BucketShape

        shape = shape or BucketShape()
        path = (*self.path, "buckets", name)
        if not identifiers.is_bucket_name(name):
            self.complaints.say("cloud.bucket-name", path, at_key=True, name=name)
        policy = None
        if shape.policy is not None:
            policy = self.complaints.policy(shape.policy, (*path, "policy"), PolicyKind.RESOURCE, f"bucket/{name}")
        objects = {
            key: self.tags(found.tags if found is not None else {}, (*path, "objects", key), most=10)
            for key, found in shape.objects.items()
        }
        return Bucket(
            name,
            S3_PREFIX + name,
            self._region(shape.region, path),
            policy,
            self.tags(shape.tags, path),
            objects,
            shape.block_public_access,
            shape.abac,
            ownership=shape.ownership,
        )

    def _key(self, name: str, shape: KeyShape | None) -> Key:
        from iamtutor.cloud.shape import KeyShape

        shape = shape or KeyShape()
        path = (*self.path, "keys", name)
        self._label(name, path)
        key_id = shape.id or identifiers.key_id(f"{self.id}/{name}")
        arn = f"arn:aws:kms:{self._region(shape.region, path)}:{self.id}:key/{key_id}"
        shown = f"key/{name}"
        policy = (
            default_key_policy(self.id, shown)
            if shape.policy is None
            else self.complaints.policy(shape.policy, (*path, "policy"), PolicyKind.RESOURCE, shown)
        )
        return Key(name, arn, policy, self.tags(shape.tags, path), shape.aws_managed)

    def _resource(self, name: str, shape: ResourceShape) -> Resource:
        path = (*self.path, "resources", name)
        self._label(name, path)
        arn = Arn.parse(shape.arn)
        if arn is None or not arn.service or not arn.resource:
            self.complaints.say("cloud.wrong-arn", (*path, "arn"), arn=shape.arn)
        elif arn.account not in ("", self.id):
            self.complaints.say("cloud.foreign-arn", (*path, "arn"), arn=shape.arn, account=self.id)
        policy = None
        if shape.policy is not None:
            policy = self.complaints.policy(shape.policy, (*path, "policy"), PolicyKind.RESOURCE, f"resource/{name}")
        return Resource(name, shape.arn, policy, self.tags(shape.tags, path))

    def _arn(self, kind: EntityKind, name: str, iam_path: str, path: KeyPath) -> str:
        self.check_name(name, path, identifiers.LONGEST_NAME[kind])
        return iam_arn(self.id, kind.value, self.iam_path(iam_path, path), name)

    def check_name(self, name: str, path: KeyPath, longest: int) -> None:
        """Complains about a name that IAM does not take."""
        if len(name) > longest or not identifiers.IAM_NAME.fullmatch(name):
            self.complaints.say("cloud.iam-name", path, at_key=True, name=name, limit=longest)

    def _label(self, name: str, path: KeyPath) -> None:
        if not identifiers.LABEL.fullmatch(name):
            self.complaints.say("cloud.label", path, at_key=True, name=name)

    def iam_path(self, value: str, path: KeyPath) -> str:
        """The path, complained about where IAM does not take it."""
        if len(value) > 512 or not identifiers.IAM_PATH.fullmatch(value):
            self.complaints.say("cloud.iam-path", (*path, "path"), value=value)
        return value

    def _region(self, region: str | None, path: KeyPath) -> str:
        if region is not None and not identifiers.REGION.fullmatch(region):
            self.complaints.say("cloud.region", (*path, "region"), region=region)
        return region or self.region

    def _unique_id(self, prefix: str, arn: str, shape: EntityShape, path: KeyPath) -> str:
        given = shape.unique_id
        if given is None:
            return unique_id(prefix, arn)
        if not (given.startswith(prefix) and identifiers.UNIQUE_ID.fullmatch(given)):
            self.complaints.say("cloud.unique-id", (*path, "unique_id"), value=given, prefix=prefix)
        return given

    def _inline(self, holder: str, shape: GroupShape, path: KeyPath, shown: str) -> dict[str, NamedPolicy]:
        found = {}
        for name, document in shape.inline.items():
            inner = (*path, "inline", name)
            self.check_name(name, inner, identifiers.LONGEST_POLICY_NAME)
            found[name] = self.complaints.policy(document, inner, PolicyKind.IDENTITY, f"{shown}{name}")
        return found

    def _managed(self, account: Account, names: Iterable[str], path: KeyPath) -> tuple[str, ...]:
        arns: dict[str, None] = {}
        for index, name in enumerate(names):
            arn = self._managed_arn(account, name, (*path, "managed", index))
            if arn is not None:
                arns[arn] = None
        return tuple(arns)

    def _managed_arn(self, account: Account, name: str, path: KeyPath) -> str | None:
        """The ARN of a managed policy that the account can attach: one of its own, or one of AWS's."""
        arn = managed_arn(account, name)
        if arn in self.aws_policies or any(policy.arn == arn for policy in account.policies.values() if arn):
            return arn
        known = listing([*account.policies, *self.aws_policies])
        code = "cloud.unknown-aws-policy" if name.startswith("arn:aws:iam::aws:") else "cloud.unknown-managed-policy"
        self.complaints.say(code, path, policy=name, known=known)
        return None

    def _boundary(self, account: Account, shape: EntityShape, path: KeyPath) -> str | None:
        """A boundary must be a managed policy: https://docs.aws.amazon.com/IAM/latest/UserGuide/access_policies_boundaries.html"""
        if shape.boundary is None:
            return None
        if shape.boundary in shape.inline and shape.boundary not in account.policies:
            self.complaints.say("cloud.boundary-not-managed", (*path, "boundary"), policy=shape.boundary)
            return None
        return self._managed_arn(account, shape.boundary, (*path, "boundary"))

    def tags(
        self, tags: Mapping[str, str], path: KeyPath, *, iam: bool = False, most: int = _MOST_TAGS
    ) -> dict[str, str]:
        """Tags as AWS takes them; on IAM's own things a tag key counts once, whatever its case.

        https://docs.aws.amazon.com/IAM/latest/UserGuide/id_tags.html
        """
        if len(tags) > most:
            self.complaints.say("cloud.too-many-tags", (*path, "tags"), limit=most)
        seen: dict[str, str] = {}
        for key, value in tags.items():
            inner = (*path, "tags", key)
            if not 1 <= len(key) <= 128 or len(value) > 256 or key.lower().startswith("aws:"):
                self.complaints.say("cloud.tag", inner, at_key=True, name=key)
            other = seen.setdefault(key.lower(), key)
            if iam and other != key:
                self.complaints.say("cloud.same-name", inner, at_key=True, name=key, other=other)
        return dict(tags)


def _service_in(trust: object) -> str:
    """The service that a service-linked role trusts, for its path."""
    statements = trust.get("Statement") if isinstance(trust, dict) else None
    for statement in statements if isinstance(statements, list) else [statements]:
        named = statement.get("Principal") if isinstance(statement, dict) else None
        service = named.get("Service") if isinstance(named, dict) else None
        if isinstance(service, str):
            return service
    return "service.amazonaws.com"
