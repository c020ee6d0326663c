"""The requests over which policies are compared: which actions, on which resources, with which keys in the context.

Whoever compares says so; nothing here knows a world or an exercise.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from typing import Final

from iamtutor.catalog import KeyType
from iamtutor.policy.variables import ContextValue
from iamtutor.reason.glob import Glob

_NEVER_EMPTY: Final = frozenset({KeyType.NUMERIC, KeyType.DATE, KeyType.IP})


@dataclass(frozen=True, slots=True)
class KeyDomain:
    """What a condition key may hold.

    `fixed`: it holds just this (or with `absent` and no value: it is never there). Otherwise `absent` says whether it
    may be missing, `present` whether it may be there; `multivalued` whether it holds a list (None: whichever the
    policies ask for); `values` the texts it is chosen from where they are few, `shapes` what its texts look like (none:
    anything). `barred` texts are not among them; a list holds all that are `required`. `kinds` are the types that its
    texts are sure to be of (none: any text may be there, also where a policy asks for a number), `whole` says that its
    numbers count something: they have no fraction and are not below zero.
    """

    fixed: ContextValue | None = None
    absent: bool = True
    present: bool = True
    multivalued: bool | None = None
    values: tuple[str, ...] | None = None
    shapes: tuple[Glob, ...] = ()
    barred: tuple[str, ...] = ()
    required: tuple[str, ...] = ()
    kinds: frozenset[KeyType] = frozenset()
    whole: bool = False
    hints: tuple[str, ...] = ()

    def takes(self, value: str) -> bool:
        """Whether a text looks as the key's texts do."""
        if not value and self.kinds & _NEVER_EMPTY:
            return False
        return not self.shapes or any(shape.matches(value) for shape in self.shapes)

    @property
    def usual(self) -> ContextValue:
        """What the key holds where it is there and nothing hangs on it."""
        value = next(iter((*self.hints, *(self.values or ()))), "example")
        return (value,) if self.multivalued else value

    @property
    def settled(self) -> bool:
        """Whether there is nothing to choose."""
        return self.fixed is not None or not self.present


NEVER: Final = KeyDomain(present=False)
FREE: Final = KeyDomain()

KeyDomains = Callable[[str, str | None], KeyDomain]
"""The domain of a key (in lower case) for an action (in lower case; None: for whichever action)."""


def free_keys(_key: str, _action: str | None) -> KeyDomain:
    """Every key may be missing or hold anything."""
    return FREE


@dataclass(frozen=True, slots=True)
class Hints:
    """What a witness is made of where it fits: resources and actions that people know here, the best first."""

    resources: tuple[str, ...] = ()
    actions: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Domain:
    """The requests of one caller that a comparison ranges over.

    `account` owns the resources; `arn_account` is what stands in their ARNs (None: any). `within`: the resource matches one of these (None:
    any); `outside` of these for the service that is named ("*": for every one). `services`: only their actions.
    `real`: only actions of the catalogue, on ARNs of their own resource types; else any action on any text. With
    `unlisted` also the actions that policies name and the catalogue does not have.
    """

    account: str | None
    keys: KeyDomains = free_keys
    arn_account: str | None = None
    within: tuple[Glob, ...] | None = None
    outside: Mapping[str, tuple[Glob, ...]] = field(default_factory=dict)
    services: frozenset[str] | None = None
    real: bool = True
    unlisted: bool = True
    partition: str = "aws"
    hints: Hints = Hints()

    def excluded(self, service: str) -> tuple[Glob, ...]:
        """The resources that are left out for the actions of a service."""
        return (*self.outside.get("*", ()), *self.outside.get(service, ()))
