"""What the commands for learning and grading say, in Korean and English."""

from __future__ import annotations

from typing import Final

from iamtutor.words import Messages

_NAMES: Final[Messages] = {
    "cli.option.exercise": {
        "ko": "연습의 ID(예: evaluation/deny-wins)나 폴더",
        "en": "an exercise's id (such as evaluation/deny-wins) or folder",
    },
    "cli.option.plain": {
        "ko": "화면을 열지 않고 글로만 보여 줍니다",
        "en": "plain text, without opening a screen",
    },
    "cli.no-screen": {
        "ko": "화면을 열 수 있는 터미널이 아닙니다. learn, practice, quiz에 --plain을 붙이면 글로 배울 수 있습니다",
        "en": "this is no terminal that can show a screen; learn, practice and quiz work as text with --plain",
    },
    "cli.lesson-unknown": {
        "ko": "{name:이라는} 레슨은 없습니다 · 목록: iamtutor learn --plain",
        "en": "there is no lesson {name} · for the list: iamtutor learn --plain",
    },
    "cli.lesson-unknown-near": {
        "ko": "{name:이라는} 레슨은 없습니다. {near:을} 뜻한 것 같습니다 · 목록: iamtutor learn --plain",
        "en": "there is no lesson {name}; {near} is probably meant · for the list: iamtutor learn --plain",
    },
    "cli.exercise-unknown": {
        "ko": "{name:이라는} 연습은 없습니다 · 목록: iamtutor practice --plain",
        "en": "there is no exercise {name} · for the list: iamtutor practice --plain",
    },
    "cli.exercise-unknown-near": {
        "ko": "{name:이라는} 연습은 없습니다. {near:을} 뜻한 것 같습니다 · 목록: iamtutor practice --plain",
        "en": "there is no exercise {name}; {near} is probably meant · for the list: iamtutor practice --plain",
    },
}

_PLAYGROUND: Final[Messages] = {
    "cli.playground.first": {
        "ko": "A에 열 정책 파일. 하나만 쓰면 B에도 같은 파일이 열립니다",
        "en": "a policy for side A; without a second file it opens on both sides",
    },
    "cli.playground.second": {"ko": "B에 열 정책 파일", "en": "a policy for side B"},
    "cli.playground.kind": {
        "ko": "두 정책의 유형. 쓰지 않으면 내용을 보고 정합니다",
        "en": "what the policies are used for; by default guessed from their texts",
    },
    "cli.playground.world": {
        "ko": "두 정책을 비교하는 대신 이 월드를 실험실에서 엽니다. 월드 파일이나 공유 월드의 이름",
        "en": "instead of comparing, open this world in the sandbox: a world's file, or the name of a shared one",
    },
    "cli.playground.world-alone": {
        "ko": "--world는 정책 파일이나 --kind와 함께 쓸 수 없습니다: {given}",
        "en": "--world goes without policy files and --kind: {given}",
    },
}

_GRADE: Final[Messages] = {
    "cli.grade.answer": {
        "ko": "답: .json 파일, answer.yaml, 또는 슬롯마다 파일이 하나씩 든 폴더",
        "en": "an answer: a .json file, an answer.yaml, or a folder with one file for each slot",
    },
    "cli.grade.one-for-gradescope": {
        "ko": "--format gradescope에는 답을 하나만 쓸 수 있습니다",
        "en": "--format gradescope takes one answer",
    },
    "cli.grade.unreadable": {"ko": "{error}", "en": "{error}"},
    "cli.grade.passed": {"ko": "통과", "en": "passed"},
    "cli.grade.not-passed": {"ko": "아직", "en": "not yet"},
    "cli.grade.allowed": {"ko": "허용됨", "en": "allowed"},
    "cli.grade.denied": {"ko": "거부됨", "en": "denied"},
    "cli.grade.wanted-allow": {"ko": "허용되어야 함", "en": "should be allowed"},
    "cli.grade.wanted-deny": {"ko": "거부되어야 함", "en": "should be denied"},
    "cli.grade.provisional": {
        "ko": "정책에 오류가 있어 인정되지 않음",
        "en": "does not count: the policy has an error",
    },
    "cli.grade.hidden": {"ko": "숨은 요청 · {category}", "en": "hidden request · {category}"},
    "cli.grade.proof-missing": {"ko": "증명 · 모자란 권한 없음", "en": "proof · nothing missing"},
    "cli.grade.proof-excess": {"ko": "증명 · 남는 권한 없음", "en": "proof · nothing in excess"},
    "cli.grade.privilege": {"ko": "최소 권한 {score}/100", "en": "least privilege {score}/100"},
    "cli.grade.rule": {"ko": "규칙 {rule}", "en": "rule {rule}"},
    "cli.grade.answered": {"ko": "낸 답", "en": "an answer"},
    "cli.grade.blank": {
        "ko": "답이 비어 있습니다. 아무것도 쓰지 않은 답은 0점입니다.",
        "en": "Nothing is written: an empty answer gets no points.",
    },
    "cli.grade.totals": {
        "ko": "답 {answers}개: 통과 {passed}, 미통과 {failed} · 평균 {mean}점",
        "en": "{answers:answer|answers}: {passed} passed, {failed} not · mean {mean}",
    },
    "cli.grade.totals-unread": {
        "ko": "답 {answers}개: 통과 {passed}, 미통과 {failed}, 읽지 못함 {unreadable} · 평균 {mean}점(읽지 못한 답은 0점)",
        "en": "{answers:answer|answers}: {passed} passed, {failed} not, {unreadable} unreadable · mean {mean}, "
        "counting 0 for what cannot be read",
    },
    "cli.answer-folder-of-others": {
        "ko": "{folder} 폴더에 {names:이} 없습니다. 여러 학생의 답이라면 하나씩 지정하세요: iamtutor grade {exercise} {folder}/*",
        "en": "{folder} holds no {names}. For a class, name every answer: iamtutor grade {exercise} {folder}/*",
    },
    "cli.answer-needs-folder": {
        "ko": "{file}: 이 연습의 답은 여러 파일입니다. 다음 파일이 든 폴더를 지정하세요: {names}",
        "en": "{file}: an answer to this exercise has several files; name a folder that holds {names}",
    },
    "cli.answer-unknown-file": {
        "ko": "{file}: 어느 슬롯의 답인지 알 수 없습니다. 파일 이름은 다음 가운데 하나여야 합니다: {names}",
        "en": "{file}: this does not say which slot it answers; a file is called {names}",
    },
    "cli.watch.file": {
        "ko": "지켜볼 답 파일. 슬롯이 여럿이면 <슬롯>.json",
        "en": "the answer's file; with several slots, <slot>.json for each",
    },
    "cli.watch.until-passed": {
        "ko": "보이는 것이 모두 맞으면 끝냅니다",
        "en": "stop as soon as all that is visible is right",
    },
    "cli.watch.right": {"ko": "보이는 것 {right}/{total} 맞음", "en": "{right} of {total} visible right"},
    "cli.watch.all-right": {
        "ko": "모두 맞았습니다. 학습 기록에 남기려면: iamtutor practice {exercise} --answer {files}",
        "en": "All is right. To keep it in your record: iamtutor practice {exercise} --answer {files}",
    },
    "cli.watch.begin": {
        "ko": "{exercise:을} 저장할 때마다 채점합니다. 끝내려면 Ctrl+C",
        "en": "grading {exercise} at every save; Ctrl+C to stop",
    },
    "cli.watch.submit": {
        "ko": "보이는 것은 모두 맞았습니다. 숨은 요청까지 보려면: iamtutor practice {exercise} --answer {files}",
        "en": "All that is visible is right. For the hidden requests: iamtutor practice {exercise} --answer {files}",
    },
}

_LEARN: Final[Messages] = {
    "cli.learn.lesson": {
        "ko": "레슨의 ID(예: evaluation-logic)나 폴더. --plain에서 없으면 목록",
        "en": "a lesson's id (such as evaluation-logic) or folder; with --plain and without it, the list",
    },
    "cli.learn.step": {"ko": "이 단계부터 (--plain)", "en": "begin at this step (--plain)"},
    "cli.learn.policy": {"ko": "정책", "en": "Policy"},
    "cli.learn.try": {"ko": "해 보기", "en": "Try this"},
    "cli.learn.count": {
        "ko": "단계 {read}/{steps} · 연습 {solved}/{exercises}",
        "en": "steps {read}/{steps} · exercises {solved}/{exercises}",
    },
    "cli.learn.next": {
        "ko": "[{number}/{count}] Enter: 다음 · q: 그만",
        "en": "[{number}/{count}] Enter: next · q: stop",
    },
    "cli.learn.exercises": {"ko": "이 레슨의 연습: {exercises}", "en": "Exercises of this lesson: {exercises}"},
    "cli.learn.no-step": {
        "ko": "--step {step}: 이 레슨에는 {count}단계까지 있습니다",
        "en": "--step {step}: this lesson has {count:step|steps}",
    },
    "cli.learn.no-language": {
        "ko": "{step} 단계에는 이 언어의 글이 없습니다",
        "en": "the step {step} has no text in this language",
    },
    "cli.box.belief": {"ko": "흔한 오해", "en": "A common belief"},
    "cli.box.note": {"ko": "참고", "en": "Note"},
    "cli.box.tip": {"ko": "팁", "en": "Tip"},
    "cli.box.warning": {"ko": "주의", "en": "Warning"},
    "cli.box.summary": {"ko": "정리", "en": "Summary"},
    "cli.place.inline": {"ko": "{of}의 인라인 정책 {name}", "en": "inline policy {name} of {of}"},
    "cli.place.managed": {"ko": "관리형 정책 {name} {of}", "en": "managed policy {name} {of}"},
    "cli.place.boundary": {"ko": "{of}의 권한 경계 {name}", "en": "permissions boundary of {of} {name}"},
    "cli.place.trust": {"ko": "{of}의 신뢰 정책 {name}", "en": "trust policy of {of} {name}"},
    "cli.place.bucket": {"ko": "{of}의 버킷 정책 {name}", "en": "bucket policy of {of} {name}"},
    "cli.place.resource": {"ko": "{of}의 리소스 기반 정책 {name}", "en": "resource-based policy of {of} {name}"},
    "cli.place.scp": {"ko": "{of}의 SCP {name}", "en": "SCP of {of} {name}"},
    "cli.place.rcp": {"ko": "{of}의 RCP {name}", "en": "RCP of {of} {name}"},
    "cli.place.session": {"ko": "{of}의 세션 정책 {name}", "en": "session policy of {of} {name}"},
    "cli.place.endpoint": {"ko": "{of}의 VPC 엔드포인트 정책 {name}", "en": "VPC endpoint policy of {of} {name}"},
    "cli.place.attachments": {
        "ko": "누구에게 어떤 정책이 연결되어 있는지 {of} {name}",
        "en": "who has which policies {of} {name}",
    },
}

_PRACTICE: Final[Messages] = {
    "cli.practice.answer": {
        "ko": "답을 내고 채점합니다(숨은 요청까지). 결과가 학습 기록에 남습니다",
        "en": "hand in an answer: graded with the hidden requests, and kept in your record",
    },
    "cli.practice.hint": {"ko": "N번째까지의 힌트를 봅니다 (1~3)", "en": "see the hints up to N (1 to 3)"},
    "cli.practice.solution": {"ko": "풀이를 봅니다", "en": "see the solution"},
    "cli.practice.which": {
        "ko": "어느 연습인지 지정하세요 · 목록: iamtutor practice --plain",
        "en": "name an exercise · for the list: iamtutor practice --plain",
    },
    "cli.practice.requests": {"ko": "요청", "en": "Requests"},
    "cli.practice.files": {"ko": "답 파일: {files}", "en": "Your answer: {files}"},
    "cli.practice.form-predict": {
        "ko": "요청 ID마다 적습니다: 요청-id: {{decision: Allowed|ExplicitlyDenied|ImplicitlyDenied, layer: …}}",
        "en": "For each request: request-id: {{decision: Allowed|ExplicitlyDenied|ImplicitlyDenied, layer: …}}",
    },
    "cli.practice.form-find": {
        "ko": "결정한 문을 적습니다: statement: {{policy: 이름, index: 0부터}}",
        "en": "The statement that decides: statement: {{policy: name, index: from 0}}",
    },
    "cli.practice.form-choose": {"ko": "고른 것을 적습니다: choice: id", "en": "What you choose: choice: id"},
    "cli.practice.form-arrange": {
        "ko": "순서대로 모두 적습니다: order: [id, id, …]",
        "en": "All of them in order: order: [id, id, …]",
    },
    "cli.practice.then": {
        "ko": "채점: iamtutor practice {exercise} --answer {files} · 힌트: --hint 1 · 풀이: --solution",
        "en": "To hand in: iamtutor practice {exercise} --answer {files} · a hint: --hint 1 · the solution: --solution",
    },
}

_QUIZ: Final[Messages] = {
    "cli.quiz.lesson": {"ko": "이 레슨의 질문만", "en": "only the questions of this lesson"},
    "cli.quiz.count": {"ko": "질문 개수 (기본 10)", "en": "how many questions (10 by default)"},
    "cli.quiz.seed": {
        "ko": "순서를 정하는 수. 같은 수면 같은 순서",
        "en": "a number that decides the order; the same number, the same order",
    },
    "cli.quiz.no-count": {"ko": "--count {count}: 1 이상이어야 합니다", "en": "--count {count}: must be at least 1"},
    "cli.quiz.no-questions": {"ko": "질문이 없습니다", "en": "there are no questions"},
    "cli.quiz.ask-one": {"ko": "번호 하나 (1~{count}, q: 그만):", "en": "one number (1 to {count}, q to stop):"},
    "cli.quiz.ask-several": {
        "ko": "맞는 번호를 모두 (1~{count}, 예: 1 3, q: 그만):",
        "en": "every right number (1 to {count}, such as 1 3, q to stop):",
    },
    "cli.quiz.ask-sequence": {
        "ko": "번호를 순서대로 {count}개 (예: 2 1 3, q: 그만):",
        "en": "all {count} numbers in order (such as 2 1 3, q to stop):",
    },
    "cli.quiz.ask-text": {"ko": "빈칸에 들어갈 말 (q: 그만):", "en": "what goes into the blank (q to stop):"},
    "cli.quiz.which-layer": {"ko": "어느 정책에서 결정되나요?", "en": "Which kind of policy decides?"},
    "cli.quiz.nothing": {"ko": "답을 적으세요.", "en": "Give an answer."},
    "cli.quiz.not-a-number": {
        "ko": "{word}: 1에서 {count}까지의 번호를 적으세요.",
        "en": "{word}: give numbers from 1 to {count}.",
    },
    "cli.quiz.twice": {"ko": "같은 번호가 두 번 나옵니다.", "en": "A number stands there twice."},
    "cli.quiz.one-only": {
        "ko": "1에서 {count}까지 가운데 번호 하나만 적으세요.",
        "en": "Give one number from 1 to {count}.",
    },
    "cli.quiz.all-of-them": {"ko": "번호 {count}개를 모두 적으세요.", "en": "Give all {count} numbers."},
    "cli.quiz.right": {"ko": "맞았습니다", "en": "Right"},
    "cli.quiz.wrong": {"ko": "틀렸습니다", "en": "Wrong"},
    "cli.quiz.answer": {"ko": "정답: {answer}", "en": "The answer: {answer}"},
    "cli.quiz.score": {
        "ko": "{answered}개 가운데 {correct}개를 맞혔습니다 ({score}%)",
        "en": "{correct} of {answered} right ({score}%)",
    },
    "cli.quiz.left": {"ko": "{count}개가 남았습니다", "en": "{count:question|questions} left"},
    "cli.quiz.weak": {"ko": "다시 볼 개념: {concepts}", "en": "To look at again: {concepts}"},
}

_PROGRESS: Final[Messages] = {
    "cli.glossary.term": {
        "ko": "한국어나 영어로 쓴 용어(없으면 모든 용어를 늘어놓습니다)",
        "en": "a term in Korean or English (without one all terms are listed)",
    },
    "cli.glossary.unknown": {
        "ko": "{term:이라는} 용어는 없습니다 · 목록: iamtutor glossary",
        "en": "there is no term {term} · for the list: iamtutor glossary",
    },
    "cli.glossary.lesson": {"ko": "레슨에서 배우기", "en": "The lesson about it"},
    "cli.progress.steps": {"ko": "읽은 단계: {read}/{count}", "en": "Steps read: {read}/{count}"},
    "cli.progress.exercises": {"ko": "푼 연습: {solved}/{count}", "en": "Exercises solved: {solved}/{count}"},
    "cli.progress.questions": {
        "ko": "퀴즈: {count}개 가운데 {answered}개에 답했고 {right}개가 맞음",
        "en": "Quiz: {answered} of {count} answered, {right} right",
    },
    "cli.progress.streak": {
        "ko": "이어서 배운 날: {count}일 (모두 {days}일)",
        "en": "Days in a row: {count} ({days} in all)",
    },
}

LEARNING_MESSAGES: Final[Messages] = {**_NAMES, **_GRADE, **_LEARN, **_PRACTICE, **_QUIZ, **_PLAYGROUND, **_PROGRESS}
