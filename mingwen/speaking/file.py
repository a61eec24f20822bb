"""The speech file of a document: what it says sentence by sentence, and the pinyin of its rare characters."""

from __future__ import annotations

from mingwen.model import Document
from mingwen.speaking.packing import length, pack
from mingwen.speaking.pinyin import rare
from mingwen.speaking.polyphones import Readings
from mingwen.speaking.script import script


def speech_file(document: Document, readings: Readings = ()) -> str:
    """JavaScript that hands the script to the player; see packing."""
    sentences = script(document, readings)
    places: list[tuple[int, str]] = []
    at = 0
    for sentence in sentences:
        places += [(at + length(sentence.text[:place]), said) for place, said in rare(sentence.text, readings)]
        at += length(sentence.text)
    return pack(sentences, places)
