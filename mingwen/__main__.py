"""python -m mingwen = mingwen."""

from mingwen.cli import main

main()
