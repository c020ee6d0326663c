"""A lesson, read from its folder: its own file at once, its steps when they are opened."""

from __future__ import annotations

import hashlib
import unicodedata
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path

from pydantic import TypeAdapter

from iamtutor.cloud import ContentError, Places, World
from iamtutor.course.authored import read_file
from iamtutor.course.folders import LESSON_FILE, LESSON_FOLDER, QUIZ_FILE, STEP_FILE
from iamtutor.course.lesson_shape import LessonShape
from iamtutor.course.question_shape import QuizShape
from iamtutor.course.segments import PolicyBlock, RequestBlock
from iamtutor.course.step import StepText, read_step
from iamtutor.course.task import STEP_KIND, Task, TaskRequest, TaskSlot
from iamtutor.course.worlds import Worlds
from iamtutor.policy import Finding
from iamtutor.words import Lang


class Step:
    """One step of a lesson; its texts are read when they are asked for, once."""

    def __init__(self, lesson: str, number: int, id_: str, files: Mapping[Lang, Path]) -> None:
        self.lesson = lesson
        self.number = number
        self.id = id_
        self.files = files
        self._texts: dict[Lang, StepText] = {}

    def text(self, lang: Lang) -> StepText:
        """The step in one language, in the other where that is missing. OSError where the file cannot be read."""
        found = self._texts.get(lang)
        if found is None:
            found = self._texts[lang] = read_step(self.source(lang), str(self._file(lang)))
        return found

    def source(self, lang: Lang) -> str:
        """The step's text as it was written, as `text`."""
        return unicodedata.normalize("NFC", self._file(lang).read_bytes().decode("utf-8", errors="replace"))

    def _file(self, lang: Lang) -> Path:
        return self.files[lang] if lang in self.files else next(iter(self.files.values()))

    def task(self, world: World, lang: Lang = "en") -> Task:
        """The step's policies and requests as a task; they are the same in both languages."""
        slots: list[TaskSlot] = []
        requests: list[TaskRequest] = []
        for segment in self.text(lang).segments:
            if isinstance(segment, PolicyBlock) and segment.place is not None:
                slots.append(TaskSlot(segment.key, segment.place, segment.text))
            elif isinstance(segment, RequestBlock):
                requests.extend(TaskRequest(request, len(slots)) for request in segment.requests)
        content = hashlib.sha256(self._file(lang).read_bytes()).hexdigest()[:12]
        return Task(f"{self.lesson}/{self.id}", STEP_KIND, world, tuple(slots), tuple(requests), content=content)


@dataclass(frozen=True)
class Lesson:
    """A lesson; `slug` is its id, `number` its place in the course."""

    slug: str
    number: int
    folder: Path
    shape: LessonShape
    world: World
    steps: tuple[Step, ...]
    places: Places

    @cached_property
    def quiz(self) -> QuizReading:
        """The lesson's quiz; empty where it has none."""
        return read_quiz(self.folder / QUIZ_FILE)

    def step(self, id_: str) -> Step:
        """The step with that id; KeyError where there is none."""
        for step in self.steps:
            if step.id == id_:
                return step
        raise KeyError(id_)


@dataclass(frozen=True, slots=True)
class QuizReading:
    """What came of reading a quiz.yaml."""

    quiz: QuizShape | None
    places: Places
    findings: tuple[Finding, ...] = ()


@dataclass(frozen=True, slots=True)
class LessonReading:
    """What came of reading a lesson's folder."""

    lesson: Lesson | None
    findings: tuple[Finding, ...]


def read_quiz(file: Path) -> QuizReading:
    """Reads a quiz.yaml; a missing file is no quiz and no mistake."""
    if not file.is_file():
        return QuizReading(None, Places.nowhere(str(file)))
    authored = read_file(file, TypeAdapter(QuizShape))
    return QuizReading(authored.value, authored.places, authored.findings)


def read_lesson(folder: Path, worlds: Worlds) -> LessonReading:
    """Reads the lesson in `folder` (its name is `NN-slug`). Never raises for what is in the files."""
    name = LESSON_FOLDER.match(folder.name)
    authored = read_file(folder / LESSON_FILE, TypeAdapter(LessonShape))
    if authored.value is None:
        return LessonReading(None, authored.findings)
    if name is None:
        return LessonReading(None, (authored.places.finding("course.lesson-folder", (), name=folder.name),))
    try:
        world = worlds.find(authored.value.world, authored.places)
    except ContentError as error:
        return LessonReading(None, error.findings)
    slug = name["slug"]
    steps = read_steps(folder, slug)
    return LessonReading(Lesson(slug, int(name["number"]), folder, authored.value, world, steps, authored.places), ())


def read_steps(folder: Path, lesson: str) -> tuple[Step, ...]:
    """The steps of a lesson by their numbers; a step may lack a language here, which the pack check names."""
    found: dict[tuple[int, str], dict[Lang, Path]] = {}
    for file in sorted(folder.glob("*.md")):
        match = STEP_FILE.match(file.name)
        if match is not None:
            lang: Lang = "ko" if match["lang"] == "ko" else "en"
            found.setdefault((int(match["number"]), match["slug"]), {})[lang] = file
    return tuple(Step(lesson, number, slug, files) for (number, slug), files in sorted(found.items()))
