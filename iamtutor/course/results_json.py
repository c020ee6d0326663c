"""A grade as JSON: what `iamtutor grade --format json` prints."""

from __future__ import annotations

from dataclasses import asdict
from typing import Any

from iamtutor.course.grade import Grade
from iamtutor.course.messages import MESSAGES
from iamtutor.course.results import AnswerResult, AnyRequestResult, HiddenResult, RuleResult
from iamtutor.words import Lang, say


def grade_json(grade: Grade, lang: Lang) -> dict[str, Any]:
    """The grade as plain data; sentences in it are in `lang`. `proof` stays null until there is an engine for it."""
    return {
        "exercise": grade.task,
        "passed": grade.passed,
        "score": grade.score,
        "requests": [_request(each, lang) for each in grade.requests],
        "answers": [_answer(each, lang) for each in grade.answers],
        "proof": None,
        "rules": [_rule(each, lang) for each in grade.rules],
        "versions": asdict(grade.versions),
    }


def _request(result: AnyRequestResult, lang: Lang) -> dict[str, Any]:
    if isinstance(result, HiddenResult):
        shown: dict[str, Any] = {"hidden": True, "ok": result.ok, "category": result.category.text(lang)}
        return shown if result.ok else {**shown, "nudge": result.nudge.text(lang)}
    return {
        "id": result.request.id,
        "hidden": result.request.hidden,
        "ok": result.ok,
        "provisional": result.provisional,
        "expect": result.request.expect,
        "decision": result.decision.verdict.value,
        "layer": result.decision.layer.value,
        "why": result.why.text(lang),
    }


def _answer(result: AnswerResult, lang: Lang) -> dict[str, Any]:
    shown: dict[str, Any] = {"id": result.id, "ok": result.ok}
    if result.why is not None:
        shown["why"] = result.why.text(lang)
    return shown


def _rule(result: RuleResult, lang: Lang) -> dict[str, Any]:
    objections = [
        {"slot": each.slot, "message": say(MESSAGES, each.code, lang, **each.arguments)} for each in result.breaches
    ]
    return {"rule": result.rule, "ok": result.ok, "objections": objections}
