"""What is said beside a decision: unknown actions, and what the evaluator took for granted."""

from __future__ import annotations

from iamtutor.access import Decision
from iamtutor.access.messages import MESSAGES as ACCESS_MESSAGES
from iamtutor.access.notes import notes
from iamtutor.cli.unknown_names import ActionNames
from iamtutor.words import Lang, say


def notes_of(decision: Decision, names: ActionNames, lang: Lang) -> list[dict[str, str]]:
    """The notes as the contract writes them: a code for scripts, and the words."""
    found = []
    unknown = names.unknown(decision.request.action)
    if unknown is not None:
        found.append({"code": "unknown-action", "message": unknown.text(lang)})
    for note in notes(decision):
        found.append({"code": note.code, "message": say(ACCESS_MESSAGES, note.message, lang, **note.arguments)})
    return found
