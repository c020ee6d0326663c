"""Decisions a second, without and with trace, and against the peer's authorize() where it is installed.

Both sides have request and policies built beforehand. The first case is a simple identity request; the others are the
mixed cases of the differential tests.
"""

from __future__ import annotations

import json
import subprocess
import tempfile
import tracemalloc
from itertools import cycle
from pathlib import Path
from typing import Any

from benchmarks.timing import ROUNDS, per_call
from iamtutor.access import EffectivePolicies, Request, decide
from iamtutor.access.wire import read_case
from tests.differential import peer
from tests.differential.generate import case

Json = Any
MIXED, CALLS, SEED = 2_000, 20_000, 1
SIMPLE: Json = {
    "request": {
        "principal": "arn:aws:iam::111122223333:user/dev",
        "action": "s3:GetObject",
        "resource": "arn:aws:s3:::reports/q3.csv",
        "resource_account": "111122223333",
        "context": {"aws:SourceIp": "203.0.113.7"},
    },
    "policies": {
        "identity": [
            {
                "name": "ReadReports",
                "document": {
                    "Version": "2012-10-17",
                    "Statement": [
                        {"Effect": "Allow", "Action": "s3:GetObject", "Resource": "arn:aws:s3:::reports/*"},
                    ],
                },
            }
        ]
    },
}

Built = tuple[Request, EffectivePolicies]


def main() -> None:
    """Print microseconds a decision, decisions a second, memory, and the ratios to the peer."""
    mixed = [case(number, SEED) for number in range(MIXED)]
    simple = read_case(SIMPLE)
    built = [read_case(each) for each in mixed]
    ours = {
        "simple": _figure([simple], trace=False),
        "simple with trace": _figure([simple], trace=True),
        "mixed": _figure(built, trace=False),
        "mixed with trace": _figure(built, trace=True),
    }
    theirs = _peer([SIMPLE, *mixed])
    for name, figure in ours.items():
        line = f"{name:18} {figure:7.2f} µs {1e6 / figure:10,.0f} a second"
        if theirs is not None:
            other = theirs[name.split()[0]]
            line += f"   peer {other:7.2f} µs   ratio {figure / other:.2f}"
        print(line)
    print(f"memory of a compiled policy with one statement: {_memory():,.0f} bytes (document and index included)")


def _figure(cases: list[Built], *, trace: bool) -> float:
    following = cycle(cases)

    def plainly() -> None:
        request, policies = next(following)
        decide(request, policies)

    def traced() -> None:
        request, policies = next(following)
        _ = decide(request, policies).trace

    return per_call(traced if trace else plainly, calls=CALLS)


def _peer(cases: list[Json]) -> dict[str, float] | None:
    missing = peer.why_missing()
    if missing is not None:
        print(f"without the peer: {missing}")
        return None
    with tempfile.TemporaryDirectory() as folder:
        file = Path(folder, "cases.jsonl")
        file.write_text("".join(json.dumps(each) + "\n" for each in cases), "utf-8")
        script = Path(__file__).with_name("peer_timing.mjs")
        run = subprocess.run(
            ["node", str(script), str(peer.HERE / "node_modules"), str(file), str(ROUNDS), str(CALLS)],
            capture_output=True,
            text=True,
            check=True,
        )
    found: dict[str, float] = json.loads(run.stdout)
    return found


def _memory() -> float:
    many = 500
    tracemalloc.start()
    before, _ = tracemalloc.get_traced_memory()
    kept = []
    for number in range(many):
        each = json.loads(json.dumps(SIMPLE).replace("ReadReports", f"ReadReports{number}"))
        kept.append(read_case(each)[1])
    after, _ = tracemalloc.get_traced_memory()
    tracemalloc.stop()
    return (after - before) / len(kept)
