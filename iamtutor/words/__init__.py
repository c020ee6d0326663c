"""Words for people: messages looked up in Korean or English, with particles that agree."""

from typing import TYPE_CHECKING

from iamtutor.lazy import lazily
from iamtutor.words.bilingual import Bilingual, Lang
from iamtutor.words.ending import Ending, ending
from iamtutor.words.locale import default_lang
from iamtutor.words.particle import agreeing, with_particle
from iamtutor.words.say import Messages, fill, listed, say

if TYPE_CHECKING:
    from iamtutor.words.gaps import missing

__all__ = [
    "Bilingual",
    "Ending",
    "Lang",
    "Messages",
    "agreeing",
    "default_lang",
    "ending",
    "fill",
    "listed",
    "missing",
    "say",
    "with_particle",
]

if not TYPE_CHECKING:
    __getattr__ = lazily(__name__, {"missing": "gaps"})
