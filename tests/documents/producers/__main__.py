"""The same papers by the programs that people use, read by `msacheck read`: one content, one expected reading.

    producers [--binary PATH] [--keep DIR] [--kind KIND]

Writes each example as HTML, has python-docx, reportlab, WeasyPrint, Chromium, pandoc and LibreOffice make files of it
(docx, odt, pdf, md, html, txt), reads all of them, and holds each reading against what a careful reader takes from the
content. Fails where anything is declared that the content doesn't say, or is passed over in silence that it does.
`misses.tsv` names what isn't read right yet: it is counted apart, and fails as soon as it is, so that the line goes.
"""
import argparse
import collections
import concurrent.futures
import json
import pathlib
import subprocess
import sys
import tempfile

from kinds import examples
from made import make


def judge(example, path, binary):
    done = subprocess.run([binary, "read", str(path), "--format", "json"], capture_output=True, text=True)
    if done.returncode not in (0, 1):
        return [f"not read: {done.stderr.strip()[:200]}"]
    reading = json.loads(done.stdout)
    rows = {row["arrangement"]: row for row in reading["arrangements"]}
    stated = {id: row["state"] for id, row in rows.items() if row["state"] != "not stated"}
    wrong = ["nothing tells of what isn't read"] if example.warns and not reading["warnings"] else []
    for id in sorted({*stated, *example.expected}):
        expected, found = example.expected.get(id), stated.get(id)
        accepted = expected if isinstance(expected, tuple) else (expected,)
        asked = found is None and rows.get(id, {}).get("unsure")
        if found not in accepted and not asked:
            named = " or ".join(state or "not stated" for state in accepted)
            wrong.append(f"{id} is {named}, read as {found or 'not stated'}")
    return wrong


def misses():
    """The files that are known to be misread: the name of an example and who made it."""
    lines = pathlib.Path(__file__).with_name("misses.tsv").read_text(encoding="utf-8").splitlines()
    rows = (line.split("\t") for line in lines if not line.startswith("#"))
    return {(name, maker) for name, makers in rows for maker in makers.split()}


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
    passed, failed, missed = collections.Counter(), collections.Counter(), collections.Counter()
    known = misses()
    for (example, path), wrong in zip(files, judged):
        if (example.name, path.parent.name + path.suffix) in known:
            (missed if wrong else failed)[example.kind] += 1
            if not wrong:
                print(f"FAILED {path.parent.name}/{path.name}: it is read right now, so take it out of misses.tsv")
            continue
        (failed if wrong else passed)[example.kind] += 1
        for line in wrong:
            print(f"FAILED {path.parent.name}/{path.name}: {line}")
    for kind in counts:
        print(f"{kind}: {counts[kind]} examples, {passed[kind]} files passed, {failed[kind]} failed, {missed[kind]} known to be misread")
    print(f"{sum(passed.values())} passed, {sum(failed.values())} failed, {sum(missed.values())} known to be misread")
    sys.exit(1 if failed else 0)


if __name__ == "__main__":
    main()
