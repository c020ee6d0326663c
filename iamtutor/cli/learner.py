"""The learner's profile, opened for a command; what the learner should know about it goes to standard error."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from typing import TYPE_CHECKING

from iamtutor.cli.terminal import Terminal
from iamtutor.course import Index, content_root, load_index
from iamtutor.study import Notice, Profile, StoreError, data_home, system_clock
from iamtutor.study.messages import MESSAGES
from iamtutor.words import say

if TYPE_CHECKING:
    from iamtutor.course.search import SearchIndex


@contextmanager
def open_profile(terminal: Terminal) -> Iterator[Profile]:
    """The profile of this home, open until the block ends."""
    with Profile.open(data_home(terminal.environ), system_clock) as profile:
        for notice in profile.notices:
            tell_notice(terminal, notice)
        yield profile


def course_index(profile: Profile) -> Index:
    """The course at a glance, from the cache that the app keeps beside the profile."""
    return load_index(*content_root(), profile.path.parent / "cache" if profile.path is not None else None)


def course_search(profile: Profile) -> tuple[SearchIndex, Index]:
    """The texts of the course to be searched, from the same cache, and the course at a glance."""
    from iamtutor.course.search import load_search_index

    cache = profile.path.parent / "cache" if profile.path is not None else None
    return load_search_index(*content_root(), cache), course_index(profile)


@contextmanager
def kept_if_possible(terminal: Terminal) -> Iterator[None]:
    """Around one thing to remember: where the profile cannot be written, say so and go on."""
    try:
        yield
    except StoreError as error:
        tell_notice(terminal, error.notice)


def tell_notice(terminal: Terminal, notice: Notice) -> None:
    """Write what the profile has to say to standard error."""
    terminal.out.flush()
    terminal.err.write(f"iamtutor: {say(MESSAGES, notice.message, terminal.lang, **notice.arguments)}\n")
