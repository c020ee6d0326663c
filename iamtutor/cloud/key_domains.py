"""What condition keys may hold in a world: what follows from caller, resource and endpoint is fixed, the rest is free.

The same facts as in `context`, seen from the other side: which values a request could carry at all.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from functools import lru_cache
from typing import TYPE_CHECKING, Final

from iamtutor.access.principal import PrincipalKind
from iamtutor.access.request import principal_context
from iamtutor.cloud.callers import Caller
from iamtutor.cloud.context import (
    GLOBAL_SERVICES,
    OWN_TAG_KEYS,
    Value,
    instant,
    of_the_caller,
    organization_keys,
    resource_tags,
)
from iamtutor.cloud.entities import Bucket
from iamtutor.cloud.references import entity
from iamtutor.cloud.universe import Place
from iamtutor.policy.arn import Arn
from iamtutor.reason.domain import NEVER, KeyDomain, KeyDomains

if TYPE_CHECKING:
    from iamtutor.cloud.world import World

_OF_THE_CALLER: Final = (
    "aws:principaltag/", "aws:principalorgid", "aws:principalorgpaths", "aws:username", "aws:userid", "aws:principalarn",
    "aws:principalaccount", "aws:principaltype", "aws:principalisawsservice", "aws:principalservicename",
)  # fmt: skip
"""Keys that the caller alone decides: a world that does not give one says that it is not there."""
_OF_THE_SESSION: Final = (
    "aws:multifactorauth", "aws:tokenissuetime", "aws:sourceidentity", "aws:federatedprovider",
)  # fmt: skip
_OF_THE_RESOURCE: Final = ("aws:resourceaccount", "s3:resourceaccount", "aws:resourceorgid", "aws:resourceorgpaths")
_TAGS: Final = ("aws:resourcetag/", "s3:buckettag/", *(f"{service}:resourcetag/" for service in OWN_TAG_KEYS))


def key_domains(world: World, calling: Caller, place: Place, keys: KeyDomains) -> KeyDomains:
    """The domains of keys for a caller at a place; `keys` are those of the catalogue."""
    fixed = _fixed(world, calling, place)
    closed = _closed(calling, place)
    barred = tuple(world.endpoints) if place.endpoint is None else ()
    now = {"aws:currenttime": instant(world.now), "aws:epochtime": str(int(world.now.timestamp()))}
    is_temporary = calling.principal.kind in (PrincipalKind.ROLE, PrincipalKind.SESSION, PrincipalKind.FEDERATED_USER)

    @lru_cache(maxsize=1024)
    def domain_of(key: str, action: str | None) -> KeyDomain:
        if key == "s3:resourceaccount" and action is not None and not action.startswith("s3:"):
            return NEVER
        if key in fixed:
            value = fixed[key]
            return KeyDomain(fixed=value if isinstance(value, str) else tuple(value), absent=False)
        if key.startswith(closed):
            return NEVER
        domain = keys(key, action)
        if key in now:
            return replace(domain, hints=(now[key],))
        if key == "aws:requestedregion" and action is not None and action.partition(":")[0] in GLOBAL_SERVICES:
            return KeyDomain(fixed="us-east-1", absent=False)
        if key == "aws:sourcevpce" and barred:
            return replace(domain, barred=barred)
        if key == "aws:multifactorauthpresent" and is_temporary:
            return replace(domain, absent=False, values=("false", "true"))
        return domain

    return domain_of


def _closed(calling: Caller, place: Place) -> tuple[str, ...]:
    """Beginnings of keys that are there only where the world says so."""
    closed: tuple[str, ...] = _OF_THE_RESOURCE
    if calling.account is not None or not calling.principal.has_identity:
        closed += _OF_THE_CALLER
    if calling.session is not None or not calling.principal.has_identity:
        closed += _OF_THE_SESSION
    return closed if place.owner is None else closed + _TAGS


def _fixed(world: World, calling: Caller, place: Place) -> Mapping[str, Value]:
    """The keys that cannot be chosen, in lower case."""
    found: dict[str, Value] = {}
    for key, value in principal_context(calling.principal).items():
        found[key.lower()] = value
    sessions = calling.session is not None
    for key, held in of_the_caller(world, calling).items():
        if sessions or not key.lower().startswith(_OF_THE_SESSION):
            found[key.lower()] = held
    found.update((key.lower(), held) for key, held in _of_the_place(world, place).items())
    return found


def _of_the_place(world: World, place: Place) -> Mapping[str, Value]:
    found: dict[str, Value] = {"aws:ResourceAccount": place.account, "s3:ResourceAccount": place.account}
    name = world.directory.accounts_by_id.get(place.account)
    if name is not None:
        found.update(organization_keys(world, name, "Resource"))
    if place.owner is not None:
        owner = entity(world, place.owner)
        found.update(resource_tags(owner, "", owner.arn))
        parts = Arn.parse(owner.arn)
        region = owner.region if isinstance(owner, Bucket) else parts.region if parts is not None else ""
        if region:
            found["aws:RequestedRegion"] = region
    if place.endpoint is not None:
        found["aws:SourceVpce"] = place.endpoint
        vpc = world.endpoints[place.endpoint].vpc
        if vpc is not None:
            found["aws:SourceVpc"] = vpc
    return found
