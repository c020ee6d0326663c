"""What an editor of policies knows without a screen: where the cursor is, what could be written there, what a word means."""

__all__: list[str] = []
