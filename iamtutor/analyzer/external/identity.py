"""What makes a finding the same finding in the next run: its resource, its principal and its conditions."""

from __future__ import annotations

import json
from hashlib import sha256

from iamtutor.analyzer.external.results import Narrowing, ShownPrincipal

_LENGTH = 12


def finding_id(resource: str, principal: ShownPrincipal, conditions: tuple[Narrowing, ...]) -> str:
    """A short name that does not change while these do not: actions and statements may."""
    value = [resource, principal.type.value, principal.value, *sorted(conditions)]
    return sha256(json.dumps(value, ensure_ascii=True).encode()).hexdigest()[:_LENGTH]
