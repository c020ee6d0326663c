"""The statements within a box: which decides, where it stands, and each element with both sides."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import NamedTuple

from iamtutor.access.decide import Decision
from iamtutor.access.layer import Layer
from iamtutor.access.messages import MESSAGES as ACCESS_MESSAGES
from iamtutor.access.narration import statement_name
from iamtutor.access.picture.elements import ElementOutcome, elements_of
from iamtutor.access.picture.pieces import Line, Piece, Spot, Tone, at_spot, cells, clipped, cut_middle, width_of
from iamtutor.access.picture.texts import MESSAGES
from iamtutor.access.trace import StatementTrace
from iamtutor.policy.document import Effect, Statement
from iamtutor.words import Lang, say
from iamtutor.words.cells import padded, wrapped

PlaceOf = Callable[[Statement], str | None]
"""What the place of a statement is called (``policy.json:4``); None where it cannot be gone to."""

_COLUMN = 12
_ROOMY = 58


class Told(NamedTuple):
    """A statement to be told: where it stands in the picture, and whether in full."""

    spot: Spot
    layer: Layer
    statement: StatementTrace
    policy: str
    decides: bool
    full: bool


class Teller:
    """Tells the statements of one decision in one language, in lines of at most `width` cells."""

    def __init__(self, decision: Decision, lang: Lang, place_of: PlaceOf) -> None:
        self._decision = decision
        self._lang = lang
        self._place_of = place_of

    def lines(self, told: Told, width: int) -> Iterator[Line]:
        """The statement; in full with all its elements, else with the first that does not match."""
        outcomes = elements_of(self._decision, told.layer, told.statement)
        yield from (at_spot(line, told.spot) for line in self._head(told, outcomes, width))
        if told.statement.match.uncertain:
            note = say(ACCESS_MESSAGES, "access.note.not-principal", self._lang)
            for number, text in enumerate(wrapped(note, width - 4)):
                yield at_spot((Piece("    " if number else "  ! ", "accent"), Piece(text, "accent")), told.spot)
        if told.full:
            for outcome in outcomes:
                yield from (at_spot(clipped(line, width), told.spot) for line in self._element(outcome, width))

    def _head(self, told: Told, outcomes: tuple[ElementOutcome, ...], width: int) -> Iterator[Line]:
        statement = told.statement
        matched = statement.match.matched
        effect: Tone = "allow" if statement.effect is Effect.ALLOW else "deny"
        name = statement_name(statement.sid, statement.index).text(self._lang)
        first: list[Piece] = [
            Piece("■ " if matched else "□ ", effect if matched else "faint"),
            Piece(f"{statement.effect.value} ", effect if matched else "dim"),
            Piece(name, "strong" if matched else "dim"),
        ]
        if not matched and not told.full:
            failed = next((each for each in outcomes if not each.holds), None)
            if failed is not None:
                first.append(Piece(f" ✗ {failed.element}", "faint"))
        if told.decides:
            first.append(Piece(f" {self._say('decides')}", effect))
        second = [Piece(told.policy, "dim" if matched else "faint")]
        place = self._place_of(statement.statement)
        if place is not None:
            second += [Piece("  "), Piece(place, "link", link=True)]
        if width_of(first) + 2 + width_of(second) <= width:
            gap = width - width_of(first) - width_of(second)
            yield (*first, Piece(" " * gap), *second)
            return
        yield clipped(tuple(first), width)
        if place is not None:
            second[0] = Piece(cut_middle(told.policy, max(4, width - 4 - cells(place))), second[0].tone)
        yield clipped((Piece("  "), *second), width)

    def _element(self, outcome: ElementOutcome, width: int) -> Iterator[Line]:
        tone: Tone = "allow" if outcome.holds else "deny"
        mark = Piece("  ✓ " if outcome.holds else "  ✗ ", tone)
        if outcome.condition is not None:
            condition = outcome.condition
            name = f"{condition.operator} {condition.key}"
            has = self._has(outcome)
            wants = self._wants(outcome)
            policy, request = self._say("policy-says"), self._say("request-has")
            line = (mark, Piece(f"{name}  ", "key"), Piece(f"{policy} ", "faint"), Piece(wants, "value"),
                    Piece(f" · {request} ", "faint"), Piece(has, "value" if condition.has else "silent"))  # fmt: skip
            if width_of(line) <= width:
                yield line
                return
            yield (mark, Piece(cut_middle(name, width - 4), "key"))
            yield from self._sides(wants, has, width, "value" if condition.has else "silent")
            return
        name = padded(outcome.element, _COLUMN)
        wants, has = self._wants(outcome), outcome.has
        room = width - 4 - _COLUMN - 3
        if width >= _ROOMY and cells(wants) + cells(has) <= room:
            yield (mark, Piece(name, "key"), Piece(wants, "value"), Piece(" ← ", "faint"), Piece(has, "value"))
            return
        if outcome.holds:
            yield (mark, Piece(name, "key"), Piece(cut_middle(wants, width - 4 - _COLUMN), "value"))
            return
        yield (mark, Piece(outcome.element, "key"))
        yield from self._sides(wants, has, width, "value")

    def _sides(self, wants: str, has: str, width: int, tone: Tone) -> Iterator[Line]:
        policy, request = self._say("policy-says"), self._say("request-has")
        column = max(cells(policy), cells(request)) + 1
        for label, text, its_tone in ((policy, wants, "value"), (request, has, tone)):
            its: Tone = "silent" if its_tone == "silent" else "value"
            yield (
                Piece("    "),
                Piece(padded(label, column), "faint"),
                Piece(cut_middle(text, width - 4 - column), its),
            )

    def _wants(self, outcome: ElementOutcome) -> str:
        if outcome.hit is not None and len(outcome.wants) > 1:
            return f"{outcome.hit} ({self._say('more-values', count=len(outcome.wants) - 1)})"
        return ", ".join(each or '""' for each in outcome.wants) or "–"

    def _has(self, outcome: ElementOutcome) -> str:
        condition = outcome.condition
        assert condition is not None
        if condition.has is None:
            return self._say("no-key")
        return ", ".join(condition.has) or self._say("empty")

    def _say(self, message: str, **arguments: object) -> str:
        return say(MESSAGES, f"picture.{message}", self._lang, **arguments)
