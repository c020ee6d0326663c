"""How one request was decided: layer by layer in evaluation order, each statement with what it met."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, ClassVar

from rich.cells import cell_len
from textual import events
from textual.binding import Binding
from textual.content import Content
from textual.message import Message
from textual.style import Style

from iamtutor.access.messages import MESSAGES as ACCESS_MESSAGES
from iamtutor.access.narration import layer_name
from iamtutor.access.picture.context import key_names
from iamtutor.tui.speaking import lang_of, say
from iamtutor.tui.widgets.cells import fit, shorten, shorten_middle
from iamtutor.tui.widgets.lines import Lines
from iamtutor.tui.widgets.request_table import plain_resource
from iamtutor.tui.widgets.typeset import hang
from iamtutor.words import say as say_in

if TYPE_CHECKING:
    from iamtutor.access import Decision, Layer
    from iamtutor.access.condition import ConditionOutcome
    from iamtutor.access.trace import LayerTrace, PolicyTrace, StatementTrace
    from iamtutor.policy import Statement


@dataclass(frozen=True)
class Place:
    """Where a statement that the learner writes begins: its slot, the file's name, the line from 1."""

    slot: str
    file: str
    line: int


PlaceOf = Callable[["Statement"], Place | None]
"""Where a statement stands; None where the learner does not write it."""

_ANSWERS = {
    "denies": ("✗", "$deny"),
    "allows": ("✓", "$allow"),
    "silent": ("○", "$secondary"),
    "absent": ("·", "$faint"),
    "exempt": ("·", "$faint"),
    "refuses": ("✗", "$deny"),
}


def _decides(decision: Decision, layer: LayerTrace, statement: StatementTrace) -> bool:
    return any(
        ref.policy == statement.policy and ref.index == statement.index and ref.layer is layer.layer
        for ref in decision.statements
    )


def _nowhere(statement: Statement) -> Place | None:
    return None


class TraceView(Lines):
    """The trace of the chosen request. It is worked out when it is first asked for, not at every keystroke."""

    BINDINGS: ClassVar[list[Binding | tuple[str, str] | tuple[str, str, str]]] = [
        Binding("enter", "open", show=False),
        Binding("s,ㄴ", "seek_deciding", show=False),
    ]

    @dataclass
    class Sought(Message):
        """The learner wants to see a statement where it is written."""

        slot: str
        line: int

    @dataclass
    class Opened(Message):
        """The learner wants to see the whole of it, on a screen of its own."""

        trace: TraceView

        @property
        def control(self) -> TraceView:
            """The trace that sent this."""
            return self.trace

    def __init__(self, *, id: str | None = None) -> None:  # noqa: A002 - Textual's name
        super().__init__(id=id)
        self._decision: Decision | None = None
        self._place_of: PlaceOf = _nowhere
        self._notes: tuple[str, ...] = ()
        self._layer_alone: Layer | None = None

    def show(
        self,
        decision: Decision | None,
        place_of: PlaceOf = _nowhere,
        notes: Sequence[str] = (),
        layer: Layer | None = None,
    ) -> None:
        """Show how this decision came about; `notes` are sentences that stand above it, or in its place where it is None.

        With a `layer` only its policy is looked at, and what stops the request beside it; AWS's sentence and the names
        of policies, which speak of the whole, are left out.
        """
        self._notes = tuple(notes)
        self._decision = decision
        self._place_of = place_of
        self._layer_alone = layer
        self.border_title = say(self, "tui.trace-of")
        self.lines_changed()

    @property
    def decision(self) -> Decision | None:
        """The decision that is shown."""
        return self._decision

    def set_lines(self, width: int) -> Sequence[Content]:
        """The trace at this width."""
        decision = self._decision
        if decision is None:
            words = " ".join(self._notes) or say(self, "tui.trace-none")
            return hang(Content(words).stylize("$dim"), width, Content())
        lines = [line for note in self._notes for line in hang(Content(note), width, Content("▌ ").stylize("$accent"))]
        gap = [Content()] if self._layer_alone is None else []
        lines += [*(gap if lines else ()), *self._verdict(decision, width), *gap]
        if decision.trace.by_service:
            lines.extend(hang(Content(say(self, "tui.trace-by-service")), width, Content("  ")))
        for layer in self._layers(decision):
            lines.extend(self._layer(layer, decision, width))
        lines.append(Content())
        lines.extend(self._context_lines(decision, width))
        return lines

    def _layers(self, decision: Decision) -> Iterator[LayerTrace]:
        stopping = () if decision.allowed else (decision.layer, *decision.blocked_by)
        for layer in decision.trace.layers:
            if self._layer_alone in (None, layer.layer) or layer.layer in stopping:
                yield layer

    def _verdict(self, decision: Decision, width: int) -> list[Content]:
        allowed = decision.allowed
        mark, tone = ("✓", "$allow") if allowed else ("✗", "$deny")
        verdict = say(self, f"tui.verdict-{decision.verdict}")
        request = f"{decision.request.action} → {plain_resource(decision.request.resource)}"
        head = Content.assemble(
            (f"{mark} {verdict}", f"bold {tone}"),
            "  ",
            (shorten_middle(request, max(10, width - cell_len(verdict) - 4)), "bold"),
        )
        lines = [head]
        if decision.message and self._layer_alone is None:
            label = Content(f"  {say(self, 'tui.trace-message')}  ").stylize("$dim")
            lines.extend(hang(Content(decision.message).stylize("italic $string"), width, label, Content("  ")))
        return lines

    def _layer(self, layer: LayerTrace, decision: Decision, width: int) -> list[Content]:
        mark, tone = _ANSWERS[layer.answer]
        quiet = layer.answer in ("absent", "exempt")
        decides = layer.layer is decision.layer
        name = layer_name(layer.layer, decision.request).text(lang_of(self))
        answer = say(self, f"tui.answer-{layer.answer}")
        lead = "▶" if decides else " "
        column = min(32, max(18, width // 2))
        lines = [
            Content.assemble(
                (f"{lead}{mark} ", f"bold {tone}"),
                (fit(name, column), "$faint" if quiet else "bold"),
                (shorten(answer, width - column - 3), tone),
            )
        ]
        if layer.exempt is not None:
            lines.extend(
                hang(Content(say(self, f"tui.exempt-{layer.exempt}")).stylize("$faint"), width, Content("     "))
            )
        if layer.closed_level is not None:
            note = say(self, "tui.closed-level", level=layer.closed_level + 1)
            lines.extend(hang(Content(note).stylize(tone), width, Content("     ")))
        for policy in layer.policies:
            named = self._named(policy, layer)
            for statement in policy.statements:
                lines.extend(self._statement(statement, named, decision, layer, width))
        return lines

    def action_seek(self, slot: str, line: int) -> None:
        """Show a line of a slot in the editor."""
        self.post_message(self.Sought(slot, line))

    def action_open(self) -> None:
        """Show the whole of it."""
        if self._decision is not None:
            self.post_message(self.Opened(self))

    def on_click(self, event: events.Click) -> None:
        """A double click does what Enter does."""
        if event.chain == 2:
            self.action_open()

    def action_seek_deciding(self) -> None:
        """Show the statement that decided; where none did, the first that was looked at."""
        if self._decision is None:
            return
        looked_at = [
            (_decides(self._decision, layer, statement), place)
            for layer in self._layers(self._decision)
            for policy in layer.policies
            for statement in policy.statements
            if (place := self._place_of(statement.statement)) is not None
        ]
        if looked_at:
            _, place = next((each for each in looked_at if each[0]), looked_at[0])
            self.action_seek(place.slot, place.line)

    def _named(self, policy: PolicyTrace, layer: LayerTrace) -> str:
        """A policy's name; where the layer has levels, as SCPs do, also which one it is on."""
        if self._layer_alone is not None:
            return ""
        if len({each.level for each in layer.policies}) < 2:
            return policy.name
        return f"{policy.name} · {say(self, 'tui.trace-level', level=policy.level + 1)}"

    def _statement(
        self, statement: StatementTrace, named: str, decision: Decision, layer: LayerTrace, width: int
    ) -> list[Content]:
        match = statement.match
        decides = _decides(decision, layer, statement)
        tone = ("$allow" if statement.effect == "Allow" else "$deny") if match.matched else "$faint"
        name = statement.sid or say(self, "tui.trace-statement", number=statement.index + 1)
        place = self._place_of(statement.statement)
        said = say(self, "tui.trace-matches") if match.matched else self._miss(statement)
        head = Content.assemble(
            ("   │ ", "$line-strong"),
            ("■ " if match.matched else "□ ", tone),
            (f"{statement.effect} ", tone if match.matched else "$dim"),
            (name, "bold" if match.matched else "$dim"),
            (f"  {named}" if named else "", "$faint"),
        )
        if place is not None:
            seek = Style.from_meta({"@click": f"seek('{place.slot}', {place.line})"})
            file = Content(f"{place.file}:{place.line}").stylize("$primary underline").stylize(seek)
            head = head + "  " + file
        tail = Content(f"  {said}").stylize(tone if match.matched else "$dim")
        if decides:
            tail += Content(f"  ◀ {say(self, 'tui.trace-decides')}").stylize(f"bold {tone}")
        lines = (
            [head + tail]
            if head.cell_length + tail.cell_length <= width
            else [head.truncate(width, ellipsis=True), Content("   │  ").stylize("$line-strong") + tail]
        )
        sides = [line.truncate(width, ellipsis=True) for line in (*lines, *self._sides(statement, width))]
        return [*sides, *self._caveat(width)] if match.uncertain else sides

    def _caveat(self, width: int) -> list[Content]:
        """What AWS leaves open about a NotPrincipal list."""
        note = Content(say_in(ACCESS_MESSAGES, "access.note.not-principal", lang_of(self))).stylize("$accent")
        bar = Content("   │    ").stylize("$line-strong")
        return hang(note, width, bar + Content("! ").stylize("$accent"), bar + Content("  "))

    def _miss(self, statement: StatementTrace) -> str:
        failed = statement.match.failed
        return "" if failed is None else say(self, f"tui.miss-{failed.why}", element=failed.element)

    def _sides(self, statement: StatementTrace, width: int) -> list[Content]:
        """Both sides of the first element that did not match; of conditions, each that was looked at."""
        match = statement.match
        if match.conditions:
            return [line for outcome in match.conditions for line in self._condition(outcome, width)]
        if match.failed is None:
            return []
        policy, request = say(self, "tui.trace-policy-has"), say(self, "tui.trace-request-has")
        column = max(cell_len(policy), cell_len(request)) + 2
        bar = Content("   │    ").stylize("$line-strong")
        room = width - 8 - column
        wants = ", ".join(match.failed.wants) or "–"
        return [
            bar + Content.assemble((fit(policy, column), "$faint"), (shorten_middle(wants, room), "$string")),
            bar
            + Content.assemble((fit(request, column), "$faint"), (shorten_middle(match.failed.has, room), "$string")),
        ]

    def _condition(self, outcome: ConditionOutcome, width: int) -> list[Content]:
        bar = Content("   │    ").stylize("$line-strong")
        mark, tone = ("✓", "$allow") if outcome.holds else ("✗", "$deny")
        has = ", ".join(outcome.has) if outcome.has is not None else say(self, "tui.trace-missing-key")
        policy, request = say(self, "tui.trace-policy-has"), say(self, "tui.trace-request-has")
        lines = [
            bar + Content.assemble((f"{mark} ", tone), (outcome.operator, "$key"), f" {outcome.key}"),
            bar + Content.assemble((f"  {policy} ", "$faint"), (", ".join(outcome.wants), "$string")),
            bar + Content.assemble((f"  {request} ", "$faint"), (has, "$string")),
        ]
        if outcome.reason not in ("compared", "missing-key"):
            lines.append(bar + Content("  " + say(self, f"tui.reason-{outcome.reason}")).stylize("$dim"))
        return [line.truncate(width, ellipsis=True) for line in lines]

    def _context_lines(self, decision: Decision, width: int) -> list[Content]:
        lines = [Content(say(self, "tui.trace-context")).stylize("bold $dim")]
        names = key_names(decision.request)
        context = sorted((names.get(key, key), value) for key, value in decision.trace.context.items())
        if not context:
            return [*lines, Content("  " + say(self, "tui.trace-nothing-in-context")).stylize("$faint")]
        column = min(max(cell_len(key) for key, _ in context) + 2, width // 2)
        for key, value in context:
            shown = value if isinstance(value, str) else ", ".join(value)
            lines.append(
                Content.assemble(
                    ("  " + fit(key, column), "$key"), (shorten_middle(shown, max(4, width - column - 2)), "$string")
                )
            )
        return lines
