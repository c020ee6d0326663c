"""The glossary: what is shipped, what finds terms in a text, and what can be wrong with the file."""

from __future__ import annotations

from pathlib import Path

import pytest

from iamtutor.course import Library, Term, content_root, load_glossary
from iamtutor.course.glossary import GLOSSARY_FILE, Glossary, Source, glossary_text
from iamtutor.course.glossary_reading import check_glossary, read_glossary
from iamtutor.words import Bilingual, Lang
from tests.course.texts import LESSON, WORLD

LIBRARY = Library(*content_root())
SHIPPED = read_glossary(LIBRARY.lessons / "glossary.yaml").glossary
PAGE = Source("https://docs.aws.amazon.com/", Bilingual("쪽", "page"), "2026-11-23")


def glossary(*names: tuple[str, str, tuple[str, ...]]) -> Glossary:
    return Glossary(
        Term(en.lower().replace(" ", "-"), Bilingual(ko, en), Bilingual("뜻", "meaning"), PAGE, also_en=also)
        for ko, en, also in names
    )


SMALL = glossary(
    ("권한 경계", "permissions boundary", ()),
    ("정책", "policy", ()),
    ("ID 기반 정책", "identity-based policy", ()),
    ("문", "statement", ()),
    ("SCP", "SCP", ()),
    ("역할", "role", ()),
)


def found(text: str, lang: Lang) -> list[str]:
    return [text[each.start : each.end] for each in SMALL.found(text, lang)]


def test_the_shipped_glossary_is_whole() -> None:
    assert len(SHIPPED.terms) >= 60
    assert [f"{each.arguments.get('at')} {each.code}" for each in check_glossary(LIBRARY)] == []


@pytest.mark.parametrize(
    ("text", "terms"),
    [
        ("Identity-based policies and a policy.", ["Identity-based policies", "policy"]),
        ("identity based policy", ["identity based policy"]),
        ("A role-based thing, parole, roles and a role's name", ["roles", "role"]),
        ("An SCP, two SCPs, but no scp", ["SCP", "SCPs"]),
        ("policyholder", []),
    ],
)
def test_english_terms_are_whole_words_and_the_longest_counts(text: str, terms: list[str]) -> None:
    assert found(text, "en") == terms


@pytest.mark.parametrize(
    ("text", "terms"),
    [
        ("권한 경계는 정책입니다.", ["권한 경계", "정책"]),
        ("권한경계에서도, ID 기반 정책으로만", ["권한경계", "ID 기반 정책"]),
        ("정책들이라는 말과 정책학, 무정책", ["정책"]),
        ("역할(role)과 역할이므로 역할극", ["역할", "역할"]),
        ("SCP나 RCP", ["SCP"]),
        ("문은 짧아서 찾지 않습니다", []),
    ],
)
def test_korean_terms_keep_their_particles_apart(text: str, terms: list[str]) -> None:
    assert found(text, "ko") == terms


def test_a_search_finds_names_in_both_languages_before_meanings() -> None:
    assert SHIPPED.search("bound")[0].id == "permissions-boundary"
    assert SHIPPED.search("권한경계")[0].id == "permissions-boundary"
    assert SHIPPED.search("암시적")[0].id == "implicit-deny"
    ids = [term.id for term in SHIPPED.search("metadata")]
    assert ids == ["instance-profile"]
    assert SHIPPED.search("") == SHIPPED.terms
    named = SHIPPED.named("Explicit  Deny")
    assert named is not None
    assert named.id == "explicit-deny"
    assert SHIPPED.named("명시적 허용") is None


def test_every_name_of_every_term_is_found_where_it_stands() -> None:
    langs: tuple[Lang, Lang] = ("ko", "en")
    for term in SHIPPED.terms:
        for lang in langs:
            for name in term.names(lang):
                if lang == "en" or len(name) > 1:
                    assert [each.id for each in SHIPPED.found(name, lang)] == [term.id], name


def test_the_file_that_a_wheel_carries_says_the_same(tmp_path: Path) -> None:
    (tmp_path / "lessons").mkdir()
    (tmp_path / GLOSSARY_FILE).write_text(glossary_text(SHIPPED), encoding="utf-8")
    assert load_glossary(tmp_path / "lessons").terms == SHIPPED.terms


def test_a_cache_is_used_until_the_file_changes(tmp_path: Path) -> None:
    lessons, cache = tmp_path / "lessons", tmp_path / "cache"
    lessons.mkdir()
    assert load_glossary(lessons, cache).terms == ()
    (lessons / "glossary.yaml").write_text((LIBRARY.lessons / "glossary.yaml").read_text("utf-8"), encoding="utf-8")
    assert load_glossary(lessons, cache).terms == SHIPPED.terms
    assert load_glossary(lessons, cache).terms == SHIPPED.terms
    assert len(list(cache.iterdir())) == 1


WRONG = """\
sources:
  page: {url: "https://docs.aws.amazon.com/x", title: {ko: 쪽, en: page}, read: 2026-11-23}
  idle: {url: "https://docs.aws.amazon.com/y", title: {ko: 쪽, en: page}, read: 2026-11-23}
terms:
  - {id: role, name: {ko: 역할, en: role}, means: {ko: 하나. 둘. 셋. 넷., en: one}, source: page, lesson: first/step}
  - {id: role, name: {ko: 다른 것, en: Role}, means: {ko: 뜻, en: m}, source: gone}
  - {id: other, name: {ko: 역 할, en: other}, means: {ko: 뜻, en: m}, source: page, lesson: first/nowhere}
"""


def test_what_is_wrong_is_named(tmp_path: Path) -> None:
    lesson = tmp_path / "lessons" / "01-first"
    lesson.mkdir(parents=True)
    (lesson / "lesson.yaml").write_text(LESSON + WORLD, encoding="utf-8")
    for lang in ("ko", "en"):
        (lesson / f"01-step.{lang}.md").write_text(f"# {lang}\n", encoding="utf-8")
    (tmp_path / "lessons" / "glossary.yaml").write_text(WRONG, encoding="utf-8")
    library = Library(tmp_path / "lessons", tmp_path / "exercises")
    assert sorted((each.code, each.arguments["at"]) for each in check_glossary(library)) == [
        ("course.definition-too-long", 5),
        ("course.duplicate-id", 6),
        ("course.duplicate-term", 7),
        ("course.unknown-source", 6),
        ("course.unknown-step", 7),
        ("course.unused-source", 3),
    ]
