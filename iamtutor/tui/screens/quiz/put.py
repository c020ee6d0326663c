"""A question in lines: prompt and scenario before, reasons after, and the closing page."""

from __future__ import annotations

import json
from collections.abc import Sequence
from typing import TYPE_CHECKING

from textual.content import Content

from iamtutor.access import Layer, Verdict
from iamtutor.access.narration import layer_name, verdict_name
from iamtutor.tui.messages import MESSAGES
from iamtutor.tui.place_names import place_name
from iamtutor.tui.widgets.cells import shorten, shorten_middle
from iamtutor.tui.widgets.policy_paint import painted
from iamtutor.tui.widgets.typeset import hang, inline, typeset, wrap
from iamtutor.words import Bilingual, Lang, say

if TYPE_CHECKING:
    from iamtutor.course.question_shape import QuestionShape, ScenarioShape
    from iamtutor.quiz import Answered, Summary


def prompt_lines(question: QuestionShape, lang: Lang, width: int) -> Sequence[Content]:
    """The prompt, with the policies and the request that it is about."""
    lines = [line.stylize_before("bold") for line in typeset(question.prompt.text(lang), width)]
    if question.scenario is not None:
        lines.extend((Content(), *_scenario_lines(question.scenario, lang, width, policies=question.kind != "find")))
    if question.kind == "fill":
        blank = question.blank if isinstance(question.blank, str) else question.blank.text(lang)
        lines.extend((Content(), *(Content(f"  {line}").stylize("$string") for line in blank.splitlines())))
    lines.append(Content())
    hint = {"choose-several": "tui.quiz-pick-several", "order": "tui.quiz-pick-order", "fill": "tui.quiz-fill-in"}
    lines.append(Content(say(MESSAGES, hint.get(question.kind, "tui.quiz-pick-one"), lang)).stylize("$faint"))
    return lines


def _scenario_lines(scenario: ScenarioShape, lang: Lang, width: int, *, policies: bool) -> Sequence[Content]:
    lines: list[Content] = []
    bar = Content("│ ").stylize("$line-strong")
    for placed in scenario.policies if policies else ():
        name = place_name(placed, lang)
        lines.append(Content("┌ ").stylize("$line-strong") + Content(shorten(name, width - 2)).stylize("bold $dim"))
        text = json.dumps(placed.document, ensure_ascii=False, indent=2)
        lines.extend(bar + line.truncate(width - 2, ellipsis=True) for line in painted(text))
        lines.append(Content())
    request = scenario.request
    lines.append(Content.assemble(("▸ ", "$accent"), (f"{request.caller}  {request.action}", "bold")))
    lines.append(Content("  " + shorten_middle(request.resource, width - 2)).stylize("$dim"))
    for key, value in request.context.items():
        shown = value if isinstance(value, str) else ", ".join(value)
        lines.append(Content(shorten(f"  {key} = {shown}", width)).stylize("$dim"))
    return lines


def explanation_lines(answered: Answered, lang: Lang, width: int) -> Sequence[Content]:
    """Right or wrong, the right answer where it was typed, why, and where to read on."""
    right = answered.judgement.correct
    tone = "$allow" if right else "$deny"
    bar = Content("▌ ").stylize(tone)
    head = f"{'✓' if right else '✗'} {say(MESSAGES, 'tui.right' if right else 'tui.wrong', lang)}"
    if answered.question.kind in ("fill", "predict") and not right:
        head += "  " + say(MESSAGES, "tui.answer-is", lang, answer=_in_words(answered, lang))
    source = say(MESSAGES, "tui.quiz-read-on", lang, title=answered.question.source.title.text(lang))
    body = [
        *(line.stylize(f"bold {tone}") for line in wrap(Content(head), width - 2)),
        *typeset(answered.question.explain.text(lang), width - 2),
        *(line.stylize("$dim") for line in wrap(Content(source), width - 2)),
        *(line.stylize("$faint") for line in wrap(Content(answered.question.source.url), width - 2)),
    ]
    return [*(bar + line for line in body), Content(), Content(say(MESSAGES, "tui.quiz-go-on", lang)).stylize("$faint")]


def _in_words(answered: Answered, lang: Lang) -> str:
    """The right answer as the learner would say it: a decision and a layer have names, what is written is itself."""
    right = answered.judgement.right
    if answered.question.kind != "predict":
        return ", ".join(right)
    decision, *layers = right
    names = [verdict_name(Verdict(decision)), *(layer_name(Layer(layer)) for layer in layers)]
    return " · ".join(name.text(lang) for name in names)


def closing_lines(summary: Summary, lang: Lang, width: int) -> Sequence[Content]:
    """How it went, and which questions come first next time."""
    title = say(MESSAGES, "tui.quiz-done" if summary.total else "tui.quiz-none", lang)
    lines = [Content(title).stylize("bold $primary"), Content()]
    if summary.total:
        lines.append(Content(say(MESSAGES, "tui.quiz-result", lang, total=summary.total, right=summary.correct)))
    if summary.wrong:
        lines.extend((Content(), Content(say(MESSAGES, "tui.quiz-again", lang)).stylize("$dim"), Content()))
        for answered in summary.wrong:
            first = _first_line(answered.question.prompt, lang)
            lines.extend(hang(inline(first), width, Content("✗ ").stylize("$deny")))
    return lines


def _first_line(text: Bilingual, lang: Lang) -> str:
    return next((line for line in text.text(lang).splitlines() if line.strip()), "")
