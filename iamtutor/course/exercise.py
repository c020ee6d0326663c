"""An exercise, read from its folder."""

from __future__ import annotations

import hashlib
import unicodedata
from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from pathlib import Path

from pydantic import TypeAdapter

from iamtutor.catalog import Catalog
from iamtutor.cloud import ContentError, Places, World
from iamtutor.course.answer_shape import Answer
from iamtutor.course.attempt import Attempt
from iamtutor.course.authored import read_file, validated
from iamtutor.course.exercise_shape import ExerciseShape
from iamtutor.course.folders import EXERCISE_FILE
from iamtutor.course.kinds import KINDS, Kind
from iamtutor.course.proof.goal import Goal
from iamtutor.course.results import RequestResult
from iamtutor.course.task import Task, TaskRequest, TaskSlot
from iamtutor.course.variation import Variation
from iamtutor.course.worlds import Worlds, with_policies
from iamtutor.policy import Argument, Finding

ANSWER_FILE = "solution/answer.yaml"


def slot_file(part: str, slot: str, slot_type: str) -> str:
    """The file of a slot in `start` or `solution`, seen from the exercise's folder."""
    return f"{part}/{slot}.{'yaml' if slot_type == 'attachments' else 'json'}"


@dataclass(frozen=True, slots=True)
class Exercise:
    """An exercise with all its texts; `task` is what an attempt works on."""

    id: str
    folder: Path
    shape: ExerciseShape
    task: Task
    solution: Mapping[str, str]
    places: Places
    answer_places: Places

    @property
    def kind(self) -> Kind:
        """What kind of exercise it is."""
        return KINDS[self.shape.kind]

    @property
    def answer_file(self) -> str:
        """Where the solution of an exercise without policies stands, seen from its folder."""
        return ANSWER_FILE

    def slot_file(self, part: str, slot: str) -> str:
        """The file of a slot in `start` or `solution`, seen from the exercise's folder."""
        return slot_file(part, slot, self.shape.edit[slot].type)

    def attempt(self) -> Attempt:
        """A new attempt, at the starting texts."""
        return Attempt.start(self.task)

    def solved(self) -> Attempt:
        """The attempt that the author's solution is."""
        return self.attempt().with_texts(self.solution).with_answer(self.task.solution)

    def decided(self) -> tuple[RequestResult, ...]:
        """Every request as the start decides it."""
        return self.attempt().decide_all()


@dataclass(frozen=True, slots=True)
class ExerciseReading:
    """What came of reading a folder: an exercise where it could be read, and what is wrong."""

    exercise: Exercise | None
    findings: tuple[Finding, ...]


def read_exercise(
    folder: Path, worlds: Worlds, catalog: Callable[[], Catalog], seed: int | None = None
) -> ExerciseReading:
    """Reads the exercise in `folder`, whose last two names are its id. Never raises for what is in the files.

    `catalog` is what its proofs range over. With a seed, the names that `vary` lists are drawn anew, everywhere alike.
    """
    raw = read_file(folder / EXERCISE_FILE, TypeAdapter(object))
    if raw.findings:
        return ExerciseReading(None, raw.findings)
    authored = validated(raw.value, raw.places, TypeAdapter(ExerciseShape))
    vary = authored.value.vary if authored.value is not None else {}
    variation = Variation.draw(vary, seed, f"{folder.parent.name}/{folder.name}")
    if variation.names:
        authored = validated(variation.exercise(raw.value), raw.places, TypeAdapter(ExerciseShape))
    if authored.value is None:
        return ExerciseReading(None, authored.findings)
    return _Reader(folder, authored.value, authored.places, variation).read(worlds, catalog)


class _Reader:
    """Reads what stands beside exercise.yaml; a missing file is a finding and counts as empty."""

    def __init__(self, folder: Path, shape: ExerciseShape, places: Places, variation: Variation) -> None:
        self.folder = folder
        self.shape = shape
        self.places = places
        self.variation = variation
        self.answer_places = Places.nowhere(str(folder / ANSWER_FILE))
        self.findings: list[Finding] = []
        self.digest = hashlib.sha256((folder / EXERCISE_FILE).read_bytes())

    def read(self, worlds: Worlds, catalog: Callable[[], Catalog]) -> ExerciseReading:
        self._check_rules()
        if self.findings:
            return ExerciseReading(None, tuple(self.findings))
        try:
            world = worlds.find(self.shape.world, self.places, self.variation)
            world = with_policies(world, self.shape.policies, self.places.under(("policies",)))
        except ContentError as error:
            return ExerciseReading(None, error.findings)
        id_ = f"{self.folder.parent.name}/{self.folder.name}"
        slots = tuple(
            TaskSlot(key, slot, self._text("start", key), slot.title) for key, slot in self.shape.edit.items()
        )
        solution = {key: self._text("solution", key) for key in self.shape.edit}
        task = Task(
            id=id_,
            kind=self.shape.kind,
            world=world,
            slots=slots,
            requests=tuple(TaskRequest(request, len(self.shape.edit)) for request in self.shape.requests),
            rules=self.shape.rules,
            exercise=self.shape,
            solution=self._answer(),
            goal=self._goal(world, slots, solution, catalog) if slots else None,
        )
        task = replace(task, content=self.digest.hexdigest()[:12])
        return ExerciseReading(
            Exercise(id_, self.folder, self.shape, task, solution, self.places, self.answer_places),
            tuple(self.findings),
        )

    def _check_rules(self) -> None:
        """A rule about a slot that is not there could not even be asked."""
        for index, rule in enumerate(self.shape.rules):
            for slot in rule.named_slots:
                if slot not in self.shape.edit:
                    self._complain("course.unknown-slot", ("rules", index), slot=slot)

    def _goal(
        self, world: World, slots: tuple[TaskSlot, ...], solution: Mapping[str, str], catalog: Callable[[], Catalog]
    ) -> Goal:
        """The floor and the ceiling: the solution's texts, but where the file names others."""
        goal = self.shape.goal
        floor, ceiling = (
            {**solution, **{slot: self._file(name, ("goal", bound, slot)) for slot, name in files.items()}}
            for bound, files in (("floor", goal.floor), ("ceiling", goal.ceiling))
        )
        return Goal(world, slots, floor, ceiling, goal.callers, catalog, goal.each_alone)

    def _text(self, part: str, slot: str) -> str:
        return self._file(slot_file(part, slot, self.shape.edit[slot].type), ("edit", slot))

    def _file(self, name: str, path: tuple[str | int, ...]) -> str:
        file = self.folder / name
        try:
            raw = file.read_bytes()
            self.digest.update(raw)
            return self.variation.text(unicodedata.normalize("NFC", raw.decode("utf-8")))
        except FileNotFoundError:
            self._complain("course.file-missing", path, file=name)
        except (OSError, UnicodeDecodeError):
            self._complain("course.file-unreadable", path, file=name)
        return ""

    def _answer(self) -> Answer | None:
        model = KINDS[self.shape.kind].answer_model
        if model is None:
            return None
        file = self.folder / ANSWER_FILE
        if not file.is_file():
            self._complain("course.file-missing", ("kind",), file=ANSWER_FILE)
            return None
        self.digest.update(file.read_bytes())
        raw = read_file(file, TypeAdapter(object))
        authored = validated(self.variation.value(raw.value), raw.places, TypeAdapter(model))
        if raw.findings:
            self.findings += raw.findings
            return None
        self.findings += authored.findings
        self.answer_places = authored.places
        return authored.value

    def _complain(self, code: str, path: tuple[str | int, ...], **arguments: Argument) -> None:
        self.findings.append(self.places.finding(code, path, arguments))
