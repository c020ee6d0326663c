"""Small content files for tests, as authors write them."""

from __future__ import annotations

SOURCE = """\
source:
  url: https://docs.aws.amazon.com/IAM/latest/UserGuide/x.html
  title: {ko: 제목, en: Title}
  read: 2026-11-23
"""

EXERCISE_HEAD = (
    """\
title: {ko: 제목, en: Title}
brief: {ko: 설명, en: Brief}
hints:
  - {ko: 하나, en: One}
  - {ko: 둘, en: Two}
  - {ko: 셋, en: Three}
debrief: {ko: 풀이, en: Debrief}
lesson: first
concepts: [explicit-deny]
difficulty: 1
"""
    + SOURCE
)

WORLD = """\
world:
  accounts:
    acme:
      id: "111122223333"
      users:
        dev: {}
        ops:
          inline:
            Own:
              Version: "2012-10-17"
              Statement:
                - {Sid: Read, Effect: Allow, Action: "s3:GetObject", Resource: "arn:aws:s3:::reports/*"}
                - {Sid: NoPay, Effect: Deny, Action: "s3:*", Resource: "arn:aws:s3:::reports/pay/*"}
      policies:
        Reading:
          document:
            Version: "2012-10-17"
            Statement: [{Effect: Allow, Action: "s3:GetObject", Resource: "*"}]
      buckets:
        reports: {}
        other: {}
"""

QUESTION_HEAD = (
    """\
id: first
concepts: [explicit-deny]
difficulty: 1
prompt: {ko: 질문, en: Question}
explain: {ko: 이유, en: Reason}
"""
    + SOURCE
)

LESSON = """\
title: {ko: 제목, en: Title}
summary: {ko: 요약, en: Summary}
concepts: [implicit-deny]
minutes: 10
sources:
  - """ + SOURCE.removeprefix("source:\n  ").replace("\n  ", "\n    ")
