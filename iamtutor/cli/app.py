"""Opening the app at a place. Only this imports a screen, and only when it opens one."""

from __future__ import annotations

import gc
from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING

from iamtutor.cli.problem import Problem
from iamtutor.cli.terminal import Terminal

if TYPE_CHECKING:
    from iamtutor.tui.stop import Playground, SandboxPlace, WorldPlace


@dataclass(frozen=True)
class Opening:
    """Where the app opens: in a lesson, at an exercise, in a quiz (of the lesson or of all), on the playground, at a
    world, in a sandbox, at a name of the catalogue, or else at home.

    `count` and `seed` are the quiz's: how many questions, and what decides their order.
    """

    lesson: str = ""
    exercise: str = ""
    quiz: bool = False
    count: int | None = None
    seed: int | None = None
    playground: Playground | None = None
    world: WorldPlace | None = None
    sandbox: SandboxPlace | None = None
    catalog: str = ""


def has_screen(terminal: Terminal) -> bool:
    """Whether the app can be shown: a terminal at both ends, and not a dumb one; or a browser that `serve` speaks to."""
    if terminal.environ.get("TEXTUAL_DRIVER", "").endswith(":ServedDriver"):
        return True
    return terminal.input.isatty() and terminal.out.isatty() and terminal.environ.get("TERM") != "dumb"


def open_app(terminal: Terminal, opening: Opening) -> int:
    """Run the app until it is left. Without a screen, say what else can be done."""
    if not has_screen(terminal):
        raise Problem("cli.no-screen")
    gc.disable()  # until the first paint: what is made till then stays
    from iamtutor.cli.installed import installed_catalog
    from iamtutor.cli.learner import open_profile
    from iamtutor.cli.stops import stop_of
    from iamtutor.course import content_root
    from iamtutor.study import system_clock
    from iamtutor.tui import Surroundings, make_app

    lessons, exercises = content_root()
    with open_profile(terminal) as profile:
        seed = opening.seed if opening.seed is not None else int(system_clock().timestamp())
        surroundings = Surroundings(lessons, exercises, profile, system_clock, seed, cache(installed_catalog))
        stop = stop_of(opening, profile)
        app = make_app(surroundings, terminal.lang, stop)
        app.set_reactive(type(app).lang, terminal.lang)  # --lang counts more than what was chosen in the app
        app.run()
        return app.return_code or 0
