"""Where the course's lessons and exercises lie: inside the installed package, or in the repository it is edited in."""

from pathlib import Path
from typing import Final

_PACKAGE: Final = Path(__file__).resolve().parent.parent


def content_root() -> tuple[Path, Path]:
    """Return the folders of the lessons and of the exercises.

    A wheel carries both under ``iamtutor/content``; an editable install reads them at the top of the repository.
    """
    carried = _PACKAGE / "content"
    root = carried if carried.is_dir() else _PACKAGE.parent
    return root / "lessons", root / "exercises"
