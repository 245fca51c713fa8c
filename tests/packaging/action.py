"""Runs the shell steps of action.yml as GitHub's runner would: expressions filled in, steps run by
bash with their environment and files of the runner. The GitLab job in the README is run likewise."""

import os
import pathlib
import re
import subprocess
import sys
import tempfile

import yaml

ROOT = pathlib.Path(__file__).parent.parent.parent
SAMPLE = "samples/west-midlands-2017.toml"
BASH = ["bash", "--noprofile", "--norc", "-eo", "pipefail"]


class Run:
    """What came of a run of the action."""

    def __init__(self, folder, inputs, changed=None):
        action = yaml.safe_load((ROOT / "action.yml").read_text())
        known = {name: one.get("default", "") for name, one in action["inputs"].items()}
        assert set(inputs) <= set(known), "an input that isn't declared"
        self.folder, self.log, self.status = folder, "", 0
        values = {f"inputs.{name}": value for name, value in {**known, **inputs}.items()}
        values["github.action_path"] = str(ROOT)
        self.summary = folder / "summary.md"
        for step in action["runs"]["steps"]:
            assert step["shell"] == "bash" and "${{" not in step["run"], "a template in a script"
            output = folder / "output"
            output.write_text("")
            env = {name: fill(text, values) for name, text in step.get("env", {}).items()}
            env.update(
                PATH=os.environ["PATH"], HOME=os.environ["HOME"], RUNNER_TEMP=str(folder),
                GITHUB_OUTPUT=str(output), GITHUB_STEP_SUMMARY=str(self.summary),
            )
            env.update(changed or {})
            where = folder / fill(step.get("working-directory", "."), values)
            done = subprocess.run(
                [*BASH, "-c", step["run"]], cwd=where, env=env, text=True,
                stdout=subprocess.PIPE, stderr=subprocess.STDOUT,
            )
            self.log += done.stdout
            for line in output.read_text().splitlines():
                name, value = line.split("=", 1)
                values[f"steps.{step['id']}.outputs.{name}"] = value
            if done.returncode:
                self.status = done.returncode
                break
        self.outputs = {
            name: fill(one["value"], values) for name, one in action["outputs"].items()
        }


def fill(text, values):
    """A text with its expressions filled in; one that isn't known is an error."""
    return re.sub(r"\$\{\{ *([\w.-]+) *\}\}", lambda found: values[found[1]], text)


def scratch(made):
    folder = pathlib.Path(made)
    (folder / "samples").symlink_to(ROOT / "samples")
    return folder


def action(program, check):
    with tempfile.TemporaryDirectory() as made:
        run = Run(scratch(made), {"program": program, "files": SAMPLE})
        check("without a gate it passes", run.status == 0 and run.outputs["status"] == "0")
        check("it annotates", "::error file=samples/west-midlands-2017.toml,line=4" in run.log)
        check("it writes the summary", "# West Midlands Police" in run.summary.read_text())
    with tempfile.TemporaryDirectory() as made:
        folder = scratch(made)
        inputs = {
            "program": program, "files": SAMPLE, "options": "--fail-on\nnot-evidenced\n",
            "sarif": "out.sarif", "junit": "out.xml", "json": "out.json",
        }
        for attempt in ("at first", "again"):
            run = Run(folder, inputs)
            check(f"{attempt}, the gate fails it", run.status == 1 and run.outputs["status"] == "1")
        written = all((folder / name).stat().st_size for name in ("out.sarif", "out.xml", "out.json"))
        check("it writes every report, though the gate fails", written)
    with tempfile.TemporaryDirectory() as made:
        folder = scratch(made)
        (folder / "msacheck.toml").write_text(f'check = ["{SAMPLE}"]\n[gate]\n')
        run = Run(folder, {"program": program})
        check("it checks what the settings name", run.status == 1 and "(duty)" in run.log)
        (folder / "below").mkdir()
        run = Run(folder, {"program": program, "working-directory": "below"})
        check("it runs where it is told", run.status == 2 and run.outputs["status"] == "2")
    with tempfile.TemporaryDirectory() as made:
        folder = scratch(made)
        hostile = "$(touch pwned); touch pwned `touch pwned` ' \" && touch pwned.toml"
        run = Run(folder, {"program": program, "files": f"{hostile}\n--help", "sarif": hostile})
        check("nothing that is given is a command", run.status == 2 and not list(folder.glob("pwned*")))
        check("a file is never an option", "Usage:" not in run.log)


def installs(check):
    """The first step with a cargo that only says what it is asked: the build itself is that of the
    hook's test."""
    with tempfile.TemporaryDirectory() as made:
        folder = scratch(made)
        cargo = folder / "tools" / "cargo"
        cargo.parent.mkdir()
        cargo.write_text(
            '#!/bin/sh\necho "$@" >>asked\nmkdir -p "$RUNNER_TEMP/msacheck/bin"\n'
            'ln -s "$(command -v msacheck)" "$RUNNER_TEMP/msacheck/bin/msacheck"\n'
        )
        cargo.chmod(0o755)
        path = {"PATH": f"{cargo.parent}:{os.environ['PATH']}"}
        run = Run(folder, {"files": SAMPLE}, path)
        asked = (folder / "asked").read_text().split()
        check("it builds its own source, locked", asked[:1] == ["install"] and "--locked" in asked
              and str(ROOT) in asked)
        check("it runs what it built", run.status == 0 and "::error" in run.log)


def snippet(mark):
    """The text of the README's YAML block that holds a mark."""
    blocks = re.findall(r"```yaml\n(.*?)```", (ROOT / "README.md").read_text(), re.S)
    return next(block for block in blocks if mark in block)


def write_snippets(folder):
    """The README's jobs as files, for the validators of their formats."""
    (folder / "github.yml").write_text(snippet("upload-sarif"))
    (folder / "gitlab.yml").write_text(snippet("codequality"))


def readme(check):
    job = yaml.safe_load(snippet("codequality"))["msacheck"]
    with tempfile.TemporaryDirectory() as made:
        folder = scratch(made)
        (folder / "msacheck.toml").write_text(f'check = ["{SAMPLE}"]\n[gate]\n')
        done = subprocess.run([*BASH, "-c", "\n".join(job["script"])], cwd=folder, capture_output=True)
        check("GitLab's job fails where the gate does", done.returncode == 1)
        reports = job["artifacts"]["reports"]
        written = all((folder / name).stat().st_size for name in reports.values())
        check("GitLab's job leaves its reports", written and job["artifacts"]["when"] == "always")
    steps = yaml.safe_load(snippet("upload-sarif"))["jobs"]["msacheck"]["steps"]
    ours = next(step for step in steps if "/msacheck@" in step.get("uses", ""))
    known = yaml.safe_load((ROOT / "action.yml").read_text())["inputs"]
    check("GitHub's job gives what the action takes", set(ours["with"]) <= set(known))
    upload = next(step for step in steps if "upload-sarif" in step.get("uses", ""))
    check("GitHub's job uploads what was written", upload["with"]["sarif_file"] == ours["with"]["sarif"])
    hooks = yaml.safe_load((ROOT / ".pre-commit-hooks.yaml").read_text())
    named = yaml.safe_load(snippet("rev:"))["repos"][0]["hooks"]
    check("the hook that is named is there", [one["id"] for one in named] == [one["id"] for one in hooks])


def main():
    if sys.argv[1:2] == ["--snippets"]:
        write_snippets(pathlib.Path(sys.argv[2]))
        return 0
    counts = {True: 0, False: 0}

    def check(what, holds):
        counts[bool(holds)] += 1
        if not holds:
            print(f"doesn't hold: {what}", file=sys.stderr)

    program = subprocess.run(["sh", "-c", "command -v msacheck"], capture_output=True, text=True)
    action(program.stdout.strip(), check)
    installs(check)
    readme(check)
    print(f"{counts[True]} passed, {counts[False]} failed")
    return 1 if counts[False] else 0


if __name__ == "__main__":
    sys.exit(main())
