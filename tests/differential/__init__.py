"""Our evaluator against a peer's, over random cases."""
