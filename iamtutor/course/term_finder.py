"""Terms in running text: the longest name counts; whole words in English, in Korean a word and its particles."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Final

from iamtutor.words import Lang

_PARTICLES: Final = [
    "은",
    "는",
    "이",
    "가",
    "을",
    "를",
    "의",
    "에",
    "에서",
    "에게",
    "에게서",
    "으로",
    "로",
    "으로서",
    "로서",
    "으로써",
    "로써",
    "와",
    "과",
    "이나",
    "나",
    "이든",
    "든",
    "이란",
    "란",
    "이라는",
    "라는",
    "이라고",
    "라고",
    "이라면",
    "라면",
    "이라도",
    "라도",
    "이며",
    "며",
    "이고",
    "고",
    "이다",
    "다",
    "입니다",
    "입니까",
    "인",
    "인지",
    "일",
    "이므로",
    "므로",
    "이어서",
    "이지만",
    "지만",
    "이지",
    "이기",
    "도",
    "만",
    "까지",
    "부터",
    "마다",
    "보다",
    "처럼",
    "같은",
    "조차",
    "밖에",
    "뿐",
    "대로",
    "들",
    "끼리",
    "하고",
    "이나마",
    "이면",
    "면",
    "이자",
    "이라",
    "라",
    "이었습니다",
    "였습니다",
]
_PARTICLE: Final = "|".join(sorted(map(re.escape, _PARTICLES), key=len, reverse=True))
_SHORTEST_KOREAN: Final = 2
"""One syllable is too little to be sure of: a statement is 문, and so is a door."""


@dataclass(frozen=True, slots=True)
class Found:
    """A term in a text: from `start` up to `end`, without a particle after it."""

    start: int
    end: int
    id: str


class TermFinder:
    """Finds names of terms in texts of one language."""

    def __init__(self, names: Iterable[tuple[str, tuple[str, ...]]], lang: Lang) -> None:
        """`names` are the ids of terms, each with all its names."""
        spelt: dict[str, str] = {}
        for id_, all_names in names:
            for name in all_names:
                for form in _forms(name, lang):
                    spelt.setdefault(form, id_)
        self._ids = {folded(form): id_ for form, id_ in spelt.items()}
        longest_first = sorted(spelt, key=len, reverse=True)
        one_of = "|".join(_spelling(form) for form in longest_first)
        if lang == "ko":
            after = rf"(?=(?:{_PARTICLE}){{0,2}}(?![가-힣A-Za-z0-9]))"
            pattern = rf"(?<![가-힣A-Za-z0-9])(?:{one_of}){after}"
        else:
            pattern = rf"(?<![\w-])(?:{one_of})(?![\w-])"
        self._pattern = re.compile(pattern, re.IGNORECASE) if spelt else None

    def found(self, text: str) -> list[Found]:
        """The terms in a text, from its beginning; none lies in another."""
        if self._pattern is None:
            return []
        matches = self._pattern.finditer(text)
        return [Found(each.start(), each.end(), self._ids[folded(each[0])]) for each in matches]


def folded(name: str) -> str:
    """A name without the differences that do not count: case, white space, hyphens."""
    return re.sub(r"[\s-]+", "", unicodedata.normalize("NFKC", name).casefold())


def _forms(name: str, lang: Lang) -> Iterator[str]:
    """The forms of a name that are looked for: in English the plural as well."""
    if lang == "ko":
        if len(name) >= _SHORTEST_KOREAN:
            yield name
        return
    yield name
    if name.endswith("y") and name[-2:-1] not in "aeiou":
        yield name[:-1] + "ies"
    elif name.endswith(("s", "x", "ch", "sh")):
        yield name + "es"
    else:
        yield name + "s"


def _spelling(form: str) -> str:
    """What matches a form: any white space or hyphen between its words; abbreviations only in capitals."""
    words = [re.escape(word) for word in re.split(r"[\s-]+", form)]
    between = r"\s?" if any("가" <= char <= "힣" for char in form) else r"[\s-]"
    spelling = between.join(words)
    return f"(?-i:{spelling})" if form.rstrip("s").isupper() else spelling
