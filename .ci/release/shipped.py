#!/usr/bin/env python3
"""Tells what the program is made of: the licences of all of it as one text, or a bill of materials (CycloneDX).

    .ci/release/shipped.py licences >LICENCES.txt
    .ci/release/shipped.py sbom >msacheck.cdx.json

What only builds, tests or generates code isn't in the program and isn't told of."""

import collections
import datetime
import hashlib
import json
import os
import pathlib
import re
import subprocess
import sys
import tomllib
import uuid

HERE = pathlib.Path(__file__).resolve().parent
ROOT = HERE.parent.parent
TARGETS = (HERE / "targets").read_text().split()
#: Texts that those whose they are don't bring along.
TEXTS = {path.stem: path.read_text().strip() for path in (HERE / "licences").glob("*.txt")}
LICENCE = re.compile(r"(un)?licen[cs]e|copying|copyright|notice", re.I)
#: Folders of a crate that aren't built in.
BESIDE = {"benches", "examples", "fuzz", "tests"}


def cargo(*words):
    return subprocess.run(["cargo", *words], cwd=ROOT, check=True, capture_output=True, text=True).stdout


def crates():
    """Every crate in the program and in Python's library, on any system that they are shipped for."""
    built_in = set()
    for target in TARGETS:
        tree = cargo("tree", "--workspace", "--locked", "--target", target, "--edges", "normal,no-proc-macro",
                     "--prefix", "none", "--format", "{p}")
        built_in |= {tuple(line.split()[:2]) for line in tree.splitlines() if line}
    metadata = json.loads(cargo("metadata", "--locked", "--format-version", "1"))
    packages = {(one["name"], f"v{one['version']}"): one for one in metadata["packages"]}
    own = packages[("msacheck", f"v{version()}")]
    # What stands in this repository is the program's own: the library in Python, and `stand-ins/`.
    others = [packages[name] for name in sorted(built_in) if packages[name]["source"]]
    return own, others, metadata["resolve"]["nodes"]


def version():
    return tomllib.loads((ROOT / "Cargo.toml").read_text())["workspace"]["package"]["version"]


def day():
    """When all of it was made: the time of the commit, in seconds."""
    given = os.environ.get("SOURCE_DATE_EPOCH") or subprocess.run(
        ["git", "log", "-1", "--format=%ct"], cwd=ROOT, check=True, capture_output=True, text=True).stdout
    return int(given)


def licence_texts(crate):
    folder = pathlib.Path(crate["manifest_path"]).parent
    files = sorted(
        path for path in folder.rglob("*")
        if path.is_file() and LICENCE.search(path.name) and path.suffix not in {".rs", ".toml"}
        and BESIDE.isdisjoint(path.relative_to(folder).parts)
    )
    return [path.read_text(errors="replace").replace("\r\n", "\n").strip() for path in files]


def licences():
    """Each text once, after those to whom it belongs."""
    _, others, _ = crates()
    belongs = collections.defaultdict(list)
    apache = (ROOT / "LICENSE-APACHE").read_text().strip()
    left, without = dict(TEXTS), []
    belongs[apache].append("Rust's standard library (MIT OR Apache-2.0)")
    belongs[left.pop("musl")].append("musl, in the programs for Linux (MIT)")
    belongs[left.pop("zig")].append("the runtime of zig, in Python's library for Linux (MIT)")
    belongs[left.pop("mingw-w64")].append("the runtime of mingw-w64, in what is for Windows (ZPL-2.1)")
    for path in sorted((ROOT / "src").rglob("*.LICENCE.txt")):
        belongs[path.read_text().strip()].append("the list of English words in msacheck")
    for crate in others:
        name = f"{crate['name']} {crate['version']} ({crate['license']})"
        texts = licence_texts(crate)
        if not texts and crate["name"] in left:
            texts = [left.pop(crate["name"])]
        elif not texts and "Apache-2.0" in (crate["license"] or ""):
            # It names its licences and leaves the text to its reader.
            texts = [apache]
            name += ", of " + ", ".join(crate["authors"] or [crate["repository"] or crate["name"]])
        elif not texts:
            without.append(name)
        for text in texts:
            belongs[text].append(name)
    if without:
        sys.exit(f"No text of the licence was found, nor stands in .ci/release/licences: {'; '.join(without)}")
    if left:
        sys.exit(f"Not needed any more in .ci/release/licences: {', '.join(sorted(left))}")
    print("What msacheck is made of, beside its own code (MIT OR Apache-2.0), and under which licences.\n")
    for text, names in sorted(belongs.items(), key=lambda one: (-len(one[1]), one[1])):
        print("=" * 80, *sorted(set(names)), "-" * 80, text, "", sep="\n")


def sbom():
    own, others, nodes = crates()
    lock = tomllib.loads((ROOT / "Cargo.lock").read_text())["package"]
    digests = {(one["name"], one["version"]): one.get("checksum") for one in lock}
    references = {one["id"]: purl(one) for one in [own, *others]}
    # What Python's library needs beside is told of as ours.
    whose = {node["id"]: references.get(node["id"], purl(own) if "msacheck-python" in node["id"] else None) for node in nodes}
    rust = subprocess.run(["rustc", "--version"], check=True, capture_output=True, text=True).stdout.split()[1]
    standard = {
        "type": "library", "bom-ref": f"pkg:github/rust-lang/rust@{rust}", "name": "rust-std", "version": rust,
        "licenses": [{"expression": "MIT OR Apache-2.0"}], "purl": f"pkg:github/rust-lang/rust@{rust}",
    }
    components = [component(one, "library", digests) for one in others]
    depends = collections.defaultdict(set)
    for node in nodes:
        if whose[node["id"]]:
            depends[whose[node["id"]]] |= {
                references[dep["pkg"]] for dep in node["deps"]
                if dep["pkg"] in references and any(kind["kind"] is None for kind in dep["dep_kinds"])
            } - {purl(own)}
    depends[purl(own)].add(standard["bom-ref"])
    made = datetime.datetime.fromtimestamp(day(), datetime.timezone.utc)
    bill = {
        "$schema": "http://cyclonedx.org/schema/bom-1.6.schema.json",
        "bomFormat": "CycloneDX",
        "specVersion": "1.6",
        "version": 1,
        "metadata": {
            "timestamp": made.strftime("%Y-%m-%dT%H:%M:%SZ"),
            "component": component(own, "application", digests),
        },
        "components": [*components, standard],
        "dependencies": [{"ref": ref, "dependsOn": sorted(on)} for ref, on in sorted(depends.items())],
    }
    # The same source has the same bill.
    digest = hashlib.sha256(json.dumps(bill, sort_keys=True).encode()).digest()
    bill["serialNumber"] = f"urn:uuid:{uuid.UUID(bytes=digest[:16], version=4)}"
    print(json.dumps(bill, indent=2, ensure_ascii=False))


def purl(crate):
    return f"pkg:cargo/{crate['name']}@{crate['version']}"


def component(crate, kind, digests):
    digest = digests.get((crate["name"], crate["version"]))
    one = {
        "type": kind, "bom-ref": purl(crate), "name": crate["name"], "version": crate["version"],
        "description": crate["description"] or "",
        # The old way to write two licences of which one may choose.
        "licenses": [{"expression": re.sub(r"\s*/\s*", " OR ", crate["license"])}],
        "purl": purl(crate),
    }
    if digest:
        one["hashes"] = [{"alg": "SHA-256", "content": digest}]
    return one


if __name__ == "__main__":
    {"licences": licences, "sbom": sbom}[sys.argv[1]]()
