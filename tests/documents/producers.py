#!/usr/bin/env python3
"""The same papers by the programs that people use, read by `msacheck read`: one content, one expected reading.

    producers.py [--binary PATH] [--keep DIR] [--kind KIND]

Writes each example as HTML, has python-docx, reportlab, WeasyPrint, Chromium, pandoc and LibreOffice make files of it
(docx, odt, pdf, md, html), reads all of them, and holds each reading against what a careful reader takes from the
content. Fails where anything is declared that the content doesn't say, or is passed over in silence that it does.
"""
import argparse
import collections
import concurrent.futures
import html
import json
import pathlib
import subprocess
import sys
import tempfile

import docx
import pypandoc
from reportlab.lib import colors
from reportlab.lib.pagesizes import A4
from reportlab.lib.styles import getSampleStyleSheet
from reportlab.pdfbase import pdfmetrics
from reportlab.pdfbase.ttfonts import TTFont
from reportlab.platypus import Paragraph, SimpleDocTemplate, Spacer, Table, TableStyle
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
    ("N/A", "absent"), ("TBC", None), ("40%", "partial"), ("Planned for 2030", "planned"), ("Partly", "partial"),
]
NONE = None


class Example:
    """A paper: its blocks, and the state of each arrangement that it speaks of (None: nothing is said)."""

    def __init__(self, kind, name, title, blocks, expected, author=FORCE, without=()):
        self.kind, self.name, self.title, self.blocks = kind, name, title, blocks
        self.expected, self.author, self.without = expected, author, set(without)


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


def aims():
    texts = ["Increase the number of officers trained on modern slavery.", "Appoint a modern slavery coordinator.",
             "Ensure that a budget for modern slavery is set aside.", "Develop a modern slavery strategy.",
             "Establish an anti-slavery partnership board."]
    for n in range(10):
        own = [texts[(n + at) % 5] for at in range(2 + n % 3)]
        yield Example("aims", f"aims-{n}", "Plan against modern slavery",
                      [("p", f"This is the plan of {FORCE} against modern slavery."), ("h", "Our objectives"), ("ul", own)],
                      {}, )


def references():
    titles = ["Home Office (2014), Modern Slavery Strategy.", "College of Policing, Guidance on modern slavery for officers, 2016.",
              "Modern Slavery Training: Resource Page.", "National Crime Agency, Modern slavery coordinator handbook, 2018.",
              "Eastmere Trust (2017), A modern slavery awareness campaign."]
    for n in range(10):
        own = [titles[(n + at) % 5] for at in range(2 + n % 3)]
        kept = KEPT[n % 5]
        yield Example("reference list", f"references-{n}", "Answer on modern slavery",
                      [("p", kept[0]), ("h", "References"), ("ul", own)], {kept[1]: kept[2]})


def examples():
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


def page(example):
    parts = []
    for kind, what in example.blocks:
        if kind == "table":
            rows = ["".join(f"<td>{html.escape(cell)}</td>" for cell in row) for row in what]
            parts.append("<table>" + "".join(f"<tr>{row}</tr>" for row in rows) + "</table>")
        elif kind in ("ol", "ul"):
            parts.append(f"<{kind}>" + "".join(f"<li>{html.escape(item)}</li>" for item in what) + f"</{kind}>")
        else:
            text = html.escape(what)
            parts.append({"h": f"<h2>{text}</h2>", "struck": f"<p><s>{text}</s></p>",
                          "hidden": f'<p style="display: none">{text}</p>'}.get(kind, f"<p>{text}</p>"))
    style = "body { font-family: 'DejaVu Sans' } table, td { border: 1px solid black; border-collapse: collapse; padding: 4px }"
    return (f"<!doctype html><html lang=en><head><meta charset=utf-8><title>{html.escape(example.title)}</title>"
            f"<style>{style}</style></head><body><h1>{html.escape(example.author)}</h1><p>{html.escape(example.title)}</p>"
            + "".join(parts) + "</body></html>")


def word(example, path):
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
        elif kind == "struck":
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
        HTML(string=page(example)).write_pdf(folder / "weasyprint" / f"{name}.pdf")
        if "pandoc" not in example.without:
            for ending, form in (("docx", "docx"), ("odt", "odt"), ("md", "gfm")):
                pypandoc.convert_file(str(source), form, outputfile=str(folder / "pandoc" / f"{name}.{ending}"))

    def chromium(example):
        out = folder / "chromium" / f"{example.name}.pdf"
        subprocess.run(["chromium", "--headless", "--no-sandbox", "--disable-gpu", "--no-pdf-header-footer",
                        f"--user-data-dir={folder / 'profile' / example.name}", f"--print-to-pdf={out}",
                        str(folder / "html" / f"{example.name}.html")], check=True, capture_output=True)

    with concurrent.futures.ThreadPoolExecutor(2) as pool:
        list(pool.map(chromium, all))
    words = sorted(map(str, (folder / "docx").iterdir()))
    for ending in ("odt", "pdf"):
        subprocess.run(["soffice", f"-env:UserInstallation=file://{folder / 'soffice'}", "--headless", "--convert-to",
                        ending, "--outdir", str(folder / "office"), *words], check=True, capture_output=True)


def judge(example, path, binary):
    done = subprocess.run([binary, "read", str(path), "--format", "json"], capture_output=True, text=True)
    if done.returncode not in (0, 1):
        return [f"not read: {done.stderr.strip()[:200]}"]
    rows = {row["arrangement"]: row for row in json.loads(done.stdout)["arrangements"]}
    stated = {id: row["state"] for id, row in rows.items() if row["state"] != "not stated"}
    wrong = []
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
