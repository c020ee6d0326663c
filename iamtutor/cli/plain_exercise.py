"""An exercise without a screen: its brief, its hints, its solution, an answer handed in."""

from __future__ import annotations

from argparse import Namespace
from collections.abc import Iterator
from pathlib import Path

from iamtutor.cli.answers import answer_files, attempt_of, files_by_name
from iamtutor.cli.content import as_typed, open_exercise, open_library
from iamtutor.cli.grade_lines import grade_lines, request_result_lines
from iamtutor.cli.in_play import in_play_lines
from iamtutor.cli.learner import kept_if_possible, open_profile
from iamtutor.cli.step_lines import place_words
from iamtutor.cli.terminal import Terminal
from iamtutor.course import Exercise, grade_json
from iamtutor.study import Profile


def practise(options: Namespace, terminal: Terminal) -> int:
    """What was asked of one exercise."""
    exercise = open_exercise(open_library(), options.exercise)
    with open_profile(terminal) as profile:
        if options.answer:
            return _hand_in(exercise, [Path(file) for file in options.answer], options.format, profile, terminal)
        if options.hint:
            lines = _hint_lines(exercise, options.hint, profile, terminal)
        elif options.solution:
            lines = _solution_lines(exercise, profile, terminal)
        else:
            lines = _brief_lines(exercise, as_typed(exercise, options.exercise), profile, terminal)
        shown = list(lines)
    if options.format == "json":
        terminal.json({"exercise": exercise.id, "kind": exercise.shape.kind, "text": "\n".join(shown)})
        return 0
    for line in shown:
        terminal.line(line)
    return 0


def _hand_in(exercise: Exercise, paths: list[Path], form: str, profile: Profile, terminal: Terminal) -> int:
    """Grade with the hidden requests, record the attempt, and once it is right say what was to be learned."""
    attempt = attempt_of(exercise, files_by_name(exercise, paths))
    grade = attempt.grade()
    with kept_if_possible(terminal):
        record = profile.progress.exercise(exercise.id)
        hints = record.hints if record is not None else 0
        profile.progress.record_attempt(
            exercise.id, passed=grade.passed, score=float(grade.score), hints=hints, seconds=0.0
        )
    if form == "json":
        terminal.json(grade_json(grade, terminal.lang))
        return 0 if grade.passed else 1
    for line in grade_lines(attempt, grade, terminal):
        terminal.line(line)
    if grade.passed:
        terminal.line()
        terminal.line(terminal.text(exercise.shape.debrief))
    return 0 if grade.passed else 1


def _brief_lines(exercise: Exercise, name: str, profile: Profile, terminal: Terminal) -> Iterator[str]:
    with kept_if_possible(terminal):
        profile.progress.open_exercise(exercise.id)
    shape = exercise.shape
    yield terminal.paint(f"# {terminal.text(shape.title)}", "strong")
    yield ""
    yield from terminal.text(shape.brief).split("\n")
    yield from _choice_lines(exercise, terminal)
    yield from in_play_lines(exercise, terminal)
    yield from _policy_lines(exercise, terminal)
    yield from _request_lines(exercise, terminal)
    yield ""
    yield terminal.say("cli.practice.files", files=", ".join(answer_files(exercise)))
    form = terminal.say(f"cli.practice.form-{shape.kind}") if exercise.kind.answer_model is not None else ""
    if form:
        yield form
    yield terminal.say("cli.practice.then", exercise=name, files=" ".join(answer_files(exercise)))


def _choice_lines(exercise: Exercise, terminal: Terminal) -> Iterator[str]:
    for option in exercise.shape.choices:
        yield f"- {option.id}: {terminal.text(option.text)}"
    for item in exercise.shape.items:
        yield f"- {item.id}: {terminal.text(item.text)}"


def _policy_lines(exercise: Exercise, terminal: Terminal) -> Iterator[str]:
    """The texts to be written, as they begin."""
    for name, slot in zip(answer_files(exercise), exercise.task.slots, strict=False):
        title = terminal.text(slot.title) if slot.title is not None else place_words(slot.place, terminal)
        yield ""
        yield terminal.paint(f"{name} — {title}", "strong")
        yield from slot.start.rstrip("\n").split("\n")


def _request_lines(exercise: Exercise, terminal: Terminal) -> Iterator[str]:
    """The visible requests, with what becomes of them now where that gives nothing away."""
    hides = exercise.kind.answer_model is not None
    visible = [result for result in exercise.decided() if not result.request.hidden]
    if visible:
        yield ""
        yield terminal.paint(terminal.say("cli.practice.requests"), "strong")
    for result in visible:
        request = result.request
        if not hides:
            yield from request_result_lines(result, terminal)
            continue
        yield f"{request.id}: {request.caller} {request.action} {request.resource}"
        yield from (f"    {key} = {value}" for key, value in request.context.items())


def _hint_lines(exercise: Exercise, count: int, profile: Profile, terminal: Terminal) -> Iterator[str]:
    with kept_if_possible(terminal):
        profile.progress.open_hints(exercise.id, count)
    for number, hint in enumerate(exercise.shape.hints[:count], 1):
        yield f"{number}. {terminal.text(hint)}"


def _solution_lines(exercise: Exercise, profile: Profile, terminal: Terminal) -> Iterator[str]:
    with kept_if_possible(terminal):
        profile.progress.see_solution(exercise.id)
    if exercise.kind.answer_model is not None:
        yield from (exercise.folder / exercise.answer_file).read_text(encoding="utf-8").rstrip("\n").split("\n")
    for name, text in zip(answer_files(exercise), exercise.solution.values(), strict=False):
        yield terminal.paint(name, "strong")
        yield from text.rstrip("\n").split("\n")
    yield ""
    yield from terminal.text(exercise.shape.debrief).split("\n")
