"""The quiz screen: drives a `QuizSession` and paints it."""

from __future__ import annotations

from functools import partial
from typing import ClassVar

from textual import on, work
from textual.app import ComposeResult
from textual.binding import Binding
from textual.containers import VerticalScroll
from textual.content import Content
from textual.message import Message
from textual.screen import Screen
from textual.widgets import Input

from iamtutor.quiz import QuizSession
from iamtutor.study import StoreError
from iamtutor.study.messages import MESSAGES as STUDY_MESSAGES
from iamtutor.tui.commands import QUIZ, bindings
from iamtutor.tui.guide import Guide
from iamtutor.tui.screens.quiz.put import closing_lines, explanation_lines, prompt_lines
from iamtutor.tui.speaking import lang_of, say, tell
from iamtutor.tui.stop import Quiz
from iamtutor.tui.surroundings import Surroundings
from iamtutor.tui.widgets.choices import Choice, Choices, Verdict, Way
from iamtutor.tui.widgets.key_bar import KeyBar
from iamtutor.tui.widgets.passage import Passage
from iamtutor.tui.widgets.top_line import TopLine, meter
from iamtutor.words import say as say_in

AROUND = 2
"""Lines above and below a question."""
_WAYS: dict[str, Way] = {"one": "one", "several": "several", "sequence": "sequence"}


class QuizScreen(Screen[None]):
    """One question at a time. An answer is recorded when the learner goes on, so that it can be taken back."""

    CSS_PATH = "quiz.tcss"
    AUTO_FOCUS = None
    BINDINGS: ClassVar[list[Binding | tuple[str, str] | tuple[str, str, str]]] = [
        *bindings(QUIZ),
        *(Binding(str(number), f"pick({number})", show=False) for number in range(2, 10)),
        Binding("pagedown", "page(1)", show=False),
        Binding("pageup", "page(-1)", show=False),
    ]
    HORIZONTAL_BREAKPOINTS: list[tuple[int, str]] | None = [(0, "-narrow"), (100, "-wide")]  # noqa: RUF012 - Textual reads it from the class

    class Started(Message):
        """The questions were read."""

        def __init__(self, session: QuizSession) -> None:
            super().__init__()
            self.session = session

    def __init__(self, surroundings: Surroundings, guide: Guide, quiz: Quiz) -> None:
        super().__init__()
        self._surroundings = surroundings
        self._guide = guide
        self._quiz = quiz
        self._session: QuizSession | None = None
        self._revealed = False

    def compose(self) -> ComposeResult:
        """The parts, in the order of the page."""
        yield TopLine()
        with VerticalScroll(id="sheet", can_focus=False):
            yield Passage(id="prompt")
        with VerticalScroll(id="answers", can_focus=False):
            yield Choices(id="first")
            yield Choices(id="second")
            yield Input(id="typed")
            yield Passage(id="explanation")
        yield KeyBar()

    def on_mount(self) -> None:
        """Say everything, and go on saying it when the language changes."""
        self.watch(self.app, "lang", self._paint, init=False)
        for each in ("#first", "#second"):
            self.query_one(each, Choices).display = False
        self.query_one("#typed").display = False
        self._read()

    @work(description="beside", thread=True)
    def _read(self) -> None:
        past = {question: answer.correct for question, answer in self._surroundings.profile.answers.last().items()}
        questions = self._guide.questions(self._quiz.lesson)
        seed = self._surroundings.seed
        self.post_message(self.Started(QuizSession.start(questions, seed, past=past, limit=self._quiz.count)))

    @on(Started)
    def _start(self, event: Started) -> None:
        self._session = event.session
        self._put()

    # the question

    def _put(self) -> None:
        """Put the current question, open."""
        self._revealed = False
        session = self._session
        if session is None:
            return
        presented = session.presented
        first, second = self.query_one("#first", Choices), self.query_one("#second", Choices)
        typed = self.query_one("#typed", Input)
        typed.value = ""
        typed.display = presented is not None and presented.mode.value == "text"
        way = _WAYS.get(presented.mode.value, "one") if presented is not None else "one"
        options = presented.options if presented is not None else ()
        extra = presented.second if presented is not None else ()
        first.show([Choice(each.id, each.label, each.is_code) for each in options], way)
        second.show([Choice(each.id, each.label, each.is_code) for each in extra], "one")
        self._paint()
        for each in ("#sheet", "#answers"):
            self.query_one(each).scroll_home(animate=False)
        target = typed if typed.display else first if options else self.query_one("#sheet")
        self.call_after_refresh(target.focus)

    def _paint(self) -> None:
        session = self._session
        if session is None:
            return
        lang = lang_of(self)
        summary = session.summary
        done = session.current is None and not self._revealed
        number = min(summary.answered + (0 if self._revealed else 1), summary.total)
        score = say(self, "tui.quiz-score", right=summary.correct, wrong=summary.answered - summary.correct)
        self.query_one(TopLine).show(
            (f"{say(self, 'tui.quiz-title')}  ", "bold $accent"),
            (self._subject(), "$dim"),
            right=Content.assemble(f"{number}/{summary.total}  ", meter(number, summary.total), (f"  {score}", "bold")),
        )
        prompt, explanation = self.query_one("#prompt", Passage), self.query_one("#explanation", Passage)
        if done:
            prompt.show(partial(closing_lines, summary, lang))
            explanation.show(None)
            self._fit()
            return
        question = session.answered[-1].question if self._revealed else session.current
        assert question is not None
        prompt.show(partial(prompt_lines, question, lang))
        answered = session.last if self._revealed else None
        explanation.show(partial(explanation_lines, answered, lang) if answered is not None else None)
        for each in ("#first", "#second"):
            self.query_one(each, Choices).say_again()
        self.query_one("#typed", Input).placeholder = say(self, "tui.quiz-fill-in")
        self._fit()
        self.refresh_bindings()

    def on_resize(self) -> None:
        """Other widths make other heights."""
        self.call_after_refresh(self._fit)

    def _fit(self) -> None:
        """Give the question no more room than it needs: the answers stand right below it, and stay in view."""
        sheet, answers = self.query_one("#sheet", VerticalScroll), self.query_one("#answers", VerticalScroll)
        prompt = self.query_one("#prompt", Passage)
        width = prompt.size.width
        if not width:
            self.call_after_refresh(self._fit)
            return
        needed, room = len(prompt.set_lines(width)) + AROUND, self.size.height - 2
        sheet.styles.max_height = needed
        answers.styles.max_height = max(room - needed, int(room * (0.75 if self._revealed else 0.6)))
        self.call_after_refresh(self._say_more)

    def _say_more(self) -> None:
        """Where the question is longer than its room, the line below it says how to read on."""
        sheet, answers = self.query_one("#sheet", VerticalScroll), self.query_one("#answers", VerticalScroll)
        more = sheet.max_scroll_y > 0
        answers.set_class(more, "-below-more")
        answers.border_title = say(self, "tui.quiz-more") if more else None

    def action_page(self, by: int) -> None:
        """Turn the page of the question, or, once it is answered, of what is said about it."""
        sheet, answers = self.query_one("#sheet", VerticalScroll), self.query_one("#answers", VerticalScroll)
        target = answers if self._revealed and answers.max_scroll_y else sheet
        target.scroll_page_down(animate=False) if by > 0 else target.scroll_page_up(animate=False)

    def _subject(self) -> str:
        lesson = self._quiz.lesson
        return tell(self, self._guide.index.lesson(lesson).title) if lesson else say(self, "tui.quiz-all")

    # answering

    @on(Choices.Picked)
    def _picked(self, event: Choices.Picked) -> None:
        session = self._session
        presented = session.presented if session is not None else None
        if presented is None or presented.mode.value != "one":
            return
        if presented.second and event.choices.id == "first":
            self.query_one("#second", Choices).focus()
        else:
            self.action_confirm()

    @on(Input.Submitted)
    def _typed(self) -> None:
        self.action_confirm()

    def action_pick(self, number: int) -> None:
        """Pick an option by its number."""
        self.query_one("#first", Choices).pick(number - 1)

    def action_confirm(self) -> None:
        """Confirm the answer; on an answered question go on."""
        if self._session is None:
            return
        if self._revealed:
            self._go_on()
            return
        if self._session.current is None:
            self.action_leave()
            return
        answer = self._answer()
        if answer:
            self._session = self._session.answer(answer)
            self._reveal()

    def _answer(self) -> tuple[str, ...]:
        """What was answered; empty while something is missing."""
        session = self._session
        presented = session.presented if session is not None else None
        if presented is None:
            return ()
        if presented.mode.value == "text":
            text = self.query_one("#typed", Input).value.strip()
            return (text,) if text else ()
        picked = self.query_one("#first", Choices).picked
        if presented.mode.value == "sequence" and len(picked) < len(presented.options):
            return ()
        if presented.second:
            layer = self.query_one("#second", Choices).picked
            return (*picked, *layer) if picked and layer else ()
        return picked

    def _reveal(self) -> None:
        assert self._session is not None
        assert self._session.last is not None
        self._revealed = True
        judgement = self._session.last.judgement
        verdict = Verdict(judgement.right, dict(judgement.reasons))
        for each in ("#first", "#second"):
            self.query_one(each, Choices).reveal(verdict)
        self._paint()
        self.call_after_refresh(self.query_one("#answers").scroll_end, animate=False)
        self.query_one("#first", Choices).focus() if self.query_one("#first").display else self.set_focus(None)

    def _go_on(self) -> None:
        self._record()
        self._put()

    def _record(self) -> None:
        """Record the last answer, now that it stands."""
        if self._session is None or not self._revealed or self._session.last is None:
            return
        answered = self._session.last
        try:
            self._surroundings.profile.answers.record(answered.question.id, correct=answered.judgement.correct)
        except StoreError as error:
            self.notify(say_in(STUDY_MESSAGES, error.notice.message, lang_of(self), **error.notice.arguments))

    def action_undo(self) -> None:
        """Take the last answer back; it can be given again while it has not been left."""
        if self._session is not None and self._revealed:
            self._session = self._session.undo()
            self._put()

    def action_leave(self) -> None:
        """Back to the home screen."""
        self._record()
        self.dismiss()

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """Undo is offered while there is something to take back."""
        return self._revealed if action == "undo" else True
