"""The catalogue as lists and as one list of names: filters, wildcards, levels, ranks."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from iamtutor.catalog import (
    AccessLevel,
    Catalog,
    CatalogError,
    Listing,
    ManagedPolicies,
    ManagedUse,
    Named,
    NameKind,
    Names,
    list_actions,
    list_everything,
    list_keys,
    list_managed,
    list_resource_types,
    list_services,
)
from tests.catalog.test_managed import POLICY, data_file


def names(listing: Listing) -> list[str]:
    return [item.name for item in listing.items]


def test_services_by_prefix_and_title(catalog: Catalog) -> None:
    assert "lambda" in names(list_services(catalog, "LAMB"))
    assert "iam" in names(list_services(catalog, "identity access"))
    assert len(list_services(catalog).items) == len(catalog.services)


@pytest.mark.parametrize("written", ["s3:Get*", "Get*", "GET*", " Get*"])
def test_a_wildcard_means_what_an_action_element_means(catalog: Catalog, written: str) -> None:
    assert names(list_actions(catalog, written.strip(), "s3")) == list(catalog.expand("s3:Get*"))


def test_a_pattern_of_another_service_finds_nothing_in_this_one(catalog: Catalog) -> None:
    assert names(list_actions(catalog, "ec2:*", "s3")) == []


def test_levels_are_counted_before_one_is_chosen(catalog: Catalog) -> None:
    every, writes = list_actions(catalog, "", "sqs"), list_actions(catalog, "", "sqs", AccessLevel.WRITE)
    assert every.levels == writes.levels
    assert every.levels[AccessLevel.WRITE] == len(writes.items) < len(every.items) == sum(every.levels.values())
    assert all(item.level is AccessLevel.WRITE for item in writes.items)


def test_words_are_parts_of_names(catalog: Catalog) -> None:
    assert names(list_actions(catalog, "role detach", "iam")) == ["iam:DetachRolePolicy"]
    assert "s3:bucket" in names(list_resource_types(catalog, "s3", "buck"))
    assert "s3:prefix" in names(list_keys(catalog, "s3", "pref"))
    assert names(list_keys(catalog, "", "*ip")) == ["aws:SourceIp", "aws:VpcSourceIp"]


def test_everything_by_name_or_by_pattern(catalog: Catalog) -> None:
    assert names(list_everything(catalog, "*:PassRole")) == ["iam:PassRole"]
    found = list_everything(catalog, "passrole")
    assert found.items[0].name == "iam:PassRole"
    assert found.items[0].level is AccessLevel.WRITE
    assert NameKind.CONDITION_KEY in {item.kind for item in list_everything(catalog, "aws:sourceip").items}


def test_in_korean_lists_are_filtered_by_what_things_mean(catalog: Catalog) -> None:
    boundaries = list_actions(catalog, "권한 경계", "iam")
    assert "iam:PutRolePermissionsBoundary" in names(boundaries)
    assert {item.name.partition(":")[0] for item in boundaries.items} == {"iam"}
    assert all("권한 경계" in item.title and item.level is not None for item in boundaries.items)
    assert set(names(list_keys(catalog, "kms", "별칭"))) == {"kms:RequestAlias", "kms:ResourceAliases"}
    assert "s3:PutBucketPolicy" in names(list_everything(catalog, "버킷 정책"))
    assert list_actions(catalog, "ㅁ", "s3").items == ()


def test_names_are_ranked_by_where_the_word_stands() -> None:
    rows = [
        Named(NameKind.ACTION, "zz:ListReports"),
        Named(NameKind.ACTION, "zz:ReportAll"),
        Named(NameKind.SERVICE, "report", "Amazon Reports"),
        Named(NameKind.ACTION, "zz:Xreport"),
        Named(NameKind.SERVICE, "other", "AWS Report Hub"),
    ]
    found = [each.name for each in Names(rows).find("report")]
    assert found == ["report", "zz:ReportAll", "other", "zz:ListReports", "zz:Xreport"]


@pytest.mark.parametrize("written", ["", " ", "a", "정책", "s3 정책", "x\ny"])
def test_what_can_be_no_name_finds_nothing(written: str) -> None:
    assert Names([Named(NameKind.SERVICE, "s3", "Amazon S3")]).find(written) == ()


def test_each_name_is_found_by_itself(catalog: Catalog) -> None:
    for name in ("s3", "s3:GetObject", "s3:bucket", "s3:prefix", "aws:TagKeys"):
        assert name in [each.name for each in catalog.names.find(name)][:3]


def test_who_takes_a_key_and_who_works_on_a_type(catalog: Catalog) -> None:
    assert "s3:ListBucket" in [action.full_name for action in catalog.taking("s3:prefix")]
    queue = catalog.resource_type("sqs:queue")
    assert "sqs:SendMessage" in [action.full_name for action in catalog.service("sqs").using(queue)]
    assert "ec2" in catalog.services_with_key("aws:RequestTag/${TagKey}")


def policies(folder: Path, **statements: object) -> ManagedPolicies:
    documents = {name: {**POLICY, "Document": {"Statement": each}} for name, each in statements.items()}
    return ManagedPolicies.of_file(data_file(folder, documents))


def test_managed_policies_that_name_an_action(tmp_path: Path) -> None:
    managed = policies(
        tmp_path,
        Plain=[{"Effect": "Allow", "Action": "S3:getobject", "Resource": "*"}],
        Wild={"Effect": "Allow", "Action": ["ec2:*", "s3:Get*"], "Resource": "*"},
        Inverse=[{"Effect": "Allow", "NotAction": ["iam:*"], "Resource": "*"}],
        Deny=[{"Effect": "Deny", "Action": "*", "Resource": "*"}],
        Other=[{"Effect": "Allow", "Action": "s3:Put*", "Resource": "*"}],
    )
    use = ManagedUse(managed)
    assert use.naming("s3:GetObject") == ("Inverse", "Plain", "Wild")
    assert use.naming("iam:GetUser") == ()


def test_a_managed_policy_as_people_write_it(tmp_path: Path) -> None:
    statement = {"Resource": "*", "Action": "s3:*", "Effect": "Allow", "Sid": "A"}
    managed = policies(tmp_path, P=[statement])
    text = managed.policy("P").text
    assert json.loads(text) == {"Statement": [statement]}
    assert text.index("Sid") < text.index("Effect") < text.index("Action") < text.index("Resource")


def test_without_the_extra_names_are_told_all_the_same(catalog: Catalog, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("iamtutor.catalog.managed.find_spec", lambda name: None)
    fresh = Catalog(catalog._source)
    assert NameKind.MANAGED_POLICY not in {each.kind for each in fresh.names.find("access")}
    with pytest.raises(CatalogError):
        list_managed(fresh)
