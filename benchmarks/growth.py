"""How a decision grows with its policies: 1 to 1,000 statements, and every AWS managed policy at once."""

from __future__ import annotations

from benchmarks.timing import per_call
from iamtutor.access import EffectivePolicies, NamedPolicy, Principal, Request, decide
from iamtutor.catalog import CatalogError, ManagedPolicies
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
    """The AWS managed policies; none where the extra `managed` is not installed."""
    try:
        managed = ManagedPolicies.installed()
    except CatalogError:
        print("without AWS managed policies: moto is not installed")
        return []
    return [_policy(name, managed.policy(name).document) for name in managed.names]
