"""What the profile tells its learner."""

from collections.abc import Mapping
from typing import Final

MESSAGES: Final[Mapping[str, Mapping[str, str]]] = {
    "study.busy": {
        "ko": "다른 iamtutor가 학습 기록을 쓰고 있어 저장하지 못했습니다. 잠시 뒤에 다시 시도하세요. ({detail})",
        "en": "Not saved: another iamtutor is writing to your learning record. Try again in a moment. ({detail})",
    },
    "study.disk-full": {
        "ko": "디스크가 가득 차서 저장하지 못했습니다. 앞서 저장한 것은 그대로 있습니다. 공간을 비운 뒤에 계속하세요. ({detail})",
        "en": "Not saved: the disk is full. What was saved before is safe. Free some space, then go on. ({detail})",
    },
    "study.corrupt": {
        "ko": "학습 기록 파일이 손상되었습니다. iamtutor를 다시 시작하면 이 파일을 따로 보관하고 새 파일로 시작합니다. ({detail})",
        "en": "The file of your learning record is damaged. Start iamtutor again: it keeps this file aside and begins a new one. "
        "({detail})",
    },
    "study.unwritable": {
        "ko": "학습 기록을 쓸 수 없습니다. 폴더의 권한을 확인하세요. ({detail})",
        "en": "Your learning record cannot be written. Check the permissions of its folder. ({detail})",
    },
    "study.failed": {
        "ko": "학습 기록을 읽거나 쓰지 못했습니다. ({detail})",
        "en": "Your learning record could not be read or written. ({detail})",
    },
    "study.set-aside": {
        "ko": "학습 기록 파일이 손상되어 {kept:으로} 이름을 바꾸어 보관하고 새 파일로 시작했습니다.",
        "en": "The file of your learning record was damaged. It is kept as {kept}, and a new one was begun.",
    },
    "study.in-memory": {
        "ko": "{home}에 쓸 수 없어 이번 학습은 저장되지 않습니다. IAMTUTOR_HOME에 쓸 수 있는 폴더를 지정하세요. ({detail})",
        "en": "Nothing you do now will be saved: {home} cannot be written. Set IAMTUTOR_HOME to a folder that can be. ({detail})",
    },
    "study.newer": {
        "ko": "{path}에 있는 학습 기록은 더 새로운 iamtutor가 썼습니다. 기록을 지키기 위해 이번 학습은 저장하지 않습니다. iamtutor를 업데이트하세요.",
        "en": "The learning record at {path} was written by a newer iamtutor. To keep it safe, nothing is saved now. Update iamtutor.",
    },
}
