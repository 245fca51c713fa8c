"""What tests share: an archive of papers that are made up, the command line, a Spark of two workers."""

import datetime
import json
import os
import pathlib
import subprocess
import sys

import pytest

ROOT = pathlib.Path(__file__).resolve().parents[2]
sys.path.insert(0, str(ROOT / "samples" / "archive"))

WEST_MIDLANDS = str(ROOT / "samples" / "west-midlands-2017.toml")
NORTHMARCH = {
    "force": {"id": "northmarch", "kind": "territorial", "as_of": datetime.date(2026, 3, 31)},
    "lead": {"state": "partial", "capacity": "part-time"},
    "coordinator": {"state": "absent"},
}

#: How many papers the three ways of reading are held against each other with.
MANY = int(os.environ.get("MSACHECK_PAPERS", "2000"))


def program():
    """The program itself, where MSACHECK names it; else the command that came with the package."""
    return os.environ.get("MSACHECK") or str(pathlib.Path(sys.executable).parent / "msacheck")


def command(*words, cwd=None, status=0):
    ran = subprocess.run([program(), *map(str, words)], cwd=cwd, capture_output=True, check=False)
    assert ran.returncode == status, ran.stderr.decode()
    return ran.stdout.decode()


def plain(value):
    """JSON without what is absent, so that a table's row and a line of JSON can be held against each other."""
    if isinstance(value, dict):
        return {key: plain(of) for key, of in value.items() if of is not None}
    return [plain(of) for of in value] if isinstance(value, list) else value


def out(value):
    """An object of the package's, written out by its own keys again."""
    if hasattr(value, "__dataclass_fields__"):
        fields = value.__dataclass_fields__.items()
        return {of.metadata.get("key", name): out(getattr(value, name)) for name, of in fields}
    return [out(one) for one in value] if isinstance(value, tuple) else value


@pytest.fixture(scope="session")
def archive(tmp_path_factory):
    """The papers, some of them broken, and some that were made to do harm."""
    import papers

    folder = tmp_path_factory.mktemp("archive")
    papers.make(folder, MANY)
    for name, body in hostile().items():
        (folder / name).write_bytes(body)
    return folder


def hostile():
    """Papers that were made to do harm: a bomb, lies about a format, depth, emptiness."""
    import io
    import zipfile

    bomb = io.BytesIO()
    with zipfile.ZipFile(bomb, "w", zipfile.ZIP_DEFLATED) as packed:
        packed.writestr("[Content_Types].xml", "<Types/>")
        packed.writestr("word/document.xml", b"<w:p>" * 60_000_000)
    deep = b"<!DOCTYPE html>" + b"<div><table><tr><td>" * 200_000 + b"The force has no lead for modern slavery."
    loop = b"%PDF-1.4\n1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj\n2 0 obj<</Type/Pages/Kids[2 0 R]/Count 9>>endobj\n"
    return {
        "zz-bomb.docx": bomb.getvalue(),
        "zz-deep.html": deep,
        "zz-empty.pdf": b"",
        "zz-lie.docx": b"%PDF-1.7\n%%EOF",
        "zz-loop.pdf": loop + b"trailer<</Root 1 0 R>>\n%%EOF",
        "zz-noise.pdf": b"%PDF-1.7\n" + bytes(range(256)) * 4000,
        "zz-zeros.txt": b"\0" * 1_000_000,
    }


@pytest.fixture(scope="session")
def lines(archive):
    """What the command line says of each paper that it can read."""
    printed = command("read", "--format", "ndjson", archive, status=2)
    return {own["document"]: own for own in map(json.loads, printed.splitlines())}


def spark_of(master, **settings):
    """A Spark on this machine, quiet."""
    from pyspark.sql import SparkSession

    os.environ["PYSPARK_PYTHON"] = sys.executable
    os.environ.setdefault("SPARK_LOCAL_IP", "127.0.0.1")
    asked = SparkSession.builder.master(master).config("spark.ui.enabled", "false")
    asked = asked.config("spark.ui.showConsoleProgress", "false").config("spark.sql.session.timeZone", "UTC")
    for name, value in settings.items():
        asked = asked.config(f"spark.sql.{name}", value)
    session = asked.getOrCreate()
    session.sparkContext.setLogLevel("OFF")
    return session


@pytest.fixture(scope="session")
def spark():
    # A task is tried again, as on a cluster.
    session = spark_of("local[2,4]", **{"shuffle.partitions": "4"})
    yield session
    session.stop()
