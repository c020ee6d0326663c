"""What was typed, as matchers over a text in small letters.

Korean: a word is found inside longer ones, with a blank or without (신뢰정책, 신뢰 정책), without its particle or ending
(정책을, 거부하는), while its last syllable is still being composed (정채 → 정책), and by initial consonants (ㅈㅊ → 정책).
English: from the beginning of a word, in singular and plural.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final, NamedTuple

_INITIALS: Final = "ㄱㄲㄴㄷㄸㄹㅁㅂㅃㅅㅆㅇㅈㅉㅊㅋㅌㅍㅎ"
_FINALS: Final = " ㄱㄲㄳㄴㄵㄶㄷㄹㄺㄻㄼㄽㄾㄿㅀㅁㅂㅄㅅㅆㅇㅈㅊㅋㅌㅍㅎ"
_CLUSTERS: Final = dict(
    zip(
        "ㄳㄵㄶㄺㄻㄼㄽㄾㄿㅀㅄ",
        ["ㄱㅅ", "ㄴㅈ", "ㄴㅎ", "ㄹㄱ", "ㄹㅁ", "ㄹㅂ", "ㄹㅅ", "ㄹㅌ", "ㄹㅍ", "ㄹㅎ", "ㅂㅅ"],
        strict=True,
    )
)
_FIRST: Final = ord("가")
_LAST: Final = ord("힣")
_PER_INITIAL: Final = 588
_PER_VOWEL: Final = 28

_ENDINGS: Final = sorted(
    [
        "은",
        "는",
        "이",
        "가",
        "을",
        "를",
        "의",
        "에",
        "와",
        "과",
        "로",
        "도",
        "만",
        "란",
        "나",
        "며",
        "으로",
        "에서",
        "에게",
        "까지",
        "부터",
        "보다",
        "처럼",
        "마다",
        "밖에",
        "하고",
        "라고",
        "라는",
        "이란",
        "이나",
        "이며",
        "이라고",
        "이라는",
        "으로써",
        "으로서",
        "로써",
        "로서",
        "으로는",
        "에서는",
        "에서도",
        "에게는",
        "에는",
        "에도",
        "으로부터",
        "로부터",
        "에서의",
        "과의",
        "와의",
        "입니다",
        "이다",
        "인가",
        "인지",
        "하다",
        "하는",
        "하기",
        "하면",
        "하려면",
        "한다",
        "합니다",
        "해야",
        "하지",
        "되다",
        "되는",
        "되면",
        "된다",
        "됩니다",
        "된",
        "한",
        "할",
        "될",
    ],
    key=len,
    reverse=True,
)
_LEAST: Final = 2
"""Characters that must be left of a word without its ending."""
_INSIDE: Final = 4
"""Letters from which on an English word is found in the middle of another, as Object in GetObject."""

EXACT: Final = 1.0
CLOSE: Final = 0.7
LOOSE: Final = 0.4


class Hit(NamedTuple):
    """A place in the text, and how well it fits: EXACT, CLOSE (another form of the word) or LOOSE (a part of one)."""

    start: int
    end: int
    fit: float


@dataclass(frozen=True, slots=True)
class Word:
    """One word that was typed. `titles_only` ones would find too much in running text."""

    written: str
    titles_only: bool = False

    def hits(self, text: str) -> Iterator[Hit]:
        """Where it stands in a text in small letters; hits may overlap."""
        if _is_latin(self.written):
            yield from _latin(self.written, text)
        else:
            yield from _hangul(self.written, text)


def words_of(written: str) -> tuple[Word, ...]:
    """The words of what was typed, at most eight; none where it is too little to search for."""
    found: list[Word] = []
    for each in written.lower().split()[:8]:
        initials = "".join(_CLUSTERS.get(char, char) for char in each)
        if all(char in _INITIALS for char in initials):
            if len(initials) >= _LEAST:
                found.append(Word(initials, titles_only=True))
        elif each not in (word.written for word in found) and any(char.isalnum() for char in each):
            found.append(Word(each))
    return tuple(found)


def _is_latin(word: str) -> bool:
    return all(char < "ᄀ" for char in word)


def _latin(word: str, text: str) -> Iterator[Hit]:
    stem, ends = _stem(word)
    at = text.find(stem)
    while at >= 0:
        starts_word = at == 0 or not _is_letter(text[at - 1])
        end = at + len(stem)
        if starts_word or len(stem) >= _INSIDE:
            form = next((form for form in ends if text.startswith(form, end)), None)
            if form is not None:
                after = end + len(form)
                whole = after == len(text) or not _is_letter(text[after])
                fit = (EXACT if whole else CLOSE) if starts_word else LOOSE
                yield Hit(at, after, fit)
        at = text.find(stem, end)


def _stem(word: str) -> tuple[str, tuple[str, ...]]:
    """What singular and plural share, and how they go on; the longest first."""
    if len(word) > 4 and word.endswith("ies"):
        return word[:-3], ("ies", "y")
    if len(word) > 3 and word.endswith("y") and word[-2] not in "aeiou":
        return word[:-1], ("ies", "y")
    if len(word) > 4 and word.endswith(("sses", "xes", "ches", "shes")):
        return word[:-2], ("es", "")
    if len(word) > 3 and word.endswith("s") and not word.endswith(("ss", "us", "is")):
        return word[:-1], ("s", "")
    return word, ("es", "s", "") if word.endswith(("ss", "x", "ch", "sh")) else ("s", "")


def _is_letter(char: str) -> bool:
    return char.isascii() and char.isalnum()


def _hangul(word: str, text: str) -> Iterator[Hit]:
    """The word itself; where it ends as words do in a sentence, also what is left without that."""
    yield from _matches(word, text, EXACT)
    for ending in _ENDINGS:
        stem = word.removesuffix(ending)
        if stem != word and len(stem) >= _LEAST and not stem.isspace():
            yield from _latin(stem, text) if _is_latin(stem) else _matches(stem, text, CLOSE)
            return


def _matches(word: str, text: str, fit: float) -> Iterator[Hit]:
    for match in re.finditer(_expression(word), text):
        same = match[0].replace(" ", "") == word
        yield Hit(match.start(), match.end(), fit if same else min(fit, CLOSE))


def _expression(word: str) -> str:
    pieces = [_composed(char) if number == len(word) - 1 else _piece(char) for number, char in enumerate(word)]
    return " ?".join(pieces)


def _piece(char: str) -> str:
    """One character; an initial consonant stands for every syllable that begins with it."""
    return _span(_FIRST + _INITIALS.index(char) * _PER_INITIAL, _PER_INITIAL) if char in _INITIALS else re.escape(char)


def _composed(char: str) -> str:
    """The last character, which may not be finished: 채 may become 책, and 각 the 가 of 가격."""
    code = ord(char)
    if not _FIRST <= code <= _LAST:
        return _piece(char)
    final = (code - _FIRST) % _PER_VOWEL
    if final == 0:
        return _span(code, _PER_VOWEL)
    following = _FINALS[final]
    if following in _INITIALS:
        return f"(?:{char}|{chr(code - final)}{_piece(following)})"
    return char


def _span(first: int, count: int) -> str:
    return f"[{chr(first)}-{chr(first + count - 1)}]"
