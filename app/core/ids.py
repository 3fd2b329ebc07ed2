"""Keys of records: UUID version 7 (RFC 9562), so that keys made later sort later."""

import os
import threading
import time

_lock = threading.Lock()
_last: list[int] = [0]
_VARIANT = {f"{digit:x}": f"{8 | digit & 3:x}" for digit in range(16)}


def _stamps(count: int) -> int:
    """The first of so many stamps (millisecond and counter) that nobody else gets."""
    with _lock:
        millis = time.time_ns() // 1_000_000
        counter = int.from_bytes(os.urandom(2), "big") & 0x7FF
        stamp = max((millis << 12) | counter, _last[0] + 1)
        _last[0] = stamp + count - 1
    return stamp


def new_id() -> str:
    """A fresh key as 32 hexadecimal digits; increasing within one process."""
    stamp = _stamps(1)
    millis, seq = stamp >> 12, stamp & 0xFFF
    random_part = int.from_bytes(os.urandom(8), "big") & 0x3FFF_FFFF_FFFF_FFFF
    value = (millis << 80) | (0x7 << 76) | (seq << 64) | (0b10 << 62) | random_part
    return f"{value:032x}"


def new_ids(count: int) -> list[str]:
    """So many fresh keys at once, increasing: an import needs hundreds of thousands."""
    first, chance = _stamps(count), os.urandom(8 * count).hex()
    # Twelve digits of milliseconds, the version, three of the counter, the variant's two bits, the rest by chance.
    heads = [f"{stamp:015x}" for stamp in range(first, first + count)]
    return [
        f"{head[:12]}7{head[12:]}{_VARIANT[chance[at]]}{chance[at + 1 : at + 16]}"
        for head, at in zip(heads, range(0, 16 * count, 16), strict=True)
    ]
