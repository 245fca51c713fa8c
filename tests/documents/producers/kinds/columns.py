"""Labels and answers in columns that people type, with tabs or dots between."""

from example import SAYINGS, Example, picked


def typed_columns():
    for n in range(16):
        own = [(*one, *SAYINGS[(5 * n + 4 * at) % len(SAYINGS)]) for at, one in enumerate(picked(n, 3 + n % 2))]
        pairs = [[label, said] for label, _, said, _ in own]
        if n % 4 == 3:
            pairs = [["Arrangement", "Status"], *pairs]
        # Pandoc joins columns that tabs part.
        how, without = ("tabs", ("pandoc",)) if n % 2 else ("leaders", ())
        yield Example("typed columns", f"typed-columns-{n}", "What the force has against modern slavery", [(how, pairs)],
                      {id: state for _, id, _, state in own}, typed=True, without=without)


def three_columns():
    """A number before the label, or an officer behind the answer."""
    for n in range(6):
        own = [(*one, *SAYINGS[(7 * n + 4 * at) % 6]) for at, one in enumerate(picked(n, 3))]
        rows = [[label, said, "ACC Crime"] if n % 2 else [str(at), label, said] for at, (label, _, said, _) in enumerate(own, 1)]
        head = ["Arrangement", "Status", "Owner"] if n % 2 else ["No.", "Arrangement", "Status"]
        yield Example("typed columns", f"typed-three-{n}", "What the force has against modern slavery", [("tabs", [head, *rows])],
                      {id: state for _, id, _, state in own}, typed=True, without=("pandoc",))


def columns_of_pages():
    """Contents with their pages, papers with their days, a key without answers: nothing is said."""
    for n in range(8):
        labels = [label for label, _ in picked(n, 4)]
        rows = [
            [[label, str(3 + 4 * at)] for at, label in enumerate(labels)],
            [[label, f"{14 + at} May"] for at, label in enumerate(labels)],
            [[label, f"page {2 + at}"] for at, label in enumerate(labels)],
            [[label, "____"] for label in labels],
        ][n // 2]
        heading = ["Contents", "To be discussed on", "Where to find it", "To be filled in"][n // 2]
        yield Example("typed columns", f"typed-pages-{n}", "Papers on modern slavery", [("h", heading), ("tabs" if n % 2 else "leaders", rows)], {},
                      typed=True, without=("pandoc",) if n % 2 else ())
