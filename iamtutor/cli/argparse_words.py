"""What argparse itself says, in Korean: its texts pass through the two gettext functions that it imports."""

from __future__ import annotations

import argparse
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any, Final

from iamtutor.words import Lang

KOREAN: Final = {
    "usage: ": "사용법: ",
    "positional arguments": "인수",
    "options": "옵션",
    "show this help message and exit": "이 도움말을 보여 줍니다",
    "show program's version number and exit": "버전을 보여 줍니다",
    "argument %(argument_name)s: %(message)s": "%(argument_name)s: %(message)s",
    "unrecognized arguments: %s": "알 수 없는 인수: %s",
    "the following arguments are required: %s": "빠진 인수: %s",
    "one of the arguments %s is required": "다음 가운데 하나가 필요합니다: %s",
    "not allowed with argument %s": "%s 옵션과 함께 쓸 수 없습니다",
    "ignored explicit argument %r": "값을 받지 않는 옵션입니다: %r",
    "expected one argument": "값이 하나 필요합니다",
    "expected at most one argument": "값은 하나까지만 쓸 수 있습니다",
    "expected at least one argument": "값이 하나 이상 필요합니다",
    "expected %s argument": "값이 %s개 필요합니다",
    "expected %s arguments": "값이 %s개 필요합니다",
    "unexpected option string: %s": "알 수 없는 옵션: %s",
    "ambiguous option: %(option)s could match %(matches)s": "%(option)s: 여러 옵션에 맞습니다 (%(matches)s)",
    "invalid %(type)s value: %(value)r": "쓸 수 없는 값입니다: %(value)r",
    "invalid choice: %(value)r (choose from %(choices)s)": "쓸 수 없는 값입니다: %(value)r (쓸 수 있는 값: %(choices)s)",
    "%(prog)s: error: %(message)s\n": "%(prog)s: %(message)s\n",
}


@contextmanager
def argparse_in(lang: Lang) -> Iterator[None]:
    """Let argparse speak a language while a parser is built and used."""
    if lang == "en":
        yield
        return
    module: Any = argparse
    before = module._, module.ngettext
    module._, module.ngettext = _korean, _korean_number
    try:
        yield
    finally:
        module._, module.ngettext = before


def _korean(text: str) -> str:
    return KOREAN.get(text, text)


def _korean_number(singular: str, plural: str, number: int) -> str:
    return KOREAN.get(plural, singular if number == 1 else plural)
