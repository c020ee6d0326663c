"""Findings of policy validation as the screen needs them: worked out beside it, carried along while the text changes,
and said in words.

The analyzer, the catalogue and their words are imported by the first check, in a worker, and not with the screen.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import replace
from functools import lru_cache
from typing import TYPE_CHECKING, Final

from iamtutor.cloud import MESSAGES as WORLD_MESSAGES
from iamtutor.policy import POLICY_MESSAGES, Reading, Severity, Span
from iamtutor.study import Marking
from iamtutor.words import Lang, say

if TYPE_CHECKING:
    from iamtutor.analyzer import QuickFix, ValidationFinding
    from iamtutor.catalog import Catalog

SIGNS: Final = {Severity.ERROR: "✗", Severity.SECURITY_WARNING: "!", Severity.WARNING: "·", Severity.SUGGESTION: "i"}
TONES: Final = {
    Severity.ERROR: "$deny",
    Severity.SECURITY_WARNING: "$accent",
    Severity.WARNING: "$key",
    Severity.SUGGESTION: "$dim",
}
_ACTIONS: Final = "https://docs.aws.amazon.com/service-authorization/latest/reference/reference_policies_actions-resources-contextkeys.html"
_PAGES: Final = {
    "opinion.resource-of-no-action": _ACTIONS,
    "opinion.action-takes-star": _ACTIONS,
    "opinion.principal-nobody": "https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_principal.html",
    "policy.characters": "https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_iam-quotas.html#reference_iam-quotas-names",
}
"""What AWS has a rule for, and no code."""
_ORDER: Final = tuple(Severity)
_SERIOUS: Final = (Severity.ERROR, Severity.SECURITY_WARNING)


def severity_order(finding: ValidationFinding) -> int:
    """0 for the worst."""
    return _ORDER.index(finding.severity)


def is_marked(finding: ValidationFinding, marking: Marking) -> bool:
    """Whether a finding is marked in the text."""
    return marking == "all" or finding.severity in _SERIOUS


def in_order(findings: Iterable[ValidationFinding]) -> tuple[ValidationFinding, ...]:
    """In the order of the text, at one place the worst first."""
    return tuple(sorted(findings, key=lambda each: (each.span.start, severity_order(each), each.span.end, each.code)))


@lru_cache(maxsize=4)
def read_findings(reading: Reading) -> tuple[ValidationFinding, ...]:
    """What the reader found, under AWS's codes. Where IAM would refuse what the analyzer only suggests, the worse holds."""
    if not reading.findings:
        return ()
    from iamtutor.analyzer import reader_findings

    own = {(each.code, each.span): each.severity for each in reading.findings}
    return tuple(
        replace(each, severity=min(each.severity, own.get((each.message, each.span), each.severity), key=_ORDER.index))
        for each in reader_findings(reading, broken=False)
    )


def checked(
    reading: Reading, resource_type: str | None, catalog: Catalog | None, cancelled: Callable[[], bool]
) -> tuple[ValidationFinding, ...] | None:
    """What the checks find beyond the reader; None where the text is no JSON, or nobody wants to know any more."""
    from iamtutor.analyzer import validating
    from iamtutor.catalog import CatalogError

    found: list[ValidationFinding] = []
    steps = 0
    try:
        for step in validating(reading, resource_type=resource_type, catalog=catalog, mistakes=True):
            if cancelled():
                return None
            steps += 1
            found.extend(each for each in step if each.message.startswith("validation."))
    except CatalogError:
        return ()
    return in_order(found) if steps > 1 else None


def carried(findings: Sequence[ValidationFinding], before: str, now: str) -> tuple[ValidationFinding, ...]:
    """Findings of a text where they stand after it changed in one stretch; those within the stretch are dropped."""
    if before == now or not findings:
        return tuple(findings)
    from iamtutor.analyzer import Place, QuickFix

    length = min(len(before), len(now))
    same = _longest(length, lambda count: before.startswith(now[:count]))
    rest = _longest(length - same, lambda count: before.endswith(now[len(now) - count :]))
    end, by = len(before) - rest, len(now) - len(before)

    def place(span: Span) -> Span | None:
        if span.end <= same:
            return span
        return Span(span.start + by, span.end + by) if span.start >= end else None

    kept = []
    for finding in findings:
        places = [Place(span, each.path) for each in finding.places if (span := place(each.span)) is not None]
        if places and place(finding.span) is not None:
            fix = finding.fix and place(finding.fix.span)
            moved = QuickFix(fix, finding.fix.replacement) if fix and finding.fix else None
            kept.append(replace(finding, places=tuple(places), fix=moved))
    return tuple(kept)


def _longest(most: int, holds: Callable[[int], bool]) -> int:
    """The greatest count up to `most` for which something holds that holds for every smaller one."""
    least = 0
    while least < most:
        middle = (least + most + 1) // 2
        least, most = (middle, most) if holds(middle) else (least, middle - 1)
    return least


def warm_up() -> None:
    """Import what the screen needs to show findings. Run in a worker: it takes 50 ms, and a keystroke must not wait."""
    from iamtutor.analyzer import SEVERITIES, VALIDATION_MESSAGES, reader_findings

    assert all((SEVERITIES, VALIDATION_MESSAGES, reader_findings))


def message_of(finding: ValidationFinding, lang: Lang) -> str:
    """What is wrong."""
    return _said(finding, finding.message, lang)


def why_of(finding: ValidationFinding, lang: Lang) -> str:
    """Why it matters; empty where nothing more is known."""
    return _said(finding, finding.why, lang)


def mend_of(finding: ValidationFinding, lang: Lang) -> str:
    """How it is mended; empty where nothing more is known."""
    return _said(finding, finding.mend, lang)


def _said(finding: ValidationFinding, message: str, lang: Lang) -> str:
    from iamtutor.analyzer import VALIDATION_MESSAGES

    for messages in (VALIDATION_MESSAGES, POLICY_MESSAGES, WORLD_MESSAGES):
        if message in messages:
            return say(messages, message, lang, **finding.arguments)
    return ""


def page_of(finding: ValidationFinding) -> str:
    """AWS's page on a finding; empty for what AWS has none."""
    from iamtutor.analyzer import SEVERITIES, page_of

    return page_of(finding.code) if finding.code in SEVERITIES else _PAGES.get(finding.code, "")


def mended(text: str, fix: QuickFix) -> str:
    """The text with a quick fix applied."""
    return text[: fix.span.start] + fix.replacement + text[fix.span.end :]
