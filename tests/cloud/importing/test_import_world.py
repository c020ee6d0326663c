"""A world from a real account's files: what is in it, what is kept out, and how it decides."""

from __future__ import annotations

import json
import re
import time
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from iamtutor.access import decide
from iamtutor.cloud import ContentError, load_yaml, read_world
from iamtutor.cloud.importing import Imported, Sources, import_world
from iamtutor.cloud.importing.masking import Mask
from iamtutor.cloud.importing.write_yaml import yaml_text
from iamtutor.cloud.yaml_source import OWN_WORLD

ACCOUNT = Path(__file__).parents[2] / "data" / "account"
WHOLE = Sources(
    (ACCOUNT / "authorization-details.json",), ACCOUNT / "buckets", ACCOUNT / "resources.json", ACCOUNT / "scps"
)
KEY = b"a key of thirty-two bytes, no more"
ID = "111122223333"


def nothing(_arn: str) -> None:
    return None


def imported(key: bytes | None = None, sources: Sources = WHOLE) -> Imported:
    return import_world(sources, nothing, key)


def from_details(tmp_path: Path, value: Any) -> Imported:
    file = tmp_path / "details.json"
    file.write_text(value if isinstance(value, str) else json.dumps(value))
    return import_world(Sources((file,)), nothing)


def role(name: str, **more: Any) -> dict[str, Any]:
    trust = {"Version": "2012-10-17", "Statement": {"Effect": "Allow", "Principal": {"Service": "ec2.amazonaws.com"}, "Action": "sts:AssumeRole"}}  # fmt: skip
    return {
        "RoleName": name,
        "Arn": f"arn:aws:iam::{ID}:role/{name}",
        "Path": "/",
        "AssumeRolePolicyDocument": trust,
        **more,
    }


def test_everything_that_a_decision_needs_is_there() -> None:
    account = imported().value["accounts"][f"account-{ID}"]
    assert account["users"]["dev"]["groups"] == ["developers"]
    assert account["users"]["dev"]["boundary"] == "DevLimit"
    assert account["users"]["dev"]["tags"] == {"team": "red"}
    assert account["groups"]["developers"]["inline"]["AssumeDeploy"]["Statement"][0]["Action"] == "sts:AssumeRole"
    assert account["policies"]["ReadReports"]["document"]["Statement"][0]["Action"] == "s3:GetObject"
    assert account["roles"]["deploy"]["trust"]["Statement"][0]["Principal"] == {"AWS": f"arn:aws:iam::{ID}:root"}
    assert account["roles"]["AWSServiceRoleForECS"]["service_linked"] is True
    assert account["instance_profiles"] == {"app-profile": {"role": "app"}}
    assert sorted(account["buckets"]) == ["acme-logs", "acme-reports"]
    assert [*account["resources"], *account["keys"]] == ["sqs-jobs", "key-1234abcd-12ab-34cd-56ef-1234567890ab"]


def test_the_organisation_is_built_as_its_folder() -> None:
    organization = imported().value["organization"]
    assert organization["id"] == "o-exampleorgid"
    assert organization["management"] == "account-999988887777"
    assert organization["root"]["scp"] == {"FullAWSAccess": None}
    assert list(organization["root"]["rcp"]) == ["Perimeter"]
    unit = organization["root"]["ous"]["Workloads"]
    assert (sorted(unit["scp"]), unit["accounts"]) == (["FullAWSAccess", "SeoulOnly"], [f"account-{ID}"])


def test_scps_that_only_deny_are_told(tmp_path: Path) -> None:
    (tmp_path / "d.json").write_text(json.dumps({"RoleDetailList": [role("app")]}))
    unit = tmp_path / "scps" / "Prod" / ID
    unit.mkdir(parents=True)
    deny = {"Version": "2012-10-17", "Statement": {"Effect": "Deny", "Action": "iam:*", "Resource": "*"}}
    (unit / "no-iam.json").write_text(json.dumps(deny))
    found = import_world(Sources((tmp_path / "d.json",), controls=tmp_path / "scps"), nothing)
    assert [(finding.code, finding.path) for finding in found.findings] == [
        ("cloud.import-only-denies", ("organization", "accounts", f"account-{ID}", "scp", "no-iam"))
    ]
    assert found.value["organization"]["root"]["ous"]["Prod"]["accounts"] == [f"account-{ID}"]
    (unit / "FullAWSAccess.json").write_text("{}")
    assert import_world(Sources((tmp_path / "d.json",), controls=tmp_path / "scps"), nothing).findings == ()


def test_what_is_kept_out_is_told_with_its_place_and_the_rest_is_there() -> None:
    found = imported()
    assert sorted(finding.code for finding in found.findings) == [
        "cloud.import-resource-owner",
        "policy.bad-effect-near",
    ]
    broken = next(finding for finding in found.findings if "Broken" in finding.path)
    assert broken.source is not None
    assert broken.source.endswith("authorization-details.json")
    text = (ACCOUNT / "authorization-details.json").read_text().splitlines()
    assert "role/app" in text[int(broken.arguments["at"]) - 1]
    roles = found.value["accounts"][f"account-{ID}"]["roles"]
    assert list(roles["app"]["inline"]) == ["Queue"]


DECISIONS = [
    ("user/dev", "s3:GetObject", "arn:aws:s3:::acme-reports/q3.csv", True),
    ("user/dev", "s3:PutObject", "arn:aws:s3:::acme-reports/home/dev/a", True),
    ("user/dev", "s3:PutObject", "arn:aws:s3:::acme-reports/home/ops/a", False),
    ("user/dev", "s3:DeleteObject", "arn:aws:s3:::acme-reports/home/dev/a", False),
    ("role/deploy", "s3:DeleteObject", "arn:aws:s3:::acme-reports/home/dev/a", True),
    ("user/dev", "sts:AssumeRole", f"arn:aws:iam::{ID}:role/ci/deploy", True),
    ("user/dev", "sts:AssumeRole", f"arn:aws:iam::{ID}:role/app", False),
    ("user/ops", "iam:CreateUser", f"arn:aws:iam::{ID}:user/new", True),
    ("role/app", "s3:GetObject", "arn:aws:s3:::acme-reports/q3.csv", True),
    ("role/app", "s3:GetObject", "arn:aws:s3:::acme-logs/q3.csv", False),
    ("role/app", "sqs:SendMessage", f"arn:aws:sqs:ap-northeast-2:{ID}:jobs", True),
    ("role/deploy", "lambda:UpdateFunctionCode", f"arn:aws:lambda:ap-northeast-2:{ID}:function:acme-api", True),
    ("role/deploy", "lambda:UpdateFunctionCode", f"arn:aws:lambda:ap-northeast-2:{ID}:function:other", False),
]


def decisions(value: dict[str, Any], mask: Mask | None) -> list[bool]:
    world = read_world(value)
    found = []
    for who, action, resource, _ in DECISIONS:
        kind, _, name = who.partition("/")
        context = {"aws:RequestedRegion": "ap-northeast-2", "aws:PrincipalOrgID": "o-exampleorgid"}
        if mask is not None:
            name, resource = mask.name(name), mask.arn(resource)
            context["aws:PrincipalOrgID"] = mask.organization_id(context["aws:PrincipalOrgID"])
        found.append(decide(*world.effective(f"{kind}/{name}", resource, action, context)).allowed)
    return found


def test_the_world_decides_as_the_account_does() -> None:
    assert decisions(imported().value, None) == [allowed for *_, allowed in DECISIONS]


def test_a_world_with_masked_names_decides_the_same() -> None:
    from iamtutor.catalog import Catalog

    mask = Mask(KEY, Catalog.installed({}))
    found = imported(KEY)
    assert decisions(found.value, mask) == [allowed for *_, allowed in DECISIONS]


def test_a_name_is_masked_also_where_it_is_a_word_of_the_service() -> None:
    from iamtutor.catalog import Catalog

    mask = Mask(KEY, Catalog.installed({}))
    for bucket in ("job", "accesspoint"):
        assert mask.arn(f"arn:aws:s3:::{bucket}/k") == f"arn:aws:s3:::{mask.name(bucket)}/{mask.name('k')}"
        assert mask.name(bucket) != bucket
    assert mask.arn(f"arn:aws:iam::{ID}:user/role") == f"arn:aws:iam::{mask.account(ID)}:user/{mask.name('role')}"
    assert mask.arn(f"arn:aws:dynamodb:us-east-1:{ID}:table/t").split(":")[5].startswith("table/")
    assert len(set(mask.name("a" * 20))) > 5


def test_no_name_is_left_in_a_masked_world() -> None:
    text = yaml_text(imported(KEY).value)
    for name in ("acme", "1111222233", "9999888877", "deploy", "developers", "ReadReports", "DevLimit", "exampleorgid", "Workloads", "SeoulOnly", "jobs", "1234abcd"):  # fmt: skip
        assert name not in text
    assert "AWSServiceRoleForECS" in text
    assert "${aws:username}" in text
    assert "arn:aws:iam::aws:policy/AdministratorAccess" in text
    assert imported(KEY).value == imported(KEY).value
    assert imported(KEY).value != imported(KEY[::-1]).value


def test_secrets_are_not_read(tmp_path: Path) -> None:
    user = {"Arn": f"arn:aws:iam::{ID}:user/dev", "Path": "/", "UserId": "AIDAIOSFODNN7EXAMPLE1", "PasswordLastUsed": "2026-01-01", "AccessKeyMetadata": [{"AccessKeyId": "AKIAIOSFODNN7EXAMPLE"}]}  # fmt: skip
    text = yaml_text(from_details(tmp_path, {"UserDetailList": [user]}).value)
    assert "AKIA" not in text
    assert "2026" not in text


@pytest.mark.parametrize(
    ("more", "left"),
    [
        ({"AssumeRolePolicyDocument": "{"}, {"trust": {"Version": "2012-10-17", "Statement": []}}),
        ({"AssumeRolePolicyDocument": None}, {"trust": {"Version": "2012-10-17", "Statement": []}}),
        ({"RolePolicyList": [{"PolicyName": "P", "PolicyDocument": "%zz"}]}, {"inline": {}}),
        ({"RolePolicyList": [{"PolicyName": "bad name", "PolicyDocument": {}}]}, {"inline": {}}),
        ({"AttachedManagedPolicies": [{"PolicyArn": f"arn:aws:iam::{ID}:policy/gone"}]}, {"managed": []}),
        ({"AttachedManagedPolicies": [{"PolicyArn": "arn:aws:iam::aws:policy/Nobody"}]}, {"managed": []}),
        ({"PermissionsBoundary": {"PermissionsBoundaryArn": f"arn:aws:iam::{ID}:policy/gone"}}, {}),
        ({"Tags": [{"Key": "aws:x", "Value": "y"}, {"Key": "a", "Value": "b"}]}, {"tags": {"a": "b"}}),
        ({"Path": "wrong"}, {}),
    ],
)
def test_only_what_is_wrong_is_left_out(tmp_path: Path, more: dict[str, Any], left: dict[str, Any]) -> None:
    found = from_details(tmp_path, {"RoleDetailList": [role("app", **more), role("other")]})
    roles = found.value["accounts"][f"account-{ID}"]["roles"]
    assert set(roles) == {"app", "other"}
    assert roles["app"] == {"trust": role("app")["AssumeRolePolicyDocument"], **left}
    assert found.findings
    assert all(finding.arguments["at"] == 1 and finding.source for finding in found.findings)


def test_several_wrong_things_in_one_list_go_and_the_right_one_stays(tmp_path: Path) -> None:
    admin = "arn:aws:iam::aws:policy/AdministratorAccess"
    listed = [f"arn:aws:iam::{ID}:policy/gone", admin, f"arn:aws:iam::{ID}:policy/lost"]
    attached = [{"PolicyName": arn.rpartition("/")[2], "PolicyArn": arn} for arn in listed]
    found = from_details(tmp_path, {"RoleDetailList": [role("app", AttachedManagedPolicies=attached)]})
    assert found.value["accounts"][f"account-{ID}"]["roles"]["app"]["managed"] == [admin]
    assert len(found.findings) == 2


def test_the_default_version_of_a_policy_counts(tmp_path: Path) -> None:
    versions = [
        {"VersionId": f"v{n}", "IsDefaultVersion": n == 2, "Document": {"Version": "2012-10-17", "Statement": {"Effect": "Allow", "Action": f"s3:Get{n}", "Resource": "*"}}}
        for n in (1, 2, 3)
    ]  # fmt: skip
    policy = {
        "Arn": f"arn:aws:iam::{ID}:policy/P",
        "Path": "/",
        "DefaultVersionId": "v2",
        "PolicyVersionList": versions,
    }
    found = from_details(tmp_path, {"Policies": [policy]})
    assert found.value["accounts"][f"account-{ID}"]["policies"]["P"]["document"]["Statement"]["Action"] == "s3:Get2"


def test_pages_and_accounts_are_put_together(tmp_path: Path) -> None:
    other = role("app") | {"Arn": "arn:aws:iam::444455556666:role/app"}
    (tmp_path / "a.json").write_text(
        json.dumps({"RoleDetailList": [role("one")]}) + json.dumps([{"RoleDetailList": [role("two")]}])
    )
    (tmp_path / "b.json").write_text(json.dumps({"RoleDetailList": [other]}))
    found = import_world(Sources((tmp_path,)), nothing)
    assert {name: sorted(account["roles"]) for name, account in found.value["accounts"].items()} == {
        f"account-{ID}": ["one", "two"],
        "account-444455556666": ["app"],
    }


def test_buckets_of_several_accounts_stand_in_folders_of_their_own(tmp_path: Path) -> None:
    other = role("app") | {"Arn": "arn:aws:iam::444455556666:role/app"}
    (tmp_path / "d.json").write_text(json.dumps({"RoleDetailList": [role("app"), other]}))
    buckets = tmp_path / "buckets"
    (buckets / "444455556666").mkdir(parents=True)
    policy = {
        "Version": "2012-10-17",
        "Statement": {"Effect": "Allow", "Principal": "*", "Action": "s3:GetObject", "Resource": "arn:aws:s3:::b-1/*"},
    }
    (buckets / "444455556666" / "b-1.json").write_text(json.dumps(policy))
    (buckets / "b-2.json").write_text(json.dumps(policy))
    found = import_world(Sources((tmp_path / "d.json",), buckets), nothing)
    assert list(found.value["accounts"]["account-444455556666"]["buckets"]) == ["b-1"]
    assert [finding.code for finding in found.findings] == ["cloud.import-bucket-owner"]


@pytest.mark.parametrize(
    ("text", "code", "line"),
    [
        ("", "cloud.import-empty", 1),
        ('{"RoleDetailList": [\n}', "cloud.import-not-json", 2),
        ("[" * 100_000, "cloud.import-not-json", 1),
        ('{"Users": []}', "cloud.import-no-details", 1),
        ("[1, 2]", "cloud.import-no-details", 1),
        ('{"RoleDetailList": []}', "cloud.import-nothing", 1),
    ],
)
def test_a_file_that_cannot_be_used_is_one_finding(tmp_path: Path, text: str, code: str, line: int) -> None:
    with pytest.raises(ContentError) as caught:
        from_details(tmp_path, text)
    assert [(each.code, each.arguments["at"]) for each in caught.value.findings] == [(code, line)]


names = st.sampled_from(["Arn", "RoleName", "Path", "AssumeRolePolicyDocument", "RolePolicyList", "PolicyName", "PolicyDocument", "Tags", "Key", "Value", "UserDetailList", "RoleDetailList", "Policies", "GroupDetailList", "PolicyVersionList", "Document", "IsDefaultVersion", "GroupList", "Statement", "Version", "InstanceProfileList", "InstanceProfileName", "PermissionsBoundary", "PermissionsBoundaryArn", "AttachedManagedPolicies", "PolicyArn"])  # fmt: skip
words = st.sampled_from(["", "/", "/x/", f"arn:aws:iam::{ID}:role/a", f"arn:aws:iam::{ID}:user/b", f"arn:aws:iam::{ID}:policy/p", "arn:aws:iam::aws:policy/X", "arn:aws-cn:iam::1:role/a", "{}", "%7B%7D", "dev", "Allow", "2012-10-17", "보안"])  # fmt: skip
anything = st.recursive(
    st.none() | st.booleans() | st.integers(0, 9) | words,
    lambda value: st.lists(value, max_size=4) | st.dictionaries(names, value, max_size=5),
    max_leaves=30,
)


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.dictionaries(names, anything, max_size=4), anything)
def test_any_json_is_a_world_or_findings(tmp_path: Path, value: dict[str, Any], more: Any) -> None:
    value["RoleDetailList"] = [role("app"), {**role("b"), "Tags": more, "RolePolicyList": more}, more]
    found = from_details(tmp_path, value)
    again = load_yaml(yaml_text(found.value))[0]
    assert again == found.value
    read_world(again)


texts = st.text(st.characters(codec="utf-8"), max_size=12) | st.sampled_from(["012", "1.5", "-", "2026-01-15", "yes", "~", "null", "<<", "=", "0899", "1e3", "*", "&a", "!x", "a: b", " x", "x ", "\n", "012345678901"])  # fmt: skip
plain = st.recursive(texts | st.booleans() | st.none() | st.integers(-5, 10**6), lambda value: st.lists(value, max_size=3) | st.dictionaries(texts, value, max_size=3))  # fmt: skip


@given(st.dictionaries(texts, plain, max_size=4))
def test_the_written_yaml_reads_as_the_same_value(value: dict[str, Any]) -> None:
    assert load_yaml(yaml_text(value))[0] == value


name_text = st.from_regex(r"[a-zA-Z0-9+=,.@_-]{1,20}", fullmatch=True)


@given(name_text, name_text, st.binary(min_size=16, max_size=32))
def test_masked_names_keep_their_form_differ_where_they_differed_and_begin_alike(
    one: str, two: str, key: bytes
) -> None:
    mask = Mask(key)
    first, second = mask.name(one), mask.name(two)
    assert re.sub("[a-z]", "a", re.sub("[A-Z]", "A", re.sub("[0-9]", "0", first))) == re.sub("[a-z]", "a", re.sub("[A-Z]", "A", re.sub("[0-9]", "0", one)))  # fmt: skip
    assert (first == second) == (one == two)
    assert mask.name(one + two).startswith(first)


@given(
    st.lists(st.from_regex(r"[0-9]{12}", fullmatch=True), unique=True, max_size=20), st.binary(min_size=16, max_size=32)
)
def test_no_two_accounts_become_one(accounts: list[str], key: bytes) -> None:
    mask = Mask(key)
    assert len({mask.account(each) for each in accounts}) == len(accounts)
    assert all(re.fullmatch(r"[0-9]{12}", mask.account(each)) for each in accounts)


def test_two_thousand_roles_are_imported_and_read_again(tmp_path: Path) -> None:
    document = {
        "Version": "2012-10-17",
        "Statement": [{"Effect": "Allow", "Action": ["s3:GetObject", "s3:PutObject"], "Resource": "arn:aws:s3:::b/*"}],
    }
    value = {
        "RoleDetailList": [
            role(f"role-{n}", RolePolicyList=[{"PolicyName": "Own", "PolicyDocument": document}]) for n in range(2_000)
        ]
    }
    start = time.perf_counter()
    found = from_details(tmp_path, value)
    text = yaml_text(found.value)
    print(f"imported and written in {time.perf_counter() - start:.1f} s, {len(text):,} characters")
    world = read_world(*load_yaml(text, limits=OWN_WORLD))
    assert len(world.accounts[f"account-{ID}"].roles) == 2_000
