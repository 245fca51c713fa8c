"""The same papers by the programs that people use, read by `msacheck read`: one content, one expected reading.

    producers [--binary PATH] [--keep DIR] [--kind KIND]

Writes each example as HTML, has python-docx, reportlab, WeasyPrint, Chromium, pandoc and LibreOffice make files of it
(docx, odt, pdf, md, html), reads all of them, and holds each reading against what a careful reader takes from the
content. Fails where anything is declared that the content doesn't say, or is passed over in silence that it does.
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
