"""Answers as files: one `.json` where there is one slot, a folder with `<slot>.json` for each, or an `answer.yaml`."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from pathlib import Path

from iamtutor.cli.files import read_text
from iamtutor.cli.problem import Problem
from iamtutor.cloud import ContentError
from iamtutor.course import Attempt, Exercise, read_answer


def answer_files(exercise: Exercise) -> tuple[str, ...]:
    """The names of the files that an answer consists of."""
    if exercise.kind.answer_model is not None:
        return (Path(exercise.answer_file).name,)
    return tuple(Path(exercise.slot_file("solution", key)).name for key in exercise.shape.edit)


def read_attempt(exercise: Exercise, path: Path) -> Attempt:
    """The attempt that an answer's file or folder is. Raises Problem or ContentError."""
    names = answer_files(exercise)
    if path.is_dir():
        if not any((path / name).exists() for name in names):
            raise Problem("cli.answer-folder-of-others", folder=str(path), names=", ".join(names), exercise=exercise.id)
        return attempt_of(exercise, {name: path / name for name in names})
    if len(names) > 1:
        raise Problem("cli.answer-needs-folder", file=str(path), names=", ".join(names))
    return attempt_of(exercise, {names[0]: path})


def files_by_name(exercise: Exercise, paths: Sequence[Path]) -> Mapping[str, Path]:
    """Several files told apart by their names; a single one may be called anything. Raises Problem."""
    names = answer_files(exercise)
    if len(paths) == 1 and paths[0].is_dir():
        return {name: paths[0] / name for name in names}
    if len(paths) == len(names) == 1:
        return {names[0]: paths[0]}
    by_stem = {Path(name).stem: name for name in names}
    found: dict[str, Path] = {}
    for path in paths:
        name = by_stem.get(path.stem)
        if name is None:
            raise Problem("cli.answer-unknown-file", file=str(path), names=", ".join(names))
        found[name] = path
    return found


def attempt_of(exercise: Exercise, files: Mapping[str, Path]) -> Attempt:
    """The attempt with these files; a slot without a file keeps its starting text. Raises Problem or ContentError."""
    attempt = exercise.attempt()
    if exercise.kind.answer_model is not None:
        for file in files.values():
            if not read_text(file).strip():
                continue
            authored = read_answer(file, exercise.shape.kind)
            if authored.value is None:
                raise ContentError(authored.findings)
            attempt = attempt.with_answer(authored.value)
        return attempt
    for key in exercise.shape.edit:
        name = Path(exercise.slot_file("solution", key)).name
        if name in files:
            attempt = attempt.with_text(key, read_text(files[name]))
    return attempt
