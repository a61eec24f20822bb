"""Preview while writing: build on every save, serve the last good site, tell mistakes on the page itself.

A chapter of its own beside the chain: it calls build() and never takes part in it.
"""

from mingwen.serving.preview import Preview, listening, serve, start

__all__ = ["Preview", "listening", "serve", "start"]
