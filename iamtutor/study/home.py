"""Where a learner's profile lies."""

from collections.abc import Mapping
from pathlib import Path
from typing import Final

FILE_NAME: Final = "profile.sqlite3"
"""The profile's file in that folder."""


def data_home(environ: Mapping[str, str]) -> Path:
    """Return the folder of the profile: IAMTUTOR_HOME, else where this system keeps the data of a user's programs."""
    chosen = environ.get("IAMTUTOR_HOME", "")
    if chosen:
        return Path(chosen).expanduser()
    from platformdirs import user_data_path

    return user_data_path("iamtutor", appauthor=False)
