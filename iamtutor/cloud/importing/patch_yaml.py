"""A YAML text changed only where another value wants it: comments, order and layout of all the rest stay as somebody
wrote them."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any, Final, NamedTuple

import yaml

from iamtutor.cloud.importing.write_yaml import yaml_text
from iamtutor.cloud.places import ContentError
from iamtutor.cloud.yaml_source import load_yaml

_STEP: Final = 2
"""Columns by which a value below its key is indented where nothing in the text says otherwise."""


class _Edit(NamedTuple):
    start: int
    end: int
    text: str


def patched(text: str, value: dict[str, Any]) -> str:
    """The text, saying this value. Where that cannot be done piece by piece, the whole is written anew."""
    body = text.removeprefix("\ufeff")
    mark = text[: len(text) - len(body)]
    try:
        before, _ = load_yaml(body, "")
        root = yaml.compose(body, Loader=yaml.SafeLoader)
    except (ContentError, yaml.YAMLError, RecursionError):
        return yaml_text(value)
    if before == value:
        return text
    if not isinstance(root, yaml.MappingNode) or root.flow_style or not isinstance(before, dict):
        return yaml_text(value)
    result = mark + _applied(body, sorted(_edits(body, root, before, value)))
    try:
        says, _ = load_yaml(result, "")
    except ContentError:
        return yaml_text(value)
    return result if says == value else yaml_text(value)


def _applied(text: str, edits: list[_Edit]) -> str:
    newline = "\r\n" if "\r\n" in text else "\n"
    parts, at = [], 0
    for edit in edits:
        parts += [text[at : edit.start], edit.text.replace("\n", newline)]
        at = edit.end
    return "".join([*parts, text[at:]])


def _edits(text: str, node: yaml.MappingNode, before: dict[str, Any], value: dict[str, Any]) -> Iterator[_Edit]:
    """What to change in a block mapping so that it says `value`."""
    column = node.start_mark.column
    for key, part in node.value:
        name = key.value
        if name not in value:
            yield _Edit(_line_start(text, key.start_mark.index), _line_end(text, _end(text, part)), "")
        elif before.get(name) != value[name]:
            old, new = before.get(name), value[name]
            if _is_block(part) and old and isinstance(old, dict) and isinstance(new, dict) and new:
                yield from _edits(text, part, old, new)
            else:
                yield _replacement(text, key, part, new, column)
    added = {name: part for name, part in value.items() if name not in before}
    if added:
        last = max((_end(text, part) for _, part in node.value), default=node.end_mark.index)
        end = len(text) if column == 0 else _line_end(text, last)
        lead = "" if end == 0 or text[end - 1] == "\n" else "\n"
        yield _Edit(end, end, lead + _indented(yaml_text(added), column))


def _replacement(text: str, key: yaml.Node, part: yaml.Node, value: Any, column: int) -> _Edit:
    """Another value for a key; what stands behind the key on its own line, a comment too, stays there."""
    colon = text.index(":", key.end_mark.index) + 1
    end = max(colon, _end(text, part))
    written = yaml_text({"x": value}).removeprefix("x:").rstrip("\n")
    first, newline, rest = written.partition("\n")
    if not newline:
        return _Edit(colon, end, first)
    same_line = text[colon : text.find("\n", colon) if "\n" in text[colon:] else len(text)].rstrip("\r")
    keep = same_line if same_line.lstrip().startswith("#") else first
    step = 0 if rest.startswith("-") else _STEP
    lines = (line.removeprefix("  ") if step else line for line in rest.split("\n"))
    return _Edit(colon, end, keep + "\n" + _indented("\n".join(lines), column + step).rstrip("\n"))


def _is_block(node: yaml.Node) -> bool:
    return isinstance(node, yaml.MappingNode) and not node.flow_style


def _end(text: str, node: yaml.Node) -> int:
    """Where a value ends: the parser lets a block run on to whatever comes next, over blank lines and comments."""
    if isinstance(node, yaml.CollectionNode) and not node.flow_style and node.value:
        last = node.value[-1]
        return _end(text, last[1] if isinstance(node, yaml.MappingNode) else last)
    start, end = node.start_mark.index, node.end_mark.index
    return start + len(text[start:end].rstrip())


def _line_start(text: str, at: int) -> int:
    return text.rfind("\n", 0, at) + 1


def _line_end(text: str, at: int) -> int:
    """Behind the line on which `at` lies, its newline included."""
    end = text.find("\n", at)
    return len(text) if end < 0 else end + 1


def _indented(text: str, column: int) -> str:
    pad = " " * column
    return "".join(f"{pad}{line}" if line.strip() else line for line in text.splitlines(keepends=True))
