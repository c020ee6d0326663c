"""Accounts from `aws iam get-account-authorization-details`: users, groups, roles, policies, instance profiles.

Only what a decision needs is read. Access key IDs, the dates of passwords and keys, and everything else stay where they are.
https://docs.aws.amazon.com/IAM/latest/APIReference/API_GetAccountAuthorizationDetails.html
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any, Final

from iamtutor.cloud import identifiers
from iamtutor.cloud.importing.json_files import Json, JsonFile, policy_document
from iamtutor.cloud.importing.origins import Origins, texts
from iamtutor.policy.arn import Arn, is_account_id

LISTS: Final = ("UserDetailList", "GroupDetailList", "RoleDetailList", "Policies")
_AWS: Final = "arn:aws:iam::aws:policy/"
_NOBODY: Final = {"Version": "2012-10-17", "Statement": []}

World = dict[str, Any]


def nobody() -> Json:
    """A trust policy that lets nobody in: what a role keeps where its own could not be read."""
    return {**_NOBODY, "Statement": []}


def account_name(account: str) -> str:
    """What an account is called in an imported world."""
    return f"account-{account}"


def add_details(world: World, file: JsonFile, origins: Origins) -> int:
    """Put what a file tells into the world; how many users, groups, roles and policies there were."""
    count = 0
    for document in file.documents:
        for page in document if isinstance(document, list) else (document,):
            if not isinstance(page, dict):
                continue
            for kind, add in (
                ("Policies", _policy),
                ("GroupDetailList", _group),
                ("UserDetailList", _user),
                ("RoleDetailList", _role),
            ):
                for detail in _dicts(page.get(kind)):
                    count += _added(world, kind, detail, add, file, origins)
    return count


def _added(world: World, kind: str, detail: dict[str, Json], add: Any, file: JsonFile, origins: Origins) -> bool:
    text = detail.get("Arn")
    arn = Arn.parse(text) if isinstance(text, str) else None
    if arn is None or arn.service != "iam" or "/" not in arn.resource:
        origins.note((kind,), file, kind)
        origins.say("cloud.import-no-arn", (kind,), {"kind": kind})
        return False
    if arn.partition != "aws":
        origins.note((kind,), file, kind)
        origins.say("cloud.import-partition", (kind,), {"arn": str(arn)})
        return False
    name = arn.resource.rpartition("/")[2]
    if arn.account == "aws":
        origins.note(("aws_policies", str(arn)), file, str(arn))
        world.setdefault("aws_policies", {}).setdefault(str(arn), _default_version(detail))
        return True
    if not is_account_id(arn.account):
        return False
    label = account_name(arn.account)
    account = world["accounts"].setdefault(label, {"id": arn.account})
    section, value = add(account, name, detail)
    origins.note(("accounts", label, section, name), file, str(arn))
    account.setdefault(section, {}).setdefault(name, value)
    return True


def _policy(_account: dict[str, Json], _name: str, detail: dict[str, Json]) -> tuple[str, Json]:
    return "policies", {**_path(detail), "document": _default_version(detail)}


def _group(_account: dict[str, Json], _name: str, detail: dict[str, Json]) -> tuple[str, Json]:
    return "groups", {**_path(detail), **_permissions(detail, "GroupPolicyList")}


def _user(_account: dict[str, Json], _name: str, detail: dict[str, Json]) -> tuple[str, Json]:
    value = {**_path(detail), **_entity(detail, "UserPolicyList", "UserId")}
    groups = list(texts(detail.get("GroupList")))
    return "users", {**value, **({"groups": groups} if groups else {})}


def _role(account: dict[str, Json], name: str, detail: dict[str, Json]) -> tuple[str, Json]:
    value = {**_path(detail), "trust": policy_document(detail.get("AssumeRolePolicyDocument"))}
    value |= _entity(detail, "RolePolicyList", "RoleId")
    if value.get("path", "/").startswith("/aws-service-role/"):
        value["service_linked"] = True
    for profile in _dicts(detail.get("InstanceProfileList")):
        profile_name = profile.get("InstanceProfileName")
        if isinstance(profile_name, str):
            account.setdefault("instance_profiles", {}).setdefault(profile_name, {**_path(profile), "role": name})
    return "roles", value


def _path(detail: dict[str, Json]) -> dict[str, Json]:
    path = detail.get("Path", "/")
    return {"path": path} if path != "/" else {}


def _entity(detail: dict[str, Json], inline: str, unique: str) -> dict[str, Json]:
    """What users and roles share."""
    value = _permissions(detail, inline)
    boundary = detail.get("PermissionsBoundary")
    arn = boundary.get("PermissionsBoundaryArn") if isinstance(boundary, dict) else None
    if isinstance(arn, str):
        value["boundary"] = _reference(arn)
    tags = {
        each["Key"]: each.get("Value", "") for each in _dicts(detail.get("Tags")) if isinstance(each.get("Key"), str)
    }
    if tags:
        value["tags"] = tags
    identifier = detail.get(unique)
    if isinstance(identifier, str) and identifiers.UNIQUE_ID.fullmatch(identifier):
        value["unique_id"] = identifier
    return value


def _permissions(detail: dict[str, Json], inline: str) -> dict[str, Json]:
    value: dict[str, Json] = {}
    own = {
        each["PolicyName"]: policy_document(each.get("PolicyDocument"))
        for each in _dicts(detail.get(inline))
        if isinstance(each.get("PolicyName"), str)
    }
    if own:
        value["inline"] = own
    managed = [
        _reference(each["PolicyArn"])
        for each in _dicts(detail.get("AttachedManagedPolicies"))
        if isinstance(each.get("PolicyArn"), str)
    ]
    if managed:
        value["managed"] = managed
    return value


def _reference(arn: str) -> str:
    """A managed policy as a world names it: AWS's by ARN, a customer's by name."""
    return arn if arn.startswith(_AWS) else arn.rpartition("/")[2]


def _default_version(detail: dict[str, Json]) -> Json:
    versions = list(_dicts(detail.get("PolicyVersionList")))
    chosen = [each for each in versions if each.get("IsDefaultVersion") is True] or [
        each for each in versions if each.get("VersionId") == detail.get("DefaultVersionId")
    ]
    return policy_document(chosen[0].get("Document")) if chosen else None


def _dicts(value: Json) -> Iterator[dict[str, Json]]:
    for each in value if isinstance(value, list) else ():
        if isinstance(each, dict):
            yield each
