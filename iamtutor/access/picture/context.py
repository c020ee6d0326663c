"""The context of a request in a picture: every key with its value, and where it came from."""

from __future__ import annotations

from collections.abc import Collection

from iamtutor.access.decide import Decision
from iamtutor.access.picture.pieces import Line, Piece, Tone, cells, cut_middle
from iamtutor.access.picture.texts import MESSAGES
from iamtutor.access.request import Request, principal_context
from iamtutor.words import Lang, say
from iamtutor.words.cells import padded


def key_names(request: Request) -> dict[str, str]:
    """The keys of a request's context by their small letters, as they are written: by AWS, or in the request."""
    names = (*principal_context(request.principal), "aws:ResourceAccount", *request.written)
    return {name.lower(): name for name in names}


def context_lines(decision: Decision, given: Collection[str], width: int, lang: Lang) -> list[Line]:
    """First what the request itself carried, then what policies ask for in vain, then what was filled in."""

    def words(name: str) -> str:
        return say(MESSAGES, f"picture.{name}", lang)

    request = decision.request
    names = key_names(request)
    own = {key.lower() for key in given}
    rows: list[tuple[str, str, str, Tone]] = []
    for key, value in request.context.items():
        shown = value if isinstance(value, str) else f"[{', '.join(value)}]"
        origin = "context-given" if key in own else "context-filled"
        rows.append((names.get(key, key), shown or '""', origin, "value"))
    rows += [(key, words("context-missing-value"), "context-missing", "silent") for key in decision.missing_context]
    if not rows:
        return [(Piece(words("context-empty"), "faint"),)]
    order = ["context-given", "context-missing", "context-filled"]
    rows.sort(key=lambda row: (order.index(row[2]), row[0].lower()))
    origins = {origin: words(origin) for origin in order}
    last = max(cells(word) for word in origins.values())
    longest = max(cells(name) for name, *_ in rows)
    column = max(8, min(longest, (width - last - 2) // 2))
    room = max(4, width - column - last - 4)
    lines: list[Line] = []
    for name, value, origin, tone in rows:
        quiet = origin == "context-filled"
        lines.append(
            (
                Piece(padded(cut_middle(name, column), column), "dim" if quiet else "key"),
                Piece("  "),
                Piece(padded(cut_middle(value, room), room), "dim" if quiet else tone),
                Piece("  "),
                Piece(origins[origin], "faint" if quiet else "silent" if origin == "context-missing" else "accent"),
            )
        )
    return lines
