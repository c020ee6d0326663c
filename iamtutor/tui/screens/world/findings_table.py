"""The findings as rows: what becomes of each, how far it is open, which resource, to whom, with which actions."""

from __future__ import annotations

from rich.cells import cell_len
from textual.content import Content

from iamtutor.analyzer.external.preview import ChangeType
from iamtutor.analyzer.external.results import ExternalFinding
from iamtutor.analyzer.external.state import Status
from iamtutor.analyzer.external.telling import Row, Telling
from iamtutor.cloud import World
from iamtutor.tui.screens.world.findings_desk import Found
from iamtutor.tui.speaking import lang_of, say
from iamtutor.tui.widgets.cells import fit, shorten, shorten_middle
from iamtutor.tui.widgets.rows import Rows

_MARKS = {
    ChangeType.NEW: ("+", "bold $deny"),
    ChangeType.CHANGED: ("~", "bold $accent"),
    ChangeType.RESOLVED: ("−", "bold $allow"),
}
_MOST = 34
"""Cells that a column of names takes at the most."""
_MOST_OF_WHO = 18
_ROOMY = 90
"""Cells from which the column of principals takes as much as the one of resources."""
_LEAST = 10
_ACTIONS = 14
"""Cells that stay for the actions."""
_GAPS = 11
"""Cells of the mark and between the columns."""


class FindingsTable(Rows):
    """Findings first, then the access that something else keeps closed."""

    def __init__(self) -> None:
        super().__init__(id="findings")
        self._found: Found | None = None
        self._world: World | None = None

    def show(self, found: Found | None, world: World | None) -> None:
        """Show these."""
        self._found, self._world = found, world
        count = self.row_count()
        self.set_reactive(Rows.cursor, min(max(self.cursor, 0), count - 1))
        self.rows_changed()

    @property
    def in_hand(self) -> Row | ExternalFinding | None:
        """The row in hand, or the finding that is held back."""
        return self.at(self.cursor)

    def at(self, index: int) -> Row | ExternalFinding | None:
        """What stands in a row."""
        found = self._found
        if found is None or not 0 <= index < self.row_count():
            return None
        return found.rows[index] if index < len(found.rows) else found.held[index - len(found.rows)]

    def row_count(self) -> int:
        """How many there are."""
        return len(self._found.rows) + len(self._found.held) if self._found is not None else 0

    @property
    def _telling(self) -> Telling:
        assert self._world is not None
        return Telling(lang_of(self), self._world)

    def _columns(self, width: int) -> tuple[int, int, int, int]:
        """The widths of status, access, resource and principal; the rest is for the actions."""
        telling = self._telling
        findings = [
            each.finding if isinstance(each, Row) else each for each in map(self.at, range(self.row_count())) if each
        ]
        head = [telling.say(f"column-{name}") for name in ("status", "access", "resource", "principal")]
        status = max(map(cell_len, (head[0], *(self._status(each) for each in map(self.at, range(self.row_count()))))))
        access = max(cell_len(text) for text in (head[1], telling.say("public"), telling.say("shared")))
        resource = min(max(map(cell_len, (head[2], *(telling.resource(each) for each in findings)))), _MOST)
        most = _MOST if width >= _ROOMY else _MOST_OF_WHO
        principal = min(max(map(cell_len, (head[3], *(telling.outsider(each) for each in findings)))), most)
        room = max(width - status - access - _GAPS - _ACTIONS, 2 * _LEAST)
        while resource + principal > room and max(resource, principal) > _LEAST:
            resource, principal = (resource - 1, principal) if resource >= principal else (resource, principal - 1)
        return status, access, resource, principal

    def _status(self, each: Row | ExternalFinding | None) -> str:
        return self._telling.status(each) if isinstance(each, Row) else say(self, "tui.world-status-held")

    def heading(self, width: int) -> Content | None:
        """The names of the columns."""
        if not self.row_count():
            return None
        telling = self._telling
        sizes = self._columns(width)
        names = [telling.say(f"column-{name}") for name in ("status", "access", "resource", "principal")]
        texts = [fit(name, size) for name, size in zip(names, sizes, strict=True)]
        return Content(shorten("   " + "  ".join((*texts, telling.say("column-actions"))), width))

    def row(self, index: int, width: int) -> Content:
        """One finding."""
        each = self.at(index)
        assert each is not None
        telling = self._telling
        finding = each.finding if isinstance(each, Row) else each
        status, access, resource, principal = self._columns(width)
        quiet = not isinstance(each, Row) or not each.is_active
        mark, tone = self._mark(each)
        name = fit(shorten_middle(telling.resource(finding), resource), resource)
        who = fit(shorten_middle(telling.outsider(finding), principal), principal)
        line = Content.assemble(
            (f" {mark} ", tone),
            (fit(self._status(each), status), tone),
            ("  ", ""),
            (fit(telling.access(finding), access), "$deny" if finding.public else "$accent"),
            ("  ", ""),
            (name, "$string"),
            ("  ", ""),
            (who, ""),
            ("  ", ""),
            (telling.actions(finding), "$action"),
        )
        line = line if line.cell_length <= width else _cut(line, width)
        return line.stylize("$dim") if quiet else line

    @staticmethod
    def _mark(each: Row | ExternalFinding) -> tuple[str, str]:
        if not isinstance(each, Row):
            return "■", "$dim"
        if each.change in _MARKS:
            return _MARKS[each.change]
        if each.kept.status is Status.ACTIVE:
            return "!", "bold $deny" if each.finding.public else "bold $accent"
        return "·", "$dim"


def _cut(line: Content, width: int) -> Content:
    return line.truncate(width, ellipsis=True)
