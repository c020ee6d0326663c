"""The resources of a universe: what the world has, what patterns can mean, and names that nearly are those."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from functools import lru_cache

from iamtutor.cloud import EntityKind, World
from tests.grading.surroundings import STRANGE_ACCOUNT
from tests.grading.vocabulary import Vocabulary

_S3 = "arn:aws:s3:::"
_FILLINGS = ("x", "folder/x.csv", "")
_PLACEHOLDER = re.compile(r"\$\{([^}]*)\}")
_VARIABLE = re.compile(r"\$\{[^}]*\}")
_ACCOUNT = re.compile(r"(?<=:)\d{12}(?=:)")
_REGION = re.compile(r"(?<=:)[a-z]{2}-[a-z]+-\d(?=:)")
_SHAPES = {
    "Partition": "aws",
    "Region": "[a-z0-9-]+",
    "Account": r"\d{12}",
    "BucketName": r"[a-z0-9.-]+",
    "ObjectName": r".+",
}
_EXAMPLES = {"Partition": "aws", "Region": "ap-northeast-2", "BucketName": "some-bucket", "ObjectName": "some.txt"}


def world_arns(world: World) -> Iterator[str]:
    """Everything in the world that has an ARN."""
    for account in world.accounts.values():
        for kind in EntityKind:
            yield from (entity.arn for entity in account.entities(kind).values())
        for bucket in account.buckets.values():
            yield from (f"{bucket.arn}/{key}" for key in (*bucket.objects, "file.csv"))
        yield from (policy.arn for policy in account.policies.values() if policy.arn is not None)


def resources_for(vocabulary: Vocabulary, world: World, asked: Iterable[str]) -> tuple[str, ...]:
    """All ARNs that come into question, of whatever type."""
    names = [name for account in world.accounts.values() for name in account.users]
    buckets = [name for account in world.accounts.values() for name in account.buckets]
    known = dict.fromkeys((*asked, *world_arns(world)))
    found: dict[str, None] = dict(known)
    for pattern in sorted(vocabulary.resources):
        found.update(dict.fromkeys(_meant_by(pattern, names)))
        found.update(dict.fromkeys(_in_the_world(pattern, world.directory.accounts_by_id, buckets)))
    for arn in known:
        found.update(dict.fromkeys(_near(arn, world)))
    return tuple(found)


def _meant_by(pattern: str, names: list[str]) -> Iterator[str]:
    """ARNs that a pattern matches, and some that it just does not."""
    if pattern == "*":
        return
    for written in [_VARIABLE.sub(name, pattern) for name in names] if "${" in pattern else [pattern]:
        for filling in _FILLINGS:
            yield written.replace("?", "y").replace("*", filling)
        if written.endswith("*"):
            stem = written[:-1]
            yield from (f"{stem.rstrip('/')}-templates/x", stem.rstrip("/"), f"{stem}x/y/z.csv")


def _in_the_world(pattern: str, accounts: Iterable[str], buckets: Iterable[str]) -> Iterator[str]:
    """What a pattern with a wildcard for the account, or for the bucket, means in this world."""
    service, _, account, resource = [*pattern.split(":", 5)[2:], "", "", "", ""][:4]
    if service == "s3" and resource.startswith(("*", "?")):
        rest = resource[1:].replace("?", "y").replace("*", "x")
        for bucket in buckets:
            yield from (f"{_S3}{bucket}{rest}", f"{_S3}{bucket}/x{rest}")
    elif account == "*":
        yield from (pattern.replace("*", each, 1).replace("*", "x") for each in accounts)


def _near(arn: str, world: World) -> Iterator[str]:
    """The same elsewhere: a bucket with a longer name, another folder, another account, another Region."""
    if arn.startswith(_S3):
        bucket, slash, key = arn[len(_S3) :].partition("/")
        if not slash and not bucket.endswith("-templates"):
            yield from (f"{_S3}{bucket}-templates", f"{_S3}{bucket}-templates/x")
            yield from (f"{_S3}{bucket}/x", f"{_S3}{bucket}/other/x.csv")
        if slash and "/" in key:
            yield f"{_S3}{bucket}/other/{key.rpartition('/')[2]}"
        return
    found = _ACCOUNT.search(arn)
    if found is not None:
        for account in (*(each.id for each in world.accounts.values()), STRANGE_ACCOUNT):
            yield f"{arn[: found.start()]}{account}{arn[found.end() :]}"
    start, slash, name = arn.rpartition("/")
    if slash:
        yield from (f"{start}/{name}2", f"{start}/other/{name}", f"{start}/other")
    region = _REGION.search(arn)
    if region is not None:
        yield f"{arn[: region.start()]}us-east-1{arn[region.end() :]}"


@lru_cache(maxsize=4096)
def _shape(template: str) -> re.Pattern[str]:
    """What the ARNs of a template look like."""
    parts = _PLACEHOLDER.split(template)
    texts = []
    for number, part in enumerate(parts):
        if number % 2:
            texts.append(_SHAPES.get(part, r"[\w+=,.@/-]+" if "Path" in part else r"[\w+=,.@-]+"))
        else:
            texts.append(re.escape(part))
    return re.compile("".join(texts))


@lru_cache(maxsize=1024)
def fitting(template: str | None, arns: tuple[str, ...]) -> tuple[str, ...]:
    """The ARNs that are of a type, or an example where none is."""
    if template is None:
        return ("*",)
    shape = _shape(template)
    found = tuple(arn for arn in arns if shape.fullmatch(arn))
    return found or (_PLACEHOLDER.sub(_example, template),)


def _example(found: re.Match[str]) -> str:
    return "111122223333" if found[1] == "Account" else _EXAMPLES.get(found[1], "some")
