"""What a condition operator compares, in words: its base, and what a set qualifier and IfExists change."""

from __future__ import annotations

from typing import Final

from iamtutor.editing.candidate import Words
from iamtutor.policy.operators import QualifiedOperator, Qualifier, parse_operator
from iamtutor.words import Bilingual

_BASES: Final[dict[str, tuple[str, str]]] = {
    "StringEquals": (
        "문자열이 대소문자까지 똑같으면 참입니다.",
        "True if the text is the same, capitals included.",
    ),
    "StringNotEquals": (
        "문자열이 같지 않으면 참입니다. 키가 요청에 없어도 참입니다.",
        "True if the text differs; also true if the key is missing from the request.",
    ),
    "StringEqualsIgnoreCase": (
        "대소문자를 무시하고 문자열이 같으면 참입니다.",
        "True if the text is the same, capitals aside.",
    ),
    "StringNotEqualsIgnoreCase": (
        "대소문자를 무시해도 문자열이 다르면 참입니다. 키가 요청에 없어도 참입니다.",
        "True if the text differs even with capitals aside; also true if the key is missing.",
    ),
    "StringLike": (
        "와일드카드 *와 ?를 쓸 수 있고, 문자열이 패턴과 맞으면 참입니다.",
        "True if the text matches the pattern; * and ? are wildcards.",
    ),
    "StringNotLike": (
        "문자열이 패턴과 맞지 않으면 참입니다. 키가 요청에 없어도 참입니다.",
        "True if the text does not match the pattern; also true if the key is missing.",
    ),
    "NumericEquals": ("숫자가 같으면 참입니다.", "True if the numbers are equal."),
    "NumericNotEquals": (
        "숫자가 다르면 참입니다. 키가 요청에 없어도 참입니다.",
        "True if the numbers differ; also true if the key is missing.",
    ),
    "NumericLessThan": ("요청의 숫자가 더 작으면 참입니다.", "True if the request's number is less."),
    "NumericLessThanEquals": (
        "요청의 숫자가 작거나 같으면 참입니다.",
        "True if the request's number is less or equal.",
    ),
    "NumericGreaterThan": ("요청의 숫자가 더 크면 참입니다.", "True if the request's number is greater."),
    "NumericGreaterThanEquals": (
        "요청의 숫자가 크거나 같으면 참입니다.",
        "True if the request's number is greater or equal.",
    ),
    "DateEquals": ("날짜와 시각이 같으면 참입니다.", "True if the times are the same."),
    "DateNotEquals": (
        "날짜와 시각이 다르면 참입니다. 키가 요청에 없어도 참입니다.",
        "True if the times differ; also true if the key is missing.",
    ),
    "DateLessThan": ("요청의 시각이 이 시각보다 앞이면 참입니다.", "True if the request's time is before this one."),
    "DateLessThanEquals": (
        "요청의 시각이 이 시각이거나 그 앞이면 참입니다.",
        "True if the request's time is this one or before.",
    ),
    "DateGreaterThan": ("요청의 시각이 이 시각보다 뒤면 참입니다.", "True if the request's time is after this one."),
    "DateGreaterThanEquals": (
        "요청의 시각이 이 시각이거나 그 뒤면 참입니다.",
        "True if the request's time is this one or after.",
    ),
    "Bool": ("키의 값이 적은 대로 true나 false면 참입니다.", "True if the key is true or false, as written."),
    "BinaryEquals": (
        "Base64로 적은 바이너리 값이 똑같으면 참입니다.",
        "True if the binary value, written in Base64, is the same.",
    ),
    "IpAddress": (
        "IP 주소가 적은 주소나 CIDR 범위에 들면 참입니다.",
        "True if the address is this one or lies in the CIDR block.",
    ),
    "NotIpAddress": (
        "IP 주소가 적은 범위 밖이면 참입니다. 키가 요청에 없어도 참입니다.",
        "True if the address lies outside the block; also true if the key is missing.",
    ),
    "ArnEquals": (
        "ARN이 패턴과 맞으면 참입니다. ArnLike와 똑같이 동작하며 와일드카드를 쓸 수 있습니다.",
        "True if the ARN matches the pattern; it behaves just as ArnLike does, wildcards included.",
    ),
    "ArnLike": (
        "ARN이 패턴과 맞으면 참입니다. 콜론으로 나뉜 여섯 부분을 하나씩 견줍니다.",
        "True if the ARN matches the pattern; each of its six parts is compared by itself.",
    ),
    "ArnNotEquals": (
        "ARN이 패턴과 맞지 않으면 참입니다. 키가 요청에 없어도 참입니다.",
        "True if the ARN does not match the pattern; also true if the key is missing.",
    ),
    "ArnNotLike": (
        "ARN이 패턴과 맞지 않으면 참입니다. 키가 요청에 없어도 참입니다.",
        "True if the ARN does not match the pattern; also true if the key is missing.",
    ),
    "Null": (
        "true면 키가 요청에 없을 때, false면 키가 있을 때 참입니다.",
        "With true it asks that the key is missing, with false that it is there.",
    ),
}
_IF_EXISTS: Final = (
    "키가 요청에 없으면 견주지 않고 참으로 봅니다.",
    "If the key is missing from the request, nothing is compared and it counts as true.",
)
_ALL: Final = (
    "값이 여럿인 키의 모든 값이 맞아야 하며, 값이 하나도 없어도 참입니다.",
    "Every value of a key with several must pass; with no value at all it is true as well.",
)
_ANY: Final = (
    "값이 여럿인 키의 값 가운데 하나라도 맞으면 됩니다. 값이 하나도 없으면 거짓입니다.",
    "One value of a key with several is enough; with no value at all it is false.",
)


def operator_meaning(written: str) -> Words:
    """What an operator does; empty where AWS knows no such operator.

    https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_condition_operators.html and, for the
    set qualifiers, reference_policies_condition-single-vs-multi-valued-context-keys.html
    """
    operator = parse_operator(written)
    if operator is None:
        return ""
    parts = [_without_missing(operator), *([_IF_EXISTS] if operator.if_exists else [])]
    if operator.qualifier is not None:
        parts.insert(0, _ALL if operator.qualifier is Qualifier.ALL else _ANY)
    return Bilingual(" ".join(ko for ko, _ in parts), " ".join(en for _, en in parts))


_MISSING: Final = (
    (" 키가 요청에 없어도 참입니다.", "; also true if the key is missing from the request"),
    ("", "; also true if the key is missing"),
)


def _without_missing(operator: QualifiedOperator) -> tuple[str, str]:
    """The words of the base; what they say of a missing key is left out where IfExists or a qualifier says it anew."""
    ko, en = _BASES[operator.base.name]
    if operator.if_exists or operator.qualifier is not None:
        for said_ko, said_en in _MISSING:
            ko = ko.replace(said_ko, "") if said_ko else ko
            en = en.replace(said_en, "")
    return ko, en
