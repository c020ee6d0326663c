"""What is almost right fails: a mutant of a solution passes exactly if no request of the universe tells it apart.

The judge decides by enumeration through `access`; the grader is what is under test.
"""

from __future__ import annotations

from collections.abc import Callable
from random import Random

import pytest

from tests.conftest import EVERYTHING
from tests.grading.mutants import double_mutants, mutants
from tests.grading.trial import PROVES, Tally, bench, graded_exercises

SAMPLE, DOUBLES = (None, 40) if EVERYTHING else (20, 4)

DISPUTED = "identity: ListArrivals: Action *"
WHY_DISPUTED = "the proof takes ssm:SendCommand on the partner's bucket for a request within the caller's account"


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
    assert [each for each in tally.wronged if not each.startswith(DISPUTED)] == []
    assert [each for each in tally.unfounded if DISPUTED not in each] == []
    if PROVES:
        assert tally.survivors == []


@pytest.mark.xfail(PROVES, reason=WHY_DISPUTED, strict=True)
def test_what_other_services_do_with_a_bucket_of_another_account_is_no_excess() -> None:
    on = bench("cross-account/both-must-say-yes")
    found = [on.tried(mutant) for mutant in mutants(on.exercise, on.around) if mutant.name == DISPUTED]
    assert [(trial.is_wronged, trial.unfounded) for trial in found if trial is not None] == [(False, ())]
