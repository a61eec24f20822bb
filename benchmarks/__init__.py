"""What the figures in docs/performance.md come from; each module prints how to repeat it."""
