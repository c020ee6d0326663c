import pytest

from iamtutor.words import Bilingual, Messages, fill, listed, say

MESSAGES: Messages = {
    "room.allows": {
        "ko": "{policy:이} {action:을} 허용합니다.",
        "en": "{policy} allows {action}.",
    },
    "room.statements": {
        "ko": "문이 {count}개 있습니다.",
        "en": "There {count:+is|are} {count:statement|statements}.",
    },
    "room.quoted": {"ko": "“{name}”{name:+으로} 바꾸세요.", "en": "Change it to “{name}”."},
}


def test_particles_agree_with_their_argument() -> None:
    assert (
        say(MESSAGES, "room.allows", "ko", policy="정책", action="s3:GetObject") == "정책이 s3:GetObject를 허용합니다."
    )
    assert say(MESSAGES, "room.allows", "ko", policy="역할", action="ARN") == "역할이 ARN을 허용합니다."
    assert say(MESSAGES, "room.allows", "en", policy="P", action="s3:*") == "P allows s3:*."


@pytest.mark.parametrize(
    ("count", "expected"),
    [(0, "There are 0 statements."), (1, "There is 1 statement."), (2, "There are 2 statements.")],
)
def test_english_counts(count: int, expected: str) -> None:
    assert say(MESSAGES, "room.statements", "en", count=count) == expected


def test_a_particle_can_follow_a_quotation_mark() -> None:
    assert say(MESSAGES, "room.quoted", "ko", name="버킷") == "“버킷”으로 바꾸세요."
    assert say(MESSAGES, "room.quoted", "ko", name="역할") == "“역할”로 바꾸세요."


def test_arguments_speak_the_language() -> None:
    title = Bilingual(ko="권한 경계", en="Permissions boundaries")
    assert fill("{title:을} 읽으세요", "ko", {"title": title}) == "권한 경계를 읽으세요"
    assert fill("Read {title}", "en", {"title": title}) == "Read Permissions boundaries"
    assert fill("{keys:이} 없습니다", "ko", {"keys": ("Version", "Action")}) == "Version, Action이 없습니다"
    assert fill("{keys} are missing", "en", {"keys": ["a", "b", "c"]}) == "a, b and c are missing"


def test_lists() -> None:
    assert listed([], "en") == ""
    assert listed(["a"], "en") == "a"
    assert listed(["a", "b"], "ko") == "a, b"


def test_python_formats_still_work() -> None:
    assert fill("{score:.0%}", "en", {"score": 0.5}) == "50%"
    assert fill("{{}} {n:+d}", "ko", {"n": 3}) == "{} +3"


def test_what_is_not_there_is_an_error() -> None:
    with pytest.raises(KeyError):
        say(MESSAGES, "room.unknown", "ko")
    with pytest.raises(KeyError):
        say(MESSAGES, "room.allows", "ko", policy="정책")


def test_an_argument_may_have_any_name() -> None:
    assert say({"a": {"ko": "{lang} {message_id}", "en": ""}}, "a", "ko", lang="x", message_id="y") == "x y"


def test_a_value_that_cannot_be_seen_stands_in_quotation_marks() -> None:
    assert fill("작업이 아닙니다: {found}", "ko", {"found": ""}) == '작업이 아닙니다: ""'
    assert fill("{found:은} 작업이 아닙니다", "ko", {"found": " "}) == '" "는 작업이 아닙니다'
    assert fill('"{name}"{name:+은}', "ko", {"name": ""}) == '""은(는)', "the marks are there already"
    assert fill("{of}{name}", "en", {"of": "x", "name": None}) == "x", "None is nothing on purpose"
