"""Where no policy is written: the questions of an exercise, each with its options, and the answer they make."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import partial
from typing import Any

from pydantic import TypeAdapter
from textual import on
from textual.containers import VerticalScroll
from textual.content import Content
from textual.message import Message

from iamtutor.access import Layer, Verdict
from iamtutor.course import Exercise, Grade
from iamtutor.course.answer_shape import Answer, ArrangeAnswer, ChooseAnswer, FindAnswer, PredictAnswer, StatementPlace
from iamtutor.tui.screens.workbench.in_play import statement_choices
from iamtutor.tui.screens.workbench.pages import said
from iamtutor.tui.speaking import lang_of
from iamtutor.tui.widgets.choices import Choice, Choices, Way
from iamtutor.tui.widgets.choices import Verdict as Revealed
from iamtutor.tui.widgets.page import Asked, Requests
from iamtutor.tui.widgets.passage import Passage
from iamtutor.words import Lang

DECIDING = tuple(layer for layer in Layer if layer is not Layer.NONE)
"""The layers by which a request can be decided."""


@dataclass(frozen=True)
class Group:
    """One thing to answer: `key` tells it apart, `asked` is the request it is about."""

    key: str
    choices: tuple[Choice, ...]
    way: Way = "one"
    asked: Asked | None = None
    flowing: str = ""


def groups_of(exercise: Exercise) -> tuple[Group, ...]:
    """The questions of an exercise that is not written."""
    shape = exercise.shape
    match shape.kind:
        case "choose":
            return (Group("choice", tuple(Choice(each.id, each.text) for each in shape.choices)),)
        case "arrange":
            return (Group("order", tuple(Choice(each.id, each.text) for each in shape.items), "sequence"),)
        case "find":
            results = [each for each in exercise.decided() if each.request.id == shape.request]
            return tuple(
                Group("statement", tuple(statement_choices(each)), asked=_asked(each.request)) for each in results
            )
        case "predict":
            return tuple(_predictions(exercise))
    return ()


def _predictions(exercise: Exercise) -> list[Group]:
    solution = exercise.task.solution
    wanted = solution.root if isinstance(solution, PredictAnswer) else {}
    verdicts = tuple(Choice(each.value, said(f"tui.verdict-{each.value}")) for each in Verdict)
    layers = tuple(Choice(each.value, said(f"tui.short-{each.value}")) for each in DECIDING)
    found: list[Group] = []
    for each in exercise.shape.requests:
        found.append(Group(each.id, verdicts, asked=_asked(each), flowing="tui.trace-decided"))
        if each.id in wanted and wanted[each.id].layer is not None:
            found.append(Group(f"{each.id}:layer", layers, flowing="tui.layer"))
    return found


def _asked(request: Any) -> Asked:
    return Asked(request.id, request.caller, request.action, request.resource, request.context)


def answer_of(exercise: Exercise, picked: Mapping[str, tuple[str, ...]]) -> Answer | None:
    """The answer that the picked options make; None while nothing can be said."""
    match exercise.shape.kind:
        case "choose":
            chosen = picked.get("choice", ())
            return ChooseAnswer(choice=chosen[0]) if chosen else None
        case "arrange":
            order = picked.get("order", ())
            return ArrangeAnswer(order=order) if order else None
        case "find":
            chosen = picked.get("statement", ())
            if not chosen:
                return None
            policy, _, index = chosen[0].rpartition("#")
            return FindAnswer(statement=StatementPlace(policy=policy, index=int(index)))
        case "predict":
            predicted = _predicted(picked)
            return TypeAdapter(PredictAnswer).validate_python(predicted) if predicted else None
    return None


def _predicted(picked: Mapping[str, tuple[str, ...]]) -> dict[str, dict[str, str]]:
    found: dict[str, dict[str, str]] = {}
    for key, chosen in picked.items():
        request, _, part = key.partition(":")
        if chosen and not part:
            found[request] = {"decision": chosen[0], **found.get(request, {})}
    for key, chosen in picked.items():
        request, _, part = key.partition(":")
        if chosen and part and request in found:
            found[request]["layer"] = chosen[0]
    return found


class AnswerSheet(VerticalScroll, can_focus=False):
    """All questions below each other; Tab goes from one to the next."""

    DEFAULT_CSS = """
    AnswerSheet { padding: 0 1; scrollbar-size-vertical: 1; scrollbar-gutter: stable; }
    AnswerSheet Passage { margin-top: 1; }
    """

    class Answered(Message):
        """Something was picked."""

        def __init__(self, picked: Mapping[str, tuple[str, ...]]) -> None:
            super().__init__()
            self.picked = picked

    def __init__(self) -> None:
        super().__init__(id="answers")
        self._groups: tuple[Group, ...] = ()

    async def show(self, groups: tuple[Group, ...]) -> None:
        """Ask these."""
        self._groups = groups
        await self.remove_children()
        labels = {group.flowing for group in groups if group.flowing}
        for group in groups:
            if group.asked is not None:
                passage = Passage()
                await self.mount(passage)
                passage.show(partial(self._request, group.asked))
            choices = Choices(flowing=group.flowing, beside=sorted(labels))
            await self.mount(choices)
            choices.show(group.choices, group.way)

    def _request(self, asked: Asked, width: int) -> list[Content]:
        lang: Lang = lang_of(self)
        return list(Requests((asked,)).lines(lang, width))

    def say_again(self) -> None:
        """Say everything in the language chosen now."""
        for each in self.query(Choices):
            each.say_again()
        for passage in self.query(Passage):
            passage.lines_changed()

    @property
    def picked(self) -> dict[str, tuple[str, ...]]:
        """What is picked, by the group's key."""
        lists = list(self.query(Choices))
        return {group.key: choices.picked for group, choices in zip(self._groups, lists, strict=True)}

    @on(Choices.Picked)
    def _picked(self) -> None:
        self.post_message(self.Answered(self.picked))

    def reveal(self, exercise: Exercise, grade: Grade) -> None:
        """After a success every option says why; before it nothing is given away."""
        if not grade.passed:
            return
        reasons = {option.id: option.why for option in exercise.shape.choices}
        for choices in self.query(Choices):
            choices.reveal(Revealed(choices.picked, reasons))
