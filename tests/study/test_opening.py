"""A learner can always begin, whatever state the file and the folder are in."""

import os
import sqlite3
import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path

import pytest

from iamtutor.study import Profile, StoreError
from iamtutor.study.home import FILE_NAME
from iamtutor.study.messages import MESSAGES
from iamtutor.study.schema import MIGRATIONS
from tests.study.conftest import HandClock


def messages(profile: Profile) -> list[str]:
    return [notice.message for notice in profile.notices]


def test_a_new_profile_has_nothing_to_say(tmp_path: Path, clock: HandClock) -> None:
    with Profile.open(tmp_path / "deep" / "er", clock) as profile:
        assert profile.saved
        assert profile.notices == ()
        assert profile.path is not None
        assert profile.path.exists()


@pytest.mark.parametrize("content", [b"this is no database, but it is long enough to be looked at " * 40, b"\0" * 5000])
def test_a_damaged_file_is_set_aside(tmp_path: Path, clock: HandClock, content: bytes) -> None:
    (tmp_path / FILE_NAME).write_bytes(content)
    with Profile.open(tmp_path, clock) as profile:
        assert profile.saved
        assert messages(profile) == ["study.set-aside"]
        profile.settings.theme = "nord"
        kept = Path(profile.notices[0].arguments["kept"])
    assert kept.read_bytes() == content
    with Profile.open(tmp_path, clock) as profile:
        assert profile.notices == ()
        assert profile.settings.theme == "nord"


def test_a_torn_page_is_noticed_at_the_next_start(tmp_path: Path, clock: HandClock) -> None:
    with Profile.open(tmp_path, clock) as profile:
        for number in range(200):
            profile.drafts.save("place", str(number), "text " * 100, start="")
    path = tmp_path / FILE_NAME
    content = bytearray(path.read_bytes())
    content[4096 : len(content) - 4096] = b"\x55" * (len(content) - 8192)
    path.write_bytes(content)
    with Profile.open(tmp_path, clock) as profile:
        assert messages(profile) == ["study.set-aside"]
        assert profile.drafts.load("place", "1") is None


def test_two_damaged_files_keep_two_names(tmp_path: Path, clock: HandClock) -> None:
    kept = set()
    for _ in range(3):
        (tmp_path / FILE_NAME).write_bytes(b"broken " * 1000)
        with Profile.open(tmp_path, clock) as profile:
            kept.add(profile.notices[0].arguments["kept"])
    assert len(kept) == 3


def test_a_file_of_a_newer_app_is_left_alone(tmp_path: Path, clock: HandClock) -> None:
    with Profile.open(tmp_path, clock) as profile:
        profile.settings.theme = "nord"
    with sqlite3.connect(tmp_path / FILE_NAME) as connection:
        connection.execute(f"PRAGMA user_version = {len(MIGRATIONS) + 1}")
    connection.close()
    before = (tmp_path / FILE_NAME).read_bytes()
    with Profile.open(tmp_path, clock) as profile:
        assert not profile.saved
        assert profile.path is None
        assert messages(profile) == ["study.newer"]
        profile.settings.theme = "other"
    assert (tmp_path / FILE_NAME).read_bytes() == before


def test_a_home_that_is_a_file_falls_back_to_memory(tmp_path: Path, clock: HandClock) -> None:
    home = tmp_path / "file"
    home.write_text("not a folder")
    with Profile.open(home, clock) as profile:
        assert not profile.saved
        assert messages(profile) == ["study.in-memory"]
        profile.answers.record("q", correct=True)
        assert profile.answers.last()["q"].correct


@pytest.fixture
def sealed_home(clock: HandClock) -> Iterator[Path]:
    """A folder with a profile that this process may read and not write."""
    if sys.platform == "win32":
        pytest.skip("folders are not sealed by mode on Windows")
    with tempfile.TemporaryDirectory() as folder:
        home = Path(folder)
        with Profile.open(home, clock) as profile:
            profile.settings.theme = "nord"
        (home / FILE_NAME).chmod(0o444)
        home.chmod(0o555)
        user = os.geteuid()
        if user == 0:
            os.seteuid(65534)
        try:
            yield home
        finally:
            os.seteuid(user)
            home.chmod(0o755)


def test_a_sealed_home_is_read_and_not_written(sealed_home: Path, clock: HandClock) -> None:
    with Profile.open(sealed_home, clock) as profile:
        assert not profile.saved
        assert messages(profile) == ["study.in-memory"]
        assert profile.settings.theme == "nord"
        profile.settings.theme = "other"
    assert [path.name for path in sealed_home.iterdir()] == [FILE_NAME]


def test_a_profile_in_memory_says_so_and_nothing_else(clock: HandClock) -> None:
    with Profile.in_memory(clock) as profile:
        assert not profile.saved
        assert profile.notices == ()


def test_a_full_disk_loses_nothing_and_passes(tmp_path: Path, clock: HandClock) -> None:
    with Profile.open(tmp_path, clock) as profile:
        profile.drafts.save("place", "slot", "kept", start="")
        connection = profile._store._connection
        pages = connection.execute("PRAGMA page_count").fetchone()[0]
        connection.execute(f"PRAGMA max_page_count = {pages}")
        with pytest.raises(StoreError) as failure:
            profile.drafts.save("place", "slot", "long " * 100_000, start="")
        assert failure.value.notice.message == "study.disk-full"
        draft = profile.drafts.load("place", "slot")
        assert draft is not None
        assert draft.text == "kept"
        connection.execute("PRAGMA max_page_count = 1000000")
        profile.drafts.save("place", "slot", "long " * 100_000, start="")
        assert len(profile.drafts.history("place", "slot")) == 1


def test_a_file_held_by_another_is_busy(tmp_path: Path, clock: HandClock) -> None:
    with Profile.open(tmp_path, clock) as profile:
        profile._store._connection.execute("PRAGMA busy_timeout = 10")
        other = sqlite3.connect(tmp_path / FILE_NAME, isolation_level=None)
        other.execute("BEGIN IMMEDIATE")
        with pytest.raises(StoreError) as failure:
            profile.settings.theme = "nord"
        assert failure.value.notice.message == "study.busy"
        assert failure.value.notice.message in MESSAGES
        other.execute("ROLLBACK")
        other.close()
        profile.settings.theme = "nord"
        assert profile.settings.theme == "nord"
