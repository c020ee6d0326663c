"""What ends a command: one clear line for the person who called it."""

from __future__ import annotations

from collections.abc import Mapping

from iamtutor.cli.messages import MESSAGES
from iamtutor.words import Lang, Messages, say


class Problem(Exception):  # noqa: N818 - the word that people use
    """The call or the input cannot be used: a message and its arguments. The command ends with status 2."""

    def __init__(self, message_id: str, /, *, messages: Messages = MESSAGES, **arguments: object) -> None:
        super().__init__(message_id)
        self.id = message_id
        self.arguments: Mapping[str, object] = arguments
        self._messages = messages

    def text(self, lang: Lang) -> str:
        """The line, in one language."""
        return say(self._messages, self.id, lang, **self.arguments)
