"""The language to begin in, from what the person's system says."""

import re
from collections.abc import Mapping
from typing import Final

from iamtutor.words.bilingual import Lang

_NEUTRAL: Final = ("c", "posix")


def default_lang(environ: Mapping[str, str], system: str | None = None) -> Lang:
    """Choose Korean where the environment speaks it, else English.

    As gettext does: LANGUAGE is a list by preference, heard unless the locale is C; then the first of LC_ALL,
    LC_MESSAGES and LANG that is set. `system` is what the operating system itself says, used where the environment
    says nothing (Windows).
    """
    settings = (environ.get(name) for name in ("LC_ALL", "LC_MESSAGES", "LANG"))
    locale = next((value for value in settings if value), system or "")
    if _language(locale) in _NEUTRAL:
        return "en"
    for preferred in environ.get("LANGUAGE", "").split(":"):
        match _language(preferred):
            case "ko" | "korean":
                return "ko"
            case "en" | "english":
                return "en"
    return "ko" if _language(locale) in ("ko", "korean") else "en"


def _language(locale: str) -> str:
    """Return the language of ``ko_KR.UTF-8``, ``ko-KR`` or ``Korean_Korea.949``, in small letters."""
    return re.split(r"[_.@-]", locale.strip().lower(), maxsplit=1)[0]
