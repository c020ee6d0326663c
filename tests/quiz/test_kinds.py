"""Every kind of question is put, and judged right and wrong."""

from __future__ import annotations

import pytest
from pydantic import TypeAdapter

from iamtutor.course.authored import read_text
from iamtutor.course.question_shape import QuestionShape
from iamtutor.quiz import Mode, judge, present
from tests.course.texts import QUESTION_HEAD

OPTIONS = """\
options:
  - {id: a, correct: true, text: {ko: 가, en: A}, why: {ko: 가 이유, en: why A}}
  - {id: b, correct: false, text: {ko: 나, en: B}, why: {ko: 나 이유, en: why B}}
  - {id: c, correct: false, text: {ko: 다, en: C}, why: {ko: 다 이유, en: why C}}
"""
SCENARIO = """\
scenario:
  world: acme
  policies:
    - type: inline
      of: group/developers
      name: Team
      document:
        Version: "2012-10-17"
        Statement:
          - {Sid: All, Effect: Allow, Action: "s3:*", Resource: "*"}
          - {Sid: NotPay, Effect: Deny, Action: "s3:*", Resource: "arn:aws:s3:::b/pay/*"}
  request: {as: user/dev, do: s3:GetObject, on: "arn:aws:s3:::b/pay/a"}
"""
ITEMS = """\
items:
  - {id: one, text: {ko: 하나, en: One}}
  - {id: two, text: {ko: 둘, en: Two}}
  - {id: three, text: {ko: 셋, en: Three}}
"""
QUESTIONS = {
    "choose": "kind: choose\n" + OPTIONS,
    "choose-several": "kind: choose-several\n" + OPTIONS.replace("id: b, correct: false", "id: b, correct: true"),
    "predict": "kind: predict\nanswer: {decision: ExplicitlyDenied}\n" + SCENARIO,
    "predict-layer": "kind: predict\nanswer: {decision: ExplicitlyDenied, layer: identity}\n" + SCENARIO,
    "find": "kind: find\nanswer: {policy: developers/Team, index: 1}\n" + SCENARIO,
    "order": "kind: order\n" + ITEMS,
    "fill": "kind: fill\nblank: '\"____\": {}'\naccept: [StringLike, ArnLike]\n",
    "fill-korean": "kind: fill\nblank: {ko: ____ 거부, en: ____ deny}\naccept: [묵시적, implicit]\n",
    "fill-choices": "kind: fill\nblank: '____'\naccept: [StringLike]\nchoices: [StringEquals, StringLike]\n",
}


def question(name: str) -> QuestionShape:
    authored = read_text(QUESTION_HEAD + QUESTIONS[name], TypeAdapter(QuestionShape), name)
    assert authored.findings == ()
    assert authored.value is not None
    return authored.value


JUDGED = [
    ("choose", ("a",), True),
    ("choose", ("b",), False),
    ("choose", (), False),
    ("choose", ("a", "b"), False),
    ("choose-several", ("b", "a"), True),
    ("choose-several", ("a",), False),
    ("choose-several", ("a", "b", "c"), False),
    ("choose-several", ("a", "b", "b"), False),
    ("predict", ("ExplicitlyDenied",), True),
    ("predict", ("ImplicitlyDenied",), False),
    ("predict-layer", ("ExplicitlyDenied", "identity"), True),
    ("predict-layer", ("ExplicitlyDenied", "scp"), False),
    ("predict-layer", ("ExplicitlyDenied",), False),
    ("find", ("developers/Team#1",), True),
    ("find", ("developers/Team#0",), False),
    ("order", ("one", "two", "three"), True),
    ("order", ("two", "one", "three"), False),
    ("order", ("one", "two"), False),
    ("fill", (" stringlike ",), True),
    ("fill", ("Arn Like",), True),
    ("fill", ("StringEquals",), False),
    ("fill", (), False),
    ("fill-korean", ("암시적",), True),
    ("fill-korean", ("묵시적",), True),
    ("fill-korean", ("IMPLICIT",), True),
    ("fill-korean", ("명시적",), False),
    ("fill-choices", ("StringLike",), True),
]


@pytest.mark.parametrize(("name", "answer", "right"), JUDGED)
def test_judging(name: str, answer: tuple[str, ...], right: bool) -> None:
    judgement = judge(question(name), answer)
    assert judgement.correct is right
    assert judge(question(name), judgement.right).correct


MODES = [
    ("choose", Mode.ONE, {"a", "b", "c"}),
    ("choose-several", Mode.SEVERAL, {"a", "b", "c"}),
    ("predict", Mode.ONE, {"Allowed", "ExplicitlyDenied", "ImplicitlyDenied"}),
    ("find", Mode.ONE, {"developers/Team#0", "developers/Team#1"}),
    ("order", Mode.SEQUENCE, {"one", "two", "three"}),
    ("fill", Mode.TEXT, set()),
    ("fill-choices", Mode.ONE, {"StringEquals", "StringLike"}),
]


@pytest.mark.parametrize(("name", "mode", "ids"), MODES)
def test_a_question_is_put(name: str, mode: Mode, ids: set[str]) -> None:
    presented = present(question(name), 7)
    assert presented.mode is mode
    assert {option.id for option in presented.options} == ids
    assert presented == present(question(name), 7)


def test_an_order_is_never_put_in_order() -> None:
    for seed in range(30):
        assert [option.id for option in present(question("order"), seed).options] != ["one", "two", "three"]


def test_every_option_has_its_reason() -> None:
    reasons = dict(judge(question("choose"), ("b",)).reasons)
    assert reasons["a"].en == "why A"
    assert set(reasons) == {"a", "b", "c"}


def test_the_layer_is_asked_only_where_the_answer_names_one() -> None:
    assert present(question("predict"), 1).second == ()
    assert "identity" in {option.id for option in present(question("predict-layer"), 1).second}
