"""Names for things in a world: `user/dev`, `acme:role/deploy`, `bucket/acme-reports`, or an ARN.

A name that occurs in two accounts needs the account in front.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING

from iamtutor.cloud.entities import Account, Address, Entity, EntityKind
from iamtutor.policy import Argument, Finding
from iamtutor.policy.arn import Arn

if TYPE_CHECKING:
    from iamtutor.cloud.world import World

S3_PREFIX = "arn:aws:s3:::"
_MOST_NAMES = 8
_KINDS = {kind.value: kind for kind in EntityKind}


class UnknownReferenceError(LookupError):
    """A name that leads nowhere in this world, or that more than one thing has; `finding` says which."""

    def __init__(self, code: str, **arguments: Argument) -> None:
        super().__init__(code, arguments)
        self.finding = Finding(code, arguments=arguments)


@dataclass(frozen=True, slots=True, eq=False)
class Directory:
    """Who is called what. Policies are not in it, so worlds that differ only in policies share one."""

    by_name: Mapping[tuple[EntityKind, str], tuple[Address, ...]]
    by_arn: Mapping[str, Address]
    accounts_by_id: Mapping[str, str]

    @classmethod
    def of(cls, accounts: Iterable[Account]) -> Directory:
        """The directory of these accounts."""
        by_name: dict[tuple[EntityKind, str], tuple[Address, ...]] = {}
        by_arn: dict[str, Address] = {}
        ids: dict[str, str] = {}
        for account in accounts:
            ids[account.id] = account.name
            for kind in EntityKind:
                for name, entity in account.entities(kind).items():
                    address = Address(account.name, kind, name)
                    by_name[kind, name] = (*by_name.get((kind, name), ()), address)
                    by_arn[entity.arn] = address
        return cls(by_name, by_arn, ids)


def find(world: World, reference: str, kinds: Iterable[EntityKind] = tuple(EntityKind)) -> Address:
    """The entity that a reference or an ARN names, if it is of one of `kinds`. Raises UnknownReferenceError."""
    wanted = tuple(kinds)
    if reference.startswith("arn:"):
        found = world.directory.by_arn.get(reference)
        if found is None:
            raise UnknownReferenceError("cloud.unknown-arn", reference=reference)
    else:
        found = _by_name(world, reference)
    if found.kind not in wanted:
        expected = ", ".join(f"{kind.value}/…" for kind in wanted)
        raise UnknownReferenceError("cloud.reference-kind", reference=reference, expected=expected)
    return found


def _by_name(world: World, reference: str) -> Address:
    account, kind, name = split(reference)
    if kind is None:
        raise UnknownReferenceError("cloud.reference-form", reference=reference)
    if account is not None and account not in world.accounts:
        raise UnknownReferenceError("cloud.unknown-account", reference=account, known=listing(world.accounts))
    found = world.directory.by_name.get((kind, name), ())
    if account is not None:
        found = tuple(address for address in found if address.account == account)
    if not found:
        known = (other for (of_kind, other) in world.directory.by_name if of_kind is kind)
        raise UnknownReferenceError("cloud.unknown-reference", reference=reference, known=listing(known))
    if len(found) > 1:
        accounts = ", ".join(f"{address.account}:{address.reference}" for address in found)
        raise UnknownReferenceError("cloud.ambiguous-reference", reference=reference, choices=accounts)
    return found[0]


def split(reference: str) -> tuple[str | None, EntityKind | None, str]:
    """Account (where it stands in front), kind (None where it is none of them) and name."""
    account, colon, rest = reference.partition(":")
    if not colon or "/" in account:
        account, rest = "", reference
    word, _, name = rest.partition("/")
    kind = _KINDS.get(word) if name else None
    return account or None, kind, name


def listing(names: Iterable[str]) -> str:
    """Some names for a message, in their order; `-` where there are none."""
    known = list(dict.fromkeys(names))
    return ", ".join(known[:_MOST_NAMES]) + (", …" if len(known) > _MOST_NAMES else "") if known else "-"


def resource_arn(world: World, reference: str) -> str:
    """The ARN that a request's resource names: an ARN or `*` as it stands, else the entity's.

    `bucket/name/key` is an object. Raises UnknownReferenceError.
    """
    if reference == "*" or reference.startswith("arn:"):
        return reference
    account, kind, name = split(reference)
    if kind is EntityKind.BUCKET and "/" in name:
        bucket, _, key = name.partition("/")
        prefix = f"{account}:" if account else ""
        return f"{entity(world, find(world, f'{prefix}bucket/{bucket}')).arn}/{key}"
    return entity(world, find(world, reference)).arn


def entity(world: World, address: Address) -> Entity:
    """What lives at an address."""
    return world.accounts[address.account].entities(address.kind)[address.name]


def owner_of(world: World, arn: str) -> Address | None:
    """The entity that an ARN belongs to: itself, its bucket for an object, its function for an alias; or None.

    What lies under a resource has the resource's ARN in front, then `/` or `:`
    (https://docs.aws.amazon.com/service-authorization/latest/reference/reference_policies_actions-resources-contextkeys.html).
    """
    known = world.directory.by_arn
    if arn.startswith(S3_PREFIX):
        return known.get(S3_PREFIX + arn[len(S3_PREFIX) :].partition("/")[0])
    parts = Arn.parse(arn)
    if parts is None:
        return None
    shortest = len(arn) - len(parts.resource)
    while (found := known.get(arn)) is None:
        cut = max(arn.rfind("/"), arn.rfind(":"))
        if cut <= shortest:
            return None
        arn = arn[:cut]
    return found
