"""Writes the course's index and its glossary into the wheel, so that nothing waits on reading every lesson."""

from __future__ import annotations

import sys
import tempfile
from pathlib import Path
from typing import Any

from hatchling.builders.hooks.plugin.interface import BuildHookInterface


class IndexHook(BuildHookInterface[Any]):
    """Runs for the wheel alone; an editable install works the index out when it is first asked for."""

    PLUGIN_NAME = "custom"

    def initialize(self, version: str, build_data: dict[str, Any]) -> None:
        """Builds both from the content in this tree."""
        if self.target_name != "wheel" or version == "editable":
            return
        root = Path(self.root)
        sys.path.insert(0, str(root))
        from iamtutor.course.glossary import AUTHORED_FILE, GLOSSARY_FILE, glossary_text
        from iamtutor.course.glossary_reading import read_glossary
        from iamtutor.course.index import INDEX_FILE, index_text
        from iamtutor.course.indexing import build_index

        self._folder = tempfile.TemporaryDirectory()
        index = build_index(root / "lessons", root / "exercises")
        glossary = read_glossary(root / "lessons" / AUTHORED_FILE).glossary
        for name, text in ((INDEX_FILE, index_text(index)), (GLOSSARY_FILE, glossary_text(glossary))):
            file = Path(self._folder.name) / name
            file.write_text(text, encoding="utf-8")
            build_data["force_include"][str(file)] = f"iamtutor/content/{name}"

    def finalize(self, version: str, build_data: dict[str, Any], artifact_path: str) -> None:
        """Takes the temporary file away."""
        folder = getattr(self, "_folder", None)
        if folder is not None:
            folder.cleanup()
