"""What the editor says of candidates and words, in Korean and English."""

from __future__ import annotations

from typing import Final

from iamtutor.editing.word_texts import TEXTS as WORD_TEXTS
from iamtutor.words import Messages

_TEXTS: Final[dict[str, tuple[str, str]]] = {
    "in-english": ("(영어) {text}", "{text}"),
    "element-Version": (
        "정책 언어의 버전입니다. 정책 변수를 쓰려면 2012-10-17이어야 합니다.",
        "The version of the policy language; policy variables need 2012-10-17.",
    ),
    "element-Id": (
        "정책에 붙이는 이름표입니다. 판단에는 쓰이지 않습니다.",
        "A label for the policy; no decision hangs on it.",
    ),
    "element-Statement": (
        "정책의 본문입니다. 문 하나나 문의 목록이 들어갑니다.",
        "The body of the policy: one statement or a list of them.",
    ),
    "element-Sid": (
        "문에 붙이는 이름표입니다. 한 정책 안에서 겹치지 않아야 합니다.",
        "A label for the statement, different from the others in the policy.",
    ),
    "element-Effect": (
        "문이 일치하면 허용할지(Allow) 거부할지(Deny) 정합니다.",
        "Whether a matching statement allows or denies.",
    ),
    "element-Principal": (
        "누구의 요청에 대한 문인지 정합니다. 리소스 기반 정책에 씁니다.",
        "Whose requests the statement is about; for resource-based policies.",
    ),
    "element-NotPrincipal": (
        "적은 보안 주체를 뺀 나머지 모두를 가리킵니다. 실수하기 쉬우니 조건 키를 쓰는 편이 낫습니다.",
        "Everybody but those named. It is easy to get wrong: a condition key is the better way.",
    ),
    "element-Action": (
        "어떤 작업에 대한 문인지 정합니다. 서비스:작업 꼴로 적고 와일드카드를 쓸 수 있습니다.",
        "The actions that the statement is about, as service:Action; wildcards are possible.",
    ),
    "element-NotAction": (
        "적은 작업을 뺀 나머지 모두를 가리킵니다. 나중에 생길 작업까지 들어갑니다.",
        "Every action but those named, also those that AWS has yet to add.",
    ),
    "element-Resource": (
        "어떤 리소스에 대한 문인지 ARN으로 정합니다.",
        "The resources that the statement is about, by ARN.",
    ),
    "element-NotResource": (
        "적은 리소스를 뺀 나머지 모두를 가리킵니다.",
        "Every resource but those named.",
    ),
    "element-Condition": (
        "문이 언제 일치하는지 요청의 조건 키로 좁힙니다. 모든 조건이 맞아야 합니다.",
        "Narrows down when the statement matches, by keys of the request; all conditions must hold.",
    ),
    "version-2012-10-17": (
        "지금의 버전입니다. 정책 변수를 쓸 수 있습니다.",
        "The current version; policy variables work.",
    ),
    "version-2008-10-17": (
        "예전 버전입니다. 정책 변수가 글자 그대로 읽힙니다.",
        "The old version; policy variables are read as plain text.",
    ),
    "effect-Allow": (
        "일치하는 요청을 허용합니다. 다른 곳에 일치하는 Deny가 있으면 거부됩니다.",
        "Allows matching requests, unless a Deny matches them somewhere.",
    ),
    "effect-Deny": (
        "일치하는 요청을 명시적으로 거부합니다. 어떤 Allow보다 앞섭니다.",
        "Explicitly denies matching requests; no Allow outweighs it.",
    ),
    "principal-AWS": (
        "계정, IAM 사용자, IAM 역할, 역할 세션을 ARN이나 계정 ID로 적습니다.",
        "Accounts, IAM users, IAM roles and role sessions, by ARN or account ID.",
    ),
    "principal-Service": (
        "AWS 서비스 보안 주체를 적습니다. 예: ec2.amazonaws.com",
        "An AWS service principal, such as ec2.amazonaws.com.",
    ),
    "principal-Federated": (
        "SAML이나 OIDC 자격 증명 공급자를 적습니다. 신뢰 정책에서 씁니다.",
        "A SAML or OIDC identity provider; for trust policies.",
    ),
    "principal-CanonicalUser": (
        "Amazon S3의 정식 사용자 ID로 계정을 적습니다.",
        "An account by its canonical user ID of Amazon S3.",
    ),
    "everybody": ("모두", "everybody"),
    "everybody-about": (
        "모든 보안 주체입니다. Allow에서는 조건으로 좁히지 않으면 누구에게나 열립니다.",
        "Every principal; with Allow and no condition it is open to everybody.",
    ),
    "service-principal": (
        "{title} 서비스가 직접 호출할 때의 보안 주체입니다.",
        "The principal of {title} when it calls by itself.",
    ),
    "sign-in": ("{name:로} 로그인한 사용자입니다.", "Users who signed in with {name}."),
    "every-action": ("모든 서비스의 모든 작업입니다.", "Every action of every service."),
    "pattern-count": ("작업 {count}개", "{count:action|actions}"),
    "pattern-about": (
        "지금 카탈로그에서 작업 {count}개와 일치하고, 나중에 생길 작업과도 일치합니다.",
        "Matches {count:action|actions} of the catalogue today, and any that AWS adds later.",
    ),
    "level-list": ("목록", "List"),
    "level-read": ("읽기", "Read"),
    "level-write": ("쓰기", "Write"),
    "level-permissions-management": ("권한 관리", "Permissions"),
    "level-tagging": ("태그 지정", "Tagging"),
    "key-several": ("{type} 여럿", "{type}, several"),
    "key-with-tag": ("뒤에 태그 키를 적습니다.", "The key of a tag follows."),
    "key-unlisted": ("카탈로그에 설명이 없습니다.", "The catalogue does not describe it."),
    "literal": ("{character} 글자 그대로를 뜻합니다.", "The plain character {character}."),
    "resource-all": ("모든 리소스", "every resource"),
    "resource-all-about": (
        "모든 리소스입니다. 리소스를 지정할 수 없는 작업은 이 값만 받습니다.",
        "Every resource; actions that cannot be granted on single resources take nothing else.",
    ),
    "resource-form": (
        "{name} 유형의 ARN입니다. 별표 자리를 아는 이름으로 바꾸면 더 좁아집니다.",
        "The ARN of the type {name}; put what you know in place of the stars to narrow it.",
    ),
    "kind-account": ("계정", "account"),
    "kind-user": ("사용자", "user"),
    "kind-role": ("역할", "role"),
    "kind-group": ("그룹", "group"),
    "kind-policy": ("관리형 정책", "managed policy"),
    "kind-provider": ("자격 증명 공급자", "identity provider"),
    "kind-bucket": ("버킷", "bucket"),
    "kind-objects": ("객체", "objects"),
    "kind-object": ("객체", "object"),
    "kind-key": ("KMS 키", "KMS key"),
    "kind-resource": ("리소스", "resource"),
    "thing-account": ("{account} 계정입니다.", "The account {account}."),
    "thing-user": ("{account} 계정의 사용자 {name}입니다.", "The user {name} of the account {account}."),
    "thing-role": ("{account} 계정의 역할 {name}입니다.", "The role {name} of the account {account}."),
    "thing-group": ("{account} 계정의 그룹 {name}입니다.", "The group {name} of the account {account}."),
    "thing-policy": (
        "{account} 계정의 관리형 정책 {name}입니다.",
        "The managed policy {name} of the account {account}.",
    ),
    "thing-provider": (
        "{account} 계정이 신뢰하는 자격 증명 공급자 {name}입니다.",
        "The identity provider {name} that the account {account} trusts.",
    ),
    "thing-bucket": (
        "{account} 계정의 버킷 {name}입니다. 버킷 자체이며 객체는 들어가지 않습니다.",
        "The bucket {name} of the account {account}: the bucket itself, not its objects.",
    ),
    "thing-objects": (
        "{account} 계정의 버킷 {name} 안에 있는 객체들입니다. 버킷 자체는 들어가지 않습니다.",
        "Objects in the bucket {name} of the account {account}; the bucket itself is not among them.",
    ),
    "thing-object": ("{account} 계정의 객체 {name}입니다.", "The object {name} of the account {account}."),
    "thing-key": ("{account} 계정의 KMS 키 {name}입니다.", "The KMS key {name} of the account {account}."),
    "thing-resource": ("{account} 계정의 리소스 {name}입니다.", "The resource {name} of the account {account}."),
    "tag-here": ("이 환경에 있는 태그입니다.", "A tag that exists in this world."),
    "organization": ("이 조직의 ID입니다.", "The ID of the organization here."),
    "org-path": ("이 조직 단위에 바로 속한 계정들입니다.", "The accounts right in this organizational unit."),
    "org-path-below": (
        "이 조직 단위와 그 아래의 모든 계정입니다.",
        "All accounts in this organizational unit and below.",
    ),
    "endpoint": ("이 환경의 VPC 엔드포인트입니다.", "A VPC endpoint of this world."),
    "vpc": ("이 환경의 VPC입니다.", "A VPC of this world."),
    "folder": ("버킷 {name}의 폴더입니다.", "A folder of the bucket {name}."),
    "example": ("예시로 쓰는 값입니다. 실제 값으로 바꾸세요.", "An example; put the real value in its place."),
    "now": ("이 환경의 지금 시각입니다.", "The time that it is in this world."),
    "via": ("이 서비스를 거친 요청만 가리킵니다.", "Only requests that come through this service."),
}

MESSAGES: Final[Messages] = {
    f"editing.{name}": {"ko": ko, "en": en} for name, (ko, en) in {**_TEXTS, **WORD_TEXTS}.items()
}
