"""Keys of records."""

import threading
import time
import uuid

from app.core.ids import new_id, new_ids


def test_keys_increase_and_are_never_the_same_whoever_asks() -> None:
    made: list[list[str]] = [[] for _ in range(4)]

    def make(into: list[str]) -> None:
        into.extend(new_id() for _ in range(5_000))

    threads = [threading.Thread(target=make, args=(one,)) for one in made]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert all(one == sorted(one) for one in made)
    assert len({key for one in made for key in one}) == 20_000


def test_a_key_is_a_uuid_of_version_seven_that_tells_when_it_was_made() -> None:
    before = time.time_ns() // 1_000_000
    key = new_id()
    read = uuid.UUID(key)
    assert (len(key), read.version, read.variant) == (32, 7, uuid.RFC_4122)
    # Many keys in one millisecond borrow from the next ones: never more than what the other tests made.
    assert before <= read.int >> 80 <= before + 60_000


def test_a_block_of_keys_is_like_keys_made_one_by_one() -> None:
    former, block, later = new_id(), new_ids(10_000), new_id()
    assert [former, *block, later] == sorted({former, *block, later})
    for key in (block[0], block[4_999], block[-1]):
        read = uuid.UUID(key)
        assert (len(key), read.version, read.variant) == (32, 7, uuid.RFC_4122)
    assert len({key[16:] for key in block}) > 9_990  # the rest is chance
    assert new_ids(0) == []
