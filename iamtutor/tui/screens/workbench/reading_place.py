"""Where one stands in a step, told by its blocks: the same place at any width, in any language, after small edits."""

from __future__ import annotations

from collections.abc import Sequence
from hashlib import sha256

from iamtutor.study import Spot
from iamtutor.tui.widgets.page import Block

ANY_WIDTH = 1000


def spot_at(blocks: Sequence[Block], index: int, share: float) -> Spot:
    """The spot so far down the block at `index`; `blocks` are those of the sheet, before anything is decided."""
    return Spot(index, _mark(blocks[index]), round(share, 3)) if 0 <= index < len(blocks) else Spot()


def place_of(blocks: Sequence[Block], spot: Spot) -> tuple[int, float]:
    """Where a spot is now: its block by what it says, by its number where no block says that any more."""
    if not blocks:
        return 0, 0.0
    index = min(spot.block, len(blocks) - 1)
    if not spot.mark or _mark(blocks[index]) == spot.mark:
        return index, spot.position
    moved = next((number for number, block in enumerate(blocks) if _mark(block) == spot.mark), None)
    return (index, 0.0) if moved is None else (moved, spot.position)


def _mark(block: Block) -> str:
    text = "\n".join(line.plain for line in block.lines("en", ANY_WIDTH))
    return sha256(text.encode("utf-8", "replace")).hexdigest()[:12]
