"""Keys of records: UUID version 7 (RFC 9562), so that keys made later sort later."""

import os
import threading
import time

_lock = threading.Lock()
_last: list[int] = [0]


def new_id() -> str:
    """A fresh key as 32 hexadecimal digits; increasing within one process."""
    with _lock:
        millis = time.time_ns() // 1_000_000
        counter = int.from_bytes(os.urandom(2), "big") & 0x7FF
        stamp = (millis << 12) | counter
        if stamp <= _last[0]:
            stamp = _last[0] + 1
        _last[0] = stamp
    millis, seq = stamp >> 12, stamp & 0xFFF
    random_part = int.from_bytes(os.urandom(8), "big") & 0x3FFF_FFFF_FFFF_FFFF
    value = (millis << 80) | (0x7 << 76) | (seq << 64) | (0b10 << 62) | random_part
    return f"{value:032x}"
