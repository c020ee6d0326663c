"""Drawings hold together in cells, and what does not is named by line."""

from __future__ import annotations

import pytest

from iamtutor.course import Library, content_root
from iamtutor.course.diagrams import broken_edges
from iamtutor.course.segments import Diagram
from iamtutor.words import Lang

LIBRARY = Library(*content_root())


def edges(drawing: str) -> list[tuple[int, int, str]]:
    return list(broken_edges(drawing.strip("\n").split("\n")))


@pytest.mark.parametrize(
    "drawing",
    [
        "┌──────┐\n│ 역할 │\n└──────┘",
        "request → deny\n  │ no\n  ▼\nallowed",
        "SCP  ┐ let\nRCP  ┘ through",
        "attach\n  └► compare",
        "─┬─\n ▼",
    ],
)
def test_a_drawing_that_holds_together(drawing: str) -> None:
    assert edges(drawing) == []


@pytest.mark.parametrize(
    ("drawing", "edge"),
    [
        ("┌──────┐\n│ 역할  │\n└──────┘", (0, 7, "┐")),  # straight where Hangul is one and a half cells wide
        ("┌────┐\n│ ab │\n└───┘", (1, 5, "│")),
        ("a\n│\n\nb", (1, 0, "│")),
        ("──│", (0, 1, "─")),
        ("┬\nx", (0, 0, "┬")),
    ],
)
def test_an_edge_that_leads_nowhere(drawing: str, edge: tuple[int, int, str]) -> None:
    assert edge in edges(drawing)


@pytest.mark.parametrize("lang", ["ko", "en"])
@pytest.mark.parametrize("slug", LIBRARY.lesson_slugs())
def test_the_drawings_of_the_course(slug: str, lang: Lang) -> None:
    lesson = LIBRARY.lesson(slug).lesson
    assert lesson is not None
    drawings = [each for step in lesson.steps for each in step.text(lang).segments if isinstance(each, Diagram)]
    assert [(each.line, edge) for each in drawings for edge in broken_edges(each.lines)] == []
