"""Values of condition keys that name something with a form of its own.

INVALID_REGION, INVALID_VPC_FORMAT, INVALID_VPCE_FORMAT, INVALID_KMS_KEY_VALUE and INVALID_SERVICE_PRINCIPAL_FORMAT.
aws:CalledVia and its kin take one name before ``.amazonaws.com``: ValidatePolicy objects there to
``application-signals.cloudwatch.amazonaws.com``, while such names pass under iam:PassedToService.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

from iamtutor.analyzer.validation.checks.arn_form import is_open
from iamtutor.analyzer.validation.finding import ValidationFinding, found
from iamtutor.analyzer.validation.subject import Item, KeyTest, Subject
from iamtutor.catalog import REGIONS

CODES = (
    "INVALID_REGION",
    "INVALID_VPC_FORMAT",
    "INVALID_VPCE_FORMAT",
    "INVALID_KMS_KEY_VALUE",
    "INVALID_SERVICE_PRINCIPAL_FORMAT",
)
_SUFFIX: Final = r"\.(?:amazonaws\.com(?:\.cn)?|amazon\.com|amazonaws\.eu)"
ONE_NAME: Final = re.compile(rf"[a-z0-9-]+{_SUFFIX}")
SERVICE_PRINCIPAL: Final = re.compile(rf"[a-z0-9-]+(?:\.[a-z0-9-]+)*{_SUFFIX}")
_VPC: Final = re.compile(r"vpc-(?:[0-9a-zA-Z]{8}|[0-9a-zA-Z]{17})")
_VPCE: Final = re.compile(r"vpce-(?:[0-9a-zA-Z]{8}|[0-9a-zA-Z]{17})")
_KEY_ARN: Final = re.compile(r"arn:[^:]+:kms:[^:]+:[^:]+:key/.+")
_CALLED_VIA: Final = ("aws:calledvia", "aws:calledviafirst", "aws:calledvialast")
_SERVICE_KEYS: Final = (
    "iam:passedtoservice",
    "iam:awsservicename",
    "sts:awsservicename",
    "kms:viaservice",
    "organizations:serviceprincipal",
    "aws:principalservicename",
    "aws:principalservicenameslist",
    "ec2:authorizedservice",
    "codestar-connections:passedtoservice",
    "codeconnections:passedtoservice",
)
_FORMS: Final = {
    "aws:sourcevpc": ("INVALID_VPC_FORMAT", _VPC),
    "aws:sourcevpce": ("INVALID_VPCE_FORMAT", _VPCE),
    "s3:x-amz-server-side-encryption-aws-kms-key-id": ("INVALID_KMS_KEY_VALUE", _KEY_ARN),
    **dict.fromkeys(_CALLED_VIA, ("INVALID_SERVICE_PRINCIPAL_FORMAT", ONE_NAME)),
    **dict.fromkeys(_SERVICE_KEYS, ("INVALID_SERVICE_PRINCIPAL_FORMAT", SERVICE_PRINCIPAL)),
}


def check(subject: Subject) -> Iterator[ValidationFinding]:
    """Every value, and every principal of a service, that does not have its form."""
    for statement in subject.statements:
        for test in statement.tests:
            if test.base != "Null":
                yield from _values(test)
        for named in statement.principals:
            if named.type == "Service" and not is_open(named.item.text):
                yield from _matched("INVALID_SERVICE_PRINCIPAL_FORMAT", SERVICE_PRINCIPAL, named.item)


def _values(test: KeyTest) -> Iterator[ValidationFinding]:
    for item in test.items:
        if is_open(item.text):
            continue
        if test.lower == "aws:requestedregion":
            if item.text not in REGIONS:
                yield found("INVALID_REGION", item.place, region=item.text)
        elif test.lower in _FORMS:
            yield from _matched(*_FORMS[test.lower], item)


def _matched(code: str, form: re.Pattern[str], item: Item) -> Iterator[ValidationFinding]:
    if not form.fullmatch(item.text):
        yield found(code, item.place, value=item.text)
