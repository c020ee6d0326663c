"""A text in both languages of the course."""

from dataclasses import dataclass
from typing import Literal

Lang = Literal["ko", "en"]


@dataclass(frozen=True, slots=True)
class Bilingual:
    """One text, in Korean and in English."""

    ko: str
    en: str

    def text(self, lang: Lang) -> str:
        """Return the text in one language."""
        return self.ko if lang == "ko" else self.en
