"""Renaming an operator as a quick fix, where nothing else hangs on it."""

from __future__ import annotations

from iamtutor.analyzer.validation.finding import QuickFix
from iamtutor.analyzer.validation.subject import KeyTest, Stated


def operator_fix(statement: Stated, test: KeyTest, meant: str) -> QuickFix | None:
    """The edit that renames the operator of a test; None where it holds other keys, or the new name is there already."""
    others = [other for other in statement.tests if other is not test]
    if any(other.operator_node is test.operator_node or other.written == meant for other in others):
        return None
    return QuickFix(test.operator_node.span, f'"{meant}"')
