"""What the global condition keys hold; when a request has them, the catalogue says.

Follows https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_condition-keys.html
"""

from __future__ import annotations

from typing import Final

from iamtutor.catalog import GlobalKey
from iamtutor.words import Bilingual

_HOLDS: Final[dict[str, tuple[str, str]]] = {
    "aws:PrincipalArn": ("요청한 보안 주체의 ARN입니다.", "The ARN of the principal that made the request."),
    "aws:PrincipalAccount": ("요청한 보안 주체의 계정 ID입니다.", "The account ID of the principal."),
    "aws:PrincipalOrgPaths": (
        "보안 주체의 계정이 조직 안에서 있는 자리(조직 경로)입니다.",
        "The place of the principal's account in its organization, as an organization path.",
    ),
    "aws:PrincipalOrgID": (
        "보안 주체의 계정이 속한 조직의 ID입니다.",
        "The ID of the organization to which the principal's account belongs.",
    ),
    "aws:PrincipalTag/${TagKey}": ("보안 주체에 붙은 태그의 값입니다.", "The value of a tag on the principal."),
    "aws:PrincipalIsAWSService": (
        "AWS 서비스 보안 주체가 직접 호출했는지 나타냅니다.",
        "Whether an AWS service principal made the call itself.",
    ),
    "aws:PrincipalServiceName": (
        "호출한 AWS 서비스 보안 주체의 이름입니다.",
        "The name of the AWS service principal that made the call.",
    ),
    "aws:PrincipalServiceNamesList": (
        "호출한 서비스에 속한 모든 서비스 보안 주체의 이름입니다.",
        "All service principal names that belong to the calling service.",
    ),
    "aws:PrincipalType": (
        "보안 주체의 유형입니다. 예: User, AssumedRole",
        "The type of the principal, such as User or AssumedRole.",
    ),
    "aws:userid": ("보안 주체의 고유 ID입니다.", "The unique ID of the principal."),
    "aws:username": ("IAM 사용자의 이름입니다.", "The name of the IAM user."),
    "aws:AssumedRoot": (
        "권한 있는 루트 작업을 위한 임시 자격 증명인지 나타냅니다.",
        "Whether the credentials are those of a privileged root task.",
    ),
    "aws:FederatedProvider": (
        "역할을 수임할 때 쓴 자격 증명 공급자입니다.",
        "The identity provider by which the role was assumed.",
    ),
    "aws:TokenIssueTime": (
        "임시 자격 증명이 발급된 시각입니다.",
        "The time at which the temporary credentials were issued.",
    ),
    "aws:SignInSessionArn": ("AWS 로그인 세션의 ARN입니다.", "The ARN of the AWS Sign-In session."),
    "aws:MultiFactorAuthAge": (
        "MFA로 인증한 뒤 지난 시간(초)입니다.",
        "The seconds since MFA was used.",
    ),
    "aws:MultiFactorAuthPresent": (
        "MFA로 인증하고 받은 임시 자격 증명인지 나타냅니다.",
        "Whether MFA was used to obtain the temporary credentials.",
    ),
    "aws:ChatbotSourceArn": (
        "채팅 애플리케이션 구성의 ARN입니다.",
        "The ARN of the chat configuration that began the session.",
    ),
    "aws:Ec2InstanceSourceVpc": (
        "자격 증명을 받은 EC2 인스턴스의 VPC입니다.",
        "The VPC of the EC2 instance that was given the credentials.",
    ),
    "aws:Ec2InstanceSourcePrivateIPv4": (
        "자격 증명을 받은 EC2 인스턴스의 프라이빗 IPv4 주소입니다.",
        "The private IPv4 address of the EC2 instance that was given the credentials.",
    ),
    "aws:SourceIdentity": (
        "역할을 수임하면서 정한 소스 ID입니다.",
        "The source identity that was set when the role was assumed.",
    ),
    "ec2:RoleDelivery": (
        "역할 자격 증명을 준 인스턴스 메타데이터 서비스의 버전입니다.",
        "The version of the instance metadata service that delivered the role credentials.",
    ),
    "ec2:SourceInstanceArn": (
        "요청을 보낸 EC2 인스턴스의 ARN입니다.",
        "The ARN of the EC2 instance from which the request came.",
    ),
    "glue:RoleAssumedBy": ("역할을 수임한 AWS Glue 서비스입니다.", "The AWS Glue service that assumed the role."),
    "glue:CredentialIssuingService": (
        "자격 증명을 내준 AWS Glue 서비스입니다.",
        "The AWS Glue service that issued the credentials.",
    ),
    "codebuild:BuildArn": ("요청을 보낸 CodeBuild 빌드의 ARN입니다.", "The ARN of the CodeBuild build."),
    "codebuild:ProjectArn": ("요청을 보낸 CodeBuild 프로젝트의 ARN입니다.", "The ARN of the CodeBuild project."),
    "lambda:SourceFunctionArn": (
        "요청을 보낸 Lambda 함수의 ARN입니다.",
        "The ARN of the Lambda function that made the request.",
    ),
    "ssm:SourceInstanceArn": (
        "요청을 보낸 Systems Manager 관리형 인스턴스의 ARN입니다.",
        "The ARN of the Systems Manager managed instance.",
    ),
    "identitystore:UserId": ("IAM Identity Center 사용자의 ID입니다.", "The ID of the IAM Identity Center user."),
    "aws:SourceIp": ("요청을 보낸 쪽의 IP 주소입니다.", "The IP address from which the request came."),
    "aws:SourceVpc": (
        "요청이 지나온 VPC 엔드포인트가 있는 VPC의 ID입니다.",
        "The ID of the VPC whose endpoint the request came through.",
    ),
    "aws:SourceVpcArn": (
        "요청이 지나온 VPC 엔드포인트가 있는 VPC의 ARN입니다.",
        "The ARN of the VPC whose endpoint the request came through.",
    ),
    "aws:SourceVpce": (
        "요청이 지나온 VPC 엔드포인트의 ID입니다.",
        "The ID of the VPC endpoint that the request came through.",
    ),
    "aws:VpceAccount": (
        "요청이 지나온 VPC 엔드포인트를 소유한 계정의 ID입니다.",
        "The ID of the account that owns the VPC endpoint.",
    ),
    "aws:VpceOrgID": (
        "VPC 엔드포인트를 소유한 계정이 속한 조직의 ID입니다.",
        "The ID of the organization of the account that owns the VPC endpoint.",
    ),
    "aws:VpceOrgPaths": (
        "VPC 엔드포인트를 소유한 계정의 조직 경로입니다.",
        "The organization path of the account that owns the VPC endpoint.",
    ),
    "aws:VpcSourceIp": (
        "VPC 엔드포인트를 거친 요청을 보낸 쪽의 IP 주소입니다.",
        "The IP address from which a request through a VPC endpoint came.",
    ),
    "aws:ResourceAccount": ("리소스를 소유한 계정의 ID입니다.", "The ID of the account that owns the resource."),
    "aws:ResourceOrgPaths": (
        "리소스를 소유한 계정의 조직 경로입니다.",
        "The organization path of the account that owns the resource.",
    ),
    "aws:ResourceOrgID": (
        "리소스를 소유한 계정이 속한 조직의 ID입니다.",
        "The ID of the organization of the account that owns the resource.",
    ),
    "aws:ResourceTag/${TagKey}": ("리소스에 붙은 태그의 값입니다.", "The value of a tag on the resource."),
    "aws:CalledVia": (
        "호출자를 대신해 요청한 AWS 서비스들을 차례대로 담습니다.",
        "The AWS services, in order, that made the call on the caller's behalf.",
    ),
    "aws:CalledViaFirst": (
        "호출자를 대신해 요청한 AWS 서비스 가운데 첫째입니다.",
        "The first of the AWS services that made the call on the caller's behalf.",
    ),
    "aws:CalledViaLast": (
        "호출자를 대신해 요청한 AWS 서비스 가운데 마지막입니다.",
        "The last of the AWS services that made the call on the caller's behalf.",
    ),
    "aws:ViaAWSService": (
        "AWS 서비스가 호출자를 대신해 요청했는지 나타냅니다.",
        "Whether an AWS service made the call on the caller's behalf.",
    ),
    "aws:CalledViaAWSMCP": (
        "호출자를 대신해 요청한 AWS MCP 서비스입니다.",
        "The AWS MCP service that made the call on the caller's behalf.",
    ),
    "aws:ViaAWSMCPService": (
        "AWS MCP 서버가 호출자를 대신해 요청했는지 나타냅니다.",
        "Whether an AWS MCP server made the call on the caller's behalf.",
    ),
    "aws:CurrentTime": ("요청한 날짜와 시각입니다.", "The date and time of the request."),
    "aws:EpochTime": (
        "요청한 시각을 Unix 시간(초)으로 나타낸 것입니다.",
        "The time of the request in seconds of Unix time.",
    ),
    "aws:referer": (
        "브라우저가 보낸 이전 웹 페이지의 주소입니다.",
        "The address of the web page before, as the browser sent it.",
    ),
    "aws:RequestedRegion": ("요청을 받은 리전입니다.", "The Region to which the request was made."),
    "aws:RequestTag/${TagKey}": (
        "요청에 담아 보낸 태그의 값입니다.",
        "The value of a tag that was passed in the request.",
    ),
    "aws:TagKeys": (
        "요청에 담아 보낸 모든 태그의 키입니다.",
        "The keys of all tags that were passed in the request.",
    ),
    "aws:SecureTransport": ("TLS로 보낸 요청인지 나타냅니다.", "Whether the request was sent over TLS."),
    "aws:SourceAccount": (
        "AWS 서비스가 호출하게 만든 리소스의 계정 ID입니다.",
        "The account ID of the resource for which an AWS service calls.",
    ),
    "aws:SourceArn": (
        "AWS 서비스가 호출하게 만든 리소스의 ARN입니다.",
        "The ARN of the resource for which an AWS service calls.",
    ),
    "aws:SourceOrgID": (
        "AWS 서비스가 호출하게 만든 리소스의 조직 ID입니다.",
        "The organization ID of the resource for which an AWS service calls.",
    ),
    "aws:SourceOrgPaths": (
        "AWS 서비스가 호출하게 만든 리소스의 조직 경로입니다.",
        "The organization path of the resource for which an AWS service calls.",
    ),
    "aws:UserAgent": ("요청을 보낸 클라이언트 프로그램입니다.", "The client program that sent the request."),
    "aws:IsMcpServiceAction": (
        "MCP 서비스 자신의 작업인지 나타냅니다.",
        "Whether it is an action of the MCP service itself.",
    ),
}


def holding(key: GlobalKey) -> Bilingual | None:
    """What a global key holds; None for one that is not in AWS's list (a claim of an OIDC provider)."""
    words = _HOLDS.get(key.name)
    return Bilingual(*words) if words is not None else None
