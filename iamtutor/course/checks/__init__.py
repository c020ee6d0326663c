"""Everything that can be wrong with content, each sort in its own file; `pack_check` runs them all."""
