"""What lies just beside a check must not be found: for each of the 153 a policy that is right by a hair.

Source: the policy check reference, access-analyzer-reference-policy-checks in the IAM user guide. Where it is silent, what
ValidatePolicy let pass in AWS managed policies decides; the docstring of the check says which.
"""

from __future__ import annotations

import json
from typing import Any

import pytest

from tests.analyzer.checks import CHECKS, findings_like

Policy = dict[str, Any]
ACCOUNT = "123456789012"
ROOT = {"AWS": f"arn:aws:iam::{ACCOUNT}:root"}
ROLE = f"arn:aws:iam::{ACCOUNT}:role/app"
OBJECT = "arn:aws:s3:::lab-bucket/*"
GITHUB = "token.actions.githubusercontent.com"


def statement(**elements: Any) -> Policy:
    """A policy of one statement; what is given replaces an Allow of s3:GetObject. None leaves an element out."""
    given = {"Effect": "Allow", "Action": "s3:GetObject", "Resource": OBJECT, **elements}
    return policy({name: value for name, value in given.items() if value is not None})


def policy(*statements: Policy) -> Policy:
    return {"Version": "2012-10-17", "Statement": list(statements)}


def on(resource: str, action: str = "s3:GetObject") -> Policy:
    return statement(Action=action, Resource=resource)


def asking(operator: str, key: str, values: Any, **elements: Any) -> Policy:
    return statement(Condition={operator: {key: values}}, **elements)


def bucket(**elements: Any) -> Policy:
    return statement(**{"Principal": ROOT, **elements})


def trust(principal: Any, action: Any = "sts:AssumeRole", **elements: Any) -> Policy:
    return policy({"Effect": "Allow", "Principal": principal, "Action": action, **elements})


def oidc(address: str) -> dict[str, str]:
    return {"Federated": f"arn:aws:iam::{ACCOUNT}:oidc-provider/{address}"}


def web(address: str, condition: Any) -> Policy:
    return trust(oidc(address), "sts:AssumeRoleWithWebIdentity", Condition=condition)


def rcp(condition: Any = None, **elements: Any) -> Policy:
    given = {"Effect": "Deny", "Principal": "*", "Action": "s3:*", "Resource": "*", **elements}
    return policy(given if condition is None else {**given, "Condition": condition})


def scp(**elements: Any) -> Policy:
    return policy({"Effect": "Deny", "Action": "iam:DeleteRole", "Resource": "*", **elements})


def passing(**elements: Any) -> Policy:
    return statement(**{"Action": "iam:PassRole", "Resource": "*", **elements})


def linking(**elements: Any) -> Policy:
    return statement(**{"Action": "iam:CreateServiceLinkedRole", "Resource": "*", **elements})


def long(characters: int) -> str:
    """A policy text of just so many characters, of which none is white space."""
    before, after = json.dumps(on("arn:aws:s3:::lab-bucket/X"), separators=(",", ":")).split("X")
    return before + "x" * (characters - len(before) - len(after)) + after


def spread(document: Policy, characters: int) -> str:
    """A policy text that is longer than so many characters by its white space only."""
    return json.dumps(document, indent=characters)


ARN_OF_PROVIDER = f"arn:aws:iam::{ACCOUNT}:saml-provider/corp"
FROM_ACME = "arn:aws:iam::*:role/app"
TEAM = "aws:PrincipalTag/team"
GITHUB_SUB = f"{GITHUB}:sub"
SLR = f"arn:aws:iam::{ACCOUNT}:role/aws-service-role/ecs.amazonaws.com/AWSServiceRoleForECS"
ONLY_ECS = {"StringEquals": {"iam:PassedToService": "ecs.amazonaws.com"}}
ECS_BY_NAME = {"StringEquals": {"iam:AWSServiceName": "ecs.amazonaws.com"}}
NOT_IAM = {"Action": None, "NotAction": ["iam:*", "s3:*"]}
TAGGED = {"StringEquals": {"aws:ResourceTag/team": "red"}}

NEAR_MISSES: dict[str, Policy | str] = {
    "ARN_ACCOUNT_NOT_ALLOWED": on(f"arn:aws:s3:us-east-1:{ACCOUNT}:accesspoint/lab"),
    "ARN_REGION_NOT_ALLOWED": on(f"arn:aws:iam::{ACCOUNT}:role/reader", "iam:GetRole"),
    "DATA_TYPE_MISMATCH": statement(Sid="7"),
    "DUPLICATE_KEYS_WITH_DIFFERENT_CASE": statement(
        Condition={"StringEquals": {TEAM: "red"}, "StringNotEquals": {TEAM.lower(): "blue"}}
    ),
    "INVALID_ACTION": statement(Action="S3:getobject"),
    "INVALID_ARN_ACCOUNT": on("arn:aws:iam::aws:policy/ReadOnlyAccess", "iam:GetPolicy"),
    "INVALID_ARN_PREFIX": on("*:lab-bucket/*"),
    "INVALID_ARN_REGION": on(f"arn:aws:sqs:ap-northeast-2:{ACCOUNT}:jobs", "sqs:SendMessage"),
    "INVALID_ARN_RESOURCE": on("arn:aws:iam::*:root", "iam:GetRole"),
    "INVALID_ARN_SERVICE_CASE": on("arn:aws:s3:::LAB-bucket/*"),
    "INVALID_CONDITION_DATA_TYPE": asking("NumericLessThan", "s3:max-keys", [10, 20], Action="s3:ListBucket"),
    "INVALID_CONDITION_KEY_FORMAT": asking("StringEquals", "aws:SourceVpc", "vpc-12345678"),
    "INVALID_CONDITION_MULTIPLE_BOOLEAN": asking("Bool", "aws:SecureTransport", ["true"]),
    "INVALID_CONDITION_OPERATOR": asking("ForAnyValue:StringLikeIfExists", "aws:TagKeys", "red*"),
    "INVALID_EFFECT": statement(Effect="Deny"),
    "INVALID_GLOBAL_CONDITION_KEY": asking("StringEquals", "AWS:principalTAG/team", "red"),
    "INVALID_PARTITION": on("arn:aws-us-gov:s3:::lab-bucket/*"),
    "INVALID_POLICY_ELEMENT": {"Id": "lab", **statement()},
    "INVALID_PRINCIPAL_FORMAT": bucket(Principal="*"),
    "INVALID_PRINCIPAL_KEY": bucket(Principal={"CanonicalUser": "79a59df900b949e55d96a1e698fbacedfd6e09d98eacf8f8"}),
    "INVALID_REGION": asking("StringLike", "aws:RequestedRegion", "us-*"),
    "INVALID_SERVICE": on("arn:aws:execute-api:us-east-1:123456789012:abc/*", "execute-api:Invoke"),
    "INVALID_SERVICE_CONDITION_KEY": asking("StringEquals", "s3:x-amz-acl", "private", Action="s3:PutObject"),
    "INVALID_SERVICE_IN_ACTION": statement(Action="codestar:DescribeProject", Resource="*"),
    "INVALID_VARIABLE_FOR_OPERATOR": asking("ArnLike", "aws:PrincipalArn", f"{FROM_ACME}-${{aws:username}}"),
    "INVALID_VERSION": {**statement(), "Version": "2008-10-17"},
    "JSON_SYNTAX_ERROR": json.dumps(statement()) + "\n",
    "MISSING_ACTION": statement(Action=None, NotAction="s3:DeleteObject"),
    "MISSING_ARN_FIELD": on("arn:aws:s3:::lab-bucket"),
    "MISSING_ARN_REGION": on(f"arn:aws:sqs:*:{ACCOUNT}:jobs", "sqs:SendMessage"),
    "MISSING_EFFECT": statement(),
    "MISSING_PRINCIPAL": bucket(Principal=None, NotPrincipal=ROOT, Effect="Deny"),
    "MISSING_QUALIFIER": asking("Null", "aws:TagKeys", "false", Action="ec2:CreateTags", Resource="*"),
    "MISSING_RESOURCE": statement(Resource=None, NotResource=OBJECT),
    "MISSING_STATEMENT": {"Version": "2012-10-17", "Statement": statement()["Statement"][0]},
    "NULL_WITH_IF_EXISTS": asking("Null", "aws:TokenIssueTime", "true"),
    "SCP_SYNTAX_ERROR_ACTION_WILDCARD": scp(Action=["*", "iam:Delete*"]),
    "SCP_SYNTAX_ERROR_PRINCIPAL": scp(Condition={"ArnNotLike": {"aws:PrincipalArn": FROM_ACME}}),
    "UNIQUE_SIDS_REQUIRED": policy(*(statement(Sid=sid)["Statement"][0] for sid in ("One", "one"))),
    "UNSUPPORTED_ACTION_IN_POLICY": bucket(Action=["s3:ListBucket", "s3:Get*"], Resource="arn:aws:s3:::lab-bucket"),
    "UNSUPPORTED_ELEMENT_COMBINATION": statement(Action=None, NotAction="s3:DeleteObject"),
    "UNSUPPORTED_GLOBAL_CONDITION_KEY": asking("ArnLike", "aws:PrincipalArn", FROM_ACME),
    "UNSUPPORTED_PRINCIPAL": statement(),
    "UNSUPPORTED_RESOURCE_ARN_IN_POLICY": bucket(Resource=["*", OBJECT]),
    "UNSUPPORTED_SID": statement(Sid="OkHere2"),
    "UNSUPPORTED_WILDCARD_IN_PRINCIPAL": bucket(Principal={"AWS": "*"}),
    "MISSING_BRACE_IN_VARIABLE": on("arn:aws:s3:::lab-bucket/${aws:username}/$x{y"),
    "MISSING_QUOTE_IN_VARIABLE": on("arn:aws:s3:::lab-bucket/${aws:PrincipalTag/team, 'shared folder'}/*"),
    "UNSUPPORTED_SPACE_IN_VARIABLE": on("arn:aws:s3:::lab bucket/${aws:username}/*"),
    "EMPTY_VARIABLE": on("arn:aws:s3:::lab-bucket/${*}/${?}/${$}"),
    "VARIABLE_UNSUPPORTED_IN_ELEMENT": statement(
        Resource=None, NotResource="arn:aws:s3:::lab-bucket/${aws:username}/*"
    ),
    "VARIABLE_UNSUPPORTED_IN_VERSION": {**on("arn:aws:s3:::lab-bucket/${*}"), "Version": "2008-10-17"},
    "PRIVATE_IP_ADDRESS": asking("IpAddress", "aws:VpcSourceIp", "10.0.0.0/8"),
    "PRIVATE_NOT_IP_ADDRESS": asking("NotIpAddress", "aws:SourceIp", ["203.0.113.0/24"], Effect="Deny"),
    "POLICY_SIZE_EXCEEDS_SCP_QUOTA": long(10_240),
    "INVALID_SERVICE_PRINCIPAL_FORMAT": asking(
        "StringEquals", "iam:PassedToService", ["restore-testing.backup.amazonaws.com", "ec2.amazonaws.com.cn"]
    ),
    "MISSING_TAG_KEY_IN_CONDITION": asking("StringEquals", "aws:ResourceTag/t", "red", Action="ec2:StopInstances"),
    "INVALID_VPC_FORMAT": asking("StringEquals", "aws:SourceVpc", ["vpc-12345678", "vpc-0123456789abcdef0"]),
    "INVALID_VPCE_FORMAT": asking("StringLike", "aws:SourceVpce", ["vpce-1a2b3c4d", "vpce-*"]),
    "FEDERATED_PRINCIPAL_NOT_SUPPORTED": bucket(Principal={"AWS": f"arn:aws:sts::{ACCOUNT}:federated-user/ana"}),
    "UNSUPPORTED_ACTION_FOR_CONDITION_KEY": asking(
        "StringLike", "s3:prefix", "home/*", Action="s3:ListBucket", Resource="arn:aws:s3:::lab-bucket"
    ),
    "UNSUPPORTED_CONDITION_KEY_FOR_SERVICE_PRINCIPAL": bucket(
        Principal={"Service": "cloudfront.amazonaws.com"},
        Condition={"StringEquals": {"aws:SourceOrgID": "o-a1b2c3d4e5"}},
    ),
    "ROLE_TRUST_POLICY_SYNTAX_ERROR_NOTPRINCIPAL": trust({"AWS": ACCOUNT}),
    "ROLE_TRUST_POLICY_UNSUPPORTED_WILDCARD_IN_PRINCIPAL": trust({"AWS": "*"}),
    "ROLE_TRUST_POLICY_SYNTAX_ERROR_RESOURCE": trust({"AWS": ACCOUNT}),
    "TYPE_MISMATCH_IP_RANGE": asking("IpAddress", "aws:SourceIp", ["203.0.113.9", "2001:db8::/32"]),
    "MISSING_ACTION_FOR_CONDITION_KEY": trust(
        {"AWS": ACCOUNT},
        ["sts:AssumeRole", "sts:Set*"],
        Condition={"StringEquals": {"sts:SourceIdentity": "ana"}},
    ),
    "INVALID_FEDERATED_PRINCIPAL_SYNTAX_IN_ROLE_TRUST_POLICY": trust(
        {"Federated": "accounts.google.com"}, "sts:AssumeRoleWithWebIdentity"
    ),
    "MISMATCHED_ACTION_FOR_PRINCIPAL": trust(
        {"Federated": ARN_OF_PROVIDER}, ["sts:AssumeRoleWithSAML", "sts:TagSession"]
    ),
    "MISSING_ACTION_FOR_ROLES_ANYWHERE_TRUST_POLICY": trust(
        {"Service": "rolesanywhere.amazonaws.com"}, ["sts:AssumeRole", "sts:SetSourceIdentity", "sts:TagSession"]
    ),
    "POLICY_SIZE_EXCEEDS_RCP_QUOTA": long(5_120),
    "RCP_SYNTAX_ERROR_PRINCIPAL": rcp(Principal={"AWS": "*"}),
    "RCP_SYNTAX_ERROR_ALLOW": rcp(Effect="Allow", Action="*"),
    "RCP_SYNTAX_ERROR_NOTACTION": rcp(),
    "RCP_SYNTAX_ERROR_ACTION": rcp(Action=["s3:*", "sts:AssumeRole", "kms:Decrypt"]),
    "MISSING_ARN_ACCOUNT": on("arn:aws:kms:*::*", "kms:Decrypt"),
    "INVALID_KMS_KEY_VALUE": asking(
        "StringEquals",
        "s3:x-amz-server-side-encryption-aws-kms-key-id",
        f"arn:aws:kms:us-east-1:{ACCOUNT}:key/11111111-2222-3333-4444-555555555555",
        Action="s3:PutObject",
    ),
    "VARIABLE_USAGE_TOO_PERMISSIVE": bucket(
        Principal="*", Condition={"StringLike": {"aws:PrincipalArn": "arn:aws:iam::123456789012:user/${aws:username}"}}
    ),
    "WILDCARD_USAGE_TOO_PERMISSIVE": bucket(
        Principal="*", Condition={"StringLike": {"aws:PrincipalArn": "arn:aws:iam::123456789012:role/app-*"}}
    ),
    "CREATE_SLR_WITH_NOT_RESOURCE": linking(Resource=SLR),
    "CREATE_SLR_WITH_STAR_IN_ACTION_AND_NOT_RESOURCE": linking(
        Action="iam:Get*", Resource=None, NotResource="arn:aws:iam::123456789012:role/keep"
    ),
    "CREATE_SLR_WITH_NOT_ACTION_AND_NOT_RESOURCE": statement(**NOT_IAM, Resource=None, NotResource=ROLE),
    "CREATE_SLR_WITH_STAR_IN_RESOURCE": linking(Condition=ECS_BY_NAME),
    "CREATE_SLR_WITH_STAR_IN_ACTION_AND_RESOURCE": linking(Action="iam:*", Condition=ECS_BY_NAME),
    "CREATE_SLR_WITH_STAR_IN_RESOURCE_AND_NOT_ACTION": statement(**NOT_IAM, Resource="*"),
    "DEPRECATED_GLOBAL_CONDITION_KEY": asking("ArnLike", "aws:SourceArn", FROM_ACME, Effect="Deny"),
    "INVALID_DATE_VALUE": asking("DateLessThan", "aws:CurrentTime", ["2026", "2026-12-31T23:59:59Z"]),
    "INVALID_ROLE_REFERENCE": bucket(Principal={"AWS": ROLE}),
    "INVALID_USER_REFERENCE": bucket(Principal={"AWS": f"arn:aws:iam::{ACCOUNT}:user/AIDAEXAMPLEUSERID1234"}),
    "MISSING_VERSION": statement(),
    "UNIQUE_SIDS_RECOMMENDED": policy(*(bucket(Sid=sid)["Statement"][0] for sid in ("One", "Two"))),
    "WILDCARD_WITHOUT_LIKE_OPERATOR": asking("StringEquals", TEAM, ["red-${*}", "what${?}"]),
    "POLICY_SIZE_EXCEEDS_IDENTITY_POLICY_QUOTA": spread(statement(), 2_000),
    "POLICY_SIZE_EXCEEDS_RESOURCE_POLICY_QUOTA": long(20_480),
    "TYPE_MISMATCH": asking("ArnLike", "kms:EncryptionContext:aws:s3:arn", "arn:aws:s3:::lab-bucket/*"),
    "TYPE_MISMATCH_BOOLEAN": asking("Bool", "aws:SecureTransport", "FALSE"),
    "TYPE_MISMATCH_DATE": asking("DateLessThan", "aws:CurrentTime", "2026-12-31T23:59:59+09:00"),
    "TYPE_MISMATCH_NUMBER": asking("NumericLessThan", "aws:MultiFactorAuthAge", ["3600", 1800]),
    "TYPE_MISMATCH_STRING": asking("BinaryEquals", TEAM, "QmluYXJ5"),
    "SPECIFIC_GITHUB_REPO_AND_BRANCH_RECOMMENDED": web(
        GITHUB, {"StringLike": {GITHUB_SUB: "repo:acme/app:ref:refs/heads/release-*"}}
    ),
    "POLICY_SIZE_EXCEEDS_ROLE_TRUST_POLICY_QUOTA": spread(trust({"AWS": ACCOUNT}), 1_000),
    "RCP_MISSING_RELATED_PRINCIPAL_CONDITION_KEY": rcp(
        {
            "StringNotEqualsIfExists": {"aws:PrincipalOrgID": "o-a1b2c3d4e5"},
            "BoolIfExists": {"aws:PrincipalIsAWSService": "false"},
        }
    ),
    "RCP_MISSING_RELATED_SERVICE_PRINCIPAL_CONDITION_KEY": rcp(
        {
            "StringNotEqualsIfExists": {"aws:SourceOrgID": "o-a1b2c3d4e5"},
            "Null": {"aws:SourceAccount": "false"},
            "Bool": {"aws:PrincipalIsAWSService": "true"},
        }
    ),
    "RCP_MISSING_SERVICE_CONDITION_KEY_NULL_CHECK": rcp(
        {
            "StringNotEqualsIfExists": {"aws:SourceOrgID": "o-a1b2c3d4e5"},
            "Null": {"aws:SourceArn": "false"},
            "Bool": {"aws:PrincipalIsAWSService": "true"},
        }
    ),
    "USE_CONDITION_KEY_ONLY_WITH_SUPPORTED_SERVICES": scp(
        Action="s3:*", Condition={"StringNotEqualsIfExists": {"aws:VpceOrgID": "o-a1b2c3d4e5"}}
    ),
    "UNTRUSTWORTHY_CONDITION_KEY": bucket(
        Principal="*",
        Condition={
            "StringLike": {"aws:UserAgent": "LabClient*"},
            "StringEquals": {"aws:PrincipalOrgID": "o-a1b2c3d4e5"},
        },
    ),
    "ALLOW_WITH_NOT_PRINCIPAL": bucket(Effect="Deny", Principal=None, NotPrincipal=ROOT),
    "FORALLVALUES_WITH_SINGLE_VALUED_KEY": asking("ForAnyValue:StringEquals", "aws:PrincipalOrgID", ["o-a1b2c3d4e5"]),
    "PASS_ROLE_WITH_NOT_RESOURCE": passing(Effect="Deny", Resource=None, NotResource=ROLE),
    "PASS_ROLE_WITH_STAR_IN_ACTION_AND_NOT_RESOURCE": passing(Action="iam:Get*", Resource=None, NotResource=ROLE),
    "PASS_ROLE_WITH_NOT_ACTION_AND_NOT_RESOURCE": statement(**NOT_IAM, Resource=None, NotResource=ROLE),
    "PASS_ROLE_WITH_STAR_IN_RESOURCE": passing(Resource="arn:aws:iam::*:role/Service*"),
    "PASS_ROLE_WITH_STAR_IN_ACTION_AND_RESOURCE": passing(Action="iam:*", Condition=ONLY_ECS),
    "PASS_ROLE_WITH_STAR_IN_RESOURCE_AND_NOT_ACTION": statement(**NOT_IAM, Resource="*"),
    "MISSING_PAIRED_CONDITION_KEYS": statement(
        Condition={"IpAddress": {"aws:VpcSourceIp": "10.1.0.0/16"}, "StringEquals": {"aws:SourceVpc": "vpc-12345678"}}
    ),
    "DENY_WITH_UNSUPPORTED_TAG_CONDITION_KEY_FOR_SERVICE": statement(
        Effect="Deny", Action="ec2:TerminateInstances", Resource="*", Condition=TAGGED
    ),
    "DENY_NOTACTION_WITH_UNSUPPORTED_TAG_CONDITION_KEY_FOR_SERVICE": statement(
        Effect="Deny", Action=None, NotAction="s3:*", Resource="*", Condition={"StringEquals": {TEAM: "red"}}
    ),
    "RESTRICT_ACCESS_TO_SERVICE_PRINCIPAL": bucket(
        Principal={"Service": "cloudtrail.amazonaws.com"},
        Action="s3:PutObject",
        Condition={"StringEquals": {"aws:SourceAccount": ACCOUNT}},
    ),
    "MISSING_CONDITION_KEY_FOR_OIDC_PRINCIPAL": web(
        "idp.example.com", {"StringEquals": {"idp.example.com:aud": "app"}}
    ),
    "MISSING_GITHUB_REPO_CONDITION_KEY": web(GITHUB, {"StringEquals": {GITHUB_SUB: "repo:acme/app:environment:prod"}}),
    "STRING_LIKE_OPERATOR_WITH_ARN_CONDITION_KEYS": asking("StringEquals", "aws:PrincipalArn", ROLE),
    "DYNAMODB_ATTRIBUTES_WITHOUT_SELECT": statement(
        Action="dynamodb:Query",
        Resource=f"arn:aws:dynamodb:us-east-1:{ACCOUNT}:table/Scores",
        Condition={
            "ForAllValues:StringEquals": {"dynamodb:Attributes": ["UserId"]},
            "StringEqualsIfExists": {"dynamodb:Select": "SPECIFIC_ATTRIBUTES"},
        },
    ),
    "S3_PREFIX_IN_NEGATIVE_CONTEXT": asking(
        "StringNotLike", "s3:prefix", "home/*", Effect="Deny", Action="s3:ListBucket"
    ),
    "FORANYVALUE_WITH_AUDIENCE_CLAIM_TYPE": web(
        "idp.example.com", {"ForAnyValue:StringEquals": {"idp.example.com:amr": "authenticated"}}
    ),
    "EMPTY_ARRAY_ACTION": statement(Action=["s3:GetObject"]),
    "EMPTY_ARRAY_CONDITION": asking("StringEquals", TEAM, [""]),
    "EMPTY_ARRAY_CONDITION_FORALLVALUES": asking("ForAllValues:StringEquals", "aws:TagKeys", [""]),
    "EMPTY_ARRAY_CONDITION_FORANYVALUE": asking("ForAnyValue:StringEquals", "aws:TagKeys", [""]),
    "EMPTY_ARRAY_CONDITION_IFEXISTS": asking("StringEqualsIfExists", TEAM, [""]),
    "EMPTY_ARRAY_PRINCIPAL": bucket(Principal={"AWS": [ACCOUNT]}),
    "EMPTY_ARRAY_RESOURCE": statement(Resource=[OBJECT]),
    "EMPTY_OBJECT_CONDITION": asking("StringEquals", TEAM, "red"),
    "EMPTY_OBJECT_PRINCIPAL": bucket(Principal={"AWS": ACCOUNT}),
    "EMPTY_SID_VALUE": statement(Sid="A"),
    "EQUIVALENT_TO_NULL_FALSE": asking("StringLike", "aws:ResourceTag/team", ["?*", "*"], Action="ec2:StopInstances"),
    "EQUIVALENT_TO_NULL_TRUE": asking("StringNotLike", "aws:ResourceTag/team", "?*", Action="ec2:StopInstances"),
    "IMPROVE_IP_RANGE": asking("IpAddress", "aws:SourceIp", ["203.0.113.0/24", "203.0.113.7/32"]),
    "NULL_WITH_QUALIFIER": asking("Null", "aws:TagKeys", "true"),
    "PRIVATE_IP_ADDRESS_SUBSET": asking("IpAddress", "aws:SourceIp", ["203.0.113.0/24", "11.0.0.0/8"]),
    "PRIVATE_NOT_IP_ADDRESS_SUBSET": asking("NotIpAddress", "aws:SourceIp", ["203.0.113.0/24"], Effect="Deny"),
    "REDUNDANT_ACTION": statement(Action=["iam:Get*", "iam:*CredentialReport"], Resource="*"),
    "REDUNDANT_CONDITION_VALUE_NUM": asking("NumericEquals", "aws:MultiFactorAuthAge", ["900", "3600"]),
    "REDUNDANT_RESOURCE": statement(Resource=["arn:aws:s3:::lab-bucket", "arn:aws:s3:::lab-bucket/*"]),
    "REDUNDANT_STATEMENT": policy(statement()["Statement"][0], statement(Effect="Deny")["Statement"][0]),
    "WILDCARD_IN_SERVICE_NAME": statement(Action="*", Resource="*"),
    "ALLOW_WITH_UNSUPPORTED_TAG_CONDITION_KEY_FOR_SERVICE": statement(
        Action=["ssm:CreateOpsItem", "ec2:Describe*", "ec2:StartInstances"], Resource="*", Condition=TAGGED
    ),
    "ALLOW_NOTACTION_WITH_UNSUPPORTED_TAG_CONDITION_KEY_FOR_SERVICE": statement(
        Action=None, NotAction="iam:*", Resource="*", Condition={"StringEquals": {"aws:RequestTag/team": "red"}}
    ),
    "RECOMMENDED_CONDITION_KEY_FOR_SERVICE_PRINCIPAL": bucket(
        Principal={"Service": "ses.amazonaws.com"},
        Action="s3:PutObject",
        Condition={"StringEquals": {"aws:Referer": ACCOUNT, "aws:SourceAccount": ACCOUNT}},
    ),
    "IRRELEVANT_CONDITION_KEY_IN_POLICY": bucket(Condition={"StringEquals": {"s3:DataAccessPointAccount": ACCOUNT}}),
    "REDUNDANT_KEY_DUE_TO_WILDCARD_IN_CONDITION": asking("ForAllValues:StringLike", "aws:TagKeys", ["team*"]),
    "REDUNDANT_PRINCIPAL_IN_ROLE_TRUST_POLICY": trust(
        {"AWS": [ROLE, f"arn:aws:sts::{ACCOUNT}:assumed-role/other/session1"]}
    ),
    "REDUNDANT_STATEMENT_DUE_TO_WILDCARD_IN_CONDITION": asking("ForAllValues:StringNotLike", "aws:TagKeys", ["*"]),
    "CONFIRM_AUDIENCE_CLAIM_TYPE": web("idp.example.com", {"StringEquals": {"idp.example.com:aud": ["app1"]}}),
}


@pytest.mark.parametrize("code", NEAR_MISSES)
def test_a_near_miss_is_not_found(code: str) -> None:
    found = {finding.code for finding in findings_like(code, NEAR_MISSES[code])}
    assert code not in found
    assert "JSON_SYNTAX_ERROR" not in found


def test_every_check_has_its_near_miss(capsys: pytest.CaptureFixture[str]) -> None:
    with capsys.disabled():
        print(f"\nvalidation: {len(NEAR_MISSES)} near misses")
    assert set(NEAR_MISSES) == set(CHECKS)
