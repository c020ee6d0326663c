"""Letting go of screens that were left. Textual keeps two lists of its own in which they would stay; a test and the
benchmark `memory` hold them to that.

- A widget that watches a value of the app (`watch(app, "lang", …)`, and Textual's TextArea, which watches the theme)
  stays in the app's list of watchers until that value changes, and with it its whole screen.
- `StylesCache.get_inner_outer` remembers its last 1,024 calls, each with the cache of a widget: all that it had painted.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from textual._styles_cache import StylesCache

if TYPE_CHECKING:
    from textual.app import App


def forget_gone(app: App[Any]) -> None:
    """Strike out the watchers whose node is no longer running, and what was painted for it."""
    watchers: dict[str, list[tuple[Any, Any]]] = getattr(app, "__watchers", {})
    gone = False
    for listed in watchers.values():
        if any(not node.is_running for node, _ in listed):
            gone = True
            listed[:] = [(node, callback) for node, callback in listed if node.is_running]
    if gone:
        StylesCache.get_inner_outer.cache_clear()
