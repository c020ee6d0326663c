"""How a widget speaks: it asks the app, which knows the language and every room's messages."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar, cast

from textual.app import App
from textual.reactive import reactive

from iamtutor.tui.messages import MESSAGES
from iamtutor.words import Bilingual, Lang
from iamtutor.words import say as say_in

if TYPE_CHECKING:
    from textual.message_pump import MessagePump


class SpeakingApp(App[None]):
    """An app with a language that may change while it runs; widgets watch `lang` and say themselves anew."""

    lang: reactive[Lang] = reactive[Lang]("en", init=False)

    LANGS: ClassVar[tuple[Lang, ...]] = ("ko", "en")


def lang_of(node: MessagePump) -> Lang:
    """The language chosen now."""
    return cast("SpeakingApp", node.app).lang


def say(node: MessagePump, message: str, **arguments: str | int) -> str:
    """The message of the app's own room in the language chosen now."""
    return say_in(MESSAGES, message, lang_of(node), **arguments)


def tell(node: MessagePump, text: Bilingual) -> str:
    """A bilingual text in the language chosen now."""
    return text.text(lang_of(node))
