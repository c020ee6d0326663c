"""A learner's first twenty minutes, by keyboard alone: what one sees at each station, and again after a restart."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from iamtutor.study import Profile
from tests.tui.conftest import Running, Starter, clock, settled

ANSWERS: dict[str, tuple[str, ...]] = {
    "Allow 둘과 Deny 하나가": ("거부됩니다",),
    "맞는 것을 모두 고르세요": ("요청은 거부에서 시작합니다", "문의 순서는 결과를 바꾸지 않습니다"),
    "평가의 차례대로 놓으세요": ("거부에서 시작", "명시적 거부 확인", "허용 확인"),
    "빈칸을 채우세요": (*"Deny",),
}


async def sees(running: Running, *texts: str) -> None:
    """All of this comes to be seen; a text may go on over several lines."""
    missing: list[str] = []
    for _ in range(50):
        seen = running.text
        flat = " ".join(seen.split())
        missing = [each for each in texts if each not in seen and each not in flat]
        if not missing:
            return
        await running.pilot.pause(0.15)
    pytest.fail(f"not to be seen: {missing}\n{running.text}", pytrace=False)


async def types(running: Running, *keys: str) -> None:
    """Type as a hand does: the text is read a moment after each key."""
    for key in keys:
        await running.pilot.press({" ": "space", "\n": "enter"}.get(key, key))
        await running.pilot.pause(0.04)
    await settled(running.pilot)


def number_of(running: Running, option: str) -> str:
    """The digit beside an option."""
    line = next(line for line in running.text.splitlines() if option in line)
    found = re.search(r"(\d) [○☐]", line)
    assert found, line
    return found[1]


async def test_first_minutes_by_keyboard(start: Starter, tmp_path: Path) -> None:
    with Profile.open(tmp_path, clock) as profile:
        async with start("en", profile=profile, welcome=True) as running:
            await welcomed(running)
            await reads_a_lesson(running)
            await writes_a_policy(running)
            await asks_why(running)
            await solves(running)
            await answers_three_questions(running)
            await makes_it_their_own(running)
            await finds_a_lesson(running)
            await running.press("x")
            assert not running.app.is_running or running.app._exit
    with Profile.open(tmp_path, clock) as profile:
        async with start("en", profile=profile) as running:
            await comes_back(running)


async def welcomed(running: Running) -> None:
    await sees(running, "어느 언어로 배울까요?", "Which language would you like to learn in?")
    await running.press("1")
    await sees(running, "작업 화면은 세 칸입니다")
    await running.press("ctrl+t", "ctrl+t", "ctrl+t", "ctrl+n")
    await sees(running, "정책을 써 봅니다", "요청 0/2")
    await types(running, *"s3:GetObject")
    await sees(running, '"Action": "s3:GetObject"', "요청 2/2")
    await running.press("ctrl+n", "down")
    await sees(running, "왜 그렇게 결정되었을까요", "묵시적 거부")
    await running.press("ctrl+n", "f1", "escape", "ctrl+p", "escape", "ctrl+n")
    await sees(running, "어디서 시작할까요")
    await running.press("4")
    await sees(running, "여기서 시작", "정책 평가 로직", "푼 연습 0/", "x 끝내기")


async def reads_a_lesson(running: Running) -> None:
    await running.press("enter")
    await sees(running, "묵시적 거부", "아무 정책도 요청을 허용하지 않으면", "reader.json", "esc 나가기", "요청 2/2")
    await running.press("ctrl+t")
    await types(running, *["down"] * 6, "end", *["left"] * 2, "x")
    await sees(running, "s3:GetObjectx라는 작업은 없습니다", "고친 정책으로", "본문의 정책으로는 허용", "요청 1/2")
    await types(running, "f7", "escape")
    await sees(running, '"Action": "s3:GetObject"', "요청 2/2")
    await running.press(*["pagedown"] * 3)
    await sees(running, "정책이 하나도 없는 사용자의 요청은?")
    await running.press(number_of(running, "거부됩니다 "))
    await sees(running, "✓ 맞습니다", "시작은 늘 거부입니다.")
    await running.press("g")
    await running.write("deny")
    await sees(running, "묵시적 거부  implicit deny", "허용하는 것이 없어 거부되는 것입니다.")
    await running.press("escape", "ctrl+n")
    await sees(running, "정리", "명시적 거부가 항상 이깁니다")


async def writes_a_policy(running: Running) -> None:
    await running.press("ctrl+n")
    await sees(running, "과제", "명시적 거부는 항상 이깁니다", "힌트 0/3")
    await running.press("ctrl+t", "ctrl+a", "backspace")
    await sees(running, "빈 글")
    await types(running, *'{\n"st')
    await sees(running, "Statement", "Tab 넣기")
    await types(running, "tab")
    await types(running, *"s3:getobj", "tab")
    await types(running, "down", "end", "left", *"rep", "tab")
    await sees(running, '"Resource": "arn:aws:s3:::acme-reports/*"', "경고 1", "남는 권한")
    await running.press("ctrl+r")
    await sees(running, "정책 검증 · 1개", "Version이 없습니다", "왜 문제인가", "esc 닫기")
    await running.press("enter", "end")
    await types(running, "enter", *'"v', "tab")
    await sees(running, '2    "Version": "2012-10-17",', "✓ 문법 정상 · 문 1개")
    await running.press("ctrl+end", "up", "up", "end")
    await running.write(
        ',\n{\n"Effect": "Deny",\n"Action": "s3:GetObjet",\n"Resource": "arn:aws:s3:::acme-reports/payroll*'
    )
    await sees(running, "s3:GetObject를 뜻한 것", "^r 검증 1")
    await running.press("up", "f7")
    await sees(running, "✓ 문법 정상 · 문 2개", "요청 3/3")
    await types(running, "down", "end", "backspace")
    await sees(running, "글에 오류가 있어 아직 확정이 아닙니다", "✗ ")
    await types(running, '"')
    await sees(running, "✓ 문법 정상 · 문 2개", "요청 3/3")
    await running.press("f2")
    await sees(running, "힌트 1/3", "지금 문은 어떤 Action을 허용하나요?")


async def asks_why(running: Running) -> None:
    await running.press("alt+t")
    await sees(running, "ID 기반 정책", "만약에", "esc 돌아가기")
    await running.press("w", "right")
    await sees(
        running,
        "user/ops",
        "✗ 묵시적 거부",
        "identity-based policy allows the s3:GetObject action",
        "결정이 달라집니다",
    )
    await running.press("escape")
    await sees(running, "요청 3/3")


async def solves(running: Running) -> None:
    await running.press("f5")
    await sees(running, "아직입니다", "숨은 요청: 비슷한 이름", "이름이 비슷한 객체까지 막지 않았나요?")
    await running.press("end", "left", "backspace")
    await types(running, *"/*")
    await sees(running, "acme-reports/payroll/*")
    await running.press("f5")
    await sees(running, "풀었습니다", "Deny가 일치하면 다른 Allow와 관계없이")


async def answers_three_questions(running: Running) -> None:
    await running.press("escape")
    await running.press("escape")
    await sees(running, "푼 연습 1/")
    await running.press("q")
    await sees(running, "퀴즈", "1/4")
    for number in range(3):
        answers = next(found for asked, found in ANSWERS.items() if asked in running.text)
        for option in answers:
            await running.press(number_of(running, option) if len(option) > 4 else option)
        await running.press("enter")
        await sees(running, f"✓{number + 1} ✗0")
        await running.press("enter")
    await running.press("escape")
    await sees(running, "푼 연습 1/2", "이어서 하기", "단계 2/2")


async def makes_it_their_own(running: Running) -> None:
    await running.press("comma", "down", "down", "right")
    await sees(running, "● 한지", "한지 바탕에 먹")
    await running.press("up", "up", "right")
    await sees(running, "Language", "Theme")
    await running.press("escape")
    await sees(running, "1/2 exercises solved", "Continue")


async def finds_a_lesson(running: Running) -> None:
    await running.press("slash", *"묵시적")
    await sees(running, "Search", "Step       The implicit deny  Evaluation logic")
    await running.press("enter")
    await sees(running, "The implicit deny", "reader.json")
    await running.press("pagedown", "pagedown", "pagedown")
    await sees(running, "A user has no policy at all.", "It begins with a deny.")
    await running.press("escape")
    await sees(running, "x Quit")


async def comes_back(running: Running) -> None:
    await sees(running, "1/2 exercises solved", "✓ An explicit deny always wins", "Continue")
    await running.press("c")
    await sees(running, "A user has no policy at all.")
    await running.press("ctrl+n", "ctrl+n")
    await sees(
        running, "An explicit deny always wins", '"Resource": "arn:aws:s3:::acme-reports/payroll/*"', "Requests 3/3"
    )
    await running.press("escape", "escape", "comma")
    await sees(running, "● English", "● Hanji")
