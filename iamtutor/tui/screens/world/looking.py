"""The world that is looked at, without a screen: read from a file, found by name, or given by an exercise."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from functools import partial
from hashlib import sha256
from pathlib import Path
from typing import TYPE_CHECKING

from iamtutor.analyzer.external.preview import slot_of_resource
from iamtutor.analyzer.external.telling import PlaceOf, nowhere
from iamtutor.cloud import MESSAGES as CLOUD_MESSAGES
from iamtutor.cloud import ContentError, Places, UnknownReferenceError, World, load_yaml, read_world, where
from iamtutor.cloud.statement_lines import statement_line
from iamtutor.cloud.yaml_source import OWN_WORLD
from iamtutor.policy import POLICY_MESSAGES, Finding, Severity, read
from iamtutor.tui.messages import MESSAGES
from iamtutor.tui.screens.dialog.policy_files import FileProblem, offered_files, path_of, read_file
from iamtutor.tui.stop import WorldPlace
from iamtutor.words import Bilingual, Lang, say

if TYPE_CHECKING:
    from iamtutor.access import StatementRef
    from iamtutor.analyzer.external.results import ExternalFinding
    from iamtutor.cloud.places import Json

ENDINGS = (".yaml", ".yml")


@dataclass(frozen=True)
class Looked:
    """A world and what it is called. `before` is what it is compared with, `what` says why.

    `name` is what it was opened by, `key` the name under which the status of its findings is kept; both are empty for
    an exercise's.
    """

    world: World
    title: Bilingual
    name: str = ""
    key: str = ""
    before: World | None = None
    what: str = ""
    place_of: PlaceOf = nowhere
    is_asked: bool = False

    @property
    def is_exercise(self) -> bool:
        """Whether it came from the workbench."""
        return not self.name


class UnknownWorldError(LookupError):
    """There is no shared world and no file of that name."""


def shared_worlds(exercises: Path) -> tuple[str, ...]:
    """The ids of the worlds that exercises share."""
    return tuple(sorted(file.stem for file in (exercises / "worlds").glob("*.yaml")))


def offered_worlds(written: str, exercises: Path) -> Iterator[str]:
    """The shared worlds and the files that go on from what was typed."""
    if "/" not in written and "\\" not in written:
        yield from (name for name in shared_worlds(exercises) if name.startswith(written.strip()))
    if written:
        yield from offered_files(written, ENDINGS)


def world_file(name: str, exercises: Path) -> tuple[Path, str]:
    """The file that a name means, and what is unique to it. Raises UnknownWorldError."""
    if name in shared_worlds(exercises):
        return exercises / "worlds" / f"{name}.yaml", name
    file = path_of(name)
    if not name or not file.is_file():
        raise UnknownWorldError(name)
    return file, f"{file.stem}-{sha256(str(file.absolute()).encode()).hexdigest()[:8]}"


def look(place: WorldPlace, exercises: Path) -> Looked:
    """Read the world of a place. Raises UnknownWorldError and ContentError."""
    if place.world is not None:
        before = place.before if place.before is not place.world else None
        return Looked(place.world, place.title or Bilingual("", ""), before=before, is_asked=place.is_asked)
    name = place.name.strip() or next(iter(shared_worlds(exercises)), "")
    file, key = world_file(name, exercises)
    value, places = load_yaml(file, limits=OWN_WORLD)
    world = read_world(value, places)
    title = world.title or Bilingual(file.stem, file.stem)
    return Looked(
        world, title, name, key, place_of=partial(_place_of, value, places, file.name if key == name else name)
    )


def previewed(looked: Looked, written: str) -> Looked:
    """The world with another policy of a resource in it, `resource=file`. Raises PreviewError."""
    reference, sign, path = written.partition("=")
    reference, path = reference.strip(), path.strip()
    if not sign or not reference or not path:
        raise PreviewError("tui.world-preview-form")
    try:
        slot = slot_of_resource(looked.world, reference)
        if slot is None:
            raise PreviewError("tui.world-preview-no-policy", reference=reference)
        reading = read(read_file(path), slot.kind)
        for finding in reading.findings:
            if finding.severity is Severity.ERROR:
                line = reading.position(finding.span.start).line if finding.span is not None else 1
                raise PreviewError("tui.world-preview-line", finding, path=path, line=line)
        assert reading.document is not None
        changed = looked.world.with_policy(slot, reading.document)
    except UnknownReferenceError as error:
        raise PreviewError("", error.finding) from None
    except FileProblem as problem:
        raise PreviewError(problem.message, path=problem.path, detail=problem.detail) from None
    return replace(looked, world=changed, before=looked.world, what=f"{reference}={path}")


class PreviewError(ValueError):
    """Why nothing can be previewed: a message of the app, or what is wrong with a reference or a policy."""

    def __init__(self, message: str, finding: Finding | None = None, **arguments: str | int) -> None:
        super().__init__(message)
        self._message = message
        self._finding = finding
        self._arguments = arguments

    def text(self, lang: Lang) -> str:
        """In words."""
        what = words_of(self._finding, lang) if self._finding is not None else ""
        if not self._message:
            return what
        more = {"what": what} if self._finding is not None else {}
        return say(MESSAGES, self._message, lang, **self._arguments, **more)


def reasons(error: Exception, lang: Lang) -> tuple[str, ...]:
    """Why a world could not be opened, a line each."""
    if isinstance(error, ContentError):
        return tuple(f"{where(each)}: {words_of(each, lang)}" for each in error.findings)
    if isinstance(error, UnknownWorldError):
        return (say(MESSAGES, "tui.world-open-unknown", lang, name=str(error) or "–"),)
    return (str(error),)


def words_of(finding: Finding, lang: Lang) -> str:
    """What is wrong, without its place."""
    table = CLOUD_MESSAGES if finding.code in CLOUD_MESSAGES else POLICY_MESSAGES
    return say(table, finding.code, lang, **finding.arguments) if finding.code in table else finding.code


def _place_of(
    value: Json, places: Places, source: str, ref: StatementRef, finding: ExternalFinding
) -> tuple[str, int] | None:
    line = statement_line(value, places, ref, finding.shown.request)
    return None if line is None else (source, line)
