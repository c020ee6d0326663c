"""What is right passes, however it is written: only a declared rule may object."""

from __future__ import annotations

from collections.abc import Callable
from random import Random

import pytest

from tests.conftest import EVERYTHING
from tests.grading.documents import statements_of, text_of, with_statements
from tests.grading.mutants import Mutant
from tests.grading.rewritings import rewritings
from tests.grading.slot_texts import read_slot
from tests.grading.trial import Tally, bench, graded_exercises

SAMPLE = 60 if EVERYTHING else 6


@pytest.mark.parametrize("name", graded_exercises())
def test_what_is_right_passes_however_it_is_written(
    name: str, random_seed: int, record_property: Callable[[str, object], None]
) -> None:
    on, random = bench(name), Random(f"{random_seed}/{name}")
    every = list(rewritings(on.exercise, on.around, random))
    chosen = every if SAMPLE is None else random.sample(every, min(SAMPLE, len(every)))
    for mutant in chosen:
        assert on.attempt(mutant).unreadable == (), mutant.name
    trials = [on.tried(mutant) for mutant in chosen]
    assert [str(trial) for trial in trials if trial is not None and trial.found is not None] == []
    tally = Tally(name).add(trials)
    record_property("grading", tally.report())
    assert tally.wronged == tally.unfounded == []


def test_an_action_that_aws_does_not_have_gives_nothing() -> None:
    refused = []
    for name in graded_exercises():
        on = bench(name)
        for slot, shape in on.exercise.shape.edit.items():
            document = read_slot(on.exercise.solution[slot])
            if shape.type in ("inline", "managed", "boundary") and document is not None:
                more = {"Effect": "Allow", "Action": "s3:GetObjectLegalHolds", "Resource": "*"}
                changed = with_statements(document, [*statements_of(document), more])
                trial = on.tried(Mutant(f"{name} {slot}", {slot: text_of(changed)}))
                assert trial is not None
                refused += [trial.mutant.name] if trial.is_wronged else []
    assert refused == []
