"""Mutations of Condition."""

from __future__ import annotations

import re
from collections.abc import Iterator

from tests.grading.documents import Clause, Json, clauses_of, replaced, several, with_added_clause, with_clause
from tests.grading.surroundings import Surroundings

_OPERATORS = {
    "StringEquals": ("StringLike", "StringNotEquals", "StringEqualsIgnoreCase", "ArnEquals"),
    "StringLike": ("StringEquals", "StringNotLike"),
    "StringNotEquals": ("StringEquals", "StringNotLike"),
    "StringNotLike": ("StringLike", "StringNotEquals"),
    "ArnLike": ("ArnEquals", "ArnNotLike", "StringEquals", "StringLike"),
    "ArnEquals": ("ArnLike", "ArnNotEquals", "StringEquals"),
    "Bool": ("StringEquals", "Null"),
    "Null": ("Bool",),
    "IpAddress": ("NotIpAddress",),
    "NotIpAddress": ("IpAddress",),
    "NumericLessThan": ("NumericLessThanEquals", "NumericGreaterThan"),
    "DateLessThan": ("DateGreaterThan",),
    "DateGreaterThan": ("DateLessThan",),
}
_NEAR_KEYS = {
    "aws:PrincipalTag/": ("aws:ResourceTag/", "aws:RequestTag/"),
    "aws:ResourceTag/": ("aws:PrincipalTag/", "aws:RequestTag/"),
    "aws:RequestTag/": ("aws:PrincipalTag/", "aws:ResourceTag/"),
    "aws:MultiFactorAuthPresent": ("aws:SecureTransport", "aws:ViaAWSService"),
    "iam:PermissionsBoundary": ("iam:PolicyARN", "aws:PrincipalArn"),
    "iam:PassedToService": ("aws:PrincipalServiceName", "iam:AWSServiceName"),
    "aws:SourceAccount": ("aws:PrincipalAccount", "aws:ResourceAccount"),
    "aws:PrincipalOrgID": ("aws:ResourceOrgID", "aws:PrincipalAccount"),
    "aws:SourceIp": ("aws:VpcSourceIp",),
    "aws:SourceVpce": ("aws:SourceVpc",),
    "s3:prefix": ("s3:delimiter",),
}
_ADDED = (
    Clause("Bool", "aws:MultiFactorAuthPresent", ["true"]),
    Clause("BoolIfExists", "aws:MultiFactorAuthPresent", ["true"]),
    Clause("IpAddress", "aws:SourceIp", ["203.0.113.0/24"]),
    Clause("StringEquals", "aws:PrincipalTag/team", ["red"]),
    Clause("Bool", "aws:SecureTransport", ["true"]),
    Clause("StringEquals", "s3:x-amz-server-side-encryption", ["aws:kms"]),
    Clause("StringLike", "s3:prefix", ["home/*"]),
)
_PREFIXES = ("ForAllValues:", "ForAnyValue:")
_NAMED_SERVICE = re.compile(r"^[a-z0-9-]+\.amazonaws\.com$")
_Found = Iterator[tuple[str, Json]]


def condition_mutations(statement: Json, around: Surroundings) -> _Found:
    """The statement with another Condition, each with what was done."""
    if len(statement.get("Condition", {})) > 1 or sum(1 for _ in clauses_of(statement)) > 1:
        yield "without Condition", {name: value for name, value in statement.items() if name != "Condition"}
    for clause in clauses_of(statement):
        shown = f"{clause.operator} {clause.key}"
        yield f"without {shown}", with_clause(statement, clause)
        for operator in _operators(clause.operator):
            yield f"{shown}: {operator}", with_clause(statement, clause, clause._replace(operator=operator))
        for key in _keys(clause.key):
            yield f"{shown}: {key}", with_clause(statement, clause, clause._replace(key=key))
        for what, values in _values(clause, around):
            yield f"{shown}: {what}", with_clause(statement, clause, clause._replace(values=values))
        yield (
            f"{shown} → Null",
            with_clause(statement, clause, Clause("Null", clause.key, ["false"])),
        )
    known = {(clause.operator, clause.key) for clause in clauses_of(statement)}
    for clause in _ADDED:
        if (clause.operator, clause.key) not in known:
            yield f"with {clause.operator} {clause.key}", with_added_clause(statement, clause)


def _operators(operator: str) -> Iterator[str]:
    """Other operators: of the family, with and without IfExists, with and without a set operator."""
    prefix = next((each for each in _PREFIXES if operator.startswith(each)), "")
    plain = operator.removeprefix(prefix)
    suffix = "IfExists" if plain.endswith("IfExists") else ""
    base = plain.removesuffix("IfExists")
    for other in _OPERATORS.get(base, ()):
        yield f"{prefix}{other}{'' if other == 'Null' else suffix}"
    if base != "Null":
        yield f"{prefix}{base}{'' if suffix else 'IfExists'}"
    yield from (f"{other}{plain}" for other in ("", *_PREFIXES) if other != prefix)


def _keys(key: str) -> Iterator[str]:
    for begin, others in _NEAR_KEYS.items():
        if key.lower().startswith(begin.lower()):
            yield from (f"{other}{key[len(begin) :] if other.endswith('/') else ''}" for other in others)


def _values(clause: Clause, around: Surroundings) -> Iterator[tuple[str, list[Json]]]:
    for index, value in enumerate(clause.values):
        if len(clause.values) > 1:
            yield f"without {value}", several(replaced(clause.values, index))
        for other in dict.fromkeys(_other_values(str(value), around)):
            if other != value:
                yield f"{value} → {other}", several(replaced(clause.values, index, other))
                yield f"and {other}", [*clause.values, other]


def _other_values(value: str, around: Surroundings) -> Iterator[str]:
    if value in ("true", "false"):
        yield "false" if value == "true" else "true"
        return
    yield from (f"{value}*", f"*{value.rpartition('/')[2]}", f"{value}x", value.upper(), "*")
    for names in (around.accounts, around.users, around.policies, around.buckets):
        for name in names:
            other = around.other(name, names)
            if name in value and other is not None:
                yield value.replace(name, other)
    if ":policy/" in value:
        yield value.replace(":policy/", ":policy/app/")
    if _NAMED_SERVICE.match(value):
        yield from ("ec2.amazonaws.com", "lambda.amazonaws.com", "*.amazonaws.com")
    if "${" in value:
        yield re.sub(r"\$\{[^}]*\}", "dev", value)
