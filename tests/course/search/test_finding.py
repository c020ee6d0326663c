"""What is found of the course, and in which order."""

from __future__ import annotations

import random
import time

import pytest

from iamtutor.course.search import Found, Passage, PlaceKind, SearchIndex, Weight
from iamtutor.words import Lang


def step(id_: str, lang: Lang, *texts: str) -> list[Passage]:
    """A step whose first text is its title."""
    weights = (Weight.TITLE, *[Weight.TEXT] * (len(texts) - 1))
    return [
        Passage(PlaceKind.STEP, id_, lang, weight, number, text)
        for number, (weight, text) in enumerate(zip(weights, texts, strict=True))
    ]


INDEX = SearchIndex(
    [
        Passage(PlaceKind.LESSON, "trust", "ko", Weight.TITLE, 0, "신뢰 정책과 역할"),
        Passage(PlaceKind.LESSON, "trust", "en", Weight.TITLE, 0, "Trust policies and roles"),
        *step(
            "trust/assume", "ko", "역할을 수임하기", "역할에는 신뢰 정책이 하나 있습니다.", "정책이 거부하면 끝입니다."
        ),
        *step("trust/assume", "en", "Assuming a role", "A role has one trust policy.", "A denied request ends here."),
        *step("trust/tags", "ko", "태그와 가격", "권한이 태그를 따라갑니다. s3:GetObject가 보기입니다."),
        *step("trust/tags", "en", "Tags and prices", "Permissions follow tags, as s3:GetObject does."),
        Passage(PlaceKind.STEP, "trust/tags", "en", Weight.CODE, 2, '"Action": "iam:PassRole"'),
        Passage(PlaceKind.EXERCISE, "t/one", "ko", Weight.TITLE, 0, "경계를 정하기"),
        Passage(PlaceKind.EXERCISE, "t/one", "en", Weight.TITLE, 0, "Draw the boundary"),
        Passage(PlaceKind.EXERCISE, "t/one", "en", Weight.HEADING, 0, "permissions boundary"),
        Passage(PlaceKind.QUIZ, "trust", "ko", Weight.TEXT, 0, "누가 SCP를 붙일까요?"),
    ]
)


def found(written: str, lang: Lang = "ko") -> list[Found]:
    return list(INDEX.find(written, lang))


def places(written: str) -> list[str]:
    return [f"{each.kind}:{each.id}" for each in found(written)]


def shown(each: Found) -> list[str]:
    return [each.excerpt[start:end] for start, end in each.spans]


@pytest.mark.parametrize(
    ("written", "piece"),
    [
        ("정책", "정책"),
        ("정책을", "정책"),
        ("정책에서는", "정책"),
        ("정채", "정책"),
        ("정ㅊ", "정책"),
        ("ㅈㅊ", "정책"),
        ("신뢰정책", "신뢰 정책"),
        ("신뢰 정책", "신뢰 정책"),
        ("신뢰정책의", "신뢰 정책"),
        ("trust", "Trust"),
        ("policy", "policies"),
        ("polic", "polic"),
        ("POLICIES", "policies"),
        ("role", "roles"),
        ("roles", "roles"),
    ],
)
def test_the_lesson_is_found_by_any_form_of_its_words(written: str, piece: str) -> None:
    first = found(written)[0]
    assert (first.kind, first.id, first.is_title) == ("lesson", "trust", True)
    assert piece in first.excerpt
    assert all(each in piece for each in shown(first))


@pytest.mark.parametrize(
    ("written", "place"),
    [
        ("각", "step:trust/tags"),  # 가격, still being composed
        ("ㄱㄱ", "step:trust/tags"),
        ("scp는", "quiz:trust"),
        ("거부하는", "step:trust/assume"),
        ("boundaries", "exercise:t/one"),
        ("getobject", "step:trust/tags"),
        ("object", "step:trust/tags"),
        ("passrole", "step:trust/tags"),
    ],
)
def test_a_place_is_found(written: str, place: str) -> None:
    assert place in places(written)


@pytest.mark.parametrize(
    "written", ["", " ", "ㅈ", "?!", "없는말", "ole", "신뢰 없는말", "\0", "trust xyzzy", "(", "[가"]
)
def test_nothing_is_found(written: str) -> None:
    assert found(written) == []


def test_every_cluster_of_initials_is_taken_apart() -> None:
    tags = SearchIndex(step("a/b", "ko", "각자 수임"))
    assert [each.id for each in tags.find("ㄱㅈㅅㅇ", "ko")] == ["a/b"]
    values = SearchIndex(step("a/c", "ko", "감사"))
    assert [each.id for each in values.find("ㄳ", "ko")] == ["a/c"]


def test_a_title_comes_before_text_and_a_fence_last() -> None:
    assert places("role") == ["lesson:trust", "step:trust/assume", "step:trust/tags"]


def test_words_that_follow_each_other_come_before_words_apart() -> None:
    index = SearchIndex(
        [
            *step("a/apart", "en", "One", "a policy that a role must trust"),
            *step("a/phrase", "en", "Two", "its trust policy"),
        ]
    )
    assert [each.id for each in index.find("trust policy", "en")] == ["a/phrase", "a/apart"]


def test_all_words_must_be_in_one_place() -> None:
    assert places("권한 태그") == ["step:trust/tags"]
    assert places("권한 수임") == []


def test_a_find_tells_block_language_and_lesson() -> None:
    each = found("거부")[0]
    assert (each.kind, each.id, each.block, each.lang) == ("step", "trust/assume", 2, "ko")
    assert (each.title.en, each.lesson.en) == ("Assuming a role", "Trust policies and roles")
    assert found("denied")[0].lang == "en"


def test_of_two_languages_that_of_the_reader_is_shown() -> None:
    assert [found("s3:getobject", lang)[0].lang for lang in ("ko", "en")] == ["ko", "en"]


def test_a_long_text_is_cut_around_what_was_found() -> None:
    text = f"{'앞 ' * 200}권한 경계가 여기 있습니다 {'뒤 ' * 200}"
    each = SearchIndex(step("a/b", "ko", "제목", text)).find("경계", "ko")[0]
    assert len(each.excerpt) < 200
    assert each.excerpt.startswith("…")
    assert each.excerpt.endswith("…")
    assert shown(each) == ["경계"]


def test_small_letters_of_another_length_move_nothing() -> None:
    each = SearchIndex(step("a/b", "en", "İİİ trust")).find("trust", "en")[0]
    assert shown(each) == ["trust"]


def test_spans_lie_within_the_excerpt_whatever_is_typed() -> None:
    draw = random.Random(7)
    letters = "정책을 신뢰 거부 role policy s3: ㅈㅊ가각"
    for _ in range(400):
        written = "".join(draw.choice(letters) for _ in range(draw.randint(1, 8)))
        for each in INDEX.find(written, "ko"):
            assert all(0 <= start < end <= len(each.excerpt) for start, end in each.spans)
            assert list(each.spans) == sorted(each.spans)


def test_hostile_input_takes_no_time() -> None:
    index = SearchIndex(step("a/b", "ko", "정책", "정책 " * 20_000))
    begun = time.process_time()
    for written in ("정 " * 100, "정책" * 50, "a" * 10_000, "ㅈㅊ" * 100, "은는이가" * 100):
        index.find(written, "ko")
    assert time.process_time() - begun < 2
