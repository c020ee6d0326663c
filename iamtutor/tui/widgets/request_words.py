"""Short words for a row of the request table: the caller, the keys that tell two requests apart, the reason."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from typing import Final

from iamtutor.access.narration import Said
from iamtutor.words import Bilingual, Lang

Context = tuple[tuple[str, str], ...]
"""The keys that a request itself carries, as they are written."""

_BARE: Final = frozenset(
    {"aws:sourceip", "aws:currenttime", "aws:requestedregion", "aws:sourcevpce", "aws:sourcevpc", "aws:viaawsservice"}
)
"""Keys whose values say by themselves what they are."""


def plain_caller(caller: str) -> str:
    """The part of an ARN that tells callers apart, `user/dev`; any other text as it is."""
    parts = caller.split(":", 5)
    return parts[5] if len(parts) == 6 and parts[0] == "arn" else caller


def context_of(context: Mapping[str, str | Sequence[str]]) -> Context:
    """A request's own keys, with their values as one text."""
    return tuple((key, value if isinstance(value, str) else f"[{', '.join(value)}]") for key, value in context.items())


def context_briefly(context: Context) -> str:
    """The same in as few cells as may be: `MFA ✓`, an address, a time, a tag."""
    return " ".join(_briefly(key, value) for key, value in context)


def context_fully(context: Context) -> Iterable[str]:
    """Each key with its value."""
    return (f"{key}={value}" for key, value in context)


def _briefly(key: str, value: str) -> str:
    lower = key.lower()
    if lower == "aws:multifactorauthpresent":
        return f"MFA {'✓' if value.lower() == 'true' else '✗'}"
    if lower == "aws:multifactorauthage":
        return f"MFA {value}s"
    if lower == "aws:securetransport":
        return "TLS ✓" if value.lower() == "true" else "TLS ✗"
    if lower in _BARE and lower != "aws:viaawsservice":
        return value
    name = key.partition("/")[2] or key.rpartition(":")[2]
    return f"{name}={plain_caller(value)}"


def why_briefly(said: Said, lang: Lang) -> str:
    """The reason in its bare words: the statement, or the one that came nearest and what it lacks."""

    def word(name: str) -> str:
        value = said.arguments[name]
        return value.text(lang) if isinstance(value, Bilingual) else str(value)

    match said.id:
        case "access.why.allowed" | "access.why.denied":
            return word("statement")
        case "access.why.allowed-both":
            return f"{word('statement')} + {word('other')}"
        case "access.why.nearest":
            return f"✗ {word('element')} · {word('statement')}"
        case _:
            return said.text(lang)
