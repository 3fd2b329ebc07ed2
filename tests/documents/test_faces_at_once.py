"""Two papers made at the same time share each face, also the first time that it is used."""

from concurrent.futures import ThreadPoolExecutor
from threading import Barrier

from app.documents import fonts

_PAPERS = 6


def test_a_face_is_registered_once_by_papers_that_begin_together() -> None:
    fonts.face.cache_clear()
    fonts._registered.cache_clear()
    start = Barrier(_PAPERS)

    def first_use(_paper: int) -> fonts.Face:
        start.wait()
        return fonts.face("Serif")

    with ThreadPoolExecutor(_PAPERS) as pool:
        faces = list(pool.map(first_use, range(_PAPERS)))
    assert len({id(face.font) for face in faces}) == 1
