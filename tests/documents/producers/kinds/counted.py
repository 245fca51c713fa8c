"""Tables of counts: posts, officers, money and orders, by year; and counts that say nothing of an arrangement."""

from example import Example


def posts():
    """How many there should be of a post, and how many there are."""
    own = [("Modern slavery coordinator", "coordinator"), ("Modern slavery analyst", "intelligence"),
           ("Modern slavery investigators", "investigative-capacity"), ("Modern slavery victim liaison officer", "victim-support")]
    heads = [["Post", "Establishment", "Strength"], ["Role", "Budgeted FTE", "Actual FTE"], ["Post", "Posts", "Filled", "Vacancies"],
             ["Role", "Establishment", "In post", "Vacant"]]
    for n in range(12):
        rows, expected = [heads[n % 4]], {}
        for at in range(3):
            label, id = own[(n + at) % 4]
            should, are = [(1, 0), (2, 1), (1, 1), (4, 4)][(n // 4 + n + at) % 4]
            number = (lambda count: f"{count}.0") if n % 2 else str
            rows.append([label, number(should), number(are), number(should - are)][:len(heads[n % 4])])
            expected[id] = "absent" if are == 0 else "partial" if are < should else "in place"
        yield Example("count", f"count-posts-{n}", "Posts for modern slavery", [("table", rows)], expected, typed=True)


def years():
    """What there was of each thing in several years: the last one counts."""
    measures = [
        ("Modern slavery coordinators in post (FTE)", "coordinator", ("1.0", "0.0")),
        ("Budget for modern slavery (£)", "budget", ("30,000", "nil")),
        ("Officers trained on modern slavery", "training", ("412", "0")),
        ("NRM referrals made by officers", "victim-identification", ("19", "0")),
        ("Slavery and trafficking prevention orders obtained", "prevention-orders", ("3", "0")),
        ("Modern slavery analysts in post", "intelligence", ("2", "0")),
    ]
    spans = [["2021", "2022", "2023"], ["2021/22", "2022/23", "2023/24"], ["2023/24", "2022/23", "2021/22"]]
    for n in range(12):
        span = spans[n % 3]
        rows, expected = [["Measure", *span]], {}
        for at in range(3):
            label, id, (some, none) = measures[(n + 2 * at + n // 6) % 6]
            has = (n + at) % 2 == 0
            values = [none, some, some] if has else [some, some, none]
            rows.append([label, *(values[::-1] if span[0] > span[1] else values)])
            # What was made so often isn't less of an arrangement, nor is nothing made in one year always none.
            expected[id] = "in place" if has else ("absent", None) if id in ("victim-identification", "prevention-orders", "training") else "absent"
        yield Example("count", f"count-years-{n}", "Modern slavery in numbers", [("table", rows)], expected, typed=True)


def shares():
    """How many of how many, and numbers that answer a question."""
    for n in range(4):
        rows, expected = [
            ([["Question", "Number"], ["How many officers were trained on modern slavery in 2023?", "412"],
              ["How many modern slavery coordinators do you have?", "None"]], {"training": "in place", "coordinator": "absent"}),
            ([["Question", "Answer"], ["How many analysts for modern slavery are in post?", "2"],
              ["What is the budget for modern slavery?", "£30,000"]], {"intelligence": "in place", "budget": "in place"}),
            ([["Group", "Officers", "Trained on modern slavery"], ["Control room", "120", "120"], ["Custody", "60", "60"]],
             {"training": ("in place", "partial")}),
            ([["Year", "Officers trained on modern slavery", "Modern slavery coordinators (FTE)"], ["2022", "88", "1.0"], ["2023", "140", "1.0"]],
             {"training": "in place", "coordinator": "in place"}),
        ][n]
        yield Example("count", f"count-shares-{n}", "Modern slavery in numbers", [("table", rows)], expected, typed=True)


def counts_of_crime():
    """Offences, calls, pages and days count nothing that the force has."""
    tables = [
        [["Measure", "2022", "2023"], ["Offences of modern slavery recorded", "12", "15"], ["Arrests for modern slavery", "4", "6"]],
        [["Month", "Offences of modern slavery"], ["May", "3"], ["June", "0"]],
        [["District", "Victims of modern slavery found", "Charges"], ["Saltby", "4", "1"], ["Holme", "0", "0"]],
        [["Paper on modern slavery", "Pages", "Requests"], ["Letter", "2", "14"], ["Minutes", "8", "3"]],
        [["Request about modern slavery", "Received", "Days"], ["Training on modern slavery", "14 May", "18"], ["Modern slavery coordinator", "27 June", "20"]],
        [["Measure", "National", "Neighbouring forces"], ["Modern slavery coordinators", "31", "2"], ["Officers trained on modern slavery", "8,000", "410"]],
    ]
    for n, rows in enumerate(tables):
        yield Example("count", f"count-crime-{n}", "Modern slavery in numbers", [("table", rows)], {}, typed=True)
