"""The policies that take part in an exercise besides those to be written: what a person must see to reason."""

from __future__ import annotations

from collections.abc import Iterator

from iamtutor.access.narration import layer_name
from iamtutor.cli.terminal import Terminal
from iamtutor.course import Exercise
from iamtutor.course.placing import slot_of
from iamtutor.policy.writing import statements_text


def in_play_lines(exercise: Exercise, terminal: Terminal) -> Iterator[str]:
    """Each policy that some visible request meets, once, under its layer's name."""
    seen = {("", name) for name in _written(exercise)}
    for result in exercise.decided():
        if result.request.hidden:
            continue
        for layer in result.decision.trace.layers:
            for policy in layer.policies:
                if ("", policy.name) in seen or (layer.layer.value, policy.name) in seen:
                    continue
                seen.add((layer.layer.value, policy.name))
                yield ""
                name = terminal.text(layer_name(layer.layer, result.decision.request))
                yield terminal.paint(f"{name}: {policy.name}", "strong")
                yield from statements_text(each.statement for each in policy.statements).split("\n")


def _written(exercise: Exercise) -> Iterator[str]:
    """What a trace calls the policies that are to be written."""
    task = exercise.task
    world = exercise.attempt().world(len(task.slots))
    for slot in task.slots:
        if slot.place.type == "attachments":
            continue
        policy = world.policy_at(slot_of(slot.place))
        if policy is not None:
            yield policy.name
