"""What AWS said about its own managed policies, and where we differ, each difference with a reason that can be checked.

The verdicts are other people's data: they lie outside the project and are read where they are found.
"""

from __future__ import annotations

import hashlib
import json
from functools import cache
from pathlib import Path
from typing import Any, Final, NamedTuple

from iamtutor.analyzer import path_json
from iamtutor.catalog import ManagedPolicies
from tests.analyzer.checks import findings

FILE: Final = Path(__file__).parents[2].parent / "shared" / "data" / "validation-verdicts.json"

NOT_LISTED: Final = "the service reference of the installed catalogue does not list the action"
BOTH_WAYS: Final = (
    "AWS judges the same statement both ways: an IfExists test of iam:PassedToService on every role is found in"
    " AWSServiceRoleForAmazonEKSNodegroup and not here; absent, the key lets any service have the role, so it is found"
)
EXPLAINED: Final = {
    ("AWSRoboMakerServiceRolePolicy", "PASS_ROLE_WITH_STAR_IN_RESOURCE"): BOTH_WAYS,
    ("AmazonRoute53RecoveryControlConfigReadOnlyAccess", "INVALID_ACTION"): NOT_LISTED,
    ("SecurityAgentWebAppAPIPolicy", "INVALID_ACTION"): NOT_LISTED,
}
"""Findings of ours where AWS is silent, by policy and code. There is no finding of AWS's that we do not have."""


class Found(NamedTuple):
    """A finding by policy, code and first place, the path as JSON."""

    policy: str
    code: str
    path: str


class Verdicts(NamedTuple):
    """What AWS and we find in the policies whose text is that of the verdict."""

    policies: int
    aws: frozenset[Found]
    ours: frozenset[Found]


@cache
def compared() -> Verdicts:
    """Both sides, on every policy whose installed text is the one that AWS judged."""
    managed = ManagedPolicies.installed()
    given: dict[str, Any] = json.loads(FILE.read_text("utf-8"))
    aws: set[Found] = set()
    ours: set[Found] = set()
    count = 0
    for name, verdict in given.items():
        document = managed.policy(name).document
        if digest(document) != verdict["sha256"]:
            continue
        count += 1
        aws.update(
            Found(name, finding["issueCode"], json.dumps(finding["paths"][0])) for finding in verdict["findings"]
        )
        ours.update(
            Found(name, finding.code, json.dumps(path_json(finding.path)))
            for finding in findings(json.dumps(document, indent=4))
        )
    return Verdicts(count, frozenset(aws), frozenset(ours))


def digest(document: object) -> str:
    """What tells one text of a policy from another in the verdicts."""
    text = json.dumps(document, sort_keys=True, separators=(",", ":"))
    return hashlib.sha256(text.encode()).hexdigest()[:16]
