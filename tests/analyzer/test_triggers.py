"""Each of the 153 checks finds its trigger, with AWS's code and severity, and says so in both languages.

Source: the policy check reference, access-analyzer-reference-policy-checks in the IAM user guide.
"""

from __future__ import annotations

import pytest

from iamtutor.analyzer import SEVERITIES, VALIDATION_MESSAGES, page_of
from iamtutor.analyzer.validation.reader_findings import CODES
from iamtutor.analyzer.validation.registry import FAMILIES
from iamtutor.policy import POLICY_MESSAGES
from iamtutor.words import Lang, say
from iamtutor.words.gaps import missing
from tests.analyzer.checks import CHECKS, findings_like, text_of

SAYS = {**VALIDATION_MESSAGES, **POLICY_MESSAGES}
_LANGS: tuple[Lang, ...] = ("ko", "en")
FROM_READER = {
    *CODES.values(),
    "JSON_SYNTAX_ERROR",
    "SCP_SYNTAX_ERROR_PRINCIPAL",
    "EMPTY_ARRAY_ACTION",
    "EMPTY_ARRAY_RESOURCE",
    "UNIQUE_SIDS_RECOMMENDED",
}


@pytest.mark.parametrize("code", CHECKS)
def test_a_trigger_is_caught(code: str) -> None:
    check = CHECKS[code]
    found = [finding for finding in findings_like(code, text_of(check)) if finding.code == code]
    assert found, f"{code}: {check['description']}"
    assert found[0].severity == check["severity"]
    for finding in found:
        for message in (finding.message, finding.why, finding.mend):
            for lang in _LANGS:
                assert say(SAYS, message, lang, **finding.arguments).strip()


@pytest.mark.parametrize("code", CHECKS)
def test_nothing_is_said_twice(code: str) -> None:
    found = findings_like(code, text_of(CHECKS[code]))
    assert len({(finding.code, finding.places) for finding in found}) == len(found)


def test_every_check_of_the_reference_is_there(capsys: pytest.CaptureFixture[str]) -> None:
    caught = [
        code
        for code, check in CHECKS.items()
        if any(finding.code == code for finding in findings_like(code, text_of(check)))
    ]
    with capsys.disabled():
        print(f"\nvalidation: {len(caught)} of {len(SEVERITIES)} checks catch their trigger")
    assert {code: str(severity) for code, severity in SEVERITIES.items()} == {
        code: check["severity"] for code, check in CHECKS.items()
    }
    assert len(caught) == len(SEVERITIES) == 153


def test_every_code_has_one_home() -> None:
    from_checks = {code for family in FAMILIES for code in family.CODES}
    assert from_checks | FROM_READER == set(SEVERITIES)
    assert from_checks & FROM_READER == {"INVALID_ACTION"}  # the reader: no colon; the check: no such action


def test_every_message_is_there_in_both_languages() -> None:
    assert missing(VALIDATION_MESSAGES) == []
    for code in SEVERITIES:
        assert f"validation.{code}.why" in VALIDATION_MESSAGES
    for family in FAMILIES:
        for code in family.CODES:
            assert {f"validation.{code}", f"validation.{code}.mend"} <= set(VALIDATION_MESSAGES)


def test_a_code_leads_to_its_place_in_the_documentation() -> None:
    assert page_of("MISSING_VERSION").endswith(
        "access-analyzer-reference-policy-checks.html"
        "#access-analyzer-reference-policy-checks-general-warning-missing-version"
    )
