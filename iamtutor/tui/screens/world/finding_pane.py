"""What is said of the finding in hand, or of there being none: evidence, statements, guards, and the picture."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from textual.content import Content

from iamtutor.analyzer.external.picture import picture
from iamtutor.analyzer.external.results import ExternalFinding
from iamtutor.analyzer.external.telling import PlaceOf, Row, Telling, nowhere
from iamtutor.cloud import World
from iamtutor.tui.screens.world.findings_desk import Found
from iamtutor.tui.screens.world.painting import painted
from iamtutor.tui.speaking import lang_of, say
from iamtutor.tui.widgets.lines import Lines
from iamtutor.tui.widgets.typeset import hang, wrap

_WIDEST = 110


@dataclass(frozen=True)
class FindingShown:
    """A world's answer with the row in hand; `kept` is the file of the status, empty where it is kept nowhere."""

    world: World
    found: Found
    in_hand: Row | ExternalFinding | None
    place_of: PlaceOf = nowhere
    kept: str = ""

    def head(self, telling: Telling) -> str:
        """How much was found; in a preview what would change."""
        if any(row.change is not None for row in self.found.rows):
            return telling.preview_head(self.found.rows)
        return telling.head(self.found.rows, self.found.analysis)


class FindingPane(Lines):
    """The lines about a finding."""

    def __init__(self) -> None:
        super().__init__(id="finding")
        self._shown: FindingShown | None = None
        self._note = ""
        self.has_picture = False

    def show(self, shown: FindingShown | None, note: str = "") -> None:
        """Show this; without anything the message `note` says why."""
        before = self._shown.in_hand if self._shown is not None else None
        self._shown, self._note = shown, note
        self.lines_changed()
        if shown is None or before is not shown.in_hand:
            self.scroll_home(animate=False)

    def set_lines(self, width: int) -> Sequence[Content]:
        """All of it."""
        if self._shown is None:
            return wrap(Content(say(self, self._note)).stylize("$dim"), width) if self._note else ()
        return list(self._all(self._shown, width))

    def _all(self, shown: FindingShown, width: int) -> Iterator[Content]:
        telling = Telling(lang_of(self), shown.world, place_of=shown.place_of)
        if isinstance(shown.in_hand, Row):
            yield from self._finding(shown.in_hand, shown, telling, width)
        elif shown.in_hand is not None:
            yield from self._held(shown.in_hand, telling, width)
        else:
            proved = not shown.found.analysis.open
            mark = Content("✓ ").stylize("bold $allow") if proved else Content("? ").stylize("bold $key")
            yield from hang(Content(shown.head(telling)), width, mark)
        yield from self._open(shown, telling, width)
        if self.has_picture and shown.found.active:
            yield Content()
            yield Content(say(self, "tui.world-picture")).stylize("bold $primary")
            yield from drawn(shown, telling, width)
        where = say(self, "tui.world-kept-in", path=shown.kept) if shown.kept else say(self, "tui.world-not-kept")
        if shown.found.rows:
            yield Content()
            yield from wrap(Content(where).stylize("$faint"), width)

    def _finding(self, row: Row, shown: FindingShown, telling: Telling, width: int) -> Iterator[Content]:
        finding = row.finding
        yield from self._names(finding, telling, width)
        if archived := telling.archived(row):
            yield from wrap(Content(archived).stylize("$dim"), width)
        yield Content()
        yield Content(say(self, "tui.world-evidence")).stylize("bold $primary")
        yield from hang(Content(telling.openness(finding)), width, Content("· ").stylize("$dim"))
        yield from hang(Content(telling.request(finding)), width, Content("▸ ").stylize("$accent"))
        if context := telling.context(finding):
            yield from hang(Content(telling.say("context", context=context)).stylize("$key"), width, Content("  "))
        for text in telling.statements(finding):
            yield from hang(Content(text), width, Content("· ").stylize("$dim"))
        blocking = (shown.found.blocking or {}).get(finding.id)
        if blocking is not None:
            message = "tui.world-block-would" if blocking else "tui.world-block-would-not"
            yield Content()
            yield from hang(Content(say(self, message)), width, Content("· ").stylize("$dim"))

    def _names(self, finding: ExternalFinding, telling: Telling, width: int) -> Iterator[Content]:
        tone = "$deny" if finding.public else "$accent"
        yield from hang(
            Content(telling.resource(finding)).stylize("bold"),
            width,
            Content(f"{telling.access(finding)}  ").stylize(tone),
        )
        yield from wrap(Content(finding.resource).stylize("$faint"), width)
        for label, text in (
            ("principal", telling.principal(finding)),
            ("actions", telling.actions(finding)),
            ("conditions", "; ".join(telling.conditions(finding))),
            ("id", finding.id),
        ):
            if text:
                yield from hang(Content(text), width, Content(f"{telling.say(f'column-{label}')}  ").stylize("$dim"))

    def _held(self, finding: ExternalFinding, telling: Telling, width: int) -> Iterator[Content]:
        yield from self._names(finding, telling, width)
        yield Content()
        yield from wrap(Content(say(self, "tui.world-held-why")), width)
        yield Content()
        yield Content(say(self, "tui.world-evidence")).stylize("bold $primary")
        for text in telling.statements(finding):
            yield from hang(Content(text), width, Content("· ").stylize("$dim"))

    def _open(self, shown: FindingShown, telling: Telling, width: int) -> Iterator[Content]:
        if not shown.found.analysis.open:
            return
        yield Content()
        yield Content(say(self, "tui.world-unproved")).stylize("bold $key")
        for question in shown.found.analysis.open:
            yield from hang(Content(telling.open(question)), width, Content("? ").stylize("$key"))


class Picture(Lines):
    """The active findings drawn: the zone of trust, who is outside, and arrows."""

    def __init__(self) -> None:
        super().__init__(id="picture")
        self._shown: FindingShown | None = None

    def show(self, shown: FindingShown | None) -> None:
        """Show these."""
        self._shown = shown
        self.set_class(shown is None or not shown.found.active, "-empty")
        self.lines_changed()

    def set_lines(self, width: int) -> Sequence[Content]:
        """The picture."""
        if self._shown is None:
            return ()
        return list(drawn(self._shown, Telling(lang_of(self), self._shown.world), width))


def drawn(shown: FindingShown, telling: Telling, width: int) -> Iterator[Content]:
    """The picture of what is active."""
    findings = [row.finding for row in shown.found.active]
    lines = picture(findings, shown.found.zone, telling, min(width, _WIDEST)) if findings else ()
    yield from (painted(line) for line in lines)
