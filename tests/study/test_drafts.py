from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from iamtutor.study import Profile, fingerprint
from iamtutor.study.drafts import KEPT_GENERATIONS
from tests.study.conftest import HandClock

HERE = ("exercise:boundaries/ceiling", "boundary")


def test_a_draft_is_there_after_a_restart(tmp_path: Path, clock: HandClock) -> None:
    with Profile.open(tmp_path, clock) as profile:
        saved = profile.drafts.save(*HERE, '{"Version": "정책"}', start="{}")
    with Profile.open(tmp_path, clock) as profile:
        assert profile.drafts.load(*HERE) == saved
        assert saved.grew_from("{}")
        assert not saved.grew_from("{ }")
        assert profile.drafts.load(HERE[0], "other") is None


def test_typing_stays_one_generation(profile: Profile) -> None:
    for length in range(1, 30):
        profile.drafts.save(*HERE, "x" * length, start="{}")
    assert [draft.text for draft in profile.drafts.history(*HERE)] == ["x" * 29]


def test_a_reset_can_be_undone(profile: Profile) -> None:
    profile.drafts.save(*HERE, "my long work", start="{}")
    profile.drafts.save(*HERE, "{}", start="{}", fresh=True)
    profile.drafts.save(*HERE, "{ }", start="{}")
    assert [draft.text for draft in profile.drafts.history(*HERE)] == ["{ }", "my long work"]
    assert profile.drafts.load(*HERE) == profile.drafts.history(*HERE)[0]


def test_another_starting_text_begins_another_generation(profile: Profile) -> None:
    profile.drafts.save(*HERE, "on the old start", start="old")
    profile.drafts.save(*HERE, "on the new start", start="new")
    assert [draft.start for draft in profile.drafts.history(*HERE)] == [fingerprint("new"), fingerprint("old")]


def test_a_window_that_did_not_load_overwrites_nothing(tmp_path: Path, clock: HandClock) -> None:
    with Profile.open(tmp_path, clock) as first:
        first.drafts.save(*HERE, "yesterday", start="{}")
    with Profile.open(tmp_path, clock) as second:
        second.drafts.save(*HERE, "today", start="{}")
        assert [draft.text for draft in second.drafts.history(*HERE)] == ["today", "yesterday"]


def test_a_window_that_loaded_goes_on(tmp_path: Path, clock: HandClock) -> None:
    with Profile.open(tmp_path, clock) as first:
        first.drafts.save(*HERE, "yesterday", start="{}")
    with Profile.open(tmp_path, clock) as second:
        second.drafts.load(*HERE)
        second.drafts.save(*HERE, "yesterday and today", start="{}")
        assert [draft.text for draft in second.drafts.history(*HERE)] == ["yesterday and today"]


def test_two_windows_keep_a_generation_each(tmp_path: Path, clock: HandClock) -> None:
    with Profile.open(tmp_path, clock) as one, Profile.open(tmp_path, clock) as two:
        one.drafts.save(*HERE, "common", start="{}")
        one.drafts.load(*HERE)
        two.drafts.load(*HERE)
        for number in range(100):
            one.drafts.save(*HERE, f"one {number}", start="{}")
            two.drafts.save(*HERE, f"two {number}", start="{}")
        assert {draft.text for draft in one.drafts.history(*HERE)} == {"one 99", "two 99"}
        newest = one.drafts.load(*HERE)
        assert newest is not None
        assert newest.text == "two 99"


def test_history_has_an_end(profile: Profile) -> None:
    for number in range(KEPT_GENERATIONS + 10):
        profile.drafts.save(*HERE, str(number), start="{}", fresh=True)
    kept = [draft.text for draft in profile.drafts.history(*HERE)]
    assert kept == [str(number) for number in range(KEPT_GENERATIONS + 9, 9, -1)]


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(text=st.text(alphabet=st.characters(exclude_categories=["Cs"])))
def test_any_text_comes_back(profile: Profile, text: str) -> None:
    profile.drafts.save(*HERE, text, start=text)
    draft = profile.drafts.load(*HERE)
    assert draft is not None
    assert draft.text == text


@pytest.mark.parametrize("broken", ["\ud800", "a\udfffb"])
def test_a_broken_paste_is_no_error(profile: Profile, broken: str) -> None:
    assert "?" in profile.drafts.save(*HERE, broken, start=broken).text
