"""Tables about suppliers or about other crime, beside what the force has against modern slavery."""

from example import KEPT, Example, picked

SUPPLIERS = [
    [["Supplier", "Policy on slavery?", "Named lead?"], ["Uniforms", "Yes", "Yes"], ["Catering", "No", "Yes"]],
    [["Contract", "Modern slavery training", "Modern slavery strategy"], ["Cleaning", "Yes", "No"], ["Vehicles", "Yes", "Yes"]],
    [["Checks of suppliers", "Answer"], ["Does the supplier have a modern slavery policy?", "Yes"],
     ["Does the supplier train its staff on modern slavery?", "No"]],
    [["Company", "Modern slavery coordinator", "Budget for modern slavery"], ["Harbour Linen Ltd", "Yes", "None"]],
]
OTHER_CRIME = [
    ("Hate crime", [["Arrangement", "In place?"], ["Force lead", "Yes"], ["Coordinator", "No"], ["Strategy", "Yes"]]),
    ("The same for stalking", [["Arrangement", "Status"], ["Coordinator", "Green"], ["Training for officers", "Red"]]),
    ("Cyber crime", [["Post", "Establishment", "Strength"], ["Coordinator", "1", "0"], ["Analyst", "2", "2"]]),
    ("Knife crime", [["Measure", "2022", "2023"], ["Officers trained", "200", "310"], ["Budget (£)", "20,000", "nil"]]),
    ("Rural crime", [["Objective", "RAG"], ["Awareness campaign", "Green"], ["Partnership board", "Amber"]]),
]


def suppliers():
    """What suppliers have is none of the force's."""
    for n in range(12):
        table = ("table", SUPPLIERS[n % 4])
        heading = ["Modern slavery in our supply chain", "Modern slavery checks on suppliers", "Statement on slavery: our contractors"][n // 4]
        kept = KEPT[n % 5]
        # A word of the force's own elsewhere in the paper still counts.
        blocks = [("h", heading), table] if n % 2 else [("h", "Our answer"), ("p", kept[0]), ("h", heading), table]
        yield Example("other business", f"suppliers-{n}", "Procurement and modern slavery", blocks, {} if n % 2 else {kept[1]: kept[2]}, typed=True)


def other_crime():
    """Below what the force has against slavery stands the same about other crime."""
    for n in range(10):
        heading, rows = OTHER_CRIME[n % 5]
        (label, id), (other, other_id) = picked(n, 2)
        own = ("table", [["Arrangement", "In place?"], [label, "Yes" if n % 2 else "No"], [other, "Partly"]])
        blocks = [("h", "Modern slavery"), own, ("h", heading), ("table", rows)]
        if n >= 5:
            blocks = blocks[2:] + blocks[:2]
        yield Example("other business", f"other-crime-{n}", "What the force has", blocks,
                      {id: "in place" if n % 2 else "absent", other_id: "partial"}, typed=True)
