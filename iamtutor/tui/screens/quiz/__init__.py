"""A quiz: one question after the other, each with its reasons."""

from iamtutor.tui.screens.quiz.screen import QuizScreen

__all__ = ["QuizScreen"]
