"""The version of the evaluator, which stands beside every result."""

EVALUATOR = "2"
"""Goes up whenever a change of `policy/`, `access/` or `cloud/` can change a decision."""
