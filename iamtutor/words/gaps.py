"""What is wrong with a table of messages: said in one language only, or not the same in both."""

import re
from itertools import pairwise
from typing import Final

from iamtutor.words.bilingual import Lang
from iamtutor.words.particle import is_particle
from iamtutor.words.say import Messages, pieces

_HANGUL: Final = re.compile("[가-힣]")
_LETTER: Final = re.compile(r"[^\W\d_]")
_FIXED_PARTICLE: Final = re.compile(r"^[\"'`”’)\]]?(을|를|이|가|은|는|과|와|으로|로)(?![가-힣])")
# A switch of language names each language in itself.
_OWN_NAMES: Final = frozenset({"한국어", "English"})
_LANGS: Final[tuple[Lang, ...]] = ("ko", "en")


def missing(messages: Messages) -> list[str]:
    """List the faults of a table, each as ``id: what is wrong``; an empty list when it is complete."""
    return [f"{message_id}: {fault}" for message_id, texts in messages.items() for fault in _faults(dict(texts))]


def _faults(texts: dict[str, str]) -> list[str]:
    absent = [f"no {lang} text" for lang in _LANGS if not texts.get(lang, "").strip()]
    if absent:
        return absent
    faults = [f"unknown language {lang}" for lang in texts if lang not in _LANGS]
    malformed = [fault for lang in _LANGS for fault in _template_faults(texts[lang], lang)]
    if malformed:
        return faults + malformed
    if _names(texts["ko"]) != _names(texts["en"]):
        faults.append(f"placeholders differ: ko {sorted(_names(texts['ko']))}, en {sorted(_names(texts['en']))}")
    if _speaks_latin(texts["ko"]):
        faults.append("the Korean text has no Hangul")
    if _HANGUL.search(texts["en"]) and texts["en"] not in _OWN_NAMES:
        faults.append("the English text has Hangul")
    return faults + _fixed_particles(texts["ko"])


def _template_faults(template: str, lang: Lang) -> list[str]:
    try:
        parts = pieces(template)
    except ValueError as error:
        return [f"{lang}: {error}"]
    faults = []
    for part in parts:
        if part.name is None:
            continue
        if not part.name.isidentifier():
            faults.append(f"{lang}: placeholder {{{part.name}}} is no argument name")
        shape = part.form.removeprefix("+")
        if _HANGUL.search(shape) and not is_particle(shape):
            faults.append(f"{lang}: {{{part.name}:{part.form}}} names no particle that changes")
        if lang == "ko" and "|" in shape:
            faults.append(f"ko: {{{part.name}:{part.form}}} is an English plural")
    return faults


def _fixed_particles(template: str) -> list[str]:
    parts = pieces(template)
    return [
        f"ko: a particle is fixed after {{{before.name}}}, write {{{before.name}:{found.group(1)}}}"
        for before, after in pairwise(parts)
        if before.name and not before.form and (found := _FIXED_PARTICLE.match(after.literal))
    ]


def _speaks_latin(template: str) -> bool:
    literal = "".join(part.literal for part in pieces(template))
    return bool(_LETTER.search(literal)) and not _HANGUL.search(template) and template not in _OWN_NAMES


def _names(template: str) -> frozenset[str]:
    return frozenset(part.name for part in pieces(template) if part.name is not None)
