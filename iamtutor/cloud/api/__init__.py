"""The AWS API of a world: plain functions `operation(world, who, …) -> (world, answer)` that refuse as AWS does.

Worlds are values: an operation gives another one. `Cloud` carries the present one along. Every operation asks first
whether the caller may, unless the caller is the `Console` of an account.
"""

from iamtutor.cloud.api import (
    calls,
    clock,
    functions,
    iam_attachments,
    iam_boundaries,
    iam_groups,
    iam_inline,
    iam_keys,
    iam_policies,
    iam_profiles,
    iam_providers,
    iam_roles,
    iam_tags,
    iam_users,
    kms,
    mfa,
    organizations_policies,
    organizations_tree,
    resources,
    s3,
    sts,
    sts_federation,
    sts_tokens,
)
from iamtutor.cloud.api.calling import Calling, Console, Who
from iamtutor.cloud.api.credentials import Credentials, of_session, of_user
from iamtutor.cloud.api.errors import AwsError
from iamtutor.cloud.api.simulator import Client, Cloud
from iamtutor.cloud.api.sts import AssumedRole
from iamtutor.cloud.api.sts_federation import SamlAssertion, WebIdentityToken
from iamtutor.cloud.api.sts_tokens import CallerIdentity, FederatedUser

__all__ = [
    "AssumedRole",
    "AwsError",
    "CallerIdentity",
    "Calling",
    "Client",
    "Cloud",
    "Console",
    "Credentials",
    "FederatedUser",
    "SamlAssertion",
    "WebIdentityToken",
    "Who",
    "calls",
    "clock",
    "functions",
    "iam_attachments",
    "iam_boundaries",
    "iam_groups",
    "iam_inline",
    "iam_keys",
    "iam_policies",
    "iam_profiles",
    "iam_providers",
    "iam_roles",
    "iam_tags",
    "iam_users",
    "kms",
    "mfa",
    "of_session",
    "of_user",
    "organizations_policies",
    "organizations_tree",
    "resources",
    "s3",
    "sts",
    "sts_federation",
    "sts_tokens",
]
