"""The tables that the checks rest on agree with those of the rooms below, and with what was read of AWS's pages."""

from __future__ import annotations

from iamtutor.analyzer.validation.checks import sizes
from iamtutor.analyzer.validation.checks.guards import SENSITIVE
from iamtutor.analyzer.validation.retired import RETIRED
from iamtutor.cloud.quotas import quotas
from tests.analyzer.checks import DATA, catalog


def test_sizes_are_the_quotas_of_the_simulated_aws() -> None:
    known = quotas()
    assert known["trust_policy_size"].default == sizes.TRUST_POLICY
    assert known["scp_size"].default == sizes.SCP
    assert known["rcp_size"].default == sizes.RCP
    assert known["inline_size_role"].default == sizes.IDENTITY_POLICY


def test_sensitive_keys_are_those_of_the_page() -> None:
    assert {key.lower() for key in DATA["sensitive_keys"]} == SENSITIVE


def test_retired_services_are_gone_from_the_service_reference() -> None:
    assert set(RETIRED).isdisjoint(catalog().services)


def test_arn_formats_are_those_of_the_resource_types() -> None:
    for prefix in ("s3", "iam", "sqs"):
        types = catalog().service(prefix).resource_types.values()
        assert catalog().arn_formats(prefix) == tuple(each.arn for each in types)
    assert catalog().arn_formats("no-such-service") == ()
