"""Other ways to write the same case of the decide contract, and ways to take something from it or add to it."""

from __future__ import annotations

import copy
import re
from collections.abc import Callable, Iterator
from random import Random
from typing import Any

from iamtutor.policy.operators import Qualifier, parse_operator

Json = Any
LISTS, LEVELS, SINGLE = ("identity", "session", "endpoint"), ("scp", "rcp"), ("boundary", "resource")
_VARIABLE = re.compile(r"\$\{[^}']*")


def groups_of(case: Json) -> Iterator[list[Json]]:
    """The policies of a case, each list of them that is evaluated as one."""
    layers = case["policies"]
    yield from (layers[layer] for layer in LISTS if layer in layers)
    yield from (level for layer in LEVELS for level in layers.get(layer, []))
    yield from ([layers[layer]] for layer in SINGLE if layers.get(layer))


def statements_of(case: Json) -> Iterator[Json]:
    """Every statement of a case."""
    for group in groups_of(case):
        for policy in group:
            yield from policy["document"]["Statement"]


def rewritten(case: Json, change: Callable[[list[Json]], list[Json]]) -> Json:
    """The case with every list of statements changed."""
    found = copy.deepcopy(case)
    for group in groups_of(found):
        for policy in group:
            policy["document"]["Statement"] = change(policy["document"]["Statement"])
    return found


def shuffled(case: Json, random: Random) -> Json:
    """Policies, statements, lists of values and conditions in another order; the order of levels stays."""
    found = copy.deepcopy(case)
    for group in groups_of(found):
        random.shuffle(group)
        for policy in group:
            policy["document"]["Statement"] = [_shuffled(each, random) for each in policy["document"]["Statement"]]
            random.shuffle(policy["document"]["Statement"])
    found["request"]["context"] = _shuffled(found["request"]["context"], random)
    return found


def _shuffled(value: Json, random: Random) -> Json:
    if isinstance(value, dict):
        return {key: _shuffled(value[key], random) for key in random.sample(sorted(value), len(value))}
    return random.sample(value, len(value)) if isinstance(value, list) else value


def split(statement: Json) -> list[Json]:
    """A statement as several: one for each action, resource, principal and value that are alternatives."""
    found = [statement]
    for element in ("Action", "Resource"):
        found = [each | {element: value} for each in found for value in _alternatives(each.get(element))
                 if element in each] or found  # fmt: skip
    if isinstance(statement.get("Principal"), dict):
        [(kind, names)] = statement["Principal"].items()
        found = [each | {"Principal": {kind: name}} for each in found for name in _alternatives(names)]
    for operator, keys in statement.get("Condition", {}).items():
        if not _is_split(operator):
            continue
        for key in keys:
            found = [_with_value(each, operator, key, value) for each in found
                     for value in _alternatives(each["Condition"][operator][key])]  # fmt: skip
    return found


def _alternatives(value: Json) -> list[Json]:
    return value if isinstance(value, list) else [value]


def _is_split(operator: str) -> bool:
    """Whether the values of a condition are alternatives: not under a negated operator, nor under ForAllValues."""
    parsed = parse_operator(operator)
    return parsed is not None and not parsed.base.negated and parsed.qualifier is not Qualifier.ALL


def _with_value(statement: Json, operator: str, key: str, value: Json) -> Json:
    changed = copy.deepcopy(statement)
    changed["Condition"][operator][key] = value
    return changed


def merged(case: Json) -> Json:
    """The policies of one layer or level as one, where they are written in the same version of the language."""
    found = copy.deepcopy(case)
    for group in groups_of(found):
        by_version: dict[str, Json] = {}
        for policy in group:
            whole = by_version.setdefault(policy["document"]["Version"], policy)
            if whole is not policy:
                whole["document"]["Statement"] += policy["document"]["Statement"]
        group[:] = by_version.values()
    return found


def listed(value: Json) -> Json:
    """A document with a list wherever a single value could be one."""
    changed = copy.deepcopy(value)
    for statement in changed["Statement"]:
        _each_value(statement, lambda found: found if isinstance(found, list) else [found])
    return changed


def unlisted(value: Json) -> Json:
    """A document with the value alone wherever a list has one element; a single statement too."""
    changed = copy.deepcopy(value)
    for statement in changed["Statement"]:
        _each_value(statement, lambda found: found[0] if isinstance(found, list) and len(found) == 1 else found)
    if len(changed["Statement"]) == 1:
        changed["Statement"] = changed["Statement"][0]
    return changed


def _each_value(statement: Json, change: Callable[[Json], Json]) -> None:
    for element in ("Action", "NotAction", "Resource", "NotResource"):
        if element in statement:
            statement[element] = change(statement[element])
    for element in ("Principal", "NotPrincipal"):
        if isinstance(statement.get(element), dict):
            statement[element] = {kind: change(names) for kind, names in statement[element].items()}
    for keys in statement.get("Condition", {}).values():
        for key in keys:
            keys[key] = change(keys[key])


def recased(case: Json, random: Random) -> Json:
    """Actions, condition keys and the keys of variables in another case."""

    def anyhow(text: str) -> str:
        return "".join(random.choice((char.lower(), char.upper())) for char in text)

    def variables(found: Json) -> Json:
        if isinstance(found, list):
            return [variables(each) for each in found]
        return _VARIABLE.sub(lambda match: anyhow(match[0]), found)

    found = copy.deepcopy(case)
    found["request"]["action"] = anyhow(found["request"]["action"])
    found["request"]["context"] = {anyhow(key): value for key, value in found["request"]["context"].items()}
    for statement in statements_of(found):
        for element in ("Action", "NotAction"):
            if element in statement:
                statement[element] = [anyhow(action) for action in _alternatives(statement[element])]
        for element in ("Resource", "NotResource"):
            if element in statement:
                statement[element] = variables(statement[element])
        for keys in statement.get("Condition", {}).values():
            values = {anyhow(key): variables(value) for key, value in keys.items()}
            keys.clear()
            keys.update(values)
    return found


def added(case: Json, layer: str, statement: Json) -> Json:
    """The case with one statement more in a layer, in a policy of its own where the layer takes several."""
    found = copy.deepcopy(case)
    layers = found["policies"]
    if layer == "session" and layers.get("session"):
        # Session policies together are one limit: what is added to them could widen it, so it goes into each.
        for policy in layers["session"]:
            policy["document"]["Statement"].append(statement)
        return found
    policy = {"name": "added", "document": {"Version": "2012-10-17", "Statement": [statement]}}
    if layer in LISTS:
        layers.setdefault(layer, []).append(policy)
    elif layer in LEVELS:
        levels = layers.setdefault(layer, [])
        levels[-1].append(policy) if levels else levels.append([policy])
    elif layers.get(layer):
        layers[layer]["document"]["Statement"].append(statement)
    else:
        layers[layer] = policy
    return found
