"""How a decision grows with its policies: 1 to 1,000 statements, and every AWS managed policy at once."""

from __future__ import annotations

import importlib.util
import json
from pathlib import Path

from benchmarks.timing import per_call
from iamtutor.access import EffectivePolicies, NamedPolicy, Principal, Request, decide
from iamtutor.policy import read_value


def main() -> None:
    """Print microseconds a decision; the first decision on an action looks it up, later ones remember."""
    request = Request(
        Principal.parse("arn:aws:iam::111122223333:user/dev"), "s3:GetObject", "arn:aws:s3:::reports/q3.csv"
    )
    for size in (1, 10, 100, 1_000):
        listed = [{"Effect": "Allow", "Action": f"service{number}:Get*", "Resource": "*"} for number in range(size - 1)]
        listed.append({"Effect": "Allow", "Action": "s3:Get*", "Resource": "arn:aws:s3:::reports/*"})
        _print(f"{size} statements", request, [_policy("grown", {"Version": "2012-10-17", "Statement": listed})])
    managed = _managed_policies()
    if managed:
        _print(f"{len(managed)} AWS managed policies", request, managed)


def _print(name: str, request: Request, policies: list[NamedPolicy]) -> None:
    fresh = per_call(lambda: EffectivePolicies(identity=policies), calls=1)
    effective = EffectivePolicies(identity=policies)
    first = per_call(lambda: decide(request, effective), calls=1, rounds=1)
    later = per_call(lambda: decide(request, effective), calls=2_000)
    print(f"{name:28} index {fresh:9.1f} µs   first decision {first:8.1f} µs   later {later:6.2f} µs")


def _policy(name: str, value: object) -> NamedPolicy:
    document = read_value(value).document
    assert document is not None
    return NamedPolicy(name, document)


def _managed_policies() -> list[NamedPolicy]:
    """The AWS managed policies that moto carries, read without importing it; none where it is not installed."""
    found = importlib.util.find_spec("moto")
    if found is None or found.origin is None:
        print("without AWS managed policies: moto is not installed")
        return []
    source = Path(found.origin).with_name("iam") / "aws_managed_policies.py"
    text = source.read_text("utf-8").partition('"""')[2].rpartition('"""')[0]
    return [_policy(name, each["Document"]) for name, each in json.loads(text).items()]
