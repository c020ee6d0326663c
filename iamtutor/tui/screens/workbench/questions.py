"""The questions on a page: put as blocks, answered step by step, judged. Knows no widget.

What judges them is imported when a page has a question, beside the screen, and not with the screen.
"""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from iamtutor.course.placing import policy_name
from iamtutor.tui.messages import MESSAGES
from iamtutor.tui.widgets.page import Asked, Block, Exhibit, Requests
from iamtutor.tui.widgets.question import Judged, Option, Question
from iamtutor.words import Bilingual

if TYPE_CHECKING:
    from iamtutor.course.question_shape import QuestionShape, ScenarioShape
    from iamtutor.quiz import Judgement

_SEED = "page"
"""Options on a page stand in one order for good: one comes back to it as it was."""
_LAYERS = {
    "inline": "identity",
    "managed": "identity",
    "trust": "resource",
    "bucket": "resource",
    "resource": "resource",
}


@dataclass(frozen=True)
class Given:
    """What was answered to one question: `judgement` None while the answer is not complete."""

    picked: tuple[str, ...] = ()
    judgement: Judgement | None = None


class Questions:
    """The questions of one page. What is given outlives the page: `given` is kept by whoever opens pages."""

    def __init__(self, shapes: Mapping[str, QuestionShape], given: dict[str, Given]) -> None:
        self._shapes = shapes
        self._given = given

    def standing(self, block: Question) -> Question:
        """A question's block as it stands now."""
        given = self._given.get(block.key, Given())
        judgement = given.judgement
        judged = None if judgement is None else Judged(judgement.correct, judgement.right, judgement.reasons)
        return replace(block, picked=given.picked, judged=judged)

    def pick(self, key: str, option: str) -> Judgement | None:
        """Pick an option, or take it back where several may be picked; the judgement where that was the answer."""
        from iamtutor.quiz import Mode, present

        shape, given = self._shapes.get(key), self._given.get(key, Given())
        if shape is None or given.judgement is not None:
            return None
        presented = present(shape, _SEED)
        if presented.mode is not Mode.ONE:
            picked = given.picked
            fresh = tuple(each for each in picked if each != option) if option in picked else (*picked, option)
            self._given[key] = Given(fresh)
            return None
        first = {each.id for each in presented.options}
        others = tuple(each for each in given.picked if (each in first) != (option in first))
        picked = tuple(sorted((*others, option), key=lambda each: each not in first))
        self._given[key] = Given(picked)
        return self._judged(key, picked) if len(picked) == (2 if presented.second else 1) else None

    def confirm(self, key: str) -> Judgement | None:
        """Give what is picked as the answer."""
        given = self._given.get(key, Given())
        return self._judged(key, given.picked) if given.picked and given.judgement is None else None

    def write(self, key: str, text: str) -> Judgement | None:
        """Give a written answer."""
        return self._judged(key, (text.strip(),)) if text.strip() and key in self._shapes else None

    def _judged(self, key: str, answer: tuple[str, ...]) -> Judgement:
        from iamtutor.quiz import judge

        judgement = judge(self._shapes[key], answer)
        self._given[key] = Given(answer, judgement)
        return judgement


def question_block(question: QuestionShape) -> Question:
    """A question as a page shows it before anybody answers."""
    from iamtutor.quiz import present

    presented = present(question, _SEED)
    about = () if question.scenario is None else tuple(_about(question.scenario, policies=question.kind != "find"))
    return Question(
        question.id,
        question.prompt,
        presented.mode.value,
        tuple(Option(each.id, each.label, each.is_code) for each in presented.options),
        question.explain,
        question.source.title,
        second=tuple(Option(each.id, each.label) for each in presented.second),
        about=about,
        blank=presented.blank,
    )


def _about(scenario: ScenarioShape, *, policies: bool) -> Iterator[Block]:
    """The policies that take part, and the request."""
    for placed in scenario.policies if policies else ():
        layer = MESSAGES[f"tui.layer-{_LAYERS.get(placed.type, placed.type)}"]
        text = json.dumps(placed.document, ensure_ascii=False, indent=2)
        yield Exhibit(Bilingual(layer["ko"], layer["en"]), policy_name(placed), text)
    request = scenario.request
    yield Requests((Asked("", request.caller, request.action, request.resource, request.context),))
