"""Opening a stop: the sheet, the learner's drafts for it, and what is known of it. Runs beside the screen."""

from __future__ import annotations

from dataclasses import dataclass, field

from iamtutor.course import MESSAGES as COURSE_MESSAGES
from iamtutor.study import Draft, Profile, Spot, StoreError
from iamtutor.tui.draft_keeper import DraftKeeper
from iamtutor.tui.guide import Guide
from iamtutor.tui.screens.workbench.binder import Binder, UnreadableError
from iamtutor.tui.screens.workbench.desk import Desk
from iamtutor.tui.stop import Stop
from iamtutor.words import Lang, say


@dataclass(frozen=True)
class Opening:
    """A desk to sit down at, and the spot to read on from; `problem` is what the profile refused meanwhile."""

    desk: Desk
    keeper: DraftKeeper
    outdated: tuple[Draft, ...] = ()
    problem: StoreError | None = None
    spot: Spot = field(default_factory=Spot)


def open_stop(guide: Guide, profile: Profile, stop: Stop) -> Opening:
    """Read everything for a stop. Raises UnreadableError, LookupError, OSError for content that is not there."""
    sheet = Binder(guide.library, guide).sheet(stop)
    keeper = DraftKeeper(profile, sheet.place, sheet.task.starts)
    try:
        texts, outdated = keeper.load()
        if sheet.exercise is None:
            profile.progress.visit_step(sheet.lesson, sheet.step)
            spot = profile.progress.spot(sheet.lesson, sheet.step)
            return Opening(Desk(sheet, texts, given=guide.given), keeper, outdated, spot=spot)
        profile.progress.open_exercise(sheet.exercise.id)
        record = profile.progress.exercise(sheet.exercise.id)
    except StoreError as error:
        return Opening(Desk(sheet, {}), keeper, (), error)
    hints = record.hints if record is not None else 0
    solved = record is not None and record.solved_at is not None
    desk = Desk(
        sheet,
        texts,
        hints=hints,
        solved=solved,
        solution_seen=record is not None and record.solution_seen_at is not None,
        solved_with=guide.solved_with.setdefault(sheet.place, {}),
    )
    return Opening(desk, keeper, outdated)


def reasons(error: Exception, lang: Lang) -> tuple[str, ...]:
    """What to say about content that could not be opened."""
    if isinstance(error, UnreadableError):
        return tuple(
            f"{finding.source or ''} {say(COURSE_MESSAGES, finding.code, lang, **finding.arguments)}".strip()
            if finding.code in COURSE_MESSAGES
            else finding.code
            for finding in error.findings
        )
    return (str(error),)
