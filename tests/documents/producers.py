#!/usr/bin/env python3
"""The same papers by the programs that people use, read by `msacheck read`: one content, one expected reading.

    producers.py [--binary PATH] [--keep DIR] [--kind KIND]

Writes each example as HTML, has python-docx, reportlab, WeasyPrint, Chromium, pandoc and LibreOffice make files of it
(docx, odt, pdf, md, html), reads all of them, and holds each reading against what a careful reader takes from the
content. Fails where anything is declared that the content doesn't say, or is passed over in silence that it does.
"""
import argparse
import base64
import collections
import concurrent.futures
import html
import io
import json
import pathlib
import subprocess
import sys
import tempfile

import docx
import pypandoc
from docx.enum.section import WD_SECTION
from docx.oxml import parse_xml
from docx.oxml.ns import nsdecls
from docx.shared import Cm, Pt
from PIL import Image, ImageDraw, ImageFont
from reportlab.lib import colors
from reportlab.lib.pagesizes import A4
from reportlab.lib.styles import ParagraphStyle, getSampleStyleSheet
from reportlab.pdfbase import pdfmetrics
from reportlab.pdfbase.ttfonts import TTFont
from reportlab.platypus import Flowable, Image as Picture, Paragraph, SimpleDocTemplate, Spacer, Table, TableStyle
from weasyprint import HTML

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
NONE = None


class Example:
    """A paper: its blocks, and the state of each arrangement that it speaks of (None: nothing is said)."""

    def __init__(self, kind, name, title, blocks, expected, author=FORCE, without=(), warns=False):
        self.kind, self.name, self.title, self.blocks = kind, name, title, blocks
        self.expected, self.author, self.without, self.warns = expected, author, set(without), warns


def picked(n, count):
    return [LABELS[(n + 2 * at) % len(LABELS)] for at in range(count)]


def grids():
    heads = [
        (["Arrangement", "Status"], 0, 1),
        (["No.", "Arrangement", "In place?"], 1, 2),
        (["Objective", "Arrangement", "Owner", "RAG"], 1, 3),
        (["Status", "Arrangement"], 1, 0),
    ]
    for n in range(12):
        head, label_at, status_at = heads[n % len(heads)]
        rows, expected = [head], {}
        for at, (label, id) in enumerate(picked(n, 3)):
            status, state = SAYINGS[(5 * n + 4 * at) % len(SAYINGS)]
            row = {"No.": str(at + 1), "Objective": ["Pursue", "Prevent", "Protect"][at], "Owner": "ACC Crime"}
            cells = [row.get(name, "") for name in head]
            cells[label_at], cells[status_at] = label, status
            rows.append(cells)
            expected[id] = state
        yield Example("grid", f"grid-{n}", "What the force has against modern slavery", [("table", rows)], expected)


def tick_columns():
    sets = [(["Yes", "No"], ["in place", "absent"]), (["In place", "Partly", "Not in place"], ["in place", "partial", "absent"])]
    for n in range(10):
        heads, states = sets[n % 2]
        rows, expected = [["Modern slavery", *heads]], {}
        for at, (label, id) in enumerate(picked(n, 3)):
            ticked = (n + at) % len(heads)
            rows.append([label, *("✓" if m == ticked else "" for m in range(len(heads)))])
            expected[id] = states[ticked]
        yield Example("tick column", f"ticks-{n}", "Checklist on modern slavery", [("table", rows)], expected)


def boxes():
    shapes = [("☐", "☒"), ("☐", "☑"), ("[ ]", "[x]")]
    for n in range(10):
        empty, full = shapes[n % 3]
        blocks, expected = [], {}
        for at, (label, id) in enumerate(picked(n, 2)):
            yes = (n + at) % 2 == 0
            marks = (full, empty) if yes else (empty, full)
            blocks.append(("p", f"{label}: {marks[0]} Yes {marks[1]} No"))
            expected[id] = "in place" if yes else "absent"
        yield Example("tick box", f"boxes-{n}", "Form on modern slavery", blocks, expected)


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


def seen_or_not(kind, how, without=()):
    for n in range(10):
        kept, gone = KEPT[n % 5], GONE[(n * 3 + n // 5) % 5]
        if kept[1] == gone[1]:
            gone = GONE[0]
        blocks = [("p", kept[0]), (how, gone[0]), ("p", "This paper is reviewed each year.")]
        yield Example(kind, f"{how}-{n}", "Answer on modern slavery", blocks, {kept[1]: kept[2], gone[1]: NONE}, without=without)


def numbered():
    questions = [
        ("Does the force have a dedicated modern slavery coordinator?", "coordinator"),
        ("Does the force have a modern slavery strategy?", "strategy"),
        ("Is there a budget for modern slavery?", "budget"),
        ("Are officers trained on modern slavery?", "training"),
    ]
    answers = [("Yes.", "in place"), ("No.", "absent"), ("Yes, since 2017.", "in place"), ("No, there is none.", "absent")]
    for n in range(10):
        count = 2 + n % 3
        asked = [questions[(n + at) % 4] for at in range(count)]
        said = [answers[(n * 3 + at) % 4] for at in range(count)]
        blocks = [("h", "Questions"), ("ol", [q for q, _ in asked]), ("h", "Answers"), ("ol", [a for a, _ in said])]
        expected = {id: state for (_, id), (_, state) in zip(asked, said)}
        yield Example("numbered answers", f"numbered-{n}", "Answer to a request", blocks, expected)


def others():
    bodies = ["Hope Harbour Trust", "Northmarch County Council", "University of Northmarch", "Safe Haven Foundation",
              "Eastmere Borough Council", "The Lantern Charity", "Northmarch Diocese", "Harbour Housing Association",
              "Freight Logistics Ltd", "Eastmere NHS Foundation Trust"]
    for n, body in enumerate(bodies):
        kept, gone = KEPT[n % 5], GONE[n % 5]
        blocks = [("p", gone[0].replace("The force", "We").replace("its officers", "our staff").replace("We has", "We have")),
                  ("p", "We have a modern slavery coordinator, and our staff were trained on modern slavery."),
                  ("p", f"We thank {FORCE} for their help."), ("p", f"© 2019 {body}")]
        yield Example("mention not author", f"other-{n}", f"{body}: annual report on modern slavery", blocks, {}, author=body)
        del kept


def choices():
    """A form: for each question a list of which one entry is chosen, or a box to tick."""
    for n in range(10):
        blocks, expected = [], {}
        for at, (label, id) in enumerate(picked(n, 3)):
            if n % 2 == 0:
                chosen = (n // 2 + at) % 3
                blocks.append(("select", (f"{label}:", ["Yes", "No", "Partly"], chosen)))
                expected[id] = ["in place", "absent", "partial"][chosen]
            else:
                yes = (n // 2 + at) % 2 == 0
                blocks.append(("radio", (f"{label}:", ["Yes", "No"], 0 if yes else 1)))
                expected[id] = "in place" if yes else "absent"
        # pandoc and reportlab's flowing text have no forms; Chromium prints radio buttons as pictures.
        without = ("pandoc", "chromium") if n % 2 else ("pandoc",)
        yield Example("form field", f"choices-{n}", "Form on modern slavery", blocks, expected, without=without)


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


def instructions():
    orders = ["Say whether your force has a dedicated modern slavery coordinator.", "Tick one box for each question.",
              "Please tell us about your modern slavery strategy.", "Describe the budget for modern slavery, if any.",
              "Name the officer who leads on modern slavery.", "List the training on modern slavery that officers get.",
              "Attach your guidance on modern slavery.", "Explain how your partnership against slavery works."]
    for n in range(10):
        own = [orders[(n + 3 * at) % 8] for at in range(2 + n % 3)]
        kept = KEPT[n % 5]
        blocks = [("h", "How to fill in this form"), ("ul", own), ("h", "Our answer"), ("p", kept[0])]
        yield Example("instructions to the reader", f"orders-{n}", "Return on modern slavery", blocks, {kept[1]: kept[2]})


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


def revised():
    for n in range(10):
        kept, gone = KEPT[n % 5], GONE[(n * 3 + n // 5) % 5]
        if kept[1] == gone[1]:
            gone = GONE[0]
        yield Example("revised text", f"revised-{n}", "Answer on modern slavery",
                      [("ins", kept[0]), ("del", gone[0]), ("p", "This paper is reviewed each year.")],
                      {kept[1]: kept[2], gone[1]: NONE})


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


def aims():
    texts = ["Increase the number of officers trained on modern slavery.", "Appoint a modern slavery coordinator.",
             "Ensure that a budget for modern slavery is set aside.", "Develop a modern slavery strategy.",
             "Establish an anti-slavery partnership board."]
    for n in range(10):
        own = [texts[(n + at) % 5] for at in range(2 + n % 3)]
        yield Example("aims", f"aims-{n}", "Objectives on modern slavery",
                      [("p", f"This page is by the board of {FORCE}."), ("h", "Our objectives"), ("ul", own)], {})


def references():
    titles = ["Home Office (2014), Modern Slavery Strategy.", "College of Policing, Guidance on modern slavery for officers, 2016.",
              "Modern Slavery Training: Resource Page.", "National Crime Agency, Modern slavery coordinator handbook, 2018.",
              "Eastmere Trust (2017), A modern slavery awareness campaign."]
    for n in range(10):
        own = [titles[(n + at) % 5] for at in range(2 + n % 3)]
        kept = KEPT[n % 5]
        yield Example("reference list", f"references-{n}", "Answer on modern slavery",
                      [("p", kept[0]), ("h", "References"), ("ul", own)], {kept[1]: kept[2]})


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


def examples():
    yield from notes()
    yield from grids()
    yield from tick_columns()
    yield from boxes()
    yield from seen_or_not("struck text", "struck")
    # What pandoc and reportlab are given has no way to say that text is hidden.
    yield from seen_or_not("hidden text", "hidden", without=("pandoc", "reportlab"))
    yield from numbered()
    yield from others()
    yield from aims()
    yield from references()
    yield from choices()
    yield from bullet_sizes()
    yield from numbered_headings()
    yield from instructions()
    yield from odd_letters()
    yield from layouts()
    yield from revised()
    yield from boxed()
    yield from pictures()
    yield from sentences()


def picture(words, folder=None):
    """A picture of words, as the bytes of a PNG file."""
    image = Image.new("RGB", (1400, 120), "white")
    font = ImageFont.truetype("/usr/share/fonts/truetype/dejavu/DejaVuSans.ttf", 40)
    ImageDraw.Draw(image).text((20, 30), words, fill="black", font=font)
    out = io.BytesIO()
    image.save(out, "PNG")
    return out.getvalue()


def noted(example):
    """What a paper says with notes, in pandoc's Markdown; none where it has no notes."""
    pairs = [pair for kind, what in example.blocks if kind == "noted" for pair in what]
    if not pairs:
        return None
    texts = [f"{text}[^{n}]" for n, (text, _) in enumerate(pairs, 1)]
    notes = [f"[^{n}]: {note}" for n, (_, note) in enumerate(pairs, 1)]
    return "\n\n".join([f"# {example.author}", example.title, *texts, "This paper is reviewed each year.", *notes, ""])


def page(example):
    if noted(example):
        return pypandoc.convert_text(noted(example), "html", format="markdown", extra_args=["-s", "-M", f"title={example.title}"])
    parts = []
    for kind, what in example.blocks:
        if kind == "table":
            rows = ["".join(f"<td>{html.escape(cell)}</td>" for cell in row) for row in what]
            parts.append("<table>" + "".join(f"<tr>{row}</tr>" for row in rows) + "</table>")
        elif kind in ("ol", "ul"):
            parts.append(f"<{kind}>" + "".join(f"<li>{html.escape(item)}</li>" for item in what) + f"</{kind}>")
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
            text = html.escape(what)
            parts.append({"h": f"<h2>{text}</h2>", "struck": f"<p><s>{text}</s></p>",
                          "hidden": f'<p style="display: none">{text}</p>',
                          "ins": f"<p><ins>{text}</ins></p>", "del": f"<p><del>{text}</del></p>"}.get(kind, f"<p>{text}</p>"))
    style = "body { font-family: 'DejaVu Sans' } table, td { border: 1px solid black; border-collapse: collapse; padding: 4px } "
    style += (".big li::marker { font-size: 200% } .columns { columns: 2 } .narrow { width: 14em; hyphens: auto; text-align: justify } "
              ".box { border: 1px solid black; float: right; width: 40% } input, select { display: inline-block }")
    return (f"<!doctype html><html lang=en><head><meta charset=utf-8><title>{html.escape(example.title)}</title>"
            f"<style>{style}</style></head><body><h1>{html.escape(example.author)}</h1><p>{html.escape(example.title)}</p>"
            + "".join(parts) + "</body></html>")


W14 = "http://schemas.microsoft.com/office/word/2010/wordml"


def controls(kind, options, chosen):
    """Word's content controls: a list of which one entry is chosen, or boxes of which one is ticked."""
    if kind == "select":
        items = "".join(f'<w:listItem w:displayText="{text}" w:value="{text}"/>' for text in options)
        return [parse_xml(f'<w:sdt {nsdecls("w")}><w:sdtPr><w:dropDownList>{items}</w:dropDownList></w:sdtPr><w:sdtContent>'
                          f'<w:r><w:t>{options[chosen]}</w:t></w:r></w:sdtContent></w:sdt>')]
    made = []
    for n, text in enumerate(options):
        state = int(n == chosen)
        made.append(parse_xml(
            f'<w:sdt {nsdecls("w")} xmlns:w14="{W14}"><w:sdtPr><w14:checkbox><w14:checked w14:val="{state}"/></w14:checkbox>'
            f'</w:sdtPr><w:sdtContent><w:r><w:t>{"☒" if state else "☐"}</w:t></w:r></w:sdtContent></w:sdt>'))
        made.append(parse_xml(f'<w:r {nsdecls("w")}><w:t xml:space="preserve"> {text} </w:t></w:r>'))
    return made


class Fields(Flowable):
    """A label with AcroForm fields beside it."""

    def __init__(self, kind, label, options, chosen, name):
        super().__init__()
        self.kind, self.label, self.options, self.chosen, self.name = kind, label, options, chosen, name

    def wrap(self, width, height):
        return width, 24

    def draw(self):
        canvas = self.canv
        canvas.setFont("DejaVu", 10)
        canvas.drawString(0, 6, self.label)
        x = pdfmetrics.stringWidth(self.label, "DejaVu", 10) + 8
        if self.kind == "select":
            canvas.acroForm.choice(name=self.name, value=self.options[self.chosen], options=self.options, x=x, y=0, width=80,
                                   height=18, relative=True)
            return
        for n, text in enumerate(self.options):
            canvas.acroForm.radio(name=self.name, value=text, selected=n == self.chosen, x=x, y=2, size=14, relative=True)
            canvas.drawString(x + 18, 6, text)
            x += 60


def footed(example):
    """A page whose notes WeasyPrint sets at its foot; none where it has no notes."""
    pairs = [pair for kind, what in example.blocks if kind == "noted" for pair in what]
    texts = [f"<p>{html.escape(text)}<span>{html.escape(note)}</span></p>" for text, note in pairs]
    style = "body { font-family: 'DejaVu Sans' } span { float: footnote; font-size: 80% }"
    page = (f"<!doctype html><html lang=en><meta charset=utf-8><style>{style}</style><h1>{example.author}</h1>"
            f"<p>{example.title}</p>{''.join(texts)}<p>This paper is reviewed each year.</p>")
    return page if pairs else None


def word(example, path):
    if noted(example):
        pypandoc.convert_text(noted(example), "docx", format="markdown", outputfile=str(path))
        return
    document = docx.Document()
    document.core_properties.author = example.author
    document.add_heading(example.author, 1)
    document.add_paragraph(example.title)
    for kind, what in example.blocks:
        if kind == "table":
            table = document.add_table(rows=0, cols=len(what[0]), style="Table Grid")
            for row in what:
                for cell, text in zip(table.add_row().cells, row):
                    cell.text = text
        elif kind == "ol":
            # Word counts on in one list, so that people type these.
            for number, item in enumerate(what, 1):
                document.add_paragraph(f"{number}. {item}")
        elif kind == "ul":
            for item in what:
                document.add_paragraph(item, style="List Bullet")
        elif kind == "h":
            document.add_heading(what, 2)
        elif kind in ("big", "initial"):
            for item in what:
                paragraph = document.add_paragraph()
                bullet = paragraph.add_run("\u2022 " if kind == "big" else item[0])
                bullet.font.size = Pt(24)
                paragraph.add_run(item if kind == "big" else item[1:])
        elif kind in ("columns", "narrow"):
            section = document.add_section(WD_SECTION.CONTINUOUS)
            if kind == "columns":
                section._sectPr.append(parse_xml(f'<w:cols {nsdecls("w")} w:num="2"/>'))
            for item in what:
                paragraph = document.add_paragraph(item)
                if kind == "narrow":
                    paragraph.paragraph_format.right_indent = Cm(9)
        elif kind in ("select", "radio"):
            label, options, chosen = what
            document.add_paragraph(f"{label} ")._p.extend(controls(kind, options, chosen))
        elif kind in ("ins", "del"):
            text = "t" if kind == "ins" else "delText"
            document.add_paragraph()._p.append(parse_xml(
                f'<w:{kind} {nsdecls("w")} w:id="1" w:author="Board" w:date="2019-05-01T10:00:00Z"><w:r>'
                f'<w:{text}>{html.escape(what)}</w:{text}></w:r></w:{kind}>'))
        elif kind == "picture":
            document.add_picture(io.BytesIO(picture(what)), width=Cm(15))
        elif kind == "aside":
            document.add_table(rows=1, cols=1, style="Table Grid").cell(0, 0).text = what
        else:
            run = document.add_paragraph().add_run(what)
            run.font.strike = kind == "struck" or None
            run.font.hidden = kind == "hidden" or None
    document.save(path)


def drawn(example, path):
    styles = getSampleStyleSheet()
    for style in styles.byName.values():
        style.fontName = "DejaVu"
    text = lambda words, style="BodyText": Paragraph(html.escape(words), styles[style])  # noqa: E731
    story = [text(example.author, "Heading1"), text(example.title)]
    for kind, what in example.blocks:
        if kind == "table":
            grid = TableStyle([("GRID", (0, 0), (-1, -1), 0.5, colors.black)])
            story.append(Table([[text(cell) for cell in row] for row in what], style=grid))
        elif kind in ("ol", "ul"):
            mark = (lambda n: f"{n}.") if kind == "ol" else (lambda n: "•")
            story += [Paragraph(f"{mark(n)} {html.escape(item)}", styles["BodyText"]) for n, item in enumerate(what, 1)]
        elif kind in ("big", "initial"):
            for item in what:
                own = f"<font size=20>{item[0]}</font>{html.escape(item[1:])}" if kind == "initial" else html.escape(item)
                bullet = {"bulletText": "\u2022"} if kind == "big" else {}
                style = ParagraphStyle("big", parent=styles["BodyText"], bulletFontSize=20, leftIndent=18)
                story.append(Paragraph(own, style, **bullet))
        elif kind in ("columns", "narrow"):
            own = [text(item) for item in what]
            half = len(own) // 2
            cells = [[own[:half], own[half:]]] if kind == "columns" else [[own, ""]]
            story.append(Table(cells, colWidths=[220, 220], style=TableStyle([("VALIGN", (0, 0), (-1, -1), "TOP")])))
        elif kind in ("select", "radio"):
            story.append(Fields(kind, *what, name=f"{example.name}-{len(story)}"))
        elif kind == "picture":
            story.append(Picture(io.BytesIO(picture(what)), width=420, height=36))
        elif kind == "aside":
            story.append(Table([[text(what)]], style=TableStyle([("BOX", (0, 0), (-1, -1), 0.5, colors.black)])))
        elif kind == "noted":
            for n, (words, _) in enumerate(what, 1):
                story.append(Paragraph(f"{html.escape(words)}<super size=6>{n}</super>", styles["BodyText"]))
            story += [text("This paper is reviewed each year."), Spacer(1, 200)]
            for n, (_, note) in enumerate(what, 1):
                small = ParagraphStyle("note", parent=styles["BodyText"], fontSize=8)
                story.append(Paragraph(f"<super size=5>{n}</super> {html.escape(note)}", small))
        elif kind in ("struck", "del"):
            story.append(Paragraph(f"<strike>{html.escape(what)}</strike>", styles["BodyText"]))
        else:
            story.append(text(what, "Heading2" if kind == "h" else "BodyText"))
        story.append(Spacer(1, 6))
    SimpleDocTemplate(str(path), pagesize=A4, author=example.author).build(story)


def make(all, folder):
    pdfmetrics.registerFont(TTFont("DejaVu", "/usr/share/fonts/truetype/dejavu/DejaVuSans.ttf"))
    for sub in ("html", "docx", "reportlab", "weasyprint", "chromium", "pandoc", "office"):
        (folder / sub).mkdir(parents=True, exist_ok=True)
    for example in all:
        name = example.name
        source = folder / "html" / f"{name}.html"
        source.write_text(page(example), encoding="utf-8")
        word(example, folder / "docx" / f"{name}.docx")
        if "reportlab" not in example.without:
            drawn(example, folder / "reportlab" / f"{name}.pdf")
        HTML(string=footed(example) or page(example)).write_pdf(folder / "weasyprint" / f"{name}.pdf", pdf_forms=True)
        if "pandoc" not in example.without:
            for ending, form in (("docx", "docx"), ("odt", "odt"), ("md", "gfm")):
                out = str(folder / "pandoc" / f"{name}.{ending}")
                if noted(example):
                    pypandoc.convert_text(noted(example), form, format="markdown", outputfile=out)
                else:
                    pypandoc.convert_file(str(source), form, outputfile=out)

    def chromium(example):
        out = folder / "chromium" / f"{example.name}.pdf"
        subprocess.run(["chromium", "--headless", "--no-sandbox", "--disable-gpu", "--no-pdf-header-footer",
                        f"--user-data-dir={folder / 'profile' / example.name}", f"--print-to-pdf={out}",
                        str(folder / "html" / f"{example.name}.html")], check=True, capture_output=True)

    with concurrent.futures.ThreadPoolExecutor(2) as pool:
        list(pool.map(chromium, (example for example in all if "chromium" not in example.without)))
    words = sorted(map(str, (folder / "docx").iterdir()))
    for ending in ("odt", "pdf"):
        subprocess.run(["soffice", f"-env:UserInstallation=file://{folder / 'soffice'}", "--headless", "--convert-to",
                        ending, "--outdir", str(folder / "office"), *words], check=True, capture_output=True)


def judge(example, path, binary):
    done = subprocess.run([binary, "read", str(path), "--format", "json"], capture_output=True, text=True)
    if done.returncode not in (0, 1):
        return [f"not read: {done.stderr.strip()[:200]}"]
    reading = json.loads(done.stdout)
    rows = {row["arrangement"]: row for row in reading["arrangements"]}
    stated = {id: row["state"] for id, row in rows.items() if row["state"] != "not stated"}
    wrong = ["nothing tells of what isn't read"] if example.warns and not reading["warnings"] else []
    for id in sorted({*stated, *(id for id, state in example.expected.items() if state)}):
        expected, found = example.expected.get(id), stated.get(id)
        asked = found is None and rows.get(id, {}).get("unsure")
        if found != expected and not asked:
            wrong.append(f"{id} is {expected or 'not stated'}, read as {found or 'not stated'}")
    return wrong


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--binary", default="target/release/msacheck")
    parser.add_argument("--keep", type=pathlib.Path)
    parser.add_argument("--kind")
    options = parser.parse_args()
    all = [example for example in examples() if options.kind in (None, example.kind)]
    counts = collections.Counter(example.kind for example in all)
    assert all and min(counts.values()) >= 10, counts
    with tempfile.TemporaryDirectory() as folder:
        folder = options.keep or pathlib.Path(folder)
        if not (folder / "office").exists():
            make(all, folder)
        files = [(example, path) for example in all for path in sorted(folder.glob(f"*/{example.name}.*"))
                 if path.parent.name not in ("profile", "soffice")]
        with concurrent.futures.ThreadPoolExecutor(2) as pool:
            judged = list(pool.map(lambda own: judge(*own, options.binary), files))
    passed, failed = collections.Counter(), collections.Counter()
    for (example, path), wrong in zip(files, judged):
        (failed if wrong else passed)[example.kind] += 1
        for line in wrong:
            print(f"FAILED {path.parent.name}/{path.name}: {line}")
    for kind in counts:
        print(f"{kind}: {counts[kind]} examples, {passed[kind]} files passed, {failed[kind]} failed")
    print(f"{sum(passed.values())} passed, {sum(failed.values())} failed")
    sys.exit(1 if failed else 0)


if __name__ == "__main__":
    main()
