"""The actions of a universe: one for each way in which policies, services and condition keys treat actions alike."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from functools import lru_cache
from typing import NamedTuple

from iamtutor.catalog import GLOBAL_KEYS, Catalog, UnknownNameError, named_key
from tests.grading.vocabulary import Vocabulary

ELSEWHERE = (
    "s3:GetObject", "s3:ListBucket", "iam:CreateUser", "iam:PassRole", "sts:AssumeRole", "ec2:RunInstances",
    "ec2:DescribeInstances", "lambda:InvokeFunction", "sqs:SendMessage", "dynamodb:GetItem", "kms:Decrypt",
    "route53:DeleteHostedZone", "ssm:SendCommand",
)  # fmt: skip
"""Actions that every universe has, of services that nobody may have spoken of (SendCommand takes buckets too)."""
_TREATED_APART = frozenset(
    {
        "sts:assumerole",
        "sts:getcalleridentity",
        "sts:getsessiontoken",
        "s3:getbucketpolicy",
        "s3:putbucketpolicy",
        "s3:deletebucketpolicy",
    }
)
_OF_SOME_ACTIONS = ("aws:resourcetag/", "aws:requesttag/", "aws:tagkeys")


class Doing(NamedTuple):
    """An action on resources of a type, whose ARNs the template describes; None where only `*` can be asked for."""

    action: str
    template: str | None


class UniverseActions:
    """Picks the actions for policies with some vocabulary; `asked` are those that the exercise's requests name."""

    def __init__(self, catalog: Catalog, asked: Iterable[str]) -> None:
        self.catalog = catalog
        self.asked = frozenset(action.lower() for action in asked)
        self.doings = lru_cache(maxsize=4096)(self._doings)
        self.matched = lru_cache(maxsize=4096)(lambda written: frozenset(map(str.lower, catalog.expand(written))))
        self.carries = lru_cache(maxsize=65536)(self._carries)

    def of(self, vocabulary: Vocabulary) -> tuple[Doing, ...]:
        """An action for each class of actions and type of resources."""
        found: dict[Doing, None] = {}
        seen: set[tuple[object, ...]] = set()
        for name in self._candidates(vocabulary):
            lower = name.lower()
            spoken = frozenset(written for written in vocabulary.actions if lower in self.matched(written))
            carried = frozenset(key for key in vocabulary.keys if self.carries(name, key))
            apart = lower if lower in _TREATED_APART or lower in self.asked else lower.partition(":")[0]
            for doing in self.doings(name):
                kind = (spoken, carried, apart, doing.template)
                if kind not in seen:
                    seen.add(kind)
                    found[doing] = None
        return tuple(found)

    def _candidates(self, vocabulary: Vocabulary) -> Iterator[str]:
        """The actions that come into question, those first that people know."""
        services = {written.partition(":")[0] for written in (*vocabulary.actions, *self.asked) if ":" in written}
        first = [name for each in (*sorted(self.asked), *sorted(vocabulary.actions), *ELSEWHERE)
                 for name in self._plain(each)]  # fmt: skip
        everything = [name for service in sorted(services) if service in self.catalog.services
                      for name in self.catalog.expand(f"{service}:*")]  # fmt: skip
        yield from dict.fromkeys((*first, *everything))

    def _plain(self, written: str) -> tuple[str, ...]:
        return () if "*" in written or "?" in written else self.catalog.expand(written)

    def _doings(self, name: str) -> tuple[Doing, ...]:
        action = self.catalog.action(name)
        if not action.resource_types:
            return (Doing(action.full_name, None),)
        types = self.catalog.service(action.service).resource_types
        templates = [types[each.name.lower()].arn for each in action.resource_types if each.name.lower() in types]
        return tuple(Doing(action.full_name, template) for template in dict.fromkeys(templates))

    def _carries(self, action: str, key: str) -> bool:
        """Whether requests of the action can have the key (in small letters), as the catalogue has it."""
        if named_key(key, GLOBAL_KEYS) is not None and not key.startswith(_OF_SOME_ACTIONS):
            return True
        found = self.catalog.action(action)
        return named_key(key, self.catalog.service(found.service).keys_of(found)) is not None


def multivalued(catalog: Catalog, key: str) -> bool:
    try:
        return catalog.condition_key(key).multivalued
    except UnknownNameError:
        return False


Contexts = tuple[Mapping[str, str | tuple[str, ...]], ...]
