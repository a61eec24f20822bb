"""A stopwatch with laps: where the time of a build went."""

from __future__ import annotations

import time


class Watch:
    """Starts when made. `laps` are names with their seconds, in order."""

    def __init__(self) -> None:
        self._started = self._last = time.perf_counter()
        self.laps: tuple[tuple[str, float], ...] = ()

    def lap(self, name: str) -> None:
        """All time since the last lap was spent on this."""
        now = time.perf_counter()
        self.laps += ((name, now - self._last),)
        self._last = now

    @property
    def total(self) -> float:
        """Seconds since the start."""
        return time.perf_counter() - self._started
