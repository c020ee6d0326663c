"""Tokens for an editor: every piece of the text with what it means in a policy."""

from __future__ import annotations

from enum import StrEnum
from typing import Final, NamedTuple

from iamtutor.policy import tokens
from iamtutor.policy.elements import POLICY_ELEMENTS, PRINCIPAL_TYPES, STATEMENT_ELEMENTS, is_operator
from iamtutor.policy.finding import Span
from iamtutor.policy.tree import Node, NodeKind, Tree


class TokenKind(StrEnum):
    """What a piece of the text means."""

    PUNCTUATION = "punctuation"
    KEY_ELEMENT = "key-element"
    KEY_OPERATOR = "key-operator"
    KEY_CONDITION = "key-condition"
    KEY_PRINCIPAL_TYPE = "key-principal-type"
    KEY_UNKNOWN = "key-unknown"
    ALLOW = "value-allow"
    DENY = "value-deny"
    ACTION = "action"
    RESOURCE = "resource"
    STRING = "string"
    NUMBER = "number"
    LITERAL = "literal"
    COMMENT = "comment"
    ERROR = "error"


class Token(NamedTuple):
    """One piece of the text."""

    kind: TokenKind
    span: Span


_LEXEME_KINDS: Final = {
    tokens.COMMA: TokenKind.PUNCTUATION,
    tokens.COLON: TokenKind.PUNCTUATION,
    tokens.OPEN_OBJECT: TokenKind.PUNCTUATION,
    tokens.CLOSE_OBJECT: TokenKind.PUNCTUATION,
    tokens.OPEN_ARRAY: TokenKind.PUNCTUATION,
    tokens.CLOSE_ARRAY: TokenKind.PUNCTUATION,
    tokens.STRING: TokenKind.STRING,
    tokens.ROUGH_STRING: TokenKind.STRING,
    tokens.OPEN_STRING: TokenKind.ERROR,
    tokens.SMART_STRING: TokenKind.ERROR,
    tokens.SINGLE_STRING: TokenKind.ERROR,
    tokens.NUMBER: TokenKind.NUMBER,
    tokens.LITERAL: TokenKind.LITERAL,
    tokens.COMMENT: TokenKind.COMMENT,
    tokens.ODD_SPACE: TokenKind.ERROR,
    tokens.WORD: TokenKind.ERROR,
}
_EFFECTS: Final = {"Allow": TokenKind.ALLOW, "Deny": TokenKind.DENY}
_VALUE_KINDS: Final = {
    "Action": TokenKind.ACTION,
    "NotAction": TokenKind.ACTION,
    "Resource": TokenKind.RESOURCE,
    "NotResource": TokenKind.RESOURCE,
}


def highlight(text: str, tree: Tree) -> tuple[Token, ...]:
    """All tokens of a text in order; together they cover everything but white space."""
    meanings: dict[int, TokenKind] = {}
    if tree.root is not None:
        _mark_policy(tree.root, meanings)
    found: list[Token] = []
    for kind, start, end in tree.lexemes:
        if kind in (tokens.STRING, tokens.ROUGH_STRING):
            found.append(Token(meanings.get(start, TokenKind.STRING), Span(start, end)))
        elif kind != tokens.END:
            found.append(Token(_LEXEME_KINDS[kind], Span(start, end)))
    return tuple(found)


def _mark_policy(root: Node, meanings: dict[int, TokenKind]) -> None:
    for member in root.members:
        name = member.key.text
        _mark_key(member.key, name in POLICY_ELEMENTS, TokenKind.KEY_ELEMENT, meanings)
        if name == "Statement" and member.value is not None:
            for statement in (member.value, *member.value.items):
                _mark_statement(statement, meanings)


def _mark_statement(statement: Node, meanings: dict[int, TokenKind]) -> None:
    for member in statement.members:
        name, value = member.key.text, member.value
        _mark_key(member.key, name in STATEMENT_ELEMENTS, TokenKind.KEY_ELEMENT, meanings)
        if value is None:
            continue
        if name == "Effect" and value.text in _EFFECTS:
            meanings[value.start] = _EFFECTS[value.text]
        elif name in _VALUE_KINDS:
            for item in (value, *value.items):
                if item.kind is NodeKind.STRING:
                    meanings[item.start] = _VALUE_KINDS[name]
        elif name in ("Principal", "NotPrincipal"):
            for entry in value.members:
                _mark_key(entry.key, entry.key.text in PRINCIPAL_TYPES, TokenKind.KEY_PRINCIPAL_TYPE, meanings)
        elif name == "Condition":
            _mark_conditions(value, meanings)


def _mark_conditions(condition: Node, meanings: dict[int, TokenKind]) -> None:
    for operator in condition.members:
        _mark_key(operator.key, is_operator(operator.key.text), TokenKind.KEY_OPERATOR, meanings)
        for key in operator.value.members if operator.value else ():
            _mark_key(key.key, True, TokenKind.KEY_CONDITION, meanings)


def _mark_key(key: Node, known: bool, kind: TokenKind, meanings: dict[int, TokenKind]) -> None:
    meanings[key.start] = kind if known else TokenKind.KEY_UNKNOWN
