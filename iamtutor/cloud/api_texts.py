"""Why AWS refuses a call, in both languages. What AWS itself says stands in its own English beside it."""

from __future__ import annotations

from typing import Final

Texts = dict[str, tuple[str, str]]

_LAYERS: Final = {
    "identity": ("ID 기반 정책", "identity-based policy"),
    "resource": ("리소스 기반 정책", "resource-based policy"),
    "trust": ("역할의 신뢰 정책", "role trust policy"),
    "boundary": ("권한 경계", "permissions boundary"),
    "session": ("세션 정책", "session policy"),
    "scp": ("서비스 제어 정책(SCP)", "service control policy"),
    "rcp": ("리소스 제어 정책(RCP)", "resource control policy"),
    "endpoint": ("VPC 엔드포인트 정책", "VPC endpoint policy"),
}


def _article(noun: str) -> str:
    return f"an {noun}" if noun[0] in "aei" else f"a {noun}"


_DENIED: Texts = {}
for _layer, (_ko, _en) in _LAYERS.items():
    _DENIED[f"denied-explicit-{_layer}"] = (
        f"{_ko}에 {{action:을}} 거부하는 문이 있습니다. 명시적 거부는 어떤 허용보다 앞섭니다.",
        f"A statement of {_article(_en)} denies {{action}}. An explicit deny comes before every allow.",
    )
    _DENIED[f"denied-implicit-{_layer}"] = (
        f"{{action:을}} 허용하는 {_ko} 문이 없습니다. 허용이 없으면 거부됩니다.",
        f"No statement of {_article(_en)} allows {{action}}, and what is not allowed is denied.",
    )

_REFUSED: Texts = {
    "refused-root-assumes-role": (
        "루트 사용자는 역할을 수임할 수 없습니다. 어떤 정책으로도 바꿀 수 없습니다.",
        "A root user cannot assume a role, whatever the policies say.",
    ),
    "refused-session-credentials": (
        "역할이나 페더레이션 사용자의 세션 자격 증명으로는 GetSessionToken을 호출할 수 없습니다. 어떤 정책으로도 바꿀 수 없습니다.",
        "The session credentials of a role or a federated user cannot call GetSessionToken, whatever the policies say.",
    ),
    "refused-aws-managed-policy": (
        "AWS 관리형 정책은 AWS만 바꿀 수 있습니다.",
        "Only AWS changes an AWS managed policy.",
    ),
    "refused-aws-managed-alias": (
        "alias/aws/로 시작하는 별칭은 AWS의 것입니다.",
        "Aliases that begin with alias/aws/ belong to AWS.",
    ),
    "refused-public-access-blocked": (
        "퍼블릭 액세스 차단이 켜져 있어서, 버킷 정책이 누구에게나 여는 것이 다른 계정과 익명 호출자에게는 통하지 않습니다.",
        "Block Public Access is on: what the bucket policy opens to everyone does not count for other accounts and anonymous callers.",
    ),
    "protected-role": (
        "역할 {name:은} AWS 서비스가 관리합니다. 고객이 바꿀 수 없습니다.",
        "The role {name} belongs to an AWS service. Customers cannot change it.",
    ),
}

_SIGNING_IN: Texts = {
    "unknown-key": (
        "이 액세스 키는 없거나 비활성 상태입니다.",
        "There is no such access key, or it is inactive.",
    ),
    "wrong-secret": ("비밀 액세스 키가 맞지 않습니다.", "The secret access key is not the right one."),
    "wrong-token": (
        "임시 보안 자격 증명에는 세션 토큰이 있어야 하고, 이 토큰은 그 키의 것이 아닙니다.",
        "Temporary credentials need their session token, and this is not the one that belongs to the key.",
    ),
    "expired": (
        "임시 보안 자격 증명이 만료되었습니다. 새로 받아야 합니다.",
        "The temporary credentials have expired. New ones are needed.",
    ),
    "unsigned": (
        "서명하지 않은 요청입니다. 이 작업에는 자격 증명이 있어야 합니다.",
        "The request is not signed, and this operation needs credentials.",
    ),
    "token-no-iam": (
        "MFA 없이 GetSessionToken으로 받은 자격 증명으로는 IAM을 호출할 수 없습니다.",
        "Credentials from GetSessionToken without MFA cannot call IAM.",
    ),
    "federated-no-iam": (
        "GetFederationToken으로 받은 자격 증명으로는 IAM을 호출할 수 없습니다.",
        "Credentials from GetFederationToken cannot call IAM.",
    ),
    "federated-sts": (
        "GetFederationToken으로 받은 자격 증명으로 부를 수 있는 STS 작업은 GetCallerIdentity뿐입니다.",
        "Of STS, credentials from GetFederationToken can call GetCallerIdentity only.",
    ),
    "session-credentials": (
        "{operation:은} 임시 보안 자격 증명으로 부를 수 없습니다. 사용자의 장기 액세스 키가 필요합니다.",
        "{operation} cannot be called with temporary credentials: it needs a user's long-lived access key.",
    ),
    "no-root-keys": (
        "{reference:은} IAM 사용자가 아닙니다. 이 세계에는 루트 사용자의 액세스 키가 없습니다.",
        "{reference} is no IAM user, and a world has no access keys of a root user.",
    ),
    "not-a-key": ("{name:은} 액세스 키 ID가 아닙니다.", "{name} is no access key ID."),
    "mfa-device": (
        "MFA 디바이스 {serial:이} 이 사용자의 것이 아니거나, 일련번호와 코드 가운데 하나가 빠졌습니다.",
        "The MFA device {serial} does not belong to this user, or either serial number or code is missing.",
    ),
    "mfa-code": (
        "MFA 코드가 지금 디바이스에 보이는 것과 다릅니다. 코드는 30초마다 바뀝니다.",
        "The MFA code is not what the device shows now. It changes every 30 seconds.",
    ),
}

_SESSIONS: Texts = {
    "no-such-role": (
        "역할 {role:이} 없습니다. AWS는 없는 역할도 권한이 없을 때와 같은 말로 거부합니다.",
        "There is no role {role}. AWS refuses it in the same words as one that may not be assumed.",
    ),
    "role-duration": (
        "이 역할의 세션은 {limit}초까지입니다. 더 길게 하려면 역할의 MaxSessionDuration을 늘려야 합니다.",
        "A session of this role lasts at most {limit} seconds. For more, raise the role's MaxSessionDuration.",
    ),
    "chained-duration": (
        "역할의 세션으로 다른 역할을 수임하면(역할 체인) {limit}초까지입니다.",
        "A role assumed with the session of another role (role chaining) lasts at most {limit} seconds.",
    ),
    "source-identity-set": (
        "소스 자격 증명은 이미 {name}입니다. 한 번 정하면 역할 체인에서 바꿀 수 없습니다.",
        "The source identity is {name} already. Once it is set, it cannot be changed along the chain.",
    ),
    "transitive-conflict": (
        "세션 태그 {name:은} 앞 세션에서 전이적으로 넘어왔습니다. 이런 태그는 덮어쓸 수 없습니다.",
        "The session tag {name} comes in as a transitive tag of the session before. Such a tag cannot be overridden.",
    ),
    "too-many-session-policies": (
        "세션 정책으로 넘길 수 있는 관리형 정책은 {limit}개까지입니다.",
        "At most {limit} managed policies can be passed as session policies.",
    ),
    "packed-policy": (
        "세션 정책과 세션 태그가 허용된 크기의 {percent}%입니다. 정책을 줄이세요.",
        "Session policies and tags take {percent}% of the space that they have. Pass smaller policies.",
    ),
    "packed-tags": (
        "세션 태그가 허용된 크기의 {percent}%입니다. 태그를 줄이세요.",
        "Session tags take {percent}% of the space that they have. Pass fewer or shorter ones.",
    ),
    "identity-expired": (
        "자격 증명 공급자가 준 토큰이나 어설션이 만료되었습니다. 다시 로그인해야 합니다.",
        "The identity provider's token or assertion has expired. A new sign-in is needed.",
    ),
    "no-provider": (
        "자격 증명 공급자 {name:이} 역할의 계정에 없습니다.",
        "The role's account has no identity provider {name}.",
    ),
    "audience": (
        "토큰이나 어설션의 대상(audience) {name:이} 공급자에 등록된 것과 다릅니다.",
        "The audience {name} of the token or assertion is not one that the provider has.",
    ),
    "issuer": (
        "어설션의 발급자 {name:이} 공급자의 메타데이터에 있는 것과 다릅니다.",
        "The issuer {name} of the assertion is not the one in the provider's metadata.",
    ),
    "no-session-name": (
        "어설션에 RoleSessionName 속성이 없습니다.",
        "The assertion lacks the RoleSessionName attribute.",
    ),
    "role-not-asserted": (
        "어설션의 Role 속성에 역할 {role:과} 이 공급자의 짝이 없습니다.",
        "The assertion's Role attribute does not hold the pair of {role} and this provider.",
    ),
}

_PARAMETERS: Texts = {
    "too-short": ("{name:은} {limit}자 이상이어야 합니다.", "{name} needs at least {limit:character|characters}."),
    "too-long": ("{name:은} {limit}자까지입니다.", "{name} takes at most {limit:character|characters}."),
    "too-small": ("{name:은} {limit} 이상이어야 합니다.", "{name} must be {limit} or more."),
    "too-large": ("{name:은} {limit} 이하여야 합니다.", "{name} must be {limit} or less."),
    "wrong-form": (
        "{name}에 쓸 수 없는 문자가 있습니다. 정해진 꼴: {pattern}",
        "{name} holds characters that it does not take. The form is {pattern}.",
    ),
    "name": (
        "이름 {name:은} 쓸 수 없습니다. 영문자, 숫자와 + = , . @ _ - 만 씁니다.",
        "IAM does not take the name {name}: letters, digits and + = , . @ _ - only.",
    ),
    "provider-url": (
        "{url:은} OIDC 공급자의 URL이 아닙니다. https://로 시작해야 합니다.",
        "{url} is not the URL of an OpenID Connect provider: it begins with https://.",
    ),
    "no-user-name": (
        "호출자가 IAM 사용자가 아니므로 어느 사용자인지 적어야 합니다.",
        "The caller is no IAM user, so the user must be named.",
    ),
    "trust-action": (
        "신뢰 정책에는 sts: 작업만 적을 수 있습니다. {action:은} 다른 서비스의 작업입니다.",
        "A trust policy takes sts: actions only, and {action} is none.",
    ),
    "no-service": (
        "{principal:은} AWS 서비스의 이름이 아닙니다. 예: ec2.amazonaws.com",
        "{principal} is no AWS service. An example: ec2.amazonaws.com.",
    ),
    "github-trust": (
        "GitHub의 OIDC 공급자는 GitHub의 모든 사람이 씁니다. 조건에서 sub나 job_workflow_ref로 누구를 믿는지 좁혀야 합니다.",
        "GitHub's OIDC provider serves everyone on GitHub. A condition on sub or job_workflow_ref must say whom the role trusts.",
    ),
    "rcp-allows": (
        "고객이 만드는 RCP에는 거부하는 문만 적을 수 있습니다. 허용은 RCPFullAWSAccess가 합니다.",
        "An RCP that a customer writes can only deny; RCPFullAWSAccess does the allowing.",
    ),
    "key-lockout": (
        "이 키 정책이면 호출자 자신이 키 정책을 다시 바꿀 수 없게 됩니다.",
        "With this key policy the caller itself could not change the key policy any more.",
    ),
    "public-policy": (
        "버킷 {name}에 BlockPublicPolicy가 켜져 있어서 누구에게나 여는 정책은 저장되지 않습니다.",
        "BlockPublicPolicy is on for the bucket {name}: a policy that opens it to everyone is not saved.",
    ),
    "role-not-for-service": (
        "역할 {role:이} 없거나, 그 신뢰 정책이 Lambda를 믿지 않습니다.",
        "There is no role {role}, or its trust policy does not name Lambda.",
    ),
}

_ENTITIES: Texts = {
    "no-such-entity": ("{name:이} 없습니다.", "There is no {name}."),
    "no-target": ("{name:이} 없습니다.", "There is no {name}."),
    "no-bucket": ("버킷 {name:이} 없습니다.", "There is no bucket {name}."),
    "no-bucket-policy": ("버킷 {name}에는 버킷 정책이 없습니다.", "The bucket {name} has no bucket policy."),
    "no-object": ("객체 {name:이} 없습니다.", "There is no object {name}."),
    "hidden-object": (
        "객체 {name:이} 없습니다. s3:ListBucket 권한이 없는 호출자에게 S3는 있는지 없는지 알려 주지 않고 403을 줍니다.",
        "There is no object {name}. To a caller who may not s3:ListBucket, S3 says 403 and not whether the object is there.",
    ),
    "already-exists": (
        "{name:은} 이미 있습니다. IAM은 대소문자만 다른 이름도 같은 이름으로 봅니다.",
        "{name} is there already. IAM takes names that differ only in case for the same.",
    ),
    "bucket-taken": (
        "버킷 이름 {name:은} 다른 계정이 쓰고 있습니다. 버킷 이름은 모든 계정을 통틀어 하나뿐입니다.",
        "The bucket name {name} belongs to another account. Bucket names are unique across all accounts.",
    ),
    "bucket-not-empty": (
        "버킷 {name}에 객체가 있습니다. 먼저 지워야 합니다.",
        "The bucket {name} holds objects, which must go first.",
    ),
    "already-there": ("{name:은} 이미 거기에 있습니다.", "{name} is there already."),
    "not-there": ("{name:은} 거기에 연결되어 있지 않습니다.", "{name} is not attached there."),
    "must-go-policies": (
        "{name}에 관리형 정책이 연결되어 있습니다. 먼저 분리해야 합니다.",
        "{name} has managed policies attached. Detach them first.",
    ),
    "must-go-inline": (
        "{name}에 인라인 정책이 있습니다. 먼저 지워야 합니다.",
        "{name} has inline policies. Delete them first.",
    ),
    "must-go-groups": (
        "사용자 {name:이} 그룹에 들어 있습니다. 먼저 빼야 합니다.",
        "The user {name} is in groups. Take it out of them first.",
    ),
    "must-go-members": (
        "그룹 {name}에 사용자가 있습니다. 먼저 빼야 합니다.",
        "The group {name} has members. Take them out first.",
    ),
    "must-go-access-keys": (
        "사용자 {name}에게 액세스 키가 있습니다. 먼저 지워야 합니다.",
        "The user {name} has access keys. Delete them first.",
    ),
    "must-go-mfa": (
        "사용자 {name}에게 MFA 디바이스가 있습니다. 먼저 비활성화해야 합니다.",
        "The user {name} has an MFA device. Deactivate it first.",
    ),
    "must-go-login": (
        "사용자 {name}에게 콘솔 암호가 있습니다. 먼저 로그인 프로파일을 지워야 합니다.",
        "The user {name} has a console password. Delete its login profile first.",
    ),
    "must-go-profile": (
        "{name:은} 인스턴스 프로파일로 묶여 있습니다. 먼저 프로파일에서 역할을 빼야 합니다.",
        "{name} is tied up in an instance profile. Take the role out of the profile first.",
    ),
    "must-go-attachments": (
        "정책 {name:이} 연결되어 있거나 권한 경계로 쓰이고 있습니다. 먼저 모두 분리해야 합니다.",
        "The policy {name} is attached, or is somebody's boundary. Detach it everywhere first.",
    ),
    "must-go-versions": (
        "정책 {name}에 버전이 더 있습니다. 기본 버전이 아닌 것을 먼저 지워야 합니다.",
        "The policy {name} has further versions. Delete those that are not the default first.",
    ),
    "must-go-targets": (
        "정책 {name:이} 조직에 연결되어 있습니다. 먼저 모두 분리해야 합니다.",
        "The policy {name} is attached in the organization. Detach it everywhere first.",
    ),
    "default-version": (
        "{name:은} 기본 버전입니다. 다른 버전을 기본으로 정한 다음에 지울 수 있습니다.",
        "{name} is the default version. It can be deleted once another one is the default.",
    ),
    "not-service-linked": (
        "{name:은} 서비스 연결 역할이 아닙니다.",
        "{name} is no service-linked role.",
    ),
    "service-role-policy": (
        "정책 {policy:은} 서비스 연결 역할에만 연결할 수 있습니다.",
        "The policy {policy} can be attached to a service-linked role only.",
    ),
}

_LIMITS: Texts = {
    "limit": ("할당량을 넘습니다. {limit}까지입니다.", "This would exceed a quota: at most {limit}."),
    "versions": (
        "정책 {name:은} 버전을 {limit}개까지 가질 수 있습니다. 하나를 먼저 지우세요.",
        "The policy {name} can have at most {limit} versions. Delete one first.",
    ),
    "policy-size": (
        "정책이 공백을 빼고 {size}자입니다. 관리형 정책은 {limit}자까지입니다.",
        "The policy has {size} characters without white space; a managed policy takes at most {limit}.",
    ),
    "inline-size": (
        "인라인 정책을 모두 더하면 공백을 빼고 {size}자입니다. {limit}자까지입니다.",
        "All inline policies together have {size} characters without white space: at most {limit}.",
    ),
    "control-size": (
        "정책이 너무 깁니다. API로 저장할 때는 공백까지 세어 {limit}자까지입니다.",
        "The policy is too long: at most {limit} characters, and through the API white space counts too.",
    ),
    "ou-depth": (
        "OU는 루트 아래 {limit}단계까지 만들 수 있습니다.",
        "OUs go at most {limit} levels deep below the root.",
    ),
    "last-scp": (
        "{limit:은} 여기에 남은 마지막 SCP입니다. 루트, OU, 계정마다 SCP가 하나는 있어야 합니다.",
        "{limit} is the last SCP here, and every root, OU and account needs one.",
    ),
    "rcp-full-access": (
        "{limit:은} 분리할 수 없습니다.",
        "{limit} cannot be detached.",
    ),
    "no-organization": ("이 계정은 조직에 속하지 않습니다.", "This account is in no organization."),
    "not-management": (
        "조직은 관리 계정에서만 바꿀 수 있습니다.",
        "Only the management account changes the organization.",
    ),
    "ou-not-empty": (
        "OU {name}에 계정이나 OU가 있습니다. 먼저 비워야 합니다.",
        "The OU {name} holds accounts or OUs. Empty it first.",
    ),
}

API_TEXTS: Final[Texts] = {
    f"api-{key}": texts
    for part in (_DENIED, _REFUSED, _SIGNING_IN, _SESSIONS, _PARAMETERS, _ENTITIES, _LIMITS)
    for key, texts in part.items()
}
