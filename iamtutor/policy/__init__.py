"""The policy language: from text to document, findings and tokens, with the place of everything."""

from iamtutor.policy.document import (
    Condition,
    Effect,
    PatternElement,
    PolicyDocument,
    PolicyKind,
    PrincipalElement,
    PrincipalEntry,
    PrincipalType,
    Statement,
    Text,
)
from iamtutor.policy.finding import Argument, Finding, Lines, Position, Severity, Span
from iamtutor.policy.highlight import Token, TokenKind
from iamtutor.policy.messages import MESSAGES as POLICY_MESSAGES
from iamtutor.policy.reading import Reading, read, read_value

__all__ = [
    "POLICY_MESSAGES",
    "Argument",
    "Condition",
    "Effect",
    "Finding",
    "Lines",
    "PatternElement",
    "PolicyDocument",
    "PolicyKind",
    "Position",
    "PrincipalElement",
    "PrincipalEntry",
    "PrincipalType",
    "Reading",
    "Severity",
    "Span",
    "Statement",
    "Text",
    "Token",
    "TokenKind",
    "read",
    "read_value",
]
