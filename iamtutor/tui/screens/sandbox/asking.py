"""The requests of the sandbox: added, changed by the what-if, doubled, moved, taken away and brought back."""

from __future__ import annotations

from dataclasses import replace
from functools import partial
from typing import TYPE_CHECKING, Final, Literal

from iamtutor.cloud import UnknownReferenceError
from iamtutor.cloud.what_if import Variation
from iamtutor.course.sandbox import first_request, is_whole, request_of, variation_of
from iamtutor.tui.screens.sandbox.desk import ADD, SandboxDesk
from iamtutor.tui.screens.sandbox.following import Following
from iamtutor.tui.screens.workbench.pages import said
from iamtutor.tui.speaking import say

if TYPE_CHECKING:
    from iamtutor.course.request_shape import RequestShape
    from iamtutor.tui.screens.trace import Case

EXPECTED: Final = (None, "allow", "deny")


class Asking(Following):
    """Commands about the request in hand."""

    @property
    def asked_in_hand(self) -> RequestShape | None:
        """The request in hand; None on the row that adds one."""
        rows = self.requests.entries
        at = self.requests.cursor
        if not isinstance(self.desk, SandboxDesk) or not 0 <= at < len(rows):
            return None
        return self.sandbox.request(rows[at].id)

    def case_of(self, row: str) -> Case | None:
        """A request as a case that can be varied, and kept."""
        from iamtutor.tui.screens.trace import Case

        request = self.sandbox.request(row)
        if request is None or self.desk is None or self.sandbox.problem(request) is not None:
            return None
        world = self.desk.attempt.world(len(self.desk.sheet.task.slots))
        case = Case.varied(world, variation_of(request), self.place_of_statement)
        return replace(case, keep=partial(self._keep, row))

    def action_open_trace(self) -> None:
        """Show how the request in hand was decided; on the last row, add one."""
        rows = self.requests.entries
        if 0 <= self.requests.cursor < len(rows) and rows[self.requests.cursor].id == ADD:
            self.action_add_request()
        else:
            super().action_open_trace()

    def action_add_request(self) -> None:
        """Vary a request until it is the one that is to be asked."""
        from iamtutor.tui.screens.trace import Case, TraceScreen

        self.catch_up()
        if self.desk is None:
            return
        world = self.desk.attempt.world(len(self.desk.sheet.task.slots))
        like = self.asked_in_hand
        begun = variation_of(like) if like is not None else first_request(world)
        try:
            case = Case.varied(world, begun, self.place_of_statement)
        except UnknownReferenceError:
            case = Case.varied(world, first_request(world), self.place_of_statement)
        keep = partial(self._keep, like.id if like is not None else "")
        case = replace(case, keep=keep, is_new=True, notes=(said("tui.sandbox-new"),))
        self.app.push_screen(TraceScreen(self.surroundings, case), self.trace_left)

    def _keep(self, like: str, now: Variation, how: Literal["new", "instead"]) -> None:
        before = self.sandbox.request(like)
        if not is_whole(now):
            self.notify(say(self, "tui.sandbox-not-whole"), severity="warning", timeout=8)
        if how == "instead" and before is not None:
            request = request_of(now, before.expect)
            self.ask_otherwise(self.sandbox.with_changed(like, request), like)
            return
        request = request_of(now)
        ids = [each.id for each in self.sandbox.requests]
        at = ids.index(like) + 1 if like in ids else None
        changed = self.sandbox.with_request(request, at)
        new = next(each.id for each in changed.requests if each.id not in ids)
        self.ask_otherwise(changed, new)
        self.go_to_pane("results", focus=True)

    def action_expect(self) -> None:
        """What the request in hand should come to: nothing said, allowed, denied."""
        request = self.asked_in_hand
        if request is not None:
            expect = EXPECTED[(EXPECTED.index(request.expect) + 1) % len(EXPECTED)]
            changed = request.model_copy(update={"expect": expect})
            self.ask_otherwise(self.sandbox.with_changed(request.id, changed), request.id)

    def action_request_twice(self) -> None:
        """The request in hand once more, below it."""
        request = self.asked_in_hand
        if request is not None:
            ids = [each.id for each in self.sandbox.requests]
            changed = self.sandbox.with_request(request, ids.index(request.id) + 1)
            self.ask_otherwise(changed, changed.requests[ids.index(request.id) + 1].id)

    def action_remove_request(self) -> None:
        """Take the request in hand away; a key brings it back."""
        request = self.asked_in_hand
        if request is not None:
            ids = [each.id for each in self.sandbox.requests]
            at = ids.index(request.id)
            rest = [*ids[:at], *ids[at + 1 :]]
            self.ask_otherwise(self.sandbox.without_request(request.id), rest[min(at, len(rest) - 1)] if rest else ADD)
            self.offer_back(request, at)

    def action_move_request(self, by: int) -> None:
        """The request in hand up or down."""
        request = self.asked_in_hand
        if request is not None:
            self.ask_otherwise(self.sandbox.with_moved(request.id, by), request.id)
