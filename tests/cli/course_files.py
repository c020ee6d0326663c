"""A small course in files: one lesson with a quiz, a written and a chosen exercise, one world."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Final

WORLD: Final = """\
id: tiny
title: {ko: 작은 세계, en: A tiny world}
accounts:
  acme:
    id: "111122223333"
    users:
      dev:
        inline:
          Team:
            Version: "2012-10-17"
            Statement:
              - Sid: ReadAll
                Effect: Allow
                Action: s3:GetObject
                Resource: arn:aws:s3:::reports/*
              - Sid: NoPay
                Effect: Deny
                Action: s3:*
                Resource: arn:aws:s3:::reports/pay/*
                Condition: {StringNotEquals: {aws:PrincipalTag/team: hr}}
    buckets:
      reports: {}
"""

LESSON: Final = """\
title: {ko: 첫걸음, en: First steps}
summary: {ko: 거부에서 시작합니다., en: Everything starts denied.}
concepts: [implicit-deny]
minutes: 5
sources:
  - url: https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_evaluation-logic.html
    title: {ko: 정책 평가 로직, en: Policy evaluation logic}
    read: 2026-11-23
world: tiny
exercises: [basics/read-one]
"""

STEP: Final = """\
# {title}

{prose}

```iam-policy slot=reader type=inline of=user/dev name=Reader
{{
  "Version": "2012-10-17",
  "Statement": [
    {{
      "Effect": "Allow",
      "Action": "s3:PutObject",
      "Resource": "*"
    }}
  ]
}}
```

```iam-request
- {{id: read, as: user/dev, do: s3:PutObject, on: "arn:aws:s3:::reports/a", expect: allow}}
- {{id: drop, as: user/dev, do: s3:DeleteObject, on: "arn:aws:s3:::reports/a", expect: deny}}
```

> [!SUMMARY]
> {prose}
"""

QUIZ: Final = """\
questions:
  - id: first-answer
    kind: choose
    concepts: [implicit-deny]
    difficulty: 1
    prompt: {ko: 아무 정책도 없으면?, en: "What if there is no policy?"}
    explain: {ko: 묵시적 거부입니다., en: It is an implicit deny.}
    source: &page
      url: https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_evaluation-logic.html
      title: {ko: 정책 평가 로직, en: Policy evaluation logic}
      read: 2026-11-23
    options:
      - {id: denied, correct: true, text: {ko: 거부, en: denied}, why: {ko: 기본값, en: the default}}
      - {id: allowed, correct: false, text: {ko: 허용, en: allowed}, why: {ko: 아니요, en: "no"}}
  - id: the-word
    kind: fill
    concepts: [explicit-deny]
    difficulty: 1
    prompt: {ko: 빈칸을 채우세요., en: Fill in the blank.}
    explain: {ko: Deny가 이깁니다., en: Deny wins.}
    source: *page
    blank: '"Effect": "____"'
    accept: [Deny]
  - id: the-order
    kind: order
    concepts: [explicit-deny]
    difficulty: 1
    prompt: {ko: 순서대로 놓으세요., en: Put them in order.}
    explain: {ko: 거부가 먼저입니다., en: Denies come first.}
    source: *page
    items:
      - {id: deny, text: {ko: 거부 찾기, en: look for a deny}}
      - {id: allow, text: {ko: 허용 찾기, en: look for an allow}}
"""

_SOURCE: Final = """\
lesson: first-steps
concepts: [implicit-deny]
difficulty: 1
source:
  url: https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_evaluation-logic.html
  title: {ko: 정책 평가 로직, en: Policy evaluation logic}
  read: 2026-11-23
world: tiny
hints:
  - {ko: 힌트 하나, en: hint one}
  - {ko: 힌트 둘, en: hint two}
  - {ko: 힌트 셋, en: hint three}
brief: {ko: 한 객체만 읽게 하세요., en: Let dev write one object.}
debrief: {ko: 잘했습니다., en: Well done.}
"""

WRITTEN: Final = (
    _SOURCE
    + """\
kind: write
title: {ko: 하나만, en: Only one}
edit:
  one: {type: inline, of: user/dev, name: One}
requests:
  - {id: write, as: user/dev, do: s3:PutObject, on: "arn:aws:s3:::reports/a", expect: allow}
  - {id: other, as: user/dev, do: s3:PutObject, on: "arn:aws:s3:::reports/b", expect: deny}
  - id: drop
    as: user/dev
    do: s3:DeleteObject
    on: "arn:aws:s3:::reports/a"
    expect: deny
    hidden: true
    category: {ko: 다른 작업, en: Another action}
    nudge: {ko: 쓰기만인가요?, en: "Is it writing only?"}
  - id: logs
    as: user/dev
    do: s3:PutObject
    on: "arn:aws:s3:::logs/a"
    expect: deny
    hidden: true
    category: {ko: 다른 버킷, en: Another bucket}
    nudge: {ko: 버킷은 하나입니다., en: One bucket only.}
rules:
  - {rule: no-wildcard-action, slot: one}
"""
)

CHOSEN: Final = (
    _SOURCE
    + """\
kind: choose
title: {ko: 고르기, en: Choosing}
choices:
  - {id: yes-it-is, text: {ko: 네, en: "Yes"}, why: {ko: 맞아요, en: right}}
  - {id: no-it-is-not, text: {ko: 아니요, en: "No"}, why: {ko: 틀려요, en: wrong}}
"""
)

TWO_SLOTS: Final = WRITTEN.replace("  one: {type: inline, of: user/dev, name: One}\n", "").replace(
    "edit:\n", "edit:\n  one: {type: inline, of: user/dev, name: One}\n  two: {type: bucket, of: bucket/reports}\n"
)

EMPTY: Final = json.dumps({"Version": "2012-10-17", "Statement": []})


def allow(action: str | list[str], resource: str) -> str:
    statement = {"Sid": "Mine", "Effect": "Allow", "Action": action, "Resource": resource}
    return json.dumps({"Version": "2012-10-17", "Statement": [statement]}, indent=2)


START: Final = allow("s3:*", "*")
SOLUTION: Final = allow("s3:PutObject", "arn:aws:s3:::reports/a")


def write_course(root: Path) -> Path:
    """Write everything under a folder, and return it."""
    lesson = root / "lessons/01-first-steps"
    files = {
        root / "exercises/worlds/tiny.yaml": WORLD,
        lesson / "lesson.yaml": LESSON,
        lesson / "quiz.yaml": QUIZ,
        lesson / "01-begin.ko.md": STEP.format(title="시작", prose="모두 거부에서 시작합니다."),
        lesson / "01-begin.en.md": STEP.format(title="The beginning", prose="Everything starts denied."),
        root / "exercises/basics/read-one/exercise.yaml": WRITTEN,
        root / "exercises/basics/read-one/start/one.json": START,
        root / "exercises/basics/read-one/solution/one.json": SOLUTION,
        root / "exercises/basics/pick/exercise.yaml": CHOSEN,
        root / "exercises/basics/pick/solution/answer.yaml": "choice: yes-it-is\n",
    }
    for file, text in files.items():
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(text, encoding="utf-8")
    return root


def write_two_slots(root: Path) -> Path:
    """An exercise with two slots beside the others; its folder."""
    folder = root / "exercises/basics/two"
    for part, text in (("start", START), ("solution", SOLUTION)):
        (folder / part).mkdir(parents=True)
        (folder / part / "one.json").write_text(text, encoding="utf-8")
        (folder / part / "two.json").write_text("", encoding="utf-8")
    (folder / "exercise.yaml").write_text(TWO_SLOTS, encoding="utf-8")
    return folder
