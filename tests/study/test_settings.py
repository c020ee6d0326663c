from pathlib import Path

from iamtutor.study import Profile, data_home
from tests.study.conftest import HandClock


def test_choices_are_kept(tmp_path: Path, clock: HandClock) -> None:
    with Profile.open(tmp_path, clock) as profile:
        assert (profile.settings.language, profile.settings.reading, profile.settings.theme) == (None, None, None)
        profile.settings.language = "ko"
        profile.settings.reading = "both"
        profile.settings.theme = "nord"
    with Profile.open(tmp_path, clock) as profile:
        assert (profile.settings.language, profile.settings.reading, profile.settings.theme) == ("ko", "both", "nord")
        profile.settings.language = None
        assert profile.settings.language is None


def test_what_is_no_longer_offered_is_no_choice(profile: Profile) -> None:
    profile.settings.put("language", "fr")
    assert profile.settings.language is None
    assert profile.settings.get("language") == "fr"


def test_home_is_chosen_by_the_environment(tmp_path: Path) -> None:
    assert data_home({"IAMTUTOR_HOME": str(tmp_path)}) == tmp_path
    assert data_home({}).name == "iamtutor"
    assert data_home({"IAMTUTOR_HOME": ""}) == data_home({})
