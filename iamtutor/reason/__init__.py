"""Comparing what policies allow, by proof: equal, or a concrete request that shows the difference. Knows no world."""

__all__: list[str] = []
