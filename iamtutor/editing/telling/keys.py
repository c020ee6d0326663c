"""Condition keys, and policy variables, which are keys too."""

from __future__ import annotations

from dataclasses import replace
from typing import Final

from iamtutor.catalog import ConditionKey, GlobalKey, UnknownNameError
from iamtutor.editing.candidate import Said, Words
from iamtutor.editing.key_texts import holding
from iamtutor.editing.meaning import in_words
from iamtutor.editing.offers.variables import LITERALS
from iamtutor.editing.telling.explained import Explained, Row, Section
from iamtutor.editing.vocabulary import Vocabulary

_MOST: Final = 30
_VARIABLES: Final = "https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_variables.html"


def condition_key(written: str, actions: tuple[str, ...], vocabulary: Vocabulary) -> Explained | None:
    """A condition key: what it holds, when a request has it, and whether the statement's actions take it."""
    if not written:
        return None
    try:
        found = vocabulary.catalog.condition_key(written)
    except UnknownNameError as error:
        explained = Explained(written, (Said("editing.word-key"),), (Said("editing.word-unknown-key"),))
        return explained.with_sections(
            Section(Said("editing.word-near"), tuple(Row(name) for name in error.suggestions))
        )
    if isinstance(found, GlobalKey):
        return _global(written, found)
    return _of_service(written, found, actions, vocabulary)


def _global(written: str, key: GlobalKey) -> Explained:
    about: tuple[Words, ...] = (words,) if (words := holding(key)) is not None else ()
    also = f", {key.also}" if key.also else ""
    notes: list[Row | Words] = [f"{key.type}{also}", *_notes(key.multivalued, key.sensitive)]
    return Explained(
        written,
        (Said("editing.word-global-key"), Said(f"editing.word-section-{key.section}")),
        about,
        (
            Section(Said("editing.word-present"), (key.when, Said("editing.word-absent"))),
            Section(Said("editing.word-type"), tuple(notes)),
        ),
        key.source,
    )


def _notes(multivalued: bool, sensitive: bool = False) -> list[Words]:
    notes: list[Words] = [Said("editing.word-several")] if multivalued else []
    return [*notes, Said("editing.word-no-wildcards")] if sensitive else notes


def _of_service(written: str, key: ConditionKey, actions: tuple[str, ...], vocabulary: Vocabulary) -> Explained:
    homes = vocabulary.catalog.defining(key)
    taking = [action for home in homes for action in home.taking(key.name)]
    names: list[Row | Words] = [Row(each.full_name) for each in taking[:_MOST]]
    if len(taking) > _MOST:
        names.append(Said("editing.word-more", {"count": len(taking) - _MOST}))
    kinds: list[Row | Words] = [str(key.type), *_notes(key.multivalued)]
    explained = Explained(
        written,
        (Said("editing.word-service-key"), ", ".join(home.title for home in homes)),
        (in_words(vocabulary.catalog.meaning(key)),),
    )
    return explained.with_sections(
        _here([each.full_name for each in taking], actions, vocabulary),
        Section(Said("editing.word-type"), tuple(kinds)),
        Section(Said("editing.word-taken-by"), tuple(names)),
    )


def _here(taking: list[str], actions: tuple[str, ...], vocabulary: Vocabulary) -> Section | None:
    """Whether the actions of the statement take the key: one that is not taken is missing from their requests."""
    if not actions:
        return None
    spoken = {vocabulary.actions.names[number] for number in vocabulary.numbers(actions)}
    taken, others = len(spoken & set(taking)), len(spoken - set(taking))
    if not spoken:
        return None
    message = "word-taken-all" if not others else "word-taken-none" if not taken else "word-taken-some"
    return Section(Said("editing.word-in-statement"), (Said(f"editing.{message}", {"taken": taken, "others": others}),))


def variable(written: str, actions: tuple[str, ...], vocabulary: Vocabulary) -> Explained | None:
    """A policy variable: the key whose value stands in for it."""
    name, _, default = written.partition(",")
    if name in LITERALS:
        about = Said("editing.literal", {"character": name})
        return Explained(f"${{{name}}}", (Said("editing.word-variable"),), (about,), source=_VARIABLES)
    explained = condition_key(name.strip(), actions, vocabulary)
    if explained is None:
        return None
    note = Said("editing.word-variable-default" if default else "editing.word-variable-missing")
    return replace(
        explained,
        word=f"${{{written}}}",
        what=(Said("editing.word-variable"), *explained.what),
        about=(*explained.about, Said("editing.word-variable-about"), note),
        source=_VARIABLES,
    )
