"""What is wrong with lessons and quizzes is found, by file and line."""

from __future__ import annotations

from pathlib import Path

import pytest

from iamtutor.course import Library, check_content
from iamtutor.policy import Finding
from tests.course.content import READ, policy
from tests.course.texts import LESSON, QUESTION_HEAD, WORLD

GOOD = f"""\
# t

```iam-policy slot=a type=inline of=user/dev name=A
{policy(READ)}
```

```iam-request
{{id: a, as: user/dev, do: "s3:GetObject", on: "arn:aws:s3:::reports/q", expect: allow}}
```

> [!BELIEF]
> x

```diagram
a
```
"""
SCENARIO = """\
scenario:
  world: acme
  policies:
    - type: inline
      of: user/dev
      name: A
      document: {Version: "2012-10-17", Statement: [{Effect: Allow, Action: "s3:Get*", Resource: "*"}]}
  request: {as: user/dev, do: "s3:GetObject", on: "arn:aws:s3:::reports/q"}
"""
FILL = """\
kind: fill
blank: '"____": {"s3:prefix": "a*"}'
accept: [StringLike]
scenario:
  world: acme
  policies:
    - type: inline
      of: user/dev
      name: A
      document:
        Version: "2012-10-17"
        Statement: [{Effect: Allow, Action: "s3:*", Resource: "*", Condition: {____: {"s3:prefix": "a*"}}}]
  request: {as: user/dev, do: "s3:ListBucket", on: "arn:aws:s3:::reports", context: {"s3:prefix": ab}, expect: allow}
"""
CHOOSE = """\
kind: choose
options:
  - {id: a, correct: true, text: {ko: 가, en: A}, why: {ko: 가, en: A}}
  - {id: b, correct: false, text: {ko: 나, en: B}, why: {ko: 나, en: B}}
"""


def check(root: Path, files: dict[str, str]) -> list[Finding]:
    world = root / "exercises" / "worlds" / "acme.yaml"
    world.parent.mkdir(parents=True)
    world.write_text("\n".join(line[2:] for line in WORLD.splitlines()[1:]) + "\n", encoding="utf-8")
    folder = root / "lessons" / "01-first"
    folder.mkdir(parents=True)
    whole = {"lesson.yaml": LESSON + "world: acme\n", "01-a.ko.md": GOOD, "01-a.en.md": GOOD, **files}
    for name, text in whole.items():
        if text:
            (folder / name).write_text(text, encoding="utf-8")
    return list(check_content(Library(root / "lessons", root / "exercises")))


def quiz(text: str) -> dict[str, str]:
    lines = (QUESTION_HEAD + text).splitlines()
    return {"quiz.yaml": "questions:\n  - " + "\n    ".join(lines) + "\n"}


def both(old: str, new: str) -> dict[str, str]:
    assert old in GOOD
    return {name: GOOD.replace(old, new) for name in ("01-a.ko.md", "01-a.en.md")}


PREDICT = "kind: predict\nanswer: {decision: Allowed, layer: identity}\n" + SCENARIO
FIND = "kind: find\nanswer: {policy: A, index: 0}\n" + SCENARIO


@pytest.mark.parametrize("files", [{}, quiz(CHOOSE), quiz(PREDICT), quiz(FIND), quiz(FILL)])
def test_a_good_lesson_has_no_finding(tmp_path: Path, files: dict[str, str]) -> None:
    assert check(tmp_path, files) == []


WRONG = [
    ({"01-a.en.md": ""}, "course.step-without-language"),
    ({"01-a.en.md": GOOD.replace("# t", "text")}, "course.step-without-title"),
    ({"01-a.en.md": GOOD.replace("[!BELIEF]", "[!TIP]")}, "course.languages-differ"),
    ({"01-a.en.md": GOOD.replace("s3:GetObject", "s3:getobject")}, "course.languages-differ"),
    ({"01-a.en.md": GOOD + "\n## more\n"}, "course.languages-differ"),
    ({"01-a.en.md": GOOD.replace("```iam-request", '```iam-request try="more"')}, "course.languages-differ"),
    ({"01-a.en.md": GOOD + "\n```diagram\n┌─┐\n│ │\n└──┘\n```\n"}, "course.diagram-edge"),
    ({"01-a.ko.md": GOOD + "\n> [!WHAT]\n> x\n"}, "course.unknown-box"),
    (both("```diagram\na", "```diagram\n" + "가" * 31), "course.fence-too-wide"),
    (both("> x", "> x\n" + "\nline\n" * 40), "course.step-too-long"),
    (both("expect: allow", "expect: deny"), "course.request-decided-otherwise"),
    (both(", expect: allow", ""), "course.request-without-expect"),
    (both('"Version"', '"Versoin"'), "policy.unknown-element-near"),
    (both(" name=A\n", " name=A broken\n"), "course.policy-not-broken"),
    (both("of=user/dev", "of=user/nobody"), "cloud.unknown-reference"),
    (both("as: user/dev", "as: user/nobody"), "cloud.unknown-reference"),
    (both("type=inline", "kind=inline"), "course.fence-attribute"),
    (
        {"02-b.ko.md": "# b\n", "02-b.en.md": "# b\n", "04-c.ko.md": "# c\n", "04-c.en.md": "# c\n"},
        "course.step-numbers",
    ),
    ({"step.md": "# x\n"}, "course.stray-file"),
    ({"lesson.yaml": LESSON + "world: acme\nexercises: [track/nothing]\n"}, "course.unknown-exercise"),
    ({"lesson.yaml": LESSON + "world: nowhere\n"}, "course.unknown-world"),
    ({"lesson.yaml": LESSON}, "cloud.shape-missing"),
    (quiz(CHOOSE.replace("false", "true")), "course.one-correct"),
    (quiz(CHOOSE.replace("true", "false")), "course.one-correct"),
    (quiz(CHOOSE.replace("choose", "choose-several").replace("false", "true")), "course.some-correct"),
    (quiz(CHOOSE.replace("id: b", "id: a")), "course.duplicate-id"),
    (quiz(PREDICT.replace("decision: Allowed", "decision: ImplicitlyDenied")), "course.answer-not-confirmed"),
    (quiz(PREDICT.replace("layer: identity", "layer: scp")), "course.answer-not-confirmed"),
    (quiz(FIND.replace("index: 0", "index: 1")), "course.statement-not-confirmed"),
    (quiz(FIND.replace("policy: A,", "policy: B,")), "course.statement-not-offered"),
    (quiz(FILL.replace("accept: [StringLike]", "accept: [StringEquals]")), "course.request-decided-otherwise"),
    (quiz(FILL.replace("accept:", "choices: [ArnLike]\naccept:")), "course.accept-not-offered"),
    (quiz(CHOOSE + SCENARIO.replace('reports/q"', 'reports/q", expect: deny')), "course.request-decided-otherwise"),
    (quiz(CHOOSE + SCENARIO.replace("of: user/dev", "of: user/nobody")), "cloud.unknown-reference"),
]


@pytest.mark.parametrize(("files", "code"), WRONG)
def test_what_is_wrong_with_a_lesson_is_found(tmp_path: Path, files: dict[str, str], code: str) -> None:
    found = check(tmp_path, files)
    assert code in {finding.code for finding in found}
    for finding in found:
        assert finding.source
        assert finding.arguments["at"]


def test_a_question_id_is_taken_once_in_the_whole_course(tmp_path: Path) -> None:
    fence = "\n```question\n" + QUESTION_HEAD + CHOOSE + "```\n"
    files = {
        name: GOOD + fence.replace("https://docs.aws.amazon.com/IAM/latest/UserGuide/", "https://aws.amazon.com/")
        for name in ("01-a.ko.md", "01-a.en.md")
    }
    found = [f.code for f in check(tmp_path, {**files, **quiz(CHOOSE)})]
    assert found == ["course.duplicate-id"]


def test_a_step_without_a_language_is_read_in_the_other(tmp_path: Path) -> None:
    check(tmp_path, {"01-a.en.md": ""})
    lesson = Library(tmp_path / "lessons", tmp_path / "exercises").lesson("01-first").lesson
    assert lesson is not None
    step = lesson.step("a")
    assert step.text("en").title == step.text("ko").title
    assert [each.request.id for each in step.task(lesson.world).requests] == ["a"]
