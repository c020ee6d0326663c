"""The app on the screen. Importing this room costs little; the app itself is imported when it is made."""

from __future__ import annotations

from typing import TYPE_CHECKING

from iamtutor.tui.surroundings import Surroundings

if TYPE_CHECKING:
    from iamtutor.tui.app import TutorApp
    from iamtutor.tui.stop import Stop
    from iamtutor.words import Lang

__all__ = ["Surroundings", "make_app"]


def make_app(surroundings: Surroundings, lang: Lang, opening: Stop | None = None) -> TutorApp:
    """The app, to be run by `run()`; `lang` counts until the learner has chosen one, `opening` is opened at once."""
    from iamtutor.tui.app import TutorApp

    return TutorApp(surroundings, lang, opening)
