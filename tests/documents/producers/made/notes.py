"""Papers with notes, as pandoc and WeasyPrint take them."""

import html


def noted(example):
    """What a paper says with notes, in pandoc's Markdown; none where it has no notes."""
    pairs = [pair for kind, what in example.blocks if kind == "noted" for pair in what]
    if not pairs:
        return None
    texts = [f"{text}[^{n}]" for n, (text, _) in enumerate(pairs, 1)]
    notes = [f"[^{n}]: {note}" for n, (_, note) in enumerate(pairs, 1)]
    return "\n\n".join([f"# {example.author}", example.title, *texts, "This paper is reviewed each year.", *notes, ""])


def footed(example):
    """A page whose notes WeasyPrint sets at its foot; none where it has no notes."""
    pairs = [pair for kind, what in example.blocks if kind == "noted" for pair in what]
    texts = [f"<p>{html.escape(text)}<span>{html.escape(note)}</span></p>" for text, note in pairs]
    style = "body { font-family: 'DejaVu Sans' } span { float: footnote; font-size: 80% }"
    page = (f"<!doctype html><html lang=en><meta charset=utf-8><style>{style}</style><h1>{example.author}</h1>"
            f"<p>{example.title}</p>{''.join(texts)}<p>This paper is reviewed each year.</p>")
    return page if pairs else None
