"""Answers that are printed under a question, or under a statement, with a mark at the one that was chosen."""

from example import QUESTIONS, Example

STATEMENTS = [
    ("We have a modern slavery coordinator.", "coordinator"),
    ("We have a modern slavery strategy.", "strategy"),
    ("We have a budget for modern slavery.", "budget"),
    ("Our officers are trained on modern slavery.", "training"),
]
YES_OR_NO = ["in place", "absent"]


def boxes_in(answers, chosen, full="☒", empty="☐"):
    return [f"{full if at == chosen else empty} {answer}" for at, answer in enumerate(answers)]


def struck_answers():
    """“Yes / No”, of which what doesn't hold is struck out: behind the question, below it, beside it."""
    for n in range(12):
        own = [QUESTIONS[(n + at) % 4] for at in range(2)]
        chosen = [(n + at + n // 4) % 2 for at in range(2)]
        words = [" / ".join(answer if at == one else f"~~{answer}~~" for at, answer in enumerate(("Yes", "No"))) for one in chosen]
        blocks = [
            [("p", f"{question} {said}") for (question, _), said in zip(own, words)],
            [block for (question, _), said in zip(own, words) for block in (("p", question), ("p", said))],
            [("table", [["Question", "Answer"], *([question, said] for (question, _), said in zip(own, words))])],
            [("p", "Delete as appropriate."), ("ul", [f"{question} {said}*" for (question, _), said in zip(own, words)]),
             ("p", "* Delete as appropriate.")],
        ][n % 4]
        yield Example("alternatives", f"chosen-struck-{n}", "Questions on modern slavery", blocks,
                      {id: YES_OR_NO[one] for (_, id), one in zip(own, chosen)}, typed=True, strike=("s", "del", "style")[n // 4])


def boxes_below():
    """Boxes in a row, wide boxes and boxes in a list below a question or a statement."""
    for n in range(16):
        asked = (QUESTIONS if n % 2 else STATEMENTS)
        own = [asked[(n // 2 + at) % 4] for at in range(2)]
        chosen = [(n + at + n // 4) % 2 for at in range(2)]
        answers = ("Yes", "No") if n % 2 else [("True", "False"), ("Agree", "Disagree")][n // 2 % 2]
        blocks = []
        for (question, _), one in zip(own, chosen):
            row = boxes_in(answers, one, *[("☒", "☐"), ("☑", "☐"), ("[x]", "[ ]")][n % 3])
            wide = "    ".join(f"{answer} {'[ X ]' if at == one else '[   ]'}" for at, answer in enumerate(answers))
            round = "    ".join(f"{answer.lower()} {'( x )' if at == one else '(   )'}" for at, answer in enumerate(answers))
            blocks += [("p", question), [("p", "   ".join(row)), ("p", wide), ("ul", row), ("p", round)][n // 2 % 4]]
        yield Example("alternatives", f"chosen-box-{n}", "Form on modern slavery", blocks,
                      {id: YES_OR_NO[one] for (_, id), one in zip(own, chosen)}, typed=True)


def degrees():
    """Three answers of which one is ticked."""
    degree = [("Fully", "in place"), ("In part", "partial"), ("Not at all", "absent")]
    for n in range(6):
        own = [STATEMENTS[(n + at) % 4] for at in range(2)]
        chosen = [(n + at) % 3 for at in range(2)]
        blocks = []
        for (statement, _), one in zip(own, chosen):
            row = boxes_in([words for words, _ in degree], one)
            blocks += [("p", statement), ("p", "  ".join(row)) if n % 2 else ("ul", row)]
        yield Example("alternatives", f"chosen-degree-{n}", "Form on modern slavery", blocks,
                      {id: degree[one][1] for (_, id), one in zip(own, chosen)}, typed=True)


def unchosen():
    """Nobody chose, or somebody chose both: nothing is said."""
    for n in range(10):
        own = [(QUESTIONS if n % 2 else STATEMENTS)[(n + at) % 4] for at in range(2)]
        below = ["☐ Yes   ☐ No", "☒ Yes   ☒ No", "Yes / No", "Yes [   ]    No [   ]", "~~Yes~~ / ~~No~~"][n // 2]
        blocks = [block for text, _ in own for block in (("p", text), ("p", below))]
        if below == "Yes / No" and n % 2:
            blocks = [("p", f"{text} {below}") for text, _ in own]
        yield Example("alternatives", f"unchosen-{n}", "Form on modern slavery", blocks, {}, typed=True)
