"""A page of HTML, which browsers and pandoc take."""

import base64
import html

import pypandoc

from .notes import noted
from .picture import picture
from .words import dots, pieces


STRIKES = {"s": ("<s>", "</s>"), "del": ("<del>", "</del>"), "style": ("<span style='text-decoration: line-through'>", "</span>"),
           "class": ("<span class=gone>", "</span>")}


def page(example):
    if noted(example):
        return pypandoc.convert_text(noted(example), "html", format="markdown", extra_args=["-s", "-M", f"title={example.title}"])
    parts = []
    before, after = STRIKES[example.strike]

    def marked(text):
        own = (f"{before}{html.escape(words)}{after}" if struck else html.escape(words) for words, struck in pieces(text))
        return "".join(own).replace("\n", "<br>")

    for kind, what in example.blocks:
        if kind == "table":
            rows = ["".join(f"<td>{marked(cell)}</td>" for cell in row) for row in what]
            parts.append("<table>" + "".join(f"<tr>{row}</tr>" for row in rows) + "</table>")
        elif kind in ("ol", "ul"):
            parts.append(f"<{kind}>" + "".join(f"<li>{marked(item)}</li>" for item in what) + f"</{kind}>")
        elif kind == "quote":
            parts.append("<blockquote type=cite>" + "".join(f"<p>{html.escape(line)}</p>" for line in what) + "</blockquote>")
        elif kind == "leaders":
            parts.append("".join(f"<p>{html.escape(label)} {dots(label)} {html.escape(value)}</p>" for label, value in what))
        elif kind == "tabs":
            parts.append("<pre>" + html.escape("\n".join("\t".join(row) for row in what)) + "</pre>")
        elif kind in ("big", "initial"):
            first = lambda item: f"<span style='font-size: 200%'>{item[0]}</span>{html.escape(item[1:])}"  # noqa: E731
            items = "".join(f"<li>{first(item) if kind == 'initial' else html.escape(item)}</li>" for item in what)
            parts.append(f"<ul class={kind}>{items}</ul>")
        elif kind in ("columns", "narrow"):
            parts.append(f"<div class={kind}>" + "".join(f"<p>{html.escape(item)}</p>" for item in what) + "</div>")
        elif kind == "select":
            label, options, chosen = what
            own = "".join(f"<option value={text}{' selected' if n == chosen else ''}>{text}</option>" for n, text in enumerate(options))
            parts.append(f"<p>{label} <select>{own}</select></p>")
        elif kind == "radio":
            label, options, chosen = what
            name = f"r{len(parts)}"
            own = " ".join(f"<input type=radio name={name} value={n}{' checked' if n == chosen else ''}> {text}"
                           for n, text in enumerate(options))
            parts.append(f"<p>{label} {own}</p>")
        elif kind == "picture":
            data = base64.b64encode(picture(what)).decode()
            parts.append(f'<p><img width=600 src="data:image/png;base64,{data}"></p>')
        elif kind == "aside":
            parts.append(f"<div class=box><p>{html.escape(what)}</p></div>")
        else:
            text = marked(what)
            parts.append({"h": f"<h2>{text}</h2>", "struck": f"<p><s>{text}</s></p>",
                          "hidden": f'<p style="display: none">{text}</p>',
                          "ins": f"<p><ins>{text}</ins></p>", "del": f"<p><del>{text}</del></p>"}.get(kind, f"<p>{text}</p>"))
    style = "body { font-family: 'DejaVu Sans' } .gone { text-decoration: line-through } pre { tab-size: 40; font-family: inherit } table, td { border: 1px solid black; border-collapse: collapse; padding: 4px } "
    style += (".big li::marker { font-size: 200% } .columns { columns: 2 } .narrow { width: 14em; hyphens: auto; text-align: justify } "
              ".box { border: 1px solid black; float: right; width: 40% } input, select { display: inline-block }")
    return (f"<!doctype html><html lang=en><head><meta charset=utf-8><title>{html.escape(example.title)}</title>"
            f"<style>{style}</style></head><body><h1>{html.escape(example.author)}</h1><p>{html.escape(example.title)}</p>"
            + "".join(parts) + "</body></html>")
