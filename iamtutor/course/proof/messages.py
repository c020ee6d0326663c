"""What a proof says, in both languages."""

from __future__ import annotations

from iamtutor.words import Messages

MESSAGES: Messages = {
    "course.proof.equal": {
        "ko": "증명했습니다. 과제가 원하는 만큼만 허용합니다.",
        "en": "Proved: it allows exactly what the task asks for.",
    },
    "course.proof.within": {
        "ko": "증명했습니다. 과제가 정한 범위 안에 있습니다.",
        "en": "Proved: it stays between what the task asks for and what it puts up with.",
    },
    "course.proof.too-broad": {"ko": "동작하지만 너무 넓습니다.", "en": "It works, but it is too broad."},
    "course.proof.too-tight": {"ko": "필요한 권한이 모자랍니다.", "en": "Something that is needed is missing."},
    "course.proof.wrong": {
        "ko": "모자란 권한도 있고 남는 권한도 있습니다.",
        "en": "It allows too little here and too much there.",
    },
    "course.proof.open": {
        "ko": "증명하지 못했습니다. 요청의 결과로 채점합니다.",
        "en": "Not proved: the requests decide.",
    },
    "course.proof.unreadable": {
        "ko": "아직 읽을 수 없는 정책이 있어 증명하지 않았습니다.",
        "en": "Nothing is proved while a policy cannot be read.",
    },
    "course.proof.excess": {
        "ko": "{caller:이} {resource}에 {action:을} 할 수 있습니다. 과제에는 없는 권한입니다.",
        "en": "Your policy also lets {caller} do {action} on {resource}; the task does not.",
    },
    "course.proof.missing": {
        "ko": "{caller:은} {resource}에 {action:을} 할 수 없습니다. 과제에 필요한 권한입니다.",
        "en": "{caller} cannot do {action} on {resource}; the task asks for it.",
    },
    "course.proof.alone": {
        "ko": "{slot:은} {caller:이} {resource}에 {action:을} 하도록 허용합니다. 과제에는 없는 권한이고, 지금은 다른 쪽 정책이 막고 있을 뿐입니다.",
        "en": "{slot} allows {caller} to do {action} on {resource}. The task does not; for now only the other side's policy is in the way.",
    },
    "course.proof.tomorrow": {
        "ko": "오늘은 같습니다. 다만 {pattern:은} AWS가 앞으로 추가할 작업도 허용합니다.",
        "en": "Equal today; but {pattern} also allows actions that AWS may add tomorrow.",
    },
    "course.proof.context": {
        "ko": "이때 요청 컨텍스트: {context}",
        "en": "With this in the request's context: {context}",
    },
    "course.proof.fault.allows": {
        "ko": "{slot}의 {statement:이} 허용합니다. 그 문의 {element:을} 살펴보세요.",
        "en": "{statement} in {slot} allows it. Look at its {element}.",
    },
    "course.proof.fault.allows-undenied": {
        "ko": "{slot}의 {statement:이} 허용하고, 거부하는 문은 없습니다.",
        "en": "{statement} in {slot} allows it, and nothing denies it.",
    },
    "course.proof.fault.not-stopped": {
        "ko": "다른 정책 {policy}의 {statement:이} 허용하는데, 여러분이 쓴 정책은 막지 않습니다.",
        "en": "{statement} of another policy, {policy}, allows it, and nothing that you wrote stops it.",
    },
    "course.proof.fault.denies": {
        "ko": "{slot}의 {statement:이} 명시적으로 거부합니다.",
        "en": "{statement} in {slot} denies it explicitly.",
    },
    "course.proof.fault.nearest": {
        "ko": "{slot}의 {statement:이} 가장 가깝지만 {element:이} 일치하지 않습니다.",
        "en": "{statement} in {slot} comes nearest, but its {element} does not match.",
    },
    "course.proof.fault.silent": {
        "ko": "여러분이 쓴 문 가운데 이 요청을 다루는 것이 없습니다.",
        "en": "None of your statements speaks of this request.",
    },
}
