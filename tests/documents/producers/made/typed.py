"""Plain text, as people type it."""

from .words import dots


def typed(example):
    parts = [example.author, example.title]
    for kind, what in example.blocks:
        if kind == "table":
            parts.append("\n".join("| " + " | ".join(cell.replace("\n", " ") for cell in row) + " |" for row in what))
        elif kind == "ul":
            parts.append("\n".join(f"- {item}" for item in what))
        elif kind == "ol":
            parts.append("\n".join(f"{n}. {item}" for n, item in enumerate(what, 1)))
        elif kind == "quote":
            parts.append("\n".join(f"> {line}" for line in what))
        elif kind == "leaders":
            parts.append("\n".join(f"{label} {dots(label)} {value}" for label, value in what))
        elif kind == "tabs":
            parts.append("\n".join("\t".join(row) for row in what))
        else:
            parts.append(what)
    return "\n\n".join(parts) + "\n"
