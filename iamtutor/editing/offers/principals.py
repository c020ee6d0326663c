"""Principals: their types, and whom there is to name under each.

https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_principal.html
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from iamtutor.catalog import SERVICE_PRINCIPALS
from iamtutor.editing.candidate import Candidate, CandidateKind, Said
from iamtutor.editing.place import Place
from iamtutor.editing.things import Thing
from iamtutor.editing.vocabulary import Vocabulary
from iamtutor.policy import PolicyKind
from iamtutor.policy.elements import PRINCIPAL_TYPES

_FAMILIAR: Final = tuple(
    f"{host}.amazonaws.com"
    for host in ("ec2", "lambda", "ecs-tasks", "s3", "sns", "sqs", "events", "cloudtrail", "logs", "codebuild")
)
_SIGN_IN: Final = ("accounts.google.com", "cognito-identity.amazonaws.com", "graph.facebook.com", "www.amazon.com")
"""Providers that AWS knows without an IAM provider of one's own."""


def types(place: Place, vocabulary: Vocabulary) -> Iterator[Candidate]:
    """The keys of a Principal; what the resource does not know (a canonical user anywhere but at S3) is left out."""
    for name in PRINCIPAL_TYPES:
        if name in place.beside or (name == "CanonicalUser" and not _may_be_canonical(place, vocabulary)):
            continue
        if place.kind is PolicyKind.RCP and name != "AWS":
            continue
        yield Candidate(CandidateKind.PRINCIPAL_TYPE, name, about=Said(f"editing.principal-{name}"))


def _may_be_canonical(place: Place, vocabulary: Vocabulary) -> bool:
    if place.kind is not PolicyKind.RESOURCE:
        return False
    return not vocabulary.owner or vocabulary.owner.startswith("arn:aws:s3:::")


def principals(place: Place, vocabulary: Vocabulary) -> Iterator[Candidate]:
    """Whom a Principal could name under its type; without one, everybody."""
    if not place.principal_type or place.kind is PolicyKind.RCP:
        yield Candidate(CandidateKind.PRINCIPAL, "*", Said("editing.everybody"), Said("editing.everybody-about"))
        return
    for candidate in _OF_TYPE.get(place.principal_type, _nobody)(vocabulary):
        if candidate.text not in place.beside:
            yield candidate


def _nobody(vocabulary: Vocabulary) -> Iterator[Candidate]:
    return iter(())


def _aws(vocabulary: Vocabulary) -> Iterator[Candidate]:
    yield from (principal(thing) for thing in vocabulary.things.principals)
    yield Candidate(CandidateKind.PRINCIPAL, "*", Said("editing.everybody"), Said("editing.everybody-about"))


def _services(vocabulary: Vocabulary) -> Iterator[Candidate]:
    for name in (*_FAMILIAR, *(each for each in SERVICE_PRINCIPALS if each not in _FAMILIAR)):
        yield service_principal_candidate(name, vocabulary)


def service_principal_candidate(name: str, vocabulary: Vocabulary) -> Candidate:
    """A service principal as a candidate."""
    service = SERVICE_PRINCIPALS[name].service
    title = vocabulary.catalog.services.get(service, service)
    return Candidate(CandidateKind.PRINCIPAL, name, title, Said("editing.service-principal", {"title": title}))


def _federated(vocabulary: Vocabulary) -> Iterator[Candidate]:
    yield from (principal(thing) for thing in vocabulary.things.providers)
    yield from (
        Candidate(CandidateKind.PRINCIPAL, name, Said("editing.kind-provider"), Said("editing.sign-in", {"name": name}))
        for name in _SIGN_IN
    )


def principal(thing: Thing) -> Candidate:
    """A principal of the world as a candidate."""
    about = Said(f"editing.thing-{thing.kind}", {"name": thing.name, "account": thing.account})
    return Candidate(CandidateKind.PRINCIPAL, thing.arn, Said(f"editing.kind-{thing.kind}"), about, is_here=True)


_OF_TYPE: Final = {"AWS": _aws, "Service": _services, "Federated": _federated}
