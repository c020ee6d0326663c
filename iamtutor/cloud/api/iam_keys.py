"""How a user signs in: access keys (two at most), MFA devices (eight at most) and one password.

https://docs.aws.amazon.com/IAM/latest/UserGuide/id_credentials_access-keys.html
"""

from __future__ import annotations

from dataclasses import replace
from typing import Literal

from iamtutor.cloud.api.calling import Calling, Who, identify, permit
from iamtutor.cloud.api.changes import numbered, with_entity
from iamtutor.cloud.api.credentials import Credentials, credentials_for
from iamtutor.cloud.api.errors import AwsError, already_exists, no_such_entity
from iamtutor.cloud.api.iam_find import entity_arn, own_name, user_of
from iamtutor.cloud.api.mfa import check_code_form, token_code
from iamtutor.cloud.api.parameters import check_name, check_quota, check_text
from iamtutor.cloud.belongings import AccessKey
from iamtutor.cloud.entities import EntityKind, User
from iamtutor.cloud.identifiers import access_key_id, iam_arn
from iamtutor.cloud.world import World


def create_access_key(world: World, who: Who, user_name: str | None = None) -> tuple[World, Credentials]:
    """A new access key of a user, by default the caller; its secret is shown this once."""
    calling, user = _user(world, who, "iam:CreateAccessKey", user_name)
    check_quota(world, "access_keys_per_user", len(user.access_keys))
    world, seed = numbered(world)
    key_id = access_key_id("AKIA", calling.account.id, seed)
    world = _with(world, calling, replace(user, access_keys=(*user.access_keys, AccessKey(key_id))))
    return world, credentials_for(world, key_id)


def list_access_keys(world: World, who: Who, user_name: str | None = None) -> tuple[World, tuple[AccessKey, ...]]:
    """The access keys of a user, without secrets."""
    return world, _user(world, who, "iam:ListAccessKeys", user_name)[1].access_keys


def update_access_key(
    world: World, who: Who, key_id: str, status: Literal["Active", "Inactive"], user_name: str | None = None
) -> tuple[World, None]:
    """Turns a key on or off. Temporary credentials that it got live on."""
    calling, user = _user(world, who, "iam:UpdateAccessKey", user_name)
    _check_key(user, key_id)
    keys = tuple(AccessKey(key.id, status == "Active") if key.id == key_id else key for key in user.access_keys)
    return _with(world, calling, replace(user, access_keys=keys)), None


def delete_access_key(world: World, who: Who, key_id: str, user_name: str | None = None) -> tuple[World, None]:
    """Deletes a key for good."""
    calling, user = _user(world, who, "iam:DeleteAccessKey", user_name)
    _check_key(user, key_id)
    keys = tuple(key for key in user.access_keys if key.id != key_id)
    return _with(world, calling, replace(user, access_keys=keys)), None


def create_virtual_mfa_device(world: World, who: Who, virtual_mfa_device_name: str) -> tuple[World, str]:
    """A new device that belongs to nobody yet; answers its serial number. `mfa.token_code` reads what it shows.

    https://docs.aws.amazon.com/IAM/latest/APIReference/API_CreateVirtualMFADevice.html
    """
    check_name(virtual_mfa_device_name, "virtualMFADeviceName", "policy_name_length")
    calling = identify(world, who, "iam")
    serial = iam_arn(calling.account.id, "mfa", "/", virtual_mfa_device_name)
    permit(world, calling, "iam:CreateVirtualMFADevice", serial)
    if any(serial in user.mfa for user in calling.account.users.values()):
        message = "MFADevice entity at the same path and name already exists."
        raise already_exists(message, virtual_mfa_device_name)
    return world, serial


def enable_mfa_device(
    world: World, who: Who, user_name: str, serial_number: str, authentication_code1: str, authentication_code2: str
) -> tuple[World, None]:
    """Gives a device to a user, who proves to have it with two codes in a row: the one before, and the present one."""
    check_code_form(serial_number, None)
    for number, code in enumerate((authentication_code1, authentication_code2), 1):
        check_text(code, f"authenticationCode{number}", 6, 6, r"[\d]+")
    calling, user = _user(world, who, "iam:EnableMFADevice", user_name)
    if serial_number in user.mfa:
        raise already_exists("MFA Device is already in use.", serial_number)
    check_quota(world, "mfa_devices_per_user", len(user.mfa))
    if (authentication_code1, authentication_code2) != (
        token_code(world, serial_number, 1),
        token_code(world, serial_number),
    ):
        message = "Authentication code for device is not valid."
        raise AwsError("InvalidAuthenticationCode", 403, message, "cloud.api-mfa-code")
    return _with(world, calling, replace(user, mfa=(*user.mfa, serial_number))), None


def deactivate_mfa_device(world: World, who: Who, user_name: str, serial_number: str) -> tuple[World, None]:
    """Takes a device from a user."""
    calling, user = _user(world, who, "iam:DeactivateMFADevice", user_name)
    if serial_number not in user.mfa:
        raise no_such_entity(f"MFA Device invalid for user.: {serial_number}", serial_number)
    return _with(world, calling, replace(user, mfa=tuple(other for other in user.mfa if other != serial_number))), None


def create_login_profile(world: World, who: Who, user_name: str) -> tuple[World, None]:
    """Gives a user a password for the console (a world does not keep it)."""
    calling, user = _user(world, who, "iam:CreateLoginProfile", user_name)
    if user.console:
        raise already_exists(f"Login Profile for user {user_name} already exists.", user_name)
    return _with(world, calling, replace(user, console=True)), None


def delete_login_profile(world: World, who: Who, user_name: str) -> tuple[World, None]:
    """Takes the password away; access keys still work."""
    calling, user = _user(world, who, "iam:DeleteLoginProfile", user_name)
    if not user.console:
        raise no_such_entity(f"Login Profile for User {user_name} cannot be found.", user_name)
    return _with(world, calling, replace(user, console=False)), None


def _user(world: World, who: Who, action: str, name: str | None) -> tuple[Calling, User]:
    calling = identify(world, who, "iam")
    name = name if name is not None else own_name(calling)
    permit(world, calling, action, entity_arn(calling.account, EntityKind.USER, name))
    return calling, user_of(calling.account, name)


def _with(world: World, calling: Calling, user: User) -> World:
    return with_entity(world, calling.account.name, EntityKind.USER, user)


def _check_key(user: User, key_id: str) -> None:
    if all(key.id != key_id for key in user.access_keys):
        raise no_such_entity(f"The Access Key with id {key_id} cannot be found.", key_id)
