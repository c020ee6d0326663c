"""The sound a word ends in when a Korean reader says it aloud: what the particle after it agrees with.

Hangul says it itself. Digits are read in Sino-Korean, capitals by the names of their letters, and other Latin words
as Korean writes them as loanwords (외래어 표기법): a final ``k``, ``p`` or ``t`` becomes a final consonant after a short
vowel (버킷, 스택, 앱) and a syllable of its own after a long vowel or a consonant (루트, 태스크, 헬프).
"""

import re
import unicodedata
from enum import Enum
from typing import Final

from iamtutor.words.loanwords import CONSONANT_WORDS, RIEUL_WORDS, SPOKEN_BY_LETTER, VOWEL_WORDS


class Ending(Enum):
    """How a word ends: in a vowel, in ㄹ, in another consonant, or nobody can say."""

    VOWEL = "vowel"
    RIEUL = "rieul"
    CONSONANT = "consonant"
    UNKNOWN = "unknown"


_HANGUL_FIRST: Final = 0xAC00
_HANGUL_LAST: Final = 0xD7A3
_FINALS: Final = 28
_FINAL_RIEUL: Final = 8

_DIGITS: Final = dict(
    zip(
        "0123456789",
        (
            Ending.CONSONANT,  # 영, 공; and 십, 백, 천, 만
            Ending.RIEUL,  # 일
            Ending.VOWEL,  # 이
            Ending.CONSONANT,  # 삼
            Ending.VOWEL,  # 사
            Ending.VOWEL,  # 오
            Ending.CONSONANT,  # 육
            Ending.RIEUL,  # 칠
            Ending.RIEUL,  # 팔
            Ending.VOWEL,  # 구
        ),
        strict=True,
    )
)
_LETTERS: Final = dict.fromkeys("abcdefghijkopqstuvwxyz", Ending.VOWEL) | {
    "l": Ending.RIEUL,
    "r": Ending.RIEUL,
    "m": Ending.CONSONANT,
    "n": Ending.CONSONANT,
}

# Read as part of the word they end: the * of s3:Get* is 별표, 62% is 퍼센트.
_READ_AT_THE_END: Final = dict.fromkeys("*%", Ending.VOWEL)
# Read only where nothing else is left: a message about the character itself.
_SYMBOLS: Final = dict.fromkeys(",.{}[]()<>\"'/\\=+&@|!?$“”‘’", Ending.VOWEL) | {  # 쉼표, 마침표, 괄호, 따옴표 …
    ":": Ending.CONSONANT,  # 콜론
    ";": Ending.CONSONANT,  # 세미콜론
    "`": Ending.CONSONANT,  # 백틱
    "-": Ending.CONSONANT,  # 하이픈
    "^": Ending.CONSONANT,  # 캐럿
    "#": Ending.CONSONANT,  # 샵
    "_": Ending.RIEUL,  # 밑줄
    "~": Ending.RIEUL,  # 물결
}

# Latin words that Korean closes with a consonant.
_CLOSED: Final = tuple(
    re.compile(f"(?:{shape})$")
    for shape in (
        "(m|n|me|ne|ng)",  # 토큰, 네임, 존, 스트링
        "(?<![aeiou])[aeiouy]t{1,2}|out",  # 버킷, 포맷, 타임아웃; but 루트, 웨이트, 오브젝트
        "[aeiouy]ck|(?<![aeiou])[aeiouy]k|ook",  # 스택, 노트북; but 위크, 네트워크
        "[aeiuy]p{1,2}|(?<!o)op|type",  # 맵, 그룹, 드롭, 타입; but 루프, 타임스탬프
        "[aeiouy][bc]",  # 웹, 토픽; but 싱크
    )
)

_ASIDE: Final = re.compile(r"(?<=\S)\s*\([^()]*\)\s*$")
_TOKEN: Final = re.compile(r"[A-Za-z0-9]+$")
_HUMP: Final = re.compile(r"[A-Z]+(?=[A-Z][a-z])|[A-Z]?[a-z]+|[A-Z]+")


def ending(text: str) -> Ending:
    """Say how the text ends when it is read aloud.

    Closing quotes, brackets and punctuation are not read; nor is an aside in parentheses: the particle belongs to the
    word before it (서비스 제어 정책(SCP)을), as the National Institute of Korean Language has it.
    """
    spoken = _ASIDE.sub("", unicodedata.normalize("NFC", text)).rstrip()
    while spoken:
        last = spoken[-1]
        if _is_read(spoken):
            return _of_last(spoken, last)
        spoken = spoken[:-1]
    return _of_symbols(text)


def _is_read(spoken: str) -> bool:
    last = spoken[-1]
    if last == "?":  # a wildcard after Latin text (물음표), punctuation after Korean
        return bool(re.search(r"[A-Za-z0-9*_/:-]\?+$", spoken))
    return last in _READ_AT_THE_END or last.isalnum()


def _of_last(spoken: str, last: str) -> Ending:
    if last in _READ_AT_THE_END or last == "?":
        return Ending.VOWEL
    if _HANGUL_FIRST <= ord(last) <= _HANGUL_LAST:
        return _of_syllable(last)
    token = _TOKEN.search(spoken)
    return _of_token(token.group()) if token else Ending.UNKNOWN


def _of_syllable(syllable: str) -> Ending:
    final = (ord(syllable) - _HANGUL_FIRST) % _FINALS
    if final == 0:
        return Ending.VOWEL
    return Ending.RIEUL if final == _FINAL_RIEUL else Ending.CONSONANT


def _of_symbols(text: str) -> Ending:
    symbols = text.strip()
    if len(symbols) > 2 and symbols[0] in "\"'`“‘" and symbols[-1] in "\"'`”’":
        symbols = symbols[1:-1].strip() or symbols
    return _SYMBOLS.get(symbols[-1], Ending.UNKNOWN) if symbols else Ending.UNKNOWN


def _of_token(token: str) -> Ending:
    known = _listed(token.lower())
    if known is not None:
        return known
    if token[-1].isdigit():
        return _DIGITS[token[-1]]
    return _of_word(_HUMP.findall(token)[-1])


def _listed(word: str) -> Ending | None:
    if word in VOWEL_WORDS:
        return Ending.VOWEL
    if word in CONSONANT_WORDS:
        return Ending.CONSONANT
    if word in RIEUL_WORDS:
        return Ending.RIEUL
    return None


def _of_word(hump: str) -> Ending:
    word = hump.lower()
    known = _listed(word)
    if known is not None:
        return known
    acronym = hump.isupper() and len(hump) <= 5
    if acronym or len(word) == 1 or word in SPOKEN_BY_LETTER or not re.search("[aeiouy]", word):
        return _LETTERS[word[-1]]
    return _of_loanword(word)


def _of_loanword(word: str) -> Ending:
    """Final sound of a Latin word, the most telling letters first."""
    if re.search(r"(l|le)$", word):  # 롤, 테이블, 프린시펄
        return Ending.RIEUL
    closed = any(shape.search(word) for shape in _CLOSED)
    return Ending.CONSONANT if closed else Ending.VOWEL
