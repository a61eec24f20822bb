"""The speech file of a document: what it says sentence by sentence, and the pinyin of its rare characters."""

from __future__ import annotations

from mingwen.model import Document
from mingwen.speaking.packing import pack
from mingwen.speaking.polyphones import Readings
from mingwen.speaking.script import script


def speech_file(document: Document, readings: Readings = ()) -> str:
    """JavaScript that hands the script to the player; see packing."""
    return pack(script(document, readings), readings)
