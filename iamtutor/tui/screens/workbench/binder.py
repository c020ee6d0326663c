"""Makes the sheet for a stop: reads the lesson's step or the exercise. Slow enough to belong beside the screen."""

from __future__ import annotations

from collections.abc import Sequence

from iamtutor.course import Exercise, Lesson, Library, Step
from iamtutor.course.segments import QuestionBlock
from iamtutor.course.step import StepText
from iamtutor.policy import Finding
from iamtutor.tui.guide import Guide
from iamtutor.tui.screens.workbench.in_play import policies_in_play
from iamtutor.tui.screens.workbench.pages import page_of, said
from iamtutor.tui.screens.workbench.sheet import Sheet
from iamtutor.tui.screens.workbench.terms import with_terms
from iamtutor.tui.stop import Stop
from iamtutor.tui.widgets import page
from iamtutor.words import Bilingual, Lang


class UnreadableError(Exception):
    """A lesson or an exercise cannot be read; `findings` say why."""

    def __init__(self, findings: Sequence[Finding]) -> None:
        super().__init__("; ".join(finding.code for finding in findings))
        self.findings = tuple(findings)


class Binder:
    """Keeps what it has read."""

    def __init__(self, library: Library, guide: Guide) -> None:
        self._library = library
        self._guide = guide

    def sheet(self, stop: Stop) -> Sheet:
        """The sheet of a stop. Raises UnreadableError, and LookupError where there is no such place."""
        return self._exercise_sheet(stop) if stop.exercise else self._step_sheet(stop)

    def _step_sheet(self, stop: Stop) -> Sheet:
        reading = self._library.lesson(stop.lesson)
        lesson = reading.lesson
        if lesson is None:
            raise UnreadableError(reading.findings)
        step = lesson.step(stop.step)
        ko, en = _text(step, "ko"), _text(step, "en")
        task = step.task(lesson.world, "en" if "en" in step.files else "ko")
        return Sheet(
            place=f"lesson:{lesson.slug}/{step.id}",
            title=Bilingual(ko.title or step.id, en.title or step.id),
            crumb=lesson.shape.title,
            number=lesson.steps.index(step) + 1,
            total=len(lesson.steps),
            blocks=(
                *with_terms(page_of(ko.segments, en.segments), self._guide.glossary),
                *self._reading_on(lesson, step),
            ),
            task=task,
            lesson=lesson.slug,
            step=step.id,
            questions={each.question.id: each.question for each in ko.segments if isinstance(each, QuestionBlock)},
        )

    def _reading_on(self, lesson: Lesson, step: Step) -> tuple[page.Block, ...]:
        if step is not lesson.steps[-1] or not lesson.shape.sources:
            return ()
        ko = "\n".join(f"- {source.title.ko}  \n  {source.url}" for source in lesson.shape.sources)
        en = "\n".join(f"- {source.title.en}  \n  {source.url}" for source in lesson.shape.sources)
        return (page.Box(said("tui.read-on"), Bilingual(ko, en), "$dim"),)

    def _exercise_sheet(self, stop: Stop) -> Sheet:
        reading = self._library.exercise(stop.exercise)
        exercise = reading.exercise
        if exercise is None:
            raise UnreadableError(reading.findings)
        lesson = self._guide.lesson_of(stop)
        siblings = self._guide.siblings(stop)
        return Sheet(
            place=f"exercise:{exercise.id}",
            title=exercise.shape.title,
            crumb=lesson.title if lesson is not None else said("tui.home-exercises"),
            number=siblings.index(stop.exercise) + 1,
            total=len(siblings),
            blocks=tuple(with_terms(_brief(exercise), self._guide.glossary)),
            task=exercise.task,
            exercise=exercise,
            lesson=lesson.slug if lesson is not None else "",
        )


def _text(step: Step, lang: Lang) -> StepText:
    return step.text(lang if lang in step.files else next(iter(step.files)))


def _brief(exercise: Exercise) -> tuple[page.Block, ...]:
    shape = exercise.shape
    level = "●" * shape.difficulty + "·" * (5 - shape.difficulty)
    kind = said(f"tui.kind-{shape.kind}")
    note = Bilingual(f"{kind.ko}  {level}", f"{kind.en}  {level}")
    return (page.Title(shape.title, note), page.Prose(shape.brief), *policies_in_play(exercise))
