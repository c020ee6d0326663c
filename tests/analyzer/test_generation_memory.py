"""The memory of a generation does not grow with its trail."""

from __future__ import annotations

import io
import json
import tracemalloc
from collections.abc import Iterator
from contextlib import nullcontext

from iamtutor.analyzer import Options, Scope, TrailFile, generate
from tests.analyzer.trails import ROLE, catalog, record
from tests.conftest import EVERYTHING


class Endless(io.RawIOBase):
    """One document with so many records, made while it is read."""

    def __init__(self, count: int) -> None:
        self.pieces = self.made(count)
        self.rest = b""

    def made(self, count: int) -> Iterator[bytes]:
        yield b'{"Records": ['
        for number in range(count):
            parameters = {"bucketName": f"bucket-{number % 7}", "key": f"{number % 90}/{number}.csv"}
            value = record("s3", "GetObject", parameters, sourceIPAddress=f"10.0.{number % 250}.{number % 240}")
            yield (b"," if number else b"") + json.dumps(value).encode()
        yield b"]}"

    def read(self, size: int = -1) -> bytes:
        while len(self.rest) < size and (piece := next(self.pieces, b"")):
            self.rest += piece
        data, self.rest = self.rest[:size], self.rest[size:]
        return data


def peak(count: int) -> int:
    source: io.RawIOBase = Endless(count)
    file = TrailFile("endless", None, lambda: nullcontext(source))  # type: ignore[arg-type]
    tracemalloc.start()
    try:
        found = generate([file], Scope.parse(ROLE), catalog(), Options(conditions=True))
        assert found.counts.done == count
        assert found.proof is not None
        assert found.proof.holds
        return tracemalloc.get_traced_memory()[1]
    finally:
        tracemalloc.stop()


def test_many_times_the_records_take_no_more_memory() -> None:
    few, many = (4_000, 20_000) if EVERYTHING else (2_000, 6_000)
    peak(500)  # the catalogue and the evaluator's caches are filled
    small = peak(few)
    assert peak(many) < 1.3 * small
