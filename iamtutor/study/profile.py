"""A learner's profile: one file that holds drafts, progress, answers and settings."""

from pathlib import Path
from types import TracebackType
from typing import Self

from iamtutor.study.answers import Answers
from iamtutor.study.clock import Clock
from iamtutor.study.drafts import Drafts
from iamtutor.study.home import FILE_NAME
from iamtutor.study.opening import Opened, open_file, open_in_memory
from iamtutor.study.problem import Notice
from iamtutor.study.progress import Progress
from iamtutor.study.settings import Settings
from iamtutor.study.store import Store


class Profile:
    """The learner's profile. Everything is saved when the call returns; a failure is a StoreError and changes nothing.

    Several apps, and several threads of one app, may have the same profile open.
    """

    def __init__(self, opened: Opened, clock: Clock, path: Path | None) -> None:
        self._store = Store(opened.connection)
        self.saved: bool = opened.saved
        """Whether anything outlives the app; False where the folder cannot be written."""
        self.path: Path | None = path if opened.saved else None
        """The file, where there is one."""
        self.notices: tuple[Notice, ...] = opened.notices
        """What the learner should be told once: a damaged file set aside, a folder that cannot be written."""
        self.drafts = Drafts(self._store, clock)
        self.progress = Progress(self._store, clock)
        self.answers = Answers(self._store, clock)
        self.settings = Settings(self._store)

    @classmethod
    def open(cls, home: Path, clock: Clock) -> Self:
        """Open the profile in a folder, making it where it is missing. Never fails: see `saved` and `notices`."""
        return cls(open_file(home, clock()), clock, home / FILE_NAME)

    @classmethod
    def in_memory(cls, clock: Clock) -> Self:
        """Open an empty profile that is gone when it is closed."""
        return cls(open_in_memory(), clock, None)

    def close(self) -> None:
        """Let go of the file."""
        self._store.close()

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()
