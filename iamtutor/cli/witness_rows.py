"""The same as JSON: the request in the form of the `decide` contract, and the statements on which it hangs."""

from __future__ import annotations

from typing import Any

from iamtutor.access.trace import StatementTrace
from iamtutor.access.wire import request_row
from iamtutor.cli.policy_file import PolicyFile
from iamtutor.cli.witness_lines import Sides
from iamtutor.policy import Statement
from iamtutor.reason import OneWay
from iamtutor.reason.why import because


def witness_request(way: OneWay) -> dict[str, Any] | None:
    """The request of a way; None where there is none."""
    return None if way.witness is None else request_row(way.witness.request)


def why_row(way: OneWay, sides: Sides) -> dict[str, Any] | None:
    """Why the one policy allows the request and the other does not; None where there is no request."""
    if way.witness is None:
        return None
    reasons = because(way.witness, sides.kind)
    return {
        "allowed_by": _traced(reasons.allows, sides.allowing),
        "denied_by": _traced(reasons.denies, sides.refusing),
        "nearest": _traced(reasons.nearest, sides.refusing),
        "without": list(reasons.without),
    }


def statement_row(statement: Statement, file: PolicyFile) -> dict[str, Any]:
    """Where a statement stands: file, line, Sid and index from 0."""
    return {"file": file.name, "line": file.line_of(statement), "sid": statement.sid, "index": statement.index}


def _traced(trace: StatementTrace | None, file: PolicyFile | None) -> dict[str, Any] | None:
    if trace is None or file is None:
        return None
    row = statement_row(trace.statement, file)
    failed = trace.match.failed
    if failed is not None:
        row |= {"element": failed.element, "wants": list(failed.wants), "has": failed.has}
        failing = next((each for each in trace.match.conditions if not each.holds), None)
        if failing is not None:
            row |= {"operator": failing.operator, "key": failing.key, "has": _values(failing.has)}
    return row


def _values(values: tuple[str, ...] | None) -> list[str] | None:
    return None if values is None else list(values)
