"""Chapter 5: artifacts and assets → site/, whole or not at all."""

from mingwen.writing.holding import Holding, Memory
from mingwen.writing.stage import Stage
from mingwen.writing.tree import write

__all__ = ["Holding", "Memory", "Stage", "write"]
