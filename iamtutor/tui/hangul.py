"""Letters as they arrive while a Korean input method is on: the jamo on the same key of the two-set keyboard."""

from __future__ import annotations

_LATIN = "qwertyuiopasdfghjklzxcvbnm"
_JAMO = "ㅂㅈㄷㄱㅅㅛㅕㅑㅐㅔㅁㄴㅇㄹㅎㅗㅓㅏㅣㅋㅌㅊㅍㅠㅜㅡ"
TWINS: dict[str, str] = dict(zip(_LATIN, _JAMO, strict=True))


def with_twins(keys: str) -> str:
    """`"j,down"` becomes `"j,ㅓ,down"`: every single letter is joined by its Hangul twin."""
    expanded: list[str] = []
    for key in keys.split(","):
        expanded.append(key)
        if key in TWINS:
            expanded.append(TWINS[key])
    return ",".join(expanded)
