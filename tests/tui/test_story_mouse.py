"""A learner's first minutes with the mouse alone: whatever is seen is clicked; a policy comes by paste."""

from __future__ import annotations

import pytest
from rich.cells import cell_len
from textual import events

from tests.tui.conftest import DENY_WINS, Running, Starter, settled
from tests.tui.test_story_keyboard import sees

PASTED = """{
  // from a chat
  'Version': '2012-10-17',
  'Statement': [
    {'Effect': 'Allow', 'Action': 's3:GetObject', 'Resource': 'arn:aws:s3:::acme-reports/*'},
    {'Effect': 'Deny', 'Action': 's3:*', 'Resource': 'arn:aws:s3:::acme-reports/payroll/*'}
  ],
}"""


def place_of(running: Running, text: str, nth: int = 0) -> tuple[int, int]:
    """Where a text is seen: column and row of its second cell; `nth` counts from the top, negative from the bottom."""
    found = []
    for row, line in enumerate(running.text.splitlines()):
        index = line.find(text)
        while index >= 0:
            found.append((cell_len(line[:index]) + 1, row))
            index = line.find(text, index + 1)
    if not found:
        pytest.fail(f"not to be seen: {text}\n{running.text}", pytrace=False)
    return found[nth]


async def clicks(running: Running, *texts: str, nth: int = 0) -> None:
    """Click on what is seen, one after the other."""
    for text in texts:
        await sees(running, text)
        await running.pilot.click(offset=place_of(running, text, nth))
        await settled(running.pilot)


async def scrolls(running: Running, selector: str, times: int) -> None:
    """Turn the wheel down over something."""
    for _ in range(times):
        await running.pilot._post_mouse_events([events.MouseScrollDown], selector, (5, 5), button=0)
    await settled(running.pilot)


async def drags(running: Running, start: tuple[int, int], end: tuple[int, int]) -> None:
    """From one place of the screen to another with the button held."""
    await running.pilot.mouse_down(offset=start)
    await running.pilot.hover(offset=end)
    await running.pilot.mouse_up(offset=end)
    await settled(running.pilot)


async def test_first_minutes_by_mouse(start: Starter) -> None:
    async with start("en", welcome=True) as running:
        await welcomed(running)
        await reads_a_lesson(running)
        await solves_an_exercise(running)
        await answers_a_question(running)
        await looks_around(running)
        await makes_it_their_own(running)
        await clicks(running, "x Quit")
        assert running.app._exit


async def welcomed(running: Running) -> None:
    await clicks(
        running,
        "화면과 레슨을 한국어로",
        "레슨과 과제를 읽는 곳",
        "진짜 IAM 정책을 쓰는 곳",
        "정책이 요청마다",
        "다음 ^n",
    )
    await clicks(running, "s3:GetObject", nth=-2)
    await sees(running, "요청 2/2")
    await clicks(running, "다음 ^n")
    await clicks(running, "s3:DeleteObject")
    await sees(running, "묵시적 거부")
    await clicks(running, "다음 ^n", "F1 도움말")
    await sees(running, "이 화면의 키")
    await running.pilot.click(offset=(2, 2))
    await clicks(running, "다음 ^n")
    await running.click("#offers", (5, 4))
    await sees(running, "여기서 시작", "푼 연습 0/2")


async def reads_a_lesson(running: Running) -> None:
    await clicks(running, "정책 평가 로직")
    await clicks(running, "→ 편집기로")
    await sees(running, "요청 2/2")
    await clicks(running, "묵시적 거부", nth=2)
    await sees(running, "용어집", "허용하는 것이 없어 거부되는 것입니다.")
    await running.pilot.click(offset=(1, 1))
    await settled(running.pilot)
    await scrolls(running, "#text", 8)
    await clicks(running, "○ 거부됩니다")
    await sees(running, "✓ 맞습니다")
    await clicks(running, "^n 다음", "^n 다음")


async def solves_an_exercise(running: Running) -> None:
    await sees(running, "과제", "힌트 0/3")
    start = place_of(running, "{")
    await drags(running, (start[0] - 1, start[1]), (start[0] + 40, start[1] + 12))
    assert running.app.screen.focused is not None
    running.app.screen.focused.post_message(events.Paste(PASTED))
    await settled(running.pilot)
    await sees(running, "JSON에는 주석을 쓸 수 없습니다", "JSON에 없는 것: 주석 1개", "요청 0/3")
    await clicks(running, "F10")
    await sees(running, "✓ 문법 정상 · 문 2개", "요청 3/3", "증명했습니다")
    await clicks(running, "F2 힌트 0/3")
    await sees(running, "힌트 1/3")
    await clicks(running, "acme-r…/2026-11.csv")
    await sees(running, "✗ 명시적 거부  s3:GetObject", "explicit deny in an identity-based policy")
    await running.pilot.click(offset=place_of(running, "acme-r…/2026-11.csv"), times=2)
    await settled(running.pilot)
    await sees(running, "여기서 끝", "with an", "explicit deny in an identity-based policy")
    await clicks(running, "호출자를 root/acme로")
    await sees(running, "✗ 명시적 거부 → ✓ 허용", "결정이 달라집니다")
    await clicks(running, "esc 돌아가기", "F5 채점")
    await sees(running, "풀었습니다")
    await clicks(running, "esc 나가기")
    await sees(running, "푼 연습 1/2")


async def answers_a_question(running: Running) -> None:
    await clicks(running, "q 퀴즈", "요청은 거부에서 시작합니다", "문의 순서는 결과를", "enter 확인")
    await sees(running, "✓1 ✗0")
    await clicks(running, "u 되돌리기")
    await sees(running, "✓0 ✗0")
    await clicks(running, "esc 나가기")


async def looks_around(running: Running) -> None:
    await clicks(running, "w 월드")
    await clicks(running, "user/dev")
    await sees(running, "bucket/acme-reports", "user/dev  IAM 사용자", "정책이 없습니다.")
    await clicks(running, "외부 액세스", "esc 나가기", "a 카탈로그", "AWS Account Management")
    await sees(running, "● 작업", "account:")
    await clicks(running, "esc 뒤로", "esc 뒤로", "p 정책 비교")
    await sees(running, "A와 B의 관계")
    await clicks(running, "esc 나가기", "g 용어집")
    await sees(running, "모든 용어")
    await running.pilot.click(offset=(0, 0))
    await settled(running.pilot)


async def makes_it_their_own(running: Running) -> None:
    await clicks(running, ", 설정", "○ 한지", "○ English")
    await sees(running, "Settings", "● Hanji", "● English")
    await clicks(running, "esc Leave")
    await sees(running, "1/2 exercises solved")


async def test_completion_reset_palette_and_search_by_mouse(start: Starter) -> None:
    async with start("en", stop=DENY_WINS) as running:
        await sees(running, "Requests 2/3")
        await clicks(running, 'Object",', "^p Menu")
        await sees(running, "Find a command, lesson or exercise", "Explain word")
        await clicks(running, "Shows what could be written at the cursor")
        await sees(running, "s3:GetObjectTorrent", "pick · Tab write")
        await clicks(running, "s3:GetObjectTagging")
        await sees(running, '"Action": "s3:GetObjectTagging",', "policy.json · inline policy of dev  ●", "✗ missing")
        await clicks(running, "F8 Reset")
        await clicks(running, "No (n)")
        await sees(running, '"Action": "s3:GetObjectTagging",')
        await clicks(running, "F8 Reset", "Yes (y)")
        await sees(running, '"Action": "s3:GetObject",', "Requests 2/3")
        await clicks(running, "^p Menu")
        await running.pilot.click(offset=(2, 0))  # beside it: away again
        await settled(running.pilot)
        await clicks(running, "^p Menu")
        await running.pilot.pause(0.2)
        await scrolls(running, "CommandList", 40)
        await clicks(running, "Catalogue")
        await sees(running, "AWS Account Management")
        await clicks(running, "esc Back")
        await sees(running, "Requests 2/3")
        await clicks(running, "esc Leave", "/ Search")
        await sees(running, "Both languages are searched")
        assert running.app.screen.focused is not None
        running.app.screen.focused.post_message(events.Paste("payroll"))
        await clicks(running, "…but nothing below payroll/.")
        await sees(running, "Task", "Requests 2/3")
