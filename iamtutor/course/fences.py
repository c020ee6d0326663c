"""The fences that live: a registry of readers, one for each kind."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from functools import lru_cache
from typing import Annotated, TypeVar

from pydantic import TypeAdapter

from iamtutor.course.authored import Authored, read_attributes, read_either, read_text
from iamtutor.course.blocks import Block
from iamtutor.course.fence_info import FenceInfo, read_info
from iamtutor.course.question_shape import QuestionShape
from iamtutor.course.request_shape import RequestShape
from iamtutor.course.segments import Code, Diagram, PolicyBlock, QuestionBlock, RequestBlock, Segment
from iamtutor.course.shape import Count, Many
from iamtutor.course.slot_shape import PlaceShape
from iamtutor.policy import Argument, Finding

Value = TypeVar("Value")
DEFAULT_SLOT = "policy"
INVITATION = "try"
"""The attribute that says, in the language of the file, what to try with a policy or a request."""
_PLACE_KEYS = frozenset({"slot", "type", "of", "name"})


@dataclass
class FenceReader:
    """Reads the fences of one step; collects what is wrong with them, by file and line."""

    source: str
    findings: list[Finding] = field(default_factory=list)
    keys: dict[str, int] = field(default_factory=dict)

    def read(self, block: Block) -> Segment:
        """The segment of a fence; one that cannot be read becomes `Code`, with a finding."""
        info = read_info(block.info)
        line = block.start + 2
        reader = _READERS.get(info.kind)
        if reader is None:
            return Code(info.kind, block.text, line)
        if info.unread is not None:
            self.complain("course.fence-attribute", line - 1, fence=info.kind, attribute=info.unread)
        return reader(self, block.text, info, line) or Code(info.kind, block.text, line)

    def complain(self, code: str, line: int, /, **arguments: Argument) -> None:
        """Records a finding at a line of the step."""
        self.findings.append(Finding(code, arguments={"at": line, **arguments}, source=self.source))

    def policy(self, text: str, info: FenceInfo, line: int) -> Segment | None:
        """`iam-policy`: the slot from the info string; a slot that stands there again gets a key of its own."""
        self._refuse(info, line, _PLACE_KEYS, frozenset({"broken"}))
        slot = info.attributes.get("slot", DEFAULT_SLOT)
        count = self.keys[slot] = self.keys.get(slot, 0) + 1
        key = slot if count == 1 else f"{slot}#{count}"
        place, invitation = self._place(slot, info, line), info.attributes.get(INVITATION, "")
        return PolicyBlock(key, slot, place, text, line, "broken" in info.flags, invitation)

    def _refuse(self, info: FenceInfo, line: int, keys: frozenset[str], flags: frozenset[str]) -> None:
        """Complains of every attribute and flag that a fence does not have."""
        unknown = sorted(set(info.attributes) - keys - {INVITATION}) + sorted(info.flags - flags)
        for each in unknown:
            self.complain("course.fence-attribute", line - 1, fence=info.kind, attribute=each)

    def _place(self, slot: str, info: FenceInfo, line: int) -> PlaceShape | None:
        values = {key: value for key, value in info.attributes.items() if key not in ("slot", INVITATION)}
        if not values:
            return None
        if values.setdefault("type", "inline") == "inline":
            values.setdefault("name", slot)
        return self._taken(read_attributes(values, TypeAdapter(PlaceShape), self.source, line - 1))

    def _taken(self, authored: Authored[Value]) -> Value | None:
        self.findings += authored.findings
        return authored.value

    def requests(self, text: str, info: FenceInfo, line: int) -> Segment | None:
        """`iam-request`: one request or a list of them."""
        self._refuse(info, line, frozenset(), frozenset())
        authored = read_either(text, *_request_adapters(), self.source, line)
        self.findings += authored.findings
        if authored.value is None:
            return None
        requests = authored.value if isinstance(authored.value, tuple) else (authored.value,)
        return RequestBlock(requests, text, line, info.attributes.get(INVITATION, ""))

    def diagram(self, text: str, info: FenceInfo, line: int) -> Segment | None:
        """`diagram`: kept line by line."""
        return Diagram(tuple(text.rstrip("\n").split("\n")), line)

    def question(self, text: str, info: FenceInfo, line: int) -> Segment | None:
        """`question`: as in quiz.yaml."""
        authored = read_text(text, _question_adapter(), self.source, line)
        value = self._taken(authored)
        return None if value is None else QuestionBlock(value, authored.places, line)


_READERS: Mapping[str, Callable[[FenceReader, str, FenceInfo, int], Segment | None]] = {
    "iam-policy": FenceReader.policy,
    "iam-request": FenceReader.requests,
    "diagram": FenceReader.diagram,
    "question": FenceReader.question,
}


@lru_cache(maxsize=1)
def _request_adapters() -> tuple[TypeAdapter[RequestShape], TypeAdapter[tuple[RequestShape, ...]]]:
    return TypeAdapter(RequestShape), TypeAdapter(Annotated[Many[RequestShape], Count(1)])


@lru_cache(maxsize=1)
def _question_adapter() -> TypeAdapter[QuestionShape]:
    return TypeAdapter(QuestionShape)
