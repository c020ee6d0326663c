"""`iamtutor search`: the course and the catalogue, found by any form of their words."""

from __future__ import annotations

import shutil
from argparse import Namespace
from collections.abc import Iterator, Sequence
from typing import Any, Final

from iamtutor.catalog import Catalog, CatalogError, Named
from iamtutor.cli.arguments import Parser
from iamtutor.cli.installed import installed_catalog
from iamtutor.cli.learner import course_search, open_profile
from iamtutor.cli.problem import Problem
from iamtutor.cli.terminal import Terminal
from iamtutor.course.index import Index
from iamtutor.course.search import Found, PlaceKind
from iamtutor.words.cells import cells, cut

_MOST: Final = 20
_INDENT: Final = "    "
_LEAST_TITLE: Final = 12


def declare(parser: Parser) -> None:
    """The arguments."""
    parser.add_argument("words", metavar="WORDS", nargs="+", help=parser.say("cli.search.words"))
    parser.add_argument("--most", metavar="N", type=int, default=_MOST, help=parser.say("cli.search.most"))
    parser.add_format("text", "json")


def run(options: Namespace, terminal: Terminal) -> int:
    """Search. 1 where nothing was found."""
    if options.most < 1:
        raise Problem("cli.search.bad-most")
    written = " ".join(options.words)
    with open_profile(terminal) as profile:
        search, index = course_search(profile)
    found = search.find(written, terminal.lang, most=10_000)
    catalog, names = _names(written)
    if options.format == "json":
        terminal.json(
            {
                "words": written,
                "course": [_row(each, index) for each in found[: options.most]],
                "catalog": [{"kind": each.kind, "name": each.name} for each in names[: options.most]],
            }
        )
        return 0 if found or names else 1
    if not found and not names:
        terminal.note("cli.search.nothing", words=written)
        return 1
    _write(found[: options.most], names[: max(0, options.most - len(found))], index, terminal, catalog)
    rest = len(found) + len(names) - options.most
    if rest > 0:
        terminal.note("cli.search.more", count=rest)
    return 0


def _names(written: str) -> tuple[Catalog | None, tuple[Named, ...]]:
    """Names of the catalogue; none where its data is not there, for the course is searched all the same."""
    try:
        catalog = installed_catalog()
        return catalog, catalog.names.find(written)
    except CatalogError:
        return None, ()


def _write(
    found: Sequence[Found], names: Sequence[Named], index: Index, terminal: Terminal, catalog: Catalog | None
) -> None:
    """The course, then the catalogue; for a Korean reader with what a name means, as the name says it in English."""
    width = max(40, min(100, shutil.get_terminal_size().columns))
    for each in found:
        for line in _lines(each, index, terminal, width):
            terminal.line(line)
    for named in names:
        kind = terminal.say(f"cli.search.kind-{named.kind}")
        beside = named.title or (catalog.korean_of(named) if catalog is not None and terminal.lang == "ko" else "")
        title = f"  {beside}" if beside else ""
        room = width - cells(f"{kind}  {named.name}")
        title = cut(title, room) if room > _LEAST_TITLE else ""
        terminal.line(f"{terminal.paint(kind, 'quiet')}  {named.name}{title}")


def _lines(found: Found, index: Index, terminal: Terminal, width: int) -> Iterator[str]:
    """What it is and what it is called; the passage that fits; how to open it."""
    kind = terminal.say(f"cli.search.kind-{found.kind}")
    title = terminal.text(found.title)
    lesson = terminal.text(found.lesson)
    beside = f" · {lesson}" if lesson and cells(f"{kind}  {title} · {lesson}") <= width else ""
    yield f"{terminal.paint(kind, 'quiet')}  {_told(title, found, terminal) if _is_whole(found, title) else title}{beside}"
    if not _is_whole(found, title):
        yield f"{_INDENT}{_told(cut(found.excerpt, width - len(_INDENT)), found, terminal)}"
    yield f"{_INDENT}{terminal.paint(command_of(found, index), 'quiet')}"


def _is_whole(found: Found, title: str) -> bool:
    return found.is_title and found.excerpt == title


def _told(text: str, found: Found, terminal: Terminal) -> str:
    """The text with what was found painted."""
    told, at = "", 0
    for start, end in found.spans:
        told += text[at:start] + (terminal.paint(text[start:end], "strong") if text[start:end] else "")
        at = max(at, end)
    return told + text[at:]


def _row(found: Found, index: Index) -> dict[str, Any]:
    return {
        "kind": found.kind,
        "id": found.id,
        "title": {"ko": found.title.ko, "en": found.title.en},
        "lang": found.lang,
        "block": found.block if found.kind is PlaceKind.STEP else None,
        "excerpt": found.excerpt,
        "spans": [list(span) for span in found.spans],
        "command": command_of(found, index),
    }


def command_of(found: Found, index: Index) -> str:
    """The call that shows the place: as text for a step, which alone begins at it."""
    lesson, _, step = found.id.partition("/")
    match found.kind:
        case PlaceKind.EXERCISE:
            return f"iamtutor practice {found.id}"
        case PlaceKind.QUIZ:
            return f"iamtutor quiz --lesson {lesson}"
        case PlaceKind.LESSON:
            return f"iamtutor learn {lesson}"
        case PlaceKind.STEP:
            steps = [each.id for entry in index.lessons if entry.slug == lesson for each in entry.steps]
            number = f" --plain --step {steps.index(step) + 1}" if step in steps else ""
            return f"iamtutor learn {lesson}{number}"
