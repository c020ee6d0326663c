"""A world's value as YAML text that the strict reader takes as the same value."""

from __future__ import annotations

from typing import Any, Final

import yaml

_BASE: Final[Any] = getattr(yaml, "CSafeDumper", yaml.SafeDumper)


class _Dumper(_BASE):  # type: ignore[misc]
    """Writes every value out, and quotes whatever could be taken for a number or a date."""

    def ignore_aliases(self, _data: Any) -> bool:
        return True


def _text(dumper: Any, value: str) -> Any:
    quoted = bool(value) and (value[0].isdigit() or value[0] in "-+.~")
    return dumper.represent_scalar("tag:yaml.org,2002:str", value, style='"' if quoted else None)


_Dumper.add_representer(str, _text)


def yaml_text(value: dict[str, Any]) -> str:
    """The text."""
    return str(yaml.dump(value, Dumper=_Dumper, allow_unicode=True, sort_keys=False, width=110))
