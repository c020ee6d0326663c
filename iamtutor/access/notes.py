"""What a decision took for granted: said beside it, never in its place."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import TYPE_CHECKING, NamedTuple

from iamtutor.access.layer import Layer
from iamtutor.access.request import ALWAYS_SENT, Request

if TYPE_CHECKING:
    from iamtutor.access.decide import Decision


class Note(NamedTuple):
    """One thing to say: its code, and the arguments of the room's message ``access.note.CODE``."""

    code: str
    arguments: Mapping[str, object]

    @property
    def message(self) -> str:
        """The id of the message."""
        return f"access.note.{self.code}"


def notes(decision: Decision) -> Iterator[Note]:
    """What somebody who relies on the decision must know."""
    request = decision.request
    if request.by_service.allowed_at_once or request.by_service.refused_at_once is not None:
        return
    if request.arn is None and request.resource != "*":
        yield Note("no-arn", {"resource": request.resource})
    if request.assumes_account and _hangs_on_account(decision):
        yield Note("account-assumed", {"resource": request.resource, "account": request.resource_account})
    if _is_let_off_uncertainly(decision):
        yield Note("not-principal", {})
    sent = [key for key in decision.missing_context if key.lower() in ALWAYS_SENT]
    if sent:
        yield Note("always-sent", {"keys": ", ".join(sent)})


def _hangs_on_account(decision: Decision) -> bool:
    """Whether the verdict would be another one if the resource were another account's."""
    from iamtutor.access.decide import decide

    request = decision.request
    elsewhere = "999988887777" if request.resource_account != "999988887777" else "111122223333"
    moved = Request(request.principal, request.action, request.resource, elsewhere, request.written)
    return decide(moved, decision.policies).verdict is not decision.verdict


def _is_let_off_uncertainly(decision: Decision) -> bool:
    """Whether a Deny with NotPrincipal lets the caller off although its list leaves out the account, or the role.

    Depending on the service it denies all the same:
    https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_notprincipal.html
    """
    request, policies = decision.request, decision.policies
    return any(
        statement.is_uncertain(request.principal, has_boundary=policies.has_boundary)
        and statement.matches_beyond_action(request)
        for layer, level in policies.denying
        if layer in (Layer.RESOURCE, Layer.ENDPOINT)
        for _, statement in level.denies.speaking_of(request.action_key)
    )
