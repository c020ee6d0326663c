"""A world that is named on the command line: a file, or the id of a world that the course's exercises share."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import Any

from iamtutor.cli.problem import Problem
from iamtutor.cloud import Places, World, load_yaml, read_world
from iamtutor.cloud.yaml_source import OWN_WORLD
from iamtutor.course import content_root


@dataclass(frozen=True)
class WorldFile:
    """A world, the file that it was read from, the file's value and the places of everything in it."""

    world: World
    source: str
    value: Any
    places: Places


def world_path(name: str) -> Path:
    """The file that a person means."""
    path = Path(name)
    if path.exists() or path.suffix in (".yaml", ".yml") or "/" in name or "\\" in name:
        if path.is_dir():
            raise Problem("cli.file-is-folder", file=name)
        return path
    folder = content_root()[1] / "worlds"
    shared = folder / f"{name}.yaml"
    if shared.is_file():
        return shared
    known = ", ".join(sorted(file.stem for file in folder.glob("*.yaml"))) or "-"
    raise Problem("cli.world.unknown", name=name, known=known)


def open_world(name: str) -> WorldFile:
    """The world of that name. Raises Problem or ContentError."""
    path = world_path(name)
    value, places = load_yaml(path, limits=OWN_WORLD)
    return WorldFile(read_world(value, places), str(path), value, places)
