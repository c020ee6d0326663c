import sqlite3
from datetime import UTC, date, datetime, timedelta, timezone
from pathlib import Path

import pytest

from iamtutor.study import LessonCount, Place, Profile, Spot, Standing, streak
from iamtutor.study.home import FILE_NAME
from iamtutor.study.schema import MIGRATIONS
from tests.study.conftest import HandClock

DAY = date(2026, 11, 23)


def test_nothing_yet(profile: Profile) -> None:
    assert profile.progress.continue_at() is None
    assert profile.progress.continue_lesson_at("arns") is None
    assert profile.progress.exercise("arns/first") is None
    assert profile.progress.attempts("arns/first") == ()
    assert profile.progress.standing() == Standing()


def test_the_last_place_is_where_to_go_on(profile: Profile, clock: HandClock) -> None:
    progress = profile.progress
    progress.visit_step("arns", "02-parts", Spot(2))
    progress.open_exercise("arns/first")
    assert progress.continue_at() == Place(clock.now, exercise="arns/first")
    progress.visit_step("arns", "03-wildcards")
    progress.visit_step("a-request", "01-who", Spot(1, "mark", 0.25))
    assert progress.continue_at() == Place(clock.now, lesson="a-request", step="01-who", spot=Spot(1, "mark", 0.25))
    assert progress.continue_lesson_at("arns") == Place(clock.now, lesson="arns", step="03-wildcards")
    progress.visit_step("arns", "02-parts", Spot(3, "other", 0.75))
    assert progress.continue_lesson_at("arns") == Place(
        clock.now, lesson="arns", step="02-parts", spot=Spot(3, "other", 0.75)
    )


def test_reading_keeps_the_position(profile: Profile) -> None:
    spot = Spot(4, "mark", 0.5)
    profile.progress.visit_step("arns", "02-parts", spot)
    profile.progress.read_step("arns", "02-parts")
    profile.progress.visit_step("arns", "02-parts")
    place = profile.progress.continue_at()
    assert place is not None
    assert place.spot == profile.progress.spot("arns", "02-parts") == spot
    assert profile.progress.spot("arns", "03-wildcards") == Spot()
    assert profile.progress.standing().read == {("arns", "02-parts")}


def test_of_two_apps_the_last_to_move_says_where_to_go_on(tmp_path: Path, clock: HandClock) -> None:
    with Profile.open(tmp_path, clock) as one, Profile.open(tmp_path, clock) as other:
        one.progress.visit_step("arns", "02-parts", Spot(5))
        other.progress.visit_step("arns", "02-parts", Spot(2))
        other.progress.visit_step("a-request", "01-who")
        one.progress.visit_step("arns", "02-parts", Spot(6))
        for profile in (one, other):
            place = profile.progress.continue_at()
            assert place is not None
            assert (place.step, place.spot) == ("02-parts", Spot(6))


def test_an_older_profile_keeps_what_was_read(tmp_path: Path, clock: HandClock) -> None:
    connection = sqlite3.connect(tmp_path / FILE_NAME)
    for statement in MIGRATIONS[0]:
        connection.execute(statement)
    connection.execute("INSERT INTO step (lesson, step, position, read_at) VALUES ('arns', '01', 0.4, '2026-11-01')")
    connection.execute("PRAGMA user_version = 1")
    connection.commit()
    connection.close()
    with Profile.open(tmp_path, clock) as profile:
        assert profile.notices == ()
        assert profile.progress.standing().read == {("arns", "01")}
        assert profile.progress.spot("arns", "01") == Spot()


def test_an_exercise_is_solved_once(profile: Profile, clock: HandClock) -> None:
    progress = profile.progress
    progress.open_exercise("arns/first")
    opened = clock.now
    clock.advance(minutes=1)
    failed = progress.record_attempt("arns/first", passed=False, score=0.5, hints=1, seconds=60)
    clock.advance(minutes=1)
    passed = progress.record_attempt("arns/first", passed=True, score=1.0, hints=2, seconds=120)
    solved = clock.now
    clock.advance(minutes=1)
    progress.record_attempt("arns/first", passed=False, score=0.0, hints=2, seconds=1)
    assert progress.attempts("arns/first")[:2] == (failed, passed)
    record = progress.exercise("arns/first")
    assert record is not None
    assert (record.opened_at, record.solved_at) == (opened, solved)
    assert progress.standing().solved == {"arns/first"}


def test_hints_and_solution_are_remembered(profile: Profile, clock: HandClock) -> None:
    profile.progress.open_hints("arns/first", 2)
    profile.progress.open_hints("arns/first", 1)
    profile.progress.see_solution("arns/first")
    seen = clock.now
    clock.advance(days=1)
    profile.progress.see_solution("arns/first")
    record = profile.progress.exercise("arns/first")
    assert record is not None
    assert (record.hints, record.solution_seen_at, record.solved_at) == (2, seen, None)


def test_a_lesson_counts_what_it_has_today() -> None:
    standing = Standing(read=frozenset({("arns", "a"), ("arns", "gone"), ("other", "b")}), solved=frozenset({"arns/x"}))
    count = standing.lesson("arns", ["a", "b"], ["arns/x"])
    assert count == LessonCount(read=1, steps=2, solved=1, exercises=1)
    assert count.begun
    assert not count.done
    assert standing.lesson("arns", ["a"], ["arns/x"]).done
    assert not standing.lesson("new", ["a"], []).begun


@pytest.mark.parametrize(
    ("ago", "expected"),
    [([], 0), ([0], 1), ([1], 1), ([2], 0), ([2, 1, 0], 3), ([3, 2, 1], 3), ([4, 2, 1, 0], 3)],
)
def test_a_day_not_yet_used_does_not_break_the_streak(ago: list[int], expected: int) -> None:
    assert streak([DAY - timedelta(days=days) for days in ago], DAY) == expected


def test_a_day_is_the_learners_day(tmp_path: Path) -> None:
    seoul = timezone(timedelta(hours=9))
    late = datetime(2026, 11, 22, 16, 0, tzinfo=UTC).astimezone(seoul)
    with Profile.open(tmp_path, lambda: late) as profile:
        profile.progress.read_step("arns", "a")
        assert profile.progress.standing().days == (DAY,)
        assert profile.progress.standing().streak(DAY) == 1


def test_days_are_counted_once(profile: Profile, clock: HandClock) -> None:
    for _ in range(3):
        profile.progress.visit_step("arns", "a")
        profile.answers.record("q", correct=True)
        clock.advance(days=1)
    assert len(profile.progress.standing().days) == 3
