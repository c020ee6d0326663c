"""The catalogue: building and opening its index, expanding patterns, opening a service and an AWS managed policy.

Opening is set beside reading as much JSON as one large service holds, so that the machine's own speed can be told apart.
"""

from __future__ import annotations

import json
import tempfile
import tracemalloc
from functools import partial
from pathlib import Path

from benchmarks.timing import per_call
from iamtutor.catalog import Catalog, CatalogError, Service, Source
from iamtutor.catalog.index_file import build, parse

PATTERNS = ("s3:GetObject", "s3:Get*", "ec2:*", "ec2:*Tag*", "*:Get*", "*")


def main() -> None:
    """Print milliseconds of each step, and the sizes."""
    source = Source.installed()
    with tempfile.TemporaryDirectory() as folder:
        _index(source, Path(folder))
        _services(source, Path(folder))
        _managed(source, Path(folder))


def _index(source: Source, folder: Path) -> None:
    data = build(source)
    index = Catalog(source, folder).index
    print(f"{len(index):,} actions of {len(source.services)} services, {len(data) / 1024:,.0f} KiB")
    _line("build the index", per_call(lambda: build(source), calls=1, rounds=3))
    _line("open it from the cache", per_call(lambda: Catalog(source, folder).index, calls=10))
    large = json.dumps(source.actions("ec2")).encode()
    _line(f"for comparison: json.loads of {len(large) / 1024:,.0f} KiB", per_call(lambda: json.loads(large), calls=10))
    for written in PATTERNS:
        count = len(index.expand(written))
        _line(f"expand {written} ({count:,})", per_call(partial(index.expand, written), calls=20))
    tracemalloc.start()
    kept = parse(data, source.version)
    memory, _ = tracemalloc.get_traced_memory()
    tracemalloc.stop()
    print(f"{'memory of the open index':44} {memory / 1024:10,.0f} KiB ({len(kept):,} actions)")


def _services(source: Source, folder: Path) -> None:
    for prefix in ("sqs", "s3", "ec2"):
        _line(f"open {prefix}", per_call(partial(_open, source, folder, prefix), calls=3))


def _open(source: Source, folder: Path, prefix: str) -> Service:
    return Catalog(source, folder).service(prefix)


def _managed(source: Source, folder: Path) -> None:
    try:
        policies = Catalog(source, folder).managed
    except CatalogError:
        print("without AWS managed policies: the extra `managed` is not installed")
        return
    _line("take the managed policies over", per_call(lambda: Catalog(source).managed, calls=1, rounds=3))
    _line("open them from the cache", per_call(lambda: Catalog(source, folder).managed, calls=3))
    _line("one of them", per_call(lambda: policies.policy("ReadOnlyAccess"), calls=20))


def _line(what: str, microseconds: float) -> None:
    print(f"{what:44} {microseconds / 1000:10.3f} ms")
