"""Messages: looked up by id, in one language, with their arguments put in.

A template holds ``{name}`` for an argument. After a colon may stand, in Korean, the particle that follows it
(``{policy:을}``) and, in English, the singular and plural that it counts (``{count:statement|statements}``). With a
``+`` the argument itself is left out and only the particle or the counted word is written, for where something stands
between: ``"{policy}"{policy:+을}``, ``{count} of them {count:+is|are}``. Anything else after the colon is Python's own
format (``{score:.0%}``).

An argument without a visible character is written in quotation marks, for a sentence that ends in nothing looks cut off;
None leaves its place empty.
"""

from collections.abc import Mapping, Sequence
from functools import lru_cache
from string import Formatter
from typing import Final, NamedTuple

from iamtutor.words.bilingual import Bilingual, Lang
from iamtutor.words.particle import agreeing, is_particle

Messages = Mapping[str, Mapping[str, str]]
"""Templates by message id and language: ``{"room.what-happened": {"ko": "…", "en": "…"}}``."""

_FORMATTER: Final = Formatter()
_QUOTES: Final = ('"', "'", "`", "“", "‘")


class Piece(NamedTuple):
    """A stretch of literal text and the placeholder after it; the last piece may have no placeholder."""

    literal: str
    name: str | None
    form: str


def say(messages: Messages, message_id: str, lang: Lang, /, **arguments: object) -> str:
    """Say one message. KeyError when there is no such message, or no such argument."""
    return fill(messages[message_id][lang], lang, arguments)


def fill(template: str, lang: Lang, arguments: Mapping[str, object]) -> str:
    """Put arguments into a template. A Bilingual argument speaks the language; a list is joined as it does."""
    return "".join(
        piece.literal
        if piece.name is None
        else piece.literal + _placed(arguments[piece.name], piece.form, lang, is_quoted=piece.literal.endswith(_QUOTES))
        for piece in pieces(template)
    )


@lru_cache(maxsize=2048)
def pieces(template: str) -> tuple[Piece, ...]:
    """Take a template apart. ValueError when it is not well formed."""
    return tuple(Piece(literal, name, form or "") for literal, name, form, _ in _FORMATTER.parse(template))


def listed(items: Sequence[str], lang: Lang) -> str:
    """Join words as the language does: ``a, b, c`` in Korean, ``a, b and c`` in English."""
    if lang == "ko" or len(items) < 2:
        return ", ".join(items)
    return f"{', '.join(items[:-1])} and {items[-1]}"


def _placed(value: object, form: str, lang: Lang, *, is_quoted: bool) -> str:
    word = "" if value is None else _in_words(value, lang)
    if value is not None and not is_quoted and not word.strip():
        word = f'"{word}"'
    if not form:
        return word
    shape = form.removeprefix("+")
    if "|" in shape:
        singular, _, plural = shape.partition("|")
        return _joined(form, word, " " + (singular if value == 1 else plural))
    if is_particle(shape):
        return _joined(form, word, agreeing(word, shape))
    return format(value, form)


def _joined(form: str, word: str, follower: str) -> str:
    return follower.strip() if form.startswith("+") else word + follower


def _in_words(value: object, lang: Lang) -> str:
    if isinstance(value, Bilingual):
        return value.text(lang)
    if isinstance(value, tuple | list):
        return listed([_in_words(item, lang) for item in value], lang)
    return str(value)
