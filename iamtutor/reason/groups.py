"""The actions of a comparison: groups that the policies treat alike, and what tells the actions of a group apart."""

from __future__ import annotations

from collections.abc import Iterator
from functools import lru_cache
from typing import NamedTuple

from iamtutor.policy.pattern import is_wild
from iamtutor.reason.actions import WELL_KNOWN, Actions, numbers_in
from iamtutor.reason.arn_template import example_of, template_globs
from iamtutor.reason.domain import Domain
from iamtutor.reason.glob import Glob, literal_glob
from iamtutor.reason.mentioned import Mentioned, spelled_out

_STAR = literal_glob("*")


class Named(NamedTuple):
    """One action: its name as AWS writes it, and its number where the catalogue has it."""

    name: str
    number: int | None

    @property
    def service(self) -> str:
        """Its service prefix, in lower case."""
        return self.name.partition(":")[0].lower()


def groups(mentioned: Mentioned, domain: Domain, actions: Actions) -> list[list[Named] | Group]:
    """The actions in groups that the policies do not tell apart, first those with actions that people know."""
    among = actions.every
    if domain.services is not None:
        among = 0
        for service in domain.services:
            among |= actions.matching(f"{service}:*")
    preferred = _preferred(mentioned.actions, domain.hints.actions, actions)
    found = sorted(
        (Group(group, preferred, actions) for group in actions.told_apart(mentioned.statements, among)),
        key=lambda group: group.rank,
    )
    return [*found, *([Named(name, None)] for name in _beyond_catalogue(mentioned, domain, actions))]


@lru_cache(maxsize=32)
def _preferred(mentioned: tuple[str, ...], known: tuple[str, ...], actions: Actions) -> dict[int, int]:
    """Rank by number of the actions that read well in a witness."""
    ranked: dict[int, int] = {}
    for name in (*known, *spelled_out(mentioned), *WELL_KNOWN):
        number = actions.number(name)
        if number is not None:
            ranked.setdefault(number, len(ranked))
    return ranked


class Group:
    """The actions of a group, those that read well first; named only as far as they are asked for."""

    def __init__(self, bits: int, preferred: dict[int, int], actions: Actions) -> None:
        self._bits = bits
        self._preferred = preferred
        self._first = [number for number in preferred if bits >> number & 1]
        self._actions = actions
        self.rank = preferred[self._first[0]] if self._first else len(preferred)

    def among(self, bits: int) -> Group:
        """The actions of the group that are in a set."""
        return Group(self._bits & bits, self._preferred, self._actions)

    def __iter__(self) -> Iterator[Named]:
        names = self._actions.names
        yield from (Named(names[number], number) for number in self._first)
        first = set(self._first)
        yield from (Named(names[number], number) for number in numbers_in(self._bits) if number not in first)


def _beyond_catalogue(mentioned: Mentioned, domain: Domain, actions: Actions) -> Iterator[str]:
    """Actions that policies name and the catalogue does not have; for a pattern that matches none of it, an example."""
    if not domain.unlisted:
        return
    for pattern in mentioned.actions:
        if actions.matching(pattern):
            continue
        name = pattern.replace("*", "Example").replace("?", "x") if is_wild(pattern) else pattern
        service, colon, rest = name.partition(":")
        if colon and rest and (domain.services is None or service.lower() in domain.services):
            yield name


def invented_action(pattern: str) -> str | None:
    """An action that a pattern with a wildcard matches and that AWS does not have; None for other patterns."""
    if not is_wild(pattern):
        return None
    service, colon, rest = pattern.partition(":")
    if not colon:
        return "example:ActionOfTomorrow"
    return ":".join(part.replace("*", "ofTomorrow").replace("?", "x") for part in (service, rest))


def shapes_of(action: Named, domain: Domain, actions: Actions, region: str | None = None) -> tuple[Glob, ...] | None:
    """What the resources of an action look like, in a Region or in any; None where that is not known."""
    if action.number is None or not domain.real:
        return None
    templates = actions.resources(action.number)
    if not templates:
        return (_STAR,)
    globs = dict.fromkeys(
        glob
        for template in templates
        for glob in template_globs(template, domain.partition, domain.arn_account, region)
    )
    return tuple(globs)


def examples_of(action: Named, domain: Domain, actions: Actions) -> tuple[str, ...]:
    """A resource of each kind that the action works on."""
    if action.number is None or not domain.real:
        return ()
    account = domain.arn_account or domain.account
    return tuple(example_of(each, domain.partition, account) for each in actions.resources(action.number))
