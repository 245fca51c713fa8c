"""What lies in a release beside the program: the bill of materials by CycloneDX's own schema, licences, man pages.

    shipped.py OUT"""

import json
import pathlib
import re
import sys
import tarfile
import tomllib
import zipfile

from cyclonedx.schema import SchemaVersion
from cyclonedx.validation.json import JsonStrictValidator

ROOT = pathlib.Path(__file__).resolve().parent.parent.parent


def main():
    release = pathlib.Path(sys.argv[1]) / "release"
    counts = {True: 0, False: 0}

    def check(what, holds):
        counts[bool(holds)] += 1
        if not holds:
            print(f"doesn't hold: {what}", file=sys.stderr)

    bill = next(release.glob("*.cdx.json")).read_text()
    check("the bill of materials is CycloneDX", JsonStrictValidator(SchemaVersion.V1_6).validate_str(bill) is None)
    bill = json.loads(bill)
    listed = {(one["name"], one["version"]) for one in bill["components"]}
    lock = tomllib.loads((ROOT / "Cargo.lock").read_text())["package"]
    locked = {(one["name"], one["version"]): one.get("checksum") for one in lock}
    check("it lists nothing that isn't locked", {one for one in listed if one[0] != "rust-std"} <= set(locked))
    direct, library = (tomllib.loads((ROOT / of / "Cargo.toml").read_text()) for of in (".", "python"))
    asked = {*direct["dependencies"], *library["dependencies"]} - {"msacheck"}
    check("it lists what is asked for", asked <= {name for name, _ in listed})
    only_tests = set(direct["dev-dependencies"]) - set(direct["dependencies"])
    check("but not what only tests use", not only_tests & {name for name, _ in listed})
    hashed = {(one["name"], one["version"]): one["hashes"][0]["content"] for one in bill["components"] if "hashes" in one}
    check("with the checksums of the lock", hashed and all(locked[one] == digest for one, digest in hashed.items()))

    with tarfile.open(next(release.glob("*linux-x86_64.tar.gz"))) as archive:
        names = {name.split("/", 1)[1]: name for name in archive.getnames()}
        licences = archive.extractfile(names["LICENCES.txt"]).read().decode()
        page = archive.extractfile(names["man/msacheck-rules-list.1"]).read().decode()
        program = archive.getmember(names["msacheck"])
    for name, version in sorted(listed - {one for one in listed if one[0] == "rust-std"}):
        check(f"the licence of {name} is there", f"{name} {version} (" in licences)
    check("that of Rust, of musl and of the fonts, too",
          all(words in licences for words in ("Rust's standard library", "Rich Felker", "PDFium")))
    check("each command has its man page", ".TH msacheck-rules-list 1" in page and "man/msacheck-check.1" in names)
    check("completions are there", {"completions/msacheck.bash", "completions/_msacheck"} <= set(names))
    check("the program can be run", program.mode == 0o755)
    linked = {line for text in ("README.md",) for line in re.findall(r"\]\((docs/[\w.]+)", (ROOT / text).read_text())}
    check("what the README links to lies beside it", linked and linked <= set(names))

    wheel, alone = next(release.glob("*-manylinux*.whl")), next(release.glob("*-musllinux*.whl"))
    check("one wheel suits every Python from 3.10, on every Linux with glibc since 2014",
          "-cp310-abi3-" in wheel.name and "manylinux_2_17_x86_64" in wheel.name)
    with zipfile.ZipFile(wheel) as held:
        names = held.namelist()
        points = held.read(next(name for name in names if name.endswith("entry_points.txt"))).decode()
    libraries = [name for name in names if name.endswith(".so")]
    check("it holds one copy of the library", libraries == ["msacheck/_native.abi3.so"])
    check("its types, and the command", "msacheck/py.typed" in names and "msacheck=msacheck.__main__:main" in points)
    with zipfile.ZipFile(alone) as held:
        rest = held.namelist()
    check("where that can't be loaded there is the program alone", not [name for name in rest if name.endswith(".py")])
    check("both bring the licences", all([name for name in of if name.endswith("licenses/LICENCES.txt")] for of in (names, rest)))
    for path in (*release.glob("*.tar.gz"), wheel, alone):
        check(f"{path.name} says nothing of the machine that built it", path.stat().st_size > 0 and clean(path))
    print(f"{counts[True]} passed, {counts[False]} failed")
    return 1 if counts[False] else 0


def clean(path):
    """Whether no file in an archive names a folder of this machine."""
    here = [str(ROOT).encode(), str(pathlib.Path.home() / ".cargo").encode()]
    if path.suffix == ".whl":
        with zipfile.ZipFile(path) as held:
            bodies = [held.read(name) for name in held.namelist()]
    else:
        with tarfile.open(path) as held:
            bodies = [held.extractfile(one).read() for one in held.getmembers() if one.isfile()]
    return not any(folder in body for folder in here for body in bodies)


if __name__ == "__main__":
    sys.exit(main())
