"""Python, Spark and the command line say the same of the same papers, row for row, whatever happens on the way."""

import json
import os
import pathlib
import signal
import threading
import time
import warnings

import msacheck
import pytest
from conftest import MANY, command, plain

pytest.importorskip("pyspark")


def files(archive):
    return sorted(path for path in archive.iterdir())


@pytest.fixture(scope="module")
def papers(spark, archive):
    return spark.read.format("binaryFile").load(str(archive)).repartition(8)


@pytest.fixture(scope="module")
def readings(spark, papers, tmp_path_factory):
    """The readings, kept as Parquet and read again."""
    import msacheck.spark

    kept = str(tmp_path_factory.mktemp("kept") / "readings")
    msacheck.spark.read(papers, keep=True).write.parquet(kept)
    return spark.read.parquet(kept)


def rows(table):
    return {row["document"]: row.asDict(recursive=True) for row in table.collect()}


def same(read, lines):
    """A row a paper: that of the command line, or a fault."""
    for document, row in read.items():
        row.pop("content", None)
        if row["fault"] is None:
            assert plain(row) == plain(lines[document]), document
        else:
            assert document not in lines and row["fault"]["code"].startswith(("document::", "file::")), document
    assert {document for document, row in read.items() if row["fault"] is None} == set(lines)


def test_python_reads_as_the_command_line_does(archive, lines):
    with warnings.catch_warnings(record=True) as told:
        warnings.simplefilter("always")
        read = {own.document: json.loads(own.json) for own in msacheck.read_all(archive)}
    assert read == lines
    assert len(read) + len(told) == len(files(archive)) >= MANY
    assert all(issubclass(one.category, msacheck.MsacheckWarning) for one in told)


def test_spark_reads_as_the_command_line_does(readings, lines, archive):
    read = rows(readings)
    # Of a file without any bytes Spark makes no row.
    assert set(read) == {str(path) for path in files(archive) if path.stat().st_size}
    same(read, lines)


def test_a_worker_that_is_killed_changes_nothing(spark, papers, lines):
    import msacheck.spark

    killed = []

    def kill():
        """Ends a worker that this test's own Spark started, while it works."""
        until = time.monotonic() + 30
        while not killed and time.monotonic() < until:
            for worker in workers():
                if busy(worker):
                    os.kill(worker, signal.SIGKILL)
                    killed.append(worker)
                    return
            time.sleep(0.02)

    killer = threading.Thread(target=kill)
    killer.start()
    read = rows(msacheck.spark.read(papers))
    killer.join()
    assert killed, "no worker was there to be killed"
    same(read, lines)


def parents():
    found = {}
    for entry in pathlib.Path("/proc").iterdir():
        if entry.name.isdigit():
            try:
                found[int(entry.name)] = int((entry / "stat").read_text().rsplit(")", 1)[1].split()[1])
            except OSError:
                continue
    return found


def workers():
    """The worker processes below this one: children of Spark's daemon."""
    above = parents()
    for process, parent in above.items():
        try:
            daemon = b"pyspark.daemon" in pathlib.Path(f"/proc/{parent}/cmdline").read_bytes()
        except OSError:
            continue
        line, up = [], parent
        while up in above:
            line.append(up)
            up = above[up]
        if daemon and os.getpid() in line:
            yield process


def busy(process):
    """Whether it has worked for a moment."""
    return used(process) > 0.3


def used(process):
    """The seconds of processor time that it has used."""
    try:
        fields = pathlib.Path(f"/proc/{process}/stat").read_text().rsplit(")", 1)[1].split()
    except OSError:
        return 0
    return (int(fields[11]) + int(fields[12])) / os.sysconf("SC_CLK_TCK")


def test_spark_checks_as_the_command_line_does(readings, archive, lines):
    """All papers of a force together, as `msacheck check` has them; a row a finding."""
    import msacheck.spark
    import pyarrow

    findings = [row.asDict(recursive=True) for row in msacheck.spark.check(readings, by="force").collect()]
    assert all(row["fault"] is None for row in findings)
    keep = ("force", "as_of", "requirement", "outcome", "basis", "why", "file", "line", "column")
    got = sorted(json.dumps([row[key] for key in keep]) for row in findings)
    speaking = [name for name, own in lines.items() if own["speaks"] and (own["force"] or own["force_name"])]
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        python = msacheck.check(*sorted(speaking))
    rows = pyarrow.table(python.to_frame()).to_pylist()
    assert got == sorted(json.dumps([row[key] for key in keep]) for row in rows)
    printed = json.loads(command("check", "--format", "json", *sorted(speaking)))
    assert printed["assessments"] == json.loads(python.to_json())["assessments"]


def test_spark_checks_each_year_by_itself(readings):
    import msacheck.spark

    findings = msacheck.spark.check(readings, by="year")
    spans = {(row["force"], row["of"]) for row in findings.where("fault is null").select("force", "of").distinct().collect()}
    assert len(spans) > 20
    wrong = findings.where("fault is null and substring(as_of, 1, 4) != of").count()
    assert wrong == 0
    with pytest.raises(ValueError, match="keep=True"):
        msacheck.spark.check(readings.drop("content"))


def test_a_column_of_texts_is_read_too(spark):
    import msacheck.spark

    table = spark.createDataFrame([("a", "Northmarch Police has no coordinator for modern slavery."), ("b", None)], ["id", "body"])
    read = rows(msacheck.spark.read(table, name="id", paper="body"))
    assert read["a"]["arrangements"][0]["state"] == "absent"
    assert read["b"]["fault"]["code"] == "document::empty"
