"""Actions, patterns of actions, and services."""

from __future__ import annotations

from collections import Counter
from typing import Final

from iamtutor.catalog import AccessLevel, Action, Service, UnknownNameError
from iamtutor.editing.candidate import Said, Words
from iamtutor.editing.meaning import in_words
from iamtutor.editing.telling.explained import Explained, Row, Section
from iamtutor.editing.vocabulary import Vocabulary
from iamtutor.policy.pattern import is_wild

_MOST: Final = 40


def action(written: str, vocabulary: Vocabulary) -> Explained | None:
    """What an Action element holds: one action, a pattern, or what has been begun of one."""
    if is_wild(written):
        return _pattern(written, vocabulary)
    try:
        found = vocabulary.catalog.action(written)
    except UnknownNameError as error:
        return _unknown(written, error.suggestions, vocabulary)
    service = vocabulary.service(found.service)
    explained = Explained(
        found.full_name,
        (Said("editing.word-action"), service.title, level(found.access_level)),
        (in_words(vocabulary.catalog.meaning(found)),),
        source="https://docs.aws.amazon.com/service-authorization/latest/reference/reference_policies_actions-resources-contextkeys.html",
    )
    return explained.with_sections(_resources(found, service), _needs(found), _keys(found, service))


def level(access_level: AccessLevel) -> Words:
    """An access level in words."""
    return Said(f"editing.level-{access_level.lower().replace(' ', '-')}")


def _resources(found: Action, service: Service) -> Section:
    rows: list[Row | Words] = []
    for each in found.resource_types:
        kind = service.resource_types.get(each.name.lower())
        rows.append(Row(f"{each.name}{'*' if each.required else ''}", kind.arn if kind is not None else ""))
    if not rows:
        rows.append(Said("editing.word-only-all"))
    elif any(each.required for each in found.resource_types):
        rows.append(Said("editing.word-required"))
    return Section(Said("editing.word-resources"), tuple(rows))


def _needs(found: Action) -> Section | None:
    if not found.dependent_actions:
        return None
    return Section(Said("editing.word-needs"), tuple(Row(name) for name in found.dependent_actions))


def _keys(found: Action, service: Service) -> Section:
    rows: list[Row | Words] = []
    for name in service.keys_of(found):
        key = service.condition_keys.get(name.lower())
        note: Words = ""
        if key is not None:
            note = Said("editing.key-several", {"type": key.type}) if key.multivalued else str(key.type)
        rows.append(Row(name, note))
    return Section(Said("editing.word-keys"), (*rows, Said("editing.word-global-too")))


def _pattern(written: str, vocabulary: Vocabulary) -> Explained:
    index = vocabulary.catalog.index
    numbers = list(index.expand(written))
    levels = Counter(index.access_level(number) for number in numbers)
    counts = tuple(Row(str(levels[each]), level(each)) for each in AccessLevel if levels[each])
    names: list[Row | Words] = [
        Row(index.names[number], level(index.access_level(number))) for number in numbers[:_MOST]
    ]
    if len(numbers) > _MOST:
        names.append(Said("editing.word-more", {"count": len(numbers) - _MOST}))
    about = Said("editing.pattern-about", {"count": len(numbers)}) if numbers else Said("editing.word-matches-nothing")
    explained = Explained(written, (Said("editing.word-pattern"),), (about,))
    return explained.with_sections(
        Section(Said("editing.word-levels"), counts), Section(Said("editing.word-matched"), tuple(names))
    )


def _unknown(written: str, near: tuple[str, ...], vocabulary: Vocabulary) -> Explained | None:
    prefix, _, rest = written.partition(":")
    title = vocabulary.catalog.services.get(prefix.lower())
    if title is not None and not rest:
        count = len(vocabulary.catalog.index.expand(f"{prefix}:*"))
        return Explained(
            prefix, (Said("editing.word-service"), title), (Said("editing.pattern-count", {"count": count}),)
        )
    if not written:
        return None
    explained = Explained(written, (Said("editing.word-action"),), (Said("editing.word-unknown-action"),))
    return explained.with_sections(Section(Said("editing.word-near"), tuple(Row(name) for name in near)))
