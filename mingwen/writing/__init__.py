"""Chapter 5: artifacts and assets → site/, whole or not at all."""

from mingwen.writing.stage import Memory, Stage
from mingwen.writing.tree import write

__all__ = ["Memory", "Stage", "write"]
