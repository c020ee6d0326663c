"""Mutants and rewritings of an attachments text: who has which managed policies, and who is in which group."""

from __future__ import annotations

from collections.abc import Iterator

import yaml

from iamtutor.course import Exercise
from tests.grading.documents import Json

_Found = Iterator[tuple[str, str]]


def attachment_mutants(exercise: Exercise, slot: str) -> _Found:
    """Other attachments: one entry taken out, put in, or put elsewhere."""
    value = yaml.safe_load(exercise.solution[slot]) or {}
    whole = exercise.attempt().world(0).attachments()
    yield "the start", exercise.task.slot(slot).start
    yield "nothing", "{}\n"
    for holder in value:
        yield f"without {holder}", _text({name: given for name, given in value.items() if name != holder})
    policies = sorted(policy for account in exercise.task.world.accounts.values() for policy in account.policies)
    groups = sorted(group for account in exercise.task.world.accounts.values() for group in account.groups)
    for holder in dict.fromkeys((*value, *whole)):
        yield from _lists(value, whole, holder, "managed", policies)
        if holder.startswith("user/"):
            yield from _lists(value, whole, holder, "groups", groups)


def _lists(value: Json, whole: Json, holder: str, key: str, known: list[str]) -> _Found:
    given = value.get(holder, {})
    listed = given.get(key, whole[holder].get(key, []))
    for name in known:
        if name in listed:
            fewer = [each for each in listed if each != name]
            yield f"{holder} {key} without {name}", _text({**value, holder: {**given, key: fewer}})
            for other in value:
                if other != holder and (key == "managed" or other.startswith("user/")):
                    yield from _moved(value, whole, (holder, other, key, name), fewer)
        else:
            yield f"{holder} {key} and {name}", _text({**value, holder: {**given, key: [*listed, name]}})


def _moved(value: Json, whole: Json, move: tuple[str, str, str, str], fewer: list[str]) -> _Found:
    holder, other, key, name = move
    there = value[other].get(key, whole[other].get(key, []))
    if name not in there:
        changed = {**value, holder: {**value.get(holder, {}), key: fewer}}
        changed[other] = {**value[other], key: [*there, name]}
        yield f"{name} of {holder} to {other}", _text(changed)


def attachment_rewritings(exercise: Exercise, slot: str) -> _Found:
    """The same attachments, written otherwise."""
    value = yaml.safe_load(exercise.solution[slot]) or {}
    whole = exercise.task.world.attachments()
    yield "in block style", _text(value)
    yield "the other way round", _text({name: value[name] for name in reversed(value)})
    yield (
        "lists the other way round",
        _text({name: {key: listed[::-1] for key, listed in given.items()} for name, given in value.items()}),
    )
    yield "everybody named", _text({**whole, **{name: {**whole[name], **given} for name, given in value.items()}})
    same = [name for name, given in value.items() if all(whole[name].get(key) == given[key] for key in given)]
    for name in same:
        yield f"{name} left out", _text({other: given for other, given in value.items() if other != name})
    yield (
        "policies named twice",
        _text(
            {name: {**given, "managed": [*given["managed"], *given["managed"][:1]]} for name, given in value.items()}
        ),
    )


def _text(value: Json) -> str:
    return yaml.safe_dump(value, sort_keys=False)
