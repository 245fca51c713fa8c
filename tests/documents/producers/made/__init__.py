"""Makes files of examples by each producer, a folder each."""

import concurrent.futures
import subprocess

import pypandoc
from reportlab.pdfbase import pdfmetrics
from reportlab.pdfbase.ttfonts import TTFont
from weasyprint import HTML

from .drawn import drawn
from .notes import footed, noted
from .page import page
from .typed import typed
from .word import word


def make(all, folder):
    pdfmetrics.registerFont(TTFont("DejaVu", "/usr/share/fonts/truetype/dejavu/DejaVuSans.ttf"))
    for sub in ("html", "docx", "reportlab", "weasyprint", "chromium", "pandoc", "office", "typed"):
        (folder / sub).mkdir(parents=True, exist_ok=True)
    for example in all:
        name = example.name
        source = folder / "html" / f"{name}.html"
        source.write_text(page(example), encoding="utf-8")
        if example.typed:
            (folder / "typed" / f"{name}.txt").write_text(typed(example), encoding="utf-8")
        word(example, folder / "docx" / f"{name}.docx")
        if "reportlab" not in example.without:
            drawn(example, folder / "reportlab" / f"{name}.pdf")
        HTML(string=footed(example) or page(example)).write_pdf(folder / "weasyprint" / f"{name}.pdf", pdf_forms=True)
        if "pandoc" not in example.without:
            forms = [("docx", "docx"), ("odt", "odt"), ("md", "gfm"), ("txt", "plain")]
            for ending, form in forms if example.typed else forms[:3]:
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
