"""The state as a JSON value, and back."""

from __future__ import annotations

from typing import Any, Final

from iamtutor.analyzer.external.results import ShownPrincipal
from iamtutor.analyzer.external.state import Kept, State, Status
from iamtutor.analyzer.external.zone import ZoneKind
from iamtutor.policy import PrincipalType

VERSION: Final = 1


class StateError(ValueError):
    """A value that is no state; the text says where in it."""


def state_json(state: State, zone: ZoneKind) -> dict[str, Any]:
    """The state of an analyser with this zone of trust."""
    return {
        "version": VERSION,
        "zone": zone.value,
        "findings": {identifier: _row(kept) for identifier, kept in state.items()},
    }


def read_state(value: object) -> tuple[ZoneKind, State]:
    """The zone and the state of such a value. Raises StateError."""
    if not isinstance(value, dict) or value.get("version") != VERSION:
        raise StateError("version")
    try:
        zone = ZoneKind(str(value.get("zone")))
    except ValueError:
        raise StateError("zone") from None
    rows = value.get("findings")
    if not isinstance(rows, dict):
        raise StateError("findings")
    return zone, {identifier: _kept(identifier, row) for identifier, row in rows.items()}


def _row(kept: Kept) -> dict[str, Any]:
    row: dict[str, Any] = {
        "status": kept.status.value,
        "resource": kept.resource,
        "resourceOwnerAccount": kept.account,
        "principal": {kept.principal.type.value: kept.principal.value},
    }
    if kept.rule is not None:
        row["rule"] = kept.rule
    if kept.by_hand:
        row["byHand"] = True
    return row


def _kept(identifier: str, row: object) -> Kept:
    where = f"findings.{identifier}"
    if not isinstance(row, dict):
        raise StateError(where)
    try:
        ((type_, value),) = row["principal"].items()
        texts = (row["resource"], row["resourceOwnerAccount"], value, row.get("rule") or "")
        if not all(isinstance(text, str) for text in texts):
            raise StateError(where)
        principal = ShownPrincipal(PrincipalType(type_), value)
        status, by_hand = Status(row["status"]), row.get("byHand") is True
        return Kept(status, row["resource"], row["resourceOwnerAccount"], principal, row.get("rule"), by_hand)
    except (KeyError, ValueError, AttributeError, TypeError):
        raise StateError(where) from None
