"""The identity providers of an account, as STS looks them up.

https://docs.aws.amazon.com/IAM/latest/UserGuide/id_roles_providers.html
"""

from __future__ import annotations

from base64 import b64encode
from hashlib import sha1
from typing import TYPE_CHECKING, Final

from iamtutor.cloud.belongings import OidcProvider, SamlProvider
from iamtutor.cloud.entities import Account
from iamtutor.cloud.identifiers import iam_arn
from iamtutor.policy.arn import Arn

if TYPE_CHECKING:
    from iamtutor.cloud.world import World

BUILT_IN: Final = frozenset(
    {"accounts.google.com", "www.amazon.com", "graph.facebook.com", "cognito-identity.amazonaws.com"}
)
"""Providers that AWS knows by itself: policies name them without an ARN, and no account sets them up."""


def oidc_principal(account: Account, issuer: str) -> str | None:
    """How a trust policy of the account names an issuer; None where the account has no such provider."""
    arn = iam_arn(account.id, "oidc-provider", "/", issuer)
    if arn in account.providers:
        return arn
    return issuer if issuer in BUILT_IN else None


def audience_known(account: Account, principal: str, audience: str) -> bool:
    """Whether the provider has the audience among its client IDs; built-in ones leave that to the trust policy."""
    provider = account.providers.get(principal)
    return not isinstance(provider, OidcProvider) or audience in provider.client_ids


def saml_provider(world: World, arn: str) -> SamlProvider | None:
    """The SAML provider of an ARN."""
    parts = Arn.parse(arn)
    account = world.directory.accounts_by_id.get(parts.account) if parts is not None else None
    found = world.accounts[account].providers.get(arn) if account is not None else None
    return found if isinstance(found, SamlProvider) else None


def name_qualifier(issuer: str, account: str, provider: str) -> str:
    """saml:namequalifier: a hash of issuer, account and the provider's friendly name.

    https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_iam-condition-keys.html#condition-keys-saml
    """
    return b64encode(sha1(f"{issuer}{account}/{provider}".encode(), usedforsecurity=False).digest()).decode()
