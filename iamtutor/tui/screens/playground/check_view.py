"""What came out of one custom check: PASS or FAIL, the request that shows a FAIL, and the statements behind it."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, ClassVar

from textual.binding import Binding
from textual.content import Content
from textual.message import Message
from textual.style import Style

from iamtutor.access.narration import statement_name
from iamtutor.reason import CheckResult
from iamtutor.reason.messages import MESSAGES as REASON_MESSAGES
from iamtutor.tui.screens.playground.checking import Asked, Check, outcome
from iamtutor.tui.screens.playground.pair import Side
from iamtutor.tui.screens.playground.told import told
from iamtutor.tui.speaking import lang_of, say
from iamtutor.tui.widgets.lines import Lines
from iamtutor.tui.widgets.request_table import plain_resource
from iamtutor.tui.widgets.trace_view import Place, PlaceOf
from iamtutor.tui.widgets.typeset import hang, wrap
from iamtutor.words import say as say_in

if TYPE_CHECKING:
    from iamtutor.reason import Checked, Ground, OneWay

_INDENT = Content("     ")


@dataclass(frozen=True)
class Outcome:
    """What a check of a side came to; without `checked`, `note` says why."""

    checked: Checked | None = None
    note: str = ""


class CheckView(Lines):
    """One check, with an outcome for each side that it looks at. Enter goes to the first statement that is named."""

    BINDINGS: ClassVar[list[Binding | tuple[str, str] | tuple[str, str, str]]] = [
        Binding("enter", "seek_first", show=False)
    ]

    @dataclass
    class Sought(Message):
        """The learner wants to see a statement where it is written."""

        place: Place

    def __init__(self, check: Check, places: Mapping[Side, PlaceOf]) -> None:
        """`places` says for a side where its statements stand."""
        super().__init__(id=check)
        self._places = places
        self._outcomes: Mapping[Asked, Outcome] = {}

    def show(self, outcomes: Mapping[Asked, Outcome]) -> None:
        """Show these outcomes."""
        self._outcomes = outcomes
        self.lines_changed()

    def set_lines(self, width: int) -> Sequence[Content]:
        """An outcome below the other."""
        return [line for asked, found in self._outcomes.items() for line in self._outcome(asked, found, width)]

    def _outcome(self, asked: Asked, found: Outcome, width: int) -> Iterator[Content]:
        checked = found.checked
        if checked is None:
            yield from hang(Content(found.note).stylize("$dim"), width, Content(" ○ ").stylize("$dim"))
            return
        passed = checked.result is CheckResult.PASS
        tone = "$allow" if passed else "$deny"
        head = Content(f" {'✓' if passed else '✗'} {checked.result}  ").stylize(f"bold {tone}")
        yield from hang(Content(outcome(asked, checked, lang_of(self))), width, head, Content("   "))
        if not passed:
            yield from self._shown(checked, width)
            for number, ground in enumerate(checked.grounds):
                yield from self._ground(asked, ground, checked.way, number == 0, width)

    def _shown(self, checked: Checked, width: int) -> Iterator[Content]:
        """The request that shows it, or why none is known."""
        way = checked.way
        if way.witness is None:
            reason = say(self, f"tui.play-unknown-{way.unknown}", about=way.about)
            yield from hang(Content(reason).stylize("$dim"), width, Content("   ? ").stylize("$dim"))
            return
        words = told(way.witness, lang_of(self))
        request = Content.assemble(
            (words.caller, "$dim"), "  ", (words.action, "$action"), "  ", (words.resource, "$string")
        )
        if words.context:
            request = request + Content(f"  {words.context}").stylize("$key")
        yield from hang(request, width, Content("   ▸ ").stylize("$accent"), _INDENT)

    def _ground(self, asked: Asked, ground: Ground, way: OneWay, first: bool, width: int) -> Iterator[Content]:
        """A statement that grants, and what it grants where that is another request than the one shown."""
        name = statement_name(ground.statement.sid, ground.statement.index).text(lang_of(self))
        words = Content(name)
        place = self._places[asked.side](ground.statement)
        if place is not None:
            seek = Style.from_meta({"@click": f"seek('{place.slot}', {place.line})"})
            words = Content(f"{place.file}:{place.line}").stylize("$primary underline").stylize(seek) + " " + words
        label = say_in(REASON_MESSAGES, "reason.check.reasons", lang_of(self)) if first else ""
        if label:
            words = Content(f"{label}  ").stylize("$dim") + words
        words = words + Content(self._granted(ground, way)).stylize("$dim")
        yield from (_INDENT + line for line in wrap(words, width - _INDENT.cell_length))

    def _granted(self, ground: Ground, way: OneWay) -> str:
        """What a statement alone grants; empty where the request that is shown says the same."""
        if ground.way.witness is None:
            return ""
        request, shown = ground.way.witness.request, way.witness.request if way.witness is not None else None
        if shown is not None and (shown.action, shown.resource) == (request.action, request.resource):
            return ""
        granted = {"action": request.action, "resource": plain_resource(request.resource)}
        return f"  {say_in(REASON_MESSAGES, 'reason.check.ground', lang_of(self), **granted)}"

    def action_seek(self, slot: str, line: int) -> None:
        """Show a line of a side in its editor."""
        self.post_message(self.Sought(Place(slot, slot.upper(), line)))

    def action_seek_first(self) -> None:
        """Show the first statement that is named."""
        for asked, found in self._outcomes.items():
            for ground in found.checked.grounds if found.checked is not None else ():
                place = self._places[asked.side](ground.statement)
                if place is not None:
                    self.post_message(self.Sought(place))
                    return
