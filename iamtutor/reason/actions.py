"""Sets of actions as bits of one integer: all actions of the catalogue, and those that policies tell apart."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from functools import cached_property, lru_cache
from typing import Final

from iamtutor.access.service_rules import traits
from iamtutor.access.statement import CompiledStatement
from iamtutor.catalog import AccessLevel, Catalog
from iamtutor.reason.arn_template import template_glob

_SETS_KEPT: Final = 4_096


class Actions:
    """The actions of one catalogue, by number. What they are is worked out when it is first asked for."""

    def __init__(self, catalog: Catalog) -> None:
        self.catalog = catalog
        self.names = catalog.index.names
        self.every = (1 << len(self.names)) - 1
        self.matching = lru_cache(maxsize=_SETS_KEPT)(self._matching)
        self.resources = lru_cache(maxsize=None)(self._resources)
        self.keys = lru_cache(maxsize=_SETS_KEPT)(self._keys)
        self.working_on = lru_cache(maxsize=512)(self._working_on)

    def _matching(self, pattern: str) -> int:
        """The actions that a pattern of an Action element matches."""
        numbers = self.catalog.index.expand(pattern)
        if isinstance(numbers, range):
            return ((1 << len(numbers)) - 1) << numbers.start if numbers else 0
        return sum(1 << number for number in numbers)

    def spoken_of(self, statement: CompiledStatement) -> int:
        """The actions that a statement speaks of."""
        element = statement.statement.action
        found = 0
        for text in element.patterns:
            found |= self.matching(text.value.lower())
        return self.every & ~found if element.negated else found

    @cached_property
    def by_traits(self) -> tuple[int, ...]:
        """The actions that the services themselves treat alike."""
        alike: dict[object, list[int]] = {}
        for number, name in enumerate(self.names):
            alike.setdefault(traits(name.lower()), []).append(number)
        return tuple(_bits(numbers) for numbers in alike.values())

    @cached_property
    def by_level(self) -> Mapping[AccessLevel, int]:
        """The actions of each access level."""
        numbers: dict[AccessLevel, list[int]] = {level: [] for level in AccessLevel}
        for number in range(len(self.names)):
            numbers[self.catalog.index.access_level(number)].append(number)
        return {level: _bits(found) for level, found in numbers.items()}

    @cached_property
    def by_arn_service(self) -> Mapping[str, int]:
        """The actions by the service that the ARNs of their resources name: under ``*`` those without a resource,
        under the empty text those whose ARNs may name any.
        """
        numbers: dict[str, list[int]] = {}
        for number in range(len(self.names)):
            templates = self._resources(number) or ("*",)
            for service in {arn_service(template) for template in templates}:
                numbers.setdefault(service, []).append(number)
        return {service: _bits(found) for service, found in numbers.items()}

    def told_apart(self, statements: Iterable[CompiledStatement], among: int) -> Iterator[int]:
        """The actions of `among` in groups: within a group the statements speak of all or of none."""
        groups = [group & among for group in self.by_traits if group & among]
        for spoken in {self.spoken_of(statement) for statement in statements}:
            divided: list[int] = []
            for group in groups:
                inside = group & spoken
                if inside and inside != group:
                    divided += (inside, group ^ inside)
                else:
                    divided.append(group)
            groups = divided
        yield from groups

    def number(self, name: str) -> int | None:
        """The number of an action; None where the catalogue has it not."""
        return self.catalog.index.number(name)

    def _resources(self, number: int) -> tuple[str, ...]:
        """The templates of the ARNs that an action works on; none where only ``*`` can be its resource."""
        service = self.names[number].partition(":")[0]
        arns = self.catalog.resource_arns(service.lower())
        named = {each.name.lower() for each in self.catalog.index.resource_types(number)} & arns.keys()
        return tuple(dict.fromkeys(arns[name] for name in sorted(named, key=_familiarity)))

    def _working_on(self, resource: str) -> tuple[int, ...]:
        """Some actions that work on a resource, those that people know first."""
        near = numbers_in(self.by_arn_service.get(arn_service(resource), 0))
        found = [
            number for number in near if any(template_glob(each).matches(resource) for each in self._resources(number))
        ]
        return tuple(sorted(found, key=lambda number: WELL_KNOWN.get(self.names[number].lower(), len(WELL_KNOWN))))

    def _keys(self, number: int) -> frozenset[str]:
        """The condition keys that an action takes beyond the global ones that every request has, in lower case."""
        action = self.catalog.action(self.names[number])
        return frozenset(key.lower() for key in self.catalog.service(action.service).keys_of(action))


_FAMILIAR: Final = (
    "object",
    "bucket",
    "instance",
    "role",
    "user",
    "policy",
    "table",
    "function",
    "queue",
    "topic",
    "key",
)


def _familiarity(name: str) -> tuple[int, str]:
    """Resource types that people know come first: a witness takes the first that will do."""
    return _FAMILIAR.index(name) if name in _FAMILIAR else len(_FAMILIAR), name


def arn_service(text: str) -> str:
    """The service that a template or a pattern of ARNs names; ``*`` for that text, empty where it may be any."""
    if text == "*":
        return text
    parts = text.split(":", 3)
    if len(parts) < 4 or parts[0] != "arn" or "$" in parts[2]:
        return ""
    # A star before the service may stand for several parts.
    return "" if any(char in part for part in parts[1:3] for char in "*?") else parts[2]


def numbers_in(bits: int) -> Iterator[int]:
    """The numbers of a set, upwards."""
    text = f"{bits:b}"[::-1]
    at = text.find("1")
    while at >= 0:
        yield at
        at = text.find("1", at + 1)


def _bits(numbers: Iterable[int]) -> int:
    marks = bytearray()
    for number in numbers:
        place, bit = divmod(number, 8)
        if place >= len(marks):
            marks.extend(bytes(place + 1 - len(marks)))
        marks[place] |= 1 << bit
    return int.from_bytes(marks, "little")


@lru_cache(maxsize=4)
def actions_of(catalog: Catalog) -> Actions:
    """The actions of a catalogue, made once."""
    return Actions(catalog)


WELL_KNOWN: Final[Mapping[str, int]] = {
    name: place
    for place, name in enumerate(
        (
            "s3:getobject", "s3:putobject", "s3:deleteobject", "s3:listbucket", "s3:putbucketpolicy", "s3:deletebucket",
            "sts:assumerole", "iam:createuser", "iam:passrole", "iam:attachuserpolicy", "iam:createaccesskey",
            "ec2:runinstances", "ec2:terminateinstances", "ec2:describeinstances", "dynamodb:getitem", "dynamodb:putitem",
            "dynamodb:deletetable", "lambda:invokefunction", "lambda:createfunction", "sqs:sendmessage", "sqs:receivemessage",
            "sns:publish", "kms:decrypt", "kms:encrypt", "secretsmanager:getsecretvalue", "ssm:getparameter",
            "logs:putlogevents", "cloudtrail:stoplogging", "rds:deletedbinstance", "organizations:leaveorganization",
        )
    )
}  # fmt: skip
"""Actions that most people have met, in lower case: what a witness shows where it can choose."""
