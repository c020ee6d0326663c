"""What the playground begins with: the files that were named, else what was written last, else an example."""

from __future__ import annotations

import unicodedata
from dataclasses import dataclass, field
from typing import Final

from iamtutor.policy import PolicyKind
from iamtutor.study import Profile, StoreError
from iamtutor.tui.draft_keeper import DraftKeeper
from iamtutor.tui.screens.playground.examples import STARTER
from iamtutor.tui.screens.playground.pair import SIDES, Pair, Side
from iamtutor.tui.stop import Playground, PolicyFile

PLACE: Final = "playground"
"""The place of its drafts."""
KIND: Final = "playground.kind"
"""The setting that keeps the kind that was chosen."""


@dataclass(frozen=True)
class Beginning:
    """A pair to sit down at; `files` are those that its texts came from, `problem` is what the profile refused."""

    pair: Pair
    keeper: DraftKeeper
    files: dict[Side, PolicyFile] = field(default_factory=dict)
    problem: StoreError | None = None


def begin(profile: Profile, playground: Playground) -> Beginning:
    """Read what there is. A single file stands on both sides, so that one can be changed and compared with it."""
    starts: dict[Side, str] = {"a": STARTER.a, "b": STARTER.b}
    keeper = DraftKeeper(profile, PLACE, {str(side): text for side, text in starts.items()})
    problem: StoreError | None = None
    texts, kept = starts, ""
    try:
        drafts, _ = keeper.load()
        texts = {side: drafts.get(side, starts[side]) for side in SIDES}
        kept = profile.settings.get(KIND) or ""
    except StoreError as error:
        problem = error
    files = dict(zip(SIDES, (PolicyFile(each.path, _composed(each.text)) for each in playground.files), strict=False))
    given = {side: files.get(side, files["a"]).text for side in SIDES} if files else {}
    for side, text in given.items():
        if text != texts[side]:
            keeper.note(side, text, fresh=True)
    chosen = playground.kind or ("" if files else kept)
    kind = PolicyKind(chosen) if chosen in set(PolicyKind) else None
    pair = Pair({side: _composed(given.get(side, texts[side])) for side in SIDES}, kind)
    return Beginning(pair, keeper, files, problem)


def keep_kind(profile: Profile, kind: str) -> None:
    """Remember the kind that was chosen; empty, that none is. Raises StoreError."""
    profile.settings.put(KIND, kind or None)


def _composed(text: str) -> str:
    """The text as the editor holds it: composed, with one kind of line end."""
    return unicodedata.normalize("NFC", text.replace("\r\n", "\n").replace("\r", "\n"))
