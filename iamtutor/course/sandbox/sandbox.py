"""A sandbox without a screen: a world as its file has it, the policies that are written, the requests that are asked.

A sandbox is a value; it makes the `Task` that an attempt works on, and the text of a file that opens as the same again.
"""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from functools import cached_property
from typing import TYPE_CHECKING, Any, Final

from pydantic import TypeAdapter

from iamtutor.cloud import ContentError, Places, UnknownReferenceError, World, load_yaml, read_world
from iamtutor.cloud.importing.patch_yaml import patched
from iamtutor.cloud.importing.write_yaml import yaml_text
from iamtutor.cloud.world_value import document_at, with_document
from iamtutor.course.authored import validated
from iamtutor.course.placing import SlotText, slot_of
from iamtutor.course.request_shape import RequestShape
from iamtutor.course.sandbox.openings import Opening
from iamtutor.course.sandbox.shape import SandboxShape
from iamtutor.course.shape import Shape
from iamtutor.course.slot_shape import SlotShape
from iamtutor.course.task import Task, TaskRequest, TaskSlot
from iamtutor.policy import Finding
from iamtutor.policy.writing import laid_out, statement_value
from iamtutor.words import Bilingual

if TYPE_CHECKING:
    from iamtutor.cloud import Slot
    from iamtutor.cloud.places import Json
    from iamtutor.policy import PolicyDocument

KEY: Final = "sandbox"
KIND: Final = "sandbox"


class UnsavableError(Exception):
    """Policies that cannot be read stand in the way of a file; `slots` are their keys."""

    def __init__(self, slots: tuple[str, ...]) -> None:
        super().__init__(slots)
        self.slots = slots


@dataclass(frozen=True)
class Sandbox:
    """`value` is the world's file without the key `sandbox`, `edit` the places that are written, by key."""

    value: Mapping[str, Any]
    world: World
    edit: Mapping[str, SlotShape]
    requests: tuple[RequestShape, ...] = ()
    written: Mapping[str, str] = field(default_factory=dict)
    """Texts as somebody wrote them, by key: where one says what the file says, that is how it is shown."""

    @cached_property
    def task(self) -> Task:
        """What an attempt works on; requests that name nobody in this world, or nothing, are left out."""
        slots = tuple(TaskSlot(key, place, self.start(key), place.title) for key, place in self.edit.items())
        asked = tuple(
            TaskRequest(each.model_copy(update={"hidden": False}), len(slots))
            for each in self.requests
            if self.problem(each) is None
        )
        return Task(KIND, KIND, self.world, slots, asked)

    def start(self, key: str) -> str:
        """The policy of a place as the file has it, laid out anew where nobody wrote it; empty where there is none."""
        slot = slot_of(self.edit[key])
        document = document_at(self.value, self.world, slot)
        if document is None:
            policy = self.world.policy_at(slot)
            document = _value_of(policy.document) if policy is not None and policy.document.statements else None
        text = self.written.get(key, "")
        if document is None or _says(text, document):
            return text if document is not None else ""
        return laid_out(document) + "\n"

    def problem(self, request: RequestShape) -> Finding | None:
        """Why a request cannot be asked in this world; None where it can."""
        try:
            self.world.effective(request.caller, request.resource, request.action, request.context)
        except UnknownReferenceError as error:
            return error.finding
        return None

    # laying out

    def with_openings(self, *chosen: tuple[Opening, ...]) -> Sandbox:
        """With these places to write, each once, and no others; one that was there keeps its key."""
        keys = {slot_of(place): key for key, place in self.edit.items()}
        edit: dict[str, SlotShape] = {}
        for each in {slot_of(each.place): each for part in chosen for each in part}.values():
            key = keys.get(slot_of(each.place)) or _unlike(each.key, {*edit, *keys.values()})
            edit[key] = self.edit.get(key, each.place)
        return replace(self, edit=edit)

    @property
    def opened(self) -> tuple[Opening, ...]:
        """The places that are written, as openings."""
        return tuple(Opening(key, place) for key, place in self.edit.items())

    def key_of(self, place: SlotShape) -> str | None:
        """The key under which a place is written; None where it is not."""
        return next((key for key, other in self.edit.items() if slot_of(other) == slot_of(place)), None)

    def with_request(self, request: RequestShape, at: int | None = None) -> Sandbox:
        """With one request more, before the one `at` a place or at the end; its id is made its own."""
        name = _unlike(request.id, {each.id for each in self.requests})
        added = request if name == request.id else request.model_copy(update={"id": name})
        at = len(self.requests) if at is None else at
        return replace(self, requests=(*self.requests[:at], added, *self.requests[at:]))

    def with_changed(self, name: str, request: RequestShape) -> Sandbox:
        """With another request in place of one; it keeps the id."""
        changed = request.model_copy(update={"id": name})
        return replace(self, requests=tuple(changed if each.id == name else each for each in self.requests))

    def without_request(self, name: str) -> Sandbox:
        """With a request less."""
        return replace(self, requests=tuple(each for each in self.requests if each.id != name))

    def with_moved(self, name: str, by: int) -> Sandbox:
        """With a request so many places further down; it stays where it is at either end."""
        order = list(self.requests)
        at = next(number for number, each in enumerate(order) if each.id == name)
        if 0 <= at + by < len(order):
            order.insert(at + by, order.pop(at))
        return replace(self, requests=tuple(order))

    def request(self, name: str) -> RequestShape | None:
        """The request of an id."""
        return next((each for each in self.requests if each.id == name), None)

    # files

    @cached_property
    def layout(self) -> str:
        """What is laid out, as YAML: the value of the file's key `sandbox`."""
        return yaml_text(self._layout)

    @property
    def _layout(self) -> dict[str, Any]:
        edit = {key: _told(place) for key, place in self.edit.items()}
        return {"edit": edit, "requests": [_told(each) for each in self.requests]}

    def with_layout(self, text: str) -> Sandbox:
        """With what a YAML text lays out. Raises ContentError."""
        return _laid_out(replace(self, edit={}, requests=()), *load_yaml(text, ""))

    def saved(self, texts: Mapping[str, str], over: str = "") -> str:
        """The file of this world with these texts in it, which opens as the same sandbox again.

        `over` is the text that the file has now: all of it that says the same stays as it was written.

        Raises UnsavableError where a text cannot be read, and ContentError where the world would not take a policy.
        """
        value, world, unread = dict(self.value), self.world, []
        for slot in self.task.slots:
            written = SlotText(slot, texts.get(slot.key, slot.start))
            if written.text == slot.start:
                continue
            if not (written.is_empty or written.reading.ok):
                unread.append(slot.key)
                continue
            document = None if written.is_empty else json.loads(written.text)
            value = with_document(value, world, written.slot, document)
            world = world.with_policy(written.slot, None if written.is_empty else written.reading.document)
        if unread:
            raise UnsavableError(tuple(unread))
        whole = {**value, KEY: self._layout}
        text = patched(over, whole) if over else yaml_text(whole)
        read_sandbox(*load_yaml(text, ""))
        return text


def read_sandbox(value: Json, places: Places) -> Sandbox:
    """The sandbox of a world's file; a world without the key `sandbox` has nothing laid out. Raises ContentError."""
    world = read_world(value, places)
    bare = {key: part for key, part in value.items() if key != KEY}
    sandbox = Sandbox(bare, world, {})
    return _laid_out(sandbox, value.get(KEY), places.under((KEY,))) if value.get(KEY) is not None else sandbox


def _laid_out(sandbox: Sandbox, value: Json, places: Places) -> Sandbox:
    """The sandbox with what a value lays out; a place that the world does not have is an error."""
    read = validated(value, places, TypeAdapter(SandboxShape))
    if read.value is None:
        raise ContentError(read.findings)
    findings = []
    for key, place in read.value.edit.items():
        finding = _unknown_place(sandbox.world, slot_of(place))
        if finding is not None:
            findings.append(places.finding(finding.code, ("edit", key), finding.arguments))
    seen: dict[str, int] = {}
    for index, request in enumerate(read.value.requests):
        other = seen.setdefault(request.id, index)
        if other != index:
            path = ("requests", index, "id")
            findings.append(places.finding("course.duplicate-id", path, name=request.id, other=f"requests[{other}]"))
    if findings:
        raise ContentError(findings)
    return replace(sandbox, edit=dict(read.value.edit), requests=read.value.requests)


def _unknown_place(world: World, slot: Slot) -> Finding | None:
    try:
        world.policy_at(slot)
    except UnknownReferenceError as error:
        return error.finding
    return None


def _told(shape: Shape) -> dict[str, Any]:
    """A shape as somebody would write it: without what is left out."""
    found: dict[str, Any] = {}
    for name, info in type(shape).model_fields.items():
        value = getattr(shape, name)
        if value != info.default:
            found[info.alias or name] = _plain(value)
    return found


def _plain(value: Any) -> Any:
    if isinstance(value, Bilingual):
        return {"ko": value.ko, "en": value.en}
    if isinstance(value, Mapping):
        return {key: _plain(each) for key, each in value.items()}
    return [*value] if isinstance(value, tuple) else value


def _says(text: str, document: Json) -> bool:
    try:
        return bool(text) and bool(json.loads(text) == document)
    except (ValueError, RecursionError):
        return False


def _unlike(name: str, taken: set[str]) -> str:
    """A name that is not taken: `ask`, `ask-2` …"""
    found, number = name, 1
    while found in taken:
        number += 1
        found = f"{name}-{number}"
    return found


def _value_of(document: PolicyDocument) -> dict[str, Any]:
    value: dict[str, Any] = {} if document.version is None else {"Version": document.version}
    if document.id is not None:
        value["Id"] = document.id
    return {**value, "Statement": [statement_value(each) for each in document.statements]}
