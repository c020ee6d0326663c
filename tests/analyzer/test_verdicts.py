"""Right as AWS is right: the findings of ValidatePolicy on 622 AWS managed policies, code by code and place by place."""

from __future__ import annotations

import json

import pytest

from iamtutor.catalog import ManagedPolicies
from tests.analyzer import verdicts
from tests.analyzer.checks import catalog, findings
from tests.analyzer.verdicts import BOTH_WAYS, EXPLAINED, NOT_LISTED, Found, compared

pytestmark = pytest.mark.skipif(not verdicts.FILE.exists(), reason="AWS's verdicts are not beside the repository")


def test_all_policies_are_those_that_aws_judged() -> None:
    assert compared().policies == 622


def test_every_finding_of_aws_is_found() -> None:
    assert compared().aws - compared().ours == set()


def test_nothing_is_found_where_aws_is_silent_without_a_reason() -> None:
    unexplained = [found for found in compared().ours - compared().aws if (found.policy, found.code) not in EXPLAINED]
    assert unexplained == []


def test_every_reason_is_needed() -> None:
    extra = {(found.policy, found.code) for found in compared().ours - compared().aws}
    assert extra == set(EXPLAINED)


def test_actions_that_are_not_listed_are_not_listed() -> None:
    managed = ManagedPolicies.installed()
    for policy, code in (each for each, reason in EXPLAINED.items() if reason is NOT_LISTED):
        for finding in findings(json.dumps(managed.policy(policy).document)):
            if finding.code == code:
                assert catalog().index.number(str(finding.arguments["action"])) is None


def test_aws_judges_one_statement_both_ways() -> None:
    managed = ManagedPolicies.installed()
    found = managed.policy("AWSServiceRoleForAmazonEKSNodegroup").document["Statement"][7]
    silent = managed.policy("AWSRoboMakerServiceRolePolicy").document["Statement"][2]
    for statement in (found, silent):
        assert (statement["Action"], statement["Resource"]) == ("iam:PassRole", "*")
        assert list(statement["Condition"]) == ["StringEqualsIfExists"]
        assert list(statement["Condition"]["StringEqualsIfExists"]) == ["iam:PassedToService"]
    codes = {(each.policy, each.code) for each in compared().aws}
    assert ("AWSServiceRoleForAmazonEKSNodegroup", "PASS_ROLE_WITH_STAR_IN_RESOURCE") in codes
    assert ("AWSRoboMakerServiceRolePolicy", "PASS_ROLE_WITH_STAR_IN_RESOURCE") not in codes
    assert BOTH_WAYS in EXPLAINED.values()


def test_the_places_of_one_finding_are_those_of_aws() -> None:
    given = json.loads(verdicts.FILE.read_text("utf-8"))
    document = json.dumps(ManagedPolicies.installed().policy("AIOpsAssistantPolicy").document)
    wanted = [each["paths"] for each in given["AIOpsAssistantPolicy"]["findings"] if "REDUNDANT" in each["issueCode"]]
    ours = [each for each in findings(document) if each.code == "REDUNDANT_RESOURCE"]
    assert [[[element.json() for element in place.path] for place in each.places] for each in ours] == wanted


def test_a_finding_is_compared_by_its_place() -> None:
    assert Found("p", "c", "[]") != Found("p", "c", '[{"value": "Statement"}]')
