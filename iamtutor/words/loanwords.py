"""Latin words that Koreans read otherwise than their spelling suggests, by the sound they end in."""

from typing import Final

_ACRONYMS: Final = """
abac acl ami api arn aws cli cmk dns ebs ec ecr ecs eks elb emr faq iam id io ip mfa oidc ou qa rbac rcp rds saml scp
sdk sns sqs ssm sso sts uri url vpc vpce vpn
"""
SPOKEN_BY_LETTER: Final = frozenset(_ACRONYMS.split())
"""Acronyms that identifiers write in small letters (``aws:SourceIp``): read by the names of their letters."""

VOWEL_WORDS: Final = frozenset(
    {
        "acme",  # 애크미
        "apache",  # 아파치
        "bit",  # 비트
        "edit",  # 에디트
        "github",  # 깃허브
        "hit",  # 히트
        "hub",  # 허브
        "iot",  # 아이오티
        "ipv6",  # 아이피브이식스
        "pub",  # 퍼브
        "recipe",  # 레시피
        "s3",  # 에스쓰리
        "soup",  # 수프
        "sub",  # 서브
        "theme",  # 테마
    }
)
CONSONANT_WORDS: Final = frozenset(
    {
        "get",  # 겟: methods and operators are words in capitals too
        "hadoop",  # 하둡
        "ldap",  # 엘댑
        "minute",  # 미닛
        "not",  # 낫
        "private",  # 프라이빗
        "put",  # 풋
        "quiet",  # 콰이엇
        "set",  # 셋
        "template",  # 템플릿
    }
)
RIEUL_WORDS: Final = frozenset({"null"})  # 널
