"""Where in a world's file a policy's statement stands."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING, Any, Final

from iamtutor.access import Layer, StatementRef

if TYPE_CHECKING:
    from iamtutor.cloud import Places

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


def statement_line(value: Any, places: Places, ref: StatementRef) -> int | None:
    """The line, from 1, of a statement that decided; None where two policies of the world could be meant."""
    name = ref.policy.rpartition("/")[2]
    found = [path for path in _documents(value, ()) if name in path and _UNDER[ref.layer] & set(path)]
    if len(found) != 1:
        return None
    path = (*found[0], "Statement")
    statements = _at(value, path)
    return places.line_of((*path, ref.index) if isinstance(statements, list) else path)


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
