"""A PDF, by reportlab."""

import html
import io

from reportlab.lib import colors
from reportlab.lib.pagesizes import A4
from reportlab.lib.styles import ParagraphStyle, getSampleStyleSheet
from reportlab.lib.units import cm
from reportlab.pdfbase import pdfmetrics
from reportlab.platypus import Flowable, Image as Picture, Paragraph, SimpleDocTemplate, Spacer, Table, TableStyle

from .picture import picture
from .words import pieces, stops


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


class Columns(Flowable):
    """Words in columns of one line, with dots between or with nothing."""

    def __init__(self, row, stops, dotted):
        super().__init__()
        self.row, self.stops, self.dotted = row, [0, *(at * cm for at in stops)], dotted

    def wrap(self, width, height):
        return width, 16

    def draw(self):
        self.canv.setFont("DejaVu", 10)
        dot = pdfmetrics.stringWidth(".", "DejaVu", 10)
        for at, (words, x) in enumerate(zip(self.row, self.stops)):
            if self.dotted and at:
                begin = self.stops[at - 1] + pdfmetrics.stringWidth(self.row[at - 1], "DejaVu", 10) + 4
                self.canv.drawString(begin, 4, "." * int((x - 4 - begin) / dot))
            self.canv.drawString(x, 4, words)


def drawn(example, path):
    styles = getSampleStyleSheet()
    for style in styles.byName.values():
        style.fontName = "DejaVu"

    def text(words, style="BodyText"):
        own = (f"<strike>{html.escape(own)}</strike>" if struck else html.escape(own) for own, struck in pieces(words))
        return Paragraph("".join(own).replace("\n", "<br/>"), styles[style])

    story = [text(example.author, "Heading1"), text(example.title)]
    for kind, what in example.blocks:
        if kind == "table":
            grid = TableStyle([("GRID", (0, 0), (-1, -1), 0.5, colors.black)])
            story.append(Table([[text(cell) for cell in row] for row in what], style=grid))
        elif kind in ("ol", "ul"):
            mark = (lambda n: f"{n}.") if kind == "ol" else (lambda n: "•")
            story += [text(f"{mark(n)} {item}") for n, item in enumerate(what, 1)]
        elif kind == "quote":
            story += [text(f"> {line}") for line in what]
        elif kind in ("leaders", "tabs"):
            story += [Columns(row, stops(what), kind == "leaders") for row in what]
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
            story.append(text(f"~~{what}~~"))
        else:
            story.append(text(what, "Heading2" if kind == "h" else "BodyText"))
        story.append(Spacer(1, 6))
    SimpleDocTemplate(str(path), pagesize=A4, author=example.author).build(story)
