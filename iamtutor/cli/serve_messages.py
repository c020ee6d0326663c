"""What `iamtutor serve` says, in Korean and English."""

from __future__ import annotations

from typing import Final

from iamtutor.words import Messages

SERVE_MESSAGES: Final[Messages] = {
    "cli.help.serve": {
        "ko": "앱을 이 컴퓨터의 브라우저에서 씁니다",
        "en": "use the app in a browser on this machine",
    },
    "cli.serve.host": {
        "ko": "받아들일 주소(기본값 127.0.0.1: 이 컴퓨터에서만 접속). 다른 주소에는 --anyone이 필요합니다",
        "en": "the address to listen on (127.0.0.1 by default: this machine only); any other needs --anyone",
    },
    "cli.serve.port": {
        "ko": "포트(기본값 8000, 0이면 빈 포트)",
        "en": "the port (8000 by default; 0 takes a free one)",
    },
    "cli.serve.anyone": {
        "ko": "인증이 없으므로, 접속할 수 있는 사람은 누구나 내 학습 기록과 파일을 쓸 수 있음을 알고 허락합니다",
        "en": "allow it although there is no authentication: whoever can connect uses your learning record and files",
    },
    "cli.serve.ready": {
        "ko": "브라우저에서 {address:을} 여세요 · Ctrl+C로 끝냅니다",
        "en": "open {address} in a browser · Ctrl+C ends it",
    },
    "cli.serve.warning": {
        "ko": "주의: 인증이 없습니다. {host:으로} 접속할 수 있는 사람은 누구나 내 학습 기록을 보고 고치며 내 권한으로 파일을 열고 저장할 수 있습니다",
        "en": "warning: there is no authentication. Whoever can reach {host} can read and change your learning record, and open and save files as you",
    },
    "cli.serve.not-loopback": {
        "ko": "{host:은} 이 컴퓨터 밖에서도 접속할 수 있는 주소이고 인증이 없습니다. 그래도 열려면 --anyone을 붙이세요",
        "en": "{host} can be reached from other machines and there is no authentication; to serve it all the same add --anyone",
    },
    "cli.serve.missing": {
        "ko": "브라우저에서 쓰려면 추가 패키지가 필요합니다: {command}",
        "en": "the browser needs one more package: {command}",
    },
    "cli.serve.no-port": {"ko": "{port:은} 포트 번호가 아닙니다 · 0–65535", "en": "{port} is no port; use 0 to 65535"},
    "cli.serve.cannot": {
        "ko": "{host}:{port}에서 시작할 수 없습니다: {detail}",
        "en": "cannot listen on {host}:{port}: {detail}",
    },
}
