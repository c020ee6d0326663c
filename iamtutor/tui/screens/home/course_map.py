"""The course map: lessons that unfold into their exercises."""

from __future__ import annotations

from typing import ClassVar

from rich.cells import cell_len
from textual.binding import Binding
from textual.content import Content

from iamtutor.tui.screens.home.outline import MARKS, Entry, LessonEntry, Outline, State
from iamtutor.tui.speaking import tell
from iamtutor.tui.widgets.cells import fit
from iamtutor.tui.widgets.rows import Rows


class CourseMap(Rows):
    """Rows of lessons; the unfolded ones show their exercises below. Right unfolds, left folds."""

    BINDINGS: ClassVar[list[Binding | tuple[str, str] | tuple[str, str, str]]] = [
        Binding("right", "unfold", show=False),
        Binding("left", "fold", show=False),
    ]

    def __init__(self, *, id: str | None = None) -> None:  # noqa: A002 - Textual's name
        super().__init__(id=id)
        self._outline = Outline(())
        self._unfolded: set[str] = set()
        self._entries: list[Entry] = []

    def show(self, outline: Outline) -> None:
        """Show the course; unfolds the lesson in which the learner is, and stands there."""
        stood = self.entry
        self._outline = outline
        here = outline.go_on
        lesson = outline.lesson_of(here) if here is not None else None
        if lesson is not None and not self._unfolded:
            self._unfolded.add(lesson.id)
        self._collect()
        target = stood.id if stood is not None else here.id if here is not None else ""
        self._stand_on(target)

    @property
    def entry(self) -> Entry | None:
        """The entry in hand."""
        return self._entries[self.cursor] if 0 <= self.cursor < len(self._entries) else None

    def entry_at(self, index: int) -> Entry:
        """The entry of a row."""
        return self._entries[index]

    def row_count(self) -> int:
        """Lessons, and the exercises of those that are unfolded."""
        return len(self._entries)

    def row(self, index: int, width: int) -> Content:
        """One lesson or exercise."""
        entry = self._entries[index]
        return self._lesson(entry, width) if isinstance(entry, LessonEntry) else self._exercise(index, width)

    def _lesson(self, lesson: LessonEntry, width: int) -> Content:
        mark, tone = MARKS[lesson.state]
        fold = " " if not lesson.exercises else "▾" if lesson.id in self._unfolded else "▸"
        count = f"{lesson.solved}/{len(lesson.exercises)}" if lesson.exercises else ""
        room = width - 10 - max(4, len(count))
        title_tone = "$dim" if lesson.state is State.SOLVED else "$foreground"
        return Content.assemble(
            (f" {fold} ", "$dim"),
            (f"{mark} ", f"bold {tone}"),
            (f"{lesson.number:>2} ", "$dim"),
            (fit(tell(self, lesson.title), room), title_tone),
            (f" {count:>4} ", "$primary" if lesson.state is State.SOLVED else "$dim"),
        )

    def _exercise(self, index: int, width: int) -> Content:
        entry = self._entries[index]
        assert not isinstance(entry, LessonEntry)
        last = index + 1 == len(self._entries) or isinstance(self._entries[index + 1], LessonEntry)
        mark, tone = MARKS[entry.state]
        level = "●" * entry.difficulty + "·" * (5 - entry.difficulty)
        room = width - 10 - cell_len(level) - 2
        return Content.assemble(
            (f"    {'└' if last else '├'}─ ", "$line-strong"),
            (f"{mark} ", f"bold {tone}"),
            (fit(tell(self, entry.title), room), "$dim" if entry.state is State.SOLVED else "$foreground"),
            (f" {level} ", "$secondary"),
        )

    def action_unfold(self) -> None:
        """Unfold the lesson in hand; on an unfolded one, step into it."""
        entry = self.entry
        if not isinstance(entry, LessonEntry) or not entry.exercises:
            return
        if entry.id in self._unfolded:
            self.action_move(1)
            return
        self._unfolded.add(entry.id)
        self._collect()

    def action_fold(self) -> None:
        """Fold the lesson in hand, or the one around the exercise in hand."""
        entry = self.entry
        lesson = self._outline.lesson_of(entry) if entry is not None else None
        if lesson is not None and lesson.id in self._unfolded:
            self._unfolded.remove(lesson.id)
            self._collect()
            self._stand_on(lesson.id)

    def toggle(self, lesson: LessonEntry) -> None:
        """Fold or unfold one lesson."""
        if lesson.id in self._unfolded:
            self._unfolded.remove(lesson.id)
        else:
            self._unfolded.add(lesson.id)
        self._collect()

    def click_within(self, index: int, x: int) -> bool:
        """A click on the little arrow folds or unfolds."""
        entry = self._entries[index]
        if x > 2 or not isinstance(entry, LessonEntry) or not entry.exercises:
            return False
        self.toggle(entry)
        return True

    def _collect(self) -> None:
        self._entries = []
        for lesson in self._outline.lessons:
            self._entries.append(lesson)
            if lesson.id in self._unfolded:
                self._entries.extend(lesson.exercises)
        self.rows_changed()

    def _stand_on(self, entry_id: str) -> None:
        found = next((i for i, entry in enumerate(self._entries) if entry.id == entry_id), 0)
        self.cursor = found if self._entries else -1
