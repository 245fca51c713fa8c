"""The kinds of examples, a few a file."""

from .others import aims, instructions, others, references
from .pages import bullet_sizes, layouts, numbered_headings, odd_letters
from .sentences import notes, numbered, sentences
from .tables import boxes, choices, grids, tick_columns
from .unseen import boxed, pictures, revised, seen_or_not


def examples():
    yield from notes()
    yield from grids()
    yield from tick_columns()
    yield from boxes()
    yield from seen_or_not("struck text", "struck")
    # What pandoc and reportlab are given has no way to say that text is hidden.
    yield from seen_or_not("hidden text", "hidden", without=("pandoc", "reportlab"))
    yield from numbered()
    yield from others()
    yield from aims()
    yield from references()
    yield from choices()
    yield from bullet_sizes()
    yield from numbered_headings()
    yield from instructions()
    yield from odd_letters()
    yield from layouts()
    yield from revised()
    yield from boxed()
    yield from pictures()
    yield from sentences()
