"""Reading one step's Markdown, in one language, into its segments."""

from __future__ import annotations

from dataclasses import dataclass, replace

from iamtutor.course.blocks import Block, read_blocks
from iamtutor.course.fences import FenceReader
from iamtutor.course.segments import Box, BoxKind, Heading, PolicyBlock, Prose, RequestBlock, Segment
from iamtutor.course.slot_shape import PlaceShape
from iamtutor.policy import Finding


@dataclass(frozen=True, slots=True)
class StepText:
    """A step in one language: its title, its segments (the title's heading is the first), and what is wrong."""

    title: str
    segments: tuple[Segment, ...]
    findings: tuple[Finding, ...]


def read_step(text: str, source: str) -> StepText:
    """Reads a step. Never raises: what cannot be read is shown as it stands and named in `findings`."""
    reader = FenceReader(source)
    segments = _with_callers(tuple(_segment(block, reader) for block in read_blocks(text)), reader)
    first = segments[0] if segments else None
    if isinstance(first, Heading) and first.level == 1:
        title = first.text
    else:
        title = ""
        reader.complain("course.step-without-title", 1)
    return StepText(title, segments, tuple(reader.findings))


def _segment(block: Block, reader: FenceReader) -> Segment:
    line = block.start + 1
    if block.type == "fence":
        return reader.read(block)
    if block.type == "heading":
        return Heading(block.level, block.text, line)
    if block.type == "box":
        if block.info in BoxKind.__members__:
            return Box(BoxKind(block.info), block.text, line)
        reader.complain("course.unknown-box", line, box=block.info)
    return Prose(block.text, line)


def _with_callers(segments: tuple[Segment, ...], reader: FenceReader) -> tuple[Segment, ...]:
    """Policies whose fence says no type become the inline policy of who asks next."""
    caller: str | None = None
    placed: list[Segment] = []
    for segment in reversed(segments):
        if isinstance(segment, RequestBlock):
            caller = segment.requests[0].caller
        elif isinstance(segment, PolicyBlock) and segment.place is None:
            if caller is not None:
                segment = replace(segment, place=PlaceShape(type="inline", of=caller, name=segment.slot))
            elif not segment.broken:
                reader.complain("course.policy-without-place", segment.line, slot=segment.slot)
        placed.append(segment)
    return tuple(reversed(placed))
