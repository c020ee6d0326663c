"""What the checks of principals and trust policies say, in Korean and English."""

from __future__ import annotations

from typing import Final

from iamtutor.words import Messages

MESSAGES: Final[Messages] = {
    "validation.UNSUPPORTED_WILDCARD_IN_PRINCIPAL": {
        "ko": "{type} 보안 주체에는 와일드카드를 섞어 쓸 수 없습니다: {value}",
        "en": "A principal of type {type} takes no wildcard in its value: {value}",
    },
    "validation.UNSUPPORTED_WILDCARD_IN_PRINCIPAL.why": {
        "ko": "Principal의 값은 패턴이 아닙니다. 별표(*) 하나로 모든 사람을 뜻하는 것만 됩니다.",
        "en": "The values of Principal are no patterns; only an asterisk alone, for everyone, is taken.",
    },
    "validation.UNSUPPORTED_WILDCARD_IN_PRINCIPAL.mend": {
        "ko": "보안 주체를 하나씩 적거나, 계정 전체를 적고 aws:PrincipalArn 조건으로 좁히세요.",
        "en": "Name the principals one by one, or name the account and narrow it with a condition on aws:PrincipalArn.",
    },
    "validation.FEDERATED_PRINCIPAL_NOT_SUPPORTED": {
        "ko": "Federated 보안 주체는 신뢰 정책에서만 쓸 수 있습니다: {value}",
        "en": "A Federated principal is taken in trust policies only: {value}",
    },
    "validation.FEDERATED_PRINCIPAL_NOT_SUPPORTED.why": {
        "ko": "페더레이션 사용자는 역할을 수임한 뒤에야 리소스에 접근합니다.",
        "en": "Federated users reach resources only after they have assumed a role.",
    },
    "validation.FEDERATED_PRINCIPAL_NOT_SUPPORTED.mend": {
        "ko": "그들이 수임하는 역할의 ARN을 AWS 유형으로 적으세요.",
        "en": "Name the role that they assume, as a principal of type AWS.",
    },
    "validation.INVALID_ROLE_REFERENCE": {
        "ko": "역할을 ARN이 아니라 고유 ID로 적었습니다: {value}",
        "en": "A role is named by its unique ID and not by its ARN: {value}",
    },
    "validation.INVALID_ROLE_REFERENCE.why": {
        "ko": "역할을 지우고 다시 만들면 ID가 바뀌어 이 정책은 아무도 가리키지 않게 됩니다.",
        "en": "When a role is deleted and made again its ID changes, and the policy names nobody.",
    },
    "validation.INVALID_ROLE_REFERENCE.mend": {
        "ko": "역할의 ARN을 적으세요.",
        "en": "Write the ARN of the role.",
    },
    "validation.INVALID_USER_REFERENCE": {
        "ko": "사용자를 ARN이 아니라 고유 ID로 적었습니다: {value}",
        "en": "A user is named by a unique ID and not by an ARN: {value}",
    },
    "validation.INVALID_USER_REFERENCE.why": {
        "ko": "사용자를 지우고 다시 만들면 ID가 바뀌어 이 정책은 아무도 가리키지 않게 됩니다.",
        "en": "When a user is deleted and made again the ID changes, and the policy names nobody.",
    },
    "validation.INVALID_USER_REFERENCE.mend": {
        "ko": "사용자의 ARN을 적으세요.",
        "en": "Write the ARN of the user.",
    },
    "validation.ROLE_TRUST_POLICY_UNSUPPORTED_WILDCARD_IN_PRINCIPAL": {
        "ko": "신뢰 정책의 Principal에는 별표(*)만 적을 수 없습니다.",
        "en": "The Principal of a trust policy cannot be a bare asterisk.",
    },
    "validation.ROLE_TRUST_POLICY_UNSUPPORTED_WILDCARD_IN_PRINCIPAL.why": {
        "ko": "누구나 이 역할을 수임하게 한다는 뜻이 되므로 IAM이 받지 않습니다.",
        "en": "It would let anyone assume the role, so IAM refuses it.",
    },
    "validation.ROLE_TRUST_POLICY_UNSUPPORTED_WILDCARD_IN_PRINCIPAL.mend": {
        "ko": "계정이나 역할의 ARN을 AWS 유형으로, 서비스라면 Service 유형으로 적으세요.",
        "en": "Name accounts and roles under AWS, and services under Service.",
    },
    "validation.ROLE_TRUST_POLICY_SYNTAX_ERROR_NOTPRINCIPAL": {
        "ko": "신뢰 정책에는 NotPrincipal을 쓸 수 없습니다.",
        "en": "A trust policy takes no NotPrincipal.",
    },
    "validation.ROLE_TRUST_POLICY_SYNTAX_ERROR_NOTPRINCIPAL.why": {
        "ko": "역할을 수임할 수 있는 사람은 이름으로 밝혀야 합니다. IAM은 NotPrincipal이 있는 신뢰 정책을 받지 않습니다.",
        "en": "Who may assume a role must be named; IAM refuses a trust policy with NotPrincipal.",
    },
    "validation.ROLE_TRUST_POLICY_SYNTAX_ERROR_NOTPRINCIPAL.mend": {
        "ko": "Principal에 누구인지 적으세요.",
        "en": "Say in Principal who it is.",
    },
    "validation.INVALID_FEDERATED_PRINCIPAL_SYNTAX_IN_ROLE_TRUST_POLICY": {
        "ko": "Federated의 값이 도메인 이름도 자격 증명 공급자의 ARN도 아닙니다: {value}",
        "en": "The value of Federated is neither a domain name nor the ARN of an identity provider: {value}",
    },
    "validation.INVALID_FEDERATED_PRINCIPAL_SYNTAX_IN_ROLE_TRUST_POLICY.why": {
        "ko": "AWS가 공급자를 알아보지 못하므로 아무도 역할을 수임할 수 없습니다.",
        "en": "AWS does not recognize the provider, so nobody can assume the role.",
    },
    "validation.INVALID_FEDERATED_PRINCIPAL_SYNTAX_IN_ROLE_TRUST_POLICY.mend": {
        "ko": "arn:aws:iam::계정:saml-provider/이름이나 oidc-provider/주소, 또는 accounts.google.com 같은 도메인을 적으세요.",
        "en": "Write arn:aws:iam::account:saml-provider/name or oidc-provider/address, or a domain such as accounts.google.com.",
    },
    "validation.REDUNDANT_PRINCIPAL_IN_ROLE_TRUST_POLICY": {
        "ko": "세션 {session:은} 이미 역할 {role:으로} 허용됩니다.",
        "en": "The session {session} is already allowed by its role {role}.",
    },
    "validation.REDUNDANT_PRINCIPAL_IN_ROLE_TRUST_POLICY.why": {
        "ko": "역할을 적으면 그 역할의 모든 세션이 포함됩니다. 한 세션으로 좁힌 것처럼 보이지만 그렇지 않습니다.",
        "en": "Naming a role includes all its sessions: it looks limited to one session and is not.",
    },
    "validation.REDUNDANT_PRINCIPAL_IN_ROLE_TRUST_POLICY.mend": {
        "ko": "둘 중 하나만 남기세요.",
        "en": "Keep one of the two.",
    },
    "validation.MISMATCHED_ACTION_FOR_PRINCIPAL": {
        "ko": "{action:은} 이 보안 주체와 맞지 않습니다. {meant:을} 써야 합니다.",
        "en": "{action} does not suit this principal; {meant} does.",
    },
    "validation.MISMATCHED_ACTION_FOR_PRINCIPAL.why": {
        "ko": "SAML 공급자는 AssumeRoleWithSAML, OIDC 공급자는 AssumeRoleWithWebIdentity로만 역할을 수임합니다.",
        "en": "A SAML provider's users assume roles with AssumeRoleWithSAML, an OIDC provider's with AssumeRoleWithWebIdentity, and with nothing else.",
    },
    "validation.MISMATCHED_ACTION_FOR_PRINCIPAL.mend": {
        "ko": "작업을 바꾸거나 보안 주체를 바꾸세요.",
        "en": "Change the action, or the principal.",
    },
    "validation.MISSING_ACTION_FOR_CONDITION_KEY": {
        "ko": "{key} 조건은 {action:이} 함께 허용될 때만 쓸모가 있습니다.",
        "en": "A condition on {key} is of use only where {action} is allowed, too.",
    },
    "validation.MISSING_ACTION_FOR_CONDITION_KEY.why": {
        "ko": "이 값을 넘기려면 그 작업의 권한이 필요하므로, 없으면 값이 있는 요청이 실패합니다.",
        "en": "Passing the value takes that permission; without it requests with the value fail.",
    },
    "validation.MISSING_ACTION_FOR_CONDITION_KEY.mend": {
        "ko": "같은 문의 Action에 {action:을} 더하세요.",
        "en": "Add {action} to the Action of the same statement.",
    },
    "validation.MISSING_ACTION_FOR_ROLES_ANYWHERE_TRUST_POLICY": {
        "ko": "IAM Roles Anywhere에 필요한 작업이 빠졌습니다: {actions}",
        "en": "IAM Roles Anywhere lacks what it needs: {actions}",
    },
    "validation.MISSING_ACTION_FOR_ROLES_ANYWHERE_TRUST_POLICY.why": {
        "ko": "Roles Anywhere는 인증서의 정보를 세션 태그와 소스 ID로 넘기므로 세 작업이 모두 필요합니다.",
        "en": "Roles Anywhere passes on what the certificate says as session tags and source identity, and needs all three actions.",
    },
    "validation.MISSING_ACTION_FOR_ROLES_ANYWHERE_TRUST_POLICY.mend": {
        "ko": "sts:AssumeRole, sts:SetSourceIdentity, sts:TagSession을 모두 적으세요.",
        "en": "Allow sts:AssumeRole, sts:SetSourceIdentity and sts:TagSession.",
    },
    "validation.MISSING_CONDITION_KEY_FOR_OIDC_PRINCIPAL": {
        "ko": "공급자 {provider:을} 조건 없이 신뢰합니다.",
        "en": "The provider {provider} is trusted without a condition.",
    },
    "validation.MISSING_CONDITION_KEY_FOR_OIDC_PRINCIPAL.why": {
        "ko": "이 공급자의 토큰을 가진 사람은 누구나 역할을 수임할 수 있습니다. 남의 앱에서 받은 토큰도 됩니다.",
        "en": "Anyone with a token of the provider can assume the role, also with a token from somebody else's app.",
    },
    "validation.MISSING_CONDITION_KEY_FOR_OIDC_PRINCIPAL.mend": {
        "ko": "{key:이나} aud 같은 이 공급자의 키를 조건으로 물으세요.",
        "en": "Ask for a key of the provider, such as {key} or its aud.",
    },
    "validation.MISSING_GITHUB_REPO_CONDITION_KEY": {
        "ko": "GitHub Actions를 신뢰하면서 어느 리포지토리인지 묻지 않습니다.",
        "en": "GitHub Actions is trusted without asking which repository.",
    },
    "validation.MISSING_GITHUB_REPO_CONDITION_KEY.why": {
        "ko": "GitHub의 누구나, 어느 리포지토리의 워크플로로든 이 역할을 수임할 수 있습니다.",
        "en": "Anyone on GitHub can assume the role, from a workflow of any repository.",
    },
    "validation.MISSING_GITHUB_REPO_CONDITION_KEY.mend": {
        "ko": "{key} 조건에 repo:조직/리포지토리:ref:refs/heads/브랜치를 적으세요.",
        "en": "Add a condition on {key} with repo:org/repository:ref:refs/heads/branch.",
    },
    "validation.SPECIFIC_GITHUB_REPO_AND_BRANCH_RECOMMENDED": {
        "ko": "GitHub의 리포지토리나 브랜치가 와일드카드입니다: {value}",
        "en": "The GitHub repository or branch is a wildcard: {value}",
    },
    "validation.SPECIFIC_GITHUB_REPO_AND_BRANCH_RECOMMENDED.why": {
        "ko": "다른 리포지토리나, 누구나 만들 수 있는 브랜치의 워크플로도 역할을 수임할 수 있습니다.",
        "en": "Workflows of other repositories, or of a branch that anyone can make, can assume the role as well.",
    },
    "validation.SPECIFIC_GITHUB_REPO_AND_BRANCH_RECOMMENDED.mend": {
        "ko": "조직, 리포지토리, 브랜치나 환경을 끝까지 적으세요.",
        "en": "Write out organization, repository, and branch or environment.",
    },
}
