"""Words for people: messages looked up in Korean or English, with particles that agree."""

from iamtutor.words.bilingual import Bilingual, Lang
from iamtutor.words.ending import Ending, ending
from iamtutor.words.gaps import missing
from iamtutor.words.locale import default_lang
from iamtutor.words.particle import agreeing, with_particle
from iamtutor.words.say import Messages, fill, listed, say

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
