"""Parameters checked as AWS does before anything else: lengths, patterns, numbers, names, paths and tags."""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import TYPE_CHECKING, Final

from iamtutor.cloud import identifiers
from iamtutor.cloud.api.errors import AwsError, limit_exceeded, validation_error
from iamtutor.cloud.quotas import limit, quotas

if TYPE_CHECKING:
    from iamtutor.cloud.world import World

NAME_CHARACTERS: Final = r"[\w+=,.@-]*"


def _violation(value: object, at: str, must: str, why: str, **arguments: str | int) -> AwsError:
    message = f"1 validation error detected: Value '{value}' at '{at}' failed to satisfy constraint: Member must {must}"
    return validation_error(message, f"cloud.api-{why}", name=at, **arguments)


def check_number(value: int, at: str, least: int, most: int) -> None:
    """Raises AwsError where a number is out of its bounds."""
    if value < least:
        raise _violation(value, at, f"have value greater than or equal to {least}", "too-small", limit=least)
    if value > most:
        raise _violation(value, at, f"have value less than or equal to {most}", "too-large", limit=most)


def check_text(value: str, at: str, least: int, most: int, pattern: str | None = None) -> None:
    """Raises AwsError where a text is too short, too long, or does not have its form."""
    if len(value) < least:
        raise _violation(value, at, f"have length greater than or equal to {least}", "too-short", limit=least)
    if len(value) > most:
        raise _violation(value, at, f"have length less than or equal to {most}", "too-long", limit=most)
    if pattern is not None and not re.fullmatch(pattern, value, re.ASCII):
        raise _violation(value, at, f"satisfy regular expression pattern: {pattern}", "wrong-form", pattern=pattern)


def check_name(value: str, at: str, quota: str) -> None:
    """Raises AwsError where IAM does not take a name.

    https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_iam-quotas.html (IAM name requirements)
    """
    check_text(value, at, 1, quotas()[quota].default)
    if not identifiers.IAM_NAME.fullmatch(value):
        message = (
            f"The specified value for {at} is invalid. It must contain only alphanumeric characters and/or the "
            "following: +=,.@_-"
        )
        raise validation_error(message, "cloud.api-name", name=value)


def check_path(value: str) -> None:
    """Raises AwsError where IAM does not take a path: https://docs.aws.amazon.com/IAM/latest/APIReference/API_CreateUser.html"""
    check_text(value, "path", 1, quotas()["path_length"].default)
    if not identifiers.IAM_PATH.fullmatch(value):
        message = (
            "The specified value for path is invalid. It must begin and end with / and contain only alphanumeric "
            "characters and/or / characters."
        )
        raise validation_error(message, "cloud.iam-path", value=value)


def check_tags(tags: Mapping[str, str], *, code: str = "InvalidInput", ignore_case: bool = True) -> None:
    """Raises AwsError where tags are not as IAM and STS take them, under `code` where no constraint says it.

    https://docs.aws.amazon.com/IAM/latest/UserGuide/id_tags.html
    """
    known = quotas()
    seen: dict[str, str] = {}
    for number, (key, value) in enumerate(tags.items(), 1):
        check_text(key, f"tags.{number}.member.key", 1, known["tag_key_length"].default)
        check_text(value, f"tags.{number}.member.value", 0, known["tag_value_length"].default)
        if key.lower().startswith("aws:"):
            message = "System tags cannot be added, modified or removed. Tag keys cannot begin with aws:"
            raise AwsError(code, 400, message, "cloud.tag", None, name=key)
        other = seen.setdefault(key.lower() if ignore_case else key, key)
        if other != key:
            message = "Duplicate tag keys found. Please note that Tag keys are case insensitive."
            raise AwsError(code, 400, message, "cloud.same-name", None, name=key, other=other)


def check_number_of_tags(world: World, tags: Mapping[str, str]) -> None:
    """Raises AwsError where an entity would have more tags than it can."""
    most = limit(world, "tags_per_entity")
    if len(tags) > most:
        raise limit_exceeded(f"The number of tags has reached the maximum limit. Maximum: {most}", most)


def check_quota(world: World, quota: str, present: int) -> None:
    """Raises AwsError where one more would exceed a quota; `present` is how many there are.

    https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_iam-quotas.html
    """
    most = limit(world, quota)
    if present >= most:
        raise limit_exceeded(f"Cannot exceed quota for {quotas()[quota].aws_name}: {most}", most)


def merged(present: Mapping[str, str], added: Mapping[str, str]) -> dict[str, str]:
    """Tags with others put on: the same key in another case is the same tag, and takes the new writing."""
    replaced = {key.lower() for key in added}
    return {**{key: value for key, value in present.items() if key.lower() not in replaced}, **added}


def without(present: Mapping[str, str], keys: list[str] | tuple[str, ...]) -> dict[str, str]:
    """Tags with some taken off, whatever their case."""
    gone = {key.lower() for key in keys}
    return {key: value for key, value in present.items() if key.lower() not in gone}


def request_tags(tags: Mapping[str, str]) -> dict[str, str | tuple[str, ...]]:
    """The condition keys of tags in a request: aws:RequestTag/… and aws:TagKeys, absent where no tag is sent.

    https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_condition-keys.html#condition-keys-requesttag
    """
    if not tags:
        return {}
    return {**{f"aws:RequestTag/{key}": value for key, value in tags.items()}, "aws:TagKeys": tuple(tags)}
