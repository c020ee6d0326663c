"""Particles against a table of words as Korean engineers say them."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from iamtutor.words import Ending, agreeing, ending, with_particle

OPEN = """
보안주체 사용자 s3:GetObject sts:AssumeRoleWithWebIdentity iam:PutRolePolicy PutUserPolicy kms:Decrypt Encrypt
sts:GetCallerIdentity Resource Effect Deny Allow Statement Sid StringLike StringEquals IpAddress aws:SourceIp
aws:SourceVpce aws:PrincipalOrgID ec2:RunInstances s3:ListAllMyBuckets DynamoDB Lambda Cognito Athena CloudFront
GuardDuty OpenSearch Redshift EventBridge Fargate Glue GitHub AWS KMS SCP RCP MFA STS OIDC SQS S3 EC2 IoT IPv6 ABAC
OU VPC ID user root admins developers task cluster instance queue image service message storage key log tag
network link disk record cloud world build wait right endpoint default report list update delete write mode cache
error server folder owner policy entity identity authority share code user/dev prod acme q3.csv notes.txt
reports.pdf week leak loop timestamp help prefix index self push batch async week access sheet site s3:* s3:Get*
"arn:aws:s3:::acme-reports/*" report-? 62% 2 4 5 9 111122223352 us-east-2 v2 edit bit
"""

RIEUL = """
역할 iam:PassRole sts:AssumeRole Principal principal table file rule console schedule profile title example bundle
email detail AssumeRoleWithSAML SAML ACL ECR URL SQL YAML TTL s3:GetBucketAcl Bool Null CloudTrail pull control 1 7 8
us-east-1 policy.html all 서울 external 2012-10-17
"""

CLOSED = """
정책 문장 권한 버킷 CreateBucket s3:ListBucket Bucket ARN aws:PrincipalArn IAM VPN SSM
token sts:GetSessionToken Action NotAction Version Condition Organization Session string aws:username name time zone
machine pipeline volume column sign pattern algorithm alarm item dynamodb:PutItem Scan DateLessThan group map app
backup step stop drop setup desktop heap type ContentType template private web job blob topic public metric traffic
stack lock block check bedrock notebook webhook secret packet ticket target asset dataset subnet internet limit commit
audit unit explicit format dataset snapshot slot bot robot input output timeout layout checkout GET PUT 0 3 6
10 100 1000 us-gov-10 policy.json backup.zip admin alice-and-bob
"""


@pytest.mark.parametrize("word", OPEN.split())
def test_words_that_end_in_a_vowel(word: str) -> None:
    assert ending(word) is Ending.VOWEL
    assert with_particle(word, "을") == f"{word}를"


@pytest.mark.parametrize("word", RIEUL.split())
def test_words_that_end_in_rieul(word: str) -> None:
    assert ending(word) is Ending.RIEUL
    assert with_particle(word, "을") == f"{word}을"
    assert with_particle(word, "으로") == f"{word}로"


@pytest.mark.parametrize("word", CLOSED.split())
def test_words_that_end_in_another_consonant(word: str) -> None:
    assert ending(word) is Ending.CONSONANT
    assert with_particle(word, "를") == f"{word}을"
    assert with_particle(word, "로") == f"{word}으로"


def test_the_table_is_large() -> None:
    assert len(set((OPEN + RIEUL + CLOSED).split())) > 200


@pytest.mark.parametrize(
    ("word", "particle", "expected"),
    [
        ("정책", "이", "정책이"),
        ("역할", "가", "역할이"),
        ("사용자", "이", "사용자가"),
        ("s3:GetObject", "을", "s3:GetObject를"),
        ('"dev"', "을", '"dev"를'),
        ("`iam:PassRole`", "은", "`iam:PassRole`은"),
        ("‘버킷’", "와", "‘버킷’과"),
        ("정책.", "은", "정책.은"),
        ("서비스 제어 정책(SCP)", "가", "서비스 제어 정책(SCP)이"),
        ("권한 경계 (boundary)", "를", "권한 경계 (boundary)를"),
        ("(버킷)", "을", "(버킷)을"),
        ("decide()", "을", "decide()를"),
        ("3", "을", "3을"),
        ("1", "으로", "1로"),
        ("2", "으로", "2로"),
        ("6", "로", "6으로"),
        ("역할", "으로부터", "역할로부터"),
        ("정책", "로서", "정책으로서"),
        ("정책", "라", "정책이라"),
        ("역할", "이라고", "역할이라고"),
        ("보안 주체", "이라는", "보안 주체라는"),
        ("루트", "이란", "루트란"),
        ("정책", "나", "정책이나"),
        ("사용자", "이나", "사용자나"),
        ("정책", "와", "정책과"),
        ("사용자", "과", "사용자와"),
        ("정책", "야", "정책아"),
        ("친구", "아", "친구야"),
        ("사용자", "이에요", "사용자예요"),
        ("정책", "였습니다", "정책이었습니다"),
    ],
)
def test_each_particle(word: str, particle: str, expected: str) -> None:
    assert with_particle(word, particle) == expected


@pytest.mark.parametrize(
    ("symbol", "expected"),
    [(",", "가"), ("{", "가"), (":", "이"), ('"', "가"), ("'`'", "이"), ("']'", "가"), ("_", "이"), ("*", "가")],
)
def test_a_symbol_alone_is_read_by_its_name(symbol: str, expected: str) -> None:
    assert agreeing(symbol, "이") == expected


@pytest.mark.parametrize(
    ("particle", "both"),
    [("을", "을(를)"), ("으로", "(으)로"), ("이라", "(이)라"), ("가", "이(가)"), ("이었다", "이었다(였다)")],
)
def test_both_forms_where_nobody_can_say(particle: str, both: str) -> None:
    assert agreeing("東京", particle) == both
    assert agreeing("", particle) == both


def test_a_question_mark_is_a_wildcard_after_latin_and_punctuation_after_korean() -> None:
    assert with_particle("누가 이깁니까 정책?", "을") == "누가 이깁니까 정책?을"
    assert with_particle("bucket-?", "을") == "bucket-?를"


def test_decomposed_hangul_is_read_too() -> None:
    assert agreeing("\u110c\u1165\u11bc\u110e\u1162\u11a8", "을") == "을"


def test_what_does_not_change_is_refused() -> None:
    with pytest.raises(ValueError, match="도"):
        with_particle("정책", "도")


@given(st.text(max_size=30), st.sampled_from(["을", "이", "은", "과", "으로", "이라", "이나", "아"]))
def test_any_text_gets_some_form(word: str, particle: str) -> None:
    assert with_particle(word, particle).startswith(word)


@given(st.text(alphabet=[chr(code) for code in range(0xAC00, 0xD7A4)], min_size=1, max_size=5))
def test_hangul_is_never_unknown(word: str) -> None:
    assert ending(word) is not Ending.UNKNOWN
    assert ending(f'"{word}"') is ending(word)
