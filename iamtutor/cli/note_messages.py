"""What is said beside a decision or a check: names that nobody knows, and what was taken for granted."""

from __future__ import annotations

from typing import Final

from iamtutor.words import Messages

NOTE_MESSAGES: Final[Messages] = {
    "cli.note.unknown-action": {
        "ko": "AWS의 작업 목록에 {action:이} 없습니다. 오타인지 확인하세요",
        "en": "AWS's list has no action {action}; is it misspelt?",
    },
    "cli.note.unknown-action-near": {
        "ko": "AWS의 작업 목록에 {action:이} 없습니다. {near:을} 뜻한 것 같습니다",
        "en": "AWS's list has no action {action}; {near} is probably meant",
    },
    "cli.note.no-such-action": {
        "ko": "--action {action}: AWS의 작업 목록에 해당하는 작업이 없어 검사할 것이 없습니다",
        "en": "--action {action}: AWS's list has no such action, so there is nothing to check",
    },
    "cli.note.no-such-action-near": {
        "ko": "--action {action}: AWS의 작업 목록에 해당하는 작업이 없습니다. {near:을} 뜻한 것 같습니다",
        "en": "--action {action}: AWS's list has no such action; {near} is probably meant",
    },
    "cli.note.not-in-world": {
        "ko": "이 월드에는 {resource:이} 없습니다. 호출자의 계정 {account}의 것으로 봅니다",
        "en": "this world has no {resource}; it is taken to belong to the caller's account, {account}",
    },
    "cli.note.beside": {
        "ko": "{count}개 줄에 알릴 것이 있습니다 (notes, 처음은 {line}번째 줄): {note}",
        "en": "{count:line|lines} with notes (the first is line {line}): {note}",
    },
    "cli.decide.about": {
        "ko": "요청과 정책을 JSON으로 받아 한 줄에 하나씩 결정을 냅니다. 입력의 형식: iamtutor schema decide, 출력의 형식: iamtutor schema decision\n\n"
        "request.resource_account: 리소스를 소유한 계정. S3처럼 ARN에 계정이 없으면 꼭 적으세요. 적지 않으면 호출자의 계정으로 봅니다.\n"
        "request.context: 보안 주체에서 나오는 키(aws:PrincipalArn, aws:username 등)만 저절로 채웁니다. aws:SecureTransport나 aws:CurrentTime처럼 AWS가 늘 보내는 키도 "
        "explain과 달리 적어야 합니다. missing_context는 정책이 보는데 요청에 없는 키입니다.\n"
        "notes: 결정할 때 가정한 것이나 모르는 작업 이름. 없으면 이 필드도 없습니다.",
        "en": "A request with its policies in JSON on each line gives a decision. What goes in: iamtutor schema decide; what comes out: "
        "iamtutor schema decision\n\n"
        "request.resource_account: the account that owns the resource. Give it where the ARN names none, as with S3; else the caller's is taken.\n"
        "request.context: only what follows from the principal (aws:PrincipalArn, aws:username, …) is filled in. Keys that AWS always sends, such as "
        "aws:SecureTransport and aws:CurrentTime, must be given; explain fills them. missing_context lists keys that policies ask for and the request lacks.\n"
        "notes: what was taken for granted, and unknown actions; left out where there is nothing to say.",
    },
}
