import pytest

from iamtutor.words import default_lang


@pytest.mark.parametrize(
    ("environ", "expected"),
    [
        ({}, "en"),
        ({"LANG": "ko_KR.UTF-8"}, "ko"),
        ({"LANG": "ko"}, "ko"),
        ({"LANG": "ko-KR"}, "ko"),
        ({"LANG": "kok_IN"}, "en"),
        ({"LANG": "de_DE.UTF-8"}, "en"),
        ({"LANG": "en_US.UTF-8", "LC_ALL": "ko_KR.UTF-8"}, "ko"),
        ({"LANG": "ko_KR.UTF-8", "LC_ALL": "en_US.UTF-8"}, "en"),
        ({"LANG": "ko_KR.UTF-8", "LC_ALL": ""}, "ko"),
        ({"LANG": "en_US.UTF-8", "LC_MESSAGES": "ko_KR"}, "ko"),
        ({"LANG": "en_US.UTF-8", "LANGUAGE": "ko"}, "ko"),
        ({"LANG": "ko_KR.UTF-8", "LANGUAGE": "en:ko"}, "en"),
        ({"LANG": "ko_KR.UTF-8", "LANGUAGE": "de:ko_KR:en"}, "ko"),
        ({"LANG": "ko_KR.UTF-8", "LANGUAGE": "de"}, "ko"),
        ({"LC_ALL": "C", "LANG": "ko_KR.UTF-8", "LANGUAGE": "ko"}, "en"),
        ({"LC_ALL": "C.UTF-8", "LANGUAGE": "ko"}, "en"),
        ({"LANGUAGE": "ko"}, "ko"),
    ],
)
def test_the_environment_decides(environ: dict[str, str], expected: str) -> None:
    assert default_lang(environ) == expected


def test_the_system_is_asked_last() -> None:
    assert default_lang({}, system="Korean_Korea.949") == "ko"
    assert default_lang({"LANG": "en_US"}, system="ko_KR") == "en"
