"""CSS as the linter reads it: text → rules → which declarations win → computed values.

sheet.py compiles a stylesheet, order.py puts rules in the order of the cascade, style.py computes values. What concerns
a page stands one folder up, in cascade.py. Nothing here knows pages or nodes.
"""
