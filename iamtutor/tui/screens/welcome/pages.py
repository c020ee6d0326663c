"""The pages on which nothing is written: language, panes, keys, where to begin."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from textual import events
from textual.app import ComposeResult
from textual.containers import Horizontal, Vertical
from textual.content import Content
from textual.widget import Widget
from textual.widgets import Static

from iamtutor.tui.messages import MESSAGES
from iamtutor.tui.screens.home.outline import Outline
from iamtutor.tui.screens.welcome.page import Offer, OfferPage, Page
from iamtutor.tui.speaking import lang_of, say
from iamtutor.tui.widgets.card import Card
from iamtutor.words import Bilingual


class LanguagePage(OfferPage):
    """Korean or English, asked in both."""

    TITLE = "tui.welcome-language"
    TASK = "tui.welcome-language-note"

    def offers(self) -> Iterable[Offer]:
        """Each in its own language."""
        korean = Offer("ko", _same("한국어"), _same("화면과 레슨을 한국어로 봅니다"))
        english = Offer("en", _same("English"), _same("screen and lessons in English"))
        return korean, english

    def words(self, message: str) -> str:
        """In both languages, one below the other."""
        return "\n".join(MESSAGES[message].values())

    def begin(self) -> None:
        """Stand on the language that the system speaks."""
        super().begin()
        offers = self.query_one("#offers")
        offers.cursor = 0 if lang_of(self) == "ko" else 1  # type: ignore[attr-defined]


class Pane(Card):
    """One pane of the workbench in small; visited once it had the focus."""

    def __init__(self, pane: str) -> None:
        super().__init__(id=f"pane-{pane}")
        self.pane = pane
        self.is_visited = False

    def on_focus(self, event: events.Focus) -> None:
        """The learner is here."""
        self.is_visited = True
        self.post_message(Card.Pressed(self))

    def say_all(self) -> None:
        """Its name, and what it is for; dim until it was visited."""
        self.border_title = f"{'✓ ' if self.is_visited else ''}{say(self, f'tui.pane-{self.pane}')}"
        words = Content(say(self, f"tui.welcome-pane-{self.pane}"))
        self.update(words if self.is_visited else words.stylize("$faint"))


class PanesPage(Page):
    """The workbench in small: each pane is to be visited."""

    TITLE = "tui.welcome-screen"
    TASK = "tui.welcome-screen-do"

    def body(self) -> ComposeResult:
        """Text at the left, editor and results at the right, as on the workbench."""
        with Horizontal(classes="bench"):
            yield Pane("text")
            with Vertical():
                yield Pane("editor")
                yield Pane("results")

    def panes(self) -> Sequence[Widget]:
        """The three."""
        return list(self.query(Pane))

    def begin(self) -> None:
        """Nothing is visited by itself: the learner makes the first move."""
        self.screen.set_focus(None)

    def say_body(self) -> None:
        """What each is for."""
        for pane in self.query(Pane):
            pane.say_all()

    def on_card_pressed(self, event: Card.Pressed) -> None:
        """One was visited."""
        event.stop()
        self.is_done = all(pane.is_visited for pane in self.query(Pane))
        self.say_body()
        self.show_done()


class KeysPage(Page):
    """Help and palette, each to be opened once; the app really opens them."""

    TITLE = "tui.welcome-keys"
    TASK = "tui.welcome-keys-do"

    def __init__(self) -> None:
        super().__init__()
        self.tried: set[str] = set()

    def body(self) -> ComposeResult:
        """The two keys."""
        yield Static(classes="keys")

    def begin(self) -> None:
        """The keys work from everywhere."""
        self.screen.set_focus(None)

    def try_out(self, key: str) -> None:
        """One of them was opened."""
        self.tried.add(key)
        self.is_done = {"help", "palette"} <= self.tried
        self.say_all()

    def say_body(self) -> None:
        """What each does, and whether it was tried."""
        lines = []
        for key, shown in (("help", "F1"), ("palette", "Ctrl+P")):
            mark = ("✓ ", "bold $allow") if key in self.tried else ("○ ", "$dim")
            about = say(self, f"tui.welcome-keys-{key}")
            lines.append(Content.assemble(mark, (f"{shown:8}", "bold $accent"), about))
        self.query_one(".keys", Static).update(Content("\n\n").join(lines))


class BeginPage(OfferPage):
    """Where to begin."""

    TITLE = "tui.welcome-begin"
    TASK = "tui.welcome-begin-do"

    def __init__(self, outline: Outline) -> None:
        super().__init__()
        self._outline = outline

    def offers(self) -> Iterable[Offer]:
        """The first lesson, the first exercise, the playground, the home screen; of these what there is."""
        lessons, exercises = self._outline.lessons, self._outline.exercises
        if lessons:
            yield Offer("lesson", _both("tui.welcome-begin-lesson"), lessons[0].title)
        if exercises:
            yield Offer("exercise", _both("tui.welcome-begin-exercise"), exercises[0].title)
        for key in ("playground", "home"):
            yield Offer(key, _both(f"tui.welcome-begin-{key}"), _both(f"tui.welcome-begin-{key}-about"))


def _same(text: str) -> Bilingual:
    return Bilingual(text, text)


def _both(message: str) -> Bilingual:
    return Bilingual(MESSAGES[message]["ko"], MESSAGES[message]["en"])
