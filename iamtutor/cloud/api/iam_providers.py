"""Identity providers that an account trusts: OpenID Connect and SAML.

https://docs.aws.amazon.com/IAM/latest/UserGuide/id_roles_providers.html
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace

from iamtutor.cloud.api.calling import Who, identify, permit
from iamtutor.cloud.api.changes import left, with_account
from iamtutor.cloud.api.errors import already_exists, no_such_entity, validation_error
from iamtutor.cloud.api.parameters import (
    check_name,
    check_number_of_tags,
    check_quota,
    check_tags,
    check_text,
    request_tags,
)
from iamtutor.cloud.belongings import OidcProvider, SamlProvider
from iamtutor.cloud.entities import Account
from iamtutor.cloud.identifiers import PROVIDER_URL, iam_arn
from iamtutor.cloud.world import World


def create_open_id_connect_provider(
    world: World, who: Who, url: str, client_id_list: Sequence[str] = (), *, tags: Mapping[str, str] | None = None
) -> tuple[World, str]:
    """A new OpenID Connect provider; answers its ARN.

    https://docs.aws.amazon.com/IAM/latest/APIReference/API_CreateOpenIDConnectProvider.html
    """
    tags = tags or {}
    check_text(url, "url", 1, 255)
    bare = url.removeprefix("https://")
    if bare == url or not PROVIDER_URL.fullmatch(bare):
        raise validation_error("Invalid Open ID Connect Provider URL", "cloud.api-provider-url", url=url)
    check_tags(tags)
    check_number_of_tags(world, tags)
    calling = identify(world, who, "iam")
    account = calling.account
    arn = iam_arn(account.id, "oidc-provider", "/", bare)
    permit(world, calling, "iam:CreateOpenIDConnectProvider", arn, request_tags(tags))
    if arn in account.providers:
        raise already_exists(f"Provider with url {url} already exists.", url)
    check_quota(world, "oidc_providers_per_account", _number(account, OidcProvider))
    check_quota(world, "client_ids_per_oidc_provider", len(client_id_list) - 1)
    provider = OidcProvider(arn, bare, tuple(client_id_list), dict(tags))
    return with_account(world, replace(account, providers={**account.providers, arn: provider})), arn


def create_saml_provider(
    world: World, who: Who, name: str, issuer: str, *, tags: Mapping[str, str] | None = None
) -> tuple[World, str]:
    """A new SAML provider whose metadata names this issuer; answers its ARN.

    https://docs.aws.amazon.com/IAM/latest/APIReference/API_CreateSAMLProvider.html
    """
    tags = tags or {}
    check_name(name, "name", "group_name_length")
    check_tags(tags)
    check_number_of_tags(world, tags)
    calling = identify(world, who, "iam")
    account = calling.account
    arn = iam_arn(account.id, "saml-provider", "/", name)
    permit(world, calling, "iam:CreateSAMLProvider", arn, request_tags(tags))
    if arn in account.providers:
        raise already_exists(f"SAMLProvider {name} already exists.", name)
    check_quota(world, "saml_providers_per_account", _number(account, SamlProvider))
    provider = SamlProvider(arn, name, issuer, dict(tags))
    return with_account(world, replace(account, providers={**account.providers, arn: provider})), arn


def delete_open_id_connect_provider(world: World, who: Who, arn: str) -> tuple[World, None]:
    """Deletes an OpenID Connect provider; deleting one that is not there is no error. Roles that trust it stay."""
    calling = identify(world, who, "iam")
    permit(world, calling, "iam:DeleteOpenIDConnectProvider", arn)
    account = calling.account
    return with_account(world, replace(account, providers=left(account.providers, arn))), None


def delete_saml_provider(world: World, who: Who, arn: str) -> tuple[World, None]:
    """Deletes a SAML provider. Roles that trust it stay, and nobody can assume them through it."""
    calling = identify(world, who, "iam")
    permit(world, calling, "iam:DeleteSAMLProvider", arn)
    account = calling.account
    if not isinstance(account.providers.get(arn), SamlProvider):
        raise no_such_entity(f"Manifest not found for arn {arn}", arn)
    return with_account(world, replace(account, providers=left(account.providers, arn))), None


def _number(account: Account, kind: type) -> int:
    return sum(isinstance(provider, kind) for provider in account.providers.values())
