"""Policy validation: the reader's findings and every check's, in the order of the text."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from iamtutor.analyzer.validation.facts import facts_of
from iamtutor.analyzer.validation.finding import ValidationFinding
from iamtutor.analyzer.validation.reader_findings import is_json_broken, reader_findings
from iamtutor.analyzer.validation.registry import CHECKS
from iamtutor.analyzer.validation.subject import Subject
from iamtutor.catalog import Catalog
from iamtutor.policy.document import PolicyKind
from iamtutor.policy.reading import Reading, read

TRUST_POLICY: Final = "AWS::IAM::AssumeRolePolicyDocument"
"""The resource type under which AWS validates trust policies."""


def validate(
    reading: Reading, *, resource_type: str | None = None, catalog: Catalog | None = None, opinions: bool = False
) -> tuple[ValidationFinding, ...]:
    """What IAM Access Analyzer says about a policy, in the order of the text. Never raises on any text.

    `resource_type` is CloudFormation's name of the resource (``AWS::S3::Bucket``) that a resource-based policy is for.
    Without a `catalog` the installed data is opened. `opinions` adds findings of our own, under codes that begin with
    ``opinion.``; `mistakes` adds those of them that name what can never take effect. A boundary, a session policy and a policy of a VPC endpoint are taken as AWS takes them: the first two
    as identity-based policies, the last as a resource-based policy of no known type.
    """
    steps = validating(reading, resource_type=resource_type, catalog=catalog, opinions=opinions)
    found = [finding for step in steps for finding in step]
    return tuple(sorted(found, key=lambda finding: (finding.span, finding.code)))


def validating(
    reading: Reading,
    *,
    resource_type: str | None = None,
    catalog: Catalog | None = None,
    opinions: bool = False,
    mistakes: bool = False,
) -> Iterator[list[ValidationFinding]]:
    """The same step by step, one check a step: whoever wants it no more stops asking."""
    if resource_type == TRUST_POLICY and reading.kind is PolicyKind.RESOURCE:
        reading = read(reading.text, PolicyKind.TRUST)
    broken = is_json_broken(reading)
    yield list(reader_findings(reading, broken=broken))
    if broken or reading.tree.root is None:
        return
    subject = Subject(reading, resource_type, facts_of(catalog))
    for check in CHECKS:
        yield list(check(subject))
    if opinions or mistakes:
        from iamtutor.analyzer.validation.mistakes import MISTAKES

        for mistake in MISTAKES:
            yield list(mistake(subject))
    if opinions:
        from iamtutor.analyzer.validation.opinions import OPINIONS

        for opinion in OPINIONS:
            yield list(opinion(subject))
