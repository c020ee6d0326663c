"""The desk of a sandbox: its sheet, and rows for requests that cannot be asked and for one more."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

from rich.cells import cell_len
from textual.content import Content

from iamtutor.cloud import World, overview
from iamtutor.cloud.entities import EntityKind
from iamtutor.course.sandbox import Sandbox
from iamtutor.tui.messages import MESSAGES
from iamtutor.tui.place_names import place_title
from iamtutor.tui.screens.workbench.desk import Desk
from iamtutor.tui.screens.workbench.pages import said
from iamtutor.tui.screens.workbench.rows import result_rows, waiting_rows
from iamtutor.tui.screens.workbench.sheet import Sheet
from iamtutor.tui.screens.world.looking import words_of
from iamtutor.tui.stop import WorldPlace
from iamtutor.tui.widgets import page
from iamtutor.tui.widgets.request_table import RequestRow
from iamtutor.words import Bilingual, Lang, say

ADD = "+"
"""The id of the row that adds a request; no request has it."""
_NARROWEST = 40
_MOST_DRAWN = 300


@dataclass(frozen=True)
class Overview:
    """The world drawn as text, as wide as there is room."""

    world: World
    shared: bool = False

    def lines(self, lang: Lang, width: int) -> Sequence[Content]:
        """The drawing; cut at the right where there is less room than it needs."""
        lines = overview(replace(self.world, title=None), lang, max(_NARROWEST, width))
        return [Content(line).truncate(width) if cell_len(line) > width else Content(line) for line in lines]


def sheet_of(sandbox: Sandbox, place: str, file: str) -> Sheet:
    """The sheet of a sandbox: what it is about, and its world."""
    task = sandbox.task
    slots = tuple(replace(slot, title=slot.title or place_title(slot.place)) for slot in task.slots)
    title = sandbox.world.title or Bilingual(file, file)
    blocks: tuple[page.Block, ...] = (
        page.Title(title, Bilingual(file, file)),
        page.Prose(said("tui.sandbox-about")),
        Overview(sandbox.world) if _fits(sandbox.world) else page.Prose(said("tui.sandbox-large")),
    )
    return Sheet(place, title, said("tui.sandbox-title"), 0, 0, blocks, replace(task, slots=slots))


def _fits(world: World) -> bool:
    """Whether a world can be drawn as text in no time: an imported account may hold thousands of roles."""
    count = sum(len(account.entities(kind)) for account in world.accounts.values() for kind in EntityKind)
    return count <= _MOST_DRAWN


class SandboxDesk(Desk):
    """Rows in the order of the learner's requests."""

    def __init__(self, sandbox: Sandbox, place: str, file: str, texts: Mapping[str, str]) -> None:
        super().__init__(sheet_of(sandbox, place, file), texts)
        self.sandbox = sandbox

    def world_place(self) -> WorldPlace:
        """The world with what is written in it; from there one comes back with policies to write."""
        return super().world_place()._replace(is_sandbox=True)

    def rows(self, lang: Lang) -> list[RequestRow]:
        """Every request, and one that adds another."""
        asked = {row.id: row for row in (*waiting_rows(self.sheet.task), *result_rows(self.results, lang))}
        found = [asked.get(each.id) or self._unasked(each.id, lang) for each in self.sandbox.requests]
        message = "tui.sandbox-add-row" if self.sandbox.requests else "tui.sandbox-add-first"
        return [*found, RequestRow(ADD, "", "+", say(MESSAGES, message, lang), is_note=True)]

    def _unasked(self, name: str, lang: Lang) -> RequestRow:
        request = self.sandbox.request(name)
        assert request is not None
        problem = self.sandbox.problem(request)
        words = words_of(problem, lang) if problem is not None else ""
        label = f"{request.caller} {request.action}"
        return RequestRow(name, request.caller, label, words, is_note=True, ok=False)
