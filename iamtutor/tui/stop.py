"""Where a learner can be: a step, an exercise, a quiz, the playground, a world, a sandbox, a place in the catalogue."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from iamtutor.cloud import World
    from iamtutor.words import Bilingual


@dataclass(frozen=True)
class Quiz:
    """A sitting: the questions of one lesson, or where it is empty of the whole course; None asks all of them."""

    lesson: str = ""
    count: int | None = None


class PolicyFile(NamedTuple):
    """A file's path, as somebody wrote it, and the text that it held when it was last read or written."""

    path: str
    text: str


class Playground(NamedTuple):
    """Two policies to compare: files that are opened (none, one or two), and what they are used for, where that is said."""

    files: tuple[PolicyFile, ...] = ()
    kind: str = ""


class CatalogPlace(NamedTuple):
    """Something in the catalogue by its name, of a kind (`NameKind`) where the name is not enough; empty, its beginning.

    Of the kind `all` it is whatever has such a name.
    """

    name: str = ""
    kind: str = ""


class WorldPlace(NamedTuple):
    """A world to look at: a file's path or the id of a shared one; empty, the one that was looked at last.

    An exercise gives `world`, with the learner's policies in it, `before` them, and its `title`. `is_asked` says that it
    asks what the evaluator decides, so that nothing of that may be shown. A sandbox does the same, and says so.
    """

    name: str = ""
    world: World | None = None
    before: World | None = None
    title: Bilingual | None = None
    is_asked: bool = False
    is_sandbox: bool = False


class SandboxPlace(NamedTuple):
    """A world to write policies in: a file's path or the id of a shared one; empty, the one that was last written in.

    `of` is a user, bucket … whose policies are to be laid out.
    """

    name: str = ""
    of: str = ""


@dataclass(frozen=True)
class Stop:
    """One place: a step of a lesson, an exercise (by its id, or its folder where it lies outside the course), a quiz, the playground, a world, a sandbox or the catalogue (then lesson and step are empty).

    `block` is the block of a step to begin at, and `sought` the words that were looked for: neither makes another place.
    """

    lesson: str = ""
    step: str = ""
    exercise: str = ""
    quiz: Quiz | None = None
    playground: Playground | None = None
    catalog: CatalogPlace | None = None
    block: int | None = field(default=None, compare=False)
    sought: tuple[str, ...] = field(default=(), compare=False)
    world: WorldPlace | None = None
    sandbox: SandboxPlace | None = None
