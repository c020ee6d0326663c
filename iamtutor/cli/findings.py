"""A finding in words: the rooms hold the messages, the code says which room."""

from __future__ import annotations

from importlib import import_module
from typing import Final

from iamtutor.policy.finding import Finding
from iamtutor.words import Lang, Messages, say

_TABLES: Final = {
    "json": "iamtutor.policy.messages",
    "policy": "iamtutor.policy.messages",
    "decide": "iamtutor.access.messages",
    "access": "iamtutor.access.messages",
    "cloud": "iamtutor.cloud.messages",
    "generation": "iamtutor.analyzer.generation.messages",
    "external": "iamtutor.analyzer.external.messages",
    "course": "iamtutor.course.messages",
    "quiz": "iamtutor.quiz.messages",
    "reason": "iamtutor.reason.messages",
    "study": "iamtutor.study.messages",
    "validation": "iamtutor.analyzer.validation.messages",
}


def table_of(message_id: str) -> Messages:
    """The messages of the room that a message id belongs to."""
    messages: Messages = import_module(_TABLES[message_id.partition(".")[0]]).MESSAGES
    return messages


def words_of(finding: Finding, lang: Lang) -> str:
    """What a finding says, without its place."""
    return say(table_of(finding.code), finding.code, lang, **finding.arguments)


def dotted(path: tuple[str | int, ...]) -> str:
    """A JSON path as people write it: ``policies.identity[0].document``."""
    text = ""
    for step in path:
        text += f"[{step}]" if isinstance(step, int) else f".{step}" if text else step
    return text
