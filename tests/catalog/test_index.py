"""The index: what a pattern matches, and how it is kept."""

from __future__ import annotations

import json
import multiprocessing
from array import array
from pathlib import Path
from random import Random

import pytest
from hypothesis import given
from hypothesis import strategies as st

from iamtutor.catalog import ActionIndex, Catalog, Source
from iamtutor.catalog.index_file import build, parse
from iamtutor.policy.pattern import pattern

PATTERNS = (
    "*",
    "**",
    "?",
    "s3:*",
    "S3:*",
    "s3:Get*",
    "s3:GetObject",
    "s3:getobject*",
    "s3:*Object",
    "s3:*Tag*",
    "s3:Get?bject",
    "s3:?etObject",
    "*:GetObject",
    "*:*",
    "ec2:*",
    "e?2:Run*",
    "s3*:Get*",
    "*Get*",
    "*s3:GetObject",
    "s3:",
    "s3",
    "",
    "a",
    "iam:*Role*Policy*",
    "s3:GetObject?",
    "s3:GetObject??????????",
    "nope:*",
    "s3:Gét*",
    "\u212ams:*",
    "zzz*",
)


def naive(names: list[str], written: str) -> list[str]:
    """Every action, one by one: the pattern of its own small letters against the action's."""
    matches = pattern(written.lower())
    return [name for name in names if matches(name.lower())] if written.isascii() else []


@pytest.fixture(scope="module")
def names(catalog: Catalog) -> list[str]:
    return list(catalog.index.names)


def test_numbers_run_in_the_order_of_the_names(names: list[str], catalog: Catalog) -> None:
    assert [name.lower() for name in names] == sorted(name.lower() for name in names)
    assert len({name.lower() for name in names}) == len(names)
    assert all(catalog.index.number(name) == at for at, name in enumerate(names))


@pytest.mark.parametrize("written", PATTERNS, ids=ascii)
def test_a_pattern_matches_what_matching_each_action_finds(catalog: Catalog, names: list[str], written: str) -> None:
    assert list(catalog.expand(written)) == naive(names, written)


def test_patterns_made_of_real_names(catalog: Catalog, names: list[str], random_seed: int) -> None:
    random = Random(random_seed)
    for _ in range(60):
        letters = list(random.choice(names))
        for at in random.sample(range(len(letters)), random.randrange(1, 4)):
            letters[at] = random.choice(("*", "?", letters[at].swapcase(), ""))
        written = "".join(letters)
        assert list(catalog.expand(written)) == naive(names, written), written


FEW = sorted(["a:A", "a:Get", "s3:Get", "s3:GetO", "s3:O", "S:ee", "as:t", "s33:Get", "ses:GetO"], key=str.lower)
SMALL = ActionIndex("0", FEW, bytes(len(FEW)), array("I", [0] * (len(FEW) + 1)), array("H"), (), {})


@given(st.text(alphabet="aAsS3*?:GetO", max_size=8))
def test_any_pattern(written: str) -> None:
    assert [FEW[number] for number in SMALL.expand(written)] == naive(FEW, written)


@pytest.mark.parametrize(
    ("written", "most"), [("s3:Get*", 0), ("s3:Get*Tag*", 200), ("nope:*", 0), ("s3:GetObject", 5)]
)
def test_only_the_actions_that_begin_alike_are_looked_at(
    catalog: Catalog, written: str, most: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    looked: list[str] = []

    def counted(text: str) -> object:
        matches = pattern(text)
        return lambda name: looked.append(name) or matches(name)

    monkeypatch.setattr("iamtutor.catalog.index.pattern", counted)
    catalog.expand(written)
    assert len(looked) <= most


def test_opening_reads_two_files_and_no_service(tmp_path: Path) -> None:
    folder = Source.installed()._folder
    len(Catalog(Source(folder), tmp_path).index)
    read: list[str] = []

    def counted(path: Path) -> bytes:
        read.append(path.name)
        return path.read_bytes()

    catalog = Catalog(Source(folder, counted), tmp_path)
    assert catalog.expand("s3:GetObject") == ("s3:GetObject",)
    assert read == ["metadata.json"]


def test_what_is_kept_is_small_and_the_same_each_time() -> None:
    source = Source.installed()
    data = build(source)
    assert data == build(source)
    assert len(data) < 1_000_000


def damaged(data: bytes) -> dict[str, bytes]:
    header = json.loads(data.partition(b"\n")[0])
    body = data.partition(b"\n")[2]

    def with_header(**changes: object) -> bytes:
        return json.dumps({**header, **changes}).encode() + b"\n" + body

    return {
        "empty": b"",
        "cut short": data[: len(data) // 2],
        "cut in its header": data[:20],
        "longer": data + b"x",
        "one bit": data[:-100] + bytes([data[-100] ^ 1]) + data[-99:],
        "another format": with_header(format=99),
        "another version": with_header(version="0.0.1"),
        "no JSON": b"\x80\x04nonsense\n" + body,
        "a list": b"[]\n" + body,
        "too deep": b"[" * 100_000 + b"\n" + body,
        "no sizes": with_header(sizes=[]),
        "sizes that are none": with_header(sizes=["a", None]),
        "too few types": with_header(types=[]),
        "homes that are none": with_header(key_homes=[1]),
    }


@pytest.fixture(scope="module")
def sound(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return kept(tmp_path_factory.mktemp("sound"))


@pytest.mark.parametrize("how", sorted(damaged(b"{}\n" + bytes(200))))
def test_a_broken_file_is_made_again(tmp_path: Path, sound: Path, how: str) -> None:
    source = Source.installed()
    data = sound.read_bytes()
    broken = damaged(data)[how]
    with pytest.raises(ValueError, match=r"."):
        parse(broken, source.version)
    file = tmp_path / sound.name
    file.write_bytes(broken)
    assert Catalog(source, tmp_path).expand("s3:GetObject") == ("s3:GetObject",)
    assert file.read_bytes() == data


def kept(folder: Path) -> Path:
    """Where the index lies in a cache."""
    len(Catalog(Source.installed(), folder).index)
    (file,) = folder.glob("actions-*")
    return file


def test_the_file_is_named_after_the_version_and_nothing_else_is_left(tmp_path: Path) -> None:
    file = kept(tmp_path / "made" / "for it")
    assert Source.installed().version in file.name
    assert list(file.parent.iterdir()) == [file]


def test_a_cache_that_cannot_be_written_costs_nothing_but_time(tmp_path: Path) -> None:
    obstacle = tmp_path / "file"
    obstacle.write_text("not a folder")
    assert Catalog(Source.installed(), obstacle / "cache").expand("s3:GetObject") == ("s3:GetObject",)
    assert obstacle.read_text() == "not a folder"


def test_a_folder_in_the_place_of_the_file(tmp_path: Path) -> None:
    file = kept(tmp_path)
    file.unlink()
    file.mkdir()
    assert Catalog(Source.installed(), tmp_path).expand("s3:GetObject") == ("s3:GetObject",)
    assert [each.name for each in tmp_path.iterdir()] == [file.name]


def test_a_folder_without_permission(tmp_path: Path) -> None:
    tmp_path.chmod(0o500)
    try:
        assert Catalog(Source.installed(), tmp_path).expand("s3:GetObject") == ("s3:GetObject",)
    finally:
        tmp_path.chmod(0o700)


def open_it(folder: str) -> int:
    return len(Catalog(Source.installed(), Path(folder)).index)


def test_many_builders_at_once(tmp_path: Path) -> None:
    with multiprocessing.get_context("spawn").Pool(4) as pool:
        sizes = pool.map(open_it, [str(tmp_path)] * 8)
    assert len(set(sizes)) == 1
    (file,) = tmp_path.iterdir()
    assert file.read_bytes() == build(Source.installed())
