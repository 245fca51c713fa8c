"""What is said in words, answers by their numbers, and notes."""

from example import QUESTIONS, Example


def sentences():
    """What is said in words, by the kind of what is said."""
    said = {
        "vacant post": [
            ("The post of modern slavery coordinator is vacant.", "coordinator", "absent"),
            ("Our modern slavery coordinator left in May and was not replaced.", "coordinator", "absent"),
            ("The role of modern slavery analyst is currently unfilled.", "intelligence", "absent"),
            ("There is no modern slavery coordinator in post.", "coordinator", "absent"),
            ("The modern slavery coordinator post was deleted in 2018.", "coordinator", "absent"),
        ],
        "part-time role": [
            ("The force has a part-time modern slavery coordinator.", "coordinator", "partial"),
            ("A detective superintendent is the part-time force lead for modern slavery.", "lead", "partial"),
            ("Our modern slavery coordinator works two days a week.", "coordinator", "partial"),
            ("The force has a modern slavery coordinator, but not full time.", "coordinator", "partial"),
            ("The modern slavery coordinator also has other duties.", "coordinator", "partial"),
        ],
        "refusal to say": [
            ("We cannot say whether the force has an analyst for modern slavery.", "intelligence", "withheld"),
            ("The budget for modern slavery is exempt under section 31.", "budget", "withheld"),
            ("We neither confirm nor deny that the force has a modern slavery analyst.", "intelligence", "withheld"),
            ("The number of analysts for modern slavery is withheld.", "intelligence", "withheld"),
            ("Details of the budget for modern slavery are not disclosed.", "budget", "withheld"),
        ],
        "negation": [
            ("The force has no modern slavery strategy.", "strategy", "absent"),
            ("There is no budget for modern slavery in the force.", "budget", "absent"),
            ("The force does not have a modern slavery coordinator.", "coordinator", "absent"),
            ("Neither a budget nor any other money is set aside for modern slavery.", "budget", "absent"),
            ("The force has never had a dedicated modern slavery coordinator.", "coordinator", "absent"),
        ],
        "others and their duties": [
            ("Eastmere Police has a modern slavery coordinator.", "coordinator", None),
            ("Councils have a duty to notify the Home Office of victims.", "notification", None),
            ("Every force should have a modern slavery strategy.", "strategy", None),
            ("The council has an anti-slavery partnership board.", "partnership", None),
            ("Border Force trains its officers on modern slavery.", "training", None),
        ],
        "regional support": [
            ("The regional coordinator for modern slavery supports the force.", "regional-support", "in place"),
            ("The force is supported by the regional organised crime unit on modern slavery.", "regional-support", "in place"),
            ("Our ROCU provides an analyst for modern slavery to the force.", "regional-support", "in place"),
            ("There is no regional support on modern slavery.", "regional-support", "absent"),
            ("The force gets support on modern slavery from its regional organised crime unit.", "regional-support", "in place"),
        ],
        "referral in a subclause": [
            ("No victim leaves the station without being referred to the NRM.", "victim-identification", "in place"),
            ("Officers refer all victims, who are told of it first, to the NRM.", "victim-identification", "in place"),
            ("Victims whom our officers find are referred to the NRM.", "victim-identification", "in place"),
            ("Where a victim is found, our officers refer them to the NRM.", "victim-identification", "in place"),
            ("Our officers, when they find a victim of slavery, refer them to the NRM.", "victim-identification", "in place"),
        ],
    }
    for kind, own in said.items():
        for n in range(10):
            text, id, state = own[n % 5]
            around = [("p", "This paper is reviewed each year.")]
            blocks = [("p", text), *around] if n < 5 else [*around, ("ul", [text, "Nothing else was asked."])]
            yield Example(kind, f"{kind.replace(' ', '-')}-{n}", "Answer on modern slavery", blocks, {id: state} if state else {})


def numbered():
    answers = [("Yes.", "in place"), ("No.", "absent"), ("Yes, since 2017.", "in place"), ("No, there is none.", "absent")]
    for n in range(10):
        count = 2 + n % 3
        asked = [QUESTIONS[(n + at) % 4] for at in range(count)]
        said = [answers[(n * 3 + at) % 4] for at in range(count)]
        blocks = [("h", "Questions"), ("ol", [q for q, _ in asked]), ("h", "Answers"), ("ol", [a for a, _ in said])]
        expected = {id: state for (_, id), (_, state) in zip(asked, said)}
        yield Example("numbered answers", f"numbered-{n}", "Answer to a request", blocks, expected)


def notes():
    """Sentences with notes: as footnotes, at the end, and as each program makes them."""
    coordinator = "The force has a dedicated modern slavery coordinator."
    lead = "A detective superintendent is the force lead for modern slavery."
    strategy = "The force has a modern slavery strategy."
    said = [
        [(coordinator, "The post is vacant.")],
        [(coordinator, "Vacant since May.")],
        [(lead, "Part-time.")],
        [(coordinator, "To be appointed in 2019.")],
        [(coordinator, "Shared with a neighbouring force.")],
        [(strategy, "It was withdrawn in 2018.")],
        [(strategy, "Home Office, Modern Slavery Strategy, 2014.")],
        [(lead, "See page 4."), (coordinator, "The post is vacant.")],
        [(coordinator, "Currently vacant."), (lead, "Since 2016."), (strategy, "It expired in 2018.")],
        [(lead, "Part-time."), (strategy, "Published on the website."), (coordinator, "Not yet in post.")],
    ]
    expected = [
        {"coordinator": "absent"}, {"coordinator": "absent"}, {"lead": "partial"}, {"coordinator": "planned"},
        {"coordinator": "partial"}, {"strategy": "absent"}, {"strategy": "in place"},
        {"lead": "in place", "coordinator": "absent"}, {"coordinator": "absent", "lead": "in place", "strategy": "absent"},
        {"lead": "partial", "strategy": "in place", "coordinator": "absent"},
    ]
    for n, (own, states) in enumerate(zip(said, expected)):
        yield Example("note", f"notes-{n}", "Answer on modern slavery", [("noted", own)], states)
