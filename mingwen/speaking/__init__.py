"""What a document sounds like: HTML of a body → sentences to read aloud (听本页), and pinyin above its characters.

runs          HTML → text that can be heard, block by block
tables        rows of a table, each with its headers
sentences     text → sentences
saying        one sentence as it is spoken: dates, times, numbers, units, codes, readings
script        a document → its speech script
packing       a script → the JavaScript file beside the page
file          both together: what is written beside the page
pinyin        pinyin for rare and ambiguous characters, or for all
"""

from __future__ import annotations

from mingwen.speaking.script import Sentence, script

__all__ = ["Sentence", "script"]
