"""Names of condition keys: which key a policy means, where the catalogue's name holds a placeholder."""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import lru_cache
from typing import Final

_PLACEHOLDER: Final = re.compile(r"\$\{[^}]*\}|<[^>]*>")


def named_key(written: str, known: Iterable[str]) -> str | None:
    """The known key that a written one names, case aside: ``aws:RequestTag/team`` is ``aws:RequestTag/${TagKey}``.

    A written name may hold the placeholder itself. None where no key is meant.
    """
    lower = written.lower()
    templates = []
    for name in known:
        if name.lower() == lower:
            return name
        if "${" in name or "<" in name:
            templates.append(name)
    return next((name for name in templates if _expression(name).fullmatch(written)), None)


@lru_cache(maxsize=1024)
def _expression(name: str) -> re.Pattern[str]:
    return re.compile(".+".join(re.escape(part) for part in _PLACEHOLDER.split(name)), re.IGNORECASE | re.ASCII)
