"""Opens the workbook and CSV as their readers do: openpyxl, and LibreOffice. Both must hold the numbers of
the JSON, and no text of others may be a formula."""

import collections
import csv
import datetime
import json
import pathlib
import subprocess
import sys
import tempfile

import openpyxl

from consumers import RUNS, furnish, summed_up


def office(folder, to, *files):
    """Lets LibreOffice convert files into another format."""
    out = folder / f"as-{to.split(':')[0]}"
    out.mkdir(exist_ok=True)
    profile = (folder / "office").as_uri()
    subprocess.run(
        ["soffice", f"-env:UserInstallation={profile}", "--headless", "--convert-to", to, "--outdir", out]
        + list(files),
        check=True, capture_output=True, timeout=300,
    )
    return out


def of_result(result):
    """How many findings of each force had each outcome."""
    counted = collections.Counter()
    for one in result.get("assessments", [result]):
        for finding in one["findings"]:
            counted[(one["force"], finding["outcome"])] += 1
    return counted


def of_rows(rows, force, outcome):
    """The same of rows of a sheet, without what went silent."""
    counted = collections.Counter((row[force], row[outcome]) for row in rows)
    return collections.Counter({key: n for key, n in counted.items() if key[1] != "went silent"})


def rows(sheet):
    heads, *rest = [[cell.value for cell in row] for row in sheet.iter_rows()]
    return [dict(zip(heads, row)) for row in rest]


def workbook(file, result):
    """What is wrong with a workbook."""
    book = openpyxl.load_workbook(file)
    planned = [one for one in result.get("assessments", [result]) if "actions" in one]
    kept = ["Arrangements", "Findings", "Evidence"] + ["Actions"] * bool(planned)
    if book.sheetnames != ["Summary", *kept]:
        return [f"sheets {book.sheetnames}"]
    wrong = []
    for sheet in book:
        for cell in (cell for row in sheet.iter_rows() for cell in row):
            if cell.data_type == "f" or cell.hyperlink:
                wrong.append(f"{sheet.title}!{cell.coordinate}: {cell.value!r} is no text")
        if sheet.page_setup.paperSize != 9 or "Page &P of &N" not in (sheet.oddFooter.right.text or ""):
            wrong.append(f"{sheet.title}: not set up for paper")
    for name in kept:
        sheet = book[name]
        if sheet.freeze_panes != "A2" or sheet.print_title_rows != "$1:$1":
            wrong.append(f"{name}: the head doesn't stay")
        if sheet.auto_filter.ref != sheet.dimensions:
            wrong.append(f"{name}: filters over {sheet.auto_filter.ref}, not {sheet.dimensions}")
    asked = [id for one in planned for action in one["actions"]["planned"] for id in action["requirements"]]
    if planned and [row["Requirement"] for row in rows(book["Actions"])] != asked:
        wrong.append("other actions than the JSON's")
    found = rows(book["Findings"])
    if of_rows(found, "Force id", "Outcome") != of_result(result):
        wrong.append("other numbers than the JSON's")
    if not all(isinstance(row["Facts of"], datetime.datetime) for row in found):
        wrong.append("a date that is no date")
    return wrong


def main():
    failures, passed = [], 0
    with tempfile.TemporaryDirectory() as made:
        folder = pathlib.Path(made)
        furnish(folder)
        (folder / "formula.toml").write_text(
            (folder / "hostile <&> name.toml").read_text().replace('= "\\"', '= "=1+1\\"').replace(
                'id = "northmarch"', 'id = "formula"')
        )
        results = {}
        for name, arguments in (RUNS | {"formula": ["formula.toml"]}).items():
            reports = [a for f in ["xlsx", "csv", "json"] for a in ("--report", f"{f}={name}.{f}")]
            subprocess.run(
                ["msacheck", "check", "--today", "2026-11-24", *arguments, *reports],
                cwd=folder, capture_output=True,
            )
            results[name] = json.loads((folder / f"{name}.json").read_text())
        # Text and nothing else, told apart by commas, in UTF-8; quoted fields aren't taken for text.
        read = "csv:Text - txt - csv (StarCalc):44,34,76,1,,0,false,true,false,false,false,3"
        names = list(results)
        books = office(folder, read, *[folder / f"{name}.xlsx" for name in names])
        sheets = office(folder, "xlsx", *[folder / f"{name}.csv" for name in names])
        papers = office(folder, "pdf", folder / "ungated.xlsx")
        for name, result in results.items():
            wrong = workbook(folder / f"{name}.xlsx", result)
            with open(books / f"{name}-Findings.csv" if (books / f"{name}-Findings.csv").exists()
                      else books / f"{name}.csv", encoding="utf-8", newline="") as file:
                if of_rows(csv.DictReader(file), "Force id", "Outcome") != of_result(result):
                    wrong.append("LibreOffice reads other numbers in the workbook")
            sheet = openpyxl.load_workbook(sheets / f"{name}.xlsx").active
            cells = [cell for row in sheet.iter_rows() for cell in row]
            wrong += [f"CSV: {c.value!r} is a formula" for c in cells if c.data_type in "fe"]
            if of_rows(rows(sheet), "force", "outcome") != of_result(result):
                wrong.append("LibreOffice reads other numbers in CSV")
            passed += not wrong
            failures += [f"{name}: {one}" for one in wrong]
        if not rows(openpyxl.load_workbook(sheets / "formula.xlsx").active)[0]["name"].startswith("'=1+1"):
            failures.append("formula: the name isn't the text that it was")
        # That a formula would be seen.
        (folder / "bad.csv").write_text('"force","outcome"\r\n"=1+1","met"\r\n')
        bad = openpyxl.load_workbook(office(folder, "xlsx", folder / "bad.csv") / "bad.xlsx").active
        if bad["A2"].data_type != "f":
            failures.append("LibreOffice took no formula for one: nothing was tested")
        passed += (papers / "ungated.pdf").exists()
    return summed_up(passed, failures)


if __name__ == "__main__":
    sys.exit(main())
