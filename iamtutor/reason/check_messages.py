"""What the custom checks say, in Korean and English: the command line and the app say the same."""

from __future__ import annotations

from typing import Final

from iamtutor.words import Messages

CHECK_MESSAGES: Final[Messages] = {
    "reason.check.no-new-access-pass": {
        "ko": "{policy:은} {reference}보다 더 허용하는 것이 없습니다",
        "en": "{policy} grants no access that {reference} does not",
    },
    "reason.check.no-new-access-fail": {
        "ko": "{policy:은} {reference:이} 허용하지 않는 액세스를 허용합니다",
        "en": "{policy} grants access that {reference} does not",
    },
    "reason.check.no-new-access-open": {
        "ko": "{policy:은} {reference:이} 허용하지 않는 액세스를 허용할 수 있습니다. 그렇지 않다는 것을 증명하지 못했습니다",
        "en": "{policy} may grant access that {reference} does not: the opposite could not be proved",
    },
    "reason.check.access-not-granted-pass": {
        "ko": "{policy:은} 주어진 작업과 리소스 가운데 아무것도 허용하지 않습니다",
        "en": "{policy} grants none of the listed actions and resources",
    },
    "reason.check.access-not-granted-fail": {
        "ko": "{policy:은} 주어진 작업이나 리소스를 허용합니다",
        "en": "{policy} grants one or more of the listed actions or resources",
    },
    "reason.check.access-not-granted-open": {
        "ko": "{policy:은} 주어진 작업이나 리소스를 허용할 수 있습니다. 그렇지 않다는 것을 증명하지 못했습니다",
        "en": "{policy} may grant one or more of the listed actions or resources: the opposite could not be proved",
    },
    "reason.check.no-public-access-pass": {
        "ko": "{policy:은} 퍼블릭 액세스를 허용하지 않습니다",
        "en": "{policy} grants no public access",
    },
    "reason.check.no-public-access-fail": {
        "ko": "{policy:은} 퍼블릭 액세스를 허용합니다",
        "en": "{policy} grants public access",
    },
    "reason.check.no-public-access-open": {
        "ko": "{policy:은} 퍼블릭 액세스를 허용할 수 있습니다. 그렇지 않다는 것을 증명하지 못했습니다",
        "en": "{policy} may grant public access: the opposite could not be proved",
    },
    "reason.check.reasons": {"ko": "원인이 되는 문", "en": "Because of"},
    "reason.check.ground": {
        "ko": "{action} · {resource}",
        "en": "{action} on {resource}",
    },
    "reason.check.names-nobody": {
        "ko": "{policy}: {check:는} 리소스 기반 정책과 신뢰 정책을 검사합니다 (이 정책: {kind})",
        "en": "{policy}: {check} is for resource-based and trust policies (this is read as {kind})",
    },
    "reason.check.never-grants": {
        "ko": "{policy}: RCP는 스스로 아무것도 허용하지 않으므로 얼마나 허용하는지 따질 수 없습니다",
        "en": "{policy}: an RCP grants nothing by itself, so there is nothing to ask or to measure",
    },
}
