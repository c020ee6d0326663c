"""A drawn world read back: every arrow leads from the right name to the right name, and nothing crosses a name."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from iamtutor.cloud import World, load_yaml, read_world
from iamtutor.cloud.arrows import Arrow, Way
from iamtutor.cloud.drawing import Drawing, Ground, draw, draw_on
from iamtutor.cloud.drawing.draw import SIGNS, in_reading_order
from iamtutor.cloud.parties import CALLERS, TARGETS, Party, PartyKind, parties
from iamtutor.words import Lang
from iamtutor.words.cells import cells
from iamtutor.words.runs import plain, width
from tests.cloud.worlds import SHARED

WAYS = {sign: way for way, sign in SIGNS.items()}
UPRIGHT = set("│┼├") | set(SIGNS.values())

DEEP = """\
accounts:
  hub:
    id: "111122223333"
    title: {ko: 아주 긴 이름을 가진 중앙 계정입니다, en: The hub with quite a long name of its own}
    groups: {writers: {}}
    users: {a-user-with-a-very-long-name-indeed: {groups: [writers]}, b: }
    roles:
      first: &role
        trust: {Version: "2012-10-17", Statement: [{Effect: Allow, Principal: {Service: ec2.amazonaws.com, AWS: ["777777777777", "arn:aws:iam::888888888888:role/far"], Federated: accounts.google.com}, Action: sts:AssumeRole}]}
      second: *role
    buckets:
      open: {policy: {Version: "2012-10-17", Statement: [{Effect: Allow, Principal: "*", Action: s3:GetObject, Resource: "arn:aws:s3:::open/*"}]}}
      a-bucket-with-a-very-long-name-that-is-cut: {}
    keys: {k: {id: 1234abcd-12ab-34cd-56ef-1234567890ab}}
  spoke:
    id: "444455556666"
    users: {b: }
    roles: {third: *role}
    resources: {queue: {arn: "arn:aws:sqs:eu-west-1:444455556666:queue"}}
  alone: {id: "999988887777"}
sessions: {run: {role: "hub:role/first", name: run}}
organization:
  id: o-abcdefghij
  management: hub
  root:
    id: r-ab12
    accounts: [hub]
    scp: {NoLeaving: {Version: "2012-10-17", Statement: [{Effect: Deny, Action: "organizations:LeaveOrganization", Resource: "*"}]}}
    ous: {One: {id: ou-ab12-11111111, ous: {Two: {id: ou-ab12-22222222, ous: {Three: {id: ou-ab12-33333333, accounts: [spoke]}}}}}}
"""


def deep(folder: Path) -> World:
    file = folder / "deep.yaml"
    file.write_text(DEEP, encoding="utf-8")
    return read_world(*load_yaml(file))


@pytest.fixture(scope="module")
def world(tmp_path_factory: pytest.TempPathFactory) -> World:
    return deep(tmp_path_factory.mktemp("world"))


def sheet(drawing: Drawing) -> list[list[str]]:
    """The cells of each line; the second of a wide character is empty."""
    return [
        [cell for char in plain(line) for cell in (char, *[""] * (cells(char) - 1)) if cells(char)]
        for line in drawing.lines
    ]


def read_back(drawing: Drawing, everyone: tuple[Party, ...]) -> set[tuple[str, str, Way]]:
    """The arrows as an eye follows them: from a name along its line to a sign, up and down, to a head and a name."""
    rows = sheet(drawing)
    heads = {(spot.x - 2, spot.y): party for party, spot in drawing.spots.items()}
    found = set()
    for party in everyone:
        if party.kind not in CALLERS:
            continue
        spot = drawing.spots[party.id]
        lines = [spot.y]
        below = rows[spot.y + 1]
        again = "".join(below[spot.x + 1 : spot.x + 18]).lstrip()
        if party.kind is PartyKind.ROLE and again.startswith(("its sessions", "세션에서")):
            lines.append(spot.y + 1)
        for y in lines:
            starts = [(spot.x + spot.width, 1), (spot.x - 2 + 2 * (y > spot.y), -1)]
            for x, step in starts:
                for target, way in follow(rows, x, y, step, heads):
                    found.add((party.id, target, way))
    return found


def follow(
    rows: list[list[str]], x: int, y: int, step: int, heads: dict[tuple[int, int], str]
) -> Iterator[tuple[str, Way]]:
    if rows[y][x] == " ":
        x += step
    while 0 <= x < len(rows[y]) and (rows[y][x] in "─┼" or rows[y][x] in WAYS):
        if rows[y][x] in WAYS and rows[y][x + 1] != "▶":
            way = WAYS[rows[y][x]]
            for up in (-1, 1):
                at = y + up
                while 0 <= at < len(rows) and rows[at][x] in UPRIGHT | {"└", "┌"}:
                    if rows[at][x] in "├└┌":
                        end = x + 1
                        while rows[at][end] in "─┼":
                            end += 1
                        if rows[at][end] == "▶":
                            yield heads[end, at], way
                    if rows[at][x] in "└┌":
                        break
                    at += up
        x += step


def some_arrows(everyone: tuple[Party, ...]) -> st.SearchStrategy[list[Arrow]]:
    pairs = [
        (source.id, target.id)
        for source in everyone
        for target in everyone
        if source.kind in CALLERS and target.kind in TARGETS and source is not target
    ]
    arrow = st.tuples(st.sampled_from(pairs), st.sampled_from(list(Way)))
    return st.lists(arrow, max_size=30, unique_by=lambda each: each[0]).map(
        lambda found: [Arrow(source, target, way) for (source, target), way in found]
    )


@given(data=st.data(), lang=st.sampled_from(["ko", "en"]), room=st.sampled_from([78, 100, 140, 200]))
def test_every_arrow_can_be_followed(world: World, data: st.DataObject, lang: Lang, room: int) -> None:
    everyone = parties(world)
    arrows = data.draw(some_arrows(everyone))
    drawing = draw(world, everyone, arrows, lang, room)
    assert max(width(line) for line in drawing.lines) <= room
    if drawing.is_whole:
        assert read_back(drawing, everyone) == {(each.source, each.target, each.way) for each in arrows}


@pytest.mark.parametrize("lang", ["ko", "en"])
@pytest.mark.parametrize("room", [60, 78, 118, 198])
def test_everybody_is_there_and_no_line_crosses_a_name(world: World, lang: Lang, room: int) -> None:
    everyone = parties(world)
    arrows = [
        Arrow(source.id, target.id, Way.OPEN)
        for source in everyone
        for target in everyone
        if source.kind in CALLERS and target.kind in TARGETS and source is not target
    ]
    for chosen in ("", "hub:bucket/open", "hub:role/first"):
        drawing = draw(world, everyone, arrows, lang, room, chosen)
        rows = sheet(drawing)
        assert drawing.spots.keys() >= {party.id for party in everyone}
        for party in everyone:
            spot = drawing.spots[party.id]
            shown = "".join(rows[spot.y][spot.x : spot.x + spot.width])
            assert party.id == "anonymous" or party.reference.startswith(shown.rstrip("…"))
            assert not set(shown) & set("─│┼├└┌▶✓✗")
        assert len({sum(cells(char) for char in row) for row in rows}) == 1


def test_the_chosen_ones_arrows_stand_out_and_no_others(world: World) -> None:
    everyone = parties(world)
    arrows = [
        Arrow("hub:user/b", "hub:bucket/open", Way.OPEN),
        Arrow("spoke:user/b", "hub:bucket/open", Way.BLOCKED),
        Arrow("spoke:user/b", "hub:role/first", Way.CONDITIONAL),
    ]
    drawing = draw(world, everyone, arrows, "en", 120, "hub:user/b")
    lit = {run.text.strip("─") for line in drawing.lines for run in line if run.style.endswith("-lit")}
    assert {"✓", "bucket/open"} <= lit
    assert any(text.endswith("▶") for text in lit)
    assert "✗" not in lit
    faint = "".join(run.text for line in drawing.lines for run in line if run.style.endswith("-faint"))
    assert "✗" in faint
    assert "◐" in faint
    chosen = [run.text for line in drawing.lines for run in line if run.style == "chosen"]
    assert chosen == ["user/b"]


def test_a_ground_remembers_nothing_of_who_was_in_hand(world: World) -> None:
    everyone = parties(world)
    arrows = [
        Arrow("hub:user/b", "hub:bucket/open", Way.OPEN),
        Arrow("spoke:user/b", "hub:bucket/open", Way.BLOCKED),
        Arrow("spoke:user/b", "hub:role/first", Way.CONDITIONAL),
    ]
    ground = Ground(world, everyone, arrows, "ko")
    for chosen, room, alone in (("hub:user/b", 120, False), ("", 80, False), ("spoke:user/b", 120, True)) * 2:
        again = draw_on(ground, room, chosen, only_chosen=alone)
        anew = draw(world, everyone, arrows, "ko", room, chosen, only_chosen=alone)
        assert list(again.lines) == list(anew.lines)
        assert (again.spots, again.is_whole) == (anew.spots, anew.is_whole)


@pytest.mark.parametrize("chosen", ["hub:user/b", "hub:bucket/open", "hub:role/first"])
def test_where_not_all_fit_those_of_the_chosen_one_are_drawn(world: World, chosen: str) -> None:
    everyone = parties(world)
    arrows = [
        Arrow("hub:user/b", target.id, list(Way)[number % 4])
        for number, target in enumerate(each for each in everyone if each.kind in TARGETS)
    ]
    arrows += [Arrow("spoke:user/b", "hub:bucket/open", Way.BLOCKED), Arrow("hub:user/b", "hub:role/first", Way.OPEN)]
    drawing = draw(world, everyone, arrows, "en", 120, chosen, only_chosen=True)
    assert not drawing.is_whole
    text = "\n".join(plain(line) for line in drawing.lines)
    mine = [each for each in dict.fromkeys((each.source, each.target) for each in arrows) if chosen in each]
    heads = text.count("▶")
    assert heads == len({target for source, target in mine if source == chosen}) + any(t == chosen for _, t in mine)


def test_shared_worlds_are_drawn_whole_in_eighty_cells() -> None:
    for file in sorted(SHARED.glob("*.yaml")):
        world = read_world(*load_yaml(file))
        everyone = parties(world)
        assert list(in_reading_order(draw(world, everyone, [], "ko", 76)))
