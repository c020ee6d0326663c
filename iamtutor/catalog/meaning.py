"""What an action or a condition key means, in one line: AWS's own in English, and ours in Korean.

Ours lie in `meanings/ko`, a file for each service: a line holds a name, a tab and the meaning; what begins with ``#`` is
an aside. A file is read when something of its service is first asked for.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from types import MappingProxyType
from typing import Final

from iamtutor.words import Bilingual

FOLDER: Final = Path(__file__).with_name("meanings") / "ko"
_SUFFIX: Final = ".tsv"
_NONE: Final[Mapping[str, str]] = MappingProxyType({})


@dataclass(frozen=True, slots=True)
class Meaning:
    """One line about a name. `korean` is empty where nobody wrote it yet: whoever shows the English says that it is."""

    english: str
    korean: str = ""

    @property
    def bilingual(self) -> Bilingual | None:
        """The line in both languages; None where it is there in English only."""
        return Bilingual(self.korean, self.english) if self.korean else None


def korean_meaning(services: Iterable[str], name: str) -> str:
    """The Korean line about an action by its bare name, or a condition key by its full one, in the first of the
    services whose file has it; empty where none does. The services are prefixes as the catalogue knows them."""
    lower = name.lower()
    return next((line for service in services if (line := _of_service(service).get(lower))), "")


def services_with_meanings(folder: Path = FOLDER) -> tuple[str, ...]:
    """The services that have a file."""
    return tuple(sorted(path.name.removesuffix(_SUFFIX) for path in folder.glob(f"*{_SUFFIX}")))


def read_meanings(service: str, folder: Path = FOLDER) -> Iterator[tuple[int, str, str]]:
    """What a service's file holds: number of the line, name, meaning. A line without a tab has an empty meaning."""
    text = folder.joinpath(f"{service}{_SUFFIX}").read_text(encoding="utf-8")
    for number, line in enumerate(text.split("\n"), 1):
        if line and not line.startswith("#"):
            name, _, meaning = line.partition("\t")
            yield number, name, meaning


@cache
def _of_service(service: str) -> Mapping[str, str]:
    """The meanings of a service by name in small letters; nothing where there is no file, or none that can be read."""
    try:
        return {name.lower(): meaning for _, name, meaning in read_meanings(service)}
    except (OSError, UnicodeDecodeError):
        return _NONE
