"""Letters as they arrive while a Korean input method is on: the jamo on the same key of the two-set keyboard."""

from __future__ import annotations

_LATIN = "qwertyuiopasdfghjklzxcvbnm"
_JAMO = "ㅂㅈㄷㄱㅅㅛㅕㅑㅐㅔㅁㄴㅇㄹㅎㅗㅓㅏㅣㅋㅌㅊㅍㅠㅜㅡ"
TWINS: dict[str, str] = dict(zip(_LATIN, _JAMO, strict=True))


def with_twins(keys: str) -> str:
    """`"j,alt+l"` becomes `"j,ㅓ,alt+l,alt+ㅣ"`: every letter is joined by its Hangul twin, alone or with Alt."""
    expanded: list[str] = []
    for key in keys.split(","):
        expanded.append(key)
        held, letter = key.rpartition("+")[::2]
        if letter in TWINS and held in ("", "alt"):
            expanded.append(f"{held}+{TWINS[letter]}" if held else TWINS[letter])
    return ",".join(expanded)
