"""A file of Word, by python-docx."""

import html
import io

import docx
import pypandoc
from docx.enum.section import WD_SECTION
from docx.enum.style import WD_STYLE_TYPE
from docx.enum.text import WD_TAB_LEADER
from docx.oxml import parse_xml
from docx.oxml.ns import nsdecls
from docx.shared import Cm, Pt

from .notes import noted
from .picture import picture
from .words import pieces, stops

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


def put(paragraph, text, strike):
    """Adds words to a paragraph, some of which may be struck out."""
    for words, struck in pieces(text):
        if struck and strike == "del":
            paragraph._p.append(parse_xml(
                f'<w:del {nsdecls("w")} w:id="1" w:author="Board" w:date="2019-05-01T10:00:00Z"><w:r>'
                f'<w:delText xml:space="preserve">{html.escape(words)}</w:delText></w:r></w:del>'))
            continue
        run = paragraph.add_run(words, style="Gone" if struck and strike == "class" else None)
        run.font.strike = struck and strike == "s" or None
        run.font.double_strike = struck and strike == "style" or None


def word(example, path):
    if noted(example):
        pypandoc.convert_text(noted(example), "docx", format="markdown", outputfile=str(path))
        return
    document = docx.Document()
    document.styles.add_style("Gone", WD_STYLE_TYPE.CHARACTER).font.strike = True
    document.core_properties.author = example.author
    document.add_heading(example.author, 1)
    document.add_paragraph(example.title)
    for kind, what in example.blocks:
        if kind == "table":
            table = document.add_table(rows=0, cols=len(what[0]), style="Table Grid")
            for row in what:
                for cell, text in zip(table.add_row().cells, row):
                    put(cell.paragraphs[0], text, example.strike)
        elif kind == "ol":
            # Word counts on in one list, so that people type these.
            for number, item in enumerate(what, 1):
                document.add_paragraph(f"{number}. {item}")
        elif kind == "ul":
            for item in what:
                put(document.add_paragraph(style="List Bullet"), item, example.strike)
        elif kind == "quote":
            # Who pastes a mail has its signs as well.
            for line in what:
                document.add_paragraph(f"> {line}")
        elif kind in ("leaders", "tabs"):
            for row in what:
                paragraph = document.add_paragraph("\t".join(row))
                leader = WD_TAB_LEADER.DOTS if kind == "leaders" else WD_TAB_LEADER.SPACES
                for at in stops(what):
                    paragraph.paragraph_format.tab_stops.add_tab_stop(Cm(at), leader=leader)
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
            paragraph = document.add_paragraph()
            put(paragraph, f"~~{what}~~" if kind == "struck" else what, example.strike)
            for run in paragraph.runs if kind == "hidden" else ():
                run.font.hidden = True
    document.save(path)
