"""Every message that the command line asks for is there, and every one that is there is asked for."""

from __future__ import annotations

import re
from pathlib import Path
from typing import get_args

import iamtutor.cli
from iamtutor.analyzer.external.state import Status
from iamtutor.catalog import NameKind
from iamtutor.cli.findings import table_of
from iamtutor.cli.messages import MESSAGES
from iamtutor.course.kinds import KINDS
from iamtutor.course.search import PlaceKind
from iamtutor.course.segments import BoxKind
from iamtutor.course.slot_shape import SlotType
from iamtutor.quiz import Mode
from iamtutor.reason import Relation, Share

SOURCES = [file for file in Path(iamtutor.cli.__file__).parent.rglob("*.py") if not file.stem.endswith("messages")]
MADE_UP = {
    *(f"cli.place.{slot}" for slot in get_args(SlotType)),
    *(f"cli.practice.form-{name}" for name, kind in KINDS.items() if kind.answer_model is not None),
    *(f"cli.box.{box.value.lower()}" for box in BoxKind),
    *(f"cli.quiz.ask-{mode.value}" for mode in Mode),
    *(f"cli.doctor.{name}" for name in ("versions", "places", "terminal")),
    *(f"cli.doctor.missing-{name}" for name in ("lessons", "exercises", "home")),
    *(f"cli.explain.{name}" for name in ("path", "context-title", "layers", "words", "places")),
    *(f"cli.{what}-unknown{near}" for what in ("lesson", "exercise") for near in ("", "-near")),
    *(f"cli.note.{what}-action-near" for what in ("unknown", "no-such")),
    *(f"cli.compare.is-{relation}" for relation in Relation),
    *(f"cli.compare.{part}" for part in ("who", "does", "on", "with", "without")),
    *(f"cli.compare.measure-{relation}" for relation in (Relation.NARROWER, Relation.BROADER)),
    *(f"cli.measure.{part}" for part in ("levels", "services", "statements", "remove-first", *Share)),
    *(f"cli.check-access.takes-{count}" for count in (1, 2)),
    *(f"cli.external.{name}" for name in ("picture", "evidence", "open")),
    *(f"cli.external.marked-{status.value}" for status in (Status.ACTIVE, Status.ARCHIVED)),
    *(f"cli.search.kind-{kind.value}" for kind in (*PlaceKind, *NameKind)),
    *(f"cli.grade.wanted-{expected}" for expected in ("allow", "deny")),
}
"""Ids that are put together from a name of another room."""


# What writes the catalogue's entries names its messages without their prefix.
CATALOG_LINES = Path(iamtutor.cli.__file__).with_name("catalog_lines.py")


def written() -> set[str]:
    texts = (file.read_text(encoding="utf-8") for file in SOURCES)
    whole = {found for text in texts for found in re.findall(r"""["'](cli\.[a-z0-9.-]+)["']""", text)}
    short = re.findall(r"""_(?:say|field)\(\s*["']([a-z-]+)["']""", CATALOG_LINES.read_text(encoding="utf-8"))
    return whole | {f"cli.catalog.{name}" for name in short}


def test_messages_and_their_uses_agree() -> None:
    assert written() | MADE_UP == MESSAGES.keys()


def test_the_rooms_whose_findings_are_told_have_their_messages() -> None:
    for message_id in ("json.empty", "policy.bad-effect", "decide.not-json", "cloud.file-missing", "course.no-steps"):
        assert message_id in table_of(message_id)
