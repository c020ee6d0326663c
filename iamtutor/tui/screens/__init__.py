"""Screens: each a folder with its own styles beside it, imported when it is first opened."""
