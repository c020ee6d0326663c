"""YAML read safely: plain data only, strict about what surprises people, with the line of every key.

Plain scalars follow YAML 1.2: `yes`, `no` and `on` are words, dates are words, and numbers are what JSON calls numbers.
Refused are tags, duplicate keys, merge keys, keys that are no text, several documents, and numbers that lose digits:
an account ID without quotation marks, or a leading zero. Size, depth and the growth of aliases are limited.
"""

from __future__ import annotations

from pathlib import Path as File
from typing import Final, NamedTuple

from iamtutor.cloud.places import ContentError, Json, Place, Places
from iamtutor.policy.finding import Argument, Finding, Lines, Span

MAX_BYTES: Final = 1_000_000


class Limits(NamedTuple):
    """How much a YAML text may hold: bytes, and values with every alias written out."""

    bytes: int
    values: int


CONTENT: Final = Limits(MAX_BYTES, 100_000)
"""The limits of what courses and packs bring along."""
OWN_WORLD: Final = Limits(50_000_000, 5_000_000)
"""The limits of a world that a person names: an imported account can hold thousands of roles."""


def load_yaml(source: File | str, name: str | None = None, limits: Limits = CONTENT) -> tuple[Json, Places]:
    """The value of a YAML file (a `pathlib.Path`) or text (a `str`), and the places of everything in it.

    `name` is how people know the file (by default its path). An empty text is None. Raises ContentError.
    """
    name = name if name is not None else str(source) if isinstance(source, File) else ""
    text = _read(source, name, limits) if isinstance(source, File) else source
    text = text.removeprefix("\ufeff")
    if not text.isascii():
        _refuse_unreadable(text, name)
    if len(text) > limits.bytes:
        raise ContentError([_at_start("cloud.yaml-too-large", name, limit=limits.bytes)])
    from iamtutor.cloud.yaml_composer import Composer  # yaml is slow to import, and most screens need none

    return Composer(text, name, limits.values).compose()


def _read(file: File, name: str, limits: Limits) -> str:
    try:
        if file.stat().st_size > limits.bytes:
            raise ContentError([_at_start("cloud.yaml-too-large", name, limit=limits.bytes)])
        return file.read_bytes().decode("utf-8")
    except UnicodeDecodeError:
        raise ContentError([_at_start("cloud.yaml-not-utf8", name)]) from None
    except OSError as error:
        code = "cloud.file-missing" if isinstance(error, FileNotFoundError) else "cloud.file-unreadable"
        raise ContentError([_at_start(code, name)]) from None


def _at_start(code: str, name: str, **arguments: Argument) -> Finding:
    return Finding(code, arguments={**arguments, "at": 1}, source=name)


def _refuse_unreadable(text: str, name: str) -> None:
    """A lone surrogate is no character; the C parser could not even be given it."""
    try:
        text.encode("utf-8")
    except UnicodeEncodeError as error:
        places = Places(name, Lines(text), {(): Place(None, Span(error.start, error.start + 1))})
        raise ContentError([places.finding("cloud.yaml-character", ())]) from None
