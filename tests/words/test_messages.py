"""Every room's messages are complete in both languages."""

import importlib
from collections import defaultdict
from pathlib import Path

import pytest

import iamtutor
from iamtutor.words import Messages, missing

ROOT = Path(iamtutor.__file__).parent
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
