"""Lines of styled runs on the screen: which colour a style's name means."""

from __future__ import annotations

from textual.content import Content

from iamtutor.words.runs import Line

_STYLES = {
    "": "$foreground",
    "frame": "$line",
    "title": "bold $primary",
    "dim": "$faint",
    "control": "$variable",
    "user": "$foreground",
    "role": "$foreground",
    "group": "$dim",
    "session": "$dim",
    "outsider": "$secondary",
    "bucket": "$string",
    "key": "$string",
    "resource": "$string",
    "endpoint": "$string",
    "line": "$dim",
    "open": "$allow",
    "conditional": "$accent",
    "blocked": "$deny",
    "unproved": "$key",
    "public": "bold $deny",
    "shared": "$accent",
    "chosen": "bold $badge-text on $accent",
}


def style_of(name: str) -> str:
    """The style of a name; `-lit` stands out, `-faint` steps back."""
    if name.endswith("-faint"):
        return "$faint"
    if name.endswith("-lit"):
        base = _STYLES.get(name.removesuffix("-lit"), "$foreground")
        return f"bold {'$foreground' if base == '$dim' else base}".replace("bold bold", "bold")
    return _STYLES.get(name, "$foreground")


def painted(line: Line) -> Content:
    """A line as the screen shows it."""
    return Content.assemble(*((run.text, style_of(run.style)) for run in line))
