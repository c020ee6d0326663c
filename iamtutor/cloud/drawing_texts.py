"""What a drawn world says, in both languages: Korean first."""

from __future__ import annotations

from typing import Final

TEXTS: Final[dict[str, tuple[str, str]]] = {
    "drawn-outside": ("이 월드 밖", "Outside this world"),
    "drawn-organization": ("조직 {id}", "Organization {id}"),
    "drawn-endpoints": ("VPC 엔드포인트", "VPC endpoints"),
    "drawn-everybody": ("모든 사람 (*)", "everybody (*)"),
    "drawn-some-session": ("세션에서", "its sessions"),
}
