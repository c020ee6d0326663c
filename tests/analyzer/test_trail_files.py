"""The files of a trail: folders, gzip, streams."""

from __future__ import annotations

import gzip
import tracemalloc
from pathlib import Path

import pytest

from iamtutor.analyzer import trail_files
from iamtutor.analyzer.generation.trail_files import TrailError, TrailFile, chunks
from tests.analyzer.trails import trail_file


def content(file: TrailFile) -> bytes:
    return b"".join(chunks(file, lambda _size: None))


def test_a_folder_gives_its_log_files_and_no_digests(tmp_path: Path) -> None:
    for name in ("b/2.json.gz", "a/1.json", "CloudTrail-Digest/x.json.gz", "a/readme.txt"):
        file = tmp_path / name
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_bytes(b"{}")
    assert [Path(file.name).relative_to(tmp_path).as_posix() for file in trail_files([tmp_path])] == [
        "a/1.json",
        "b/2.json.gz",
    ]


def test_gzip_is_known_by_its_first_bytes_and_may_have_several_members() -> None:
    packed = gzip.compress(b'{"a": 1}') + gzip.compress(b'{"b": 2}')
    assert content(trail_file(packed)) == b'{"a": 1}{"b": 2}'
    assert content(trail_file(b"")) == b""


@pytest.mark.parametrize("keep", [5, 20, -3])
def test_a_gzip_file_that_is_cut_or_damaged_is_told(keep: int) -> None:
    with pytest.raises(TrailError) as caught:
        content(trail_file(gzip.compress(bytes(range(256)) * 40)[:keep]))
    assert caught.value.code == "generation.cut-gzip"
    with pytest.raises(TrailError) as caught:
        content(trail_file(b"\x1f\x8bnothing of the kind"))
    assert caught.value.code == "generation.bad-gzip"


def test_bytes_are_told_as_they_lie_in_the_file() -> None:
    sizes: list[int] = []
    packed = gzip.compress(b"x" * 3_000_000)
    list(chunks(trail_file(packed), sizes.append))
    assert sum(sizes) == len(packed)


def test_what_grows_without_end_when_it_is_unpacked_stays_small() -> None:
    packed = gzip.compress(b"\0" * 100_000_000)
    tracemalloc.start()
    assert sum(map(len, chunks(trail_file(packed), lambda _size: None))) == 100_000_000
    assert tracemalloc.get_traced_memory()[1] < 5_000_000
    tracemalloc.stop()


def test_a_file_that_cannot_be_opened_is_told(tmp_path: Path) -> None:
    gone = TrailFile("gone", 1, lambda: (tmp_path / "gone").open("rb"))
    with pytest.raises(TrailError) as caught:
        content(gone)
    assert caught.value.code == "generation.unreadable"
