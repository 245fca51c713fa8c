#!/usr/bin/env python3
"""Makes a release of what was built: an archive a system, the wheels, notes, a bill of materials and checksums.

    .ci/release/pack.py OUT [VERSION]    OUT/programs and OUT/wheels, by .ci/release/build, become OUT/release

The notes are what the changelog says of VERSION; without it, of what isn't released yet. The same commit gives the
same bytes."""

import gzip
import hashlib
import io
import os
import pathlib
import re
import shutil
import subprocess
import sys
import tarfile
import time
import zipfile

import shipped

HERE, ROOT = shipped.HERE, shipped.ROOT
SYSTEMS = {
    "x86_64-unknown-linux-musl": "linux-x86_64",
    "aarch64-unknown-linux-musl": "linux-aarch64",
    "x86_64-pc-windows-gnu": "windows-x86_64",
    "x86_64-apple-darwin": "macos-x86_64",
    "aarch64-apple-darwin": "macos-aarch64",
}
PAPERS = ["CHANGELOG.md", "LICENSE-APACHE", "LICENSE-MIT", "README.md", "docs", "rules/README.md", "samples"]


def main():
    out = pathlib.Path(sys.argv[1]).resolve()
    version = shipped.version()
    assert sys.argv[2:] in ([], [version]), f"this is {version}"
    made = out / "release"
    shutil.rmtree(made, ignore_errors=True)
    made.mkdir()
    programs = {path.parent.name: path for path in sorted(out.glob("programs/*/msacheck*"))}
    if not programs:
        sys.exit(f"Nothing was built: there is no program in {out / 'programs'}.")
    beside = {**papers(), **shell(able_to_run(programs))}
    for target, program in programs.items():
        folder, name = f"msacheck-{version}", f"msacheck-{version}-{SYSTEMS[target]}"
        held = {f"{folder}/{path}": (body, False) for path, body in beside.items()}
        held[f"{folder}/{program.name}"] = (program.read_bytes(), True)
        if "windows" in target:
            for path in (HERE / "windows").iterdir():
                held[f"{folder}/{path.name}"] = (crlf(path.read_bytes()), False)
            (made / f"{name}.zip").write_bytes(zipped(held))
            shutil.copy(program, made / f"{name}.exe")
        else:
            (made / f"{name}.tar.gz").write_bytes(tarred(held))
    for wheel in out.glob("wheels/*.whl"):
        shutil.copy(wheel, made)
    (made / f"msacheck-{version}.cdx.json").write_bytes(run(sys.executable, HERE / "shipped.py", "sbom"))
    digests = "".join(
        f"{hashlib.sha256(path.read_bytes()).hexdigest()}  {path.name}\n" for path in sorted(made.iterdir())
    )
    (made / "SHA256SUMS").write_text(digests)
    (out / "notes.md").write_bytes(run(HERE / "notes", *sys.argv[2:]))
    print(digests, end="")


def run(*words):
    return subprocess.run([str(word) for word in words], cwd=ROOT, check=True, stdout=subprocess.PIPE).stdout


def papers():
    """What is read beside the program. Only what git knows of."""
    listed = run("git", "ls-files", "-z", "--", *PAPERS).decode().split("\0")
    held = {name: (ROOT / name).read_bytes() for name in listed if name}
    held["LICENCES.txt"] = run(sys.executable, HERE / "shipped.py", "licences")
    return held


def able_to_run(programs):
    """One of the programs that runs on this machine; where none does, MSACHECK names one."""
    if given := os.environ.get("MSACHECK"):
        return given
    for program in programs.values():
        program.chmod(0o755)
        try:
            subprocess.run([program, "--version"], check=True, stdout=subprocess.DEVNULL)
        except (OSError, subprocess.CalledProcessError):
            continue
        return program
    sys.exit("None of the programs runs here, so that no man page can be made.")


def shell(program):
    """The man pages of the program and of each of its commands, and completions."""
    held, names = {}, [()]
    while names:
        words = names.pop()
        page = run(program, "man", *words)
        held[f"man/{'-'.join(('msacheck', *words))}.1"] = page
        for name in re.findall(r"^msacheck\\-(.*)\(1\)$", page.decode(), re.M):
            below = tuple(name.split("\\-"))
            if len(below) == len(words) + 1 and below[-1] != "help":
                names.append(below)
    for kind, name in [("bash", "msacheck.bash"), ("zsh", "_msacheck"), ("fish", "msacheck.fish"),
                       ("powershell", "_msacheck.ps1")]:
        held[f"completions/{name}"] = run(program, "completions", kind)
    return held


def crlf(body):
    """As Windows' own programs want a text to be."""
    return body.replace(b"\r\n", b"\n").replace(b"\n", b"\r\n")


def tarred(held):
    packed = io.BytesIO()
    with tarfile.open(fileobj=packed, mode="w", format=tarfile.GNU_FORMAT) as archive:
        for path, (body, runs) in sorted(held.items()):
            entry = tarfile.TarInfo(path)
            entry.size, entry.mtime, entry.mode = len(body), shipped.day(), 0o755 if runs else 0o644
            archive.addfile(entry, io.BytesIO(body))
    done = io.BytesIO()
    with gzip.GzipFile(fileobj=done, mode="wb", filename="", mtime=shipped.day(), compresslevel=9) as stream:
        stream.write(packed.getvalue())
    return done.getvalue()


def zipped(held):
    done = io.BytesIO()
    with zipfile.ZipFile(done, "w", zipfile.ZIP_DEFLATED, compresslevel=9) as archive:
        for path, (body, runs) in sorted(held.items()):
            entry = zipfile.ZipInfo(path, time.gmtime(shipped.day())[:6])
            entry.compress_type = zipfile.ZIP_DEFLATED
            entry.external_attr = (0o100755 if runs else 0o100644) << 16
            archive.writestr(entry, body)
    return done.getvalue()


if __name__ == "__main__":
    main()
