"""The catalogue on the screen: lists, links, the way back, names taken along."""

from __future__ import annotations

from collections.abc import AsyncIterator, Callable
from contextlib import AbstractAsyncContextManager, asynccontextmanager
from typing import Protocol

import pytest
from rich.cells import cell_len

from iamtutor.catalog import Catalog, NameKind, Source, UnknownNameError
from iamtutor.study import Profile
from iamtutor.tui import Surroundings, make_app
from iamtutor.tui.messages import MESSAGES
from iamtutor.tui.screens.catalog import CatalogScreen
from iamtutor.tui.screens.catalog.entry_rows import EntryRows
from iamtutor.tui.screens.catalog.facts import Facts, Head, Links, Said, Text, arn_to_write, facts_of
from iamtutor.tui.screens.catalog.inserting import as_written
from iamtutor.tui.screens.catalog.view import Target, View, entries_of, inside, view_at, view_of
from iamtutor.tui.screens.home import HomeScreen
from iamtutor.tui.screens.playground import PlaygroundScreen
from iamtutor.tui.screens.workbench import WorkbenchScreen
from iamtutor.tui.stop import CatalogPlace, Stop
from iamtutor.words import Lang
from tests.tui.conftest import CONTENT, DENY_WINS, Running, clock, settled

BEGINNING = Stop(catalog=CatalogPlace())


@pytest.fixture(scope="module")
def catalog() -> Catalog:
    return Catalog(Source.installed())


class Starter(Protocol):
    def __call__(
        self, stop: Stop | None, lang: Lang = ..., size: tuple[int, int] = ...
    ) -> AbstractAsyncContextManager[Running]: ...


@pytest.fixture
def start(catalog: Catalog) -> Starter:
    @asynccontextmanager
    async def starting(
        stop: Stop | None, lang: Lang = "en", size: tuple[int, int] = (120, 36)
    ) -> AsyncIterator[Running]:
        profile = Profile.in_memory(clock)
        profile.settings.put("welcomed", "yes")
        profile.settings.reading = lang
        surroundings = Surroundings(CONTENT / "lessons", CONTENT / "exercises", profile, clock, 7, lambda: catalog)
        app = make_app(surroundings, lang, stop)
        async with app.run_test(size=size) as pilot:
            await settled(pilot)
            yield Running(app, pilot)

    return starting


# without a screen


def links(facts: Facts, title: str) -> dict[str, View]:
    part = next(part for part in facts.parts if isinstance(part, Links) and part.title == f"catalog-{title}")
    return {link.name: link.to for link in part.links if isinstance(link.name, str)}


def test_from_an_action_to_its_types_and_keys_and_back(catalog: Catalog) -> None:
    action = facts_of(catalog, Target(NameKind.ACTION, "s3:ListBucket"))
    bucket = links(action, "resources")["bucket"]
    prefix = links(action, "keys")["s3:prefix"]
    assert bucket.opened == Target(NameKind.RESOURCE_TYPE, "s3:bucket")
    assert (prefix.shelf, prefix.service, prefix.part) == ("service", "s3", "keys")
    for view, title in ((bucket, "used-by"), (prefix, "taken-by")):
        assert view.opened is not None
        back = links(facts_of(catalog, view.opened), title)
        assert back["s3:ListBucket"].opened == Target(NameKind.ACTION, "s3:ListBucket")


def test_every_link_of_a_service_leads_somewhere(catalog: Catalog) -> None:
    service = catalog.service("sqs")
    targets = [Target(NameKind.ACTION, each.full_name) for each in service.actions.values()]
    targets += [Target(NameKind.RESOURCE_TYPE, f"sqs:{each.name}") for each in service.resource_types.values()]
    targets += [Target(NameKind.CONDITION_KEY, each.name) for each in service.condition_keys.values()]
    seen: set[View] = set()
    for target in targets:
        for part in facts_of(catalog, target).parts:
            if isinstance(part, Links):
                seen.update(link.to for link in part.links)
    for view in seen:
        entries, _ = entries_of(catalog, view)
        if view.opened is not None:
            assert facts_of(catalog, view.opened).parts
            assert view.at in {entry.name for entry in entries}, view


def test_messages_of_all_facts_are_there(catalog: Catalog) -> None:
    targets = [
        Target(NameKind.SERVICE, "iam"),
        Target(NameKind.ACTION, "iam:PassRole"),
        Target(NameKind.ACTION, "s3:ListAllMyBuckets"),
        Target(NameKind.RESOURCE_TYPE, "iam:role"),
        Target(NameKind.CONDITION_KEY, "iam:PassedToService"),
        Target(NameKind.CONDITION_KEY, "aws:TagKeys"),
        Target(NameKind.CONDITION_KEY, "aws:SourceAccount"),
        Target(NameKind.CONDITION_KEY, "token.actions.githubusercontent.com:sub"),
        Target(NameKind.MANAGED_POLICY, "AmazonS3ReadOnlyAccess"),
    ]
    for target in targets:
        for part in facts_of(catalog, target).parts:
            words: list[object] = []
            match part:
                case Head():
                    words += part.what
                case Text():
                    words += (*part.words, *([Said(part.title)] if part.title else []))
                case Links():
                    words += (Said(part.title), *([Said(part.none)] if part.none else []))
                    words += [each for link in part.links for each in (link.name, *link.beside)]
            for each in words:
                assert not isinstance(each, Said) or f"tui.{each.message}" in MESSAGES, each


def test_a_key_of_a_service_says_that_nobody_says_when_it_is_absent(catalog: Catalog) -> None:
    texts = {
        part.title: part.words
        for part in facts_of(catalog, Target(NameKind.CONDITION_KEY, "s3:prefix")).parts
        if isinstance(part, Text)
    }
    assert texts["catalog-absent"] == (Said("catalog-absent-silent"),)
    assert "catalog-absent" not in {
        part.title
        for part in facts_of(catalog, Target(NameKind.CONDITION_KEY, "aws:SourceIp")).parts
        if isinstance(part, Text)
    }


@pytest.mark.parametrize(
    ("name", "kind", "view"),
    [
        ("", "", View()),
        ("s3", "", View("service", "s3")),
        ("S3:getobject", "", view_at(Target(NameKind.ACTION, "s3:GetObject"))),
        ("s3:bucket", "", view_at(Target(NameKind.RESOURCE_TYPE, "s3:bucket"))),
        ("aws:sourceip", "", View("global", at="aws:SourceIp", opened=Target(NameKind.CONDITION_KEY, "aws:SourceIp"))),
        (
            "saml:aud",
            "",
            View("service", "sts", "keys", at="saml:aud", opened=Target(NameKind.CONDITION_KEY, "saml:aud")),
        ),
        ("s3:Ge*", "", View(written="s3:Ge*")),
        ("nothing at all", "", View(written="nothing at all")),
    ],
)
def test_a_written_name_leads_to_its_view(catalog: Catalog, name: str, kind: str, view: View) -> None:
    assert view_of(catalog, CatalogPlace(name, kind)) == view


def test_what_is_not_there_is_refused(catalog: Catalog) -> None:
    with pytest.raises(UnknownNameError):
        facts_of(catalog, Target(NameKind.ACTION, "s3:Nothing"))


def test_policies_that_name_an_action_are_a_list_of_their_own(catalog: Catalog) -> None:
    pytest.importorskip("moto", reason="moto comes with the extra `managed`")
    every, _ = entries_of(catalog, View("managed"))
    naming, _ = entries_of(catalog, View("managed", naming="iam:PassRole"))
    names = {entry.name for entry in naming}
    assert "AdministratorAccess" in names
    assert "AmazonS3ReadOnlyAccess" not in names
    assert len(naming) < len(every)
    assert inside(View("managed"), every[0]).opened == Target(NameKind.MANAGED_POLICY, every[0].name)


def test_an_arn_to_begin_with_holds_no_policy_variable() -> None:
    assert arn_to_write("arn:${Partition}:s3:::${BucketName}/${ObjectName}") == "arn:aws:s3:::BucketName/ObjectName"


@pytest.mark.parametrize(
    ("before", "written"),
    [
        ('"Action": ', '"x"'),
        ('"Action": "', "x"),
        ('"Action": ["a", ', '"x"'),
        ('"a\\"', "x"),
        ("", '"x"'),
        ('"\\\\"', '"x"'),
    ],
)
def test_a_name_is_quoted_unless_it_stands_in_quotes(before: str, written: str) -> None:
    assert as_written(before, "x") == written


# on the screen


def screen(running: Running) -> CatalogScreen:
    assert isinstance(running.app.screen, CatalogScreen)
    return running.app.screen


async def test_from_home_to_an_action_and_back_again(start: Starter) -> None:
    async with start(None, size=(80, 24)) as running:
        assert isinstance(running.app.screen, HomeScreen)
        await running.press("ㅁ")  # the twin of a, as a Korean keyboard sends it
        await running.write("sqs")
        await running.press("enter")
        assert "AddPermission" in running.text
        await running.write("tag*")
        assert [entry.name for entry in screen(running).query_one(EntryRows).entries] == ["sqs:TagQueue"]
        await running.press("enter")
        assert "Grants permission to add tags" in running.text
        await running.press("enter")  # its resource type
        assert "resource type of Amazon SQS" in running.text
        await running.press("backspace")
        assert "Grants permission to add tags" in running.text
        await running.press("escape")
        assert screen(running).query_one(EntryRows).entry is not None
        await running.press("escape")
        assert "AddPermission" in running.text
        await running.press("backspace")
        assert "Amazon SQS" in running.text
        await running.write("x")
        assert "There is no such name." in running.text
        await running.press("escape", "escape")
        assert isinstance(running.app.screen, HomeScreen)


async def test_levels_parts_and_the_mouse(start: Starter) -> None:
    async with start(Stop(catalog=CatalogPlace("sqs"))) as running:
        rows = screen(running).query_one(EntryRows)
        every = len(rows.entries)
        await running.press("f2")
        assert 0 < len(rows.entries) < every
        assert len({entry.item.level for entry in rows.entries if entry.item}) == 1
        await running.press("f4")
        assert [entry.name for entry in rows.entries] == ["sqs:queue"]
        await running.press("right")
        assert "aws:TagKeys" in [entry.name for entry in rows.entries]
        await running.click("#parts", (4, 0))
        assert len(rows.entries) == every
        await running.click("#entries", (4, 2))
        assert "s3:" not in running.text
        assert "sqs:CancelMessageMoveTask" in running.text.splitlines()[0]
        await running.click("#detail", (2, 8))
        assert "resource type of Amazon SQS" in running.text


async def test_a_name_goes_into_the_policy_that_is_being_written(start: Starter) -> None:
    async with start(DENY_WINS, size=(80, 24)) as running:
        running.app.open_stop(Stop(catalog=CatalogPlace("s3:GetObject")))
        await settled(running.pilot)
        assert "F7" in running.text.splitlines()[-1]
        await running.press("f7")
        bench = running.app.screen
        assert isinstance(bench, WorkbenchScreen)
        assert bench.editor is not None
        assert bench.editor.text.startswith('"s3:GetObject"')
        assert bench.focused is bench.editor
        assert bench.desk is not None
        assert bench.desk.attempt.text(bench.editor.slot) == bench.editor.text


async def test_nothing_can_be_inserted_where_nothing_is_written(start: Starter) -> None:
    async with start(Stop(catalog=CatalogPlace("s3:GetObject"))) as running:
        assert "F7" not in running.text.splitlines()[-1]
        await running.press("f6")
        assert running.app.clipboard == "s3:GetObject"


async def test_a_managed_policy_opens_in_the_playground(start: Starter) -> None:
    pytest.importorskip("moto", reason="moto comes with the extra `managed`")
    async with start(Stop(catalog=CatalogPlace("AmazonS3ReadOnlyAccess")), size=(80, 24)) as running:
        await running.press("f9")
        play = running.app.screen
        assert isinstance(play, PlaygroundScreen)
        assert "s3:Get*" in play.editor("a").text
        await running.press("escape")
        running.app.open_stop(Stop(catalog=CatalogPlace("AmazonSQSReadOnlyAccess")))
        await settled(running.pilot)
        await running.press("f9")
        assert isinstance(running.app.screen, PlaygroundScreen)
        assert "sqs:" in running.app.screen.editor("a").text


async def test_a_playground_below_takes_the_policy(start: Starter) -> None:
    pytest.importorskip("moto", reason="moto comes with the extra `managed`")
    async with start(None) as running:
        running.app.action_open_playground()
        await settled(running.pilot)
        play = running.app.screen
        assert isinstance(play, PlaygroundScreen)
        before = play.editor("b").text
        running.app.open_stop(Stop(catalog=CatalogPlace("AmazonSQSReadOnlyAccess")))
        await settled(running.pilot)
        await running.press("f9")
        assert running.app.screen is play
        assert "sqs:" in play.editor("a").text
        assert play.editor("b").text == before


async def test_without_data_it_says_so(start: Starter, monkeypatch: pytest.MonkeyPatch) -> None:
    profile = Profile.in_memory(clock)
    monkeypatch.setattr("iamtutor.catalog.source.find_spec", lambda name: None)
    app = make_app(Surroundings(CONTENT / "lessons", CONTENT / "exercises", profile, clock, 7), "ko", BEGINNING)
    async with app.run_test(size=(100, 30)) as pilot:
        await settled(pilot)
        running = Running(app, pilot)
        assert "카탈로그 데이터가 없습니다" in running.text
        await running.press("escape")
        assert isinstance(app.screen, HomeScreen)


SIZES = [(80, 24), (120, 36)]
VIEWS: dict[str, tuple[Stop, str]] = {
    "catalog": (BEGINNING, ""),
    "catalog-pattern": (BEGINNING, "sqs:*e*"),
    "catalog-action": (Stop(catalog=CatalogPlace("sqs:SendMessage")), ""),
    "catalog-key": (Stop(catalog=CatalogPlace("aws:MultiFactorAuthPresent")), ""),
}


BOTH: list[Lang] = ["ko", "en"]
SHOWN: list[tuple[str, Lang, tuple[int, int]]] = [
    *((view, lang, size) for view in ("catalog", "catalog-action") for lang in BOTH for size in SIZES),
    ("catalog-pattern", "ko", (80, 24)),
    ("catalog-pattern", "en", (120, 36)),
    ("catalog-key", "ko", (120, 36)),
]


@pytest.mark.parametrize(("view", "lang", "size"), SHOWN, ids=lambda each: str(each).replace(", ", "x").strip("()"))
async def test_view(
    start: Starter, same_as_snapshot: Callable[[str, str], None], view: str, lang: Lang, size: tuple[int, int]
) -> None:
    stop, typed = VIEWS[view]
    async with start(stop, lang, size) as running:
        await running.write(typed)
        text = running.text
    assert max(cell_len(line) for line in text.splitlines()) <= size[0]
    same_as_snapshot(f"{view}-{lang}-{size[0]}x{size[1]}", text)
