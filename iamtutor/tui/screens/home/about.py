"""What stands on the cards of the home screen."""

from __future__ import annotations

from typing import TYPE_CHECKING

from textual.content import Content

from iamtutor.tui.screens.home.outline import MARKS, Entry, ExerciseEntry, LessonEntry, Outline
from iamtutor.tui.speaking import say, tell
from iamtutor.tui.widgets.top_line import meter

if TYPE_CHECKING:
    from textual.message_pump import MessagePump


def going_on(node: MessagePump, outline: Outline) -> Content:
    """The card to continue with: where, and how long it takes."""
    entry = outline.go_on
    if entry is None:
        return Content(say(node, "tui.home-all-done" if outline.lessons else "tui.home-empty"))
    lesson = outline.lesson_of(entry)
    number = f"{lesson.number}  " if lesson is not None else ""
    title = Content.assemble((number, "$dim"), (tell(node, entry.title), "bold $foreground"))
    return (
        title + "\n" + (_lesson_facts(node, entry) if isinstance(entry, LessonEntry) else _exercise_facts(node, entry))
    )


def about(node: MessagePump, entry: Entry, lesson: LessonEntry | None) -> Content:
    """The row in hand: what it teaches and how far the learner is in it; `lesson` is the one that it belongs to."""
    return _about_lesson(node, entry) if isinstance(entry, LessonEntry) else _about_exercise(node, entry, lesson)


def _about_lesson(node: MessagePump, lesson: LessonEntry) -> Content:
    lines = [
        Content.assemble((f"{lesson.number}  ", "$dim"), (tell(node, lesson.title), "bold $primary")),
        Content(tell(node, lesson.summary)),
        Content(),
        _lesson_facts(node, lesson),
        Content.assemble(
            meter(lesson.read, lesson.steps, 16),
            f"  {say(node, 'tui.home-steps', read=lesson.read, total=lesson.steps)}",
        ),
    ]
    if lesson.exercises:
        lines.extend((Content(), Content(say(node, "tui.home-exercises")).stylize("bold $dim")))
        for exercise in lesson.exercises:
            mark, tone = MARKS[exercise.state]
            kind = say(node, f"tui.kind-{exercise.kind}")
            lines.append(Content.assemble((f"{mark} ", tone), tell(node, exercise.title), (f"  {kind}", "$faint")))
    return Content("\n").join(lines)


def _lesson_facts(node: MessagePump, lesson: LessonEntry) -> Content:
    facts = [say(node, "tui.home-minutes", minutes=lesson.minutes)]
    if lesson.questions:
        facts.append(say(node, "tui.home-quiz", count=lesson.questions))
    return Content(" · ".join(facts)).stylize("$dim")


def _about_exercise(node: MessagePump, exercise: ExerciseEntry, lesson: LessonEntry | None) -> Content:
    lines = [Content(tell(node, exercise.title)).stylize("bold $primary"), _exercise_facts(node, exercise)]
    if lesson is not None:
        title = Content.assemble((f"{lesson.number}  ", "$dim"), (tell(node, lesson.title), "bold $dim"))
        lines.extend((Content(), title, Content(tell(node, lesson.summary)).stylize("$dim")))
    return Content("\n").join(lines)


def _exercise_facts(node: MessagePump, exercise: ExerciseEntry) -> Content:
    mark, tone = MARKS[exercise.state]
    level = "●" * exercise.difficulty + "·" * (5 - exercise.difficulty)
    return Content.assemble(
        (say(node, f"tui.kind-{exercise.kind}"), "$dim"),
        ("  ", ""),
        (level, "$secondary"),
        ("  ", ""),
        (f"{mark} {say(node, f'tui.home-{exercise.state}')}", tone),
    )
