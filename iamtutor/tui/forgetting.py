"""Letting go of screens that were left.

A widget that watches a value of the app (`watch(app, "lang", …)`, and Textual's own TextArea, which watches the theme)
stays in the app's list of watchers until that value changes, and with it its whole screen. Nobody changes the
language after each exercise: so the app strikes out who is gone. The list is Textual's own; a test holds it to that.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from textual.app import App


def forget_gone(app: App[Any]) -> None:
    """Strike out the watchers whose node is no longer running."""
    watchers: dict[str, list[tuple[Any, Any]]] = getattr(app, "__watchers", {})
    for listed in watchers.values():
        if any(not node.is_running for node, _ in listed):
            listed[:] = [(node, callback) for node, callback in listed if node.is_running]
