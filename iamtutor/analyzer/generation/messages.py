"""What policy generation says, in Korean and English."""

from __future__ import annotations

from typing import Final

from iamtutor.words import Messages

_PROBLEMS: Final[Messages] = {
    "generation.not-json": {
        "ko": "{number}번째 레코드가 올바른 JSON이 아니어서 건너뜁니다",
        "en": "record {number} is not valid JSON; it is left out",
    },
    "generation.not-utf8": {
        "ko": "{number}번째 레코드가 UTF-8이 아니어서 건너뜁니다. 파일을 UTF-8로 저장하세요",
        "en": "record {number} is not UTF-8; it is left out. Save the file as UTF-8",
    },
    "generation.too-long": {
        "ko": "{number}번째 레코드가 너무 길어서 건너뜁니다",
        "en": "record {number} is too long; it is left out",
    },
    "generation.cut-short": {
        "ko": "{number}번째 레코드에서 파일이 끊겼습니다. 끝까지 내려받았는지 확인하세요",
        "en": "the file breaks off at record {number}; see whether it was copied whole",
    },
    "generation.no-record": {
        "ko": "{number}번째 객체는 CloudTrail 레코드가 아니어서 건너뜁니다 (eventSource와 eventName이 없습니다)",
        "en": "object {number} is no CloudTrail record; it is left out (no eventSource and eventName)",
    },
    "generation.bad-gzip": {
        "ko": "gzip 압축을 풀 수 없어 그다음은 읽지 못했습니다 ({detail})",
        "en": "cannot be unpacked with gzip from here on ({detail})",
    },
    "generation.cut-gzip": {
        "ko": "gzip 파일이 중간에서 끊겼습니다. 끝까지 내려받았는지 확인하세요",
        "en": "the gzip file breaks off; see whether it was copied whole",
    },
    "generation.unreadable": {"ko": "읽을 수 없습니다 ({detail})", "en": "cannot be read ({detail})"},
}

_LIMITS: Final[Messages] = {
    "generation.limit-data": {
        "ko": "{names}: 데이터 이벤트가 하나도 없습니다. 추적에서 데이터 이벤트를 켜지 않으면 객체 읽기나 함수 호출 같은 작업은 "
        "기록되지 않으므로, 정책에서 빠졌을 수 있습니다",
        "en": "{names}: no data events. Unless the trail logs them, calls such as reading an object or invoking a function "
        "are not recorded, and may be missing from the policy",
    },
    "generation.limit-pass-role": {
        "ko": "CloudTrail은 iam:PassRole을 기록하지 않습니다. 다음 역할을 서비스에 전달한 호출이 있으니 권한을 더하세요: {names}",
        "en": "CloudTrail does not record iam:PassRole. Calls handed these to a service, so add the permission: {names}",
    },
    "generation.limit-on-behalf": {
        "ko": "{number}개 호출은 AWS 서비스가 이 보안 주체를 대신해 했습니다. 같은 권한이 필요하므로 정책에 넣었습니다",
        "en": "{number:call|calls} were made by an AWS service on the principal's behalf; they need the same permissions and "
        "are in the policy",
    },
    "generation.limit-other-accounts": {
        "ko": "{number}개 레코드는 다른 계정의 호출자가 한 것으로, 누구인지 적혀 있지 않습니다. 그 계정의 추적을 함께 읽으세요",
        "en": "{number:record|records} tell of a caller of another account without saying who; read that account's trail too",
    },
    "generation.limit-undated": {
        "ko": "{number}개 레코드에는 시각이 없어 기간을 정한 이번 실행에서 뺐습니다",
        "en": "{number:record|records} have no time and were left out, because a period was given",
    },
    "generation.limit-always": {
        "ko": "추적은 지난 일만 보여 줍니다. 드물게 하는 일(장애 대응, 연말 작업)과, CloudTrail이 기록하지 않는 작업은 나타나지 않습니다. "
        "이름을 적지 않은 레코드의 리소스는 *로 두었고, 역할의 경로처럼 이름만으로 알 수 없는 것은 직접 확인하세요",
        "en": "A trail shows the past only: rare work (incidents, the end of a year) and actions that CloudTrail does not record "
        "do not appear. Where a record names no resource, * stands; check what a name alone does not tell, such as a "
        "role's path",
    },
}

MESSAGES: Final[Messages] = {**_PROBLEMS, **_LIMITS}
"""Every message of policy generation."""
