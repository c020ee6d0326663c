"""From what the course has written to the blocks of a page."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import zip_longest

from iamtutor.course.segments import (
    Box,
    BoxKind,
    Code,
    Diagram,
    Heading,
    PolicyBlock,
    Prose,
    QuestionBlock,
    RequestBlock,
    Segment,
)
from iamtutor.tui.messages import MESSAGES
from iamtutor.tui.screens.workbench.questions import question_block
from iamtutor.tui.widgets import page
from iamtutor.words import Bilingual

_TONES = {
    BoxKind.BELIEF: "$deny",
    BoxKind.NOTE: "$primary",
    BoxKind.TIP: "$primary",
    BoxKind.WARNING: "$accent",
    BoxKind.SUMMARY: "$key",
}


def said(message: str) -> Bilingual:
    """A message of the app in both languages."""
    return Bilingual(MESSAGES[message]["ko"], MESSAGES[message]["en"])


def page_of(ko: Sequence[Segment], en: Sequence[Segment]) -> tuple[page.Block, ...]:
    """The blocks of a step; where one language lacks a segment, the other's stands for both."""
    blocks: list[page.Block] = []
    for first, second in zip_longest(ko, en):
        one, other = first or second, second or first
        assert one is not None
        assert other is not None
        blocks.append(_block(one, other))
        if isinstance(one, PolicyBlock | RequestBlock) and isinstance(other, PolicyBlock | RequestBlock):
            invitation = one.invitation or other.invitation
            if invitation:
                blocks.append(page.Invitation(Bilingual(invitation, other.invitation or invitation)))
    return tuple(blocks)


def _block(ko: Segment, en: Segment) -> page.Block:
    match ko, en:
        case Heading(), Heading() if ko.level == 1:
            return page.Title(Bilingual(ko.text, en.text))
        case Heading(), Heading():
            return page.Prose(Bilingual(f"{'#' * ko.level} {ko.text}", f"{'#' * en.level} {en.text}"))
        case Box(), Box():
            title = said(f"tui.box-{ko.kind}")
            return page.Box(title, Bilingual(ko.markdown, en.markdown), _TONES[ko.kind])
        case PolicyBlock(), _:
            return page.Policy(ko.key, ko.slot, ko.text, ko.broken)
        case RequestBlock(), _:
            asked = (page.Asked(each.id, each.caller, each.action, each.resource, each.context) for each in ko.requests)
            return page.Requests(tuple(asked), "printed")
        case Diagram(), Diagram():
            return page.Drawing(ko.lines, en.lines)
        case QuestionBlock(), _:
            return question_block(ko.question)
        case Code(), Code():
            return page.Code(ko.text)
        case _:
            return page.Prose(Bilingual(_plain(ko), _plain(en)))


def _plain(segment: Segment) -> str:
    """A segment as Markdown; also where the two languages do not agree in kind."""
    match segment:
        case Prose() | Box():
            return segment.markdown
        case Heading():
            return f"{'#' * segment.level} {segment.text}"
        case PolicyBlock() | RequestBlock() | Code():
            return f"```\n{segment.text}\n```"
        case Diagram():
            return "```\n" + "\n".join(segment.lines) + "\n```"
        case QuestionBlock():
            return segment.question.prompt.ko
