"""What stands around a policy: the names that a learner could write by mistake."""

from __future__ import annotations

from dataclasses import dataclass
from difflib import get_close_matches

from iamtutor.catalog import Catalog
from iamtutor.cloud import World

STRANGE_ACCOUNT = "222233334444"


@dataclass(frozen=True, slots=True, eq=False)
class Surroundings:
    """The names of a world, and the catalogue of its actions."""

    accounts: tuple[str, ...]
    users: tuple[str, ...]
    roles: tuple[str, ...]
    buckets: tuple[str, ...]
    policies: tuple[str, ...]
    user_arns: tuple[str, ...]
    catalog: Catalog

    @classmethod
    def of(cls, world: World, catalog: Catalog) -> Surroundings:
        accounts = tuple(world.accounts.values())
        return cls(
            tuple(account.id for account in accounts),
            tuple(name for account in accounts for name in account.users),
            tuple(name for account in accounts for name in account.roles),
            tuple(name for account in accounts for name in account.buckets),
            tuple(name for account in accounts for name in account.policies),
            tuple(user.arn for account in accounts for user in account.users.values()),
            catalog,
        )

    def near_actions(self, action: str, count: int = 3) -> list[str]:
        """Actions of the same service whose names look alike, the nearest first."""
        service, _, name = action.partition(":")
        known = [full.partition(":")[2] for full in self.catalog.expand(f"{service}:*")]
        found = get_close_matches(name, [each for each in known if each.lower() != name.lower()], count, 0.5)
        return [f"{service}:{each}" for each in found]

    def other(self, name: str, among: tuple[str, ...]) -> str | None:
        """The next name after `name`; None where it is alone."""
        others = [each for each in among if each != name]
        if not others:
            return None
        return others[among.index(name) % len(others)] if name in among else others[0]
