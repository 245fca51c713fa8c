"""The kinds of examples, a few a file."""

from .beside import other_crime, suppliers
from .chosen import boxes_below, degrees, struck_answers, unchosen
from .columns import columns_of_pages, three_columns, typed_columns
from .corrected import corrected_rows, corrected_words, superseding_rows
from .counted import counts_of_crime, posts, shares, years
from .keyed import keyed_forces, keys, keys_alone
from .mails import answers_above, answers_between, claims_quoted
from .others import aims, instructions, others, references
from .pages import bullet_sizes, layouts, numbered_headings, odd_letters
from .sentences import notes, numbered, sentences
from .struck_cells import struck_cells, struck_sentences_in_cells
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
    yield from corrected_rows()
    yield from superseding_rows()
    yield from corrected_words()
    yield from keys()
    yield from keyed_forces()
    yield from keys_alone()
    yield from struck_answers()
    yield from boxes_below()
    yield from degrees()
    yield from unchosen()
    yield from struck_cells()
    yield from struck_sentences_in_cells()
    yield from answers_between()
    yield from answers_above()
    yield from claims_quoted()
    yield from posts()
    yield from years()
    yield from shares()
    yield from counts_of_crime()
    yield from typed_columns()
    yield from three_columns()
    yield from columns_of_pages()
    yield from suppliers()
    yield from other_crime()
