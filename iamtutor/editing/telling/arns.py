"""ARNs in Resource elements and conditions, and principals."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import Final

from iamtutor.catalog import REGIONS, service_principal
from iamtutor.editing.candidate import Said, Words
from iamtutor.editing.telling.explained import Explained, Row, Section
from iamtutor.editing.vocabulary import Vocabulary
from iamtutor.policy.arn import Arn, is_account_id
from iamtutor.policy.pattern import Piece, is_wild, pattern
from iamtutor.reason.arn_template import template_glob
from iamtutor.reason.budget import Budget, ExhaustedError
from iamtutor.reason.glob import plain_glob
from iamtutor.reason.word_search import find_word

_ARNS: Final = "https://docs.aws.amazon.com/IAM/latest/UserGuide/reference-arns.html"
_PRINCIPALS: Final = "https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_principal.html"
_MOST: Final = 12
_STEPS: Final = 20_000
_VARIABLE: Final = re.compile(r"\$\{[^}]*\}?")
_KINDS: Final = {
    "root": "root",
    "user": "user",
    "role": "role",
    "assumed-role": "session",
    "federated-user": "federated-user",
    "saml-provider": "saml",
    "oidc-provider": "oidc",
}


def resource(written: str, actions: tuple[str, ...], vocabulary: Vocabulary) -> Explained | None:
    """What a Resource element names: its parts, its type, whether it exists here, and which actions work on it."""
    if written == "*":
        return Explained(
            "*", (Said("editing.word-resource"),), (Said("editing.resource-all-about"),), source=_ARNS
        ).with_sections(_actions("*", actions, vocabulary))
    arn = Arn.parse(written)
    if arn is None:
        return Explained(written, (Said("editing.word-resource"),), (Said("editing.word-no-arn"),), source=_ARNS)
    types = _types(written, arn, vocabulary)
    thing = vocabulary.things.thing(written)
    what: Words = Said(f"editing.kind-{thing.kind}") if thing is not None else types[0].name if types else ""
    explained = Explained(written, (Said("editing.word-arn"), *((what,) if what else ())), source=_ARNS)
    return explained.with_sections(
        _here(written, vocabulary),
        Section(Said("editing.word-parts"), _parts(arn, vocabulary)),
        Section(Said("editing.word-types"), types),
        _actions(written, actions, vocabulary),
    )


def _parts(arn: Arn, vocabulary: Vocabulary) -> tuple[Row, ...]:
    region = REGIONS.get(arn.region)
    name = vocabulary.things.accounts.get(arn.account)
    return (
        Row(arn.partition, Said("editing.word-part-partition")),
        Row(arn.service, vocabulary.catalog.services.get(arn.service, Said("editing.word-part-service"))),
        Row(arn.region or "·", region.title if region is not None else _empty("region", arn.region)),
        Row(arn.account or "·", _account(name) if name else _empty("account", arn.account)),
        Row(arn.resource or "·", Said("editing.word-part-resource")),
    )


def _account(name: str) -> Words:
    return Said("editing.thing-account", {"name": name, "account": name})


def _empty(part: str, written: str) -> Words:
    return Said(f"editing.word-part-{part}" if written else f"editing.word-part-no-{part}")


def _types(written: str, arn: Arn, vocabulary: Vocabulary) -> tuple[Row, ...]:
    """The resource types whose ARNs look like this one."""
    if arn.service not in vocabulary.catalog.services:
        return ()
    known = vocabulary.catalog.resource_arns(arn.service)
    return tuple(Row(name, template) for name, template in known.items() if _may_be(written, template))


@lru_cache(maxsize=1024)
def _may_be(written: str, template: str) -> bool:
    """Whether a pattern, its variables filled with anything, and the ARNs of a type have one in common."""
    named = plain_glob((Piece(_VARIABLE.sub("*", written), literal=False),))
    try:
        return find_word([named, template_glob(template)], [], Budget(_STEPS)) is not None
    except ExhaustedError:
        return True


def _here(written: str, vocabulary: Vocabulary) -> Section | None:
    """What it names in this world; nothing is said where there is no world."""
    things = vocabulary.things
    if things.world is None:
        return None
    title = Said("editing.word-here")
    exact = things.thing(written)
    if exact is not None:
        about = Said(f"editing.thing-{exact.kind}", {"name": exact.name, "account": exact.account})
        return Section(title, (about,))
    if "${" in written:
        return Section(title, (Said("editing.word-hangs-on-variable"),))
    if not is_wild(written):
        known = any(each.arn.endswith("/*") and pattern(each.arn)(written) for each in things.resources)
        return Section(title, (Said("editing.word-object-here" if known else "editing.word-not-here"),))
    matches = pattern(written)
    found = [each for each in things.resources if not is_wild(each.arn) and matches(each.arn)]
    rows: list[Row | Words] = [Row(each.arn, Said(f"editing.kind-{each.kind}")) for each in found[:_MOST]]
    if len(found) > _MOST:
        rows.append(Said("editing.word-more", {"count": len(found) - _MOST}))
    return Section(title, tuple(rows) or (Said("editing.word-not-here"),))


def _actions(written: str, actions: tuple[str, ...], vocabulary: Vocabulary) -> Section | None:
    """Which actions of the statement work on such a resource: on any other they are never allowed by this statement."""
    names = vocabulary.actions.names
    numbers = [number for each in actions if not is_wild(each) for number in vocabulary.catalog.index.expand(each)]
    rows: list[Row | Words] = []
    for number in numbers[:_MOST]:
        templates = vocabulary.actions.resources(number)
        works = written == "*" or any(_may_be(written, template) for template in templates)
        if written == "*" and not templates:
            rows.append(Row(names[number], Said("editing.word-only-all")))
        else:
            rows.append(Row(names[number], Said("editing.word-works" if works else "editing.word-works-not")))
    return Section(Said("editing.word-in-statement"), tuple(rows)) if rows else None


def principal(written: str, type_: str, vocabulary: Vocabulary) -> Explained | None:
    """Whom a Principal names."""
    if written == "*":
        return Explained("*", (Said("editing.word-principal"),), (Said("editing.everybody-about"),), source=_PRINCIPALS)
    if not written:
        return None
    if type_ == "Service":
        known = service_principal(written)
        title = vocabulary.catalog.services.get(known.service, known.service) if known is not None else ""
        about = Said("editing.service-principal", {"title": title}) if title else Said("editing.word-unknown-service")
        return Explained(written, (Said("editing.word-service-principal"),), (about,), source=_PRINCIPALS)
    arn = Arn.parse(written)
    kind = "account" if is_account_id(written) else _KINDS.get(_kind(arn), "web" if type_ == "Federated" else "")
    if not kind:
        return Explained(
            written, (Said("editing.word-principal"),), (Said("editing.word-no-principal"),), source=_PRINCIPALS
        )
    explained = Explained(
        written, (Said("editing.word-principal"),), (Said(f"editing.word-form-{kind}"),), source=_PRINCIPALS
    )
    return explained.with_sections(_known(written, arn, vocabulary))


def _kind(arn: Arn | None) -> str:
    if arn is None:
        return ""
    return "root" if arn.resource == "root" else arn.resource_type


def _known(written: str, arn: Arn | None, vocabulary: Vocabulary) -> Section | None:
    if vocabulary.things.world is None:
        return None
    title = Said("editing.word-here")
    thing = vocabulary.things.thing(written)
    if thing is not None:
        return Section(title, (Said(f"editing.thing-{thing.kind}", {"name": thing.name, "account": thing.account}),))
    account = written if arn is None else arn.account
    name = vocabulary.things.accounts.get(account)
    if name is not None and (arn is None or arn.resource_type == "assumed-role"):
        return Section(title, (_account(name),))
    return Section(title, (Said("editing.word-not-here"),))
