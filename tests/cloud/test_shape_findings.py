"""What a model refuses is told with file, line and key, in our words and both languages."""

from __future__ import annotations

from typing import Annotated, Literal

import pytest
from pydantic import BaseModel, ConfigDict, Field, TypeAdapter, model_validator
from pydantic_core import PydanticCustomError

from iamtutor.cloud import MESSAGES, ContentError, load_yaml, validated, where
from iamtutor.words import say


class Inner(BaseModel):
    model_config = ConfigDict(extra="forbid", strict=True)

    name: str
    size: Annotated[int, Field(ge=1, le=5)] = 1


class Pair(BaseModel):
    model_config = ConfigDict(extra="forbid", strict=True)

    left: str
    right: str

    @model_validator(mode="after")
    def _differ(self) -> Pair:
        if self.left == self.right:
            raise PydanticCustomError("cloud.shape-refused", "the same", {"name": self.left})
        return self


class Outer(BaseModel):
    model_config = ConfigDict(extra="forbid", strict=True)

    inner: Inner
    id: Annotated[str, Field(pattern="^[a-z]+$", min_length=1)] = "a"
    kind: Literal["write", "repair"] = "write"
    hidden: bool = False
    several: str | list[str] = "x"
    either: Pair | list[Pair] | None = None
    tags: dict[Annotated[str, Field(max_length=3)], str] = {}
    three: Annotated[list[str], Field(min_length=3, max_length=3)] = ["a", "b", "c"]


CASES = [
    ("inner:\n  size: 1\n", "cloud.shape-missing", "f.yaml:1 inner", {"name": "name"}),
    ("inner: {name: a}\nxtra: 1\n", "cloud.shape-unknown-key", "f.yaml:2 xtra", {"name": "xtra"}),
    ("inner: {name: a, b}\n", "cloud.shape-stray-key", "f.yaml:1 inner.b", {"name": "b"}),
    ("inner:\n  name: 12\n", "cloud.shape-number-for-text", "f.yaml:2 inner.name", {}),
    ("inner:\n  name: [a]\n", "cloud.shape-wanted-text", "f.yaml:2 inner.name", {}),
    ("inner: x\n", "cloud.shape-wanted-mapping", "f.yaml:1 inner", {}),
    ("inner: {name: a, size: x}\n", "cloud.shape-wanted-number", "f.yaml:1 inner.size", {}),
    ("inner: {name: a, size: 9}\n", "cloud.shape-too-large", "f.yaml:1 inner.size", {"limit": 5}),
    ("inner: {name: a, size: 0}\n", "cloud.shape-too-small", "f.yaml:1 inner.size", {"limit": 1}),
    ("inner: {name: a}\nhidden: yes\n", "cloud.shape-wanted-true-false", "f.yaml:2 hidden", {}),
    ("inner: {name: a}\nkind: read\n", "cloud.shape-not-one-of", "f.yaml:2 kind", {"expected": "'write', 'repair'"}),
    ("inner: {name: a}\nid: A\n", "cloud.shape-wrong-form", "f.yaml:2 id", {"pattern": "^[a-z]+$"}),
    ("inner: {name: a}\nid: ''\n", "cloud.shape-too-short", "f.yaml:2 id", {"limit": 1}),
    ("inner: {name: a}\nseveral: {a: b}\n", "cloud.shape-no-form", "f.yaml:2 several", {}),
    ("inner: {name: a}\nseveral: [a, 1]\n", "cloud.shape-number-for-text", "f.yaml:2 several[1]", {}),
    ("inner: {name: a}\neither:\n  - {left: a}\n", "cloud.shape-missing", "f.yaml:3 either[0]", {"name": "right"}),
    ("inner: {name: a}\neither: {left: a, right: a}\n", "cloud.shape-refused", "f.yaml:2 either", {"name": "a"}),
    ("inner: {name: a}\ntags: {long: x}\n", "cloud.shape-too-long", "f.yaml:2 tags.long", {"limit": 3}),
    ("inner: {name: a}\nthree: [a]\n", "cloud.shape-too-few", "f.yaml:2 three", {"limit": 3}),
    ("inner: {name: a}\nthree: [a, b, c, d]\n", "cloud.shape-too-many", "f.yaml:2 three", {"limit": 3}),
]


@pytest.mark.parametrize(("text", "code", "place", "arguments"), CASES, ids=[case[0] for case in CASES])
def test_names_file_line_and_key(text: str, code: str, place: str, arguments: dict[str, object]) -> None:
    value, places = load_yaml(text, "f.yaml")
    with pytest.raises(ContentError) as raised:
        validated(TypeAdapter(Outer), value, places)
    finding = raised.value.findings[0]
    said = {name: value for name, value in finding.arguments.items() if name != "at"}
    assert (finding.code, where(finding), said) == (code, place, arguments)
    for lang in ("ko", "en"):
        assert say(MESSAGES, finding.code, lang, **finding.arguments)


def test_tells_every_mistake_in_the_order_of_the_text() -> None:
    value, places = load_yaml("xtra: 1\ninner:\n  size: 9\nkind: x\n", "f.yaml")
    with pytest.raises(ContentError) as raised:
        validated(TypeAdapter(Outer), value, places)
    assert [where(finding) for finding in raised.value.findings] == [
        "f.yaml:1 xtra",
        "f.yaml:2 inner",
        "f.yaml:3 inner.size",
        "f.yaml:4 kind",
    ]
