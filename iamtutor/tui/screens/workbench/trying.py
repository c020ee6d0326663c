"""Trying a lesson's policies: its requests as they come out now, beside what they come out as in the book."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import replace

from iamtutor.course import Attempt, RequestResult, TaskSlot
from iamtutor.tui.screens.workbench.sheet import Sheet
from iamtutor.tui.widgets.page import Basis, Requests
from iamtutor.words import Bilingual


def printed_verdicts(sheet: Sheet) -> Mapping[str, str]:
    """What a step's requests come out as with the policies as they are printed; of an exercise none."""
    if not sheet.step:
        return {}
    decided = Attempt.start(sheet.task).decide_all()
    return {each.request.id: each.decision.verdict.value for each in decided}


def requests_now(
    block: Requests, results: Iterable[RequestResult], attempt: Attempt, printed: Mapping[str, str]
) -> Requests:
    """A block of requests with what they come out as with the texts as they stand."""
    by_id = {result.request.id: result for result in results}
    asked = []
    for one in block.asked:
        result = by_id.get(one.id)
        if result is None:
            asked.append(one)
            continue
        verdict, before = result.decision.verdict.value, printed.get(one.id)
        other = before if before != verdict else None
        asked.append(
            replace(one, verdict=verdict, why=Bilingual(result.why.text("ko"), result.why.text("en")), printed=other)
        )
    ids = {one.id for one in block.asked}
    unread = any(result.provisional for each, result in by_id.items() if each in ids)
    return Requests(tuple(asked), "unread" if unread else _basis(attempt, ids))


def _basis(attempt: Attempt, ids: set[str]) -> Basis:
    """Whether a policy that the requests meet is another than the printed one."""
    after = max((each.after for each in attempt.task.requests if each.request.id in ids), default=0)
    met: dict[object, TaskSlot] = {
        slot.place: slot for slot in attempt.task.slots[:after]
    }  # the last at a place counts
    return "changed" if any(attempt.text(slot.key) != slot.start for slot in met.values()) else "printed"
