"""The quotas as data: every one with unit, source, date and certainty, and none that no rule uses."""

from __future__ import annotations

import datetime
from pathlib import Path

import pytest

import iamtutor.cloud
from iamtutor.cloud.quotas import Quota, limit, quotas
from tests.cloud.worlds import world_of

ACCOUNT = 'accounts: {acme: {id: "111122223333"}}\n'
ROOM = Path(iamtutor.cloud.__file__).parent


@pytest.mark.parametrize("quota", quotas().values(), ids=lambda quota: quota.id)
def test_each_says_where_it_comes_from(quota: Quota) -> None:
    assert quota.source.startswith("https://docs.aws.amazon.com/")
    assert quota.read <= datetime.date(2026, 11, 30)
    assert quota.certainty in ("page", "api-model", "secondary", "uncertain")
    assert quota.title.ko
    assert quota.title.en
    assert quota.unit
    assert quota.max is None or quota.max > quota.default


def test_each_is_used_by_some_rule() -> None:
    source = "".join(file.read_text("utf-8") for file in ROOM.rglob("*.py"))
    by_kind = {f"{rule}_{kind}" for rule in ("inline_size", "policies_per") for kind in ("user", "group", "role")}
    assert [name for name in quotas() if f'"{name}"' not in source and name not in by_kind] == []


def test_a_world_can_have_its_own() -> None:
    assert limit(world_of(ACCOUNT), "policies_per_user") == 10
    assert limit(world_of("quotas: {policies_per_user: 20}\n" + ACCOUNT), "policies_per_user") == 20
