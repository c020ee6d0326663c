"""Actions and condition keys found by their Korean meaning: what a Korean types who does not know AWS's name."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache
from typing import Final

from iamtutor.catalog.meaning import read_meanings, services_with_meanings

_ENDINGS: Final = (
    *("합니다", "하는", "하기", "한다", "하다", "에서", "으로", "부터", "까지"),
    *("을", "를", "은", "는", "이", "가", "의", "에", "로", "와", "과", "기", "다"),
)
_ALSO: Final = {
    "만들": ("만듭니다",),
    "생성": ("만듭니다",),
    "지우": ("삭제", "제거"),
    "바꾸": ("변경", "바꿉니다"),
    "수정": ("변경",),
    "편집": ("변경",),
    "보": ("조회",),
    "읽": ("읽습니다", "조회"),
    "붙이": ("붙입니다", "연결"),
    "떼": ("분리", "제거"),
    "보내": ("보냅니다",),
    "가져오": ("가져옵니다",),
    "켜": ("켭니다", "활성화"),
    "끄": ("끕니다", "비활성화"),
    "쓰": ("씁니다",),
    "올리": ("올립니다",),
    "받": ("받습니다",),
    "넘기": ("넘깁니다", "넘겨"),
}
"""What else a verb is called here, by its stem."""


def found_by_meaning(written: str) -> Iterator[tuple[str, str, str]]:
    """Service, name and meaning of what all written words are said of, the shortest meaning first.

    The words are looked for as they stand; where nothing has them so, without their endings and with words like them.
    A word of one syllable must begin a word.
    """
    words = written.lower().split()
    for forms in ([(word,) for word in words], [_forms(word) for word in words]):
        wanted = [tuple(form if len(form) > 1 else f" {form}" for form in each) for each in forms]
        found = [row for row in _rows() if all(any(form in row[0] for form in each) for each in wanted)]
        if found:
            found.sort(key=lambda row: (len(row[0]), row[1:]))
            yield from (row[1:] for row in found)
            return


def _forms(word: str) -> tuple[str, ...]:
    stem = next((word.removesuffix(end) for end in _ENDINGS if word.endswith(end) and len(word) > len(end)), word)
    return (word, stem, *_ALSO.get(stem, _ALSO.get(word, ())))


@cache
def _rows() -> tuple[tuple[str, str, str, str], ...]:
    """Every meaning there is, in small letters and as it stands. Takes about 15 ms the first time."""
    return tuple(
        (f" {service} {meaning}".lower(), service, name, meaning)
        for service in services_with_meanings()
        for _, name, meaning in read_meanings(service)
    )
