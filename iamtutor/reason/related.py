"""Condition keys that say the same of a request in two ways: a witness must not have them contradict each other.

The search takes keys for independent. What it finds is made consistent here where that is still a difference; where it
is not, the question stays open, for some other request may show it, or none.

https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_condition-keys.html
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from typing import Final

from iamtutor.access import EffectivePolicies
from iamtutor.policy.arn import Arn
from iamtutor.policy.operators.date import instant
from iamtutor.policy.variables import ContextValue
from iamtutor.reason.domain import KeyDomain
from iamtutor.reason.witness import Asked, Witness, replayed

Change = Mapping[str, ContextValue | None]
"""Keys in lower case with what they are to hold; None: they are to be absent."""
Rule = Callable[[Mapping[str, ContextValue], frozenset[str]], Sequence[Change] | None]
"""What would put right the context of a request, the better first; None where it is right. The second argument holds the
keys that the policies ask: what they do not ask is not shown."""

_MOST_REPAIRS: Final = 4
_AGES: Final = ("60", "3599", "3600", "7200", "100000", "10000000")


def made_real(
    asked: Asked,
    first: EffectivePolicies,
    second: EffectivePolicies,
    keys: Mapping[str, KeyDomain],
    written: Mapping[str, str],
    repairs: int = _MOST_REPAIRS,
) -> Witness | None:
    """The witness with its keys in agreement, or None where it is none then. `written` is how policies write the keys."""
    witness = replayed(asked, first, second)
    if witness is None:
        return None
    mentioned = frozenset(keys)
    context = {key.lower(): value for key, value in asked.context.items() if key.lower() in mentioned}
    for rule in _RULES:
        changes = rule(context, mentioned)
        if changes is None:
            continue
        if not repairs:
            return None
        for change in changes:
            if all(_may(keys[key], value) for key, value in change.items()):
                repaired = asked.changed({written[key]: value for key, value in change.items()})
                found = made_real(repaired, first, second, keys, written, repairs - 1)
                if found is not None:
                    return found
        return None
    return witness


def _may(domain: KeyDomain, value: ContextValue | None) -> bool:
    if domain.fixed is not None or value is None:
        return value == domain.fixed if domain.fixed is not None else domain.absent
    texts = (value,) if isinstance(value, str) else value
    return domain.present and all(domain.takes(text) for text in texts)


def _caller(context: Mapping[str, ContextValue], mentioned: frozenset[str]) -> Sequence[Change] | None:
    """The ARN of the caller holds its account and its name."""
    arn, account, name = (context.get(key) for key in ("aws:principalarn", "aws:principalaccount", "aws:username"))
    found = Arn.parse(arn) if isinstance(arn, str) else None
    if found is None:
        return None
    follows: dict[str, ContextValue] = {"aws:principalaccount": found.account}
    if found.resource_type == "user":
        follows["aws:username"] = found.resource.rpartition("/")[2]
    follows = {key: value for key, value in follows.items() if key in mentioned}
    if all(context.get(key) == value for key, value in follows.items()):
        return None
    owner = account if isinstance(account, str) else found.account
    path = found.resource.rpartition("/")[0]
    end = f"{path}/{name}" if isinstance(name, str) and "aws:username" in follows else found.resource
    other = f"arn:{found.partition}:{found.service}::{owner}:{end}"
    return (follows, {"aws:principalarn": other}, follows | {"aws:principalarn": other})


def _multi_factor(context: Mapping[str, ContextValue], mentioned: frozenset[str]) -> Sequence[Change] | None:
    """A request has the age of a multi-factor authentication if there was one."""
    present, age = "aws:multifactorauthpresent", "aws:multifactorauthage"
    if not {present, age} <= mentioned or (context.get(present) == "true") is (age in context):
        return None
    if age in context:
        return ({present: "true"}, {age: None})
    return (*({age: each} for each in _AGES), {present: "false"})


def _tags(context: Mapping[str, ContextValue], mentioned: frozenset[str]) -> Sequence[Change] | None:
    """aws:TagKeys holds the key of each tag that the request brings."""
    listed, start = "aws:tagkeys", "aws:requesttag/"
    if listed not in mentioned:
        return None
    value = context.get(listed, ())
    values = (value,) if isinstance(value, str) else value
    lower = {each.lower() for each in values}
    for key in sorted(mentioned):
        if not key.startswith(start):
            continue
        tag = key.removeprefix(start)
        if (key in context) is (tag in lower):
            continue
        without = tuple(each for each in values if each.lower() != tag) or None
        if key in context:
            return ({listed: (*values, tag)}, {listed: (tag,)}, {key: None})
        return ({key: "example"}, {listed: without})
    return None


def _time(context: Mapping[str, ContextValue], mentioned: frozenset[str]) -> Sequence[Change] | None:
    """aws:CurrentTime and aws:EpochTime are the same moment."""
    current, epoch = "aws:currenttime", "aws:epochtime"
    if not {current, epoch} <= mentioned:
        return None
    one, other = context.get(current), context.get(epoch)
    if not isinstance(one, str) or not isinstance(other, str) or instant(one) == instant(other):
        return None
    return tuple(_moved(current, epoch, one, other))


def _moved(current: str, epoch: str, one: str, other: str) -> Iterator[Change]:
    moment = instant(one)
    if moment is not None and moment.denominator == 1:
        yield {epoch: str(moment)}
    yield {current: other}


_RULES: Final[tuple[Rule, ...]] = (_caller, _multi_factor, _tags, _time)
