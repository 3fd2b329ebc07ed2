"""The collector of garbage rests inside, and is afterwards as it was."""

import gc
import threading

import pytest

from app.core import collector
from app.core.collector import collector_at_rest, hand_over, much_was_made


def test_it_rests_inside_and_goes_on_afterwards() -> None:
    assert gc.isenabled()
    with collector_at_rest():
        with collector_at_rest():
            assert not gc.isenabled()
        assert not gc.isenabled(), "the outer block still stands"
    assert gc.isenabled()


def test_it_goes_on_after_an_error() -> None:
    with pytest.raises(ValueError, match="told"), collector_at_rest():
        raise ValueError("told")
    assert gc.isenabled()


def test_who_had_it_off_finds_it_off() -> None:
    gc.disable()
    try:
        with collector_at_rest():
            pass
        assert not gc.isenabled()
    finally:
        gc.enable()


def test_blocks_of_two_threads_may_overlap() -> None:
    inside, leave = threading.Event(), threading.Event()

    def rest() -> None:
        with collector_at_rest():
            inside.set()
            leave.wait(5)

    other = threading.Thread(target=rest)
    with collector_at_rest():
        other.start()
        assert inside.wait(5)
    assert not gc.isenabled(), "the other thread still works"
    leave.set()
    other.join()
    assert gc.isenabled()


def test_handed_over_it_does_not_go_on_even_after_a_rest_that_began_before() -> None:
    try:
        with collector_at_rest():
            hand_over()
        assert not gc.isenabled(), "else it would look for cycles in the thread of a job"
    finally:
        gc.enable()


def test_a_long_rest_is_told_once(monkeypatch: pytest.MonkeyPatch) -> None:
    much_was_made()
    with collector_at_rest():
        pass
    assert not much_was_made(), "a short one"
    monkeypatch.setattr(collector, "_MUCH", -1.0)
    with collector_at_rest():
        assert not much_was_made(), "it still goes on"
    assert much_was_made()
    assert not much_was_made()
