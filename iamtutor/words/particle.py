"""Korean particles that agree with the word before them: 정책이, 역할이 / 정책을, ``s3:GetObject``를."""

from functools import lru_cache
from typing import Final

from iamtutor.words.ending import Ending, ending

_PAIRS: Final = {"을": "를", "이": "가", "은": "는", "과": "와", "아": "야"}
_AS_PAIR: Final = {form: pair for pair in _PAIRS.items() for form in pair}

# A form after a consonant, and what it becomes after a vowel; more may follow (으로부터, 이라고, 이었습니다).
_STEMS: Final = (("으로", "로"), ("이에요", "예요"), ("이었", "였"), ("이어", "여"))
# The copula drops its 이 after a vowel before these.
_AFTER_COPULA: Final = ("라", "나", "며", "고", "든", "란", "면", "므로", "지만", "랑")


def with_particle(word: str, particle: str) -> str:
    """Put the agreeing form of a particle after a word; either form names it (``을`` or ``를``).

    Where nobody can say how the word is read, both forms are written: 을(를), (으)로.
    """
    return word + agreeing(word, particle)


def agreeing(word: str, particle: str) -> str:
    """Return the form of the particle that agrees with the word, alone. ValueError when it is no such particle."""
    after_consonant, after_vowel = _forms(particle)
    match ending(word):
        case Ending.VOWEL:
            return after_vowel
        case Ending.RIEUL:
            return after_vowel if after_consonant.startswith("으로") else after_consonant
        case Ending.CONSONANT:
            return after_consonant
        case Ending.UNKNOWN:
            return _both(after_consonant, after_vowel)


def is_particle(text: str) -> bool:
    """Whether the text names a particle that changes with the word before it."""
    try:
        _forms(text)
    except ValueError:
        return False
    return True


@lru_cache(maxsize=256)
def _forms(particle: str) -> tuple[str, str]:
    if particle in _AS_PAIR:
        return _AS_PAIR[particle]
    for long, short in _STEMS:
        for stem in (long, short):
            if particle.startswith(stem):
                rest = particle[len(stem) :]
                return long + rest, short + rest
    bare = particle.removeprefix("이")
    if bare.startswith(_AFTER_COPULA):
        return "이" + bare, bare
    raise ValueError(f"not a particle that changes with the word before it: {particle!r}")


def _both(after_consonant: str, after_vowel: str) -> str:
    if after_consonant.endswith(after_vowel):
        return f"({after_consonant.removesuffix(after_vowel)}){after_vowel}"
    return f"{after_consonant}({after_vowel})"
