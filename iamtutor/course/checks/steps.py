"""Whether a lesson's steps hold together: both languages alike, short enough, every policy and request true."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from itertools import islice, zip_longest
from pathlib import Path

from iamtutor.cloud import Places, UnknownReferenceError, World
from iamtutor.course.attempt import Attempt
from iamtutor.course.blocks import read_blocks
from iamtutor.course.checks.asking import objection_to
from iamtutor.course.checks.questions import check_ids
from iamtutor.course.diagrams import broken_edges
from iamtutor.course.fence_info import read_info
from iamtutor.course.lesson import Step
from iamtutor.course.segments import (
    Box,
    Code,
    Diagram,
    Heading,
    PolicyBlock,
    Prose,
    QuestionBlock,
    RequestBlock,
    Segment,
)
from iamtutor.course.step import StepText
from iamtutor.policy import Argument, Finding, Severity
from iamtutor.words import Lang
from iamtutor.words.cells import cells

LANGS: tuple[Lang, Lang] = ("ko", "en")
MOST_LINES = 80
MOST_CELLS = 60
_NOT_SHOWN_AS_TEXT = frozenset({"iam-request", "question"})


def check_step(step: Step, world: World) -> Iterator[Finding]:
    """Everything wrong with one step."""
    for lang in LANGS:
        if lang not in step.files:
            other = next(iter(step.files.values()))
            yield _at(other, 1, "course.step-without-language", step=step.id, lang=lang)
            return
    for lang in LANGS:
        yield from step.text(lang).findings
        yield from _check_layout(step.files[lang])
        yield from _check_drawings(step, lang)
    yield from _check_languages(step.text("ko"), step.text("en"), step.files["en"])
    attempt = Attempt.start(step.task(world))
    yield from _check_policies(step, attempt)
    yield from _check_requests(step, attempt)


def _at(
    file: Path, line: int, code: str, arguments: Mapping[str, Argument] | None = None, /, **more: Argument
) -> Finding:
    return Finding(code, arguments={**(arguments or {}), **more, "at": line}, source=str(file))


def _check_layout(file: Path) -> Iterator[Finding]:
    text = file.read_bytes().decode("utf-8", errors="replace")
    lines = text.splitlines()
    if len(lines) > MOST_LINES:
        yield _at(file, MOST_LINES + 1, "course.step-too-long", count=len(lines), limit=MOST_LINES)
    for block in read_blocks(text):
        if block.type != "fence" or read_info(block.info).kind in _NOT_SHOWN_AS_TEXT:
            continue
        for offset, line in enumerate(block.text.split("\n")):
            if cells(line) > MOST_CELLS:
                number = block.start + 2 + offset
                yield _at(file, number, "course.fence-too-wide", count=cells(line), limit=MOST_CELLS)


def _check_drawings(step: Step, lang: Lang) -> Iterator[Finding]:
    """The first edge of each drawing that leads nowhere: what follows is mostly the same slip."""
    for segment in step.text(lang).segments:
        edges = broken_edges(segment.lines) if isinstance(segment, Diagram) else ()
        for number, cell, char in islice(edges, 1):
            yield _at(step.files[lang], segment.line + number, "course.diagram-edge", char=char, column=cell + 1)


def _check_languages(korean: StepText, english: StepText, file: Path) -> Iterator[Finding]:
    """The first place where the blocks differ; prose between them may come in any number of paragraphs."""
    pairs = zip_longest(_skeleton(korean), _skeleton(english), fillvalue=None)
    for one, other in pairs:
        if one is None or other is None or one[0] != other[0]:
            line = other[1] if other is not None else 1
            names = {"ko": _name(one), "en": _name(other)}
            yield _at(file, line, "course.languages-differ", **names)
            return


def _skeleton(text: StepText) -> list[tuple[tuple[str, object], int]]:
    return [(_form(each), each.line) for each in text.segments if not isinstance(each, Prose)]


def _form(segment: Segment) -> tuple[str, object]:
    """What must be the same in both languages."""
    match segment:
        case Heading(level=level):
            return "heading", level
        case Box(kind=kind):
            return "box", kind
        case PolicyBlock(key=key, place=place, text=text, invitation=invitation):
            return "policy", (key, place, text, bool(invitation))
        case RequestBlock(requests=requests, invitation=invitation):
            return "requests", (requests, bool(invitation))
        case QuestionBlock(question=question):
            return "question", question
        case Code(language=language):
            return "code", language
        case _:
            return "diagram", None


def _name(found: tuple[tuple[str, object], int] | None) -> str:
    return "-" if found is None else f"{found[0][0]} ({found[1]})"


def _check_policies(step: Step, attempt: Attempt) -> Iterator[Finding]:
    for block in step.text("en").segments:
        if not isinstance(block, PolicyBlock) or block.place is None:
            continue
        reading = attempt.readings[block.key]
        errors = [finding for finding in reading.findings if finding.severity is Severity.ERROR]
        if errors and not block.broken:
            span = errors[0].span
            line = block.line + (reading.position(span.start).line - 1 if span else 0)
            yield _at(step.files["en"], line, errors[0].code, errors[0].arguments)
        if block.broken and not errors:
            yield _at(step.files["en"], block.line, "course.policy-not-broken")


def _check_requests(step: Step, attempt: Attempt) -> Iterator[Finding]:
    file, requests = step.files["en"], attempt.task.requests
    for each, line in zip(requests, _lines_of_requests(step), strict=True):
        name = each.request.id
        if each.request.expect is None:
            yield _at(file, line, "course.request-without-expect", request=name)
        try:
            world = attempt.world(each.after)
        except UnknownReferenceError as error:
            yield _at(file, line, error.finding.code, error.finding.arguments)
            return
        objection = objection_to(world, each.request, name)
        if objection is not None:
            yield _at(file, line, objection[0], objection[1])
    yield from check_ids((each.request.id for each in requests), "requests", Places.nowhere(str(file)))


def _lines_of_requests(step: Step) -> list[int]:
    blocks = (each for each in step.text("en").segments if isinstance(each, RequestBlock))
    return [block.line for block in blocks for _ in block.requests]
