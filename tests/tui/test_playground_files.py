"""The playground's files: opened, saved, completed as a path, and AWS managed policies by name."""

from __future__ import annotations

import json
import sys
from pathlib import Path

import pytest
from textual.geometry import Offset
from textual.widgets import Input

from iamtutor.reason import Relation
from iamtutor.tui.screens.dialog.finder import FinderInput, Offers
from iamtutor.tui.screens.dialog.policy_files import FileProblem, offered_files, read_file, write_file
from iamtutor.tui.screens.dialog.policy_finders import OpenFile, TakeManaged
from tests.tui.conftest import Starter, settled
from tests.tui.test_playground import BOTH, READ, editor, opened, relation


async def test_open_and_save(start: Starter, tmp_path: Path) -> None:
    (tmp_path / "mine.json").write_text(BOTH)
    async with start("en", stop=opened(READ, READ)) as running:
        await running.press("ctrl+o")
        assert isinstance(running.app.screen, OpenFile)
        running.app.screen.query_one(Input).value = str(tmp_path / "mine.json")
        await running.press("enter")
        assert editor(running, "a").text == BOTH
        assert relation(running) is Relation.BROADER
        await running.press("space")
        assert str(editor(running, "a").border_title).endswith("mine.json •")
        await running.press("ctrl+s", "enter")
        assert (tmp_path / "mine.json").read_text() == " " + BOTH
        assert str(editor(running, "a").border_title).endswith("mine.json")
        await running.press("backspace", "ctrl+s")
        running.app.screen.query_one(Input).value = str(tmp_path / "new.json")
        await running.press("enter")
        assert (tmp_path / "new.json").read_text() == BOTH


async def test_a_file_that_holds_something_else_is_overwritten_only_at_the_second_enter(
    start: Starter, tmp_path: Path
) -> None:
    other = tmp_path / "other.json"
    other.write_text("precious")
    async with start("en", stop=opened(READ, READ)) as running:
        await running.press("ctrl+s")
        running.app.screen.query_one(Input).value = str(other)
        await running.press("enter")
        assert other.read_text() == "precious"
        assert "Save again" in str(running.app.screen.query_one("#problem").render())
        await running.press("enter")
        assert other.read_text() == READ


@pytest.mark.parametrize("lang", ["ko", "en"])
async def test_a_file_that_cannot_be_opened_is_one_line_and_nothing_is_lost(
    start: Starter, tmp_path: Path, lang: str
) -> None:
    (tmp_path / "latin.json").write_bytes(b"\xff\xfe{}")
    words = {"ko": ("그런 파일이 없습니다", "폴더입니다", "UTF-8"), "en": ("no such file", "is a folder", "UTF-8")}
    async with start("ko" if lang == "ko" else "en", stop=opened(READ, READ)) as running:
        await running.press("ctrl+o")
        for name, said in zip(("none.json", ".", "latin.json"), words[lang], strict=True):
            running.app.screen.query_one(Input).value = f"{tmp_path}/{name}"
            await running.press("enter")
            assert isinstance(running.app.screen, OpenFile)
            assert said in str(running.app.screen.query_one("#problem").render())
        await running.press("escape")
        assert editor(running, "a").text == READ


async def test_a_path_is_completed_and_offered(start: Starter, tmp_path: Path) -> None:
    (tmp_path / "policies").mkdir()
    (tmp_path / "policies" / "reader.json").write_text(BOTH)
    (tmp_path / "policies" / "notes.txt").write_text("")
    async with start("en", stop=opened(READ, READ)) as running:
        await running.press("ctrl+o")
        line = running.app.screen.query_one(FinderInput)
        line.value = f"{tmp_path}/pol"
        await settled(running.pilot)
        await running.press("tab")
        assert line.value == f"{tmp_path}/policies/"
        assert running.app.screen.query_one(Offers).names == (f"{tmp_path}/policies/reader.json",)
        await running.press("down", "up", "down", "enter")
        assert editor(running, "a").text == BOTH


async def test_the_cursor_of_the_line_is_where_an_input_method_composes(start: Starter) -> None:
    async with start("ko", stop=opened(READ, READ)) as running:
        await running.press("ctrl+o")
        line = running.app.screen.query_one(FinderInput)
        line.value = "정책a"
        await settled(running.pilot)
        line.cursor_position = 3
        assert line.cursor_screen_offset.x == line.content_region.x + 5
        line.value = "/"
        await settled(running.pilot)
        await running.until(lambda: running.app.cursor_position == line.content_region.offset + Offset(1, 0))


def test_a_write_that_fails_leaves_what_was_there(tmp_path: Path) -> None:
    file = tmp_path / "a.json"
    file.write_text("before")
    with pytest.raises(FileProblem) as failed:
        write_file(str(tmp_path / "none" / "a.json"), "after")
    assert failed.value.message == "tui.file-no-folder"
    with pytest.raises(FileProblem):
        write_file(str(tmp_path), "after")
    write_file(str(file), "after")
    assert (file.read_text(), [each.name for each in tmp_path.iterdir()]) == ("after", ["a.json"])


@pytest.mark.skipif(sys.platform == "win32", reason="links and modes are of POSIX")
def test_a_write_keeps_the_mode_and_a_link(tmp_path: Path) -> None:
    file, link = tmp_path / "a.json", tmp_path / "link.json"
    file.write_text("before")
    file.chmod(0o640)
    link.symlink_to(file)
    write_file(str(link), "after")
    assert (file.read_text(), link.is_symlink(), file.stat().st_mode & 0o777) == ("after", True, 0o640)


def test_reading_takes_line_ends_and_a_byte_order_mark(tmp_path: Path) -> None:
    (tmp_path / "a.json").write_bytes(b"\xef\xbb\xbf{\r\n}\r\n")
    assert read_file(str(tmp_path / "a.json")) == "{\n}\n"
    (tmp_path / "big.json").write_bytes(b" " * 1_000_001)
    with pytest.raises(FileProblem) as failed:
        read_file(str(tmp_path / "big.json"))
    assert failed.value.message == "tui.file-too-large"
    assert list(offered_files(f"{tmp_path}/none/x")) == []


async def test_an_aws_managed_policy_by_name(start: Starter) -> None:
    async with start("en", stop=opened(READ, READ)) as running:
        await running.press("f2")
        assert isinstance(running.app.screen, TakeManaged)
        await running.write("s3 readonly")
        assert "AmazonS3ReadOnlyAccess" in running.app.screen.query_one(Offers).names
        running.app.screen.query_one(Input).value = "amazons3readonlyacces"
        await running.press("enter")
        assert "Did you mean AmazonS3ReadOnlyAccess?" in running.text
        running.app.screen.query_one(Input).value = "amazons3readonlyaccess"
        await running.press("enter")
        assert json.loads(editor(running, "a").text)["Version"] == "2012-10-17"
        assert relation(running) is Relation.BROADER


async def test_without_the_extra_it_says_what_to_install(start: Starter, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("iamtutor.catalog.managed.find_spec", lambda name: None)
    async with start("en", stop=opened(READ, READ)) as running:
        await running.press("f2")
        assert "moto" in running.text
        await running.press("escape")
        assert editor(running, "a").text == READ
