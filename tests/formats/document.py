"""Holds the Word document of several runs against python-docx, which counts what stands in it, and
against LibreOffice, which lays it out as pages."""

import collections
import json
import os
import pathlib
import re
import subprocess
import sys
import tempfile

import docx
from docx.oxml.ns import qn

from consumers import RUNS, furnish, summed_up


# A chief officer reads no more.
MOST = 6


def written(folder, name, arguments, extent="--annex"):
    """A run's result, and its document's file. The gate may fail."""
    file = folder / f"{name}.docx"
    done = subprocess.run(
        ["msacheck", "check", "--today", "2026-11-24", "--format", "json", "--report", f"docx={file}", *extent.split(), *arguments],
        cwd=folder, capture_output=True, text=True,
    )
    assert done.returncode in ((2,) if name.startswith("incomplete") else (0, 1)), done.stderr
    return json.loads(done.stdout), file


def counted(result):
    """How many findings of each force had each outcome, superseded ones apart."""
    return collections.Counter(
        (one["name"] or one["force"], finding["outcome"], finding["superseded"])
        for one in result.get("assessments", [result])
        for finding in one["findings"]
    )


def appendix(document, result):
    """The same of the document's table of all requirements."""
    found = collections.Counter()
    for table in document.tables:
        rows = [[cell.text for cell in row.cells] for row in table.rows]
        if not {"What is asked", "Requirement"} <= set(rows[0]):
            continue
        for row in (dict(zip(rows[0], row)) for row in rows[1:]):
            force = row.get("Force") or (result.get("assessments", [result])[0])["name"]
            if row["Outcome"] != "went silent":
                found[force, row["Outcome"], row["How binding"].endswith(", superseded")] += 1
    return found


def opened(file, result):
    """What python-docx has against a document."""
    document = docx.Document(file)
    wrong = []
    expected, found = counted(result), appendix(document, result)
    if sorted(expected.values()) != sorted(found.values()) or (
        "hostile" not in file.name and expected != found
    ):
        wrong.append(f"counts: {expected} but {found}")
    for table in document.tables:
        heads = [row._tr.trPr.find(qn("w:tblHeader")) is not None for row in table.rows]
        if heads != [True] + [False] * (len(heads) - 1):
            wrong.append(f"a header row: {heads[:3]}")
        if table.style.name != "Report Table":
            wrong.append(f"a table's style: {table.style.name}")
    headings = [one for one in document.paragraphs if one.style.name.startswith("Heading")]
    levels = [int(one.style.name.split()[1]) for one in headings]
    if not levels or levels[0] != 1 or any(b > a + 1 for a, b in zip(levels, levels[1:])):
        wrong.append(f"levels of headings: {levels}")
    title = [one.text for one in document.paragraphs if one.style.name == "Title"]
    properties = document.core_properties
    if title != [properties.title] or properties.language != "en-GB":
        wrong.append(f"properties: {properties.title}, {properties.language}, {title}")
    days = [one["assessed_on"] for one in result.get("assessments", [result])]
    if [str(properties.created.date()), str(properties.modified.date())] != [min(days), max(days)]:
        wrong.append(f"dates: {properties.created}, {properties.modified}")
    if any("hyperlink" in relation.reltype for relation in document.part.rels.values()):
        wrong.append("a hyperlink")
    return wrong, [one.text for one in headings]


def squeezed(text):
    return re.sub(r"\s+", "", text)


def laid_out(files, headings, folder, most=None):
    """What LibreOffice's pages lack, by name of the run."""
    profile = f"-env:UserInstallation={(folder / 'office').as_uri()}"
    subprocess.run(
        ["soffice", profile, "--headless", "--convert-to", "pdf", "--outdir", folder, *files.values()],
        check=True, capture_output=True, env=dict(os.environ, HOME=str(folder)),
    )
    wrong = {}
    for name in files:
        text = subprocess.run(
            ["pdftotext", "-layout", folder / f"{name}.pdf", "-"], check=True, capture_output=True, text=True
        ).stdout
        pages = text.split("\f")[:-1]
        flat = squeezed(re.sub(r"Page \d+ of \d+", "", text))
        wrong[name] = [f"no heading {one}" for one in headings[name] if squeezed(one) not in flat]
        if len(pages) < 3 if most is None else len(pages) > most:
            wrong[name].append(f"{len(pages)} pages")
        for number, page in enumerate(pages, 1):
            if f"Page {number} of {len(pages)}" not in page:
                wrong[name].append(f"no number on page {number}")
    return wrong


def main():
    failures, passed = [], 0

    def judge(name, wrong):
        nonlocal passed
        passed += not wrong
        failures.extend(f"{name}: {one}" for one in wrong[:5])

    with tempfile.TemporaryDirectory() as made:
        folder = pathlib.Path(made)
        furnish(folder)
        files, headings = {}, {}
        for name, arguments in RUNS.items():
            result, files[name] = written(folder, name, arguments)
            wrong, headings[name] = opened(files[name], result)
            judge(f"{name}: python-docx", wrong)
        # That a wrong number is seen.
        result, _ = written(folder, "ungated-again", RUNS["ungated"])
        result["findings"].pop()
        if not opened(files["ungated"], result)[0]:
            failures.append("a finding that is missing isn't seen")
        # The text of the hostile run can't be had from a page word for word.
        headings["hostile"] = [one for one in headings["hostile"] if "script" not in one]
        for name, wrong in laid_out(files, headings, folder).items():
            judge(f"{name}: LibreOffice", wrong)
        # The short report of each run of one force.
        briefs = {}
        for name, arguments in RUNS.items():
            result, file = written(folder, f"{name}-brief", arguments, "--brief")
            if "assessments" not in result:
                briefs[f"{name}-brief"] = file
        for name, wrong in laid_out(briefs, {name: [] for name in briefs}, folder, MOST).items():
            judge(f"{name}: LibreOffice", wrong)
    return summed_up(passed, failures)


if __name__ == "__main__":
    sys.exit(main())
