"""JSON files as AWS's command line leaves them: one document, or the pages of a listing one behind another."""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Final
from urllib.parse import unquote

from iamtutor.cloud.places import ContentError
from iamtutor.policy.finding import Finding

Json = Any
MAX_BYTES: Final = 500_000_000
_SPACE: Final = " \t\r\n,"


@dataclass(frozen=True, eq=False)
class JsonFile:
    """A file with the documents in it."""

    name: str
    text: str
    documents: tuple[Json, ...]

    def line_of(self, words: str) -> int:
        """The line in which some words stand first, from 1; 1 where they do not."""
        at = self.text.find(words) if words else -1
        return self.text.count("\n", 0, max(at, 0)) + 1


def read_json(file: Path) -> JsonFile:
    """The documents of a file. Raises ContentError with file and line."""
    try:
        if file.stat().st_size > MAX_BYTES:
            raise _error("cloud.import-too-large", file, 1, limit=MAX_BYTES // 1_000_000)
        text = file.read_bytes().decode("utf-8-sig")
    except UnicodeDecodeError as error:
        raise _error("cloud.yaml-not-utf8", file, 1) from error
    except OSError as error:
        code = "cloud.file-missing" if isinstance(error, FileNotFoundError) else "cloud.file-unreadable"
        raise _error(code, file, 1) from error
    return JsonFile(str(file), text, tuple(_documents(text, file)))


def _documents(text: str, file: Path) -> Iterator[Json]:
    decoder = json.JSONDecoder()
    at = _past_space(text, 0)
    if at == len(text):
        raise _error("cloud.import-empty", file, 1)
    while at < len(text):
        try:
            value, at = decoder.raw_decode(text, at)
        except json.JSONDecodeError as error:
            raise _error("cloud.import-not-json", file, error.lineno) from error
        except (ValueError, RecursionError) as error:
            raise _error("cloud.import-not-json", file, text.count("\n", 0, at) + 1) from error
        yield value
        at = _past_space(text, at)


def _past_space(text: str, at: int) -> int:
    while at < len(text) and text[at] in _SPACE:
        at += 1
    return at


def _error(code: str, file: Path, line: int, **arguments: int) -> ContentError:
    return ContentError([Finding(code, arguments={**arguments, "at": line}, source=str(file))])


def policy_document(value: Json) -> Json:
    """A policy as a JSON value, from the forms in which AWS hands it out; the value itself where it is none of them.

    IAM percent-encodes documents (RFC 3986); the command line decodes most of them. Others put the JSON text into a string.
    https://docs.aws.amazon.com/IAM/latest/APIReference/API_PolicyVersion.html
    """
    if isinstance(value, dict):
        inner = _wrapped(value)
        return value if inner is None else policy_document(inner)
    if not isinstance(value, str):
        return value
    for text in (value, unquote(value)):
        try:
            found = json.loads(text)
        except (ValueError, RecursionError):
            continue
        return policy_document(found) if isinstance(found, dict) else found
    return value


def _wrapped(value: dict[str, Json]) -> Json:
    """The policy in the answer of get-bucket-policy, get-policy, get-resource-policy, get-queue-attributes and their like."""
    if "Statement" in value:
        return None
    attributes = value.get("Attributes")
    if isinstance(attributes, dict) and "Policy" in attributes:
        return attributes["Policy"]
    return next(
        (value[name] for name in ("Policy", "ResourcePolicy", "policy") if isinstance(value.get(name), str | dict)),
        None,
    )
