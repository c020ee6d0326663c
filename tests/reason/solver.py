"""The same question put to z3: an encoding of policies that shares nothing with the engine, nor with the evaluator.

Written from AWS's pages on operators and on multivalued keys, over the parsed JSON. It knows identity policies, one
action, the resource as a text, single-valued keys and sets of at most three elements.

https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_condition_operators.html
https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_condition-logic-multiple-context-keys-or-values.html
"""

from __future__ import annotations

from ipaddress import IPv4Network, ip_network
from typing import Any

import z3

Json = Any
SIZE = 3
SETS = ("aws:TagKeys",)
NUMBERS = ("s3:max-keys",)
ADDRESSES = ("aws:SourceIp",)


def listed(value: Json) -> list[Json]:
    return value if isinstance(value, list) else [value]


def pattern(text: str, wild: z3.ReRef) -> z3.ReRef:
    """A pattern as a regular expression; `wild` is what one character can be."""
    parts: list[z3.ReRef] = []
    for char in text:
        parts.append(z3.Star(wild) if char == "*" else wild if char == "?" else z3.Re(z3.StringVal(char)))
    return z3.Concat(*parts) if len(parts) > 1 else parts[0] if parts else z3.Re(z3.StringVal(""))


def anything() -> z3.ReRef:
    return z3.AllChar(z3.ReSort(z3.StringSort()))


def caseless(text: str) -> z3.ReRef:
    parts = [z3.Union(z3.Re(z3.StringVal(c.lower())), z3.Re(z3.StringVal(c.upper()))) for c in text]
    return z3.Concat(*parts) if len(parts) > 1 else parts[0] if parts else z3.Re(z3.StringVal(""))


class Encoding:
    """The variables of one request, and what policies say of them."""

    def __init__(self) -> None:
        self.resource = z3.String("resource")
        self.there: dict[str, Any] = {}
        self.single: dict[str, Any] = {}
        self.element: dict[str, list[Any]] = {}
        self.used: dict[str, list[Any]] = {}
        self.facts: list[Any] = []

    def key(self, key: str) -> Any:
        if key in self.there:
            return self.there[key]
        self.there[key] = there = z3.Bool(f"there {key}")
        if key in SETS:
            self.element[key] = [z3.String(f"{key} {number}") for number in range(SIZE)]
            self.used[key] = [z3.Bool(f"uses {key} {number}") for number in range(SIZE)]
            # A list that is there holds something, and no empty text.
            self.facts += [there == z3.Or(*self.used[key]), *(each != z3.StringVal("") for each in self.element[key])]
        elif key in NUMBERS:
            self.single[key] = z3.Int(f"value {key}")
            self.facts.append(self.single[key] >= 0)
        elif key in ADDRESSES:
            self.single[key] = z3.Int(f"value {key}")
            # -1 is an address of the other family, which is in none of these ranges.
            self.facts += [self.single[key] >= -1, self.single[key] < 2**32]
        else:
            self.single[key] = z3.String(f"value {key}")
        return there

    def allowed(self, statements: list[Json], action: str) -> Any:
        allows, denies = [], []
        for statement in statements:
            if self.speaks(statement, action):
                (allows if statement["Effect"] == "Allow" else denies).append(self.matches(statement))
        return z3.And(z3.Or(*allows) if allows else z3.BoolVal(False), z3.Not(z3.Or(*denies)) if denies else True)

    @staticmethod
    def speaks(statement: Json, action: str) -> bool:
        """The fragment names actions in full."""
        if "NotAction" in statement:
            return action not in listed(statement["NotAction"])
        return action in listed(statement["Action"])

    def matches(self, statement: Json) -> Any:
        negated = "NotResource" in statement
        texts = listed(statement["NotResource" if negated else "Resource"])
        some = z3.Or(*(z3.InRe(self.resource, pattern(text, anything())) for text in texts))
        parts = [z3.Not(some) if negated else some]
        for operator, keys in statement.get("Condition", {}).items():
            parts += [self.condition(operator, key, listed(values)) for key, values in keys.items()]
        return z3.And(*parts)

    def condition(self, operator: str, key: str, values: list[str]) -> Any:
        there = self.key(key)
        if operator == "Null":
            return z3.Or(*(z3.Not(there) if value == "true" else there for value in values))
        qualifier, _, base = operator.rpartition(":")
        lax = base.endswith("IfExists")
        base = base.removesuffix("IfExists")
        negated = "Not" in base
        if qualifier:
            # A key with one value is a set of one; an empty text is an empty set.
            if key in SETS:
                elements = list(zip(self.used[key], self.element[key], strict=True))
            else:
                filled = self.single[key] != z3.StringVal("") if key not in (*NUMBERS, *ADDRESSES) else z3.BoolVal(True)
                elements = [(z3.And(there, filled), self.single[key])]
            met = [self.one(base, negated, each, values) for _, each in elements]
            if qualifier == "ForAllValues":
                return z3.Or(
                    z3.Not(there),
                    z3.And(*(z3.Implies(used, each) for (used, _), each in zip(elements, met, strict=True))),
                )
            return z3.And(there, z3.Or(*(z3.And(used, each) for (used, _), each in zip(elements, met, strict=True))))
        if key in SETS:  # AWS requires a set operator: no list meets this one
            return z3.And(z3.Not(there), z3.BoolVal(lax or negated))
        holds = self.one(base, negated, self.single[key], values)
        return z3.Or(z3.Not(there), holds) if lax or negated else z3.And(there, holds)

    def one(self, base: str, negated: bool, value: Any, values: list[str]) -> Any:
        some = z3.Or(*(self.equal(base.replace("Not", ""), value, each) for each in values))
        return z3.Not(some) if negated else some

    @staticmethod
    def equal(base: str, value: Any, text: str) -> Any:
        match base:
            case "StringEquals":
                return value == z3.StringVal(text)
            case "StringEqualsIgnoreCase":
                return z3.InRe(value, caseless(text))
            case "StringLike":
                return z3.InRe(value, pattern(text, anything()))
            case "IpAddress":
                network = ip_network(text)
                assert isinstance(network, IPv4Network)
                return z3.And(value >= int(network.network_address), value <= int(network.broadcast_address))
            case "NumericEquals":
                return value == int(text)
            case "NumericLessThan":
                return value < int(text)
            case "NumericLessThanEquals":
                return value <= int(text)
            case "NumericGreaterThan":
                return value > int(text)
            case "NumericGreaterThanEquals":
                return value >= int(text)
        raise AssertionError(base)


def only_in_first(first: list[Json], second: list[Json], actions: list[str], milliseconds: int) -> bool | None:
    """Whether some request is allowed by the first and not by the second; None where z3 finds no end in time."""
    open_ = False
    for action in actions:
        encoding = Encoding()
        question = z3.And(encoding.allowed(first, action), z3.Not(encoding.allowed(second, action)))
        solver = z3.Solver()
        solver.set("timeout", milliseconds)
        solver.add(question, *encoding.facts)
        answer = solver.check()
        if answer == z3.sat:
            return True
        open_ = open_ or answer == z3.unknown
    return None if open_ else False
