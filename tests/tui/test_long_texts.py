"""Texts longer than any policy: read beside the screen, so that no key waits for them."""

from __future__ import annotations

import re
import threading
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from textual.document._document import Document
from textual.document._wrapped_document import WrappedDocument

import iamtutor.tui
from iamtutor.policy import PolicyKind, Reading, read
from iamtutor.tui.screens.editing.reading import LONG, ReadingScreen
from iamtutor.tui.screens.playground.pair import Pair
from iamtutor.tui.stop import Playground, Stop
from iamtutor.tui.widgets.long_document import FlatDocument, LongDocument
from iamtutor.tui.widgets.policy_editor import PolicyEditor
from tests.tui.conftest import CLEAN, Starter, settled

ONE = '{"Effect": "Allow", "Action": "s3:GetObject", "Resource": "*"}'
MANY = '{"Version": "2012-10-17", "Statement": [\n' + ",\n".join([ONE] * (2 * LONG // len(ONE))) + "\n]}"


@pytest.mark.parametrize("stop", [Stop(playground=Playground()), CLEAN], ids=["playground", "exercise"])
async def test_a_long_text_is_read_in_another_thread_and_a_short_one_is_not(
    start: Starter, monkeypatch: pytest.MonkeyPatch, stop: Stop
) -> None:
    async with start("en", (120, 36), stop) as running:
        screen = running.app.screen
        assert isinstance(screen, ReadingScreen)
        editor = screen.editors[0]
        threads: list[int] = []
        done = screen.reading_of

        def reading_of(slot: str, text: str) -> Reading:
            threads.append(threading.get_ident())
            return done(slot, text)

        monkeypatch.setattr(screen, "reading_of", reading_of)
        editor.focus()
        editor.replace_all(MANY)
        await settled(running.pilot)
        assert threads
        assert threading.get_ident() not in threads
        assert (editor.reading is not None and editor.reading.text) == MANY
        assert screen.policies[editor.slot].text == MANY
        assert not screen.is_behind

        editor.move_cursor((1, 1))
        for char in "abcd":  # faster than it can be read
            await running.pilot.press(char)
        await settled(running.pilot)
        assert editor.reading is not None
        assert editor.reading.text == editor.text == MANY.replace(ONE, f"{{abcd{ONE[1:]}", 1)
        assert screen.policies[editor.slot] is editor.reading

        count = len(threads)
        await running.pilot.press("z")
        screen.catch_up()  # who acts on the text waits for it
        assert screen.policies[editor.slot].text == editor.text
        assert not screen.is_behind
        await settled(running.pilot)
        editor.replace_all("{}")
        await settled(running.pilot)
        assert screen.policies[editor.slot].text == "{}"
        assert len(threads) <= count + 1


async def test_a_long_text_does_not_hold_up_the_editor_beside_it(start: Starter) -> None:
    async with start("en", (120, 36), Stop(playground=Playground())) as running:
        first, second = running.app.screen.query(PolicyEditor)
        first.replace_all(MANY)
        second.replace_all(ONE)
        await settled(running.pilot)
        assert [each.reading is not None and each.reading.text == each.text for each in (first, second)] == [True, True]


def test_a_side_is_read_as_the_kind_that_it_makes_of_both() -> None:
    pair = Pair({"a": "", "b": ""})
    trust = '{"Statement": {"Effect": "Allow", "Principal": "*", "Action": "sts:AssumeRole"}}'
    reading = pair.reading_of("a", trust)
    assert reading.kind is PolicyKind.TRUST
    assert pair.text("a") == "", "nothing is taken yet"
    pair.write("a", trust, reading)
    assert pair.readings["a"] is reading
    pair.choose(PolicyKind.SCP)
    assert pair.reading_of("a", trust).kind is PolicyKind.SCP


def test_what_was_read_before_is_taken_only_as_the_kind_in_use() -> None:
    pair = Pair({"a": "", "b": ""}, PolicyKind.SCP)
    pair.write("a", ONE, read(ONE, PolicyKind.IDENTITY))
    assert pair.readings["a"].kind is PolicyKind.SCP


@given(st.lists(st.text(alphabet="ab\t한　😀", max_size=12), max_size=6), st.integers(1, 8))
def test_a_long_document_is_as_large_as_any_other(lines: list[str], tab: int) -> None:
    text = "\n".join(lines)
    assert LongDocument(text).get_size(tab) == Document(text).get_size(tab)
    for width in (0, 4):
        assert FlatDocument(Document(text), width).height == WrappedDocument(Document(text), width).height


def test_no_worker_describes_what_it_is_given() -> None:
    """Textual writes out the arguments of a worker that has no description: for a policy or a world that takes longer
    than to read it, at every key."""
    root = Path(iamtutor.tui.__file__).parent
    workers = [line for path in root.rglob("*.py") for line in re.findall(r"@work\(.*", path.read_text("utf-8"))]
    assert len(workers) > 20
    assert [line for line in workers if 'description="beside"' not in line] == []
