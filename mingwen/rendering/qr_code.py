"""The QR code of an address, as segno draws it, ten times as fast (ISO/IEC 18004).

Every page has a new code, and all codes of one length are alike but for the address itself. So segno draws one of each
length, from which everything else is learnt: its size, its level of error correction, the modules that are no data.
What is left is to put the bits of the address into their places, with their error correction.
"""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from functools import cache, lru_cache
from itertools import chain, zip_longest
from operator import itemgetter
from typing import Any

#: The mask (i + j) mod 2, a chessboard: it breaks up the large even areas that addresses give.
MASK = 0
# In front of the address: the mode "bytes", and the count of bytes in 8 bits, from version 10 on in 16.
BYTES, LONG_COUNT = 0b0100, 10
# Behind it: what fills the rest of the data.
PADDING = b"\xec\x11"
# The polynomial that bytes are multiplied modulo.
FIELD = 0x11D
VERTICAL_TIMING = 6
FORMAT_ROW = 8


# To learn a form takes as long as segno takes for a few codes.
WORTH_IT = 3
_asked: Counter[int] = Counter()


@dataclass(frozen=True, slots=True)
class Form:
    """What all codes of addresses of one length share. `blocks` are (bytes of data, bytes of error correction);
    `fixed` are all modules as a number, row by row, those of data as the mask alone has them; `take` picks from the
    bits of the message, and a 0 behind them, the bit of each module."""

    side: int
    count_bits: int
    blocks: tuple[tuple[int, int], ...]
    fixed: int
    take: Any

    def modules(self, address: bytes) -> str:
        """All modules as 0 and 1, row by row."""
        size = sum(data for data, _ in self.blocks)
        head = (BYTES << self.count_bits | len(address)) << 8 * len(address) | int.from_bytes(address)
        # Four bits of nothing end it, and with the four of the mode make whole bytes.
        data = (head << 4).to_bytes((8 + self.count_bits) // 8 + len(address))[:size]
        # segno leaves one byte empty before it pads; what stands there is free.
        data += (b"\0" + PADDING * size)[: size - len(data)]
        message = int.from_bytes(self._message(data))
        bits = f"{message:0{8 * sum(map(sum, self.blocks))}b}0"
        return f"{int(''.join(self.take(bits)), 2) ^ self.fixed:0{self.side**2}b}"

    def _message(self, data: bytes) -> bytes:
        """Data and error correction of all blocks, byte by byte in turn."""
        parts, corrections, at = [], [], 0
        for size, correction in self.blocks:
            parts.append(data[at : at + size])
            corrections.append(_correction(parts[-1], correction))
            at += size
        turns = chain(zip_longest(*parts), zip_longest(*corrections))
        return bytes(byte for turn in turns for byte in turn if byte is not None)


def modules(address: str) -> tuple[int, str]:
    """Modules on a side, and all of them as 0 and 1, row by row."""
    # With a small letter in it, it is a code of bytes for segno too.
    if address.isascii() and any(letter.islower() for letter in address):
        _asked[len(address)] += 1
        if _asked[len(address)] > WORTH_IT and (form := _form(len(address))):
            return form.side, form.modules(address.encode())
    return _drawn(address)


def _drawn(address: str) -> tuple[int, str]:
    """What segno says."""
    matrix = _segno(address).matrix
    return len(matrix), "".join("1" if module else "0" for row in matrix for module in row)


def _segno(address: str) -> Any:
    import segno

    # One of the eight masks for all: scanners read each, and trying all for the prettiest took three quarters of the
    # time of a page.
    return segno.make(address, error="m", micro=False, mask=MASK)


@lru_cache(maxsize=512)
def _form(length: int) -> Form | None:
    """The form of codes for addresses of so many bytes; None where segno draws them otherwise than we do."""
    sample = "a" * length
    made = _segno(sample)
    form = _learnt(made)
    return form if form and (form.side, form.modules(sample.encode())) == _drawn(sample) else None


def _learnt(made: Any) -> Form | None:
    import segno.consts

    consts: Any = segno.consts

    version, side = int(made.version), len(made.matrix)
    level = {"L": consts.ERROR_LEVEL_L, "M": consts.ERROR_LEVEL_M, "Q": consts.ERROR_LEVEL_Q, "H": consts.ERROR_LEVEL_H}
    blocks = tuple(
        (group.num_data, group.num_total - group.num_data)
        for group in consts.ECC[version][level[made.error]]
        for _ in range(group.num_blocks)
    )
    kinds = [module for row in made.matrix_iter(border=0, verbose=True) for module in row]
    data = {at for at, kind in enumerate(kinds) if kind in (consts.TYPE_DATA_LIGHT, consts.TYPE_DATA_DARK)}
    # segno counts one too many to the format, left of its upper right part.
    data.add(FORMAT_ROW * side + side - 9)
    fixed = "".join(
        str(int((at // side + at % side) % 2 == 0) if at in data else int(kind >> 8 > 0))
        for at, kind in enumerate(kinds)
    )
    bits = 8 * sum(map(sum, blocks))
    bit = [bits] * side**2
    for number, at in enumerate(at for at in _way(side) if at in data):
        bit[at] = min(number, bits)
    return Form(side, 8 if version < LONG_COUNT else 16, blocks, int(fixed, 2), itemgetter(*bit))


def _way(side: int) -> list[int]:
    """All modules in the order in which they are filled: in columns of two from the right, up and down in turn."""
    way, upwards = [], True
    for right in (*range(side - 1, VERTICAL_TIMING, -2), *range(VERTICAL_TIMING - 1, 0, -2)):
        rows = range(side - 1, -1, -1) if upwards else range(side)
        way += [row * side + right - step for row in rows for step in (0, 1)]
        upwards = not upwards
    return way


def _correction(data: bytes, size: int) -> bytes:
    """The Reed-Solomon code of a block: what is left of it modulo the generator of this size."""
    table, keep, rest = _multiples(size), (1 << 8 * (size - 1)) - 1, 0
    for byte in data:
        rest = (rest & keep) << 8 ^ table[byte ^ rest >> 8 * (size - 1)]
    return rest.to_bytes(size)


@cache
def _multiples(size: int) -> tuple[int, ...]:
    """The generator polynomial without its first term, times every byte."""
    generator, root = [1], 1
    for _ in range(size):
        lower = [*(_times(factor, root) for factor in generator)]
        generator = [a ^ b for a, b in zip([*generator, 0], [0, *lower], strict=True)]
        root = _times(root, 2)
    return tuple(int.from_bytes(bytes(_times(byte, factor) for factor in generator[1:])) for byte in range(256))


def _times(a: int, b: int) -> int:
    """A product in the field of 256 elements."""
    product = 0
    while b:
        product ^= a if b & 1 else 0
        a = a << 1 ^ (FIELD if a & 0x80 else 0)
        b >>= 1
    return product
