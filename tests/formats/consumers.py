"""Holds the reports of several runs against those who read them: Microsoft's SARIF validator with
GitHub's rules, the schema of SARIF, Jenkins's schema of JUnit, junitparser, the schemas of GitLab's
report and of our own result, and GitHub's parser of Markdown."""

import argparse
import json
import os
import pathlib
import re
import subprocess
import sys
import tempfile

import cmarkgfm
import jsonschema
import junitparser
import xmlschema

HERE = pathlib.Path(__file__).parent
ROOT = HERE.parent.parent
SAMPLE = "samples/west-midlands-2017.toml"

HOSTILE = (
    "\"'><script>alert(1)</script> ![i](http://e.example/i) [l](1) {0} {{1}} | `c` ]]> &amp; "
    "<![CDATA[x]]> %0A ::error::x ##[error]x \\u001b[2J \\u0000 \\ufffe \\uffff @all #1"
)

RUNS = {
    "ungated": [SAMPLE],
    "gated": ["--fail-on", "not-evidenced", SAMPLE],
    "met": ["--strength", "duty", "samples/fictional-all-in-place.toml"],
    "several": [SAMPLE, "samples/fictional-just-begun.toml", "samples/fictional-all-in-place.toml"],
    "document": ["--as-of", "2017-06-30", "samples/west-midlands-2017.txt"],
    "contradicting": ["samples/west-midlands-2017.toml", "samples/west-midlands-2018.toml"],
    "waived": ["--config", "waived.toml", "--strength", "duty", SAMPLE],
    "suppressed": ["--config", "waived.toml", "--with-suppressed", SAMPLE],
    "planned": ["--config", "planned.toml", SAMPLE],
    "incomplete": ["--fail-on", "not-evidenced", SAMPLE, "nowhere.toml"],
    "hostile": ["hostile <&> name.toml"],
}


def hostile(folder):
    """A declaration every free text of which is meant to do harm, in a file with such a name."""
    text = json.dumps(HOSTILE).replace("\\\\u", "\\u")
    (folder / "hostile <&> name.toml").write_text(
        f"""[force]
id = "northmarch"
name = {text}
kind = "territorial"
note = {text}
as_of = 2026-03-31

[[source]]
id = "s"
title = {text}

[lead]
state = "partial"
note = {text}
evidence = [{{ source = "s", quote = {text} }}]
"""
    )


def settings(folder):
    """A gate with a waiver, and a baseline since which an arrangement went silent."""
    before = folder / "before.toml"
    before.write_text((ROOT / SAMPLE).read_text() + '\n[training]\nstate = "partial"\n')
    subprocess.run(
        ["msacheck", "baseline", "--today", "2026-11-24", "--output", "baseline.toml", before.name],
        cwd=folder, check=True, capture_output=True,
    )
    (folder / "waived.toml").write_text(
        """[gate]
baseline = "baseline.toml"

[[waiver]]
requirement = "act-2015/s52-notify"
reason = "The register starts in May."
owner = "head of public protection"
last_day = 2027-01-31
"""
    )


def run(folder, name, args):
    """Makes all reports of a run at once. The gate may fail."""
    files = {
        format: folder / f"{name}.{format}"
        for format in ["json", "sarif", "junit", "gitlab", "github", "markdown"]
    }
    reports = [arg for format, file in files.items() for arg in ("--report", f"{format}={file}")]
    done = subprocess.run(
        ["msacheck", "check", "--today", "2026-11-24", "--overwrite", "--ungated", *args, *reports],
        cwd=folder, capture_output=True, text=True,
    )
    expected = (2,) if name.startswith("incomplete") else (0, 1)
    assert done.returncode in expected, done.stderr
    return {format: file.read_bytes() for format, file in files.items()}, files


def validate_sarif(multitool, file):
    """The validator ends with 0 whatever it finds: its errors are counted here."""
    out = file.with_suffix(".validated")
    env = dict(os.environ, DOTNET_SYSTEM_GLOBALIZATION_INVARIANT="1")
    command = [multitool, "validate", str(file), "--rule-kind", "Sarif;Ghas", "--output", str(out)]
    done = subprocess.run(command, env=env, capture_output=True, text=True)
    assert out.exists(), done.stdout + done.stderr
    log = json.loads(out.read_text(encoding="utf-8-sig"))
    found = {"error": [], "warning": [], "note": []}
    for one in log["runs"]:
        notes = one.get("invocations", [{}])[0].get("toolExecutionNotifications", [])
        assert not [note for note in notes if note.get("level") == "error"], notes
        for result in one.get("results", []):
            said = result["message"]
            text = said.get("text") or " ".join(said.get("arguments", []))
            found.setdefault(result.get("level", "warning"), []).append((result["ruleId"], text))
    return found


def furnish(folder):
    """Puts into a folder what the runs read."""
    (folder / "samples").symlink_to(ROOT / "samples")
    hostile(folder)
    settings(folder)
    plan(folder)


def plan(folder):
    """A plan of action: one that is late, one that is said to be done, and hostile words in each."""
    text = json.dumps(HOSTILE).replace("\\\\u", "\\u")
    (folder / "planned.toml").write_text('actions = "actions.toml"\n')
    (folder / "actions.toml").write_text(
        f"""[[action]]
requirement = ["strategy-2014/pursue-lead", "strategy-2014/pursue-spoc"]
owner = {text}
deadline = 2026-06-30
status = "doing"
note = {text}

[[action]]
requirement = "act-2015/s52-notify"
owner = "referral desk"
deadline = 2027-03-31
status = "done"
"""
    )


def summed_up(passed, failures):
    """Says what came of the checks; the status to end with."""
    for failure in failures:
        print(failure, file=sys.stderr)
    print(f"{passed} passed, {len(failures)} failed")
    return 1 if failures else 0


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("--multitool", required=True)
    parser.add_argument("--sarif-schema", required=True)
    args = parser.parse_args()
    sarif = jsonschema.validators.validator_for(json.loads(pathlib.Path(args.sarif_schema).read_text()))(
        json.loads(pathlib.Path(args.sarif_schema).read_text())
    )
    gitlab = jsonschema.Draft202012Validator(json.loads((HERE / "gitlab.schema.json").read_text()))
    printed = subprocess.run(
        ["msacheck", "rules", "schema", "result"], capture_output=True, text=True, check=True
    )
    own = jsonschema.Draft202012Validator(json.loads(printed.stdout))
    jenkins = xmlschema.XMLSchema10(str(HERE / "junit-10.xsd"))
    failures, passed = [], 0
    with tempfile.TemporaryDirectory() as made:
        folder = pathlib.Path(made)
        furnish(folder)
        if markdown(b"[a](b) <i>c</i>") != ["a", "i", "href"]:
            failures.append("a link in Markdown isn't seen")
        # That the validator does find what GitHub refuses.
        broken = folder / "broken.sarif"
        reports, files = run(folder, "ungated", RUNS["ungated"])
        log = json.loads(reports["sarif"])
        log["runs"][0]["results"][0]["locations"] = []
        broken.write_text(json.dumps(log))
        if not validate_sarif(args.multitool, broken)["error"]:
            failures.append("the validator takes a result without a location")

        for name, arguments in RUNS.items():
            reports, files = run(folder, name, arguments)
            again, _ = run(folder, f"{name}-again", arguments)
            found = validate_sarif(args.multitool, files["sarif"])
            checks = {
                "the same bytes": [
                    format for format in reports if reports[format] != again[format]
                ],
                "sarif-multitool": found["error"],
                "the schema of SARIF": [e.message for e in sarif.iter_errors(json.loads(reports["sarif"]))],
                "the schema of GitLab's report": [
                    e.message for e in gitlab.iter_errors(json.loads(reports["gitlab"]))
                ],
                "the schema of a result": [
                    e.message for e in own.iter_errors(json.loads(reports["json"]))
                ],
                "Jenkins's schema of JUnit": [
                    str(e.reason) for e in jenkins.iter_errors(str(files["junit"]))
                ],
                "junitparser": junit(reports["junit"]),
                "GitHub's Markdown": markdown(reports["markdown"]),
                "a byte-order mark": [
                    format for format in reports if reports[format].startswith(b"\xef\xbb\xbf")
                ],
            }
            for check, errors in checks.items():
                if errors:
                    failures.append(f"{name}: {check}: {errors[:5]}")
                else:
                    passed += 1
            for level in ("warning", "note"):
                kinds = sorted({rule for rule, _ in found[level]})
                if kinds:
                    print(f"{name}: sarif-multitool's {level}s: {', '.join(kinds)}")
    return summed_up(passed, failures)


# What our Markdown comes to. Nothing of it leads anywhere or loads anything.
ELEMENTS = set(
    "h1 h2 h3 p table thead tbody tr th td ul li strong br details summary".split()
)


def markdown(text):
    """What GitHub's Markdown makes of a report beside our own elements."""
    html = cmarkgfm.github_flavored_markdown_to_html(
        text.decode(), options=cmarkgfm.cmark.Options.CMARK_OPT_UNSAFE
    )
    found = set(re.findall(r"<([a-zA-Z][\w-]*)", html))
    attributes = set(re.findall(r"<[a-zA-Z][\w-]*\s+([a-zA-Z-]+)", html)) - {"align"}
    return sorted(found - ELEMENTS) + sorted(attributes)


def junit(text):
    """That a parser reads it, and counts what its attributes say."""
    parsed = junitparser.JUnitXml.fromstring(text)
    errors = []
    for suite in parsed:
        counted = {"tests": 0, "failures": 0, "errors": 0, "skipped": 0}
        for case in suite:
            counted["tests"] += 1
            counted["failures"] += any(isinstance(r, junitparser.Failure) for r in case.result)
            counted["errors"] += any(isinstance(r, junitparser.Error) for r in case.result)
            counted["skipped"] += any(isinstance(r, junitparser.Skipped) for r in case.result)
        said = {key: getattr(suite, key) for key in counted}
        if said != counted:
            errors.append(f"{suite.name}: {said} but {counted}")
    total = sum(suite.tests for suite in parsed)
    if not total or parsed.tests != total:
        errors.append(f"{parsed.tests} cases, but {total}")
    return errors


if __name__ == "__main__":
    sys.exit(main())
