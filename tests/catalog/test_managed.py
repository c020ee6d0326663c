"""AWS managed policies from a data file, which is never run."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path

import pytest

from iamtutor.catalog import CatalogError, ManagedPolicies, UnknownNameError

POLICY = {
    "CreateDate": "2015-02-06T18:40:59+00:00",
    "DefaultVersionId": "v3",
    "Document": {"Version": "2012-10-17", "Statement": [{"Effect": "Allow", "Action": "s3:Get*", "Resource": "*"}]},
    "Path": "/",
    "UpdateDate": "2023-08-10T21:31:39+00:00",
}


def data_file(folder: Path, policies: object, before: str = "# Imported\n") -> Path:
    file = folder / "aws_managed_policies.py"
    file.write_text(f"{before}aws_managed_policies_data = {json.dumps(policies)!r}\n", encoding="utf-8")
    return file


def test_a_policy_by_name_and_by_arn(tmp_path: Path) -> None:
    other = {**POLICY, "Path": "/job-function/", "Document": {"Statement": [], "Id": '"quoted" \\ 한글'}}
    file = data_file(tmp_path, {"ReadS3": POLICY, "ViewAll": other})
    managed = ManagedPolicies.of_file(file)
    assert managed.names == ("ReadS3", "ViewAll")
    policy = managed.policy("ReadS3")
    assert policy == managed.policy("arn:aws:iam::aws:policy/ReadS3")
    assert (policy.arn, policy.version, policy.updated) == ("arn:aws:iam::aws:policy/ReadS3", "v3", "2023-08-10")
    assert policy.document == POLICY["Document"]
    assert managed.policy("arn:aws:iam::aws:policy/job-function/ViewAll").document == other["Document"]


@pytest.mark.parametrize("name", ["", "reads3x", "../ReadS3", "arn:aws:iam::aws:policy/job-function/ReadS3", "정책"])
def test_an_unknown_name(tmp_path: Path, name: str) -> None:
    managed = ManagedPolicies.of_file(data_file(tmp_path, {"ReadS3": POLICY}))
    with pytest.raises(UnknownNameError):
        managed.policy(name)


def test_what_was_probably_meant(tmp_path: Path) -> None:
    managed = ManagedPolicies.of_file(data_file(tmp_path, {"ReadS3": POLICY}))
    with pytest.raises(UnknownNameError) as caught:
        managed.policy("ReadS4")
    assert caught.value.suggestions == ("ReadS3",)


def test_the_file_is_taken_over_once_and_again_when_it_changes(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    file, cache = data_file(tmp_path, {"ReadS3": POLICY}), tmp_path / "cache"
    ManagedPolicies.of_file(file, cache)
    with monkeypatch.context() as patched:
        patched.setattr("iamtutor.catalog.managed._taken_over", lambda *_: pytest.fail("taken over again"))
        assert ManagedPolicies.of_file(file, cache).policy("ReadS3").version == "v3"
    data_file(tmp_path, {"ReadS3": {**POLICY, "DefaultVersionId": "v4"}, "More": POLICY})
    assert ManagedPolicies.of_file(file, cache).policy("ReadS3").version == "v4"
    assert len(list(cache.iterdir())) == 1


@pytest.mark.parametrize("broken", [b"", b"{}\n", b"[1]\nx", b'{"format":1}\n', b"\xff\n", b"[" * 100_000])
def test_a_broken_cache_is_made_again(tmp_path: Path, broken: bytes) -> None:
    file, cache = data_file(tmp_path, {"ReadS3": POLICY}), tmp_path / "cache"
    ManagedPolicies.of_file(file, cache)
    (kept,) = cache.iterdir()
    whole = kept.read_bytes()
    kept.write_bytes(broken)
    assert ManagedPolicies.of_file(file, cache).names == ("ReadS3",)
    assert kept.read_bytes() == whole


def test_a_changed_document_in_the_cache_is_noticed(tmp_path: Path) -> None:
    file, cache = data_file(tmp_path, {"ReadS3": POLICY}), tmp_path / "cache"
    ManagedPolicies.of_file(file, cache)
    (kept,) = cache.iterdir()
    kept.write_bytes(kept.read_bytes().replace(b"s3:Get*", b"s3:Put*"))
    with pytest.raises(CatalogError):
        ManagedPolicies.of_file(file, cache).policy("ReadS3")


@pytest.mark.parametrize(
    "text",
    [
        "",
        "data = open('/etc/passwd').read()",
        "data = '[]'",
        "data = '{'",
        "data = '{\"A\": 1}'",
        "data = 1",
        "data = (",
        "import os",
    ],
)
def test_a_file_of_another_shape_is_refused_and_never_run(tmp_path: Path, text: str) -> None:
    file = tmp_path / "aws_managed_policies.py"
    file.write_text(text)
    with pytest.raises(CatalogError):
        ManagedPolicies.of_file(file, tmp_path / "cache")


def test_without_the_extra_a_clear_message(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("iamtutor.catalog.managed.find_spec", lambda name: None)
    with pytest.raises(CatalogError) as caught:
        ManagedPolicies.installed()
    assert caught.value.message == "catalog.no-managed"


def test_moto_is_read_and_not_imported(tmp_path: Path) -> None:
    pytest.importorskip("moto", reason="moto comes with the extra `managed`")
    code = (
        "import sys\nfrom pathlib import Path\nfrom iamtutor.catalog import ManagedPolicies\n"
        "managed = ManagedPolicies.installed(Path(sys.argv[1]))\n"
        "assert len(managed.names) > 1500\n"
        "assert managed.policy('AdministratorAccess').document['Statement']\n"
        "assert 'moto' not in sys.modules and 'boto3' not in sys.modules"
    )
    subprocess.run([sys.executable, "-c", code, str(tmp_path)], check=True, timeout=60)
