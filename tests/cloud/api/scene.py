"""A world to call, and how a refusal is read."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest

from iamtutor.cloud.api import AwsError, Client, Cloud
from tests.cloud.worlds import world_of

EVERYTHING = {"Version": "2012-10-17", "Statement": [{"Effect": "Allow", "Action": "*", "Resource": "*"}]}
NOTHING = {"Version": "2012-10-17", "Statement": [{"Effect": "Deny", "Action": "*", "Resource": "*"}]}
ACME, PARTNER, MGMT = "111122223333", "444455556666", "999988887777"
IAM = f"arn:aws:iam::{ACME}"
ADMIN = "arn:aws:iam::aws:policy/AdministratorAccess"

WORLD = """\
id: scene
now: 2026-03-01T00:00:00Z
accounts:
  acme:
    id: "111122223333"
    users:
      admin: {managed: [arn:aws:iam::aws:policy/AdministratorAccess], access_keys: [active, inactive], mfa: [phone]}
      dev: {tags: {team: red}, access_keys: [active], mfa: [dev-phone], boundary: Limit, console: true, groups: [readers]}
      nobody: {access_keys: [active]}
      free: {}
    groups:
      readers: {managed: [ReadOnly]}
      empty: {}
    roles:
      open: &open
        trust: {Version: "2012-10-17", Statement: [{Effect: Allow, Principal: {AWS: "arn:aws:iam::111122223333:root"}, Action: [sts:AssumeRole, sts:TagSession, sts:SetSourceIdentity]}]}
        managed: [arn:aws:iam::aws:policy/AdministratorAccess]
        tags: {team: blue, stage: prod}
      next: *open
      long: {max_session: 43200, trust: &trust {Version: "2012-10-17", Statement: [{Effect: Allow, Principal: {AWS: "arn:aws:iam::111122223333:root"}, Action: sts:AssumeRole}]}}
      guarded: {trust: {Version: "2012-10-17", Statement: [{Effect: Allow, Principal: {AWS: "arn:aws:iam::111122223333:root"}, Action: sts:AssumeRole, Condition: {Bool: {"aws:MultiFactorAuthPresent": "true"}, NumericLessThan: {"aws:MultiFactorAuthAge": "300"}}}]}}
      strangers: {trust: {Version: "2012-10-17", Statement: [{Effect: Allow, Principal: {AWS: "arn:aws:iam::111122223333:root"}, Action: sts:AssumeRole, Condition: {StringEquals: {"sts:ExternalId": blue}}}]}}
      named: {trust: {Version: "2012-10-17", Statement: [{Effect: Allow, Principal: {AWS: "arn:aws:iam::111122223333:user/nobody"}, Action: sts:AssumeRole}]}}
      web: {trust: {Version: "2012-10-17", Statement: [{Effect: Allow, Principal: {Service: ec2.amazonaws.com}, Action: sts:AssumeRole}]}}
      lambda: {trust: {Version: "2012-10-17", Statement: [{Effect: Allow, Principal: {Service: lambda.amazonaws.com}, Action: sts:AssumeRole, Condition: {StringEquals: {"aws:SourceAccount": "111122223333"}}}]}}
      runs: {trust: {Version: "2012-10-17", Statement: [{Effect: Allow, Principal: {Service: lambda.amazonaws.com}, Action: sts:AssumeRole}]}}
      sso:
        trust: {Version: "2012-10-17", Statement: [{Effect: Allow, Principal: {Federated: "arn:aws:iam::111122223333:saml-provider/Okta"}, Action: [sts:AssumeRoleWithSAML, sts:TagSession, sts:SetSourceIdentity], Condition: {StringEquals: {"saml:aud": "https://signin.aws.amazon.com/saml"}}}]}
        inline: {Own: {Version: "2012-10-17", Statement: [{Effect: Allow, Action: s3:ListBucket, Resource: "*", Condition: {StringEquals: {"saml:sub": ann}}}]}}
      ci: {trust: {Version: "2012-10-17", Statement: [{Effect: Allow, Principal: {Federated: "arn:aws:iam::111122223333:oidc-provider/token.actions.githubusercontent.com"}, Action: sts:AssumeRoleWithWebIdentity, Condition: {StringLike: {"token.actions.githubusercontent.com:sub": "repo:acme/*"}}}]}}
      mobile: {trust: {Version: "2012-10-17", Statement: [{Effect: Allow, Principal: {Federated: accounts.google.com}, Action: sts:AssumeRoleWithWebIdentity, Condition: {StringEquals: {"accounts.google.com:aud": app}}}]}}
      linked: {service_linked: true, trust: {Version: "2012-10-17", Statement: [{Effect: Allow, Principal: {Service: ecs.amazonaws.com}, Action: sts:AssumeRole}]}}
    policies:
      ReadOnly: {document: {Version: "2012-10-17", Statement: [{Effect: Allow, Action: "s3:Get*", Resource: "*"}]}}
      Limit: {document: {Version: "2012-10-17", Statement: [{Effect: Allow, Action: "*", Resource: "*"}]}}
      Unused: {document: {Version: "2012-10-17", Statement: [{Effect: Allow, Action: "sqs:*", Resource: "*"}]}}
    buckets:
      acme-open: {objects: {a.txt: , b/c.txt: }}
      acme-closed: {block_public_access: true}
    keys: {payroll: {}}
    resources:
      orders: {arn: "arn:aws:sqs:ap-northeast-2:111122223333:orders"}
      hook: {arn: "arn:aws:lambda:ap-northeast-2:111122223333:function:hook"}
      news: {arn: "arn:aws:sns:ap-northeast-2:111122223333:news"}
    instance_profiles: {web: {role: web}, spare: {}}
    providers:
      oidc: {token.actions.githubusercontent.com: {client_ids: [sts.amazonaws.com]}}
      saml: {Okta: {issuer: "https://okta.example/1"}}
  partner:
    id: "444455556666"
    users: {kim: {managed: [arn:aws:iam::aws:policy/AdministratorAccess]}}
    roles:
      visit: {trust: {Version: "2012-10-17", Statement: [{Effect: Allow, Principal: {AWS: "arn:aws:iam::111122223333:root"}, Action: sts:AssumeRole}]}}
    policies: {Theirs: {document: {Version: "2012-10-17", Statement: [{Effect: Allow, Action: "s3:*", Resource: "*"}]}}}
    buckets: {partner-files: {}}
    keys: {theirs: {}}
  mgmt:
    id: "999988887777"
    users: {boss: {managed: [arn:aws:iam::aws:policy/AdministratorAccess]}}
aws_policies:
  arn:aws:iam::aws:policy/aws-service-role/ECSRolePolicy: {Version: "2012-10-17", Statement: [{Effect: Allow, Action: "ecs:*", Resource: "*"}]}
organization:
  id: o-sceneorg000
  management: mgmt
  root:
    id: r-ab12
    ous:
      Work: {id: ou-ab12-11111111, accounts: [acme]}
      Lab: {id: ou-ab12-22222222}
  accounts: {acme: {scp: {FullAWSAccess: }}}
"""


def scene() -> Cloud:
    """The world, fresh."""
    return Cloud(world_of(WORLD))


def admin(cloud: Cloud | None = None) -> Client:
    """The administrator of acme."""
    return (cloud or scene()).client("acme:user/admin")


Act = Callable[..., Any]


def refusal(act: Callable[[], Any]) -> AwsError:
    """The error that an act ends in; it is explained in both languages."""
    with pytest.raises(AwsError) as raised:
        act()
    for lang in ("ko", "en"):
        assert raised.value.explained(lang)
    assert raised.value.finding.code == raised.value.why
    return raised.value


def said(error: AwsError) -> tuple[str, int, str]:
    """What AWS says."""
    return error.code, error.status, error.message


def constraint(value: object, at: str, must: str) -> tuple[str, int, str]:
    """The sentence of a parameter that breaks a constraint."""
    sentence = (
        f"1 validation error detected: Value '{value}' at '{at}' failed to satisfy constraint: Member must {must}"
    )
    return "ValidationError", 400, sentence


def allow(action: str | list[str], resource: str | list[str] = "*", **more: object) -> dict[str, Any]:
    """A policy with one statement that allows."""
    return {"Version": "2012-10-17", "Statement": [{"Effect": "Allow", "Action": action, "Resource": resource, **more}]}


def trust(principal: object, action: str = "sts:AssumeRole", **more: object) -> dict[str, Any]:
    """A trust policy with one statement."""
    statement = {"Effect": "Allow", "Principal": principal, "Action": action, **more}
    return {"Version": "2012-10-17", "Statement": [statement]}
