"""``python -m iamtutor`` is the same as ``iamtutor``."""

from iamtutor.cli import main

raise SystemExit(main())
