"""Words struck out in cells of tables: answers, labels, parts of labels, rows."""

from example import Example, picked

MEANS = ["s", "del", "style", "class"]


def struck_cells():
    head = ["Modern slavery", "Answer"]
    for n in range(16):
        (one, one_id), (two, two_id), (three, three_id) = picked(n, 3)
        rows, expected = [
            ([[one, "~~Yes~~ No"], [two, "Yes"]], {one_id: "absent", two_id: "in place"}),
            ([[f"~~{one}~~", "~~Yes~~"], [two, "No"]], {one_id: None, two_id: "absent"}),
            ([[one, "~~No~~ Yes"], [two, "~~In place~~ Partly"]], {one_id: "in place", two_id: "partial"}),
            ([[one, "~~Yes~~"], [two, "Yes"]], {one_id: None, two_id: "in place"}),
            ([[one, "In place ~~since 2015~~"], [f"~~{two}~~ {three}", "No"]], {one_id: "in place", two_id: None, three_id: "absent"}),
            ([[one, "~~Not in place~~\nIn place"], [two, "No ~~plans~~"]], {one_id: "in place", two_id: "absent"}),
            # A paper may show what it says no more: the note beside it isn't the answer.
            ([[one, "No ~~(see the plan for 2016)~~"], [f"~~{two}~~", "~~No~~"], [three, "Yes"]],
             {one_id: "absent", two_id: None, three_id: "in place"}),
            ([[one, "~~Planned~~ Yes"], [two, "~~Yes~~ Planned"]], {one_id: "in place", two_id: "planned"}),
        ][n % 8]
        table = [head, *rows] if n < 8 else [["No.", *head], *([str(at), *row] for at, row in enumerate(rows, 1))]
        # A cell of two lines is HTML in pandoc's Markdown, which the program says that it doesn't read.
        without = ("pandoc",) if any("\n" in cell for row in table for cell in row) else ()
        yield Example("struck cell", f"struck-cell-{n}", "What the force has against modern slavery", [("table", table)], expected,
                      typed=True, without=without, strike=MEANS[(n + n // 8) % 4])


def struck_sentences_in_cells():
    """Cells that hold sentences, some of them struck out."""
    said = [
        ("The force has a ~~modern slavery coordinator and a~~ modern slavery strategy.", {"coordinator": None, "strategy": "in place"}),
        ("~~The force has a budget for modern slavery.~~ The force has no budget for modern slavery.", {"budget": "absent"}),
        ("~~The force has an analyst for modern slavery.~~", {"intelligence": None}),
        ("The force has ~~no~~ modern slavery strategy.", {"strategy": "in place"}),
    ]
    for n in range(8):
        words, expected = said[n % 4]
        yield Example("struck cell", f"struck-sentence-{n}", "Answer on modern slavery",
                      [("table", [["Question", "Answer"], ["What do you have against modern slavery?", words], ["Anything else?", "Nothing else."]])],
                      expected, typed=True, strike=MEANS[(n + n // 4) % 4])
