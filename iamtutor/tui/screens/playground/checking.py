"""The custom checks of the pair without a screen: what is checked, what stands in the way, what came out."""

from __future__ import annotations

import json
from collections.abc import Callable
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final, Literal, NamedTuple

from iamtutor.policy import POLICY_MESSAGES, PolicyKind, Severity, read
from iamtutor.reason.messages import MESSAGES as REASON_MESSAGES
from iamtutor.tui.messages import MESSAGES
from iamtutor.tui.screens.playground.pair import SIDES, Pair, Side, other_side
from iamtutor.words import Lang, say

if TYPE_CHECKING:
    from iamtutor.reason import Access, Actions, Checked

Check = Literal["no-new-access", "access-not-granted", "no-public-access"]
AWS_NAMES: Final[dict[Check, str]] = {
    "no-new-access": "CheckNoNewAccess",
    "access-not-granted": "CheckAccessNotGranted",
    "no-public-access": "CheckNoPublicAccess",
}
SIDES_OF: Final[dict[Check, tuple[Side, ...]]] = {
    "no-new-access": ("a",),
    "access-not-granted": ("a",),
    "no-public-access": SIDES,
}
"""Whose policy is checked."""
_PUBLISHED: Final = (PolicyKind.RESOURCE, PolicyKind.TRUST)


class Asked(NamedTuple):
    """One check of the policy of one side."""

    check: Check
    side: Side


EVERY: Final = tuple(Asked(check, side) for check, sides in SIDES_OF.items() for side in sides)


@dataclass
class Wanted:
    """The access that must not be granted, as it is typed: patterns with commas between them."""

    actions: str = ""
    resources: str = ""

    def access(self, kind: PolicyKind) -> Access:
        """What the check asks about; a trust policy names no resources."""
        from iamtutor.reason import Access

        return Access(_parts(self.actions), () if kind is PolicyKind.TRUST else _parts(self.resources))

    def problem(self, lang: Lang) -> str:
        """What is wrong with what is typed; empty where nothing is."""
        for pattern in _parts(self.actions):
            statement = {"Effect": "Deny", "Action": pattern, "Resource": "*"}
            findings = read(json.dumps({"Version": "2012-10-17", "Statement": statement}), PolicyKind.IDENTITY).findings
            for finding in findings:
                if finding.severity is Severity.ERROR:
                    return say(POLICY_MESSAGES, finding.code, lang, **finding.arguments)
        for pattern in _parts(self.resources):
            if pattern != "*" and not pattern.startswith("arn:"):
                return say(MESSAGES, "tui.check-no-arn", lang, pattern=pattern)
        return ""


def _parts(typed: str) -> tuple[str, ...]:
    return tuple(part for each in typed.split(",") if (part := each.strip()))


def unknown_action(access: Access, actions: Actions) -> str:
    """A pattern of actions that no action matches; empty where each matches some. None is granted, as goes without saying."""
    return next((each for each in access.actions if not actions.matching(each.lower())), "")


def obstacle(check: Check, pair: Pair, lang: Lang) -> str:
    """Why a check has no say about policies of this kind, in words; empty where it has."""
    kind, sides = pair.kind, " · ".join(side.upper() for side in SIDES_OF[check])
    if check == "no-public-access" and kind not in _PUBLISHED:
        named = say(MESSAGES, f"tui.play-kind-{kind}", lang)
        return say(REASON_MESSAGES, "reason.check.names-nobody", lang, policy=sides, check=AWS_NAMES[check], kind=named)
    if check == "access-not-granted" and kind is PolicyKind.RCP:
        return say(REASON_MESSAGES, "reason.check.never-grants", lang, policy=sides)
    return ""


def unreadable(asked: Asked, pair: Pair) -> tuple[Side, ...]:
    """The sides that a check needs and that cannot be read."""
    needed = SIDES if asked.check == "no-new-access" else (asked.side,)
    return tuple(side for side in needed if side in pair.unreadable or pair.readings[side].document is None)


def outcome(asked: Asked, checked: Checked, lang: Lang) -> str:
    """What came out, in the words of the command line."""
    kind = "open" if checked.way.unknown is not None else checked.result.lower()
    sides = {"policy": asked.side.upper(), "reference": other_side(asked.side).upper()}
    return say(REASON_MESSAGES, f"reason.check.{asked.check}-{kind}", lang, **sides)


def carry_out(asked: Asked, pair: Pair, access: Access, actions: Actions, cancelled: Callable[[], bool]) -> Checked:
    """Check; the sides that are needed must be readable. Raises CancelledError."""
    from iamtutor.reason import access_not_granted, no_new_access, no_public_access

    document, kind = pair.readings[asked.side].document, pair.kind
    assert document is not None
    if asked.check == "no-new-access":
        reference = pair.readings[other_side(asked.side)].document
        assert reference is not None
        return no_new_access(reference, document, kind, actions, cancelled=cancelled)
    if asked.check == "access-not-granted":
        return access_not_granted(document, access, kind, actions, cancelled=cancelled)
    return no_public_access(document, kind, actions, cancelled=cancelled)
