#!/usr/bin/env python3
"""Makes an archive to try things on: answers and minutes of forces that don't exist, over the years, in five formats.

    python samples/archive/papers.py FOLDER [HOW MANY]    240 papers, unless more are asked for

The same number always gives the same papers. One in a hundred is broken, as in any archive."""

import html
import io
import pathlib
import random
import sys
import zipfile

FORCES = ["Northmarch", "Southmere", "Wolds and Fen", "Eastholt", "Hollowdale", "Greywater", "Thornvale", "Saltings"]
YEARS = range(2016, 2027)
MONTHS = ["January", "March", "May", "June", "September", "November"]

#: What a force may say of an arrangement, from nothing to all of it: the later the year, the more it says.
SAYS = {
    "lead": [
        "The force has no lead for modern slavery.",
        "A force lead for modern slavery will be appointed next year.",
        "One Detective Superintendent is the part time Force Lead for modern slavery.",
        "A detective superintendent is the full-time force lead for modern slavery.",
    ],
    "coordinator": [
        "We do not have a modern slavery coordinator.",
        "It is planned to recruit a modern slavery coordinator.",
        "A modern slavery coordinator, a sergeant, works part time.",
        "The force has a dedicated modern slavery coordinator.",
    ],
    "investigators": [
        "There is currently no dedicated investigative resource for modern slavery.",
        "A dedicated modern slavery team is planned.",
        "Investigations sit within Public Protection.",
        "The force has a dedicated modern slavery team of twelve investigators.",
    ],
    "guidance": [
        "The force has no guidance for officers on modern slavery.",
        "Guidance for officers on modern slavery is being drafted.",
        "Some teams have local guidance on human trafficking.",
        "The force has agreed guidance for officers on modern slavery.",
    ],
    "partnership": [
        "The force is not part of an anti-slavery partnership.",
        "The force intends to join a regional anti-slavery partnership.",
        "The force attends the regional anti-slavery partnership when it can.",
        "The force chairs the local anti-slavery partnership with councils, health bodies and charities.",
    ],
    "training": [
        "No training on modern slavery is given.",
        "Training on modern slavery will be rolled out.",
        "Custody officers have been trained in modern slavery.",
        "All frontline officers are trained in modern slavery.",
    ],
}

#: What papers are mostly made of.
BUSINESS = [
    "Members noted the performance figures for the quarter and asked for a breakdown by district.",
    "The chair thanked officers for their work over a demanding summer.",
    "Response times to emergency calls were broadly in line with the previous year.",
    "The estates programme is on schedule, and two stations will be refurbished in the autumn.",
    "A question was raised about parking near the new custody suite, and will be answered in writing.",
    "The fleet is being renewed in line with the plan that was agreed in the spring.",
    "Neighbourhood teams met residents in four towns, and will report back in the new year.",
    "The underspend on overtime will be carried forward, subject to audit.",
    "Requests for information are answered within twenty working days wherever that is possible.",
    "If you are unhappy with this answer, you may ask for an internal review within two months.",
    "The force holds part of the information that was asked for, and the rest is published on its website.",
    "Rural crime remains a concern of residents, and patrols were raised in the affected parishes.",
    "The recruitment of new constables continues, with forty places on the next course.",
    "The committee agreed the minutes of the last meeting as a correct record.",
    "Data of this kind is only kept for the current financial year and the two before it.",
    "The contract for body-worn cameras was extended by a year while a new tender is prepared.",
]


def paragraphs(at):
    """The force of a paper, its date, its text paragraph by paragraph."""
    rng = random.Random(at)
    force = FORCES[at % len(FORCES)]
    year = YEARS[at // len(FORCES) % len(YEARS)]
    date = f"{rng.randint(1, 28)} {rng.choice(MONTHS)} {year}"
    made = [f"{force} Police", "Freedom of information request: modern slavery", f"Date: {date}"]
    reached = (year - YEARS[0]) / (len(YEARS) - 1) * 3
    for says in rng.sample(list(SAYS), rng.randint(2, 5)):
        step = round(min(3, max(0, rng.gauss(reached, 0.8))))
        business = [rng.choice(BUSINESS) for _ in range(rng.randint(2, 8))]
        business.insert(rng.randint(0, len(business)), SAYS[says][step])
        made.append(" ".join(business))
    made += [" ".join(rng.choices(BUSINESS, k=rng.randint(3, 8))) for _ in range(rng.randint(4, 40))]
    return force, year, made


def text(made):
    return "\n\n".join(made).encode()


def markdown(made):
    return ("# " + "\n\n".join(made)).encode()


def page(made):
    body = "".join(f"<p>{html.escape(paragraph)}</p>" for paragraph in made[1:])
    return f"<!DOCTYPE html><title>{made[0]}</title><h1>{made[0]}</h1>{body}".encode()


def docx(made):
    """The least that Word opens."""
    kind = "application/vnd.openxmlformats"
    paragraphs = "".join(f"<w:p><w:r><w:t>{html.escape(one)}</w:t></w:r></w:p>" for one in made)
    space = "http://schemas.openxmlformats.org"
    parts = {
        "[Content_Types].xml": f'<Types xmlns="{space}/package/2006/content-types"><Default Extension="rels" '
        f'ContentType="{kind}-package.relationships+xml"/><Override PartName="/word/document.xml" '
        f'ContentType="{kind}-officedocument.wordprocessingml.document.main+xml"/></Types>',
        "_rels/.rels": f'<Relationships xmlns="{space}/package/2006/relationships"><Relationship Id="r1" '
        f'Type="{space}/officeDocument/2006/relationships/officeDocument" Target="word/document.xml"/></Relationships>',
        "word/document.xml": f'<w:document xmlns:w="{space}/wordprocessingml/2006/main"><w:body>{paragraphs}'
        "</w:body></w:document>",
    }
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, body in parts.items():
            archive.writestr(zipfile.ZipInfo(name), body)
    return packed.getvalue()


#: What stands for itself in a string of PDF's only after a backslash.
ESCAPED = {ord(sign): "\\" + sign for sign in "()\\"}


def pdf(made):
    """Pages of a typewriter's lines."""
    lines = []
    for paragraph in made:
        line = ""
        for word in paragraph.split():
            if len(line) + len(word) > 88:
                lines.append(line)
                line = ""
            line += (" " if line else "") + word
        lines += [line, ""]
    sheets = [lines[at:at + 54] for at in range(0, len(lines), 54)]
    kids = " ".join(f"{4 + 2 * at} 0 R" for at in range(len(sheets)))
    objects = [
        b"<</Type/Catalog/Pages 2 0 R>>",
        f"<</Type/Pages/Kids[{kids}]/Count {len(sheets)}>>".encode(),
        b"<</Type/Font/Subtype/Type1/BaseFont/Helvetica>>",
    ]
    for at, sheet in enumerate(sheets):
        shown = "".join(f"({line.translate(ESCAPED)}) Tj T*\n" for line in sheet)
        stream = f"BT /F1 10 Tf 13 TL 60 790 Td\n{shown}ET".encode("latin-1")
        objects.append(
            f"<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]/Resources<</Font<</F1 3 0 R>>>>"
            f"/Contents {5 + 2 * at} 0 R>>".encode())
        objects.append(b"<</Length %d>>stream\n%s\nendstream" % (len(stream), stream))
    out, places = bytearray(b"%PDF-1.4\n"), []
    for number, body in enumerate(objects, 1):
        places.append(len(out))
        out += b"%d 0 obj%s\nendobj\n" % (number, body)
    table = "".join(f"{place:010} 00000 n \n" for place in places)
    end = f"xref\n0 {len(places) + 1}\n0000000000 65535 f \n{table}trailer<</Size {len(places) + 1}/Root 1 0 R>>\n"
    return bytes(out) + f"{end}startxref\n{len(out)}\n%%EOF\n".encode()


FORMATS = [("txt", text), ("pdf", pdf), ("docx", docx), ("html", page), ("md", markdown)]


def make(folder, count):
    folder = pathlib.Path(folder)
    folder.mkdir(parents=True, exist_ok=True)
    for at in range(count):
        force, year, made = paragraphs(at)
        ending, write = FORMATS[at % len(FORMATS)]
        body = write(made)
        if at % 100 == 61:
            body = body[:7] + b"\0 broken on the way to the archive"
            ending = "pdf"
        name = f"{force.lower().replace(' ', '-')}-{year}-{at:05}.{ending}"
        (folder / name).write_bytes(body)


if __name__ == "__main__":
    make(sys.argv[1], int(sys.argv[2]) if len(sys.argv) > 2 else 240)
