"""Notes that grow: lines are added, never repeated, never taken away."""


def with_lines(notes: str, more: str) -> str:
    """The notes with those lines of ``more`` that they lack, in order; adding them again changes nothing (SP-8)."""
    if not more:
        return notes
    lines = notes.split("\n") if notes else []
    present = {line.strip().casefold() for line in lines}
    for line in more.split("\n"):
        key = line.strip().casefold()
        if key and key not in present:
            present.add(key)
            lines.append(line.strip())
    return "\n".join(lines)
