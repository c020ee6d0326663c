"""What `iamtutor findings` says, in Korean and English."""

from __future__ import annotations

from typing import Final

from iamtutor.words import Messages

_CALL: Final[Messages] = {
    "cli.help.findings": {
        "ko": "신뢰 영역 밖에서 접근할 수 있는 리소스를 찾습니다 (외부 액세스)",
        "en": "finds resources that can be reached from outside the zone of trust (external access)",
    },
    "cli.external.target": {
        "ko": "월드(파일이나 ID) 또는 리소스 기반 정책 하나(.json). archive나 unarchive 뒤에는 조사 결과 ID를 적습니다",
        "en": "a world (file or id) or one resource-based policy (.json); archive or unarchive, followed by IDs of findings",
    },
    "cli.external.ids": {
        "ko": "조사 결과 ID. 다른 것과 겹치지 않으면 앞부분만 적어도 됩니다",
        "en": "IDs of findings; a beginning that no other has will do",
    },
    "cli.external.zone": {
        "ko": "신뢰 영역: account(리소스가 있는 계정)나 organization(조직의 모든 계정)",
        "en": "the zone of trust: account (the resource's own) or organization (every member)",
    },
    "cli.external.account": {
        "ko": "월드에서는 이 계정의 리소스만 봅니다(ID나 이름). 정책 하나를 볼 때는 리소스가 있는 계정의 ID입니다",
        "en": "in a world: only the resources of this account (ID or name); for one policy: the ID of the account that owns it",
    },
    "cli.external.resource-type": {
        "ko": "정책 하나를 볼 때: 리소스 유형. 적지 않으면 정책에서 알아냅니다",
        "en": "for one policy: the type of its resource; without it the policy itself tells",
    },
    "cli.external.block": {
        "ko": "정책 하나를 볼 때: 버킷에 S3 퍼블릭 액세스 차단이 켜져 있다고 봅니다",
        "en": "for one policy: S3 Block Public Access is on for the bucket",
    },
    "cli.external.rules": {
        "ko": "아카이브 규칙(YAML). 기준에 맞는 조사 결과를 아카이브합니다",
        "en": "archive rules (YAML): findings that meet their criteria are archived",
    },
    "cli.external.state": {
        "ko": "조사 결과의 상태를 기억하는 파일(JSON). 없으면 만듭니다",
        "en": "a file (JSON) that keeps the status of findings between runs; made where there is none",
    },
    "cli.external.preview": {
        "ko": "정책을 바꾸면 무엇이 열리고 닫히는지 미리 봅니다. 예: bucket/acme-reports=new.json. 정책 하나를 볼 때는 new.json",
        "en": "what a changed policy would open and close, such as bucket/acme-reports=new.json; for one policy just new.json",
    },
    "cli.external.all": {
        "ko": "아카이브되거나 해결된 조사 결과와 그대로인 미리 보기 결과도 보여 줍니다",
        "en": "show archived and resolved findings too, and in a preview what stays as it is",
    },
    "cli.external.no-organization": {
        "ko": "{source}: 조직이 없습니다. 신뢰 영역을 조직으로 하려면 organization이 있는 월드가 필요합니다 · --zone account",
        "en": "{source}: there is no organization; for that zone of trust the world needs one · --zone account",
    },
    "cli.external.not-for-world": {
        "ko": "{option:은} 정책 하나(.json)를 볼 때만 쓸 수 있습니다",
        "en": "{option} is for one policy (.json), not for a world",
    },
    "cli.external.only-buckets": {
        "ko": "--block-public-access는 S3 버킷 정책에만 쓸 수 있습니다. 이 정책의 리소스 유형: {type}",
        "en": "--block-public-access is for S3 bucket policies; this policy's resource is {type}",
    },
    "cli.external.bad-account": {
        "ko": "--account {account}: 계정 ID는 숫자 열두 자리입니다",
        "en": "--account {account}: an account ID is twelve digits",
    },
    "cli.external.unknown-account": {
        "ko": "--account {account}: 이 월드에서 분석하는 계정이 아닙니다. 계정: {known}",
        "en": "--account {account}: not an account of this world that is analysed; known: {known}",
    },
    "cli.external.which-type": {
        "ko": "{source}: 어떤 리소스의 정책인지 알 수 없습니다 · --resource-type 가운데 하나: {known}",
        "en": "{source}: the policy does not tell its resource · --resource-type, one of: {known}",
    },
    "cli.external.bad-preview": {
        "ko": "--preview {text}: '리소스=파일' 꼴이어야 합니다. 예: bucket/acme-reports=new.json",
        "en": "--preview {text}: expected RESOURCE=FILE, such as bucket/acme-reports=new.json",
    },
    "cli.external.no-policy-there": {
        "ko": "--preview {reference}: 자기 정책을 가질 수 있는 리소스가 아닙니다. 버킷, 키, 역할이나 다른 리소스를 적으세요",
        "en": "--preview {reference}: it can have no policy of its own; name a bucket, a key, a role or another resource",
    },
    "cli.external.state-needed": {
        "ko": "{what}: 상태가 든 파일이 필요합니다 · --state FILE",
        "en": "{what}: the file with the status of findings is needed · --state FILE",
    },
    "cli.external.ids-needed": {
        "ko": "{what}: 조사 결과 ID를 하나 이상 적으세요",
        "en": "{what}: name at least one finding by its ID",
    },
    "cli.external.ids-unwanted": {
        "ko": "{ids}: 조사 결과 ID는 archive나 unarchive 뒤에만 쓸 수 있습니다",
        "en": "{ids}: IDs of findings only follow archive or unarchive",
    },
    "cli.external.unknown-id": {
        "ko": "{id}: 그런 활성 또는 아카이브된 조사 결과가 {file}에 없습니다",
        "en": "{id}: {file} holds no active or archived finding of that ID",
    },
    "cli.external.several-ids": {
        "ko": "{id}: 여러 조사 결과에 맞습니다: {ids}",
        "en": "{id}: the beginning of several IDs: {ids}",
    },
    "cli.external.marked-ARCHIVED": {"ko": "{id}: 아카이브했습니다", "en": "{id}: archived"},
    "cli.external.marked-ACTIVE": {"ko": "{id}: 다시 활성입니다", "en": "{id}: active again"},
}

_SHOWN: Final[Messages] = {
    "cli.external.others": {
        "ko": "아카이브됨 {archived}개, 해결됨 {resolved}개 · 모두 보려면 --all",
        "en": "{archived} archived, {resolved} resolved · --all shows them",
    },
    "cli.external.picture": {"ko": "한눈에 보기", "en": "At a glance"},
    "cli.external.evidence": {"ko": "증거와 고칠 곳", "en": "What shows it, and where to look"},
    "cli.external.open": {"ko": "증명하지 못한 것", "en": "Not proved"},
}

EXTERNAL_MESSAGES: Final[Messages] = {**_CALL, **_SHOWN}
"""Every message of the command."""
