#!/usr/bin/env python3
"""A wheel, taken as users take it: installed where there is no compiler, and the README's snippet run, in time.

    python python/tests/wheel.py WHEEL"""

import os
import pathlib
import re
import subprocess
import sys
import tempfile
import time
import zipfile

ROOT = pathlib.Path(__file__).resolve().parents[2]
#: Megabytes, seconds, and how many times Python's own start that of the command may take.
MOST, LONGEST, MORE = 16, 30, 3


def main():
    wheel = pathlib.Path(sys.argv[1]).resolve()
    size = wheel.stat().st_size / 1e6
    packed = zipfile.ZipFile(wheel)
    names = packed.namelist()
    libraries = [name for name in names if re.search(r"_native.*\.(so|pyd)$", name)]
    assert len(libraries) == 1, f"one copy of the library, not {libraries}"
    assert "msacheck/py.typed" in names and "msacheck/_native.pyi" in names, names
    assert "abi3" in wheel.name and "cp310" in wheel.name, wheel.name
    assert size < MOST, f"{size:.1f} MB"
    with tempfile.TemporaryDirectory() as work:
        library = packed.extract(libraries[0], work)
        if sys.platform == "linux":
            sections = subprocess.run(["readelf", "-SW", library], check=True, capture_output=True, text=True).stdout
            assert ".debug_" not in sections and ".symtab" not in sections, "debug symbols"
        took, start = first_run(wheel, pathlib.Path(work))
    print(f"{wheel.name}: {size:.2f} MB, its library {packed.getinfo(libraries[0]).file_size / 1e6:.2f} MB, no symbols")
    print(f"into a fresh environment, and the README's snippet run: {took:.1f} s")
    print(f"the command starts in {start[0]:.0f} ms of processor time, of which Python's own start is {start[1]:.0f} ms")
    assert took < LONGEST
    assert start[0] < MORE * start[1], "the command waits for what it has no use for"


def first_run(wheel, work):
    """Seconds from nothing to the snippet's last line."""
    for page in ("README.md", "python/README.md"):
        blocks = re.findall(r"^```python\n(.*?)^```$", (ROOT / page).read_text(encoding="utf-8"), re.M | re.S)
        (work / f"{page.replace('/', '-')}.py").write_text("\n".join(blocks))
    # A path on which there is no compiler.
    empty = work / "bin"
    empty.mkdir()
    alone = {"PATH": str(empty), "HOME": str(work), "PIP_NO_CACHE_DIR": "1"}
    start = time.monotonic()
    subprocess.run([sys.executable, "-m", "venv", work / "fresh"], check=True)
    python = work / "fresh" / ("Scripts" if os.name == "nt" else "bin") / "python"
    subprocess.run([python, "-m", "pip", "install", "-q", "--disable-pip-version-check", "--no-index", wheel],
                   check=True, env=alone)
    for script in sorted(work.glob("*.py")):
        said = subprocess.run([python, script], check=True, env=alone, cwd=work, capture_output=True, text=True).stdout
        assert "absent" in said and "strategy-2014/" in said, said
    took = time.monotonic() - start
    command = python.parent / "msacheck"
    subprocess.run([command, "check", ROOT / "samples" / "west-midlands-2017.toml"], check=True, cwd=work,
                   stdout=subprocess.DEVNULL)
    return took, (milliseconds(command, "--version"), milliseconds(python, "-c", ""))


def milliseconds(*words):
    """The processor time that a command takes, at best: by the clock, what else the machine does would be measured."""
    def once():
        process = subprocess.Popen(words, stdout=subprocess.DEVNULL)
        _, status, used = os.wait4(process.pid, 0)
        process.returncode = os.waitstatus_to_exitcode(status)
        assert process.returncode == 0
        return (used.ru_utime + used.ru_stime) * 1000

    return min(once() for _ in range(20))


if __name__ == "__main__":
    main()
