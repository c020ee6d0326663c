"""Where in a world's file a policy's statement stands."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import TYPE_CHECKING, Any, Final

from iamtutor.access import Layer, Request, StatementRef

if TYPE_CHECKING:
    from iamtutor.cloud.places import Places

Path = tuple[str | int, ...]

_UNDER: Final = {
    Layer.IDENTITY: {"inline", "policies", "aws_policies"},
    Layer.BOUNDARY: {"policies", "aws_policies"},
    Layer.RESOURCE: {"policy", "trust"},
    Layer.SESSION: {"sessions"},
    Layer.SCP: {"scp"},
    Layer.RCP: {"rcp"},
    Layer.ENDPOINT: {"endpoints"},
}


def statement_line(value: Any, places: Places, ref: StatementRef, request: Request) -> int | None:
    """The line, from 1, of a statement that decided; None where two policies of the world could be meant.

    Of several with one name it is that of the caller or a group of the caller, or of the resource.
    """
    name = ref.policy.rpartition("/")[2]
    found = [path for path in _documents(value, ()) if name in path and _UNDER[ref.layer] & set(path)]
    if len(found) > 1:
        found = [path for path in found if path[:1] == ("accounts",) and _holds(value, path, ref.layer, request)]
    if len(found) != 1:
        return None
    path = (*found[0], "Statement")
    statements = _at(value, path)
    return places.line_of((*path, ref.index) if isinstance(statements, list) else path)


def _holds(value: Any, path: Path, layer: Layer, request: Request) -> bool:
    """Whether the entity at a path (`accounts`, account, kind, name …) is a party to the request."""
    _, account, kind, entity, *_ = path
    caller = request.principal
    if layer is Layer.RESOURCE:
        return entity in re.split("[:/]", request.resource)
    if value["accounts"][account]["id"] != caller.account:
        return False
    if kind == "groups":
        user = value["accounts"][account].get("users", {}).get(caller.name) or {}
        return entity in user.get("groups", ())
    return kind == "policies" or ((kind == "roles") == (caller.role_arn is not None) and entity == caller.name)


def _documents(value: Any, path: Path) -> Iterator[Path]:
    """The paths of all policy documents."""
    if isinstance(value, dict):
        if "Statement" in value:
            yield path
        else:
            for key, child in value.items():
                yield from _documents(child, (*path, key))
    elif isinstance(value, list):
        for index, child in enumerate(value):
            yield from _documents(child, (*path, index))


def _at(value: Any, path: Path) -> Any:
    for step in path:
        value = value[step]
    return value
