"""What is almost right fails: a mutant of a solution passes exactly if no request of the universe tells it apart.

The judge decides by enumeration through `access`; the grader is what is under test.
"""

from __future__ import annotations

from collections.abc import Callable
from random import Random

import pytest

from tests.conftest import EVERYTHING
from tests.grading.documents import several, statements_of, text_of, with_statement
from tests.grading.mutants import Mutant, double_mutants, mutants
from tests.grading.slot_texts import read_slot
from tests.grading.trial import PROVES, Tally, bench, graded_exercises

SAMPLE, DOUBLES = (120, 15) if EVERYTHING else (9, 2)

FOREIGN_BUCKET = "identity: ListArrivals: Action *"


@pytest.mark.parametrize("name", graded_exercises())
def test_what_is_almost_right_fails(
    name: str, random_seed: int, record_property: Callable[[str, object], None]
) -> None:
    on, random = bench(name), Random(f"{random_seed}/{name}")
    single = list(mutants(on.exercise, on.around))
    chosen = single if SAMPLE is None else random.sample(single, min(SAMPLE, len(single)))
    doubles = double_mutants(on.exercise, on.around, random, DOUBLES)
    tally = Tally(name).add(on.tried(mutant) for mutant in (*chosen, *doubles))
    record_property("grading", tally.report())
    assert tally.wronged == []
    assert tally.unfounded == []
    if PROVES:
        assert tally.survivors == []


def test_what_other_services_do_with_a_bucket_of_another_account_is_no_excess() -> None:
    on = bench("cross-account/both-must-say-yes")
    found = [on.tried(mutant) for mutant in mutants(on.exercise, on.around) if mutant.name == FOREIGN_BUCKET]
    assert [(trial.is_wronged, trial.unfounded) for trial in found if trial is not None] == [(False, ())]


def test_a_wildcard_for_the_account_does_not_reach_into_other_types_of_resources() -> None:
    on = bench("boundaries/lock-the-lock")
    document = read_slot(on.exercise.solution["ceiling"])
    index = next(number for number, each in enumerate(statements_of(document)) if each["Sid"] == "AppPolicies")
    statement = statements_of(document)[index]
    changed = {
        **statement,
        "Action": [*several(statement["Action"]), "iam:Create*"],
        "Resource": "arn:aws:iam::*:policy/app/*",
    }
    trial = on.tried(Mutant("", {"ceiling": text_of(with_statement(document, index, changed))}))
    assert trial is not None
    assert not trial.is_wronged
