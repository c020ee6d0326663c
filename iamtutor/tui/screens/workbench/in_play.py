"""The policies that take part in an exercise besides those being written: what a learner must see to reason."""

from __future__ import annotations

from collections.abc import Iterator

from iamtutor.access.trace import Trace
from iamtutor.course import Exercise, RequestResult
from iamtutor.policy import Statement
from iamtutor.policy.writing import laid_out, statement_value, statements_text
from iamtutor.tui.messages import MESSAGES
from iamtutor.tui.screens.workbench.pages import said
from iamtutor.tui.widgets import page
from iamtutor.tui.widgets.choices import Choice
from iamtutor.words import Bilingual


def policies_in_play(exercise: Exercise) -> tuple[page.Block, ...]:
    """Every policy that some visible request meets, but for the slots, each once, under its layer's name."""
    visible = {each.request.id for each in exercise.task.requests if not each.request.hidden}
    written = {slot.place.name or slot.key for slot in exercise.task.slots}
    kinds = {str(slot.place.type) for slot in exercise.task.slots}
    found: dict[tuple[str, str], page.Block] = {}
    for result in exercise.decided():
        if result.request.id not in visible:
            continue
        for layer, name, statements in _policies(result.decision.trace):
            if name in written or _is_slot(layer, kinds):
                continue
            found.setdefault((layer, name), page.Exhibit(said(f"tui.layer-{layer}"), name, statements_text(statements)))
    if not found:
        return ()
    return (page.Prose(_heading("tui.in-play")), *found.values())


def statement_choices(result: RequestResult) -> list[Choice]:
    """The statements among which the one that decided is to be found; their ids are `policy#index`."""
    found: dict[str, Choice] = {}
    for _, name, statements in _policies(result.decision.trace):
        for statement in statements:
            text = laid_out(statement_value(statement))
            key = f"{name}#{statement.index}"
            found.setdefault(key, Choice(key, Bilingual(text, text), is_code=True, title=name))
    return list(found.values())


def _policies(trace: Trace) -> Iterator[tuple[str, str, list[Statement]]]:
    for layer in trace.layers:
        for policy in layer.policies:
            yield layer.layer.value, policy.name, [each.statement for each in policy.statements]


_SLOT_LAYERS = {
    "boundary": "boundary",
    "session": "session",
    "trust": "resource",
    "bucket": "resource",
    "resource": "resource",
}


def _is_slot(layer: str, kinds: set[str]) -> bool:
    """Whether the only policy of a layer is one that the learner writes."""
    return any(_SLOT_LAYERS.get(kind) == layer for kind in kinds)


def _heading(message: str) -> Bilingual:
    return Bilingual(f"### {MESSAGES[message]['ko']}", f"### {MESSAGES[message]['en']}")
