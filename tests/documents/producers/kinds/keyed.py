"""What a paper's own key says of its letters, scores, colours and signs."""

from example import Example, picked

KEYS = [
    [("Y", "in place", "in place"), ("P", "partly in place", "partial"), ("N", "not in place", "absent")],
    [("A", "in place", "in place"), ("B", "in part", "partial"), ("C", "not in place", "absent")],
    [("0", "not in place", "absent"), ("1", "planned", "planned"), ("2", "in place", "in place")],
    # The lower, the better.
    [("1", "fully in place", "in place"), ("2", "partly in place", "partial"), ("3", "not in place", "absent")],
    [("Blue", "in place", "in place"), ("Green", "planned", "planned"), ("Red", "not started", "absent")],
    [("●", "in place", "in place"), ("◐", "partly in place", "partial"), ("○", "not in place", "absent")],
    [("✓", "in place", "in place"), ("–", "not in place", "absent"), ("P", "planned", "planned")],
    [("F", "full", "in place"), ("P", "in progress", "partial"), ("N", "none", "absent")],
]


def keys():
    """A grid whose entries a key explains: in a line above or below, in lines, in a list, in a table."""
    for n in range(16):
        key, own = KEYS[n % len(KEYS)], picked(n, 3)
        entries = [key[(n + at) % 3] for at in range(3)]
        grid = ("table", [["Arrangement", "Level"], *([label, entry[0]] for (label, _), entry in zip(own, entries))])
        line = ", ".join(f"{sign} = {meaning}" for sign, meaning, _ in key)
        blocks = [
            [("p", f"Key: {line}"), grid],
            [grid, ("p", line)],
            [("h", "Key"), ("ul", [f"{sign}: {meaning}" for sign, meaning, _ in key]), ("h", "Where we stand"), grid],
            [("table", [["Level", "Meaning"], *([sign, meaning[0].upper() + meaning[1:]] for sign, meaning, _ in key)]),
             ("p", "Where we stand:"), grid],
            [("p", "; ".join(f"{sign} means {meaning}" for sign, meaning, _ in key) + "."), grid],
        ][(n + n // len(KEYS)) % 5]
        expected = {id: entry[2] for (_, id), entry in zip(own, entries)}
        yield Example("key", f"key-{n}", "What the force has against modern slavery", blocks, expected, typed=True)


def keyed_forces():
    """A column a force, headed by its letters, which a line explains."""
    others = [("S", "Southmere Police"), ("E", "Eastfell Constabulary"), ("WP", "Westholt Police")]
    for n in range(6):
        letter, other = others[n % 3]
        own = picked(n, 3)
        answers = [(("Yes", "No"), ("No", "Yes"), ("Partly", "Yes"))[(n + at) % 3] for at in range(3)]
        letters, at = (["N", letter], 0) if n % 2 == 0 else ([letter, "N"], 1)
        grid = ("table", [["Modern slavery", *letters], *([label, *(said if at == 0 else said[::-1])]
                                                          for (label, _), said in zip(own, answers))])
        key = ("p", f"N = Northmarch Police, {letter} = {other}" if n < 3 else f"{letter}: {other}; N: Northmarch Police")
        states = {"Yes": "in place", "No": "absent", "Partly": "partial"}
        yield Example("key", f"key-forces-{n}", f"Return on modern slavery of Northmarch Police and {other}",
                      [key, grid] if n % 2 else [grid, key], {id: states[said[0]] for (_, id), said in zip(own, answers)}, typed=True)


def keys_alone():
    """A key without a grid, a glossary, a grid whose letters nothing explains, a grid of other things: nothing is said."""
    for n in range(6):
        own = picked(n, 3)
        blocks = [
            [("p", "Key: Y = in place, P = partly in place, N = not in place"), ("p", "The return follows in May.")],
            [("table", [["Term", "Meaning"], ["Modern slavery coordinator", "The officer whom others ring."],
                        ["Modern slavery strategy", "What a force means to do in three years."]])],
            [("table", [["Arrangement", "Level"], *([label, "QVW"[at]] for at, (label, _) in enumerate(own))])],
            [("p", "Y = in place, N = not in place"), ("table", [["Arrangement", "Level"], *([label, ""] for label, _ in own)])],
            [("p", "1 = low, 2 = middling, 3 = high"), ("table", [["Risk of modern slavery", "Score"], ["Car washes", "3"], ["Farms", "2"]])],
            [("p", "H = held by the lead officer, C = held by the clerk"), ("table", [["Paper", "Where"], ["Minutes", "H"], ["Letters", "C"]])],
        ][n]
        yield Example("key", f"key-alone-{n}", "Return on modern slavery", blocks, {}, typed=True)
