"""What `iamtutor generate` says, in Korean and English."""

from __future__ import annotations

from typing import Final

from iamtutor.words import Messages

_OPTIONS: Final[Messages] = {
    "cli.help.generate": {
        "ko": "CloudTrail 기록에서 최소 권한 정책을 만듭니다",
        "en": "makes a least-privilege policy from CloudTrail records",
    },
    "cli.generate.trails": {
        "ko": "CloudTrail 로그 파일(.json, .gz)이나 폴더, 한 줄에 레코드 하나인 파일. -이면 표준 입력",
        "en": "CloudTrail log files (.json, .gz), folders of them, or one record a line; - for standard input",
    },
    "cli.generate.principal": {
        "ko": "누구의 정책인지: 사용자나 역할의 ARN, 또는 한 세션(assumed-role)의 ARN",
        "en": "whose policy: the ARN of a user or role, or of one session (assumed-role)",
    },
    "cli.generate.level": {
        "ko": "resource: 사용한 리소스까지 좁힙니다(기본값). action: 작업만 좁히고 리소스는 *로 둡니다",
        "en": "resource: down to the resources that were used (the default); action: actions only, on *",
    },
    "cli.generate.group": {
        "ko": "와일드카드가 지금 쓴 작업만 뜻할 때 s3:Get*처럼 묶습니다. 새 작업이 생기면 함께 허용됩니다",
        "en": "write actions as wildcards (s3:Get*) where these match nothing but what was used; new actions will be allowed too",
    },
    "cli.generate.conditions": {
        "ko": "모든 호출에서 같았던 것을 조건으로 더합니다: 리전, VPC 엔드포인트, 소스 IP",
        "en": "add conditions for what was the same at every call: Region, VPC endpoint, source IP",
    },
    "cli.generate.since": {
        "ko": "이 날짜나 시각부터 (2026-01-15, 2026-01-15T09:00:00Z)",
        "en": "from this date or moment on (2026-01-15, 2026-01-15T09:00:00Z)",
    },
    "cli.generate.until": {
        "ko": "이 시각 전까지. 날짜만 쓰면 그날까지 포함합니다",
        "en": "before this moment; a date alone includes its day",
    },
    "cli.generate.with-failed": {
        "ko": "권한이 아닌 다른 까닭으로 실패한 호출(NoSuchKey 등)도 정책에 넣습니다",
        "en": "count calls too that failed for a reason other than permission (NoSuchKey …)",
    },
    "cli.generate.most-resources": {
        "ko": "한 버킷이나 리소스 유형에서 늘어놓을 리소스의 수. 넘으면 와일드카드로 줄입니다 (기본값 {default})",
        "en": "how many resources of one bucket or type to list before they are written as a wildcard ({default} by default)",
    },
    "cli.generate.against": {
        "ko": "지금 쓰는 정책 파일. 기록에서 쓰지 않은 권한을 찾습니다",
        "en": "a policy in use; what it allows and the trail does not need is listed",
    },
    "cli.generate.bad-principal": {
        "ko": "--principal {arn}: 사용자, 역할, 세션의 ARN이어야 합니다. 예: arn:aws:iam::111122223333:role/deploy",
        "en": "--principal {arn}: expected the ARN of a user, role or session, such as arn:aws:iam::111122223333:role/deploy",
    },
    "cli.generate.root": {
        "ko": "--principal {arn}: 루트 사용자에게는 정책을 연결할 수 없습니다",
        "en": "--principal {arn}: no policy can be attached to the root user",
    },
    "cli.generate.bad-moment": {
        "ko": "{option} {value}: 2026-01-15나 2026-01-15T09:00:00Z처럼 쓰세요",
        "en": "{option} {value}: write 2026-01-15 or 2026-01-15T09:00:00Z",
    },
    "cli.generate.bad-number": {
        "ko": "--most-resources {value}: 1 이상이어야 합니다",
        "en": "--most-resources {value}: expected 1 or more",
    },
    "cli.generate.no-logs": {
        "ko": "{file}: 로그 파일(.json, .jsonl, .log, .gz)이 없는 폴더입니다",
        "en": "{file}: a folder without log files (.json, .jsonl, .log, .gz)",
    },
    "cli.generate.stdin-once": {
        "ko": "표준 입력(-)은 한 번만 쓸 수 있습니다",
        "en": "standard input (-) can be named once only",
    },
    "cli.generate.bad-policy": {
        "ko": "{file}:{line}: 정책으로 읽을 수 없습니다: {message}",
        "en": "{file}:{line}: not a policy that can be used: {message}",
    },
}

_REPORT: Final[Messages] = {
    "cli.generate.reading": {"ko": "읽는 중 {percent}% ({done}MB)", "en": "reading {percent}% ({done} MB)"},
    "cli.generate.reading-stream": {"ko": "읽는 중 {done}MB", "en": "reading {done} MB"},
    "cli.generate.counts": {
        "ko": "레코드 {records}개 중 이 보안 주체의 호출 {matched}개 · 정책에 넣은 호출 {used}개",
        "en": "{records:record|records}, {matched:call|calls} by the principal, {used} of them in the policy",
    },
    "cli.generate.period": {"ko": "기간: {first} – {last}", "en": "period: {first} – {last}"},
    "cli.generate.proven": {
        "ko": "증명: 추적에 나온 요청 {requests}개(합쳐서 {events}번)를 이 정책으로 다시 판단해 모두 허용되었고, 정책의 작업·리소스 쌍 "
        "{pairs}개가 모두 추적에 나옵니다",
        "en": "proven: the {requests:request|requests} of the trail (made {events:time|times}), decided again, are all allowed, "
        "and each of the {pairs:pair|pairs} of action and resource was seen in the trail",
    },
    "cli.generate.not-proven": {
        "ko": "증명하지 못함: 허용되지 않는 요청 {refused}개, 추적에 없는 쌍 {unwitnessed}개, 추적에 없는 작업 {unseen}개",
        "en": "not proven: {refused:request|requests} not allowed, {unwitnessed:pair|pairs} and {unseen:action|actions} that the "
        "trail does not show",
    },
    "cli.generate.size": {
        "ko": "정책 크기: {size}자 (공백 제외). 관리형 정책은 6,144자, 인라인 정책은 사용자 2,048자·역할 10,240자까지입니다",
        "en": "size: {size} characters without white space; a managed policy takes 6,144, inline ones 2,048 (users) and 10,240 (roles)",
    },
    "cli.generate.nothing": {
        "ko": "추적에 {principal:이} 한 호출이 없어 정책을 만들지 않았습니다",
        "en": "the trail shows no call by {principal} that needs permission; no policy was made",
    },
    "cli.generate.callers": {"ko": "추적에 나오는 호출자: {names}", "en": "callers that the trail shows: {names}"},
    "cli.generate.title-denied": {
        "ko": "거부된 호출 (정책에 넣지 않음)",
        "en": "Denied calls (not in the policy)",
    },
    "cli.generate.title-failed": {
        "ko": "다른 까닭으로만 실패한 작업 (정책에 넣지 않음, --with-failed로 넣기)",
        "en": "Actions that only ever failed for another reason (not in the policy; --with-failed adds them)",
    },
    "cli.generate.title-unmapped": {
        "ko": "작업으로 옮길 수 없는 이벤트 (정책에 없음)",
        "en": "Events that cannot be mapped to an action (not in the policy)",
    },
    "cli.generate.title-open": {
        "ko": "레코드에 이름이 없어 *나 ?로 둔 리소스 (직접 좁히세요)",
        "en": "Resources that the records do not name, with * or ? in their place (narrow them yourself)",
    },
    "cli.generate.title-shortened": {
        "ko": "너무 많아 와일드카드로 줄인 리소스 (--most-resources)",
        "en": "Resources written as wildcards because there are so many (--most-resources)",
    },
    "cli.generate.title-limits": {"ko": "추적이 보여 주지 못하는 것", "en": "What the trail cannot show"},
    "cli.generate.title-problems": {"ko": "읽지 못한 것", "en": "What could not be read"},
    "cli.generate.title-against": {"ko": "지금 쓰는 정책과 비교", "en": "Against the policy in use"},
    "cli.generate.times": {"ko": "{count}번", "en": "{count:time|times}"},
    "cli.generate.more": {"ko": "… 외 {count}개", "en": "… and {count} more"},
    "cli.generate.against-sum": {
        "ko": "허용하는 작업 {granted}개 중 {used}개를 썼고 {unused}개는 쓰지 않았습니다",
        "en": "of {granted:action|actions} that it allows, {used} were used and {unused} were not",
    },
    "cli.generate.against-idle": {
        "ko": "문 {statement}: 한 번도 쓰지 않았습니다",
        "en": "statement {statement}: never used",
    },
    "cli.generate.against-unused": {
        "ko": "문 {statement}: 쓰지 않은 작업 {count}개: {names}",
        "en": "statement {statement}: {count:action|actions} not used: {names}",
    },
    "cli.generate.against-untouched": {
        "ko": "문 {statement}: 건드리지 않은 리소스: {names}",
        "en": "statement {statement}: resources never touched: {names}",
    },
    "cli.generate.against-missing": {
        "ko": "이 정책이 다루지 않는 요청이 추적에 있습니다 (다른 정책이 허용): {names}",
        "en": "the trail shows requests that this policy does not speak of (another one allowed them): {names}",
    },
    "cli.generate.against-tight": {
        "ko": "추적에 나온 것보다 더 허용하는 것이 없습니다 (증명됨)",
        "en": "it allows nothing beyond what the trail shows (proved)",
    },
    "cli.generate.against-excess": {
        "ko": "추적에 나오지 않은 요청도 허용합니다. 예:",
        "en": "it allows requests that the trail does not show, for example",
    },
    "cli.generate.against-needed": {"ko": "추적에서 만든 정책", "en": "the generated policy"},
}

GENERATE_MESSAGES: Final[Messages] = {**_OPTIONS, **_REPORT}
