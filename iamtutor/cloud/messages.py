"""What can be wrong with content and worlds, and the labels of a drawn world, in both languages."""

from __future__ import annotations

from collections.abc import Mapping

from iamtutor.cloud.api_texts import API_TEXTS
from iamtutor.cloud.drawing_texts import TEXTS as DRAWING_TEXTS
from iamtutor.cloud.file_texts import SHAPE_TEXTS, YAML_TEXTS
from iamtutor.cloud.import_texts import IMPORT_TEXTS

Messages = Mapping[str, Mapping[str, str]]

_WORLD: dict[str, tuple[str, str]] = {
    "account-id": (
        "계정 ID {value:이} 올바르지 않습니다. 계정 ID는 숫자 12자리입니다.",
        "The account ID {value} is not right: an account ID is twelve digits.",
    ),
    "same-account-id": (
        "계정 ID {value:은} 이미 {other} 계정이 쓰고 있습니다.",
        "The account ID {value} already belongs to the account {other}.",
    ),
    "same-name": (
        "이름 {name:이} {other:과} 대소문자만 다릅니다. IAM은 대소문자를 구분하지 않고 이름이 겹치는지 봅니다.",
        "The name {name} differs from {other} only in case. IAM does not tell such names apart.",
    ),
    "same-arn": (
        "{arn:은} 이미 {other}에 있습니다. 버킷 이름과 ARN은 어디서나 하나뿐입니다.",
        "{arn} already stands at {other}. Bucket names and ARNs are unique everywhere.",
    ),
    "iam-name": (
        "이름 {name:은} IAM에서 쓸 수 없습니다. 영문자, 숫자와 + = , . @ _ - 만으로 {limit}자까지 쓸 수 있습니다.",
        "IAM does not take the name {name}: letters, digits and + = , . @ _ - only, at most {limit} characters.",
    ),
    "iam-path": (
        "경로 {value:이} 올바르지 않습니다. 경로는 /로 시작하고 /로 끝납니다. 예: /team/",
        "The path {value} is not right: a path begins and ends with a slash, such as /team/.",
    ),
    "label": (
        "이름 {name}에 쓸 수 없는 문자가 있습니다. 글자, 숫자와 . _ - 를 쓰세요.",
        "The name {name} holds characters that cannot be used here. Use letters, digits, dots, _ and -.",
    ),
    "unique-id": (
        "고유 ID {value:이} 올바르지 않습니다. 이 종류의 고유 ID는 {prefix:으로} 시작하는 영문 대문자와 숫자입니다.",
        "The unique ID {value} is not right: here it is capital letters and digits that begin with {prefix}.",
    ),
    "bucket-name": (
        "버킷 이름 {name:은} 쓸 수 없습니다. 소문자, 숫자, 하이픈과 점으로 3~63자이고, 글자나 숫자로 시작하고 끝나야 합니다.",
        "S3 does not take the bucket name {name}: 3 to 63 lower-case letters, digits, hyphens and dots, with a letter or digit at both ends.",
    ),
    "region": (
        "리전 {region:이} 올바르지 않습니다. 예: ap-northeast-2",
        "The Region {region} is not right. An example: ap-northeast-2.",
    ),
    "wrong-arn": (
        "{arn:은} ARN이 아닙니다. 꼴은 arn:partition:service:region:account:resource입니다.",
        "{arn} is no ARN. The form is arn:partition:service:region:account:resource.",
    ),
    "foreign-arn": (
        "{arn:은} 다른 계정의 것입니다. 이 계정의 ID는 {account}입니다.",
        "{arn} belongs to another account. The ID of this one is {account}.",
    ),
    "wrong-aws-policy-arn": (
        "{arn:은} AWS 관리형 정책의 ARN이 아닙니다. arn:aws:iam::aws:policy/로 시작해야 합니다.",
        "{arn} is not the ARN of an AWS managed policy: those begin with arn:aws:iam::aws:policy/.",
    ),
    "unknown-aws-policy": (
        "AWS 관리형 정책 {policy:은} 이 월드에 없습니다. 최상위 키 aws_policies에 문서를 적으세요. 있는 것: {known}",
        "The AWS managed policy {policy} is not in this world. Write its document under the top-level key aws_policies. There are: {known}.",
    ),
    "unknown-managed-policy": (
        "관리형 정책 {policy:이} 이 계정에 없습니다. 있는 것: {known}",
        "There is no managed policy {policy} in this account. There are: {known}.",
    ),
    "boundary-not-managed": (
        "{policy:은} 인라인 정책입니다. 권한 경계로는 관리형 정책만 쓸 수 있습니다.",
        "{policy} is an inline policy. Only a managed policy can be a permissions boundary.",
    ),
    "unknown-group": (
        "그룹 {group:이} 이 계정에 없습니다. 있는 것: {known}",
        "There is no group {group} in this account. There are: {known}.",
    ),
    "only-users-have-groups": (
        "그룹에는 사용자만 들어갑니다. 역할이나 그룹은 그룹에 넣을 수 없습니다.",
        "Only users can be in groups: neither roles nor groups can.",
    ),
    "too-many-tags": (
        "태그가 너무 많습니다. {limit}개까지 붙일 수 있습니다.",
        "There are too many tags: at most {limit}.",
    ),
    "tag": (
        "태그 {name:은} 쓸 수 없습니다. 키는 128자, 값은 256자까지이고, 키는 aws:로 시작할 수 없습니다.",
        "AWS does not take the tag {name}: at most 128 characters for the key and 256 for the value, and the key cannot begin with aws:.",
    ),
    "policy-too-large": ("정책이 너무 크거나 깊습니다.", "The policy is too large or too deep."),
    "principal-form": (
        '{principal:은} 보안 주체가 아닙니다. ARN, 계정 ID, 고유 ID, "*" 가운데 하나여야 합니다.',
        '{principal} is no principal: it must be an ARN, an account ID, a unique ID or "*".',
    ),
    "group-as-principal": (
        "{principal:은} 그룹입니다. 그룹은 보안 주체가 될 수 없습니다.",
        "{principal} is a group. A group cannot be a principal.",
    ),
    "unknown-principal": (
        "{principal:이} 이 월드에 없습니다. AWS는 없는 보안 주체를 적은 정책을 저장하지 않습니다.",
        "There is no {principal} in this world. AWS does not save a policy whose principal does not exist.",
    ),
    "session-of": (
        "세션 {name}에는 role과 user 가운데 하나만 있어야 합니다.",
        "The session {name} needs either role or user, and only one of them.",
    ),
    "session-name": (
        "세션 이름 {name:은} 쓸 수 없습니다. 영문자, 숫자와 + = , . @ _ - 로 2~{limit}자여야 합니다.",
        "AWS does not take the session name {name}: 2 to {limit} letters, digits and + = , . @ _ -.",
    ),
    "token-session": (
        "세션 {name:은} GetSessionToken 세션이라 세션 정책도 세션 태그도 가질 수 없습니다. GetFederationToken이라면 name을 적으세요.",
        "The session {name} comes from GetSessionToken and can have neither session policies nor session tags. For GetFederationToken give it a name.",
    ),
    "instant": (
        "{value:은} 시각이 아닙니다. 예: 2026-01-15T09:00:00Z",
        "{value} is not a moment in time. An example: 2026-01-15T09:00:00Z.",
    ),
    "organization-id": (
        "조직 ID {value:이} 올바르지 않습니다. o- 뒤에 소문자와 숫자가 10~32자 옵니다.",
        "The organization ID {value} is not right: o- and then 10 to 32 lower-case letters and digits.",
    ),
    "unit-id": (
        "ID {value:이} 올바르지 않습니다. 예: {example}",
        "The ID {value} is not right. An example: {example}.",
    ),
    "unit-name": (
        "OU 이름 {name:은} 이 조직에 이미 있거나 쓸 수 없습니다. 이름은 한 조직에서 하나뿐이고 /를 쓸 수 없습니다.",
        "The OU name {name} is taken or cannot be used: here a name is unique in the organization and holds no slash.",
    ),
    "account-twice": (
        "계정 {account:이} 조직에 두 번 나옵니다. 계정은 루트나 OU 한 곳에만 있습니다.",
        "The account {account} stands in the organization twice. It can be in one place only: the root or one OU.",
    ),
    "not-a-member": (
        "계정 {account:은} 이 조직의 루트나 OU 어디에도 없습니다.",
        "The account {account} is in no place of this organization, neither the root nor an OU.",
    ),
    "empty-control-policy": (
        "정책 {name:이} 비어 있습니다. 문서 없이 적을 수 있는 것은 {known}뿐입니다.",
        "The policy {name} is empty. Only {known} can stand without a document.",
    ),
    "max-session": (
        "최대 세션 기간 {value:은} {least}초에서 {most}초 사이여야 합니다.",
        "The maximum session duration {value} must lie between {least} and {most} seconds.",
    ),
    "too-many-access-keys": (
        "사용자 {name}의 액세스 키가 너무 많습니다. 한 사용자에게 {limit}개까지입니다.",
        "The user {name} has too many access keys: at most {limit}.",
    ),
    "too-many-mfa-devices": (
        "MFA 디바이스가 너무 많습니다. 한 사용자에게 {limit}개까지입니다.",
        "There are too many MFA devices: a user has at most {limit}.",
    ),
    "unknown-role": (
        "역할 {role:이} 이 계정에 없습니다. 있는 것: {known}",
        "There is no role {role} in this account. There are: {known}.",
    ),
    "provider-url": (
        "{url:은} OIDC 공급자의 URL이 아닙니다. https:// 없이 적습니다. 예: token.actions.githubusercontent.com",
        "{url} is not the URL of an OpenID Connect provider. Write it without https://, such as token.actions.githubusercontent.com.",
    ),
    "unknown-provider": (
        "자격 증명 공급자 {principal:이} 이 계정에 없습니다. 있는 것: {known}",
        "There is no identity provider {principal} in this account. There are: {known}.",
    ),
    "transitive-tag": (
        "전이적 태그 {name:이} 세션 태그에 없습니다. 전이적인 태그는 세션 태그 가운데 하나여야 합니다.",
        "The transitive tag {name} is none of the session tags: only those can be transitive.",
    ),
    "unknown-quota": (
        "할당량 {name:은} 없습니다. 있는 것: {known}",
        "There is no quota {name}. There are: {known}.",
    ),
    "quota-too-high": (
        "할당량 {name:은} 0에서 {limit}까지 정할 수 있습니다.",
        "The quota {name} can be set to 0 up to {limit}.",
    ),
    "endpoint-id": (
        "엔드포인트 ID {name:이} 올바르지 않습니다. vpce-로 시작하는 소문자와 숫자입니다.",
        "The endpoint ID {name} is not right: it is vpce- and then lower-case letters and digits.",
    ),
}

_REFERENCES: dict[str, tuple[str, str]] = {
    "unknown-account": (
        "계정 {reference:이} 없습니다. 있는 것: {known}",
        "There is no account {reference}. There are: {known}.",
    ),
    "unknown-reference": ("{reference:이} 없습니다. 있는 것: {known}", "There is no {reference}. There are: {known}."),
    "unknown-arn": ("{reference:이} 이 월드에 없습니다.", "There is no {reference} in this world."),
    "ambiguous-reference": (
        "{reference:은} 둘 이상입니다. 계정을 앞에 붙이세요: {choices}",
        "There is more than one {reference}. Put the account in front: {choices}.",
    ),
    "reference-form": (
        "{reference:은} 무엇을 가리키는지 알 수 없습니다. user/dev, role/deploy, bucket/acme-reports 같은 이름이나 ARN을 쓰세요.",
        "{reference} does not say what it names. Write user/dev, role/deploy, bucket/acme-reports or an ARN.",
    ),
    "reference-kind": (
        "{reference:은} 여기에 올 수 없습니다. 올 수 있는 것: {expected}",
        "{reference} cannot stand here. What can: {expected}.",
    ),
    "group-as-caller": (
        "{reference:은} 그룹입니다. 그룹은 요청을 보낼 수 없고, 그 안의 사용자가 보냅니다.",
        "{reference} is a group. A group makes no requests, its users do.",
    ),
    "not-a-caller": (
        "{reference:은} 요청을 보낼 수 있는 보안 주체가 아닙니다.",
        "{reference} is no principal that could make a request.",
    ),
    "slot-without-owner": (
        "{type} 슬롯에는 of가 있어야 합니다.",
        "A slot of type {type} needs of.",
    ),
    "slot-without-name": (
        "{type} 슬롯에는 name이 있어야 합니다.",
        "A slot of type {type} needs name.",
    ),
    "slot-holds-attachments": (
        "attachments 슬롯에는 정책이 아니라 누구에게 무엇이 연결되어 있는지를 적습니다.",
        "A slot of type attachments holds no policy but says who has which.",
    ),
    "no-organization": ("이 월드에는 조직이 없습니다.", "This world has no organization."),
}


_OVERVIEW: dict[str, tuple[str, str]] = {
    "users": ("사용자", "Users"),
    "groups": ("그룹", "Groups"),
    "roles": ("역할", "Roles"),
    "policies": ("고객 관리형 정책", "Customer managed policies"),
    "profiles": ("인스턴스 프로파일", "Instance profiles"),
    "providers": ("자격 증명 공급자", "Identity providers"),
    "resources": ("리소스", "Resources"),
    "sessions": ("세션", "Sessions"),
    "endpoints": ("VPC 엔드포인트", "VPC endpoints"),
    "organization": ("조직 {id}", "Organization {id}"),
    "no-organization-account": ("조직에 속하지 않음", "in no organization"),
    "management-account": ("조직의 관리 계정", "the organization's management account"),
    "root": ("루트", "Root"),
    "in-groups": ("그룹 {names}", "in {names}"),
    "inline": ("인라인 정책 {names}", "inline: {names}"),
    "managed": ("관리형 정책 {names}", "managed: {names}"),
    "boundary": ("권한 경계 {name}", "boundary: {name}"),
    "trusts": ("신뢰 {names}", "trusts {names}"),
    "tags": ("태그 {names}", "tags: {names}"),
    "has-policy": ("리소스 기반 정책 있음", "has a resource-based policy"),
    "public-access-blocked": ("퍼블릭 액세스 차단", "public access blocked"),
    "session-of-role": ("{of}의 세션 {name}", "session {name} of {of}"),
    "session-federated": (
        "{of}의 페더레이션 세션 {name} (GetFederationToken)",
        "federated session {name} of {of} (GetFederationToken)",
    ),
    "session-token": ("{of}의 임시 자격 증명 (GetSessionToken)", "temporary credentials of {of} (GetSessionToken)"),
    "session-policy": ("세션 정책 있음", "with a session policy"),
    "session-mfa": ("MFA 인증", "with MFA"),
    "access-keys": ("액세스 키 {count}개", "{count:access key|access keys}"),
    "mfa-devices": ("MFA 디바이스 {count}개", "{count:MFA device|MFA devices}"),
    "nobody": ("없음", "nobody"),
    "aws-managed": ("{name} (AWS 관리형)", "{name} (AWS managed)"),
}


def _table(*parts: Mapping[str, tuple[str, str]]) -> Messages:
    return {f"cloud.{key}": {"ko": ko, "en": en} for part in parts for key, (ko, en) in part.items()}


MESSAGES: Messages = _table(
    YAML_TEXTS,
    SHAPE_TEXTS,
    _WORLD,
    _REFERENCES,
    API_TEXTS,
    DRAWING_TEXTS,
    IMPORT_TEXTS,
    {f"world-{key}": texts for key, texts in _OVERVIEW.items()},
)
