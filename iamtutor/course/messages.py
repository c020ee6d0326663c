"""What can be wrong with lessons and exercises, and what rules say, in both languages."""

from __future__ import annotations

from collections.abc import Mapping

from iamtutor.course.rule_messages import RULE_MESSAGES

Messages = Mapping[str, Mapping[str, str]]

_FILES: Messages = {
    "course.file-missing": {"ko": "파일 {file:이} 없습니다.", "en": "The file {file} is missing."},
    "course.alone-attachments": {
        "ko": "each-alone은 정책을 쓰는 슬롯에만 쓸 수 있습니다. 연결(attachments) 슬롯은 모두 허용하게 둘 수 없습니다.",
        "en": "each-alone is for slots that hold policies: attachments cannot be made to allow everything.",
    },
    "course.file-unreadable": {
        "ko": "파일 {file:을} UTF-8 글로 읽을 수 없습니다.",
        "en": "The file {file} cannot be read as UTF-8 text.",
    },
    "course.not-nfc": {
        "ko": "글이 NFC가 아닙니다. 한글이 자모로 나뉘어 있으니 NFC로 저장하세요.",
        "en": "The text is not NFC: save it with composed characters.",
    },
    "course.lesson-folder": {
        "ko": "레슨 폴더의 이름은 '05-evaluation-logic'처럼 두 자리 번호와 슬러그여야 합니다: {name}",
        "en": "A lesson's folder is named by two digits and a slug, such as 05-evaluation-logic: {name}",
    },
    "course.unknown-world": {
        "ko": "공유 월드 {world:이} 없습니다. exercises/worlds/{world}.yaml을 만들거나 이름을 확인하세요.",
        "en": "There is no shared world {world}. Check the name, or write exercises/worlds/{world}.yaml.",
    },
    "course.unknown-exercise": {"ko": "연습 {exercise:이} 없습니다.", "en": "There is no exercise {exercise}."},
    "course.unknown-lesson": {"ko": "레슨 {lesson:이} 없습니다.", "en": "There is no lesson {lesson}."},
    "course.exercise-elsewhere": {
        "ko": "연습 {exercise}의 lesson은 {lesson}입니다.",
        "en": "The exercise {exercise} says that it belongs to the lesson {lesson}.",
    },
    "course.duplicate-id": {
        "ko": "ID {name:이} 이미 쓰였습니다: {other}",
        "en": "The id {name} is already taken: {other}",
    },
}

_STEPS: Messages = {
    "course.no-steps": {"ko": "레슨에 단계가 없습니다.", "en": "The lesson has no step."},
    "course.stray-file": {
        "ko": "단계 파일의 이름은 '01-slug.ko.md' 꼴이어야 합니다: {name}",
        "en": "A step's file is named such as 01-slug.ko.md: {name}",
    },
    "course.step-numbers": {
        "ko": "단계 번호는 01부터 빠짐없이 이어져야 합니다: {name}",
        "en": "The steps' numbers go on from 01 without a gap: {name}",
    },
    "course.step-without-language": {
        "ko": "단계 {step}의 {lang} 파일이 없습니다.",
        "en": "The step {step} has no {lang} file.",
    },
    "course.step-without-title": {
        "ko": "단계는 '# 제목' 한 줄로 시작해야 합니다.",
        "en": "A step begins with a line '# title'.",
    },
    "course.step-too-long": {
        "ko": "단계가 {count}줄입니다. {limit}줄까지 씁니다.",
        "en": "The step has {count} lines: at most {limit}.",
    },
    "course.fence-too-wide": {
        "ko": "펜스 안의 줄이 {count}칸입니다. {limit}칸까지 씁니다(한글은 두 칸).",
        "en": "This line in a fence is {count} cells wide: at most {limit} (Hangul counts two).",
    },
    "course.unknown-source": {
        "ko": "sources에 없는 출처입니다: {source}",
        "en": "This source is not among the file's sources: {source}",
    },
    "course.unused-source": {
        "ko": "아무 용어도 쓰지 않는 출처입니다: {source}",
        "en": "No term uses this source: {source}",
    },
    "course.duplicate-term": {
        "ko": "{name:이라는} 이름은 {other:이} 이미 씁니다.",
        "en": "The name {name} already belongs to {other}.",
    },
    "course.definition-too-long": {
        "ko": "{term}의 뜻풀이는 {limit}문장까지 씁니다.",
        "en": "The definition of {term} has more than {limit:sentence|sentences}.",
    },
    "course.unknown-step": {
        "ko": "없는 레슨 단계입니다: {step}",
        "en": "There is no such step of a lesson: {step}",
    },
    "course.diagram-edge": {
        "ko": "그림의 {column}번째 칸에 있는 {char:이} 위아래나 옆의 선과 이어지지 않습니다(한글은 두 칸).",
        "en": "In this drawing {char} at cell {column} meets no line above, below or beside it (Hangul counts two).",
    },
    "course.fence-attribute": {
        "ko": "{fence} 펜스에서 읽을 수 없는 항목입니다: {attribute}",
        "en": "The {fence} fence cannot read this: {attribute}",
    },
    "course.unknown-box": {
        "ko": "[!{box}] 상자는 없습니다. BELIEF, NOTE, TIP, WARNING, SUMMARY 가운데 하나를 쓰세요.",
        "en": "There is no box [!{box}]. Use BELIEF, NOTE, TIP, WARNING or SUMMARY.",
    },
    "course.policy-without-place": {
        "ko": "정책 {slot:이} 어디에 놓이는지 알 수 없습니다. 펜스에 type과 of를 쓰거나 뒤에 iam-request를 두세요.",
        "en": "Nothing says where the policy {slot} belongs: give the fence type and of, or put an iam-request after it.",
    },
    "course.policy-not-broken": {
        "ko": "broken이라고 표시했지만 정책이 오류 없이 읽힙니다.",
        "en": "The policy is marked broken, but it reads without errors.",
    },
    "course.languages-differ": {
        "ko": "한국어와 영어의 블록이 여기서 달라집니다: {ko} / {en}",
        "en": "The blocks of Korean and English differ from here on: {ko} / {en}",
    },
}

_REQUESTS: Messages = {
    "course.hidden-request-silent": {
        "ko": "숨은 요청에는 category와 nudge가 있어야 합니다.",
        "en": "A hidden request needs category and nudge.",
    },
    "course.request-without-expect": {
        "ko": "요청 {request}에 expect(allow나 deny)가 없습니다.",
        "en": "The request {request} has no expect (allow or deny).",
    },
    "course.request-decided-otherwise": {
        "ko": "요청 {request}의 expect는 {expected}인데 평가 결과는 {decision}({layer})입니다.",
        "en": "The request {request} expects {expected}, and is decided {decision} ({layer}).",
    },
    "course.slot-without-name": {
        "ko": "이 유형의 정책에는 name이 있어야 합니다.",
        "en": "A policy of this type needs name.",
    },
    "course.slot-without-owner": {
        "ko": "이 유형의 정책에는 of가 있어야 합니다.",
        "en": "A policy of this type needs of.",
    },
    "course.unknown-slot": {"ko": "슬롯 {slot:이} edit에 없습니다.", "en": "There is no slot {slot} in edit."},
}

_EXERCISES: Messages = {
    "course.kind-needs": {
        "ko": "{kind} 연습에는 {key:이} 있어야 합니다.",
        "en": "An exercise of kind {kind} needs {key}.",
    },
    "course.kind-has-no": {
        "ko": "{kind} 연습은 {name:을} 쓰지 않습니다.",
        "en": "An exercise of kind {kind} has no use for {name}.",
    },
    "course.few-hidden": {
        "ko": "숨은 요청이 {count}개 이상 있어야 합니다.",
        "en": "There must be at least {count:hidden request|hidden requests}.",
    },
    "course.one-sided-requests": {
        "ko": "expect가 {expected}인 요청이 하나도 없습니다.",
        "en": "No request expects {expected}.",
    },
    "course.start-passes": {
        "ko": "시작 글이 이미 통과합니다. 배울 것이 남아 있어야 합니다.",
        "en": "The starting text passes already: something must be left to do.",
    },
    "course.start-unreadable": {
        "ko": "시작 글 {file:을} 오류 없이 읽을 수 없습니다(repair에서만 됩니다).",
        "en": "The starting text {file} does not read without errors (only repair may begin so).",
    },
    "course.start-too-tight": {
        "ko": "tighten의 시작 글은 필요한 것을 모두 허용해야 합니다: {request}",
        "en": "In a tighten exercise the start allows all that is wanted: {request}",
    },
    "course.start-not-broad": {
        "ko": "tighten의 시작 글은 거부되어야 할 요청을 허용하고 있어야 합니다.",
        "en": "In a tighten exercise the start allows something that is to be denied.",
    },
    "course.solution-unreadable": {
        "ko": "풀이 {file:을} 오류 없이 읽을 수 없습니다.",
        "en": "The solution {file} does not read without errors.",
    },
    "course.solution-fails": {
        "ko": "풀이에서 요청 {request}의 결과가 기대와 다릅니다: {decision}",
        "en": "With the solution the request {request} is decided otherwise than expected: {decision}",
    },
    "course.goal-undecided": {
        "ko": "목표와 비교한 결과를 증명할 수 없습니다({reason}: {about}). 증명할 수 있는 정책으로 바꾸세요.",
        "en": "What start and solution allow cannot be compared by proof ({reason}: {about}): use policies that can.",
    },
    "course.solution-missing": {
        "ko": "목표의 하한이 허용하는 요청을 풀이가 허용하지 않습니다: {request}",
        "en": "The floor of the goal allows what the solution does not: {request}",
    },
    "course.solution-excess": {
        "ko": "목표의 상한이 허용하지 않는 요청을 풀이가 허용합니다: {request}",
        "en": "The solution allows what the ceiling of the goal does not: {request}",
    },
    "course.solution-breaks-rule": {
        "ko": "풀이가 규칙 {rule:을} 어깁니다.",
        "en": "The solution breaks the rule {rule}.",
    },
    "course.variation-fails": {
        "ko": "vary로 이름을 바꾸면(시드 {seed}) 풀이가 통과하지 않거나 시작 글이 통과합니다.",
        "en": "With names drawn from vary (seed {seed}) the solution fails, or the start passes.",
    },
    "course.predict-expects": {
        "ko": "predict의 요청 {request}에는 expect를 쓰지 않습니다. 답은 answer.yaml에 둡니다.",
        "en": "In a predict exercise the request {request} has no expect: the answer stands in answer.yaml.",
    },
    "course.unknown-request": {"ko": "요청 {request:이} 없습니다.", "en": "There is no request {request}."},
    "course.unknown-item": {"ko": "항목 {item:이} 없습니다.", "en": "There is no item {item}."},
    "course.answer-without": {"ko": "{item}의 답이 없습니다.", "en": "There is no answer for {item}."},
    "course.answer-not-confirmed": {
        "ko": "{item}: 평가 결과는 {decision}({layer})입니다.",
        "en": "{item} is decided {decision} ({layer}).",
    },
    "course.statement-not-confirmed": {
        "ko": "{item:을} 결정한 문은 {found}입니다.",
        "en": "What decides {item} is {found}.",
    },
    "course.order-not-whole": {
        "ko": "order에는 모든 항목이 한 번씩 들어 있어야 합니다.",
        "en": "order must hold every item once.",
    },
}

_QUESTIONS: Messages = {
    "course.one-correct": {
        "ko": "choose에는 맞는 선택지가 꼭 하나 있어야 합니다.",
        "en": "A choose question has exactly one correct option.",
    },
    "course.some-correct": {
        "ko": "choose-several에는 맞는 선택지와 틀린 선택지가 모두 있어야 합니다.",
        "en": "A choose-several question has correct options and wrong ones.",
    },
    "course.statement-not-offered": {
        "ko": "{policy:은} scenario의 policies에 없어 고를 수 없습니다. 정책을 scenario에 넣으세요.",
        "en": "{policy} is not among the scenario's policies, so it cannot be picked: put it there.",
    },
    "course.accept-not-offered": {
        "ko": "accept의 {item:이} choices에 없습니다.",
        "en": "{item} is accepted but not among the choices.",
    },
}

MESSAGES: Messages = {**_FILES, **_STEPS, **_REQUESTS, **_EXERCISES, **_QUESTIONS, **RULE_MESSAGES}
