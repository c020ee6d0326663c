"""Every room's messages are complete in both languages."""

import importlib
import re
from collections import defaultdict
from collections.abc import Mapping
from pathlib import Path
from typing import Final

import pytest

import iamtutor
from iamtutor.words import Ending, Lang, Messages, ending, fill, missing
from iamtutor.words.say import pieces

ROOT = Path(iamtutor.__file__).parent
LANGS: Final[tuple[Lang, ...]] = ("ko", "en")
HANGUL = re.compile("[가-힣]")
BOTH_FORMS = re.compile(r"[을은이과]\([를는가와]\)|\((?:으|이)\)[로라]")
DOUBLY_QUOTED = re.compile("[\"'`“‘]\\0[\"'`”’]")
FILES = sorted(path.relative_to(ROOT) for path in ROOT.rglob("*messages.py"))


def table(file: Path) -> Messages:
    """Return every message that a module defines itself."""
    module = importlib.import_module(".".join(("iamtutor", *file.with_suffix("").parts)))
    tables = [value for name, value in vars(module).items() if name.endswith("MESSAGES")]
    return {message_id: texts for messages in tables for message_id, texts in messages.items()}


@pytest.mark.parametrize("file", FILES, ids=str)
def test_messages_are_complete(file: Path) -> None:
    assert table(file), "no table of messages"
    assert missing(table(file)) == []


def test_an_id_means_one_thing() -> None:
    texts: defaultdict[str, set[str]] = defaultdict(set)
    for file in FILES:
        for message_id, text in table(file).items():
            texts[message_id].add(text["en"])
    assert [message_id for message_id, different in texts.items() if len(different) > 1] == []


def arguments_of(texts: Mapping[str, str], word: str) -> dict[str, object]:
    """A word for everything that a message inserts, and a number for what it counts."""
    forms = [(piece.name, piece.form) for text in texts.values() for piece in pieces(text) if piece.name is not None]
    counted = {name for name, form in forms if form and not HANGUL.search(form)}
    return {name: 3 if name in counted else word for name, _ in forms}


@pytest.mark.parametrize("word", ["", " ", "\t"])
@pytest.mark.parametrize("file", FILES, ids=str)
def test_no_message_looks_cut_off_where_a_value_is_empty(file: Path, word: str) -> None:
    for message_id, texts in table(file).items():
        arguments = arguments_of(texts, word)
        for lang in LANGS:
            said = fill(texts[lang], lang, arguments)
            fixed = "".join(piece.literal for piece in pieces(texts[lang]))
            unspaced = said.replace(f'"{word}"', "\0")
            assert unspaced == unspaced.rstrip() or fixed != fixed.rstrip(), (message_id, said)
            assert "  " not in unspaced or "  " in fixed, (message_id, said)
            assert not DOUBLY_QUOTED.search(unspaced), (message_id, said)


@pytest.mark.parametrize(
    "word", ["s3:GetObject", "dev.", '"Allow"', "user/dev", "3", "111122223333", "acme-7", "정책", "역할:"]
)
@pytest.mark.parametrize("file", FILES, ids=str)
def test_particles_agree_with_whatever_is_put_in(file: Path, word: str) -> None:
    """After every inserted word stands the form of the particle that fits it; both forms stand nowhere, for each of
    these words is read aloud in one way only."""
    closed, rieul = ending(word) is not Ending.VOWEL, ending(word) is Ending.RIEUL
    wrong = re.compile(
        "(?<![A-Za-z0-9])"
        + re.escape(word)
        + "[\"'”’`]?"
        + ("(?:를|는|가|와|라는|라고)" if closed else "(?:을|은|이라는|이라고|과)")
        + "(?![가-힣])"
        + ("|(?<![A-Za-z0-9])" + re.escape(word) + "[\"'”’`]?(?:으로)(?![가-힣])" if rieul or not closed else "")
    )
    for message_id, texts in table(file).items():
        said = fill(texts["ko"], "ko", arguments_of(texts, word))
        assert not BOTH_FORMS.search(said) or BOTH_FORMS.search(texts["ko"]), (message_id, said)
        assert not wrong.search(said), (message_id, said)


@pytest.mark.parametrize(
    ("ko", "en", "fault"),
    [
        ("", "Text", "no ko text"),
        ("글", " ", "no en text"),
        ("Text", "Text", "the Korean text has no Hangul"),
        ("글", "글", "the English text has Hangul"),
        ("{a} 글", "{b} text", "placeholders differ"),
        ("{} 글", "{} text", "is no argument name"),
        ("{0} 글", "{0} text", "is no argument name"),
        ("{a.b} 글", "{a.b} text", "is no argument name"),
        ("{a 글", "{a} text", "ko: "),
        ("{a:도} 글", "{a} text", "names no particle"),
        ("{a:one|two} 글", "{a} text", "is an English plural"),
        ("{a}을 읽습니다", "Read {a}", "a particle is fixed after {a}, write {a:을}"),
        ('"{a}"으로 바꿉니다', "Change to {a}", "a particle is fixed"),
    ],
)
def test_each_fault_is_found(ko: str, en: str, fault: str) -> None:
    assert any(fault in found for found in missing({"room.id": {"ko": ko, "en": en}}))


def test_a_language_that_nobody_reads_is_a_fault() -> None:
    assert missing({"room.id": {"ko": "글", "en": "Text", "fr": "Texte"}}) == ["room.id: unknown language fr"]


@pytest.mark.parametrize(
    ("ko", "en"),
    [
        ("{file}:{line}", "{file}:{line}"),
        ("{a:을} 읽습니다", "Read {a}"),
        ("{count}개", "{count:item|items}"),
        ("{a}이라는 이름", "the name {a}"),
        ("English", "한국어"),
    ],
)
def test_what_is_complete_has_no_fault(ko: str, en: str) -> None:
    assert missing({"room.id": {"ko": ko, "en": en}}) == []
