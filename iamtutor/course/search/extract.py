"""The passages of one file of the course. What cannot be read holds none; the pack check names it."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from functools import lru_cache
from pathlib import Path
from typing import TYPE_CHECKING, Final

from iamtutor.course.folders import EXERCISE_FILE, LESSON_FILE, LESSON_FOLDER, QUIZ_FILE, STEP_FILE, exercise_id
from iamtutor.course.search.passage import Passage, PlaceKind, Weight
from iamtutor.words import Bilingual, Lang

if TYPE_CHECKING:
    from markdown_it import MarkdownIt

_DRAWN: Final = re.compile(r"[\u2190-\u21ff\u2500-\u25ff]+")
"""Arrows and lines of a drawing."""
_LANGS: tuple[Lang, ...] = ("ko", "en")


def passages_of(file: Path) -> Iterator[Passage]:
    """What is to be found of a lesson.yaml, a quiz.yaml, a step or an exercise.yaml; of other files nothing."""
    lesson = LESSON_FOLDER.match(file.parent.name)
    if file.name == EXERCISE_FILE:
        yield from _exercise(file)
    elif lesson is None:
        return
    elif file.name == LESSON_FILE:
        yield from _lesson(file, lesson["slug"])
    elif file.name == QUIZ_FILE:
        yield from _quiz(file, lesson["slug"])
    elif STEP_FILE.match(file.name):
        yield from _step(file, lesson["slug"])


def _lesson(file: Path, slug: str) -> Iterator[Passage]:
    from pydantic import TypeAdapter

    from iamtutor.course.authored import read_file
    from iamtutor.course.lesson_shape import LessonShape

    shape = read_file(file, TypeAdapter(LessonShape)).value
    if shape is not None:
        yield from _both(PlaceKind.LESSON, slug, Weight.TITLE, shape.title)
        yield from _both(PlaceKind.LESSON, slug, Weight.TEXT, shape.summary)
        yield _concepts(PlaceKind.LESSON, slug, shape.concepts)


def _quiz(file: Path, slug: str) -> Iterator[Passage]:
    from iamtutor.course.lesson import read_quiz

    quiz = read_quiz(file).quiz
    for question in quiz.questions if quiz is not None else ():
        yield _concepts(PlaceKind.QUIZ, slug, question.concepts)
        yield from _both(PlaceKind.QUIZ, slug, Weight.TEXT, question.prompt)


def _exercise(file: Path) -> Iterator[Passage]:
    from pydantic import TypeAdapter

    from iamtutor.course.authored import read_file
    from iamtutor.course.exercise_shape import ExerciseShape

    shape = read_file(file, TypeAdapter(ExerciseShape)).value
    if shape is not None:
        id_ = exercise_id(file.parent)
        yield from _both(PlaceKind.EXERCISE, id_, Weight.TITLE, shape.title)
        yield _concepts(PlaceKind.EXERCISE, id_, shape.concepts)
        yield from _both(PlaceKind.EXERCISE, id_, Weight.TEXT, shape.brief)


def _step(file: Path, lesson: str) -> Iterator[Passage]:
    from iamtutor.course.blocks import read_blocks

    name = STEP_FILE.match(file.name)
    assert name is not None
    id_, lang = f"{lesson}/{name['slug']}", _LANGS[name["lang"] == "en"]
    text = unicodedata.normalize("NFC", file.read_bytes().decode("utf-8", errors="replace"))
    for number, block in enumerate(read_blocks(text)):
        weight = Weight.TEXT
        if block.type == "heading":
            weight = Weight.TITLE if number == 0 and block.level == 1 else Weight.HEADING
        elif block.type == "fence":
            weight = Weight.CODE
        said = " ".join(_DRAWN.sub(" ", block.text).split()) if block.type == "fence" else plain(block.text)
        if said:
            yield Passage(PlaceKind.STEP, id_, lang, weight, number, said)


def _both(kind: PlaceKind, id_: str, weight: Weight, text: Bilingual) -> Iterator[Passage]:
    for lang in _LANGS:
        yield Passage(kind, id_, lang, weight, 0, plain(text.text(lang)))


def _concepts(kind: PlaceKind, id_: str, concepts: tuple[str, ...]) -> Passage:
    """Concepts have English names only."""
    return Passage(kind, id_, "en", Weight.HEADING, 0, " · ".join(each.replace("-", " ") for each in concepts))


def plain(markdown: str) -> str:
    """What is read of a Markdown text, on one line."""
    pieces: list[str] = []
    for token in _parser().parse(unicodedata.normalize("NFC", markdown)):
        if token.type == "inline":
            pieces.append("".join(child.content or " " for child in token.children or [] if _is_read(child.type)))
        elif token.type in ("fence", "code_block"):
            pieces.append(token.content)
    return " ".join(" ".join(pieces).split())


def _is_read(kind: str) -> bool:
    return kind in ("text", "code_inline", "softbreak", "hardbreak", "text_special")


@lru_cache(maxsize=1)
def _parser() -> MarkdownIt:
    from markdown_it import MarkdownIt

    return MarkdownIt("commonmark").enable("table")
