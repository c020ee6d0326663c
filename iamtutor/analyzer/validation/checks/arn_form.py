"""Whether what stands in Resource has the form of an ARN, whatever the service.

INVALID_ARN_PREFIX, MISSING_ARN_FIELD, INVALID_PARTITION, INVALID_ARN_SERVICE_CASE, INVALID_ARN_REGION and
INVALID_ARN_ACCOUNT. A field with a wildcard or a policy variable in it can be anything.
"""

from __future__ import annotations

from collections.abc import Container, Iterator
from typing import Final

from iamtutor.analyzer.validation.arn_template import overlaps
from iamtutor.analyzer.validation.finding import QuickFix, ValidationFinding, found
from iamtutor.analyzer.validation.place import Place
from iamtutor.analyzer.validation.subject import Item, Subject
from iamtutor.catalog import PARTITIONS, REGIONS
from iamtutor.policy.arn import is_account_id

CODES = (
    "INVALID_ARN_PREFIX",
    "MISSING_ARN_FIELD",
    "INVALID_PARTITION",
    "INVALID_ARN_SERVICE_CASE",
    "INVALID_ARN_REGION",
    "INVALID_ARN_ACCOUNT",
)
FIELDS: Final = 6
OWNED_BY_AWS: Final = "aws"
"""What stands for the account where AWS itself owns the resource, as in the ARN of an AWS managed policy."""


def is_open(field: str) -> bool:
    """Whether a field holds a wildcard or a policy variable."""
    return "*" in field or "?" in field or "${" in field


def check(subject: Subject) -> Iterator[ValidationFinding]:
    """Every Resource that is no ARN, or an ARN with a field that cannot be."""
    for statement in subject.statements:
        for item in statement.resources:
            yield from _of_resource(item)


def _of_resource(item: Item) -> Iterator[ValidationFinding]:
    text = item.text
    fields = text.split(":", FIELDS - 1)
    if fields[0] != "arn":
        if not text.startswith("${") and not overlaps(text, "arn:*"):
            yield found("INVALID_ARN_PREFIX", item.place, resource=text)
        return
    if len(fields) < FIELDS:
        if not fields[-1].endswith("*"):
            yield found("MISSING_ARN_FIELD", item.place, resource=text, count=len(fields))
        return
    _, partition, service, region, account, _ = fields
    if partition not in PARTITIONS and not is_open(partition):
        yield found("INVALID_PARTITION", field_place(item, 1), fix=_small(item, 1, PARTITIONS), partition=partition)
    if service != service.lower() and not is_open(service):
        place = field_place(item, 2)
        fix = with_field(item, 2, service.lower())
        yield found("INVALID_ARN_SERVICE_CASE", place, fix=fix, service=service, meant=service.lower())
    if region and region not in REGIONS and not is_open(region):
        yield found("INVALID_ARN_REGION", field_place(item, 3), fix=_small(item, 3, REGIONS), region=region)
    if account and not is_account_id(account) and account != OWNED_BY_AWS and not is_open(account):
        yield found("INVALID_ARN_ACCOUNT", field_place(item, 4), account=account)


def field_place(item: Item, number: int) -> Place:
    """The place of the whole value; in the text only the field."""
    fields = item.text.split(":", FIELDS - 1)
    start = sum(len(field) + 1 for field in fields[:number])
    return Place(item.part(start, len(fields[number])).span, item.place.path)


def with_field(item: Item, number: int, meant: str) -> QuickFix | None:
    """The edit that writes one field of an ARN; None where escapes in the text hide where the field stands."""
    if item.node.end - item.node.start != len(item.text) + 2:
        return None
    return QuickFix(field_place(item, number).span, meant)


def _small(item: Item, number: int, known: Container[str]) -> QuickFix | None:
    """A field in small letters, where that makes it a known one."""
    meant = item.text.split(":", FIELDS - 1)[number].lower()
    return with_field(item, number, meant) if meant in known else None
