"""What the command line says, in Korean and English."""

from __future__ import annotations

from typing import Final

from iamtutor.cli.catalog_messages import CATALOG_COMMAND_MESSAGES
from iamtutor.cli.check_messages import CHECK_MESSAGES
from iamtutor.cli.compare_messages import COMPARE_MESSAGES
from iamtutor.cli.external_messages import EXTERNAL_MESSAGES
from iamtutor.cli.generate_messages import GENERATE_MESSAGES
from iamtutor.cli.learning_messages import LEARNING_MESSAGES
from iamtutor.cli.note_messages import NOTE_MESSAGES
from iamtutor.cli.search_messages import SEARCH_MESSAGES
from iamtutor.cli.serve_messages import SERVE_MESSAGES
from iamtutor.cli.world_messages import WORLD_MESSAGES
from iamtutor.words import Messages

_CALL: Final[Messages] = {
    "cli.overview.head": {
        "ko": "AWS IAM을 터미널에서 배웁니다. 인터넷도 AWS 계정도 필요 없습니다.",
        "en": "Learn AWS IAM in the terminal, without a network and without an AWS account.",
    },
    "cli.overview.foot": {
        "ko": "명령마다 --help로 자세한 도움말을 볼 수 있습니다. 언어는 --lang ko|en으로 고릅니다.",
        "en": "Every command has its own --help. Choose the language with --lang ko|en.",
    },
    "cli.option.lang": {"ko": "언어: ko(한국어)나 en(영어)", "en": "language: ko (Korean) or en (English)"},
    "cli.option.format": {"ko": "출력 형식", "en": "format of the output"},
    "cli.option.json": {"ko": "--format json과 같습니다", "en": "short for --format json"},
    "cli.option.version": {"ko": "버전을 보여 줍니다", "en": "show the version"},
    "cli.usage": {
        "ko": "{message} · 도움말: {command} --help",
        "en": "{message} · for help: {command} --help",
    },
    "cli.unknown-command": {
        "ko": "{name:이라는} 명령은 없습니다 · 명령 목록: iamtutor --help",
        "en": "there is no command {name} · for the list: iamtutor --help",
    },
    "cli.unknown-command-near": {
        "ko": "{name:이라는} 명령은 없습니다. {near:을} 뜻한 것 같습니다 · 명령 목록: iamtutor --help",
        "en": "there is no command {name}; {near} is probably meant · for the list: iamtutor --help",
    },
    "cli.file-missing": {"ko": "{file}: 파일이 없습니다", "en": "{file}: no such file"},
    "cli.file-is-folder": {
        "ko": "{file}: 폴더입니다. 파일을 지정하세요",
        "en": "{file}: this is a folder; a file is expected",
    },
    "cli.file-forbidden": {"ko": "{file}: 읽을 권한이 없습니다", "en": "{file}: no permission to read it"},
    "cli.file-unreadable": {"ko": "{file}: 읽을 수 없습니다 ({detail})", "en": "{file}: cannot be read ({detail})"},
    "cli.file-too-large": {
        "ko": "{file}: 너무 큽니다 ({limit}MB까지)",
        "en": "{file}: too large (at most {limit} MB)",
    },
    "cli.file-not-utf8": {
        "ko": "{file}:{line}: UTF-8이 아닌 글자가 있습니다. 파일을 UTF-8로 저장하세요",
        "en": "{file}:{line}: not UTF-8; save the file as UTF-8",
    },
    "cli.and-more": {
        "ko": "(이 밖에 {count}개 더)",
        "en": "(and {count} more)",
    },
    "cli.system": {"ko": "읽거나 쓰지 못했습니다: {detail} {file}", "en": "could not read or write: {detail} {file}"},
    "cli.unexpected": {
        "ko": "예상하지 못한 오류입니다: {kind}: {detail}",
        "en": "an unexpected error: {kind}: {detail}",
    },
}

_HELP: Final[Messages] = {
    "cli.help.app": {
        "ko": "배움터를 엽니다. 지난번에 하던 곳에서 이어집니다",
        "en": "opens the app where you left off",
    },
    "cli.help.learn": {"ko": "레슨을 읽습니다", "en": "reads a lesson"},
    "cli.help.practice": {"ko": "연습을 풉니다", "en": "does an exercise"},
    "cli.help.quiz": {"ko": "퀴즈를 풉니다", "en": "asks quiz questions"},
    "cli.help.playground": {
        "ko": "두 정책을 나란히 쓰면서 비교합니다",
        "en": "compares two policies while you write them",
    },
    "cli.help.glossary": {"ko": "IAM 용어의 뜻을 찾습니다", "en": "says what IAM's terms mean"},
    "cli.help.progress": {"ko": "얼마나 배웠는지 보여 줍니다", "en": "shows how far you have come"},
    "cli.help.decide": {
        "ko": "요청을 한 줄에 하나씩 읽어 허용되는지 판단합니다 (JSON Lines)",
        "en": "decides requests, one JSON object a line",
    },
    "cli.help.explain": {
        "ko": "요청 하나가 왜 허용되거나 거부되는지 말로 설명합니다",
        "en": "explains in words why one request is allowed or denied",
    },
    "cli.help.grade": {
        "ko": "답을 채점합니다. 한 연습에 답이 여럿이어도 됩니다",
        "en": "grades answers to an exercise, one or a whole class's",
    },
    "cli.help.watch": {"ko": "파일을 저장할 때마다 채점합니다", "en": "grades at every save of a file"},
    "cli.help.world": {
        "ko": "월드를 검사하거나 보여 주거나 앱에서 엽니다",
        "en": "checks or shows worlds, or opens one in the app",
    },
    "cli.help.pack": {"ko": "레슨과 연습을 검사하거나 보여 줍니다", "en": "checks or shows lessons and exercises"},
    "cli.help.schema": {"ko": "형식의 JSON Schema를 출력합니다", "en": "prints the JSON Schemas of the formats"},
    "cli.help.doctor": {
        "ko": "설치 상태와 터미널을 점검합니다",
        "en": "checks what is installed and what the terminal can do",
    },
}

_DECIDE: Final[Messages] = {
    "cli.decide.file": {
        "ko": "요청과 정책이 한 줄에 하나씩 든 파일. -이면 표준 입력",
        "en": "a file with a request and its policies on each line; - for standard input",
    },
    "cli.decide.explain": {
        "ko": "결정의 과정(trace)도 함께 출력합니다",
        "en": "add how each decision came about (its trace)",
    },
    "cli.decide.as-expected": {
        "ko": "{count}개 가운데 {right}개가 예상과 같습니다",
        "en": "{right} of {count} as expected",
    },
    "cli.decide.decided": {"ko": "{count}개를 판단했습니다", "en": "{count:request|requests} decided"},
    "cli.decide.unread": {
        "ko": "{count}개 줄은 읽지 못했습니다 (처음은 {line}번째 줄)",
        "en": "{count:line|lines} could not be read (the first is line {line})",
    },
    "cli.decide.too-long": {
        "ko": "{line}번째 줄: 너무 깁니다 ({limit}MB까지)",
        "en": "line {line}: too long (at most {limit} MB)",
    },
    "cli.decide.too-deep": {
        "ko": "{line}번째 줄: 너무 깊이 중첩되었거나 너무 큽니다",
        "en": "line {line}: nested too deeply, or too large",
    },
    "cli.decide.not-utf8": {
        "ko": "{line}번째 줄: UTF-8이 아닙니다 ({column}번째 바이트)",
        "en": "line {line}: not UTF-8 (byte {column})",
    },
    "cli.decide.key-twice": {
        "ko": "{line}번째 줄: {key:이} 한 객체 안에 두 번 나옵니다",
        "en": "line {line}: {key} stands twice in one object",
    },
    "cli.decide.bad-number": {
        "ko": "{line}번째 줄: JSON에 없는 숫자가 있습니다",
        "en": "line {line}: a number that JSON does not have",
    },
}

MESSAGES: Final[Messages] = {
    **_CALL,
    **_HELP,
    **_DECIDE,
    **WORLD_MESSAGES,
    **LEARNING_MESSAGES,
    **NOTE_MESSAGES,
    **CATALOG_COMMAND_MESSAGES,
    **SEARCH_MESSAGES,
    **GENERATE_MESSAGES,
    **CHECK_MESSAGES,
    **COMPARE_MESSAGES,
    **EXTERNAL_MESSAGES,
    **SERVE_MESSAGES,
}
"""Every message of the command line."""
