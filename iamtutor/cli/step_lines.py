"""A lesson's step as plain text: prose as it is written, policies, requests with their verdicts."""

from __future__ import annotations

from collections.abc import Iterator

from iamtutor.cli.telling import verdict_line
from iamtutor.cli.terminal import Terminal
from iamtutor.cloud import World
from iamtutor.course import Attempt, RequestResult, Step
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
from iamtutor.course.slot_shape import PlaceShape


def step_segments(step: Step, world: World, terminal: Terminal) -> Iterator[tuple[Segment, list[str]]]:
    """Each segment with its lines; for a question none, as it is to be asked."""
    results = iter(Attempt.start(step.task(world, terminal.lang)).decide_all())
    for segment in step.text(terminal.lang).segments:
        yield segment, list(_lines(segment, results, terminal))


def place_words(place: PlaceShape, terminal: Terminal) -> str:
    """Where a policy belongs, in words."""
    return " ".join(terminal.say(f"cli.place.{place.type}", of=place.of, name=place.name).split())


def _lines(segment: Segment, results: Iterator[RequestResult], terminal: Terminal) -> Iterator[str]:
    match segment:
        case Heading(level=level, text=text):
            yield terminal.paint(f"{'#' * level} {text}", "strong")
        case Prose(markdown=markdown):
            yield from markdown.strip("\n").split("\n")
        case Box(kind=kind, markdown=markdown):
            yield terminal.paint(f"[{terminal.say(f'cli.box.{kind.value.lower()}')}]", "strong")
            yield from markdown.strip("\n").split("\n")
        case PolicyBlock(place=place, text=text):
            if place is not None:
                yield f"{terminal.say('cli.learn.policy')}: {place_words(place, terminal)}"
            yield from (f"    {line}" for line in text.rstrip("\n").split("\n"))
            yield from _invitation(segment.invitation, terminal)
        case RequestBlock(requests=requests):
            for _ in requests:
                yield from request_lines(next(results), terminal)
            yield from _invitation(segment.invitation, terminal)
        case Diagram(lines=lines):
            yield from (f"    {line}" for line in lines)
        case Code(text=text):
            yield from (f"    {line}" for line in text.rstrip("\n").split("\n"))
        case QuestionBlock():
            return


def _invitation(text: str, terminal: Terminal) -> Iterator[str]:
    if text:
        yield f"{terminal.paint(terminal.say('cli.learn.try'), 'strong')}: {text}"


def request_lines(result: RequestResult, terminal: Terminal) -> Iterator[str]:
    """A request and what became of it."""
    request = result.request
    yield f"{request.caller} {request.action} {request.resource}"
    for key, value in request.context.items():
        yield f"    {key} = {value if isinstance(value, str) else ', '.join(value)}"
    yield f"    {verdict_line(result.decision, terminal)}"
