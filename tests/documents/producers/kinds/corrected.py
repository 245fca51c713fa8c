"""What a paper takes back or corrects further on, and what only looks as if it did."""

from example import GONE, KEPT, Example, picked

# Who takes back a yes says no, or says nothing any more.
TAKEN = ("absent", None)


def rows(own):
    return ("table", [["No.", "Modern slavery", "In place?"], *([str(at), label, "Yes"] for at, (label, _) in enumerate(own, 1))])


def corrected_rows():
    """A table of yeses, and below it a line about the second of its rows, about two, or about all."""
    lines = [
        ("Row 2 no longer holds.", [1]),
        ("Correction: row 2 was ticked in error.", [1]),
        ("Rows 1 and 3 are out of date.", [0, 2]),
        ("{}: ticked by mistake.", [1]),
        ("Correction: in row 2, for “Yes” read “No”.", [1]),
        ("Please disregard the whole of the table above.", [0, 1, 2]),
        ("Erratum: lines 2 and 3 should read “No”.", [1, 2]),
        ("Row 2 has been withdrawn since this return was sent.", [1]),
        ("Row 2 stands.", []),
        ("Correction: the telephone number in our last letter was wrong.", []),
        ("Rows 1 to 3 were checked on 3 May and are right.", []),
        ("Row 2 was added on 3 May.", []),
    ]
    for n, (line, taken) in enumerate(lines):
        own = picked(n, 3)
        line = line.format(own[1][0])
        expected = {id: TAKEN if at in taken else "in place" for at, (_, id) in enumerate(own)}
        yield Example("taken back", f"corrected-rows-{n}", "What the force has against modern slavery", [rows(own), ("p", line)],
                      expected, typed=True)


def superseding_rows():
    """Two rows about one arrangement, of which the second takes the place of the first."""
    for n in range(6):
        label, id = picked(n, 1)[0]
        other, other_id = picked(n, 2)[1]
        first, second = [("Yes", "No"), ("In place", "Vacant"), ("No", "Yes")][n % 3]
        last = {"No": "absent", "Vacant": "absent", "Yes": "in place"}[second]
        if n < 3:
            table = [["No.", "Modern slavery", "Answer", "Note"], ["1", label, first, "Superseded by row 3"], ["2", other, "Yes", ""],
                     ["3", label, second, "Replaces row 1"]]
        else:
            table = [["Date", "Modern slavery", "Answer"], ["May 2021", label, first], ["May 2021", other, "Yes"],
                     ["May 2024", label, second]]
        yield Example("taken back", f"superseding-rows-{n}", "What the force has against modern slavery", [("table", table)],
                      {id: last, other_id: "in place"}, typed=True)


def corrected_words():
    """Sentences, and before or behind them what is said of them."""
    for n in range(12):
        kept, gone = KEPT[n % 5], GONE[(n * 3 + n // 5) % 5]
        if kept[1] == gone[1]:
            gone = GONE[0]
        about = {"partnership": "the partnership board", "guidance": "guidance on modern slavery", "strategy": "the modern slavery strategy",
                 "intelligence": "the analyst for modern slavery", "awareness": "the awareness campaign on modern slavery"}[gone[1]]
        blocks = [
            [("h", "Superseded text, do not use"), ("p", gone[0]), ("h", "Position on 1 May 2024"), ("p", kept[0])],
            [("p", f"CORRECTION: what is said below about {about} is out of date."), ("p", gone[0]), ("p", kept[0])],
            [("p", gone[0]), ("p", kept[0]), ("p", f"Correction: what is said above about {about} is wrong.")],
            [("p", kept[0]), ("h", "Earlier answer, withdrawn"), ("p", gone[0])],
            [("p", kept[0]), ("p", gone[0]), ("p", "Correction: the address of the inquiry desk has changed.")],
            [("h", "Corrected answer"), ("p", kept[0]), ("p", "This takes the place of our answer of 3 May.")],
        ][n % 6]
        expected = {kept[1]: kept[2]} | ({gone[1]: TAKEN} if n % 6 < 4 else {gone[1]: "in place"} if n % 6 == 4 else {})
        yield Example("taken back", f"corrected-words-{n}", "Answer on modern slavery", blocks, expected, typed=True)
