"""Chapter 2: Site → Plan. Which pages there are, and all that each of them shows.

A page is closed: whatever its HTML needs is put into it here, and nothing is looked up afterwards. `today` decides
which documents are published; nothing else asks for the date.
"""

from mingwen.planning.plan import all_pages, mode_by_mode, plan

__all__ = ["all_pages", "mode_by_mode", "plan"]
