"""4 html → findings: lint() checks one page, audit() checks what only shows when pages lie side by side.

dom.py reads HTML; run.py runs rules on it; rules/*.py hold one rule each, and share what roles.py, names.py,
visibility.py and cascade.py know. Nothing here loads templates or Markdown, and nothing fetches from the network.
"""

from mingwen.linting.audits import audit
from mingwen.linting.decoding import decode
from mingwen.linting.presets import choose
from mingwen.linting.rule import RULES
from mingwen.linting.run import lint
from mingwen.linting.styles import NONE, Styles

__all__ = ["NONE", "RULES", "Styles", "audit", "choose", "decode", "lint"]
