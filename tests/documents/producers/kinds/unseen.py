"""What a page shows struck out, hides, revises, frames, or has as a picture."""

from example import Example, GONE, KEPT


def seen_or_not(kind, how, without=()):
    for n in range(10):
        kept, gone = KEPT[n % 5], GONE[(n * 3 + n // 5) % 5]
        if kept[1] == gone[1]:
            gone = GONE[0]
        blocks = [("p", kept[0]), (how, gone[0]), ("p", "This paper is reviewed each year.")]
        yield Example(kind, f"{how}-{n}", "Answer on modern slavery", blocks, {kept[1]: kept[2], gone[1]: None}, without=without)


def revised():
    for n in range(10):
        kept, gone = KEPT[n % 5], GONE[(n * 3 + n // 5) % 5]
        if kept[1] == gone[1]:
            gone = GONE[0]
        yield Example("revised text", f"revised-{n}", "Answer on modern slavery",
                      [("ins", kept[0]), ("del", gone[0]), ("p", "This paper is reviewed each year.")],
                      {kept[1]: kept[2], gone[1]: None})


def boxed():
    for n in range(10):
        kept, other = KEPT[n % 5], KEPT[(n + 2) % 5]
        yield Example("document parts", f"parts-{n}", "Answer on modern slavery",
                      [("p", kept[0]), ("aside", other[0])], {kept[1]: kept[2], other[1]: other[2]})


def pictures():
    """A picture of words beside other text: what it says can't be read, and that is told."""
    for n in range(10):
        kept, gone = KEPT[n % 5], GONE[n % 5]
        yield Example("part that is not read", f"picture-{n}", "Answer on modern slavery",
                      [("p", kept[0]), ("picture", gone[0])], {kept[1]: kept[2]}, without=("pandoc",), warns=True)
