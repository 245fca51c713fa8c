"""Makes a release as GitHub would: every `run:` of release.yml is run in a copy of the last commit that has a tag, with
the artifacts that its jobs hand each other. Of the systems it is built for, those named; what publishes is a
stand-in that takes down what it was asked.

    release.py FOLDER TARGET…    leaves FOLDER/out"""

import os
import pathlib
import re
import shutil
import subprocess
import sys
import tomllib

import yaml

ROOT = pathlib.Path(__file__).resolve().parent.parent.parent
VERSION = tomllib.loads((ROOT / "Cargo.toml").read_text())["workspace"]["package"]["version"]
TAG = f"v{VERSION}"
#: Jobs that need GitHub, and why.
NOT_HERE = {"taken": "it takes what is published"}
#: What this machine is to the jobs that run on several.
SYSTEM = "ubuntu-24.04"
counts = {True: 0, False: 0}


def check(what, holds):
    counts[bool(holds)] += 1
    if not holds:
        print(f"doesn't hold: {what}", file=sys.stderr)


def git(*words, where):
    return subprocess.run(["git", *words], cwd=where, check=True, capture_output=True, text=True).stdout


def tagged(folder):
    """A copy of the last commit, made ready as CONTRIBUTING.md says."""
    if (folder / ".git").exists():
        # What hasn't changed keeps its time, and so needn't be built again.
        git("fetch", "-q", "--force", "--prune", "origin", "HEAD", where=folder)
        git("checkout", "-q", "--force", "--detach", "FETCH_HEAD", where=folder)
        git("clean", "-q", "-df", where=folder)
        for tag in git("tag", where=folder).split():
            git("tag", "--delete", tag, where=folder)
    else:
        git("clone", "-q", "--no-tags", str(ROOT), str(folder), where=ROOT)
    changelog, readme = folder / "CHANGELOG.md", folder / "README.md"
    if f"## [{VERSION}]" not in changelog.read_text():
        done = subprocess.run([".ci/release/ready", TAG], cwd=folder, capture_output=True, text=True)
        check("what the changelog doesn't tell of isn't released", done.returncode == 1)
        check("what is missing is said", "CHANGELOG.md" in done.stderr and "README.md" in done.stderr)
        changelog.write_text(changelog.read_text().replace("## [Unreleased]", f"## [{VERSION}] - 2026-01-01"))
        readme.write_text(readme.read_text().replace("isn't released yet", "is released"))
        git("-c", "user.name=Somebody", "-c", "user.email=somebody@example.org", "commit", "-qam", "Release",
            where=folder)
    git("tag", TAG, where=folder)
    done = subprocess.run([".ci/release/ready", "v99.0.0"], cwd=folder, capture_output=True, text=True)
    named = all(name in done.stderr for name in ("Cargo.toml", "pyproject.toml", "CHANGELOG.md", "README.md", "docs/"))
    check("a tag that isn't the version isn't released, and what names it is told", done.returncode == 1 and named)
    return folder


class Artifacts:
    """What jobs hand each other, as upload-artifact and download-artifact keep it."""

    def __init__(self, folder):
        self.folder = folder
        shutil.rmtree(folder, ignore_errors=True)

    def upload(self, given, where):
        paths = [where / line.strip() for line in given["path"].splitlines() if line.strip()]
        # Kept from the folder on that all have in common.
        common = paths[0] if len(paths) == 1 else pathlib.Path(os.path.commonpath(paths))
        for path in paths:
            check(f"{path.name} is there to be handed on", path.exists())
            into = self.folder / given["name"] / path.relative_to(common)
            if path.is_dir():
                shutil.copytree(path, into, dirs_exist_ok=True)
            else:
                into.parent.mkdir(parents=True, exist_ok=True)
                shutil.copy(path, into)

    def download(self, given, where):
        names = sorted(path.name for path in self.folder.glob(given.get("pattern", given.get("name"))))
        check("there is something to be taken", names and (len(names) == 1 or given.get("merge-multiple")))
        for name in names:
            shutil.copytree(self.folder / name, where / given["path"], dirs_exist_ok=True)
        # What was handed on can't be run any more.
        for path in (where / given["path"]).rglob("*"):
            if path.is_file():
                path.chmod(0o644)


def run(workflow, folder, targets):
    clone, empty, tools = folder / "clone", folder / "empty", folder / "tools"
    artifacts = Artifacts(folder / "artifacts")
    shutil.rmtree(tools, ignore_errors=True)
    tools.mkdir(parents=True)
    asked = tools / "asked"
    for name in ("gh", "pipx"):
        (tools / name).write_text(f'#!/bin/sh\nfor word in {name} "$@"; do echo "$word"; done >>"{asked}"\n')
        (tools / name).chmod(0o755)
    for name, job in workflow["jobs"].items():
        if name in NOT_HERE:
            print(f"-- {name}: not here, since {NOT_HERE[name]}")
            continue
        for matrix in matrices(job, targets):
            values = {
                "github.ref_name": TAG, "github.repository": "OWNER/msacheck", "github.token": "none",
                **{f"matrix.{key}": value for key, value in matrix.items()},
            }
            where = clone if any("checkout@" in step.get("uses", "") for step in job["steps"]) else empty
            shutil.rmtree(where / "out", ignore_errors=True)
            where.mkdir(exist_ok=True)
            for step in job["steps"]:
                use = step.get("uses", "").split("@")[0]
                if "run" in step:
                    assert "${{" not in step["run"], "a template in a script"
                    env = {**workflow["env"], **job.get("env", {}), **step.get("env", {})}
                    env = {key: filled(text, values) for key, text in env.items()}
                    env |= {"PATH": f"{tools}:{os.environ['PATH']}"}
                    print(f"-- {name} {' '.join(matrix.values())}: {step['name']}", flush=True)
                    done = subprocess.run(["bash", "-eo", "pipefail", "-c", step["run"]], cwd=where,
                                          env={**os.environ, **env})
                    if done.returncode:
                        sys.exit(f"0 passed, 1 failed: {name}: {step['name']}")
                elif use == "actions/upload-artifact":
                    artifacts.upload({key: filled(text, values) for key, text in step["with"].items()}, where)
                elif use == "actions/download-artifact":
                    artifacts.download(step["with"], where)
                else:
                    assert use in ("actions/checkout", "actions/attest-build-provenance"), use
    out = folder / "out"
    shutil.rmtree(out, ignore_errors=True)
    shutil.copytree(artifacts.folder / "release", out)
    return out, asked.read_text().splitlines()


def matrices(job, targets):
    """The runs of a job that can be had here."""
    matrix = job.get("strategy", {}).get("matrix", {})
    if "include" in matrix:
        return [one for one in matrix["include"] if one["target"] in targets]
    return [{"system": SYSTEM}] if SYSTEM in matrix.get("system", []) else [{}]


def filled(text, values):
    return re.sub(r"\$\{\{ *([\w.-]+) *\}\}", lambda found: values[found[1]], text)


def told(out, asked):
    """What is published, and what it is said to be."""
    names = {path.name for path in (out / "release").iterdir()}
    published = [word for word in asked if word.startswith("out/release/")]
    check("all that was made is published", {word.rsplit("/", 1)[1] for word in published} >= names)
    check("it is published by its tag, with its notes", "--notes-file" in asked and TAG in asked)
    check("the notes are there", "### Added" in (out / "notes.md").read_text())
    check("the wheels go to Python's index", "uv==" in " ".join(asked) and asked[-1].endswith(".whl"))
    done = subprocess.run(["sha256sum", "--check", "--quiet", "SHA256SUMS"], cwd=out / "release")
    sums = (out / "release/SHA256SUMS").read_text().split()[1::2]
    check("the checksums hold, of all that there is", not done.returncode and {*sums, "SHA256SUMS"} == names)


def main():
    folder = pathlib.Path(sys.argv[1]).resolve()
    folder.mkdir(parents=True, exist_ok=True)
    clone = tagged(folder / "clone")
    workflow = yaml.safe_load((clone / ".github/workflows/release.yml").read_text())
    told(*run(workflow, folder, sys.argv[2:]))
    print(f"{counts[True]} passed, {counts[False]} failed")
    return 1 if counts[False] else 0


if __name__ == "__main__":
    sys.exit(main())
