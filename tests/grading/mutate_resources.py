"""Mutations of Resource and NotResource."""

from __future__ import annotations

import re
from collections.abc import Iterator

from tests.grading.documents import Json, replaced, several
from tests.grading.surroundings import STRANGE_ACCOUNT, Surroundings

_S3 = "arn:aws:s3:::"
_ACCOUNT = re.compile(r"(?<=:)\d{12}(?=:)")
_Found = Iterator[tuple[str, Json]]


def resource_mutations(value: Json, around: Surroundings) -> _Found:
    """Other values of a Resource element, each with what was done."""
    resources = [str(each) for each in several(value)]
    if resources != ["*"]:
        yield "*", "*"
    for index, resource in enumerate(resources):
        if len(resources) > 1:
            yield f"without {resource}", replaced(resources, index)
        for other in dict.fromkeys(_others(resource, around)):
            if other != resource:
                yield f"{resource} → {other}", replaced(resources, index, other)
        for other in dict.fromkeys(_beside(resource, around)):
            if other not in resources:
                yield f"and {other}", [*resources, other]


def _others(resource: str, around: Surroundings) -> Iterator[str]:
    yield from _of_buckets(resource)
    yield from _of_paths(resource)
    yield from _of_accounts(resource, around)
    yield from _of_names(resource, around)
    yield from _of_anything(resource, around)


def _of_buckets(resource: str) -> Iterator[str]:
    """The bucket for its objects, the objects for their bucket; wider and narrower patterns of keys."""
    if not resource.startswith(_S3):
        return
    bucket, slash, key = resource[len(_S3) :].partition("/")
    if not slash:
        yield from (f"{_S3}{bucket}/*", f"{_S3}{bucket}*", f"{_S3}{bucket}/", f"{_S3}{bucket}-*", f"{_S3}*")
        return
    yield from (f"{_S3}{bucket}", f"{_S3}{bucket}*", f"{_S3}*/{key}", f"{_S3}*", f"{_S3}{bucket}/?*")
    if key != "*":
        yield f"{_S3}{bucket}/*"
        yield f"{_S3}{bucket}/*/{key}"


def _of_paths(resource: str) -> Iterator[str]:
    """A folder without its slash, one file of it, a folder below it, one level of it."""
    if resource.endswith("/*"):
        stem = resource[:-2]
        yield from (f"{stem}*", stem, f"{stem}/", f"{stem}/x", f"{stem}/x/*", f"{stem}/*.csv", f"{stem}/?")
    elif resource != "*" and "*" not in resource:
        yield from (f"{resource}*", f"{resource}/*", f"{resource[:-1]}?", f"{resource[:-1]}*")
    if resource.lower() != resource:
        yield resource.lower()
    last = resource.rpartition("/")[2]
    if last and "*" not in last and "/" in resource:
        yield f"{resource.removesuffix(last)}*"


def _of_accounts(resource: str, around: Surroundings) -> Iterator[str]:
    found = _ACCOUNT.search(resource)
    if found is None:
        return
    for account in (around.other(found[0], around.accounts) or STRANGE_ACCOUNT, STRANGE_ACCOUNT, "*", ""):
        yield f"{resource[: found.start()]}{account}{resource[found.end() :]}"


def _of_names(resource: str, around: Surroundings) -> Iterator[str]:
    """Another user, role, bucket or policy; a variable for a user's name, and a name for the variable."""
    for names in (around.users, around.roles, around.buckets, around.policies):
        for name in names:
            other = around.other(name, names)
            for found in re.finditer(rf"(?<=[/:]){re.escape(name)}(?=/|$)", resource):
                start, end = resource[: found.start()], resource[found.end() :]
                if other is not None:
                    yield f"{start}{other}{end}"
                if names is around.users:
                    yield f"{start}${{aws:username}}{end}"
                yield f"{start}*{end}"
    if "${aws:username}" in resource:
        yield from (resource.replace("${aws:username}", name) for name in (*around.users[:2], "*"))


def _of_anything(resource: str, around: Surroundings) -> Iterator[str]:
    if resource == "*":
        for bucket in around.buckets[:1]:
            yield from (f"{_S3}{bucket}", f"{_S3}{bucket}/*")
        yield f"arn:aws:iam::{around.accounts[0]}:*"
        yield "arn:aws:*:ap-northeast-2:*:*"


def _beside(resource: str, around: Surroundings) -> Iterator[str]:
    """What stands easily beside it: the bucket of the objects, the objects of the bucket, another bucket."""
    if resource.startswith(_S3):
        bucket, slash, _ = resource[len(_S3) :].partition("/")
        yield f"{_S3}{bucket}" if slash else f"{_S3}{bucket}/*"
        other = around.other(bucket, around.buckets)
        if other is not None:
            yield f"{_S3}{other}{'/*' if slash else ''}"
        yield f"{_S3}{bucket}-old{'/*' if slash else ''}"
    elif resource != "*":
        yield f"{resource.rpartition('/')[0]}/*"
