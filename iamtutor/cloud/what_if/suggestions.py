"""What a request could be changed to: the world's callers and resources, and values near those that policies ask for."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import UTC, datetime
from fractions import Fraction
from ipaddress import ip_network
from typing import TYPE_CHECKING, Final

from iamtutor.access import EffectivePolicies, Principal, Request
from iamtutor.access.condition import ConditionTest
from iamtutor.access.decide import Evaluation
from iamtutor.access.layer import POLICY_LAYERS
from iamtutor.access.principal import PrincipalKind
from iamtutor.access.statement import CompiledStatement
from iamtutor.catalog import KeyType
from iamtutor.cloud.context import Value
from iamtutor.cloud.entities import EntityKind
from iamtutor.cloud.universe import addresses, known_resources
from iamtutor.policy.operators.date import instant
from iamtutor.policy.pattern import Piece
from iamtutor.policy.variables import Template, joined, resource_template
from iamtutor.reason.callers import StandsFor, callers_named
from iamtutor.reason.domain import KeyDomain

if TYPE_CHECKING:
    from iamtutor.cloud.world import World

_SOMETHING_ELSE: Final = "something-else"
_OUTSIDE: Final = ("198.51.100.7", "2001:db8:ffff::7")
"""Addresses of documentation ranges (RFC 5737, RFC 3849), for a network that the policies do not name."""
_MOST_VALUES: Final = 40
_TYPED: Final = frozenset({KeyType.NUMERIC, KeyType.DATE, KeyType.IP, KeyType.BOOL, KeyType.ARN})


def caller_references(world: World, policies: EffectivePolicies | None = None) -> tuple[str, ...]:
    """Users, roles and sessions, root users, the anonymous caller, and whom `policies` name beyond the world.

    The account stands in front where a name occurs twice.
    """
    people = [each for each in addresses(world) if each.kind in (EntityKind.USER, EntityKind.ROLE)]
    names = [each.reference for each in people]
    found = [
        f"{each.account}:{each.reference}" if names.count(each.reference) > 1 else each.reference for each in people
    ]
    found += [f"session/{name}" for name in world.sessions]
    found += [f"root/{name}" for name in world.accounts]
    found.append("anonymous")
    if policies is not None:
        found += _named_beyond(world, policies)
    return tuple(dict.fromkeys(found))


def _named_beyond(world: World, policies: EffectivePolicies) -> Iterator[str]:
    documents = [policy.policy.document for layer in POLICY_LAYERS for policy in policies.policies(layer)]
    if not any(statement.principal is not None for document in documents for statement in document.statements):
        return
    for each in callers_named(documents):
        if each.stands_for is not StandsFor.ITSELF:
            continue
        if each.principal.account is None or each.principal.account not in world.directory.accounts_by_id:
            yield _reference(each.principal)


def _reference(principal: Principal) -> str:
    if principal.kind is PrincipalKind.SERVICE:
        return f"service/{principal.name}"
    if principal.kind is PrincipalKind.PROVIDER:
        return f"provider/{principal.name}"
    return principal.arn or "anonymous"


def resources_known(world: World) -> tuple[str, ...]:
    """The ARNs that people know in the world."""
    return tuple(dict.fromkeys(known_resources(world, None)))


def actions_near(request: Request, policies: EffectivePolicies) -> tuple[str, ...]:
    """The actions that policies write out, those of the request's service first."""
    found = dict.fromkeys(
        text.value
        for layer in POLICY_LAYERS
        for policy in policies.policies(layer)
        for statement in policy.policy.document.statements
        for text in statement.action.patterns
        if ":" in text.value and not any(sign in text.value for sign in "*?")
    )
    return tuple(sorted(found, key=lambda name: (name.partition(":")[0].lower() != request.service, name.lower())))


def statements_in_effect(request: Request, policies: EffectivePolicies) -> Iterator[CompiledStatement]:
    """Every statement of every layer that binds the request."""
    evaluation = Evaluation(request, policies)
    for _, layer in policies.present:
        if evaluation.applies(layer):
            for policy in policies.policies(layer):
                yield from policy.statements


def keys_asked(request: Request, policies: EffectivePolicies) -> tuple[str, ...]:
    """The keys that policies in effect ask for, as they write them, each once; those of variables too."""
    found: dict[str, str] = {}
    for statement in statements_in_effect(request, policies):
        for test in statement.conditions:
            found.setdefault(test.key, test.condition.key)
            for each in test.templates:
                for variable in each.variables:
                    found.setdefault(variable.key, variable.written)
        for template in _resources(statement):
            for variable in template.variables:
                found.setdefault(variable.key, variable.written)
    return tuple(found.values())


def values_for(
    world: World, key: str, request: Request, policies: EffectivePolicies, domain: KeyDomain
) -> tuple[Value, ...]:
    """Values worth trying for a key: what policies compare it with and what lies beside that, then what it may hold.

    A key that holds several values is offered lists.
    """
    lower = key.lower()
    texts: dict[str, None] = {}
    is_text = False
    several = bool(domain.multivalued) or isinstance(request.context.get(lower), tuple)
    lists: dict[tuple[str, ...], None] = {}
    for statement in statements_in_effect(request, policies):
        for template in _resources(statement):
            texts.update(dict.fromkeys(_filling(template, lower, request)))
        for test in statement.conditions:
            if test.key != lower or test.operator is None:
                continue
            several = several or test.operator.qualifier is not None
            is_text = is_text or test.operator.base.name.startswith("String")
            near = list(_near(test, request))
            texts.update(dict.fromkeys(near))
            if test.operator.qualifier is not None:
                lists[tuple(near)] = None
    texts.update(dict.fromkeys(domain.values or ()))
    texts.update(dict.fromkeys(domain.hints))
    if lower == "aws:sourcevpce":
        texts.update(dict.fromkeys(world.endpoints))
    if is_text and domain.values is None and not domain.shapes and not domain.kinds & _TYPED:
        texts[_SOMETHING_ELSE] = None
    kept = [text for text in texts if text and domain.takes(text) and (domain.values is None or text in domain.values)]
    if not several:
        return tuple(kept[:_MOST_VALUES])
    alone: list[Value] = [(text,) for text in kept]
    together: list[Value] = [each for each in lists if len(each) > 1]
    return tuple((*alone, *together, ())[:_MOST_VALUES])


def _resources(statement: CompiledStatement) -> Iterator[Template]:
    """The statement's resource patterns that hold variables."""
    element = statement.statement.resource
    for text in element.patterns if element is not None else ():
        if "${" in text.value:
            yield resource_template(text.value, substitutes=True)


def _filling(template: Template, key: str, request: Request) -> Iterator[str]:
    """What a variable would have to stand for, so that the pattern fits the request's resource."""
    if not any(variable.key == key for variable in template.variables):
        return
    source = ""
    for part in template.parts:
        if isinstance(part, Piece):
            source += re.escape(part.text) if part.literal else _as_expression(part.text)
        elif part.key == key:
            source += "(?P=here)" if "(?P<here>" in source else "(?P<here>[^/:]+)"
        else:
            source += re.escape(part.value(request.context) or "")
    match = re.fullmatch(source, request.resource)
    if match is not None:
        yield match["here"]


def _as_expression(text: str) -> str:
    return re.escape(text).replace(r"\*", "[^/]*").replace(r"\?", ".")


def _near(test: ConditionTest, request: Request) -> Iterator[str]:
    """The texts that a condition compares with, and those just beside them."""
    assert test.operator is not None
    base = test.operator.base.name
    if base == "Null":
        return
    for template in test.templates:
        pieces = template.resolve(request.context)
        if pieces is None:
            continue
        text = joined(pieces)
        if base.startswith("Numeric"):
            yield from _numbers(text)
        elif base.startswith("Date"):
            yield from _moments(text)
        elif base.endswith("IpAddress"):
            yield from _addresses(text)
        else:
            wild = "Like" in base or base.startswith("Arn")
            yield text.replace("*", "example").replace("?", "x") if wild else text


def _numbers(text: str) -> Iterator[str]:
    try:
        number = Fraction(text)
    except (ValueError, ZeroDivisionError):
        return
    whole = number.numerator // number.denominator
    yield from (str(each) for each in (whole, whole - 1, whole + 1) if each >= 0)


def _moments(text: str) -> Iterator[str]:
    seconds = instant(text)
    if seconds is None:
        return
    for each in (int(seconds), int(seconds) - 1, int(seconds) + 1):
        try:
            yield datetime.fromtimestamp(each, UTC).strftime("%Y-%m-%dT%H:%M:%SZ")
        except (OverflowError, ValueError, OSError):
            return


def _addresses(text: str) -> Iterator[str]:
    try:
        network = ip_network(text, strict=False)
    except ValueError:
        return
    first = network.network_address
    yield str(first + 1 if network.num_addresses > 1 else first)
    yield _OUTSIDE[0 if network.version == 4 else 1]
