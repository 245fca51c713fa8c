"""Words as they are typed: struck out between ~~ and ~~, in columns behind dots."""


def pieces(text):
    """What stands in a text, and whether it is struck out."""
    return [(words, at % 2 == 1) for at, words in enumerate(text.split("~~")) if words]


def dots(label):
    """As many dots as people type to reach their second column."""
    return "." * max(5, 60 - len(label))


def stops(rows):
    """Where the second and later columns of rows begin, in centimetres: behind the longest words of those before."""
    at, found = 0, []
    for column in list(zip(*rows))[:-1]:
        at += 1 + 0.2 * max(map(len, column))
        found.append(at)
    return found
