"""Actions: first the services, then the actions of one, and patterns that match several."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import Final

from iamtutor.editing.candidate import Candidate, CandidateKind, Said
from iamtutor.editing.place import Place, principal_types
from iamtutor.editing.vocabulary import Vocabulary
from iamtutor.policy import PolicyKind
from iamtutor.policy.pattern import is_wild
from iamtutor.reason.actions import WELL_KNOWN

_VERB: Final = re.compile(r"[A-Z][a-z0-9]+")
_FAMILIAR: Final = (
    "s3",
    "iam",
    "sts",
    "ec2",
    "lambda",
    "dynamodb",
    "sqs",
    "sns",
    "kms",
    "secretsmanager",
    "logs",
    "ssm",
)
_MOST_ELSEWHERE: Final = 40
_SHORTEST: Final = 3
_TRUSTED: Final = {
    "AWS": ("AssumeRole", "TagSession", "SetSourceIdentity", "SetContext"),
    "SAML": ("AssumeRoleWithSAML", "TagSession", "SetSourceIdentity"),
    "OIDC": ("AssumeRoleWithWebIdentity", "TagSession", "SetSourceIdentity"),
}
"""What a trust policy grants, by how its principals sign in.

https://docs.aws.amazon.com/IAM/latest/UserGuide/id_roles_update-role-trust-policy.html and the pages of the operations.
"""


def actions(place: Place, vocabulary: Vocabulary) -> Iterator[Candidate]:
    """What an Action or NotAction could hold next."""
    if place.kind is PolicyKind.TRUST:
        yield from _of_trust(place, vocabulary)
        return
    prefix, colon, _ = place.before.partition(":")
    services = vocabulary.services_for(place.kind)
    if colon:
        service = prefix.lower()
        if service in services:
            yield from _of_service(place, vocabulary, service)
        return
    if len(services) == 1:
        yield from _of_service(place, vocabulary, services[0])
        return
    yield from _services(vocabulary, services)
    if place.kind is not PolicyKind.RCP and (not place.before or place.before == "*"):
        yield Candidate(CandidateKind.PATTERN, "*", _count(vocabulary, "*"), Said("editing.every-action"))
    yield from _elsewhere(place.before, vocabulary, services)


def _services(vocabulary: Vocabulary, services: Sequence[str]) -> Iterator[Candidate]:
    titles = vocabulary.catalog.services
    here = vocabulary.things.services
    known = [name for name in _FAMILIAR if name in titles]
    allowed = frozenset(services)
    order = [name for name in known if name in allowed] + [name for name in services if name not in known]
    for name in order:
        yield Candidate(CandidateKind.SERVICE, f"{name}:", titles[name], titles[name], name in here, goes_on=True)


def _of_service(place: Place, vocabulary: Vocabulary, service: str) -> Iterator[Candidate]:
    """The actions of one service: those that people know, patterns, all others."""
    index = vocabulary.catalog.index
    numbers = index.expand(f"{service}:*")
    taken = {text.lower() for text in place.beside}
    names = [index.names[number] for number in numbers if index.names[number].lower() not in taken]
    known = sorted((name for name in names if name.lower() in WELL_KNOWN), key=lambda name: WELL_KNOWN[name.lower()])
    rest = [name for name in names if name.lower() not in WELL_KNOWN]
    yield from (action(name, vocabulary) for name in known)
    yield from (pattern(each, vocabulary) for each in _patterns(place.before, service, [*known, *rest]))
    yield from (action(name, vocabulary) for name in rest)


def _patterns(written: str, service: str, names: list[str]) -> Iterator[str]:
    """Patterns that what was written could grow into: what it says already, a verb with a star, the whole service."""
    if is_wild(written):
        yield written
        return
    lower = written.lower()
    verbs: dict[str, int] = {}
    for name in names:
        verb = _VERB.match(name, len(service) + 1)
        if verb is not None and name.lower().startswith(lower):
            verbs[verb.group()] = verbs.get(verb.group(), 0) + 1
    several = [verb for verb, count in verbs.items() if count > 1]
    yield from (f"{service}:{verb}*" for verb in sorted(several, key=lambda verb: -verbs[verb])[:4])
    if len(written) <= len(service) + 1:
        yield f"{service}:*"


def _elsewhere(written: str, vocabulary: Vocabulary, services: Sequence[str]) -> Iterator[Candidate]:
    """Actions of any service by their own name, for those who do not know the service's prefix."""
    if len(written) < _SHORTEST or is_wild(written) or not written.isalnum():
        return
    allowed, here = frozenset(services), vocabulary.things.services
    found = [name for name in vocabulary.named(written) if name.partition(":")[0] in allowed]
    found.sort(key=lambda name: (WELL_KNOWN.get(name.lower(), len(WELL_KNOWN)), name.partition(":")[0] not in here))
    yield from (action(name, vocabulary) for name in found[:_MOST_ELSEWHERE])


def _of_trust(place: Place, vocabulary: Vocabulary) -> Iterator[Candidate]:
    service = vocabulary.service("sts")
    for name in trusted_actions(place):
        known = service.actions.get(name.lower())
        if known is not None and known.full_name not in place.beside:
            yield action(known.full_name, vocabulary)


def trusted_actions(place: Place) -> tuple[str, ...]:
    """The actions that suit the principals of a trust policy's statement; all of them where nobody is named yet."""
    ways: dict[str, None] = {}
    for type_, names in principal_types(place.statement).items():
        if type_ in ("AWS", "Service", "*"):
            ways["AWS"] = None
        elif type_ == "Federated":
            ways.update(dict.fromkeys("SAML" if ":saml-provider/" in name else "OIDC" for name in names if name))
    found = dict.fromkeys(name for way in ways or _TRUSTED for name in _TRUSTED[way])
    return tuple(sorted(found, key=lambda name: not name.startswith("Assume")))


def action(name: str, vocabulary: Vocabulary) -> Candidate:
    """An action as a candidate, with its access level."""
    index = vocabulary.catalog.index
    number = index.number(name)
    level = index.access_level(number) if number is not None else None
    note = Said(f"editing.level-{level.lower().replace(' ', '-')}") if level is not None else ""
    return Candidate(CandidateKind.ACTION, name, note)


def pattern(text: str, vocabulary: Vocabulary) -> Candidate:
    """A pattern as a candidate, with the number of actions that it matches."""
    count = _count(vocabulary, text)
    return Candidate(CandidateKind.PATTERN, text, count, Said("editing.pattern-about", count.arguments))


def _count(vocabulary: Vocabulary, text: str) -> Said:
    return Said("editing.pattern-count", {"count": len(vocabulary.catalog.index.expand(text))})
