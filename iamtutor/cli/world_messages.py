"""What the commands about worlds, content and this machine say, in Korean and English."""

from __future__ import annotations

from typing import Final

from iamtutor.words import Messages

_EXPLAIN: Final[Messages] = {
    "cli.explain.as": {
        "ko": "요청하는 보안 주체: user/dev, role/deploy, session/ci, root/acme, anonymous, service/…, 또는 ARN",
        "en": "who asks: user/dev, role/deploy, session/ci, root/acme, anonymous, service/… or an ARN",
    },
    "cli.explain.do": {"ko": "작업, 예: s3:GetObject", "en": "the action, such as s3:GetObject"},
    "cli.explain.on": {
        "ko": "리소스의 ARN, 또는 bucket/acme-reports 같은 이름",
        "en": "the resource's ARN, or a name such as bucket/acme-reports",
    },
    "cli.explain.context": {
        "ko": "조건 키와 값, 예: aws:SourceIp=203.0.113.7. 같은 키를 여러 번 쓰면 값이 여러 개인 키가 됩니다",
        "en": "a condition key with its value, such as aws:SourceIp=203.0.113.7; a key given several times is multivalued",
    },
    "cli.explain.draw": {
        "ko": "평가 과정을 순서대로 그림으로 그립니다",
        "en": "draw how it was decided, layer by layer",
    },
    "cli.explain.bad-action": {
        "ko": "--do {action}: 작업은 s3:GetObject처럼 '서비스:작업' 꼴이어야 합니다",
        "en": "--do {action}: an action is written service:action, such as s3:GetObject",
    },
    "cli.explain.bad-context": {
        "ko": "--context {pair}: '키=값' 꼴이어야 합니다",
        "en": "--context {pair}: expected key=value",
    },
    "cli.explain.path": {"ko": "요청이 지나는 길", "en": "The path of the request"},
    "cli.explain.context-title": {"ko": "요청 컨텍스트", "en": "Request context"},
    "cli.explain.layers": {"ko": "평가 순서대로", "en": "In the order of evaluation"},
    "cli.explain.words": {"ko": "정리하면", "en": "In words"},
    "cli.explain.places": {"ko": "결정한 문이 있는 곳", "en": "Where the deciding statement stands"},
    "cli.tell.session-of": {"ko": "역할을 수임한 세션", "en": "a session of the role"},
    "cli.tell.anonymous": {"ko": "익명 호출자", "en": "an anonymous caller"},
    "cli.tell.deny-found": {
        "ko": "명시적 거부: 적용되는 정책 가운데 일치하는 Deny가 있음",
        "en": "Explicit deny: a Deny in some policy that applies matches",
    },
    "cli.tell.no-deny": {
        "ko": "명시적 거부: 일치하는 Deny가 없음",
        "en": "Explicit deny: no Deny matches",
    },
    "cli.tell.level": {"ko": "{level}단계", "en": "level {level}:"},
    "cli.tell.matches": {"ko": "일치", "en": "matches"},
    "cli.tell.no-match": {"ko": "불일치", "en": "does not match"},
}

_WORLD: Final[Messages] = {
    "cli.world.world": {
        "ko": "월드 파일(YAML), 또는 연습이 함께 쓰는 월드의 ID",
        "en": "a world's file (YAML), or the id of a world that the exercises share",
    },
    "cli.world.worlds": {
        "ko": "월드 파일(YAML)이나 연습이 함께 쓰는 월드의 ID. import에는 aws iam get-account-authorization-details의 출력 "
        "(계정마다 하나, 여러 쪽이어도 됩니다)",
        "en": "a world's file (YAML), or the id of a world that the exercises share; for import, what aws iam "
        "get-account-authorization-details prints (one for each account, in pages or whole)",
    },
    "cli.world.buckets": {
        "ko": "import: 버킷 정책. <버킷>.json이 든 폴더나 파일 (정책, 또는 aws s3api get-bucket-policy의 출력). 계정이 여럿이면 계정 ID "
        "폴더에 나누어 넣습니다",
        "en": "import: bucket policies, a folder of <bucket>.json or one such file (the policy, or what aws s3api "
        "get-bucket-policy prints); with several accounts in folders named by account ID",
    },
    "cli.world.resources": {
        "ko": 'import: 다른 리소스의 정책. {{"ARN": 정책}} 꼴의 JSON 파일이나 폴더',
        "en": 'import: policies of other resources, a JSON file or folder of {{"ARN": policy}}',
    },
    "cli.world.scps": {
        "ko": "import: SCP와 RCP. 조직과 같은 모양의 폴더에 aws organizations describe-policy의 출력을 넣습니다. 폴더 자체가 루트, 안의 "
        "폴더는 OU, 계정 ID 폴더는 계정입니다",
        "en": "import: SCPs and RCPs, what aws organizations describe-policy prints, in a folder built as the organisation: the "
        "folder is the root, folders in it are OUs, and accounts where they are named by an account ID",
    },
    "cli.world.mask": {
        "ko": "import: 계정, 사용자, 그룹, 역할, 정책, 버킷의 이름을 어디서나 똑같이 가립니다. 태그와 Sid는 그대로 둡니다",
        "en": "import: mask the names of accounts, users, groups, roles, policies and buckets everywhere alike; tags and Sids stay",
    },
    "cli.world.output": {
        "ko": "import: 월드를 쓸 파일. 없으면 표준 출력",
        "en": "import: the file to write the world to; standard output where none is given",
    },
    "cli.world.only-import": {
        "ko": "{option:은} import에만 쓸 수 있습니다",
        "en": "{option} is for import only",
    },
    "cli.world.output-is-folder": {"ko": "{file}: 폴더에는 쓸 수 없습니다", "en": "{file}: this is a folder"},
    "cli.world.imported": {
        "ko": "계정 {accounts}개, IAM 엔터티와 정책 {entities}개, 버킷 {buckets}개, 다른 리소스 {resources}개, 제어 정책 {controls}개를 가져왔습니다",
        "en": "imported {accounts:account|accounts}, {entities:IAM entity or policy|IAM entities and policies}, "
        "{buckets:bucket|buckets}, {resources:other resource|other resources}, {controls:control policy|control policies}",
    },
    "cli.world.kept-out": {
        "ko": "다음 {count}가지를 빼거나 확인해야 합니다. 나머지는 그대로 가져왔습니다",
        "en": "{count:thing was|things were} left out or must be looked at; the rest is there:",
    },
    "cli.world.what": {
        "ko": "check: 잘못된 곳을 모두 찾습니다. show: 월드를 글로 보여 줍니다. open: 앱에서 그려 보여 줍니다. import: AWS 계정의 설정으로 월드를 만듭니다",
        "en": "check: find everything that is wrong; show: the world in text; open: the world drawn in the app; import: make a world from a real account",
    },
    "cli.world.one-only": {
        "ko": "open은 월드 하나만 엽니다. 남는 것: {names}",
        "en": "open takes one world; too many: {names}",
    },
    "cli.world.open-json": {
        "ko": "open에는 --json을 쓸 수 없습니다. JSON으로 보려면 world show --json",
        "en": "open shows a screen; for JSON: world show --json",
    },
    "cli.world.no-screen": {
        "ko": "화면을 열 수 있는 터미널이 아닙니다. 글로 보려면 iamtutor world show {name}",
        "en": "this is no terminal that can show a screen; as text: iamtutor world show {name}",
    },
    "cli.world.unknown": {
        "ko": "{name:이라는} 월드는 없습니다. 파일을 지정하거나 다음 가운데 고르세요: {known}",
        "en": "there is no world {name}; name a file, or one of {known}",
    },
}

_CONTENT: Final[Messages] = {
    "cli.findings.count": {"ko": "{count}개를 찾았습니다", "en": "{count:finding|findings}"},
    "cli.findings.none": {"ko": "잘못된 곳이 없습니다", "en": "nothing is wrong"},
    "cli.pack.what": {
        "ko": "check: 잘못된 곳을 모두 찾습니다. show: 무엇이 들어 있는지 보여 줍니다",
        "en": "check: find everything that is wrong; show: list what there is",
    },
    "cli.pack.path": {
        "ko": "lessons나 exercises가 든 폴더, 또는 이 과정의 레슨·연습 폴더. 없으면 과정 전체",
        "en": "a folder that holds lessons or exercises, or parts of this course; the whole course where none is given",
    },
    "cli.pack.outside": {
        "ko": "{path}: lessons나 exercises 폴더가 없고, 이 과정의 일부도 아닙니다",
        "en": "{path}: holds no folder lessons or exercises, and is no part of this course",
    },
    "cli.pack.nothing": {
        "ko": "레슨도 연습도 없습니다. 레슨은 lessons/NN-이름/, 연습은 exercises/분류/이름/ 폴더에 둡니다.",
        "en": "no lesson and no exercise: they lie in folders lessons/NN-name/ and exercises/track/name/",
    },
    "cli.pack.counts": {
        "ko": "단계 {steps} · 연습 {exercises} · 질문 {questions} · {minutes}분",
        "en": "{steps:step|steps} · {exercises:exercise|exercises} · {questions:question|questions} · {minutes:minute|minutes}",
    },
    "cli.schema.name": {
        "ko": "형식의 이름. 없으면 모두",
        "en": "the name of the format; all of them where none is given",
    },
}

_DOCTOR: Final[Messages] = {
    "cli.doctor.versions": {"ko": "버전", "en": "Versions"},
    "cli.doctor.places": {"ko": "데이터가 있는 곳", "en": "Where data lies"},
    "cli.doctor.terminal": {"ko": "터미널", "en": "Terminal"},
    "cli.doctor.home": {"ko": "학습 기록", "en": "profile"},
    "cli.doctor.no-profile": {"ko": "아직 없음", "en": "not yet there"},
    "cli.doctor.lessons": {"ko": "레슨", "en": "lessons"},
    "cli.doctor.exercises": {"ko": "연습", "en": "exercises"},
    "cli.doctor.language": {"ko": "언어", "en": "language"},
    "cli.doctor.type": {"ko": "종류와 크기", "en": "type, size"},
    "cli.doctor.colours": {"ko": "색", "en": "colours"},
    "cli.doctor.ruler": {
        "ko": "글자 폭 자: 오른쪽 막대가 한 줄로 서면 한글과 기호의 폭이 맞습니다",
        "en": "Ruler: where the bars at the right stand in one line, Hangul and signs have the right width",
    },
    "cli.doctor.fine": {"ko": "필요한 것이 모두 있습니다", "en": "everything that is needed is there"},
    "cli.doctor.missing-lessons": {"ko": "레슨이 없습니다", "en": "no lessons are there"},
    "cli.doctor.missing-exercises": {"ko": "연습이 없습니다", "en": "no exercises are there"},
    "cli.doctor.missing-home": {
        "ko": "학습 기록 폴더에 쓸 수 없습니다. IAMTUTOR_HOME에 쓸 수 있는 폴더를 지정하세요",
        "en": "the profile's folder cannot be written; set IAMTUTOR_HOME to one that can",
    },
}

WORLD_MESSAGES: Final[Messages] = {**_EXPLAIN, **_WORLD, **_CONTENT, **_DOCTOR}
