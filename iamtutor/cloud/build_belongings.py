"""What belongs to an account or a user in a world's text: access keys, MFA devices, profiles, identity providers."""

from __future__ import annotations

from typing import TYPE_CHECKING

from iamtutor.cloud import identifiers
from iamtutor.cloud.belongings import AccessKey, InstanceProfile, OidcProvider, SamlProvider
from iamtutor.cloud.identifiers import iam_arn, unique_id
from iamtutor.cloud.places import KeyPath
from iamtutor.cloud.quotas import quotas
from iamtutor.cloud.references import listing
from iamtutor.policy.arn import is_account_id

if TYPE_CHECKING:
    from iamtutor.cloud.build_account import AccountBuilder
    from iamtutor.cloud.shape import RoleShape, UserShape


def access_keys(builder: AccountBuilder, user: str, shape: UserShape, path: KeyPath) -> tuple[AccessKey, ...]:
    """The keys of a user; their IDs are made up and encode the account."""
    most = quotas()["access_keys_per_user"].default
    if len(shape.access_keys) > most:
        builder.complaints.say("cloud.too-many-access-keys", (*path, "access_keys"), name=user, limit=most)
    if not is_account_id(builder.id):
        return ()
    return tuple(
        AccessKey(
            identifiers.access_key_id("AKIA", builder.id, f"{builder.seed}/{user}/{number}"), active=state == "active"
        )
        for number, state in enumerate(shape.access_keys, 1)
    )


def mfa_devices(builder: AccountBuilder, shape: UserShape, path: KeyPath) -> tuple[str, ...]:
    """The serial numbers of a user's virtual MFA devices: their ARNs."""
    most = quotas()["mfa_devices_per_user"].default
    if len(shape.mfa) > most:
        builder.complaints.say("cloud.too-many-mfa-devices", (*path, "mfa"), limit=most)
    for index, name in enumerate(shape.mfa):
        if not identifiers.IAM_NAME.fullmatch(name):
            builder.complaints.say("cloud.iam-name", (*path, "mfa", index), name=name, limit=226)
    return tuple(iam_arn(builder.id, "mfa", "/", name) for name in shape.mfa)


def max_session(builder: AccountBuilder, shape: RoleShape, path: KeyPath) -> int:
    """The role's MaxSessionDuration: an hour to twelve hours."""
    least, most = quotas()["max_session_least"].default, quotas()["max_session_most"].default
    if not least <= shape.max_session <= most:
        builder.complaints.say(
            "cloud.max-session", (*path, "max_session"), value=shape.max_session, least=least, most=most
        )
    return shape.max_session


def profiles(builder: AccountBuilder) -> dict[str, InstanceProfile]:
    """The instance profiles of the account, each with the role that it holds."""
    from iamtutor.cloud.shape import ProfileShape

    found = {}
    for name, given in builder.shape.instance_profiles.items():
        shape = given or ProfileShape()
        path = (*builder.path, "instance_profiles", name)
        builder.check_name(name, path, quotas()["instance_profile_name_length"].default)
        if shape.role is not None and shape.role not in builder.shape.roles:
            builder.complaints.say(
                "cloud.unknown-role", (*path, "role"), role=shape.role, known=listing(builder.shape.roles)
            )
        arn = iam_arn(builder.id, "instance-profile", builder.iam_path(shape.path, path), name)
        tags = builder.tags(shape.tags, path, iam=True)
        found[name] = InstanceProfile(name, arn, unique_id("AIPA", arn), shape.role, tags)
    return found


def providers(builder: AccountBuilder) -> dict[str, OidcProvider | SamlProvider]:
    """The identity providers of the account, by ARN."""
    from iamtutor.cloud.shape import OidcShape, SamlShape

    shape, found = builder.shape.providers, dict[str, OidcProvider | SamlProvider]()
    if shape is None:
        return found
    path = (*builder.path, "providers")
    for url, given in shape.oidc.items():
        if not identifiers.PROVIDER_URL.fullmatch(url):
            builder.complaints.say("cloud.provider-url", (*path, "oidc", url), at_key=True, url=url)
        oidc = given or OidcShape()
        arn = iam_arn(builder.id, "oidc-provider", "/", url)
        tags = builder.tags(oidc.tags, (*path, "oidc", url), iam=True)
        found[arn] = OidcProvider(arn, url, tuple(oidc.client_ids), tags)
    for name, named in shape.saml.items():
        builder.check_name(name, (*path, "saml", name), 128)
        saml = named or SamlShape()
        arn = iam_arn(builder.id, "saml-provider", "/", name)
        tags = builder.tags(saml.tags, (*path, "saml", name), iam=True)
        found[arn] = SamlProvider(arn, name, saml.issuer, tags)
    return found
