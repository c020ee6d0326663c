"""Widgets: they paint what they are given and say what was done to them; they decide nothing."""
