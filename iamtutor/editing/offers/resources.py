"""ARNs: of what there is in the world and suits the statement's actions, then the forms that the catalogue knows."""

from __future__ import annotations

from collections.abc import Iterator
from functools import lru_cache
from typing import Final

from iamtutor.editing.candidate import Candidate, CandidateKind, Said
from iamtutor.editing.offers.condition_keys import PLACEHOLDER, actions_of
from iamtutor.editing.place import Place
from iamtutor.editing.things import Thing
from iamtutor.editing.vocabulary import Vocabulary
from iamtutor.policy import PolicyKind
from iamtutor.policy.arn import Arn
from iamtutor.reason.arn_template import template_glob

_MOST_FORMS: Final = 60


def resources(place: Place, vocabulary: Vocabulary) -> Iterator[Candidate]:
    """What a Resource or NotResource could name."""
    actions = actions_of(place)
    templates = vocabulary.templates_of(actions)
    own = vocabulary.owner
    for thing in vocabulary.things.resources:
        if own and not (thing.arn == own or thing.arn.startswith((f"{own}/", f"{own}:"))):
            continue
        if thing.arn not in place.beside and (not actions or fits(thing.arn, templates)):
            yield resource(thing)
    everything = Candidate(
        CandidateKind.RESOURCE, "*", Said("editing.resource-all"), Said("editing.resource-all-about")
    )
    known = [] if own and place.kind is PolicyKind.RESOURCE else forms(templates[:_MOST_FORMS], vocabulary)
    shapes = [
        Candidate(CandidateKind.RESOURCE, form, name, Said("editing.resource-form", {"name": name}))
        for form, name in known
    ]
    yield from (everything, *shapes) if vocabulary.things.resources else (*shapes, everything)


def fits(arn: str, templates: tuple[str, ...]) -> bool:
    """Whether an ARN, or a pattern for what lies under it, is of one of these forms."""
    return any(_fits(arn, template) for template in templates)


@lru_cache(maxsize=8192)
def _fits(arn: str, template: str) -> bool:
    return template_glob(template).matches(arn)


def resource(thing: Thing) -> Candidate:
    """A thing of the world as a candidate."""
    about = Said(f"editing.thing-{thing.kind}", {"name": thing.name, "account": thing.account})
    return Candidate(CandidateKind.RESOURCE, thing.arn, Said(f"editing.kind-{thing.kind}"), about, is_here=True)


def forms(templates: tuple[str, ...], vocabulary: Vocabulary) -> Iterator[tuple[str, str]]:
    """ARNs with a star for whatever is not known, each with the name of its resource type.

    Region and account are the world's where it has one of each: a star would be wider than it has to be.
    """
    accounts, regions = tuple(vocabulary.things.accounts), vocabulary.things.regions
    account = accounts[0] if len(accounts) == 1 else "*"
    region = regions[0] if len(regions) == 1 else "*"
    known = {"${Partition}": "aws", "${Account}": account, "${Region}": region}
    for template in templates:
        form = PLACEHOLDER.sub(lambda match: known.get(match.group(), "*"), template)
        parts = Arn.parse(form)
        yield form, _type_name(template, vocabulary, parts.service if parts is not None else "")


def _type_name(template: str, vocabulary: Vocabulary, service: str) -> str:
    """What the catalogue calls the resource type of a template."""
    if service not in vocabulary.catalog.services:
        return service
    names = (name for name, arn in vocabulary.catalog.resource_arns(service).items() if arn == template)
    return next(names, service)
