"""Policies with a bar where the cursor stands, and what is offered there."""

from functools import cache
from pathlib import Path

from iamtutor.catalog import Catalog, Source
from iamtutor.cloud import Slot, World, load_world
from iamtutor.editing.completion import Completion, complete
from iamtutor.editing.vocabulary import Vocabulary
from iamtutor.policy import PolicyKind, Reading, read

WORLDS = Path(__file__).parents[2] / "exercises" / "worlds"


@cache
def catalog() -> Catalog:
    return Catalog(Source.installed())


@cache
def world(name: str = "acme") -> World:
    return load_world(WORLDS / f"{name}.yaml")


@cache
def vocabulary(name: str = "acme", slot: Slot | None = None) -> Vocabulary:
    """What can be named in a world of the exercises; in none where the name is empty."""
    return Vocabulary(catalog(), world(name) if name else None, slot)


def unmarked(marked: str) -> tuple[str, int]:
    """The text without the bar, and where it stood."""
    offset = marked.index("|")
    return marked[:offset] + marked[offset + 1 :], offset


def read_marked(marked: str, kind: PolicyKind = PolicyKind.IDENTITY) -> tuple[Reading, int]:
    text, offset = unmarked(marked)
    return read(text, kind), offset


def offered(
    marked: str,
    kind: PolicyKind = PolicyKind.IDENTITY,
    *,
    world: str = "acme",
    slot: Slot | None = None,
    bare: bool = False,
) -> Completion | None:
    reading, offset = read_marked(marked, kind)
    return complete(reading, offset, vocabulary(world, slot), bare=bare)


def texts(completion: Completion | None) -> list[str]:
    return [] if completion is None else [candidate.text for candidate in completion.candidates]


def statement(inner: str) -> str:
    """A policy of one statement that holds what is given."""
    return f'{{"Version": "2012-10-17", "Statement": [{{"Effect": "Allow", {inner}}}]}}'


def accepted(marked: str, chosen: str, kind: PolicyKind = PolicyKind.IDENTITY, **wanted: object) -> str:
    """The text after a candidate was accepted, with a bar where the cursor stands then."""
    completion = offered(marked, kind, **wanted)  # type: ignore[arg-type]
    assert completion is not None, marked
    candidate = next(each for each in completion.candidates if each.text == chosen)
    edit = completion.edit(candidate)
    text = unmarked(marked)[0]
    text = text[: edit.start] + edit.text + text[edit.end :]
    return text[: edit.cursor] + "|" + text[edit.cursor :]
