"""A grade as JSON: what `iamtutor grade --format json` prints."""

from __future__ import annotations

from dataclasses import asdict
from typing import Any

from iamtutor.course.grade import Grade
from iamtutor.course.messages import MESSAGES
from iamtutor.course.proof.narration import way_said
from iamtutor.course.proof.results import Proof, Way
from iamtutor.course.results import AnswerResult, AnyRequestResult, HiddenResult, RuleResult
from iamtutor.words import Lang, say


def grade_json(grade: Grade, lang: Lang) -> dict[str, Any]:
    """The grade as plain data; sentences in it are in `lang`.

    `unfit` says why an answer counts for nothing: "blank", "unreadable" or null; `proof` is null then, and where there
    is no goal.
    """
    return {
        "exercise": grade.task,
        "passed": grade.passed,
        "score": grade.score,
        "unfit": grade.unfit,
        "requests": [_request(each, lang) for each in grade.requests],
        "answers": [_answer(each, lang) for each in grade.answers],
        "proof": None if grade.proof is None else _proof(grade.proof, lang),
        "least_privilege": None if grade.privilege is None else grade.privilege.score,
        "rules": [_rule(each, lang) for each in grade.rules],
        "versions": asdict(grade.versions),
    }


def _request(result: AnyRequestResult, lang: Lang) -> dict[str, Any]:
    if isinstance(result, HiddenResult):
        shown: dict[str, Any] = {"hidden": True, "ok": result.ok, "category": result.category.text(lang)}
        return shown if result.ok or result.provisional else {**shown, "nudge": result.nudge.text(lang)}
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


def _proof(proof: Proof, lang: Lang) -> dict[str, Any]:
    return {
        "verdict": proof.verdict.value,
        "missing": _way(proof.missing, lang, excess=False),
        "excess": _way(proof.excess, lang, excess=True),
        "tomorrow": proof.tomorrow,
    }


def _way(way: Way, lang: Lang, *, excess: bool) -> dict[str, Any]:
    """One direction: whether it is proved, else the request that shows it, or why it stayed open."""
    words = " ".join(said.text(lang) for said in way_said(way, excess=excess))
    shown: dict[str, Any] = {"proved": way.holds, "request": None, "fault": None, "unknown": None, "words": words}
    if way.difference is not None and way.difference.alone is not None:
        shown["alone"] = way.difference.alone
    if way.unknown is not None:
        shown["unknown"] = {"reason": way.unknown.value, "about": way.about}
    if way.difference is not None:
        witness, fault = way.difference.witness, way.difference.fault
        shown["request"] = {
            "as": way.difference.caller,
            "do": witness.request.action,
            "on": witness.request.resource,
            "context": {
                key: value if isinstance(value, str) else list(value) for key, value in witness.context.items()
            },
        }
        if fault is not None:
            shown["fault"] = {
                "slot": fault.slot,
                "index": fault.index,
                "sid": fault.sid,
                "element": fault.element,
                "denies": fault.denies,
            }
    return shown


def _rule(result: RuleResult, lang: Lang) -> dict[str, Any]:
    objections = [
        {"slot": each.slot, "message": say(MESSAGES, each.code, lang, **each.arguments)} for each in result.breaches
    ]
    return {"rule": result.rule, "ok": result.ok, "objections": objections}
