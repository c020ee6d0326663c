"""From a row of the request table to the screen of its decision: the request as it stands, in the learner's world."""

from __future__ import annotations

from iamtutor.cloud import UnknownReferenceError
from iamtutor.cloud.what_if import Variation
from iamtutor.tui.screens.trace.case import Case
from iamtutor.tui.screens.workbench.desk import Desk
from iamtutor.tui.screens.workbench.proof import way_of
from iamtutor.tui.widgets.trace_view import PlaceOf


def case_of(desk: Desk, row: str, place_of: PlaceOf) -> Case | None:
    """What a row opens; None for one that is about no request.

    A request that the proof found is varied only where the world decides it as the proof did: a caller from beyond the
    world has policies in the proof that the world cannot know.
    """
    for each in desk.sheet.task.requests:
        request = each.request
        if request.id == row and not request.hidden:
            begun = Variation(request.caller, request.action, request.resource, dict(request.context))
            return Case.varied(desk.attempt.world(each.after), begun, place_of)
    shown = desk.shown(row)
    if shown is None:
        return None
    way = way_of(desk.proved, row)
    if way is not None and way.difference is not None:
        asked = way.difference.witness.request
        begun = Variation(way.difference.caller, asked.action, asked.resource, dict(asked.written))
        try:
            varied = Case.varied(desk.attempt.world(len(desk.sheet.task.slots)), begun, place_of, shown.notes)
        except UnknownReferenceError:
            varied = None
        if varied is not None and varied.decision.verdict is shown.decision.verdict:
            return varied
    return Case(shown.decision, place_of, shown.notes)
