"""A decision from its written trace alone: what `iamtutor decide --explain` prints, and nothing of the evaluator.

The steps are those of the evaluation logic, from the matches of single statements upwards.
"""

from __future__ import annotations

from typing import Any, NamedTuple

Json = Any
ORDER = ("rcp", "scp", "endpoint", "resource", "identity", "boundary", "session")


class Replayed(NamedTuple):
    """What the trace says was decided, by which layer, on which statements, and what else blocked."""

    decision: str
    layer: str
    statements: list[tuple[str, str, int]]
    blocked_by: list[str]


def replay(trace: Json) -> Replayed:
    """The decision that follows from a written trace."""
    if trace["by_service"]:
        return Replayed("Allowed" if trace["refusal"] is None else "ImplicitlyDenied", "service", [], [])
    layers = {layer["layer"]: layer for layer in trace["layers"]}
    denies = [ref for name in ORDER if _counts_denies(layers[name]) for ref in _matched(layers[name], "Deny")]
    if denies:
        named = list(dict.fromkeys(layer for layer, _, _ in denies))
        return Replayed("ExplicitlyDenied", named[0], denies, named[1:])
    blocked = [name for name in ("scp", "endpoint") if _is_closed(layers[name])]
    if trace["refusal"] is not None:
        blocked.append("service")
    failures = []
    for grant in trace["composition"]["grants"]:
        grounds: list[tuple[str, str, int]] = []
        lacking = {grant["impossible"]} if grant["impossible"] else set()
        for need in grant["needs"]:
            layer = layers[need["layer"]]
            allows = [] if layer["answer"] == "exempt" else _matched(layer, "Allow", need["namings"])
            if not allows and not (need["limits"] and layer["answer"] == "absent"):
                lacking.add(need["layer"])
            if allows and not need["limits"]:
                grounds.append(allows[0])
        if not lacking and not blocked:
            return Replayed("Allowed", grant["layer"], grounds, [])
        failures.append([name for name in ORDER if name in lacking])
    if all(failures):
        blocked += min(failures, key=len)
    return Replayed("ImplicitlyDenied", blocked[0], [], blocked[1:])


def _counts_denies(layer: Json) -> bool:
    return layer["answer"] not in ("absent", "exempt") and layer["exempt"] is None


def _is_closed(layer: Json) -> bool:
    if layer["answer"] in ("absent", "exempt"):
        return False
    if layer["closed_level"] is not None:
        return True
    return not _matched(layer, "Allow")


def _matched(layer: Json, effect: str, namings: list[str] | None = None) -> list[tuple[str, str, int]]:
    return [
        (layer["layer"], policy["name"], statement["index"])
        for policy in layer["policies"]
        for statement in policy["statements"]
        if statement["effect"] == effect
        and statement["match"]["matched"]
        and (namings is None or set(namings) & set(statement["match"]["namings"]))
    ]
