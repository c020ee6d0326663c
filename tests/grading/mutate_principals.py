"""Mutations of Principal."""

from __future__ import annotations

from collections.abc import Iterator

from tests.grading.documents import OPPOSITE, Json, principals_of, renamed, with_principals
from tests.grading.surroundings import STRANGE_ACCOUNT, Surroundings

_Found = Iterator[tuple[str, Json]]


def principal_mutations(statement: Json, element: str, around: Surroundings) -> _Found:
    """The statement with other principals, each with what was done."""
    yield "Principal *", {**statement, element: "*"}
    yield 'Principal {"AWS": "*"}', {**statement, element: {"AWS": "*"}}
    yield f"{element} → {OPPOSITE[element]}", renamed(statement, element, OPPOSITE[element])
    for kind, names in principals_of(statement, element):
        for index, name in enumerate(names):
            rest = [*names[:index], *names[index + 1 :]]
            if rest:
                yield f"without {name}", with_principals(statement, element, kind, rest)
            for other in dict.fromkeys(_others(kind, str(name), around)):
                if other != name:
                    changed = [*names[:index], other, *names[index + 1 :]]
                    yield f"{name} → {other}", with_principals(statement, element, kind, changed)
        for other in _beside(kind, around):
            if other not in names:
                yield f"and {other}", with_principals(statement, element, kind, [*names, other])
        if kind == "AWS":
            both = {**statement[element], "Service": "ec2.amazonaws.com"}
            yield "and the service ec2.amazonaws.com", {**statement, element: both}


def _others(kind: str, name: str, around: Surroundings) -> Iterator[str]:
    if kind == "Service":
        yield from ("lambda.amazonaws.com", "ec2.amazonaws.com", "s3.amazonaws.com")
        return
    account = name.split(":")[4] if name.startswith("arn:") else name
    yield f"arn:aws:iam::{account}:root"
    yield account
    for other in (*around.accounts, STRANGE_ACCOUNT):
        if other != account:
            yield name.replace(account, other)
            yield f"arn:aws:iam::{other}:root"
    yield from around.user_arns
    if ":user/" in name:
        yield name.replace(":user/", ":role/")
        yield f"{name}2"
        yield f"arn:aws:iam::{account}:user/*"


def _beside(kind: str, around: Surroundings) -> Iterator[str]:
    if kind == "AWS":
        yield from around.user_arns
        yield from (f"arn:aws:iam::{account}:root" for account in (*around.accounts, STRANGE_ACCOUNT))
        yield f"arn:aws:iam::{STRANGE_ACCOUNT}:user/stranger"
        yield "*"
    elif kind == "Service":
        yield from ("lambda.amazonaws.com", "ec2.amazonaws.com")
