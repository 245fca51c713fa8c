"""What tests share: an archive of papers that are made up, the command line, a Spark of two workers."""

import json
import os
import pathlib
import subprocess
import sys

import pytest

ROOT = pathlib.Path(__file__).resolve().parents[2]
sys.path.insert(0, str(ROOT / "samples" / "archive"))

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


@pytest.fixture(scope="session")
def spark():
    from pyspark.sql import SparkSession

    os.environ["PYSPARK_PYTHON"] = sys.executable
    os.environ.setdefault("SPARK_LOCAL_IP", "127.0.0.1")
    # A task is tried again, as on a cluster.
    session = (
        SparkSession.builder.master("local[2,4]")
        .config("spark.ui.enabled", "false")
        .config("spark.sql.shuffle.partitions", "4")
        .config("spark.sql.session.timeZone", "UTC")
        .getOrCreate()
    )
    session.sparkContext.setLogLevel("OFF")
    yield session
    session.stop()
