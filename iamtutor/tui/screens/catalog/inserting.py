"""Putting a name into the policy from which somebody came."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from iamtutor.tui.widgets.policy_editor import PolicyEditor


def insert(editor: PolicyEditor, name: str) -> None:
    """Put a name in place of what is selected; in JSON as a text, unless the cursor stands in one."""
    start = min(editor.selection)
    before = editor.document.get_line(start[0])[: start[1]]
    written = name if editor.notation == "yaml" else as_written(before, name)
    editor.replace(written, *editor.selection, maintain_selection_offset=False)


def as_written(before: str, name: str) -> str:
    """A name in quotes, unless what stands before it in its line has left a text open."""
    is_open, is_escaped = False, False
    for char in before:
        if is_escaped:
            is_escaped = False
        elif char == "\\" and is_open:
            is_escaped = True
        elif char == '"':
            is_open = not is_open
    return name if is_open else f'"{name}"'
