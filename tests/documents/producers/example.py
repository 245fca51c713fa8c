"""A paper to be made, and words that papers of several kinds share."""

FORCE = "Northmarch Police"
LABELS = [
    ("Modern slavery coordinator", "coordinator"),
    ("Strategic lead for modern slavery", "lead"),
    ("Modern slavery strategy", "strategy"),
    ("Budget for modern slavery", "budget"),
    ("Training on modern slavery for officers", "training"),
    ("Guidance on modern slavery for officers", "guidance"),
    ("Anti-slavery partnership board", "partnership"),
    ("Analyst for modern slavery", "intelligence"),
    ("Awareness campaign on modern slavery", "awareness"),
]
SAYINGS = [
    ("In place", "in place"), ("Not in place", "absent"), ("Amber", "partial"), ("Red", "absent"), ("Yes", "in place"),
    ("No", "absent"), ("Green", "in place"), ("On track", "planned"), ("Complete", "in place"), ("Not started", "absent"),
    ("N/A", None), ("TBC", None), ("40%", "partial"), ("Planned for 2030", "planned"), ("Partly", "partial"),
]
KEPT = [
    ("The force has no budget for modern slavery.", "budget", "absent"),
    ("The force has a dedicated modern slavery coordinator.", "coordinator", "in place"),
    ("There is no modern slavery strategy in the force.", "strategy", "absent"),
    ("All officers were trained on modern slavery.", "training", "in place"),
    ("A detective superintendent is the force lead for modern slavery.", "lead", "in place"),
]
GONE = [
    ("The force has an anti-slavery partnership board.", "partnership"),
    ("The force has guidance on modern slavery for its officers.", "guidance"),
    ("The force has a modern slavery strategy.", "strategy"),
    ("The force has an analyst for modern slavery.", "intelligence"),
    ("The force ran an awareness campaign on modern slavery.", "awareness"),
]
QUESTIONS = [
    ("Does the force have a dedicated modern slavery coordinator?", "coordinator"),
    ("Does the force have a modern slavery strategy?", "strategy"),
    ("Is there a budget for modern slavery?", "budget"),
    ("Are officers trained on modern slavery?", "training"),
]


class Example:
    """A paper: its blocks, and the state of each arrangement that it speaks of (None: nothing is said; of several each does).

    Words between ~~ and ~~ are struck out, by the means that `strike` names. What can be `typed` is made as plain text, too.
    """

    def __init__(self, kind, name, title, blocks, expected, author=FORCE, without=(), warns=False, typed=False, strike="s"):
        self.kind, self.name, self.title, self.blocks = kind, name, title, blocks
        self.expected, self.author, self.without, self.warns = expected, author, set(without), warns
        self.typed, self.strike = typed, strike
        # Pandoc takes over what elements say, not what their style does.
        if strike in ("style", "class"):
            self.without.add("pandoc")


def picked(n, count):
    return [LABELS[(n + 2 * at) % len(LABELS)] for at in range(count)]
