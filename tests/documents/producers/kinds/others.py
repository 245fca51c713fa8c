"""What looks as if the force said it and states nothing: others’ papers, orders, aims, books."""

from example import Example, FORCE, GONE, KEPT


def others():
    bodies = ["Hope Harbour Trust", "Northmarch County Council", "University of Northmarch", "Safe Haven Foundation",
              "Eastmere Borough Council", "The Lantern Charity", "Northmarch Diocese", "Harbour Housing Association",
              "Freight Logistics Ltd", "Eastmere NHS Foundation Trust"]
    for n, body in enumerate(bodies):
        kept, gone = KEPT[n % 5], GONE[n % 5]
        blocks = [("p", gone[0].replace("The force", "We").replace("its officers", "our staff").replace("We has", "We have")),
                  ("p", "We have a modern slavery coordinator, and our staff were trained on modern slavery."),
                  ("p", f"We thank {FORCE} for their help."), ("p", f"© 2019 {body}")]
        yield Example("mention not author", f"other-{n}", f"{body}: annual report on modern slavery", blocks, {}, author=body)
        del kept


def instructions():
    orders = ["Say whether your force has a dedicated modern slavery coordinator.", "Tick one box for each question.",
              "Please tell us about your modern slavery strategy.", "Describe the budget for modern slavery, if any.",
              "Name the officer who leads on modern slavery.", "List the training on modern slavery that officers get.",
              "Attach your guidance on modern slavery.", "Explain how your partnership against slavery works."]
    for n in range(10):
        own = [orders[(n + 3 * at) % 8] for at in range(2 + n % 3)]
        kept = KEPT[n % 5]
        blocks = [("h", "How to fill in this form"), ("ul", own), ("h", "Our answer"), ("p", kept[0])]
        yield Example("instructions to the reader", f"orders-{n}", "Return on modern slavery", blocks, {kept[1]: kept[2]})


def aims():
    texts = ["Increase the number of officers trained on modern slavery.", "Appoint a modern slavery coordinator.",
             "Ensure that a budget for modern slavery is set aside.", "Develop a modern slavery strategy.",
             "Establish an anti-slavery partnership board."]
    for n in range(10):
        own = [texts[(n + at) % 5] for at in range(2 + n % 3)]
        yield Example("aims", f"aims-{n}", "Objectives on modern slavery",
                      [("p", f"This page is by the board of {FORCE}."), ("h", "Our objectives"), ("ul", own)], {})


def references():
    titles = ["Home Office (2014), Modern Slavery Strategy.", "College of Policing, Guidance on modern slavery for officers, 2016.",
              "Modern Slavery Training: Resource Page.", "National Crime Agency, Modern slavery coordinator handbook, 2018.",
              "Eastmere Trust (2017), A modern slavery awareness campaign."]
    for n in range(10):
        own = [titles[(n + at) % 5] for at in range(2 + n % 3)]
        kept = KEPT[n % 5]
        yield Example("reference list", f"references-{n}", "Answer on modern slavery",
                      [("p", kept[0]), ("h", "References"), ("ul", own)], {kept[1]: kept[2]})
