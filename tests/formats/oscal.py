"""Holds OSCAL against compliance-trestle: assessment results of several runs, and the catalog that they
refer to."""

import argparse
import json
import pathlib
import subprocess
import sys
import tempfile

from consumers import RUNS, furnish, summed_up


def valid(trestle, folder, kind, name):
    """Whether trestle takes a document; what it says where it doesn't."""
    done = subprocess.run(
        [trestle, "validate", "-t", kind, "-n", name], cwd=folder, capture_output=True, text=True
    )
    said = done.stdout + done.stderr
    return done.returncode == 0 and "VALID: " in said and "INVALID" not in said, said


def put(folder, plural, kind, name, text):
    place = folder / plural / name
    place.mkdir(parents=True)
    (place / f"{kind}.json").write_text(text)


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("--trestle", required=True)
    args = parser.parse_args()
    failures, passed = [], 0
    with tempfile.TemporaryDirectory() as made:
        folder = pathlib.Path(made)
        subprocess.run([args.trestle, "init"], cwd=folder, check=True, capture_output=True)
        furnish(folder)
        documents = {}
        for name, arguments in RUNS.items():
            command = ["msacheck", "check", "--today", "2026-11-24", "--format", "oscal", *arguments]
            done = subprocess.run(command, cwd=folder, capture_output=True, text=True)
            documents[name] = done.stdout
            put(folder, "assessment-results", "assessment-results", name, done.stdout)
        catalog = subprocess.run(
            ["msacheck", "rules", "oscal"], capture_output=True, text=True, check=True
        ).stdout
        put(folder, "catalogs", "catalog", "rules", catalog)
        # That it does refuse what OSCAL has no place for.
        broken = json.loads(documents["ungated"])
        finding = broken["assessment-results"]["results"][0]["findings"][0]
        finding["target"]["status"]["state"] = "unknown"
        put(folder, "assessment-results", "assessment-results", "broken", json.dumps(broken))

        kinds = [("assessment-results", name) for name in documents] + [("catalog", "rules")]
        for kind, name in kinds:
            good, said = valid(args.trestle, folder, kind, name)
            passed += good
            if not good:
                failures.append(f"{name}: {said}")
        if valid(args.trestle, folder, "assessment-results", "broken")[0]:
            failures.append("trestle takes a state that OSCAL doesn't have")
    return summed_up(passed, failures)


if __name__ == "__main__":
    sys.exit(main())
