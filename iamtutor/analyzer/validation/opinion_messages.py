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
    "validation.opinion.trusts-everyone": {
        "ko": "AWS의 누구나 조건 없이 이 역할을 수임할 수 있습니다.",
        "en": "Everybody with an AWS account may assume the role, without a condition.",
    },
    "validation.opinion.trusts-everyone.why": {
        "ko": "다른 계정의 사용자도 자기 계정에서 sts:AssumeRole만 허용받으면 이 역할의 권한을 모두 얻습니다.",
        "en": "A user of any account, allowed sts:AssumeRole there, gets everything that the role can.",
    },
    "validation.opinion.trusts-everyone.mend": {
        "ko": "Principal에 계정이나 역할을 적거나 aws:PrincipalOrgID 같은 조건을 거세요.",
        "en": "Name accounts or roles in Principal, or add a condition such as one on aws:PrincipalOrgID.",
    },
    "validation.opinion.resource-of-no-action": {
        "ko": "{action:은} 이 문의 리소스 가운데 어느 것에도 쓸 수 없습니다. 이 작업은 {takes:과} 같은 리소스를 받습니다.",
        "en": "{action} takes none of this statement's resources: it works on resources such as {takes}.",
    },
    "validation.opinion.resource-of-no-action.why": {
        "ko": "작업마다 받는 리소스 유형이 정해져 있습니다. 유형이 맞지 않으면 문은 아무것도 허용하거나 거부하지 않습니다. 예를 들어 버킷(arn:aws:s3:::b)과 그 안의 객체(arn:aws:s3:::b/*)는 다른 유형입니다.",
        "en": "An action works on resources of its own types, and on others the statement neither allows nor denies it. For example, a bucket (arn:aws:s3:::b) and the objects in it (arn:aws:s3:::b/*) are of different types.",
    },
    "validation.opinion.resource-of-no-action.mend": {
        "ko": "작업이 받는 리소스를 Resource에 더하거나, 작업을 맞는 리소스가 있는 문으로 옮기세요.",
        "en": "Add a resource that the action takes, or move the action to a statement that has one.",
    },
    "validation.opinion.action-takes-star": {
        "ko": "{action:은} 특정 리소스를 받지 않습니다. Resource가 *인 문에서만 효과가 있습니다.",
        "en": "{action} takes no particular resource: it has an effect only where Resource is *.",
    },
    "validation.opinion.action-takes-star.why": {
        "ko": "AWS는 이 작업을 리소스 *로 평가합니다. ARN을 적으면 일치하지 않아 아무것도 허용하거나 거부하지 않습니다.",
        "en": "AWS asks for this action with the resource *. An ARN does not match that, so the statement neither allows nor denies it.",
    },
    "validation.opinion.action-takes-star.mend": {
        "ko": "이 작업만 Resource가 *인 문으로 옮기세요.",
        "en": "Move this action to a statement with * as its Resource.",
    },
    "validation.opinion.principal-nobody": {
        "ko": "{value:은} 계정 ID도, 보안 주체의 ARN도 아닙니다.",
        "en": "{value} is neither an account ID nor the ARN of a principal.",
    },
    "validation.opinion.principal-nobody.why": {
        "ko": "아무도 가리키지 않으므로 AWS가 정책을 저장하지 않습니다(Invalid principal in policy).",
        "en": "It names nobody, and AWS refuses to save the policy (Invalid principal in policy).",
    },
    "validation.opinion.principal-nobody.mend": {
        "ko": "숫자 12자리 계정 ID나 사용자, 역할, 세션의 ARN을 적으세요. 그룹은 보안 주체가 될 수 없고, 서비스는 Service 아래에 적습니다.",
        "en": "Write an account ID of twelve digits or the ARN of a user, role or session. A group cannot be a principal, and a service goes under Service.",
    },
}
