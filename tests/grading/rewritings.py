"""Rewritings of a solution: the same access, written as another person would have written it."""

from __future__ import annotations

import copy
from collections.abc import Callable, Iterator
from itertools import combinations
from random import Random

from iamtutor.course import Exercise
from tests.grading.documents import (
    LISTED,
    Clause,
    Json,
    clauses_of,
    principals_of,
    several,
    single,
    statements_of,
    text_of,
    title_of,
    with_clause,
    with_principals,
    with_statement,
    with_statements,
)
from tests.grading.mutants import Mutant
from tests.grading.mutate_attachments import attachment_rewritings
from tests.grading.slot_texts import read_slot
from tests.grading.surroundings import Surroundings

_Found = Iterator[tuple[str, Json]]


def rewritings(exercise: Exercise, around: Surroundings, random: Random) -> Iterator[Mutant]:
    """Every rewriting of one slot, and all slots rewritten at once."""
    whole: dict[str, str] = {}
    for slot, shape in exercise.shape.edit.items():
        found: list[tuple[str, str]]
        if shape.type == "attachments":
            found = list(attachment_rewritings(exercise, slot))
        else:
            document = read_slot(exercise.solution[slot])
            found = [(name, text_of(changed)) for name, changed in document_rewritings(document, around, random)]
        for name, text in found:
            yield Mutant(f"{slot}: {name}", {slot: text})
        if found:
            whole[slot] = random.choice(found)[1]
    yield Mutant("several at once", whole)


def document_rewritings(document: Json, around: Surroundings, random: Random) -> _Found:
    """Every other way to write a document."""
    if document is None:
        return
    for name, rewrite in _WHOLE.items():
        yield name, rewrite(document)
    yield "shuffled", _shuffled(document, random)
    yield "Version left as it is, Id added", {"Id": "policy-1", **document}
    statements = statements_of(document)
    for index, statement in enumerate(statements):
        title = title_of(document, index)
        for what, instead in _statement(statement, around):
            yield f"{title}: {what}", with_statement(document, index, *instead)
    for first, second in combinations(range(len(statements)), 2):
        joined = _merged(statements[first], statements[second])
        if joined is not None:
            rest = [each for number, each in enumerate(statements) if number not in (first, second)]
            name = f"{title_of(document, first)} and {title_of(document, second)} in one"
            yield name, with_statements(document, [*rest, joined])
    yield from _useless(document)


def _each_statement(change: Callable[[Json, int], Json]) -> Callable[[Json], Json]:
    def rewrite(document: Json) -> Json:
        found = [change(copy.deepcopy(each), number) for number, each in enumerate(statements_of(document))]
        return with_statements(document, found)

    return rewrite


def _listed(statement: Json, _: int) -> Json:
    for element in LISTED:
        if element in statement:
            statement[element] = several(statement[element])
    for element in ("Principal", "NotPrincipal"):
        for kind, names in principals_of(statement, element):
            statement[element] = {**statement[element], kind: names}
    for keys in statement.get("Condition", {}).values():
        for key in keys:
            keys[key] = several(keys[key])
    return statement


def _unlisted(statement: Json, _: int) -> Json:
    for element in LISTED:
        if element in statement:
            statement[element] = single(several(statement[element]))
    return statement


def _without_sid(statement: Json, _: int) -> Json:
    statement.pop("Sid", None)
    return statement


def _other_sid(statement: Json, number: int) -> Json:
    return {**statement, "Sid": f"S{number}"}


def _recased(change: Callable[[str], str]) -> Callable[[Json, int], Json]:
    def recase(statement: Json, _: int) -> Json:
        for element in ("Action", "NotAction"):
            if element in statement:
                statement[element] = single([change(action) for action in several(statement[element])])
        return statement

    return recase


def _recased_keys(statement: Json, _: int) -> Json:
    for operator, keys in statement.get("Condition", {}).items():
        statement["Condition"][operator] = {key.lower(): values for key, values in keys.items()}
    return statement


def _only_statement(document: Json) -> Json:
    statements = statements_of(document)
    return {**document, "Statement": statements[0]} if len(statements) == 1 else document


_WHOLE: dict[str, Callable[[Json], Json]] = {
    "statements the other way round": lambda document: with_statements(document, statements_of(document)[::-1]),
    "every value a list": _each_statement(_listed),
    "every list of one a string": _each_statement(_unlisted),
    "without Sids": _each_statement(_without_sid),
    "other Sids": _each_statement(_other_sid),
    "actions in small letters": _each_statement(_recased(str.lower)),
    "actions in capitals": _each_statement(_recased(str.upper)),
    "condition keys in small letters": _each_statement(_recased_keys),
    "every statement twice": lambda document: with_statements(
        document, [_without_sid(copy.deepcopy(each), 0) for each in statements_of(document) * 2]
    ),
    "one statement, no list": _only_statement,
}


def _shuffled(document: Json, random: Random) -> Json:
    def shuffle(value: Json) -> Json:
        if isinstance(value, dict):
            return {key: shuffle(value[key]) for key in random.sample(sorted(value), len(value))}
        return [shuffle(each) for each in random.sample(value, len(value))] if isinstance(value, list) else value

    return shuffle(document)


def _statement(statement: Json, around: Surroundings) -> Iterator[tuple[str, list[Json]]]:
    """One statement as one or several others."""
    plain = _without_sid(copy.deepcopy(statement), 0)
    for element in ("Action", "Resource"):
        values = several(statement.get(element, []))
        if len(values) > 1:
            yield f"split by {element}", [{**plain, element: each} for each in values]
            yield f"{element} the other way round", [{**statement, element: values[::-1]}]
        if values:
            yield f"{element} twice", [{**statement, element: [*values, values[0]]}]
    yield from _spelled_out(statement, around)
    yield from _principals(statement, plain)
    yield from _conditions(statement)
    for element, useless in (("Action", "s3:getobjec?"), ("Resource", "arn:aws:s3:::*")):
        if several(statement.get(element, [])) == ["*"]:
            yield f"{element} * with more beside it", [{**statement, element: ["*", useless]}]


def _spelled_out(statement: Json, around: Surroundings) -> Iterator[tuple[str, list[Json]]]:
    """A wildcard as the list of its actions, and the list with the wildcard beside it."""
    actions = several(statement.get("Action", []))
    for index, action in enumerate(actions):
        if "*" in action and action != "*":
            names = around.catalog.expand(action)
            listed = [*actions[:index], *names, *actions[index + 1 :]]
            yield f"{action} spelled out", [{**statement, "Action": listed}]
            yield f"{action} and one of its actions", [{**statement, "Action": [*actions, names[0]]}]
        elif len(around.catalog.expand(f"{action[:-1]}?")) == 1:
            yield (
                f"{action} with ?",
                [{**statement, "Action": [*actions[:index], f"{action[:-1]}?", *actions[index + 1 :]]}],
            )
    if "NotAction" not in statement and "Resource" in statement:
        for index, resource in enumerate(several(statement["Resource"])):
            if resource.endswith("/*"):
                values = [*several(statement["Resource"]), f"{resource[:-1]}folder/*"]
                yield f"{resource} and a folder of it {index}", [{**statement, "Resource": values}]


def _principals(statement: Json, plain: Json) -> Iterator[tuple[str, list[Json]]]:
    for kind, names in principals_of(statement, "Principal"):
        if len(names) > 1:
            yield "split by Principal", [{**plain, "Principal": {kind: name}} for name in names]
        for index, name in enumerate(names):
            if name.endswith(":root"):
                other = [*names[:index], name.split(":")[4], *names[index + 1 :]]
                yield "the account by its number", [with_principals(statement, "Principal", kind, other)]
        yield "Principal twice", [with_principals(statement, "Principal", kind, [*names, names[0]])]


def _conditions(statement: Json) -> Iterator[tuple[str, list[Json]]]:
    for clause in clauses_of(statement):
        shown = f"{clause.operator} {clause.key}"
        yield f"{shown}: a value twice", [with_clause(statement, clause, clause._replace(values=clause.values * 2))]
        literal = not any(mark in str(value) for value in clause.values for mark in "*?$")
        if clause.operator == "StringEquals" and literal:
            yield f"{shown}: StringLike", [with_clause(statement, clause, clause._replace(operator="StringLike"))]
        if clause.operator == "Bool":
            yield (
                f"{shown}: JSON booleans",
                [with_clause(statement, clause, clause._replace(values=[value == "true" for value in clause.values]))],
            )
            beside = Clause("Null", clause.key, ["false"])
            if clause.values == ["true"]:
                yield f"{shown}: and Null", [with_clause(statement, clause, clause, beside)]


def _merged(first: Json, second: Json) -> Json | None:
    """Two statements that differ in Action alone or Resource alone, as one."""
    if set(first) != set(second):
        return None
    differing = [name for name in first if name != "Sid" and first[name] != second[name]]
    if len(differing) != 1 or differing[0] not in ("Action", "Resource"):
        return None
    element = differing[0]
    values = list(dict.fromkeys([*several(first[element]), *several(second[element])]))
    return {**first, element: values}


def _useless(document: Json) -> _Found:
    """Statements that change nothing."""
    statements = statements_of(document)
    model = {name: value for name, value in statements[0].items() if name not in ("Sid", "Condition")}
    for index, statement in enumerate(statements):
        for what, narrower in _within(statement):
            yield f"and {title_of(document, index)} again, {what}", with_statements(document, [*statements, narrower])
    if "Resource" not in model:
        return
    nowhere = {**model, "Effect": "Deny", "Action": "route53:DeleteHostedZone"}
    if not any("*" in several(each.get("Action", "*")) for each in statements):
        nowhere["Resource"] = "arn:aws:route53:::hostedzone/Z1D633PJN98FT9"
        yield "and a Deny of what nobody is allowed", with_statements(document, [*statements, nowhere])


def _within(statement: Json) -> _Found:
    """A part of a statement, once more."""
    plain = _without_sid(copy.deepcopy(statement), 0)
    resources, actions = several(statement.get("Resource", [])), several(statement.get("Action", []))
    for resource in resources[:1]:
        if resource.endswith("/*"):
            yield "for a folder", {**plain, "Resource": f"{resource[:-1]}x/*"}
    if len(actions) > 1:
        yield "one action of it", {**plain, "Action": actions[0]}
    narrow = {**plain, "Condition": {**plain.get("Condition", {}), "IpAddress": {"aws:SourceIp": "203.0.113.0/24"}}}
    yield "with a condition", narrow
