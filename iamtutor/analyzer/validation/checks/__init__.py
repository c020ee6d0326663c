"""The checks, one family a file, with their messages beside them in ``*_messages.py``.

A family is a function from the policy to its findings. The registry names them all.
"""
