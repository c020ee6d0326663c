"""Every way to be refused has its explanation in both languages."""

from __future__ import annotations

import pytest

from iamtutor.access import Layer
from iamtutor.access.service_rules import Refusal
from iamtutor.cloud import MESSAGES
from iamtutor.cloud.api import calls
from iamtutor.cloud.api.services import DIALECTS, Protocol, protocol_of
from tests.cloud.api.scene import IAM, admin, refusal, said

PROTECTED = {Refusal.SERVICE_LINKED_ROLE, Refusal.RESERVED_ROLE}


@pytest.mark.parametrize("refused", [each for each in Refusal if each not in PROTECTED])
def test_what_services_refuse_is_explained(refused: Refusal) -> None:
    assert f"cloud.api-refused-{refused.value}" in MESSAGES


@pytest.mark.parametrize("layer", [each for each in Layer if each not in (Layer.SERVICE, Layer.ROOT, Layer.NONE)])
def test_every_layer_that_can_deny_is_explained(layer: Layer) -> None:
    assert f"cloud.api-denied-implicit-{layer.value}" in MESSAGES
    assert f"cloud.api-denied-explicit-{layer.value}" in MESSAGES


def test_every_protocol_has_its_words() -> None:
    assert set(DIALECTS) == set(Protocol)
    assert protocol_of("iam") is protocol_of("anything") is Protocol.QUERY


def test_aliases_of_aws_are_not_for_customers() -> None:
    error = refusal(
        lambda: admin().call(calls.call, "kms:DeleteAlias", "arn:aws:kms:eu-west-1:111122223333:alias/aws/s3")
    )
    assert error.why == "cloud.api-refused-aws-managed-alias"


def test_reserved_roles_are_protected() -> None:
    """IAM Identity Center's: https://docs.aws.amazon.com/IAM/latest/UserGuide/using-service-linked-roles.html"""
    error = refusal(lambda: admin().call(calls.call, "iam:DeleteRole", f"{IAM}:role/aws-reserved/sso.amazonaws.com/X"))
    assert said(error)[:2] == ("UnmodifiableEntity", 400)
