"""What there is to tell of a word in a policy: one file for each sort of word."""
