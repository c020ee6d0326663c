"""The picture of a decision: a box for each step, arrows between them, and the decision where the path ended."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping, Sequence
from typing import NamedTuple

from iamtutor.access.decide import Decision
from iamtutor.access.layer import Layer
from iamtutor.access.messages import MESSAGES as ACCESS_MESSAGES
from iamtutor.access.narration import layer_name, nearest_statement, verdict_name, why
from iamtutor.access.picture.boxes import ARROW_AT, box, dashed_frame, double_frame, inner_width, passed_by, plain_frame
from iamtutor.access.picture.columns import GAP, beside, with_arrow
from iamtutor.access.picture.context import context_lines
from iamtutor.access.picture.path import Path, Side, State, Step, path_of
from iamtutor.access.picture.pieces import Line, Piece, Spot, Tone, at_spot, cells, clipped, cut_middle
from iamtutor.access.picture.statements import PlaceOf, Teller, Told
from iamtutor.access.picture.texts import MESSAGES
from iamtutor.access.principal import PrincipalKind
from iamtutor.access.trace import StatementTrace
from iamtutor.policy.document import Effect, Statement
from iamtutor.words import Lang, say
from iamtutor.words.cells import wrapped

CONTEXT = Spot(-1)
"""The box with the request's context."""
VERDICT = Spot(-2)
"""The box with the decision."""
LEAST_WIDTH = 40
LEAST_COLUMN = 34
"""Cells below which the two accounts stand one below the other."""
_ROOMY = 50
"""Cells from which layers are called by their full names."""
_MARKS: dict[State, tuple[str, Tone]] = {
    State.CLEAR: ("✓", "allow"),
    State.ALLOWS: ("✓", "allow"),
    State.DENIES: ("✗", "deny"),
    State.REFUSES: ("✗", "deny"),
    State.SILENT: ("○", "silent"),
    State.ABSENT: ("·", "faint"),
    State.EXEMPT: ("·", "faint"),
}

Folds = Mapping[Spot, bool]
"""What is folded (True) or open (False) against the picture's own choice."""


class Picture(NamedTuple):
    """The lines, and what can be pointed at with the line and column where it begins, from the top."""

    lines: tuple[Line, ...]
    spots: Mapping[Spot, tuple[int, int]]
    path: Path

    def statement(self, spot: Spot) -> StatementTrace | None:
        """The statement at a spot."""
        if spot.statement < 0 or not 0 <= spot.step < len(self.path.steps):
            return None
        statements = self.path.steps[spot.step].statements
        return statements[spot.statement] if spot.statement < len(statements) else None


def nowhere(_statement: Statement) -> str | None:
    """No statement can be gone to."""
    return None


def draw(
    decision: Decision,
    width: int,
    lang: Lang,
    *,
    given: Collection[str] | None = None,
    place_of: PlaceOf = nowhere,
    folds: Folds | None = None,
) -> Picture:
    """The picture in lines of at most `width` cells (at least 40); `given` are the keys that the request itself carried."""
    return _Drawing(decision, max(width, LEAST_WIDTH), lang, given, place_of, folds or {}).picture()


class _Drawing:
    def __init__(
        self, decision: Decision, width: int, lang: Lang, given: Collection[str] | None, place_of: PlaceOf, folds: Folds
    ) -> None:
        self._decision = decision
        self._width = width
        self._lang = lang
        self._given = given
        self._folds = folds
        self._path = path_of(decision)
        self._teller = Teller(decision, lang, place_of)

    def picture(self) -> Picture:
        lines = list(self._opening())
        lines += self._crossing() if self._path.crosses else self._straight()
        lines += self._context()
        clipped_lines = tuple(clipped(line, self._width) for line in lines)
        return Picture(clipped_lines, _spots(clipped_lines), self._path)

    def _say(self, message: str, **arguments: object) -> str:
        return say(MESSAGES, f"picture.{message}", self._lang, **arguments)

    # the parts from top to bottom

    def _opening(self) -> Iterator[Line]:
        request = self._decision.request
        principal = request.principal
        caller = principal.arn or principal.name or self._say("anonymous")
        if principal.kind is PrincipalKind.ANONYMOUS:
            caller = self._say("anonymous")
        indent = " " * ARROW_AT
        room = self._width - ARROW_AT - 2
        yield (Piece(f"{indent}● ", "accent"), Piece(cut_middle(caller, room), "strong"))
        yield (Piece(f"{indent}│ ", "line"), Piece(cut_middle(request.action, room), "strong"))
        yield (Piece(f"{indent}│ ", "line"), Piece(cut_middle(request.resource, room), "strong"))

    def _straight(self) -> Iterator[Line]:
        """One account: one column, in which the decision stands where the path ended."""
        steps = self._path.steps
        for number, step in enumerate(steps):
            yield from self._box(number, self._width, outgoing=step.reached)
            if step.ends:
                yield from self._verdict(self._width)

    def _crossing(self) -> Iterator[Line]:
        """Two accounts: what is asked of both, then a column each, then the decision of the two together."""
        steps = self._path.steps
        both = [number for number, step in enumerate(steps) if step.side is Side.BOTH]
        for number in both:
            yield from self._box(number, self._width, outgoing=True)
            if steps[number].ends:
                yield from self._verdict(self._width)
        column = (self._width - GAP) // 2
        reached = not any(steps[number].ends for number in both)
        sides = [
            list(self._column(side, column if column >= LEAST_COLUMN else self._width, reached))
            for side in (Side.CALLER, Side.RESOURCE)
        ]
        if column >= LEAST_COLUMN:
            yield from beside(sides[0], sides[1], column, self._width, reached=reached)
        else:
            yield from (*sides[0], *sides[1])
        if reached:
            yield from self._verdict(self._width, second=column + GAP if column >= LEAST_COLUMN else None)

    def _column(self, side: Side, width: int, reached: bool) -> Iterator[Line]:
        name = "caller" if side is Side.CALLER else "resource"
        account = self._path.caller_account if side is Side.CALLER else self._path.resource_account
        words = self._say(f"{name}-account", account=account or self._say("no-account"))
        tone: Tone = "line" if reached else "faint"
        yield (
            Piece(" " * ARROW_AT + ("│ " if reached else "┆ "), tone),
            Piece(words, "strong" if reached else "faint"),
        )
        own = [number for number, step in enumerate(self._path.steps) if step.side is side]
        for number in own:
            yield from self._box(number, width, outgoing=self._path.steps[number].reached)
        if reached:
            stops = any(self._path.steps[number].stops for number in own)
            mark: Piece = Piece("✗ ", "deny") if stops else Piece("✓ ", "allow")
            words = self._say("side-stops" if stops else "side-allows")
            yield (Piece(" " * ARROW_AT + "│ ", "line"), mark, Piece(words, "deny" if stops else "allow"))

    def _verdict(self, width: int, second: int | None = None) -> list[Line]:
        decision = self._decision
        tone: Tone = "allow" if decision.allowed else "deny"
        mark = "✓" if decision.allowed else "✗"
        body: list[Line] = [(Piece(line),) for line in wrapped(why(decision).text(self._lang), inner_width(width))]
        if decision.message:
            label = f"{self._say('aws-says')}  "
            room = max(10, inner_width(width) - cells(label))
            for number, line in enumerate(_broken(decision.message, room)):
                lead = label if number == 0 else " " * cells(label)
                body.append((Piece(lead, "dim"), Piece(line, "value")))
        title: Line = (Piece(f"{mark} ", tone), Piece(verdict_name(decision.verdict).text(self._lang), tone))
        lines = box(double_frame(tone), title, (Piece(self._say("ends"), "dim"),), body, width, (True, False))
        if second is not None:
            lines[0] = with_arrow(lines[0], second + ARROW_AT, tone)
        return [at_spot(line, VERDICT) for line in lines]

    def _context(self) -> list[Line]:
        given = self._given if self._given is not None else self._decision.request.written
        folded = self._folds.get(CONTEXT, False)
        title: Line = (Piece("▸ " if folded else "▾ ", "dim"), Piece(self._say("context"), "strong"))
        answer: Line = (Piece(str(len(self._decision.request.context)), "dim"),)
        body = [] if folded else context_lines(self._decision, given, inner_width(self._width), self._lang)
        lines = box(plain_frame("line"), title, answer, body, self._width, (False, False))
        return [(), *(at_spot(line, CONTEXT) for line in lines)]

    # one box

    def _box(self, number: int, width: int, *, outgoing: bool) -> list[Line]:
        step = self._path.steps[number]
        spot = Spot(number)
        body = list(self._body(number, step, inner_width(width)))
        folded = self._folds.get(spot, not self._is_open(step))
        sign = "  " if not body else "▸ " if folded else "▾ "
        tone: Tone = "strong" if step.reached and step.state not in (State.ABSENT, State.EXEMPT) else "faint"
        name = self._name(step, short=width < _ROOMY)
        title: Line = (Piece(f"{sign}{number + 1} ", "dim" if step.reached else "faint"), Piece(name, tone))
        if step.state is State.ABSENT and not step.stops and not body:
            line = passed_by(title, self._answer(step), width, reached=step.reached, goes_on=outgoing)
            return [at_spot(line, spot)]
        frame = plain_frame(self._frame_tone(step)) if step.reached else dashed_frame()
        lines = box(frame, title, self._answer(step), [] if folded else body, width, (step.reached, outgoing))
        return [at_spot(line, spot) for line in lines]

    def _name(self, step: Step, *, short: bool) -> str:
        if step.layer is None:
            return self._say("deny-check")
        request = self._decision.request
        is_trust = step.layer is Layer.RESOURCE and layer_name(step.layer, request) != layer_name(step.layer)
        if short and not is_trust and f"picture.short-{step.layer.value}" in MESSAGES:
            return self._say(f"short-{step.layer.value}")
        name = layer_name(step.layer, request).text(self._lang)
        return name[:1].upper() + name[1:]

    @staticmethod
    def _frame_tone(step: Step) -> Tone:
        if step.stops:
            return "deny"
        return "allow" if step.ends or step.deciding else "line"

    def _answer(self, step: Step) -> Line:
        mark, tone = _MARKS[step.state]
        words = self._say(f"state-{step.state.value}")
        if step.layer is Layer.RCP and step.state is State.ALLOWS:
            words = self._say("state-passes")
        if step.state is State.DENIES and step.layer is None:
            words = self._say("found", count=len(step.deciding))
        if step.reached or step.state in (State.ABSENT, State.EXEMPT):
            if step.stops and step.state is State.ABSENT:
                mark, tone = "✗", "deny"
            return (Piece(f"{mark} {words}", "deny" if step.stops else tone),)
        if step.state is State.DENIES:
            return (Piece(f"✗ {self._say('decided-above')}", "deny"),)
        if step.stops:
            return (Piece(f"○ {self._say('stops-too')}", "silent"),)
        return (Piece(f"– {self._say('not-evaluated')}", "faint"),)

    def _is_open(self, step: Step) -> bool:
        return step.reached and bool(
            step.ends or step.stops or step.deciding or step.suffices or _leaves_something_open(step)
        )

    def _body(self, number: int, step: Step, width: int) -> Iterator[Line]:
        for note in self._notes(step):
            yield from ((Piece(line, "dim"),) for line in wrapped(note, width))
        if step.layer is None:
            yield from self._found_denies(number, step, width)
            return
        if step.trace is None:
            return
        nearest = nearest_statement(step.trace) if step.stops and not step.trace.namings else None
        index = 0
        for policy in step.trace.policies:
            name = policy.name
            if len({each.level for each in step.trace.policies}) > 1:
                name = f"{name} · {self._say('level', level=policy.level + 1)}"
            for statement in policy.statements:
                spot = Spot(number, index)
                decides = any(each is statement for each in step.deciding)
                full = decides or statement is nearest or self._is_telling(step, statement)
                told = Told(spot, step.layer, statement, name, decides, not self._folds.get(spot, not full))
                yield from self._teller.lines(told, width)
                index += 1

    @staticmethod
    def _is_telling(step: Step, statement: StatementTrace) -> bool:
        """Whether a statement has part in what its step came to."""
        wanted = Effect.DENY if step.state is State.DENIES else Effect.ALLOW
        return step.reached and statement.match.matched and statement.effect is wanted

    def _found_denies(self, number: int, step: Step, width: int) -> Iterator[Line]:
        for index, statement in enumerate(step.deciding):
            layer = next(
                each.layer
                for each in self._decision.trace.layers
                for policy in each.policies
                if any(found is statement for found in policy.statements)
            )
            spot = Spot(number, index)
            name = f"{layer_name(layer, self._decision.request).text(self._lang)} · {statement.policy}"
            full = not self._folds.get(spot, False)
            yield from self._teller.lines(Told(spot, layer, statement, name, True, full), width)

    def _notes(self, step: Step) -> Iterator[str]:
        """What else is to be said of a step."""
        trace = step.trace
        if step.layer is Layer.SERVICE:
            refusal = self._decision.refusal
            name = f"access.refusal.{refusal.value}" if refusal is not None else "access.why.allowed-service"
            yield say(ACCESS_MESSAGES, name, self._lang)
            if self._decision.trace.by_service:
                yield self._say("by-service")
        if step.layer is Layer.ROOT:
            yield self._say("root")
        if trace is None:
            return
        if trace.exempt is not None:
            yield say(ACCESS_MESSAGES, f"access.exempt.{trace.exempt.value}", self._lang)
        if trace.closed_level is not None and step.reached:
            yield self._say("closed-level", level=trace.closed_level + 1)
        if step.suffices:
            yield self._say("suffices")
        if step.layer is Layer.RCP and step.state is State.ALLOWS:
            yield self._say("rcp-implicit")
        if step.state is State.SILENT and step.reached and not step.stops:
            if step.layer is Layer.RESOURCE:
                yield self._say("goes-on")
            elif step.layer is Layer.IDENTITY:
                yield self._say("instead")


def _spots(lines: Sequence[Line]) -> dict[Spot, tuple[int, int]]:
    """Where each spot begins."""
    found: dict[Spot, tuple[int, int]] = {}
    for y, line in enumerate(lines):
        x = 0
        for piece in line:
            if piece.spot is not None:
                found.setdefault(piece.spot, (y, x))
            x += cells(piece.text)
    return found


def _leaves_something_open(step: Step) -> bool:
    """Whether a statement of the step carries a caveat, which must be seen."""
    policies = () if step.trace is None else step.trace.policies
    return any(statement.match.uncertain for policy in policies for statement in policy.statements)


def _broken(text: str, width: int) -> Iterator[str]:
    """Lines of at most `width` cells, broken at spaces, and within a word that is longer than a line."""
    for line in wrapped(text, width):
        while cells(line) > width:
            yield line[:width]
            line = line[width:]
        yield line
