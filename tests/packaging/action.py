"""How msacheck is taken into other people's pipelines: runs the shell steps of action.yml as GitHub's runner would
(expressions filled in, steps run by bash with their environment and the files of the runner), and the jobs that the
README and docs/pipelines.md show, all against a release that is served from this machine.

    action.py OUT           OUT: what tests/packaging/release.py leaves
    action.py --snippets FOLDER    writes the jobs down, for the validators of their formats"""

import contextlib
import functools
import http.server
import os
import pathlib
import re
import shutil
import subprocess
import sys
import tempfile
import threading
import tomllib

import yaml

ROOT = pathlib.Path(__file__).resolve().parent.parent.parent
VERSION = tomllib.loads((ROOT / "Cargo.toml").read_text())["workspace"]["package"]["version"]
SAMPLE = "samples/west-midlands-2017.toml"
BASH = ["bash", "--noprofile", "--norc", "-eo", "pipefail"]
HOST = "https://github.com"
#: No Rust, and no msacheck.
BARE_PATH = os.pathsep.join([str(pathlib.Path(sys.executable).parent), "/usr/bin", "/bin"])


class Run:
    """What came of a run of the action."""

    def __init__(self, folder, inputs, server="http://127.0.0.1:9", repository="OWNER/msacheck", **changed):
        action = yaml.safe_load((ROOT / "action.yml").read_text())
        known = {name: one.get("default", "") for name, one in action["inputs"].items()}
        assert set(inputs) <= set(known), "an input that isn't declared"
        self.folder, self.log, self.status = folder, "", 0
        values = {f"inputs.{name}": value for name, value in {**known, **inputs}.items()}
        values["github.action_path"] = str(ROOT)
        values["github.action_repository"] = repository
        values["github.server_url"] = server
        self.summary = folder / "summary.md"
        (folder / "runner").mkdir(exist_ok=True)
        for step in action["runs"]["steps"]:
            assert step["shell"] == "bash" and "${{" not in step["run"], "a template in a script"
            output = folder / "output"
            output.write_text("")
            env = {name: fill(text, values) for name, text in step.get("env", {}).items()}
            env.update(
                PATH=BARE_PATH, HOME=os.environ["HOME"], RUNNER_TEMP=str(folder / "runner"),
                GITHUB_OUTPUT=str(output), GITHUB_STEP_SUMMARY=str(self.summary),
            )
            env.update(changed)
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
            if self.status == 0 or "steps.check.outputs.status" in values
        }


def fill(text, values):
    """A text with its expressions filled in; one that isn't known is an error."""
    return re.sub(r"\$\{\{ *([\w.-]+) *\}\}", lambda found: values[found[1]], text)


@contextlib.contextmanager
def scratch():
    with tempfile.TemporaryDirectory() as made:
        folder = pathlib.Path(made)
        (folder / "samples").symlink_to(ROOT / "samples")
        yield folder


class Quiet(http.server.SimpleHTTPRequestHandler):
    def log_message(self, *_):
        pass


@contextlib.contextmanager
def served(out):
    """The release where GitHub would have it: the address of the server, and the folder of the release's files."""
    with tempfile.TemporaryDirectory() as made:
        files = pathlib.Path(made) / f"OWNER/msacheck/releases/download/v{VERSION}"
        shutil.copytree(out / "release", files)
        server = http.server.ThreadingHTTPServer(
            ("127.0.0.1", 0), functools.partial(Quiet, directory=made))
        threading.Thread(target=server.serve_forever, daemon=True).start()
        yield f"http://127.0.0.1:{server.server_address[1]}", files
        server.shutdown()


def action(program, check):
    with scratch() as folder:
        run = Run(folder, {"program": program, "files": SAMPLE})
        check("without a gate it passes", run.status == 0 and run.outputs["status"] == "0")
        check("it annotates", "::warning file=samples/west-midlands-2017.toml,line=4" in run.log)
        check("it writes the summary", "# West Midlands Police" in run.summary.read_text())
    with scratch() as folder:
        inputs = {
            "program": program, "files": SAMPLE, "options": "--fail-on\nnot-evidenced\n",
            "sarif": "out.sarif", "junit": "out.xml", "json": "out.json",
        }
        for attempt in ("at first", "again"):
            run = Run(folder, inputs)
            check(f"{attempt}, the gate fails it", run.status == 1 and run.outputs["status"] == "1")
        written = all((folder / name).stat().st_size for name in ("out.sarif", "out.xml", "out.json"))
        check("it writes every report, though the gate fails", written)
    with scratch() as folder:
        (folder / "msacheck.toml").write_text(f'check = ["{SAMPLE}"]\n[gate]\n')
        run = Run(folder, {"program": program})
        check("it checks what the settings name", run.status == 1 and "(duty)" in run.log)
        (folder / "below").mkdir()
        run = Run(folder, {"program": program, "working-directory": "below"})
        check("it runs where it is told", run.status == 2 and run.outputs["status"] == "2")
    with scratch() as folder:
        hostile = "$(touch pwned); touch pwned `touch pwned` ' \" && touch pwned.toml"
        given = {"files": f"{hostile}\n--help", "sarif": hostile}
        run = Run(folder, {"program": program, **given})
        check("nothing that is given is a command", run.status == 2 and not list(folder.rglob("pwned*")))
        check("a file is never an option", "Usage:" not in run.log)
        for name in ("version", "repository", "build"):
            run = Run(folder, {name: hostile, **given})
            check(f"nor is `{name}` a command", run.status and not list(folder.rglob("pwned*")))


def takes(out, check):
    """The program of a release: checked, kept, and nothing compiled."""
    with served(out) as (server, files), scratch() as folder:
        cargo = folder / "tools" / "cargo"
        cargo.parent.mkdir()
        cargo.write_text('#!/bin/sh\ntouch asked\nexit 1\n')
        cargo.chmod(0o755)
        there = {"server": server, "PATH": f"{cargo.parent}:{BARE_PATH}", "RUNNER_TOOL_CACHE": str(folder / "kept")}
        run = Run(folder, {"files": SAMPLE}, **there)
        check("it takes the program of its own version", run.status == 0 and "::warning" in run.log)
        check("it compiles nothing unless it is told", not (folder / "asked").exists())
        kept = folder / f"kept/msacheck/OWNER/msacheck/msacheck-{VERSION}/msacheck"
        check("it keeps it by its version", kept.is_file())
        left = [path.name for path in kept.parent.parent.iterdir()]
        check("and nothing else", left == [f"msacheck-{VERSION}"])
        run = Run(folder, {"files": SAMPLE}, **{**there, "server": "http://127.0.0.1:9"})
        check("what is kept isn't taken again", run.status == 0)
        run = Run(folder, {"files": SAMPLE, "version": "99.0.0"}, **there)
        check("a version that isn't there is told", run.status and "v99.0.0" in run.log and "can't be had" in run.log)
        run = Run(folder, {"files": SAMPLE}, **{**there, "repository": ""})
        check("without a repository it asks for one", run.status == 2 and "repository: OWNER/msacheck" in run.log)
        run = Run(folder, {"files": SAMPLE, "repository": "OWNER/msacheck"}, **{**there, "repository": ""})
        check("which can be given", run.status == 0)
        there["RUNNER_TOOL_CACHE"] = str(folder / "other")
        archive = next(files.glob("*linux-x86_64.tar.gz"))
        whole = archive.read_bytes()
        archive.write_bytes(whole[:-1] + bytes([whole[-1] ^ 1]))
        run = Run(folder, {"files": SAMPLE}, **there)
        check("another program than the release's isn't run", run.status and "It wasn't run" in run.log)
        check("nor kept", not list((folder / "other").rglob("msacheck-*")))
        archive.write_bytes(whole)
        sums = files / "SHA256SUMS"
        sums.write_text("".join(line for line in sums.read_text().splitlines(True) if archive.name not in line))
        run = Run(folder, {"files": SAMPLE}, **there)
        check("nor one without a checksum", run.status and "It wasn't run" in run.log)


def builds(program, check):
    """Told to build, it asks cargo; the build itself is that of the hook's test."""
    with scratch() as folder:
        cargo = folder / "tools" / "cargo"
        cargo.parent.mkdir()
        cargo.write_text(
            '#!/bin/sh\necho "$@" >>asked\nmkdir -p "$RUNNER_TEMP/msacheck/bin"\n'
            f'ln -s "{program}" "$RUNNER_TEMP/msacheck/bin/msacheck"\n'
        )
        cargo.chmod(0o755)
        run = Run(folder, {"files": SAMPLE, "build": "true"}, PATH=f"{cargo.parent}:{BARE_PATH}")
        asked = (folder / "asked").read_text().split()
        check("told to, it builds its own source, locked",
              asked[:1] == ["install"] and "--locked" in asked and str(ROOT) in asked)
        check("it runs what it built", run.status == 0 and "::warning" in run.log)


def blocks(page, language):
    """The blocks of a page: their labels and texts."""
    return re.findall(rf"^```{language} (\S+)\n(.*?)^```", (ROOT / page).read_text(), re.S | re.M)


def snippets():
    """The jobs that users are shown, by page and kind."""
    return {(page, kind): text for page in ("README.md", "docs/pipelines.md") for kind, text in blocks(page, "yaml")}


def write_snippets(folder):
    for (page, kind), text in snippets().items():
        (folder / f"{pathlib.Path(page).stem}.{kind}.yml").write_text(text)


def github(out, check):
    """What GitHub is shown, on the declaration that the README shows."""
    known = yaml.safe_load((ROOT / "action.yml").read_text())["inputs"]
    declaration = dict(blocks("README.md", "toml"))["northmarch.toml"]
    for page, fails in (("README.md", False), ("docs/pipelines.md", True)):
        steps = yaml.safe_load(snippets()[page, "github"])["jobs"]["msacheck"]["steps"]
        ours = next(step for step in steps if "/msacheck@" in step.get("uses", ""))
        check(f"{page} names this version", ours["uses"] == f"OWNER/msacheck@v{VERSION}")
        check(f"{page} gives what the action takes", set(ours["with"]) <= set(known))
        upload = next(step for step in steps if "upload-sarif" in step.get("uses", ""))
        check(f"{page} uploads what was written", upload["with"]["sarif_file"] == ours["with"]["sarif"])
        with served(out) as (server, _), scratch() as folder:
            (folder / "northmarch.toml").write_text(declaration)
            if not fails:
                Run(folder, {"files": "northmarch.toml"}, server)
                program = next(path for path in (folder / "runner").rglob("msacheck") if path.is_file())
                command = next(line for line in (ROOT / "README.md").read_text().splitlines()
                               if line.startswith("msacheck baseline"))
                subprocess.run([program, *command.split()[1:]], cwd=folder, check=True, capture_output=True)
            run = Run(folder, ours["with"], server)
            check(f"{page}: as it is, it ends with {int(fails)}", run.status == int(fails))
            check(f"{page}: the report is there", (folder / ours["with"]["sarif"]).stat().st_size > 0)
            worse = declaration.replace('state = "in place"', 'state = "absent"', 1)
            check("there is something to make worse", worse != declaration)
            (folder / "northmarch.toml").write_text(worse)
            check(f"{page}: a worse declaration fails", Run(folder, ours["with"], server).status == 1)


def gitlab(out, check):
    """GitLab's job, in an environment in which nothing is installed."""
    job = yaml.safe_load(snippets()["docs/pipelines.md", "gitlab"])["msacheck"]
    with served(out) as (server, _), scratch() as folder:
        subprocess.run([sys.executable, "-m", "venv", folder / "venv"], check=True)
        (folder / "msacheck.toml").write_text(f'check = ["{SAMPLE}"]\n[gate]\n')
        env = {name: text.replace(HOST, server) for name, text in job["variables"].items()}
        check("GitLab's job names where the wheel is", any(server in text for text in env.values()))
        script = "\n".join([*job["before_script"], *job["script"]])
        done = subprocess.run(
            [*BASH, "-c", script], cwd=folder, capture_output=True, text=True,
            env={**env, "PATH": f"{folder}/venv/bin:/usr/bin:/bin", "HOME": str(folder)},
        )
        check("GitLab's job fails where the gate does", done.returncode == 1 and "The gate fails" in done.stdout)
        reports = job["artifacts"]["reports"]
        written = all((folder / name).is_file() and (folder / name).stat().st_size for name in reports.values())
        check("GitLab's job leaves its reports", written and job["artifacts"]["when"] == "always")


def main():
    if sys.argv[1] == "--snippets":
        write_snippets(pathlib.Path(sys.argv[2]))
        return 0
    out = pathlib.Path(sys.argv[1]).resolve()
    counts = {True: 0, False: 0}

    def check(what, holds):
        counts[bool(holds)] += 1
        if not holds:
            print(f"doesn't hold: {what}", file=sys.stderr)

    with tempfile.TemporaryDirectory() as made:
        archive = next((out / "release").glob("*linux-x86_64.tar.gz"))
        subprocess.run(["tar", "-xzf", archive, "-C", made], check=True)
        program = f"{made}/msacheck-{VERSION}/msacheck"
        action(program, check)
        builds(program, check)
    takes(out, check)
    github(out, check)
    gitlab(out, check)
    hook = yaml.safe_load(snippets()["docs/pipelines.md", "pre-commit"])["repos"][0]
    named = [one["id"] for one in hook["hooks"]]
    there = [one["id"] for one in yaml.safe_load((ROOT / ".pre-commit-hooks.yaml").read_text())]
    check("the hook that is named is there", set(named) <= set(there) and hook["rev"] == f"v{VERSION}")
    print(f"{counts[True]} passed, {counts[False]} failed")
    return 1 if counts[False] else 0


if __name__ == "__main__":
    sys.exit(main())
