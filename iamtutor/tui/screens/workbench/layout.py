"""Which pane is in front where not all of them fit."""

from __future__ import annotations

from typing import Literal

from iamtutor.tui.messages import MESSAGES
from iamtutor.tui.widgets.text_pane import Mode
from iamtutor.words import Lang, say

Pane = Literal["text", "editor", "results"]


def pane_tabs(
    lang: Lang, mode: Mode, text: str, *, narrow: bool, has_slots: bool, has_requests: bool, answering: bool
) -> list[tuple[str, str]]:
    """The tabs of a screen that is too narrow for all panes; both languages become a tab each when it is narrow.

    `text` is the message that names the pane of text.
    """
    found: list[tuple[str, str]] = []
    if narrow and mode == "both":
        found += [("ko", "한국어"), ("en", "English")]
    else:
        found.append(("text", say(MESSAGES, text, lang)))
    if answering:
        found.append(("editor", say(MESSAGES, "tui.answers", lang)))
    elif has_slots:
        found.append(("editor", say(MESSAGES, "tui.pane-editor", lang)))
    if has_requests and narrow:
        found.append(("results", say(MESSAGES, "tui.pane-results", lang)))
    return found
