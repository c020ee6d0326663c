"""The parts of a request that can be changed, what stands there now, and what could stand there."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import timedelta
from typing import Final

from iamtutor.access import Decision
from iamtutor.cloud import World
from iamtutor.cloud.context import Value, instant
from iamtutor.cloud.what_if import (
    Variation,
    actions_near,
    caller_references,
    keys_asked,
    resources_known,
    values_for,
)
from iamtutor.cloud.what_if.flips import domains_at
from iamtutor.reason.domain import FREE, KeyDomains

STANDARD: Final = {
    "aws:CurrentTime": "time",
    "aws:MultiFactorAuthPresent": "mfa",
    "aws:MultiFactorAuthAge": "mfa-age",
    "aws:SourceIp": "source-ip",
    "aws:RequestedRegion": "region",
}
"""Keys that are always offered, with the names under which the screen speaks of them."""
_USUAL: Final[dict[str, tuple[str, ...]]] = {
    "aws:multifactorauthpresent": ("true", "false"),
    "aws:multifactorauthage": ("60", "3600", "43200"),
    "aws:sourceip": ("203.0.113.10", "198.51.100.7"),
    "aws:requestedregion": ("us-east-1", "ap-northeast-2", "eu-central-1"),
}


@dataclass(frozen=True)
class Field:
    """One part: `part` is caller, action, resource, key or removed; `value` what stands there, None where nothing does."""

    part: str
    value: Value | None
    changed: bool
    key: str = ""
    number: int = 0

    @property
    def id(self) -> str:
        """A name that stays the same while values change."""
        return f"{self.part}:{self.key.lower()}:{self.number}"


def fields_of(begun: Variation, now: Variation, decision: Decision) -> list[Field]:
    """Every part of a request, in the order in which it is shown."""
    found = [
        Field("caller", now.caller, now.caller != begun.caller),
        Field("action", now.action, now.action != begun.action),
        Field("resource", decision.request.resource, now.resource != begun.resource),
    ]
    asked = keys_asked(decision.request, decision.policies)
    keys = {key.lower(): key for key in (*asked, *STANDARD, *begun.context, *now.context)}
    listed = dict.fromkeys([*(key.lower() for key in STANDARD), *keys])
    for lower in listed:
        key = keys[lower]
        if lower == "aws:epochtime":
            continue
        value = decision.request.context.get(lower)
        changed = now.value_of(key) != begun.value_of(key) or (lower in now.without) != (lower in begun.without)
        found.append(Field("key", value, changed, key))
    return [*found, *(Field("removed", None, True, number=n) for n in range(len(now.removed)))]


def put(now: Variation, field: Field, value: Value | None) -> Variation:
    """The request with something else in a field."""
    if field.part == "key":
        return now.with_key(field.key, value)
    if not isinstance(value, str):
        return now
    if field.part == "caller":
        return replace(now, caller=value)
    if field.part == "action":
        return replace(now, action=value)
    return replace(now, resource=value) if field.part == "resource" else now


def taken(now: Variation, begun: Variation, field: Field) -> Variation:
    """The request with a field as it was; where nothing was changed, with its key taken away."""
    if field.part == "removed":
        kept = (each for number, each in enumerate(now.removed) if number != field.number)
        return replace(now, removed=tuple(kept))
    if field.part != "key":
        return replace(now, **{field.part: getattr(begun, field.part)})
    if not field.changed:
        return now.with_key(field.key, None)
    keys = ("aws:CurrentTime", "aws:EpochTime") if field.key.lower() == "aws:currenttime" else (field.key,)
    for key in keys:
        held = begun.value_of(key)
        now = now.as_it_comes(key) if held is None else now.with_key(key, held)
    return now


def offered(world: World, now: Variation, field: Field, decision: Decision, keys: KeyDomains) -> list[Value | None]:
    """What could stand in a field, the likeliest first; None is the key not being there."""
    request, policies = decision.request, decision.policies
    if field.part == "caller":
        return [*caller_references(world, policies)]
    if field.part == "action":
        return [*dict.fromkeys((*actions_near(request, policies), now.action))]
    if field.part == "resource":
        return [*dict.fromkeys((*resources_known(world), request.resource))]
    if field.part != "key":
        return []
    lower = field.key.lower()
    domain = domains_at(world, now, request, keys)(field.key) or FREE
    values: dict[Value | None, None] = dict.fromkeys(values_for(world, field.key, request, policies, domain))
    if lower == "aws:currenttime":
        moments = (world.now, world.now + timedelta(hours=12), world.now + timedelta(days=365))
        values.update(dict.fromkeys(instant(each) for each in moments))
    values.update(dict.fromkeys(_USUAL.get(lower, ())))
    if domain.absent:
        values[None] = None
    return list(values)


def turned(values: Sequence[Value | None], value: Value | None, by: int) -> Value | None:
    """The next of some values, or the one before; the first where none of them stands there."""
    if not values:
        return value
    if value not in values:
        return values[0 if by > 0 else -1]
    return values[(list(values).index(value) + by) % len(values)]


def written(value: Value | None) -> str:
    """A value as it is shown and typed: several as `[a, b]`, none as nothing."""
    if value is None:
        return ""
    return value if isinstance(value, str) else f"[{', '.join(value)}]"


def read_value(text: str) -> Value | None:
    """What was typed, as a value."""
    text = text.strip()
    if text.startswith("[") and text.endswith("]"):
        parts = (part.strip() for part in text[1:-1].split(","))
        return tuple(part for part in parts if part)
    return text or None
