"""Two themes named after Korean craft: celadon glaze on ink for the night, ink on mulberry paper for the day.

Allowed is blue and denied vermilion, which stay apart for colour-blind readers; every use carries a mark and a word as well.
"""

from __future__ import annotations

from textual.theme import Theme

NIGHT = Theme(
    name="celadon",
    primary="#8fc7ae",
    secondary="#d0aa6e",
    accent="#e6bd72",
    warning="#e6bd72",
    error="#f0906a",
    success="#79bdea",
    foreground="#dbe2dc",
    background="#101617",
    surface="#151d1e",
    panel="#1d2728",
    boost="#222e2f",
    dark=True,
    variables={
        "line": "#334244",
        "line-strong": "#5f8a7a",
        "dim": "#8b9b98",
        "faint": "#5d6d6c",
        "allow": "#79bdea",
        "deny": "#f0906a",
        "element": "#8fc7ae",
        "string": "#d5d0bd",
        "key": "#c3aee6",
        "variable": "#e6bd72",
        "number": "#e6bd72",
        "action": "#e8e2c8",
        "badge-text": "#101617",
        "input-cursor-background": "#e6bd72",
        "input-cursor-foreground": "#101617",
        "input-selection-background": "#33504a",
        "block-cursor-background": "#26383a",
        "block-cursor-foreground": "#f2f5ef",
        "block-cursor-text-style": "none",
        "block-cursor-blurred-background": "#1d2728",
        "block-hover-background": "#1d2a2b",
        "scrollbar": "#2b3a3b",
        "scrollbar-hover": "#44605a",
        "scrollbar-active": "#5f8a7a",
        "scrollbar-background": "#151d1e",
        "scrollbar-background-hover": "#151d1e",
        "scrollbar-background-active": "#151d1e",
        "scrollbar-corner-color": "#151d1e",
        "border": "#5f8a7a",
        "border-blurred": "#334244",
        "link-color": "#8fc7ae",
    },
)

DAY = Theme(
    name="hanji",
    primary="#24674f",
    secondary="#7d5a1d",
    accent="#8a5a00",
    warning="#8a5a00",
    error="#a93a12",
    success="#185a94",
    foreground="#262b29",
    background="#f3ecdc",
    surface="#faf6ea",
    panel="#ebe2cd",
    boost="#efe7d4",
    dark=False,
    variables={
        "line": "#cfc3a8",
        "line-strong": "#24674f",
        "dim": "#5f665f",
        "faint": "#8d8b78",
        "allow": "#185a94",
        "deny": "#a93a12",
        "element": "#24674f",
        "string": "#4d4630",
        "key": "#65409e",
        "variable": "#8a5a00",
        "number": "#8a5a00",
        "action": "#33302a",
        "badge-text": "#faf6ea",
        "input-cursor-background": "#24674f",
        "input-cursor-foreground": "#faf6ea",
        "input-selection-background": "#c6dccb",
        "block-cursor-background": "#d9e5d3",
        "block-cursor-foreground": "#1a201d",
        "block-cursor-text-style": "none",
        "block-cursor-blurred-background": "#ebe2cd",
        "block-hover-background": "#efe7d4",
        "scrollbar": "#d8ccb1",
        "scrollbar-hover": "#b3a885",
        "scrollbar-active": "#24674f",
        "scrollbar-background": "#faf6ea",
        "scrollbar-background-hover": "#faf6ea",
        "scrollbar-background-active": "#faf6ea",
        "scrollbar-corner-color": "#faf6ea",
        "border": "#24674f",
        "border-blurred": "#cfc3a8",
        "link-color": "#24674f",
    },
)

THEMES: tuple[Theme, ...] = (NIGHT, DAY)


def other(name: str) -> str:
    """The name of the theme that is not `name`."""
    return DAY.name if name == NIGHT.name else NIGHT.name
