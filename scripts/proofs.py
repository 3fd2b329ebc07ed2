"""``make proofs``: every paper in each of its languages, with short, typical and extreme content, as pictures.

Files: out/proofs/<paper>/<language>-<content>-p<n>.png, the same in grey, and sheet-<content>.png with the first
pages of all languages side by side. The content is that of the tests (tests/documents/proof_content.py).
"""

import argparse
import sys
from collections.abc import Iterator, Sequence
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
sys.path.insert(0, str(ROOT))

import pypdfium2  # noqa: E402
from PIL import Image  # noqa: E402

from tests.documents.proof_content import CONTENTS, LANGUAGES, PROOFS, Proof, languages_of, paper  # noqa: E402
from tests.documents.proof_kinds import KINDS  # noqa: E402

#: Pictures for the eye: 100 dots an inch; contact sheets are half of that.
_SCALE = 100 / 72
_PAGES = 6


def main(arguments: Sequence[str] | None = None) -> int:
    """Draw what was asked for; the number of pictures is told at the end."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").split("\n", maxsplit=1)[0])
    parser.add_argument("--only", default="", help="papers whose name holds one of these words, with commas between")
    parser.add_argument("--language", choices=LANGUAGES, help="papers in this language only, alone or in a pair")
    parser.add_argument("--content", choices=tuple(CONTENTS), help="this content only")
    parser.add_argument("--pages", type=int, default=_PAGES, help="pages of each paper (0: all)")
    parser.add_argument("--pdf", action="store_true", help="keep the PDF files beside the pictures")
    parser.add_argument("--output", type=Path, default=ROOT / "out" / "proofs")
    given = parser.parse_args(arguments)
    wanted = [word for word in given.only.split(",") if word]
    made = 0
    for proof in (*PROOFS, *KINDS):
        if wanted and not any(word in proof.name for word in wanted):
            continue
        for content in (given.content,) if given.content else tuple(CONTENTS):
            firsts = []
            for name, data in _papers(proof, content, given.language):
                folder = given.output / proof.name
                folder.mkdir(parents=True, exist_ok=True)
                if given.pdf:
                    (folder / f"{name}-{content}.pdf").write_bytes(data)
                pictures = list(_pictures(data, given.pages))
                made += _kept(pictures, folder, f"{name}-{content}")
                firsts.append(pictures[0])
            if firsts:
                _sheet(firsts).save(given.output / proof.name / f"sheet-{content}.png")
    print(f"{made} pictures in {given.output}")
    return 0 if made else 1


def _papers(proof: Proof, content: str, language: str | None) -> Iterator[tuple[str, bytes]]:
    for first, second in languages_of(proof):
        if not language or language in {first, second}:
            yield "-".join(part for part in (first, second) if part), paper(proof, content, first, second)


def _pictures(data: bytes, most: int) -> Iterator[Image.Image]:
    """The pages as pictures."""
    document = pypdfium2.PdfDocument(data)
    try:
        for number in range(min(len(document), most or len(document))):
            picture: Image.Image = document[number].render(scale=_SCALE).to_pil()
            yield picture
    finally:
        document.close()


def _kept(pictures: Sequence[Image.Image], folder: Path, name: str) -> int:
    """Each page in colour, and in grey as a black-and-white printer gives it."""
    for number, picture in enumerate(pictures, 1):
        picture.save(folder / f"{name}-p{number}.png")
        picture.convert("L").save(folder / f"{name}-p{number}-grey.png")
    return 2 * len(pictures)


def _sheet(pictures: Sequence[Image.Image]) -> Image.Image:
    """A contact sheet: half the size, four in a row, a grey edge around each."""
    small = [
        picture.resize((picture.width // 2, picture.height // 2), Image.Resampling.LANCZOS) for picture in pictures
    ]
    wide, high = max(one.width for one in small) + 10, max(one.height for one in small) + 10
    columns = min(4, len(small))
    sheet = Image.new("RGB", (columns * wide + 10, -(-len(small) // columns) * high + 10), "#9a9a9a")
    for number, one in enumerate(small):
        sheet.paste(one, (10 + number % columns * wide, 10 + number // columns * high))
    return sheet


if __name__ == "__main__":
    sys.exit(main())
