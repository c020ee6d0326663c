"""What a strict model refuses, said as findings: with file, line and key, and in words of ours."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import TYPE_CHECKING, Any, Final, NamedTuple

from iamtutor.cloud.places import ContentError, Json, KeyPath, Places
from iamtutor.policy.finding import Argument, Finding

if TYPE_CHECKING:
    from pydantic import TypeAdapter, ValidationError
    from pydantic_core import ErrorDetails

_WANTED: Final = {
    "string_type": "text", "string_unicode": "text", "string_sub_type": "text",
    "bool_type": "true-false", "bool_parsing": "true-false",
    "int_type": "number", "int_parsing": "number", "int_from_float": "number",
    "float_type": "number", "float_parsing": "number",
    "dict_type": "mapping", "mapping_type": "mapping", "model_type": "mapping", "model_attributes_type": "mapping",
    "dataclass_type": "mapping", "list_type": "list", "tuple_type": "list", "set_type": "list",
    "frozen_set_type": "list", "date_type": "date", "date_parsing": "date", "date_from_datetime_parsing": "date",
    "datetime_type": "date", "none_required": "nothing",
}  # fmt: skip
"""What pydantic's type errors wanted: the last part of a message id (`cloud.wanted-text` …)."""

_LIMITS: Final = {
    "string_too_short": ("cloud.shape-too-short", "min_length"),
    "string_too_long": ("cloud.shape-too-long", "max_length"),
    "too_short": ("cloud.shape-too-few", "min_length"),
    "too_long": ("cloud.shape-too-many", "max_length"),
    "greater_than_equal": ("cloud.shape-too-small", "ge"),
    "greater_than": ("cloud.shape-too-small", "gt"),
    "less_than_equal": ("cloud.shape-too-large", "le"),
    "less_than": ("cloud.shape-too-large", "lt"),
}


class _Complaint(NamedTuple):
    """One error of the model, at a path that the value has; `branch` says that it comes from one form of several."""

    path: KeyPath
    about_key: bool
    branch: bool
    error: ErrorDetails


def validated(adapter: TypeAdapter[Any], value: Json, places: Places) -> Any:
    """The value as the model has it. Raises ContentError with a finding for everything that the model refuses."""
    from pydantic import ValidationError

    try:
        return adapter.validate_python(value)
    except ValidationError as error:
        raise ContentError(validation_findings(error, places)) from None


def validation_findings(error: ValidationError, places: Places) -> tuple[Finding, ...]:
    """A finding for each key or value that the model refuses, in the order of the text.

    Errors of the several forms that a value may take become one finding. A custom error whose type is a message id
    (it holds a dot) keeps that id, with its context as arguments.
    """
    complaints = [_complaint(detail, places) for detail in error.errors(include_url=False)]
    groups: dict[tuple[KeyPath, bool], list[_Complaint]] = {}
    for complaint in complaints:
        groups.setdefault((complaint.path, complaint.about_key), []).append(complaint)
    deeper = {path[:size] for path, _ in groups for size in range(len(path))}
    findings = [
        _finding(group, places)
        for (path, _), group in groups.items()
        if not (path in deeper and all(complaint.branch for complaint in group))
    ]
    return tuple(sorted(findings, key=lambda finding: finding.span or (0, 0)))


def _complaint(error: ErrorDetails, places: Places) -> _Complaint:
    """Follow the location through the text: what leads nowhere names a form (of several), not a key.

    Where the text has no places of its own (values from a fence's first line), the location is taken as it is.
    """
    location = list(error["loc"])
    about_key = bool(location) and location[-1] == "[key]"
    if about_key:
        location.pop()
    if error["type"] == "missing" and location:
        error = {**error, "ctx": {"name": str(location.pop())}}
    path: KeyPath = ()
    branch = False
    for step in location:
        if (*path, step) in places.by_path or len(places.by_path) < 2:
            path = (*path, step)
        else:
            branch = True
    return _Complaint(path, about_key or error["type"] in ("extra_forbidden", "missing"), branch, error)


def _finding(group: list[_Complaint], places: Places) -> Finding:
    first = next((complaint for complaint in group if "." in complaint.error["type"]), group[0])
    if "." in first.error["type"]:
        return places.finding(first.error["type"], first.path, dict(_plain(first.error.get("ctx", {}))))
    wanted = sorted({_WANTED.get(complaint.error["type"], "") for complaint in group})
    if wanted == ["text"] and _is_number(first.error["input"]):
        return places.finding("cloud.shape-number-for-text", first.path)
    if len(wanted) == 1 and wanted[0]:
        return places.finding(f"cloud.shape-wanted-{wanted[0]}", first.path)
    if len(group) > 1 and all(complaint.branch for complaint in group):
        return places.finding("cloud.shape-no-form", first.path)
    code, arguments = _message(first.error)
    return places.finding(code, first.path, arguments, at_key=first.about_key)


def _message(error: ErrorDetails) -> tuple[str, dict[str, Argument]]:
    kind, context = error["type"], error.get("ctx", {})
    if kind == "missing":
        return "cloud.shape-missing", {"name": context["name"]}
    if kind == "extra_forbidden":
        code = "cloud.shape-stray-key" if error["input"] is None else "cloud.shape-unknown-key"
        return code, {"name": str(error["loc"][-1])}
    if kind in _LIMITS:
        code, name = _LIMITS[kind]
        return code, {"limit": _number(context.get(name))}
    if kind in ("literal_error", "enum"):
        return "cloud.shape-not-one-of", {"expected": str(context.get("expected", "")).replace(" or ", ", ")}
    if kind == "string_pattern_mismatch":
        return "cloud.shape-wrong-form", {"pattern": str(context.get("pattern", ""))}
    if kind in ("union_tag_invalid", "union_tag_not_found"):
        expected = str(context.get("expected_tags", "")) or str(context.get("discriminator", ""))
        return "cloud.shape-not-one-of", {"expected": expected}
    return "cloud.shape-refused", {}


def _plain(context: Mapping[str, Any]) -> Iterator[tuple[str, Argument]]:
    for name, value in context.items():
        yield name, value if isinstance(value, str | int) else str(value)


def _number(value: object) -> int:
    return int(value) if isinstance(value, int | float) else 0


def _is_number(value: Json) -> bool:
    return isinstance(value, int | float) and not isinstance(value, bool)
