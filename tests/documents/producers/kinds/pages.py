"""How a page is set: bullets, numbers of headings, letters, columns."""

from example import Example, KEPT


def bullet_sizes():
    for n in range(10):
        own = [KEPT[(n + at) % 5] for at in range(2 + n % 3)]
        blocks = [("p", "What the force has:"), ("big" if n % 2 else "initial", [text for text, _, _ in own])]
        yield Example("bullet size", f"bullets-{n}", "Answer on modern slavery", blocks, {id: state for _, id, state in own},
                      without=("pandoc",))


def numbered_headings():
    heads = ["Guidance on modern slavery for officers", "Modern slavery coordinator", "Training on modern slavery",
             "Budget for modern slavery", "Anti-slavery partnership board"]
    for n in range(10):
        kept = KEPT[n % 5]
        other = next(head for head in heads[n % 5:] + heads if not set(head.lower().split()) & set(kept[0].lower().split()) - {"modern", "slavery", "for", "on", "the"})
        mark = [f"{n + 1}", f"{n + 1}.", f"{n + 1}.{n}", f"Chapter {n + 1}:", f"Section {n + 1}"][n % 5]
        blocks = [("h", f"{mark} {other}"), ("p", "This part says what officers should know of it."),
                  ("h", f"{n + 2} Our answer"), ("p", kept[0])]
        yield Example("heading number", f"headings-{n}", "Answer on modern slavery", blocks, {kept[1]: kept[2]})


def odd_letters():
    ways = [lambda t: t.replace(" ", "\u00a0"), lambda t: t.replace("ff", "\ufb00").replace("fi", "\ufb01"),
            lambda t: t.replace("slavery", "slav\u00adery").replace("force", "fo\u00adrce"),
            lambda t: t.replace("slavery", "slavery\u200b").replace("the", "\u2060the"),
            lambda t: t.replace("modern slavery", "\u201cmodern slavery\u201d")]
    for n in range(10):
        kept = KEPT[(n + n // 5) % 5]
        yield Example("odd letters", f"letters-{n}", "Answer on modern slavery", [("p", ways[n % 5](kept[0]))],
                      {kept[1]: kept[2]})


def layouts():
    for n in range(10):
        own = [KEPT[(n + at) % 5] for at in range(3)]
        filler = "This paper is reviewed each year by the board, and its words are looked at again by all who are asked."
        text = [part for kept in own for part in (kept[0], filler)]
        how = ["columns", "narrow"][n % 2]
        yield Example("page layout", f"layout-{n}", "Answer on modern slavery", [(how, text)],
                      {id: state for _, id, state in own}, without=("pandoc",))
