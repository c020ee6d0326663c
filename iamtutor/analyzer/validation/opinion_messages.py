"""What our own opinions say, in Korean and English."""

from __future__ import annotations

from typing import Final

from iamtutor.words import Messages

MESSAGES: Final[Messages] = {
    "validation.opinion.allow-everything": {
        "ko": "모든 작업을 모든 리소스에 조건 없이 허용합니다.",
        "en": "Every action is allowed on every resource, without a condition.",
    },
    "validation.opinion.allow-everything.why": {
        "ko": "관리자 권한입니다. 이 자격 증명이 새면 계정 전체가 넘어갑니다.",
        "en": "That is an administrator: whoever gets hold of these credentials has the whole account.",
    },
    "validation.opinion.allow-everything.mend": {
        "ko": "필요한 작업과 리소스만 적으세요. 관리자가 필요하다면 역할로 두고 MFA를 조건으로 거세요.",
        "en": "Name the actions and resources that are needed; make an administrator a role that asks for MFA.",
    },
    "validation.opinion.allow-not-action.why": {
        "ko": "AWS가 새로 내놓는 서비스와 작업까지 저절로 허용됩니다.",
        "en": "Services and actions that AWS brings out later are allowed by themselves.",
    },
    "validation.opinion.allow-not-action": {
        "ko": "NotAction으로 허용하므로, 적지 않은 모든 작업이 허용됩니다.",
        "en": "NotAction allows every action that is not named.",
    },
    "validation.opinion.allow-not-action.mend": {
        "ko": "Action에 허용할 작업을 적고, NotAction은 Deny에서 쓰세요.",
        "en": "Name what is allowed in Action, and keep NotAction for Deny.",
    },
    "validation.opinion.open-to-everyone": {
        "ko": "누구에게나 조건 없이 허용합니다.",
        "en": "Everyone is allowed, without a condition.",
    },
    "validation.opinion.open-to-everyone.why": {
        "ko": "익명 사용자를 포함해 인터넷의 누구나 이 리소스에 접근할 수 있습니다.",
        "en": "Anyone on the internet reaches the resource, anonymous callers included.",
    },
    "validation.opinion.open-to-everyone.mend": {
        "ko": "Principal을 좁히거나 aws:PrincipalOrgID 같은 조건을 거세요.",
        "en": "Narrow Principal, or add a condition such as one on aws:PrincipalOrgID.",
    },
}
