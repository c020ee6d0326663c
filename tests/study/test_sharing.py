"""Two apps share one profile, and one of them may be killed at any moment."""

import subprocess
import sys
import threading
from pathlib import Path

from iamtutor.study import Profile
from tests.study.conftest import HandClock

WRITER = """
import sys
from pathlib import Path
from iamtutor.study import Profile, system_clock

home, name, rounds = Path(sys.argv[1]), sys.argv[2], int(sys.argv[3])
with Profile.open(home, system_clock) as profile:
    assert profile.saved, profile.notices
    for number in range(rounds):
        profile.drafts.save("place", "slot", f"{name} {number}", start="{}")
        profile.progress.record_attempt("track/" + name, passed=number % 2 == 1, score=0.5, hints=0, seconds=number)
        profile.answers.record("question", correct=True)
        print(number, flush=True)
"""


def writer(home: Path, name: str, rounds: int) -> subprocess.Popen[str]:
    command = [sys.executable, "-c", WRITER, str(home), name, str(rounds)]
    return subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True)


def test_two_apps_start_and_write_at_once(tmp_path: Path, clock: HandClock) -> None:
    processes = [writer(tmp_path, name, 40) for name in ("one", "two")]
    for process in processes:
        _, errors = process.communicate(timeout=60)
        assert (process.returncode, errors) == (0, "")
    with Profile.open(tmp_path, clock) as profile:
        assert len(profile.answers.history("question")) == 80
        for name in ("one", "two"):
            assert [attempt.seconds for attempt in profile.progress.attempts(f"track/{name}")] == list(range(40))
        assert {draft.text for draft in profile.drafts.history("place", "slot")} == {"one 39", "two 39"}


def test_what_was_saved_survives_being_killed(tmp_path: Path, clock: HandClock) -> None:
    for name in ("first", "second", "third"):
        process = writer(tmp_path, name, 1_000_000)
        assert process.stdout is not None
        said = [process.stdout.readline() for _ in range(25)]
        process.kill()
        said += process.stdout.readlines()
        process.communicate(timeout=60)
        last = int([line for line in said if line.endswith("\n")][-1])
        with Profile.open(tmp_path, clock) as profile:
            assert profile.saved
            assert profile.notices == ()
            seconds = [attempt.seconds for attempt in profile.progress.attempts(f"track/{name}")]
            assert seconds == list(range(len(seconds)))
            assert len(seconds) in (last + 1, last + 2)
            draft = profile.drafts.load("place", "slot")
            assert draft is not None
            assert draft.text in (f"{name} {last}", f"{name} {last + 1}")


def test_threads_of_one_app_share_a_profile(profile: Profile) -> None:
    def answer(name: str) -> None:
        for _ in range(50):
            profile.answers.record(name, correct=True)
            profile.drafts.save("place", name, name, start="")

    threads = [threading.Thread(target=answer, args=(name,)) for name in ("a", "b", "c")]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert [len(profile.answers.history(name)) for name in ("a", "b", "c")] == [50, 50, 50]
