"""Opening a sandbox: its world's file, what was laid out on it, and the drafts. Runs beside the screen."""

from __future__ import annotations

from collections.abc import Mapping
from contextlib import suppress
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Final

from iamtutor.cloud import ContentError, load_yaml
from iamtutor.cloud.yaml_source import OWN_WORLD
from iamtutor.course.sandbox import Sandbox, openings_of, read_sandbox
from iamtutor.study import Profile, StoreError
from iamtutor.tui.draft_keeper import DraftKeeper
from iamtutor.tui.screens.sandbox.desk import SandboxDesk
from iamtutor.tui.screens.workbench.opening import Opening
from iamtutor.tui.screens.world.looking import UnknownWorldError, shared_worlds, world_file
from iamtutor.tui.stop import SandboxPlace

LAYOUT: Final = "@layout"
"""The slot under which the layout is kept as a draft; no key of a policy looks like it."""
LAST: Final = "sandbox"
"""The setting that remembers which world was written in."""


@dataclass(frozen=True)
class Source:
    """Where a world comes from: `name` as somebody gives it, its file, the name of its drafts, and what is in it."""

    name: str
    file: Path
    key: str
    sandbox: Sandbox

    @property
    def is_shared(self) -> bool:
        """Whether it is a world of the course, which nobody saves to."""
        return self.key == self.name

    @property
    def place(self) -> str:
        """The place of its drafts."""
        return f"sandbox:{self.key}"


@dataclass(frozen=True)
class SandboxOpening(Opening):
    """`is_outdated`: what is kept as a draft has grown from another state of the file."""

    source: Source | None = None
    is_outdated: bool = False


def read_source(name: str, exercises: Path) -> Source:
    """The world of a name, as its file is now. Raises UnknownWorldError and ContentError."""
    file, key = world_file(name, exercises)
    value, places = load_yaml(file, name if key != name else None, limits=OWN_WORLD)
    return Source(name, file, key, read_sandbox(value, places))


def open_sandbox(place: SandboxPlace, profile: Profile, exercises: Path) -> SandboxOpening:
    """Everything for a world: what was laid out and written last. Raises UnknownWorldError and ContentError."""
    problem: StoreError | None = None
    source = read_source(place.name.strip(), exercises) if place.name.strip() else _last(profile, exercises)
    sandbox, outdated = source.sandbox, False
    texts: dict[str, str] = {}
    try:
        layout = profile.drafts.load(source.place, LAYOUT)
        if layout is not None:
            outdated = not layout.grew_from(source.sandbox.layout) and layout.text != source.sandbox.layout
            sandbox = _laid_out(sandbox, layout.text)
    except StoreError as error:
        problem = error
    if place.of:
        chosen = openings_of(sandbox.world, place.of)
        sandbox = sandbox.with_openings(sandbox.opened, chosen)
    keeper = keeper_of(profile, source, sandbox)
    try:
        texts, grown = keeper.load()
        texts.pop(LAYOUT, None)
        outdated = outdated or any(each.slot != LAYOUT for each in grown)
        profile.settings.put(LAST, source.name if source.is_shared else str(source.file.absolute()))
    except StoreError as error:
        problem = error
    if sandbox.layout != source.sandbox.layout:
        keeper.note(LAYOUT, sandbox.layout)
    sandbox = replace(sandbox, written=texts)
    desk = SandboxDesk(sandbox, source.place, source.file.name, texts)
    return SandboxOpening(desk, keeper, (), problem, source=source, is_outdated=outdated)


def _last(profile: Profile, exercises: Path) -> Source:
    """The world that was written in last; where there is none, or it is gone, the first of the course."""
    with suppress(StoreError, UnknownWorldError):
        name = profile.settings.get(LAST)
        if name:
            return read_source(name, exercises)
    return read_source(next(iter(shared_worlds(exercises)), ""), exercises)


def _laid_out(sandbox: Sandbox, layout: str) -> Sandbox:
    """With a layout that was kept; one that fits the world no longer is left."""
    try:
        return sandbox.with_layout(layout)
    except ContentError:
        return sandbox


def keeper_of(profile: Profile, source: Source, sandbox: Sandbox) -> DraftKeeper:
    """What keeps the drafts: they grow from the file, not from what somebody wrote."""
    starts: Mapping[str, str] = replace(sandbox, written={}).task.starts
    return DraftKeeper(profile, source.place, {**starts, LAYOUT: source.sandbox.layout})
