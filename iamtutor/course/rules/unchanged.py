"""Something must stay as it was."""

from collections.abc import Iterator
from typing import Literal

from iamtutor.course.rules.rule import Breach, Rule, Written
from iamtutor.course.shape import Kebab
from iamtutor.policy import PolicyDocument, Reading, Statement


class Unchanged(Rule):
    """The slot's policy, or its statement `sid`, means word for word what it meant at the start.

    White space, the order of keys and a string instead of a list of one do not matter.
    """

    rule: Literal["unchanged"]
    slot: Kebab
    sid: str | None = None

    def breaches(self, written: Written) -> Iterator[Breach]:
        """One breach where something changed."""
        before, after = written.starts[self.slot], written.readings[self.slot]
        if self.sid is None:
            if _policy_form(before.document) != _policy_form(after.document):
                yield Breach("course.unchanged", self.slot)
            return
        now = _with_sid(after, self.sid)
        if [_form(statement) for statement in now] != [_form(s) for s in _with_sid(before, self.sid)]:
            span = now[0].span if now else None
            yield Breach("course.unchanged-statement", self.slot, {"sid": self.sid}, span)


def _with_sid(reading: Reading, sid: str) -> list[Statement]:
    statements = () if reading.document is None else reading.document.statements
    return [statement for statement in statements if statement.sid == sid]


def _policy_form(document: PolicyDocument | None) -> object:
    if document is None:
        return None
    return document.version, [_form(statement) for statement in document.statements]


def _form(statement: Statement) -> object:
    """The statement without its places in the text."""
    principal, resource = statement.principal, statement.resource
    return (
        statement.sid,
        statement.effect,
        principal and (principal.negated, [(entry.type, entry.value) for entry in principal.entries]),
        (statement.action.negated, [pattern.value for pattern in statement.action.patterns]),
        resource and (resource.negated, [pattern.value for pattern in resource.patterns]),
        sorted((c.operator, c.key, [value.value for value in c.values]) for c in statement.conditions),
    )
