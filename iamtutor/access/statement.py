"""One statement, compiled: does it match a request, and what is the first element that does not."""

from __future__ import annotations

from collections.abc import Callable
from enum import StrEnum
from typing import NamedTuple

from iamtutor.access.condition import ConditionOutcome, ConditionTest
from iamtutor.access.naming import NO_NAMINGS, Exemption, Naming, exemption, namings
from iamtutor.access.principal import Principal
from iamtutor.access.request import Request
from iamtutor.policy.document import Effect, PatternElement, Statement
from iamtutor.policy.pattern import Matcher, is_wild, pattern, pattern_of
from iamtutor.policy.variables import Template, resource_template

ResourceTest = Callable[[Request], bool]
EVERYBODY = frozenset({Naming.ANY})


class Mismatch(StrEnum):
    """Why an element does not match, beyond its patterns."""

    NO_PATTERN_MATCHES = "no-pattern-matches"
    PATTERN_EXCLUDES = "pattern-excludes"
    NOT_NAMED = "not-named"
    EXEMPT = "exempt"
    NO_PRINCIPAL = "no-principal"
    NOT_PRINCIPAL_ALLOW = "not-principal-allow"
    CONDITION = "condition"


class FailedElement(NamedTuple):
    """The first element of a statement that does not match, with both sides."""

    element: str
    why: Mismatch
    wants: tuple[str, ...]
    has: str


class Match(NamedTuple):
    """How one statement met one request.

    `namings` is how its Principal names the caller (empty where the kind of policy has none); `conditions` what each
    condition found, in the order of the text, as far as they were looked at; `uncertain` marks a NotPrincipal list
    whose effect AWS calls dependent on the service.
    """

    matched: bool
    failed: FailedElement | None = None
    namings: frozenset[Naming] = NO_NAMINGS
    conditions: tuple[ConditionOutcome, ...] = ()
    uncertain: bool = False


class CompiledStatement:
    """A statement ready to be matched many times. With `principals`, its Principal element counts."""

    __slots__ = (
        "_actions",
        "_exact_actions",
        "_negated_action",
        "_resource",
        "allows",
        "conditions",
        "names_principals",
        "services",
        "statement",
    )

    def __init__(self, statement: Statement, *, substitutes: bool, principals: bool) -> None:
        self.statement = statement
        self.allows = statement.effect is Effect.ALLOW
        self.conditions = tuple(ConditionTest(c, substitutes=substitutes) for c in statement.conditions)
        self.names_principals = principals
        texts = [text.value.lower() for text in statement.action.patterns]
        self._negated_action = statement.action.negated
        self._exact_actions = frozenset(text for text in texts if not is_wild(text))
        self._actions = tuple(pattern(text) for text in texts if is_wild(text))
        self._resource = _resource_test(statement.resource, substitutes=substitutes)
        self.services = _services(texts) if not statement.action.negated else None
        """The services whose actions alone can match, or None where any may."""

    def covers_action(self, action_key: str) -> bool:
        """Whether the action (in lower case) is one that the statement speaks of."""
        for matches in self._actions:
            if matches(action_key):
                return not self._negated_action
        return (action_key in self._exact_actions) is not self._negated_action

    def matches_beyond_action(self, request: Request) -> bool:
        """Whether resource and conditions match; action and principal are asked apart."""
        if self._resource is not None and not self._resource(request):
            return False
        if self.conditions:
            context = request.context
            for condition in self.conditions:
                if not condition.holds(context):
                    return False
        return True

    def covers_resource(self, request: Request) -> bool:
        """Whether the request's resource is one that the statement speaks of."""
        return self._resource is None or self._resource(request)

    def reaches(self, principal: Principal, *, has_boundary: bool) -> frozenset[Naming]:
        """How the statement's Principal names the caller; empty where it does not.

        A NotPrincipal counts only with Deny: it reaches everyone it does not exempt, and always a caller that has a
        permissions boundary.
        """
        element = self.statement.principal
        if not self.names_principals:
            return EVERYBODY
        if element is None:
            return NO_NAMINGS
        if not element.negated:
            return namings(element, principal)
        if self.allows:
            return NO_NAMINGS
        if has_boundary or exemption(element, principal) is Exemption.NONE:
            return EVERYBODY
        return NO_NAMINGS

    def is_uncertain(self, principal: Principal, *, has_boundary: bool) -> bool:
        """Whether a NotPrincipal list lets the caller off although it leaves out what the caller belongs to."""
        element = self.statement.principal
        if element is None or not element.negated or self.allows or has_boundary:
            return False
        return exemption(element, principal) is Exemption.PARTIAL

    def explain(self, request: Request, *, has_boundary: bool) -> Match:
        """The match with its reason: the same questions as the other methods ask, in the order of the elements."""
        named, uncertain = NO_NAMINGS, False
        if self.names_principals:
            named = self.reaches(request.principal, has_boundary=has_boundary)
            uncertain = self.is_uncertain(request.principal, has_boundary=has_boundary)
            if not named:
                return Match(False, self._failed_principal(request.principal), named, (), uncertain)
        if not self.covers_action(request.action_key):
            return Match(False, _failed_pattern(self.statement.action, request.action), named, (), uncertain)
        if self.statement.resource is not None and not self.covers_resource(request):
            return Match(False, _failed_pattern(self.statement.resource, request.resource), named, (), uncertain)
        outcomes = tuple([condition.outcome(request.context) for condition in self.conditions])
        for outcome in outcomes:
            if not outcome.holds:
                failed = FailedElement("Condition", Mismatch.CONDITION, outcome.wants, ", ".join(outcome.has or ()))
                return Match(False, failed, named, outcomes, uncertain)
        return Match(True, None, named, outcomes, uncertain)

    def missing_keys(self, request: Request) -> list[str]:
        """The condition keys that the statement asks for and the request does not carry."""
        if not (self.covers_action(request.action_key) and self.covers_resource(request)):
            return []
        return [key for condition in self.conditions for key in condition.missing_keys(request.context)]

    def _failed_principal(self, principal: Principal) -> FailedElement:
        element = self.statement.principal
        has = principal.arn or principal.role_arn or principal.name or principal.kind.value
        if element is None:
            return FailedElement("Principal", Mismatch.NO_PRINCIPAL, (), has)
        wants = tuple(entry.value for entry in element.entries)
        if not element.negated:
            return FailedElement(element.name, Mismatch.NOT_NAMED, wants, has)
        why = Mismatch.NOT_PRINCIPAL_ALLOW if self.allows else Mismatch.EXEMPT
        return FailedElement(element.name, why, wants, has)


def _services(texts: list[str]) -> frozenset[str] | None:
    prefixes = [text.partition(":")[0] for text in texts]
    return None if any(is_wild(prefix) for prefix in prefixes) else frozenset(prefixes)


def _failed_pattern(element: PatternElement, has: str) -> FailedElement:
    why = Mismatch.PATTERN_EXCLUDES if element.negated else Mismatch.NO_PATTERN_MATCHES
    return FailedElement(element.name, why, tuple(text.value for text in element.patterns), has)


def _resource_test(element: PatternElement | None, *, substitutes: bool) -> ResourceTest | None:
    """The test of the Resource element; None where every resource matches."""
    if element is None:
        return None
    templates = [resource_template(text.value, substitutes=substitutes) for text in element.patterns]
    fixed = tuple(pattern_of(t.fixed) for t in templates if t.fixed is not None)
    moving = tuple(t for t in templates if t.fixed is None)
    if not element.negated and any(text.value == "*" for text in element.patterns):
        return None
    if moving:
        return _moving_resources(fixed, moving, negated=element.negated)
    return _fixed_resources(fixed, negated=element.negated)


def _fixed_resources(patterns: tuple[Matcher, ...], *, negated: bool) -> ResourceTest:
    if len(patterns) == 1 and not negated:
        only = patterns[0]
        return lambda request: only(request.resource)

    def test(request: Request) -> bool:
        resource = request.resource
        return any(matches(resource) for matches in patterns) is not negated

    return test


def _moving_resources(patterns: tuple[Matcher, ...], templates: tuple[Template, ...], *, negated: bool) -> ResourceTest:
    def test(request: Request) -> bool:
        resource, context = request.resource, request.context
        found = any(matches(resource) for matches in patterns) or any(
            pieces is not None and pattern_of(pieces)(resource) for pieces in (t.resolve(context) for t in templates)
        )
        return found is not negated

    return test
