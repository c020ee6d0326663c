"""Findings as JSON: AWS's names where AWS has the field, ours beside them."""

from __future__ import annotations

from typing import Any

from iamtutor.access import Principal, PrincipalKind, Request, StatementRef
from iamtutor.access.wire import decision_row, plain
from iamtutor.analyzer.external import Analysis, ExternalFinding, OpenQuestion
from iamtutor.analyzer.external.telling import Row
from iamtutor.cli.external_source import ExternalSource
from iamtutor.cli.telling import context_of


def external_json(
    rows: list[Row], analysis: Analysis, resolved: list[dict[str, Any]], zone: str, source: ExternalSource
) -> dict[str, Any]:
    """The whole answer; `resolved` are findings of earlier runs that are gone."""
    return {
        "source": source.name,
        "zone": zone,
        "findings": [*(_finding(row, source) for row in rows), *resolved],
        "open": [_open(each) for each in analysis.open],
    }


def _finding(row: Row, source: ExternalSource) -> dict[str, Any]:
    finding = row.finding
    found: dict[str, Any] = {
        "id": finding.id,
        "status": row.kept.status.value,
        "resource": finding.resource,
        "resourceType": finding.resource_type,
        "resourceOwnerAccount": finding.account,
        "isPublic": finding.public,
        "principal": {finding.principal.type.value: finding.principal.value},
        "action": list(finding.actions),
        "notAction": list(finding.excepted),
        "condition": [
            {"operator": each.operator, "key": each.key, "values": list(each.values)} for each in finding.conditions
        ],
        "openness": finding.openness.value,
        "request": _request(finding.shown.request),
        "decision": _decision(finding),
        "statements": [_statement(ref, finding, source) for ref in finding.statements],
        "denies": [_statement(ref, finding, source) for ref in finding.denies],
    }
    if row.kept.rule is not None:
        found["archivedBy"] = row.kept.rule
    if row.change is not None:
        found["changeType"] = row.change.value
    return found


def _request(request: Request) -> dict[str, Any]:
    """As `iamtutor decide` takes it."""
    return {
        "principal": _principal(request.principal),
        "action": request.action,
        "resource": request.resource,
        "resource_account": request.resource_account,
        "context": plain(context_of(request)),
    }


def _principal(principal: Principal) -> Any:
    if principal.kind is PrincipalKind.SERVICE:
        return {"service": principal.name}
    if principal.kind is PrincipalKind.PROVIDER:
        return {"federated": principal.name}
    return principal.arn or "anonymous"


def _decision(finding: ExternalFinding) -> dict[str, Any]:
    row = decision_row(None, finding.shown.decision)
    return {key: row[key] for key in ("decision", "layer", "statements")}


def _statement(ref: StatementRef, finding: ExternalFinding, source: ExternalSource) -> dict[str, Any]:
    place = source.place_of(ref, finding)
    file, line = place if place is not None else (None, None)
    return {
        "layer": ref.layer.value,
        "policy": ref.policy,
        "sid": ref.sid,
        "index": ref.index,
        "file": file,
        "line": line,
    }


def _open(question: OpenQuestion) -> dict[str, Any]:
    return {
        "resource": question.resource,
        "principal": {question.principal.type.value: question.principal.value},
        "policy": question.statement.policy,
        "sid": question.statement.sid,
        "index": question.statement.index,
        "reason": question.reason.value,
        "about": question.about,
    }
