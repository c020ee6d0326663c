"""Trying out: the request as it is varied, its decision at every change, and beside the screen the changes that flip it."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from functools import partial
from typing import TYPE_CHECKING, Final

from textual import on, work
from textual.message import Message
from textual.screen import Screen
from textual.worker import get_current_worker

from iamtutor.access import Decision
from iamtutor.access.narration import statement_name
from iamtutor.cloud import MESSAGES as CLOUD_MESSAGES
from iamtutor.cloud import UnknownReferenceError
from iamtutor.cloud.context import Value
from iamtutor.cloud.what_if import (
    CallerChange,
    Change,
    Flips,
    KeyChange,
    Variation,
    decide_variation,
    flips,
    keys_asked,
)
from iamtutor.reason.domain import KeyDomains, free_keys
from iamtutor.tui.screens.trace.case import Case
from iamtutor.tui.screens.trace.fields import (
    STANDARD,
    Field,
    fields_of,
    offered,
    put,
    read_value,
    taken,
    turned,
    written,
)
from iamtutor.tui.screens.trace.finders import PutKey, PutValue
from iamtutor.tui.screens.trace.rows import Entry, WhatIfRows
from iamtutor.tui.speaking import lang_of, say
from iamtutor.tui.surroundings import Surroundings
from iamtutor.tui.widgets.request_table import plain_resource
from iamtutor.tui.widgets.trace_view import Place
from iamtutor.words import say as say_in

if TYPE_CHECKING:
    from iamtutor.catalog import Catalog

_ACTION: Final = re.compile(r"[a-zA-Z0-9-]+:[a-zA-Z0-9]+")
_KEY: Final = re.compile(r"[a-zA-Z0-9.-]+:\S+")


class Trying(Screen[Place | None]):
    """The request is varied here and nowhere else: the exercise's own stays what it is. Workers touch no widget."""

    @dataclass
    class Found(Message):
        """The changes that flip a variation were looked for; `keys` is what the catalogue knows of condition keys."""

        revision: int
        flips: Flips
        keys: KeyDomains

    def __init__(self, surroundings: Surroundings, case: Case) -> None:
        super().__init__()
        self.surroundings = surroundings
        self.case = case
        self.now = case.begun
        self.decision: Decision = case.decision
        self.revision = 0
        self._flips: Flips | None = None
        self._keys: KeyDomains = free_keys
        self._catalog: Catalog | None = None

    def show_decision(self) -> None:
        """Paint the decision as it is now."""
        raise NotImplementedError

    @property
    def can_try(self) -> bool:
        """Whether the request can be varied."""
        return self.case.begun is not None and self.case.world is not None

    @property
    def is_varied(self) -> bool:
        """Whether the request is another than the one that was asked."""
        return self.now != self.case.begun

    @property
    def fields(self) -> WhatIfRows:
        """The list of what can be changed."""
        return self.query_one(WhatIfRows)

    # changing

    def try_out(self, variation: Variation) -> bool:
        """Decide a variation and show it; what cannot be decided is said, and changes nothing."""
        assert self.case.world is not None
        if variation == self.now:
            return True
        try:
            decision = decide_variation(self.case.world, variation)
        except UnknownReferenceError as error:
            self.notify(self._said(error), severity="warning")
            return False
        self.now, self.decision = variation, decision
        self.revision += 1
        self._flips = None
        self.show_decision()
        self.look_for_flips()
        return True

    def _said(self, error: UnknownReferenceError) -> str:
        return say_in(CLOUD_MESSAGES, error.finding.code, lang_of(self), **error.finding.arguments)

    def look_for_flips(self) -> None:
        """Look for the changes that flip what stands there, beside the screen."""
        if self.now is not None:
            self._look(self.now, self.revision)

    @work(description="beside", thread=True, exclusive=True, group="flips")
    def _look(self, variation: Variation, revision: int) -> None:
        from iamtutor.reason.budget import CancelledError

        worker = get_current_worker()

        def cancelled() -> bool:
            return worker.is_cancelled or revision != self.revision

        assert self.case.world is not None
        try:
            keys = self._known_keys()
            found = flips(self.case.world, variation, keys, cancelled=cancelled)
        except CancelledError:
            return
        self.post_message(self.Found(revision, found, keys))

    def _known_keys(self) -> KeyDomains:
        """What the catalogue knows; any value for any key where it cannot be opened."""
        from iamtutor.catalog import Catalog, CatalogError, Source
        from iamtutor.reason import actions_of
        from iamtutor.reason.known_keys import known_keys

        try:
            given = self.surroundings.catalog
            self._catalog = self._catalog or (given() if given is not None else Catalog(Source.installed()))
            return known_keys(actions_of(self._catalog))
        except CatalogError:
            return free_keys

    @on(Found)
    def _found(self, event: Found) -> None:
        if event.revision == self.revision:
            self._flips, self._keys = event.flips, event.keys
            self.show_entries()

    # the list

    def show_entries(self) -> None:
        """Paint the list."""
        if self.can_try:
            self.fields.show([*self._field_entries(), *self._flip_entries()])

    def _fields(self) -> list[Field]:
        assert self.case.begun is not None
        assert self.now is not None
        return fields_of(self.case.begun, self.now, self.decision)

    def _field_entries(self) -> Iterable[Entry]:
        yield Entry("title", "title:request", say(self, "tui.what-if-request"))
        for field in self._fields():
            value = written(field.value)
            if field.part == "removed":
                value = self._removed(field)
            missing = not value
            yield Entry(
                "field", field.id, self._label(field), value or say(self, "tui.what-if-missing"), field.changed, missing
            )
        yield Entry("add", "add", say(self, "tui.what-if-add"))

    def _label(self, field: Field) -> str:
        if field.part == "key":
            name = {key.lower(): name for key, name in STANDARD.items()}.get(field.key.lower())
            return field.key if name is None else say(self, f"tui.what-if-{name}")
        return say(self, f"tui.what-if-{field.part}")

    def _removed(self, field: Field) -> str:
        assert self.now is not None
        statement = self.now.removed[field.number]
        return statement_name(statement.sid, statement.index).text(lang_of(self))

    def _flip_entries(self) -> Iterable[Entry]:
        yield Entry("gap", "gap", "")
        yield Entry("title", "title:flips", say(self, "tui.what-if-flips"))
        if self._flips is None:
            yield Entry("note", "note:searching", say(self, "tui.what-if-searching"))
            return
        for number, flip in enumerate(self._flips.found):
            yield Entry("flip", f"flip:{number}", self._change(flip.change), allowed=flip.decision.allowed)
        if not self._flips.found:
            yield Entry("note", "note:none", say(self, "tui.what-if-no-flip"))
        if not self._flips.complete:
            yield Entry("note", "note:incomplete", say(self, "tui.what-if-incomplete"))

    def _change(self, change: Change) -> str:
        if isinstance(change, CallerChange):
            return say(self, "tui.what-if-by", caller=change.caller)
        if isinstance(change, KeyChange):
            if change.value is None:
                return say(self, "tui.what-if-key-gone", key=change.key)
            return f"{change.key} = {written(change.value)}"
        name = statement_name(change.statement.sid, change.statement.index).text(lang_of(self))
        return say(self, "tui.what-if-removal", policy=change.policy, statement=name)

    def _field(self, name: str) -> Field | None:
        return next((field for field in self._fields() if field.id == name), None)

    def _offered(self, field: Field) -> list[Value | None]:
        assert self.case.world is not None
        assert self.now is not None
        return offered(self.case.world, self.now, field, self.decision, self._keys)

    # what the learner does

    @on(WhatIfRows.Turned)
    def _turned(self, event: WhatIfRows.Turned) -> None:
        field = self._field(event.id)
        if field is None or field.part == "removed":
            return
        assert self.now is not None
        self.try_out(put(self.now, field, turned(self._offered(field), field.value, event.by)))

    @on(WhatIfRows.Moved)
    def _row_in_hand(self) -> None:
        self.fields.show_whole()

    @on(WhatIfRows.Chosen)
    def _chosen(self, event: WhatIfRows.Chosen) -> None:
        if not isinstance(event.rows, WhatIfRows):
            return
        entry = event.rows.entries[event.index]
        if entry.kind == "add":
            self.action_add()
        elif entry.kind == "flip" and self._flips is not None:
            self.try_out(self._flips.found[int(entry.id.partition(":")[2])].variation)
        elif entry.kind == "field":
            field = self._field(entry.id)
            if field is not None and field.part != "removed":
                self._ask_value(field)

    def _ask_value(self, field: Field) -> None:
        names = [written(value) for value in self._offered(field)]
        more: Callable[[], Iterable[str]] = partial(self._known_names, field, names)
        finder = PutValue(self._label(field), more, partial(self._problem, field), may_be_empty=field.part == "key")
        self.app.push_screen(finder, partial(self._put, field))

    def _known_names(self, field: Field, names: list[str]) -> Iterable[str]:
        yield from names
        if field.part == "action" and self._catalog is not None:
            yield from (name for name in self._catalog.index.names if name not in names)

    def _problem(self, field: Field, text: str) -> str:
        """What is wrong with a value; asked of the world, which knows who and what there is."""
        if field.part == "action" and not _ACTION.fullmatch(text):
            return say(self, "tui.what-if-bad-action")
        assert self.now is not None
        assert self.case.world is not None
        try:
            decide_variation(self.case.world, put(self.now, field, read_value(text)))
        except UnknownReferenceError as error:
            return self._said(error)
        return ""

    def _put(self, field: Field, text: str | None) -> None:
        if text is not None and self.now is not None:
            self.try_out(put(self.now, field, read_value(text)))

    def action_add(self) -> None:
        """Ask for another condition key, then for its value."""
        if not self.can_try:
            return
        asked = keys_asked(self.decision.request, self.decision.policies)
        self.app.push_screen(PutKey("", partial(self._key_names, asked), self._key_problem), self._key_named)

    def _key_names(self, asked: tuple[str, ...]) -> Iterable[str]:
        from iamtutor.catalog import GLOBAL_KEYS

        return dict.fromkeys((*asked, *(key.name for key in GLOBAL_KEYS.values())))

    def _key_problem(self, text: str) -> str:
        return "" if _KEY.fullmatch(text) else say(self, "tui.what-if-bad-key")

    def _key_named(self, key: str | None) -> None:
        if key:
            self._ask_value(Field("key", self.decision.request.context.get(key.lower()), False, key))

    def action_take(self) -> None:
        """Put the field in hand back to what it was; a key as it was asked is taken away."""
        entry = self.fields.entry if self.can_try else None
        field = self._field(entry.id) if entry is not None and entry.kind == "field" else None
        if field is not None and self.now is not None and self.case.begun is not None:
            self.try_out(taken(self.now, self.case.begun, field))

    def action_reset(self) -> None:
        """The request as it was asked."""
        if self.case.begun is not None and self.is_varied:
            self.try_out(self.case.begun)
            self.notify(say(self, "tui.what-if-back"))


def headline(decision: Decision, caller: str) -> str:
    """Who does what on what, in one line."""
    request = decision.request
    return f"{caller}  {request.action} → {plain_resource(request.resource)}"
