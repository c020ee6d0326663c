"""What could be left out and nothing would change.

REDUNDANT_ACTION, REDUNDANT_RESOURCE, REDUNDANT_STATEMENT and REDUNDANT_CONDITION_VALUE_NUM. As with ValidatePolicy one
finding holds the widest pattern of a list together with all that it covers.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from typing import Final

from iamtutor.analyzer.validation.coverage import redundant_groups
from iamtutor.analyzer.validation.edits import without_item
from iamtutor.analyzer.validation.finding import QuickFix, ValidationFinding, found
from iamtutor.analyzer.validation.subject import Item, Stated, Subject
from iamtutor.policy.operators.numeric import number
from iamtutor.policy.tree import Node, NodeKind, node_at

CODES = ("REDUNDANT_ACTION", "REDUNDANT_RESOURCE", "REDUNDANT_STATEMENT", "REDUNDANT_CONDITION_VALUE_NUM")
_LEAST: Final = ("NumericGreaterThan", "NumericGreaterThanEquals")
_GREATEST: Final = ("NumericLessThan", "NumericLessThanEquals")


def check(subject: Subject) -> Iterator[ValidationFinding]:
    """Everything that something beside it already says."""
    for statement in subject.statements:
        yield from _patterns("REDUNDANT_ACTION", statement, statement.actions, fold=True)
        yield from _patterns("REDUNDANT_RESOURCE", statement, statement.resources, fold=False)
        yield from _numbers(statement)
    yield from _statements(subject)


def _patterns(code: str, statement: Stated, items: list[Item], *, fold: bool) -> Iterator[ValidationFinding]:
    if len(items) < 2:
        return
    for widest, others in redundant_groups([item.text.lower() if fold else item.text for item in items]):
        places = [items[at].place for at in sorted((widest, *others))]
        last = items[others[-1]]
        fix = _removal(statement, code, last) if len(others) == 1 else None
        yield found(code, *places, fix=fix, widest=items[widest].text, example=last.text, count=len(others))


def _removal(statement: Stated, code: str, item: Item) -> QuickFix | None:
    """The edit that takes one item and its comma out of the list."""
    names = ("Action", "NotAction") if code == "REDUNDANT_ACTION" else ("Resource", "NotResource")
    for name in names:
        node = statement.value(name)
        if node is not None and item.node in node.items:
            return without_item(node, item.node)
    return None


def _numbers(statement: Stated) -> Iterator[ValidationFinding]:
    for test in statement.tests:
        choose = max if test.base in _GREATEST else min if test.base in _LEAST else None
        if choose is None or len(test.items) < 2 or test.operator is None or test.operator.qualifier is not None:
            continue
        values = [value for item in test.items if (value := number(item.text)) is not None]
        if len(values) == len(test.items):
            kept = str(choose(values))
            fix = QuickFix(test.node.span, f'"{kept}"')
            yield found("REDUNDANT_CONDITION_VALUE_NUM", test.value_place, fix=fix, key=test.key, kept=kept)


def _statements(subject: Subject) -> Iterator[ValidationFinding]:
    for statements in _alike(_alike([subject.statements], _shape), _content):
        if len(statements) > 1:
            places = [statement.place for statement in statements]
            line = subject.reading.position(statements[0].node.start).line
            fix = _without(subject, statements[1]) if len(statements) == 2 else None
            yield found("REDUNDANT_STATEMENT", *places, fix=fix, count=len(statements), line=line)


def _without(subject: Subject, statement: Stated) -> QuickFix | None:
    """The edit that takes a statement out of the policy."""
    node = node_at(subject.reading.tree.root, ("Statement",))
    return without_item(node, statement.node) if node is not None and statement.node in node.items else None


def _alike(groups: Iterable[Sequence[Stated]], key: Callable[[Stated], object]) -> Iterator[Sequence[Stated]]:
    """The groups cut up by a key; a group of one needs no key."""
    for group in groups:
        if len(group) > 1:
            alike: dict[object, list[Stated]] = {}
            for statement in group:
                if not statement.node.broken and len(statement.members) == len(statement.node.members):
                    alike.setdefault(key(statement), []).append(statement)
            yield from alike.values()


def _shape(statement: Stated) -> object:
    """What is quickly compared: statements that say the same agree in it, though a list may hold something twice."""
    actions = [item.text for item in statement.actions]
    return statement.effect, statement.not_action, min(actions, default=""), max(actions, default="")


def _content(statement: Stated) -> object:
    """What a statement says, whatever the order in which it says it; its Sid aside."""
    return frozenset(
        (name, _canonical(member.value))
        for name, member in statement.members.items()
        if name != "Sid" and member.value is not None
    )


def _canonical(node: Node) -> object:
    if node.kind is NodeKind.OBJECT:
        return frozenset((member.key.text, _canonical(member.value)) for member in node.members if member.value)
    if node.kind is NodeKind.ARRAY:
        return frozenset(_canonical(item) for item in node.items)
    return frozenset((node.text,))
