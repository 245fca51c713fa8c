"""Tables, columns to tick, boxes and fields of forms."""

from example import Example, SAYINGS, picked


def grids():
    heads = [
        (["Arrangement", "Status"], 0, 1),
        (["No.", "Arrangement", "In place?"], 1, 2),
        (["Objective", "Arrangement", "Owner", "RAG"], 1, 3),
        (["Status", "Arrangement"], 1, 0),
    ]
    for n in range(12):
        head, label_at, status_at = heads[n % len(heads)]
        rows, expected = [head], {}
        for at, (label, id) in enumerate(picked(n, 3)):
            status, state = SAYINGS[(5 * n + 4 * at) % len(SAYINGS)]
            row = {"No.": str(at + 1), "Objective": ["Pursue", "Prevent", "Protect"][at], "Owner": "ACC Crime"}
            cells = [row.get(name, "") for name in head]
            cells[label_at], cells[status_at] = label, status
            rows.append(cells)
            expected[id] = state
        yield Example("grid", f"grid-{n}", "What the force has against modern slavery", [("table", rows)], expected)


def tick_columns():
    sets = [(["Yes", "No"], ["in place", "absent"]), (["In place", "Partly", "Not in place"], ["in place", "partial", "absent"])]
    for n in range(10):
        heads, states = sets[n % 2]
        rows, expected = [["Modern slavery", *heads]], {}
        for at, (label, id) in enumerate(picked(n, 3)):
            ticked = (n + at) % len(heads)
            rows.append([label, *("✓" if m == ticked else "" for m in range(len(heads)))])
            expected[id] = states[ticked]
        yield Example("tick column", f"ticks-{n}", "Checklist on modern slavery", [("table", rows)], expected)


def boxes():
    shapes = [("☐", "☒"), ("☐", "☑"), ("[ ]", "[x]")]
    for n in range(10):
        empty, full = shapes[n % 3]
        blocks, expected = [], {}
        for at, (label, id) in enumerate(picked(n, 2)):
            yes = (n + at) % 2 == 0
            marks = (full, empty) if yes else (empty, full)
            blocks.append(("p", f"{label}: {marks[0]} Yes {marks[1]} No"))
            expected[id] = "in place" if yes else "absent"
        yield Example("tick box", f"boxes-{n}", "Form on modern slavery", blocks, expected)


def choices():
    """A form: for each question a list of which one entry is chosen, or a box to tick."""
    for n in range(10):
        blocks, expected = [], {}
        for at, (label, id) in enumerate(picked(n, 3)):
            if n % 2 == 0:
                chosen = (n // 2 + at) % 3
                blocks.append(("select", (f"{label}:", ["Yes", "No", "Partly"], chosen)))
                expected[id] = ["in place", "absent", "partial"][chosen]
            else:
                yes = (n // 2 + at) % 2 == 0
                blocks.append(("radio", (f"{label}:", ["Yes", "No"], 0 if yes else 1)))
                expected[id] = "in place" if yes else "absent"
        # pandoc and reportlab's flowing text have no forms; Chromium prints radio buttons as pictures.
        without = ("pandoc", "chromium") if n % 2 else ("pandoc",)
        yield Example("form field", f"choices-{n}", "Form on modern slavery", blocks, expected, without=without)
