"""Keeps what is typed: notes texts at once, writes them when told to, from whichever thread."""

from __future__ import annotations

from collections.abc import Mapping
from threading import Lock

from iamtutor.study import Draft, Profile


class DraftKeeper:
    """The drafts of one place, whose slots begin with `starts`. Nothing is written for a text that was never changed."""

    def __init__(self, profile: Profile, place: str, starts: Mapping[str, str]) -> None:
        self._drafts = profile.drafts
        self._place = place
        self._starts = starts
        self._noted: dict[str, tuple[str, bool]] = {}
        self._lock = Lock()

    def load(self) -> tuple[dict[str, str], tuple[Draft, ...]]:
        """The texts to go on with, by slot, and those drafts whose starting text has changed since."""
        texts: dict[str, str] = {}
        outdated: list[Draft] = []
        for slot, start in self._starts.items():
            draft = self._drafts.load(self._place, slot)
            if draft is None:
                continue
            texts[slot] = draft.text
            if not draft.grew_from(start) and draft.text != start:
                outdated.append(draft)
        return texts, tuple(outdated)

    def note(self, slot: str, text: str, *, fresh: bool = False) -> None:
        """Remember to write this text; `fresh` keeps what was there before as an earlier text."""
        with self._lock:
            before = self._noted.get(slot)
            self._noted[slot] = (text, fresh or (before is not None and before[1]))

    @property
    def pending(self) -> bool:
        """Whether anything waits to be written."""
        return bool(self._noted)

    def flush(self) -> None:
        """Write what was noted. Raises StoreError; then it is noted still, to be tried again."""
        with self._lock:
            noted, self._noted = self._noted, {}
        for slot, (text, fresh) in list(noted.items()):
            try:
                self._drafts.save(self._place, slot, text, start=self._starts[slot], fresh=fresh)
            except Exception:
                with self._lock:
                    self._noted = {**noted, **self._noted}
                raise
            del noted[slot]

    def earlier(self, slot: str, now: str) -> Draft | None:
        """The latest text of a slot that is another than the one there now."""
        return next((draft for draft in self._drafts.history(self._place, slot) if draft.text != now), None)
