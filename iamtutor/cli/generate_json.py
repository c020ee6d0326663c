"""A generated policy with all that is to be said of it, as JSON."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any

from iamtutor.analyzer import Generated
from iamtutor.analyzer.generation.event import Place
from iamtutor.analyzer.generation.generate import EventCount
from iamtutor.analyzer.generation.messages import MESSAGES as GENERATION_MESSAGES
from iamtutor.analyzer.generation.proof import Pair, Proof
from iamtutor.analyzer.generation.unused import PolicyUse
from iamtutor.analyzer.generation.usage import ActionUse
from iamtutor.cli.findings import words_of
from iamtutor.cli.witness_rows import witness_request
from iamtutor.words import Lang, say


def generated_json(generated: Generated, lang: Lang) -> dict[str, Any]:
    """The whole result; `message` texts are in the language of the call."""
    counts = generated.counts
    return {
        "principal": generated.scope.arn,
        "policy": generated.policy,
        "proof": _proof(generated.proof),
        "counts": {
            "records": counts.records,
            "matched": counts.matched,
            "done": counts.done,
            "denied": counts.denied,
            "failed": counts.failed,
            "used": counts.used,
            "broken": counts.broken,
            "first": counts.first or None,
            "last": counts.last or None,
        },
        "actions": _uses(generated.uses),
        "denied": _uses(generated.denied),
        "failed": _uses(generated.failed),
        "free": _events(generated.free),
        "unmapped": _events(generated.unmapped),
        "pass_role": [{"action": each.action, "role": each.role} for each in generated.passed_roles],
        "limits": [
            {
                "code": limit.code,
                "names": list(limit.names),
                "count": limit.number,
                "message": say(GENERATION_MESSAGES, limit.code, lang, names=list(limit.names), number=limit.number),
            }
            for limit in generated.limits
        ],
        "problems": [
            {
                "code": finding.code,
                "file": finding.source,
                "line": finding.arguments.get("at"),
                "record": finding.arguments.get("number"),
                "message": words_of(finding, lang),
            }
            for finding in generated.problems
        ],
        "in_use": _in_use(generated.in_use),
    }


def _proof(proof: Proof | None) -> dict[str, Any] | None:
    if proof is None:
        return None
    return {
        "holds": proof.holds,
        "requests": proof.requests,
        "made": proof.events,
        "pairs": proof.pairs,
        "refused": [{"action": each.action, "resource": each.resource, **_place(each.place)} for each in proof.refused],
        "unwitnessed": _pairs(proof.unwitnessed),
        "unseen": list(proof.unseen),
    }


def _uses(uses: Mapping[str, ActionUse]) -> list[dict[str, Any]]:
    return [
        {
            "action": action,
            "count": use.count,
            "first": use.first,
            "last": use.last,
            "resources": [{"resource": each.pattern, "origin": each.origin.value} for each in use.resources()],
            "mapping": use.page,
            **_place(use.place),
        }
        for action, use in uses.items()
    ]


def _events(events: Iterable[EventCount]) -> list[dict[str, Any]]:
    return [{"source": each.source, "name": each.name, "count": each.events, **_place(each.place)} for each in events]


def _in_use(found: PolicyUse | None) -> dict[str, Any] | None:
    if found is None:
        return None
    return {
        "tight": found.is_tight,
        "excess": witness_request(found.excess),
        "undecided": found.excess.unknown.value if found.excess.unknown is not None else None,
        "granted": found.granted,
        "used": found.used,
        "unused": list(found.unused),
        "missing": _pairs(found.missing),
        "statements": [
            {
                "index": each.statement,
                "sid": each.sid,
                "granted": each.granted,
                "used": list(each.used),
                "unused": list(each.unused),
                "untouched": list(each.resources),
            }
            for each in found.statements
        ],
    }


def _pairs(pairs: Iterable[Pair]) -> list[dict[str, str]]:
    return [{"action": pair.action, "resource": pair.resource} for pair in pairs]


def _place(place: Place) -> dict[str, Any]:
    return {"file": place.file, "line": place.line, "record": place.number}
