"""A step's Markdown becomes typed segments, whatever stands in it."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from iamtutor.course.fence_info import read_info
from iamtutor.course.segments import Box, BoxKind, Code, Diagram, Heading, PolicyBlock, Prose, RequestBlock
from iamtutor.course.step import read_step

STEP = """\
# 제목

하나

둘

## 절

```iam-policy
{"Version": "2012-10-17"}
```

> [!BELIEF]
> 구체적인 쪽이 이긴다.
> 아니다.

```iam-request
{id: read, as: user/dev, do: "s3:GetObject", on: "arn:aws:s3:::b/k", expect: deny}
```

```iam-policy slot=policy type=boundary of=user/dev
{}
```

```diagram
a ──► b
  c
```

```json
{}
```

> 그냥 인용
"""


def test_the_segments_of_a_step() -> None:
    step = read_step(STEP, "01-a.ko.md")
    assert step.findings == ()
    assert step.title == "제목"
    kinds = [type(segment) for segment in step.segments]
    assert kinds == [Heading, Prose, Heading, PolicyBlock, Box, RequestBlock, PolicyBlock, Diagram, Code, Prose]
    prose, box, diagram = step.segments[1], step.segments[4], step.segments[7]
    assert isinstance(prose, Prose)
    assert (prose.markdown, prose.line) == ("하나\n\n둘", 3)
    assert box == Box(BoxKind.BELIEF, "구체적인 쪽이 이긴다.\n아니다.", 13)
    assert diagram == Diagram(("a ──► b", "  c"), 26)


def test_a_policy_without_type_is_inline_for_the_next_caller() -> None:
    policies = [each for each in read_step(STEP, "x").segments if isinstance(each, PolicyBlock)]
    first, second = policies
    assert first.place is not None
    assert second.place is not None
    assert (first.key, first.place.type, first.place.of, first.place.name) == ("policy", "inline", "user/dev", "policy")
    assert (second.key, second.slot, second.place.type) == ("policy#2", "policy", "boundary")


def test_what_cannot_be_read_is_shown_and_named() -> None:
    text = "text\n\n> [!IMPORTANT]\n> x\n\n```iam-request\n- {id: a}\n```\n\n```iam-policy of=\n{}\n```\n"
    step = read_step(text, "01-a.ko.md")
    found = {(finding.code, finding.arguments["at"]) for finding in step.findings}
    assert {("course.unknown-box", 3), ("course.step-without-title", 1), ("course.fence-attribute", 10)} <= found
    assert ("cloud.shape-missing", 7) in found
    assert any(isinstance(segment, Code) for segment in step.segments)


def test_an_invitation_stands_with_its_policy_or_request() -> None:
    text = """\
# t

```iam-policy slot=a type=boundary of=user/dev try="make it *narrower*"
{}
```

```iam-request try="ask again" often=yes
{id: read, as: user/dev, do: "s3:GetObject", on: "arn:aws:s3:::b/k"}
```
"""
    step = read_step(text, "01-a.en.md")
    policy, requests = step.segments[1:]
    assert isinstance(policy, PolicyBlock)
    assert isinstance(requests, RequestBlock)
    assert (policy.invitation, requests.invitation) == ("make it *narrower*", "ask again")
    assert policy.place is not None
    assert [(each.code, each.arguments["attribute"]) for each in step.findings] == [("course.fence-attribute", "often")]


def test_info_strings() -> None:
    info = read_info('iam-policy slot=a of="user/a b" broken')
    assert (info.kind, info.attributes, info.flags, info.unread) == (
        "iam-policy",
        {"slot": "a", "of": "user/a b"},
        frozenset({"broken"}),
        None,
    )
    assert read_info("iam-policy slot=a slot=b").unread == "slot=b"
    assert read_info('iam-policy slot="a').unread == 'slot="a'


PIECES = st.lists(
    st.sampled_from(
        [
            "# t\n",
            "```iam-policy slot=a\n",
            "```iam-request\n",
            "```question\n",
            "```\n",
            "> [!BELIEF]\n",
            "> \n",
            "- x\n",
            "{}\n",
            "- {id: a, as: b, do: s3:X, on: c}\n",
            "\t",
            "    ",
            "\r",
            "\n",
            "|a|b|\n|-|-|\n",
            "~~~diagram\n",
            "\x0b",
        ]
    )
    | st.text(max_size=8),
    max_size=25,
)


@given(PIECES)
def test_any_text_has_segments_in_the_order_of_its_lines(pieces: list[str]) -> None:
    step = read_step("".join(pieces), "x")
    lines = [segment.line for segment in step.segments]
    assert lines == sorted(lines)
    keys = [segment.key for segment in step.segments if isinstance(segment, PolicyBlock)]
    assert len(set(keys)) == len(keys)
