"""Whether an ARN in Resource fits the formats of its service, which the service reference lists.

INVALID_SERVICE, ARN_REGION_NOT_ALLOWED, ARN_ACCOUNT_NOT_ALLOWED, MISSING_ARN_REGION, MISSING_ARN_ACCOUNT and
INVALID_ARN_RESOURCE. A wildcard in Region or account matches an empty field, too. The page does not say what a wildcard in Region or account does; ValidatePolicy says nothing
about AWS managed policies whose ARNs have one and would otherwise miss their account or fit no format
(``arn:aws:kms:*::*``, ``arn:aws:aps:*:*:/workspaces``), so these two checks look at ARNs without one only.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from iamtutor.analyzer.validation.arn_template import ArnTemplate
from iamtutor.analyzer.validation.checks.arn_form import FIELDS, is_open, with_field
from iamtutor.analyzer.validation.finding import ValidationFinding, found
from iamtutor.analyzer.validation.subject import Item, Subject

CODES = (
    "INVALID_SERVICE",
    "ARN_REGION_NOT_ALLOWED",
    "ARN_ACCOUNT_NOT_ALLOWED",
    "MISSING_ARN_REGION",
    "MISSING_ARN_ACCOUNT",
    "INVALID_ARN_RESOURCE",
)
_ROOT = ("iam", "root")


def check(subject: Subject) -> Iterator[ValidationFinding]:
    """Every ARN of an unknown service, or that no format of its service fits."""
    for statement in subject.statements:
        for item in statement.resources:
            if item.text.startswith("arn:"):
                fields = item.text.split(":", FIELDS - 1)
                if len(fields) == FIELDS and fields[2] and not is_open(fields[2]):
                    yield from _of_arn(subject, item, *fields[2:])


def _of_arn(
    subject: Subject, item: Item, service: str, region: str, account: str, resource: str
) -> Iterator[ValidationFinding]:
    lower = service.lower()
    if not subject.facts.has_service(lower):
        yield found("INVALID_SERVICE", item.place, service=service)
        return
    templates = subject.facts.templates(lower)
    if not templates:
        return
    if (region and not is_open(region)) or (account and not is_open(account)):
        yield from _superfluous(item, lower, region, account, _likely(templates, resource) or templates)
    if not region and all(template.has_region for template in templates):
        yield found("MISSING_ARN_REGION", item.place, service=lower)
    if is_open(region) or is_open(account):
        return
    if not account and all(template.has_account for template in templates):
        yield found("MISSING_ARN_ACCOUNT", item.place, service=lower)
    if (lower, resource) != _ROOT and not _likely(templates, resource):
        yield found("INVALID_ARN_RESOURCE", item.place, service=lower, resource=resource)


def _superfluous(
    item: Item, service: str, region: str, account: str, likely: Sequence[ArnTemplate]
) -> Iterator[ValidationFinding]:
    """A Region or account that none of the formats has which the ARN is likely to be meant for."""
    if region and not is_open(region) and not any(template.has_region for template in likely):
        yield found("ARN_REGION_NOT_ALLOWED", item.place, fix=with_field(item, 3, ""), service=service, region=region)
    if account and not is_open(account) and not any(template.has_account for template in likely):
        yield found(
            "ARN_ACCOUNT_NOT_ALLOWED", item.place, fix=with_field(item, 4, ""), service=service, account=account
        )


def _likely(templates: Sequence[ArnTemplate], resource: str) -> list[ArnTemplate]:
    """The formats whose resource part fits."""
    return [template for template in templates if template.can_name(resource)]
