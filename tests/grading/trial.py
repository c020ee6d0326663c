"""A mutant before the grader, with the judge's verdict beside it."""

from __future__ import annotations

import os
from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field, fields
from functools import lru_cache
from typing import Any, NamedTuple

from iamtutor.catalog import Catalog
from iamtutor.course import Attempt, Exercise, Grade, Library, content_root
from tests.grading.judge import Found, Judge, asked
from tests.grading.mutants import Mutant
from tests.grading.surroundings import Surroundings

LIBRARY = Library(*content_root())
PROVES = any(each.name == "proof" for each in fields(Grade))
"""Whether grades hold a proof at all; until they do, survivors are counted and no more."""


class Trial(NamedTuple):
    """What came of a mutant: the request by which it must fail, and what the parts of the grade said.

    `unfounded` are requests that the proof shows and the worlds decide otherwise.
    """

    mutant: Mutant
    found: Found | None
    passed: bool
    requests: bool
    refuted: bool
    open: bool
    unfounded: tuple[Found, ...] = ()

    @property
    def survives(self) -> bool:
        """It must fail, and passes."""
        return self.found is not None and self.passed

    @property
    def is_wronged(self) -> bool:
        """It must pass, and a request or the proof objects."""
        return self.found is None and not (self.requests and not self.refuted)

    def __str__(self) -> str:
        return f"{self.mutant.name} ({self.found or 'nothing found'})"


@dataclass(frozen=True, slots=True)
class Bench:
    """An exercise with all that it takes to try mutants of it."""

    exercise: Exercise
    judge: Judge
    around: Surroundings

    @classmethod
    def of(cls, exercise: Exercise) -> Bench:
        catalog = Catalog.installed(os.environ)
        return cls(exercise, Judge(exercise, catalog), Surroundings.of(exercise.task.world, catalog))

    def attempt(self, mutant: Mutant) -> Attempt:
        return self.exercise.solved().with_texts(mutant.texts)

    def tried(self, mutant: Mutant) -> Trial | None:
        """None where a text does not read: such an answer never passes, whatever it allows."""
        attempt = self.attempt(mutant)
        grade = attempt.grade()
        if attempt.unreadable:
            assert not grade.passed, mutant.name
            return None
        proof = getattr(grade, "proof", None)
        refuted = proof is not None and proof.refutes
        is_open = proof is None or any(way.unknown is not None for way in (proof.missing, proof.excess))
        requests = all(result.ok for result in grade.requests)
        unfounded = tuple(each for each in _shown(proof) if not self.judge.bears_out(attempt, each))
        return Trial(mutant, self.judge.verdict(attempt), grade.passed, requests, refuted, is_open, unfounded)


def _shown(proof: Any) -> Iterator[Found]:
    """The requests by which a proof refutes an answer."""
    for way in () if proof is None else ("missing", "excess"):
        difference = getattr(proof, way).difference
        if difference is not None:
            witness = difference.witness
            question = asked(difference.caller, witness.request, witness.context)
            yield Found(way, question, difference.alone or "")


@dataclass(slots=True)
class Tally:
    """What came of many mutants of one exercise."""

    exercise: str
    counts: Counter[str] = field(default_factory=Counter)
    survivors: list[str] = field(default_factory=list)
    wronged: list[str] = field(default_factory=list)
    left_open: list[str] = field(default_factory=list)
    unfounded: list[str] = field(default_factory=list)

    def add(self, trials: Iterable[Trial | None]) -> Tally:
        for trial in trials:
            if trial is None:
                self.counts["unreadable"] += 1
                continue
            must = "fail" if trial.found is not None else "pass"
            self.counts[f"must {must}"] += 1
            if trial.found is not None:
                self.counts["killed"] += not trial.passed
                self.counts["killed by requests"] += not trial.requests
                self.counts["killed by proof"] += trial.refuted
            else:
                self.counts["accepted"] += not trial.is_wronged
            if PROVES and trial.open:
                self.counts["left open"] += 1
                self.left_open.append(str(trial))
            self.unfounded += (f"{trial.mutant.name} ({each})" for each in trial.unfounded)
            if trial.survives:
                self.survivors.append(str(trial))
            if trial.is_wronged:
                self.wronged.append(str(trial))
        return self

    def report(self) -> dict[str, object]:
        """What the summary at the end of a run prints."""
        return {
            "exercise": self.exercise,
            "counts": dict(self.counts),
            "survivors": self.survivors,
            "left open": self.left_open,
        }


def graded_exercises() -> list[str]:
    """The exercises in which something is written."""
    found = []
    for name in LIBRARY.exercise_ids():
        exercise = LIBRARY.exercise(name).exercise
        assert exercise is not None
        if exercise.shape.edit:
            found.append(name)
    return found


@lru_cache(maxsize=2)
def bench(name: str) -> Bench:
    exercise = LIBRARY.exercise(name).exercise
    assert exercise is not None
    return Bench.of(exercise)
