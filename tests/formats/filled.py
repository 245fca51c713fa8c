"""The form in LibreOffice: opened, filled in through its own interface (UNO) as somebody would at the keyboard, and
saved as xlsx, ods and csv. Each must come to what the same declaration comes to in TOML.

Run by the Python that has LibreOffice's bindings: Debian's `python3-uno`."""

import json
import pathlib
import subprocess
import sys
import tempfile
import time

import uno
from com.sun.star.beans import PropertyValue

ANSWER = "One superintendent leads the response to slavery.\nCouncils and health meet us each quarter.\n"

TOML = """\
[force]
id = "northmarch"
name = "northmarch"
kind = "territorial"
airport = true
as_of = 2026-03-31

[[source]]
id = "answer"
title = "Answer to a request"
file = "answer.txt"
date = "2026-03"

[lead]
state = "partial"
rank = "superintendent"
capacity = "part-time"
since = "2019-04-01"
note = "They retire “soon”, and  two spaces\\tand a tab stay."
evidence = [
  { source = "answer", quote = "One superintendent leads the response to slavery.", line = 1, date = "2026" },
  { source = "answer" },
]

[partnership]
state = "in place"
members = ["councils", "health"]
members_complete = true
councils = "10-15"
note = "Two lines,\\nand no more."
"""

# What is typed where: a text as it is typed, with what the program makes of it.
TYPED = [
    ("force", "airport", "yes"),
    ("source 1", "id", "answer"),
    ("source 1", "title", "Answer to a request"),
    ("source 1", "file", "answer.txt"),
    ("source 1", "date", "2026-03"),
    ("lead", "state", "partial"),
    ("lead", "rank", "superintendent"),
    ("lead", "capacity", "part-time"),
    ("lead", "since", "2019-04-01"),
    ("lead", "note", "They retire “soon”, and  two spaces\tand a tab stay."),
    ("partnership", "state", "in place"),
    ("partnership", "members", "councils; health"),
    ("partnership", "members_complete", "yes"),
    ("partnership", "councils", "10-15"),
    ("partnership", "note", "Two lines,\nand no more."),
]
QUOTED = [
    ("lead", "state", {"Quote": "One superintendent leads the response to slavery.", "Source": "answer",
                       "Line": "1", "Date": "2026"}),
    ("lead", "note", {"Source": "answer"}),
]
# What LibreOffice calls the format of a text.
TEXT = 256
FILTERS = {"xlsx": "Calc MS Excel 2007 XML", "ods": "calc8", "csv": "Text - txt - csv (StarCalc)"}


def of(name, value):
    one = PropertyValue()
    one.Name, one.Value = name, value
    return one


def msacheck(binary, folder, *args):
    run = subprocess.run([binary, *args, "--today", "2026-11-24"], cwd=folder, capture_output=True, text=True)
    if run.returncode:
        sys.exit(f"msacheck {' '.join(args)}: status {run.returncode}\n{run.stderr}")
    return run.stdout


def connect(folder):
    """LibreOffice, ready to be told what to do."""
    pipe = f"msacheck-{folder.name}"
    office = subprocess.Popen(
        ["soffice", f"-env:UserInstallation={(folder / 'office').as_uri()}", "--headless", "--norestore",
         f"--accept=pipe,name={pipe};urp;"])
    local = uno.getComponentContext()
    resolver = local.ServiceManager.createInstanceWithContext("com.sun.star.bridge.UnoUrlResolver", local)
    for _ in range(120):
        try:
            context = resolver.resolve(f"uno:pipe,name={pipe};urp;StarOffice.ComponentContext")
            return office, context.ServiceManager.createInstanceWithContext("com.sun.star.frame.Desktop", context)
        except Exception:
            time.sleep(0.5)
    office.terminate()
    sys.exit("LibreOffice doesn't answer")


def fill(book):
    sheet = book.Sheets.getByIndex(1)
    heads = {sheet.getCellByPosition(column, 0).String: column for column in range(9)}
    rows = {}
    for row in range(1, 800):
        part, detail = (sheet.getCellByPosition(heads[head], row).String for head in ("Part", "Detail"))
        rows.setdefault((part, detail), row)
    if not sheet.getCellByPosition(heads["Answer"], rows["lead", "state"]).Validation.getFormula1():
        sys.exit("no drop-down beside a state")

    def type_in(column, row, text):
        # As at the keyboard: a cell of text keeps what is typed, any other makes of it what it looks like.
        cell = sheet.getCellByPosition(heads[column], row)
        if "\n" in text or book.NumberFormats.getByKey(cell.NumberFormat).Type & TEXT:
            cell.String = text
        else:
            cell.setFormula(text)

    for part, detail, text in TYPED:
        type_in("Answer", rows[part, detail], text)
    for part, detail, cells in QUOTED:
        for column, text in cells.items():
            type_in(column, rows[part, detail], text)


def assessed(binary, folder, name):
    def strip(value):
        if isinstance(value, dict):
            return {key: strip(one) for key, one in value.items() if key not in ("place", "inputs", "input")}
        return [strip(one) for one in value] if isinstance(value, list) else value
    return strip(json.loads(msacheck(binary, folder, "check", "--full", "--format", "json", name)))


def main(binary):
    binary = str(pathlib.Path(binary).resolve())
    with tempfile.TemporaryDirectory() as folder:
        folder = pathlib.Path(folder)
        (folder / "answer.txt").write_text(ANSWER)
        (folder / "northmarch.toml").write_text(TOML)
        msacheck(binary, folder, "init", "--force", "northmarch", "--all", "--as-of", "2026-03-31", "form.xlsx")
        office, desktop = connect(folder)
        try:
            book = desktop.loadComponentFromURL((folder / "form.xlsx").as_uri(), "_blank", 0, (of("Hidden", True),))
            fill(book)
            for ending, name in FILTERS.items():
                options = (of("FilterName", name),)
                if ending == "csv":
                    # Commas, quotes, UTF-8; the second sheet alone.
                    options += (of("FilterOptions", "44,34,76,1,,0,false,true,false,false,false,2"),)
                book.storeToURL((folder / f"filled.{ending}").as_uri(), options)
            book.close(True)
        finally:
            try:
                desktop.terminate()
            except Exception:
                office.terminate()
            office.wait(timeout=60)
        meant = assessed(binary, folder, "northmarch.toml")
        toml = msacheck(binary, folder, "init", "--from", "northmarch.toml", "meant.toml")
        wrong = []
        for ending in FILTERS:
            name = next(path.name for path in folder.glob(f"filled*.{ending}"))
            if assessed(binary, folder, name) != meant:
                wrong.append(f"{name} comes to something else than TOML")
            msacheck(binary, folder, "init", "--from", name, f"{ending}.toml")
            if (folder / f"{ending}.toml").read_text() != (folder / "meant.toml").read_text():
                wrong.append(f"{name} says something else than TOML:\n{(folder / f'{ending}.toml').read_text()}")
        if wrong:
            sys.exit("\n".join(wrong))
    print("the form, filled in by LibreOffice: xlsx, ods and csv come to what TOML does")


main(sys.argv[1])
