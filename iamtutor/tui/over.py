"""Screens that open over another and bring something back to it: the catalogue and the search."""

from __future__ import annotations

from typing import TYPE_CHECKING, Protocol, runtime_checkable

from iamtutor.tui.stop import CatalogPlace, Stop

if TYPE_CHECKING:
    from iamtutor.tui.app import TutorApp
    from iamtutor.tui.screens.search import Result
    from iamtutor.tui.widgets.policy_editor import PolicyEditor


@runtime_checkable
class WithEditor(Protocol):
    """A screen on which a policy is written."""

    @property
    def hand(self) -> PolicyEditor | None:
        """The editor into which a name from elsewhere is put."""
        ...

    def to_hand(self, *, focus: bool = True) -> None:
        """Bring the editor in hand into view, and the focus into it."""
        ...


def open_catalog(app: TutorApp, place: CatalogPlace) -> None:
    """The catalogue over whatever is being written: a name found there can be put into it."""
    from iamtutor.tui.screens.catalog import CatalogScreen, insert

    if isinstance(app.screen, CatalogScreen):
        app.screen.go_to(place)
        return
    below = app.screen
    editor = below.hand if isinstance(below, WithEditor) else None

    def come_back(answer: Stop | str | None) -> None:
        if isinstance(answer, Stop):
            app.open_stop(answer)
        elif answer is not None and editor is not None and isinstance(below, WithEditor):
            insert(editor, answer)
            below.to_hand()

    app.push_screen(CatalogScreen(app.guide, place, can_insert=editor is not None), come_back)


def open_sandbox(app: TutorApp, stop: Stop) -> None:
    """There is one draft of each world's policies, so there is one sandbox: one that lies below is come back to."""
    from iamtutor.tui.screens.sandbox import SandboxScreen

    if not any(isinstance(screen, SandboxScreen) for screen in app.screen_stack):
        app.push_screen(SandboxScreen(app.surroundings, app.guide, stop))
        return
    while not isinstance(app.screen, SandboxScreen):
        app.pop_screen()
    app.screen.come_back(stop)


def open_search(app: TutorApp) -> None:
    """The search over everything: the course, the catalogue, the commands of the screen below."""
    from iamtutor.tui.offering import commands_of
    from iamtutor.tui.screens.search import SearchScreen

    below = app.screen
    if isinstance(below, SearchScreen):
        return

    async def come_back(result: Result | None) -> None:
        if result is not None and result.stop is not None:
            if result.kind == "lesson":
                app.open_lesson(result.stop.lesson)
            else:
                app.open_stop(result.stop)
        elif result is not None:
            await below.run_action(result.action)

    app.push_screen(SearchScreen(app.guide, commands_of(below)), come_back)
