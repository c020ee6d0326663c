"""Global keys that are properties of a role session, fixed when the session began."""

from __future__ import annotations

from functools import partial
from typing import Final

from iamtutor.catalog.global_keys.key import GlobalKey, Section, global_key
from iamtutor.catalog.key_type import KeyType

_key = partial(global_key, Section.SESSION)
_INSTANCE_KO: Final = "EC2 인스턴스가 받은 역할 자격 증명으로 서명한 요청에 있습니다."
_INSTANCE_EN: Final = "In requests signed with the role credentials of an EC2 instance."
_BUILD_KO: Final = "CodeBuild가 수임한 역할의 요청에 있습니다."
_BUILD_EN: Final = "In requests of a role that CodeBuild assumed."

KEYS: Final[tuple[GlobalKey, ...]] = (
    _key(
        "aws:AssumedRoot",
        KeyType.BOOL,
        "sts:AssumeRoot로 받은 자격 증명을 쓸 때만 있습니다.",
        "Only when the caller uses credentials from sts:AssumeRoot.",
    ),
    _key(
        "aws:FederatedProvider",
        KeyType.STRING,
        "OIDC 공급자를 거쳐 수임한 역할의 세션에 있고, AssumeRoleWithWebIdentity를 부를 때 신뢰 정책에서도 쓸 수 있습니다.",
        "In sessions of a role that was assumed through an OIDC provider, and in its trust policy at AssumeRoleWithWebIdentity.",
        also=KeyType.ARN,
    ),
    _key(
        "aws:TokenIssueTime",
        KeyType.DATE,
        "임시 자격 증명을 쓸 때만 있습니다. 장기 액세스 키로 보낸 요청에는 없습니다.",
        "Only with temporary credentials; not in requests signed with long-term access keys.",
    ),
    _key(
        "aws:SignInSessionArn",
        KeyType.ARN,
        "AWS 로그인의 OAuth 세션(aws login, AWS MCP 서버 등)에서 나온 요청에 있습니다. 콘솔 세션에는 없습니다.",
        "In requests that come from an OAuth session of AWS Sign-In (aws login, the AWS MCP Server); not in console sessions.",
    ),
    _key(
        "aws:MultiFactorAuthAge",
        KeyType.NUMERIC,
        "MFA로 인증하고 받은 임시 자격 증명을 쓸 때만 있습니다. 장기 액세스 키와 페더레이션 자격 증명에는 없습니다.",
        "Only with temporary credentials that were obtained with MFA; not with long-term access keys or federated identities.",
    ),
    _key(
        "aws:MultiFactorAuthPresent",
        KeyType.BOOL,
        "임시 자격 증명을 쓸 때만 있고, MFA 없이 받았으면 false입니다. 장기 액세스 키와 페더레이션 자격 증명에는 아예 없습니다.",
        "Only with temporary credentials, false where MFA was not used; absent with long-term access keys and federated identities.",
    ),
    _key(
        "aws:ChatbotSourceArn",
        KeyType.ARN,
        "채팅 애플리케이션의 Amazon Q Developer가 시작한 역할 세션의 요청에 있습니다.",
        "In requests of a role session that Amazon Q Developer in chat applications began.",
    ),
    _key("aws:Ec2InstanceSourceVpc", KeyType.STRING, _INSTANCE_KO, _INSTANCE_EN),
    _key(
        "aws:Ec2InstanceSourcePrivateIPv4",
        KeyType.IP,
        _INSTANCE_KO,
        _INSTANCE_EN,
        anchor="condition-keys-ec2instancesourceprivateip4",
    ),
    _key(
        "aws:SourceIdentity",
        KeyType.STRING,
        "역할을 수임하면서 소스 ID를 정한 세션의 모든 요청에 있고, 역할 체인에서도 이어집니다.",
        "In every request of a session for which a source identity was set when its role was assumed, also down a role chain.",
    ),
    _key(
        "ec2:RoleDelivery",
        KeyType.NUMERIC,
        "EC2 인스턴스가 시작한 역할 세션의 요청에 있습니다. 값은 인스턴스 메타데이터 서비스의 버전(1.0, 2.0)입니다.",
        "In requests of a role session that an EC2 instance began; the value is the version of the metadata service (1.0, 2.0).",
        anchor="condition-keys-ec2-role-delivery",
    ),
    _key(
        "ec2:SourceInstanceArn",
        KeyType.ARN,
        "EC2 인스턴스가 시작한 역할 세션의 요청에 있습니다.",
        "In requests of a role session that an EC2 instance began.",
        anchor="condition-keys-ec2-source-instance-arn",
    ),
    _key(
        "glue:RoleAssumedBy",
        KeyType.STRING,
        "AWS Glue 서비스가 서비스 역할로 직접 보낸 요청에 있습니다. 작업이나 개발 엔드포인트에서 온 요청은 아닙니다.",
        "In requests that the AWS Glue service itself makes with a service role, not those of jobs or development endpoints.",
        anchor="condition-keys-glue-role-assumed-by",
    ),
    _key(
        "glue:CredentialIssuingService",
        KeyType.STRING,
        "AWS Glue 작업이나 개발 엔드포인트가 서비스 역할로 보낸 요청에 있습니다.",
        "In requests that a job or development endpoint of AWS Glue makes with a service role.",
        anchor="condition-keys-glue-credential-issuing",
    ),
    _key("codebuild:BuildArn", KeyType.ARN, _BUILD_KO, _BUILD_EN, anchor="condition-keys-codebuild-build-arn"),
    _key("codebuild:ProjectArn", KeyType.ARN, _BUILD_KO, _BUILD_EN, anchor="condition-keys-codebuild-project-arn"),
    _key(
        "lambda:SourceFunctionArn",
        KeyType.ARN,
        "Lambda 함수의 코드가 실행 역할로 보낸 요청에 있습니다.",
        "In requests that the code of a Lambda function makes with its execution role.",
        anchor="condition-keys-lambda-source-function-arn",
    ),
    _key(
        "ssm:SourceInstanceArn",
        KeyType.ARN,
        "Systems Manager 관리형 인스턴스가 받은 역할 자격 증명의 요청에 있습니다. EC2 인스턴스 프로파일의 역할이면 없습니다.",
        "In requests with role credentials of a Systems Manager managed instance; not with the role of an EC2 instance profile.",
        anchor="condition-keys-ssm-source-instance-arn",
    ),
    _key(
        "identitystore:UserId",
        KeyType.STRING,
        "호출자가 IAM Identity Center 사용자일 때 있습니다.",
        "When the caller is a user of IAM Identity Center.",
        anchor="condition-keys-identity-store-user-id",
    ),
)
