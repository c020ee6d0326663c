"""A seed draws other names, everywhere alike."""

from __future__ import annotations

from pathlib import Path

from iamtutor.course import check_content
from iamtutor.course.variation import Variation
from tests.course.content import write_exercise, written

VARY = "vary:\n  reports: [ledgers, minutes]\n  '111122223333': ['444455556666']\n"


def test_names_are_whole_words() -> None:
    variation = Variation({"reports": "ledgers"})
    assert variation.text("arn:aws:s3:::reports/reports-old/q") == "arn:aws:s3:::ledgers/reports-old/q"
    assert variation.value({"reports": ["reports", 1]}) == {"ledgers": ["ledgers", 1]}


def test_the_same_seed_draws_the_same_names() -> None:
    vary = {"a": ["b", "c", "d"], "e": ["f", "g", "h"]}
    assert Variation.draw(vary, 3, "x/y") == Variation.draw(dict(reversed(vary.items())), 3, "x/y")
    assert len({str(Variation.draw(vary, seed, "x/y")) for seed in range(30)}) > 4
    assert Variation.draw(vary, None, "x/y").names == {}


def test_a_varied_exercise_is_solved_by_its_own_solution(tmp_path: Path) -> None:
    library = write_exercise(tmp_path, *written(more=VARY))
    assert list(check_content(library)) == []
    plain, drawn = library.exercise("track/one").exercise, library.exercise("track/one", 1).exercise
    assert plain is not None
    assert drawn is not None
    assert "reports" not in drawn.solution["guard"]
    assert drawn.task.requests[0].request.resource != plain.task.requests[0].request.resource
    assert drawn.solved().grade().passed
    assert not drawn.attempt().with_texts(plain.solution).grade().passed
    assert "444455556666" in {account.id for account in drawn.task.world.accounts.values()}


def test_a_name_that_breaks_the_exercise_is_found(tmp_path: Path) -> None:
    library = write_exercise(tmp_path, *written(more="vary: {reports: [other]}\n"))
    assert {finding.code for finding in check_content(library)} & {"course.variation-fails", "cloud.same-arn"}
