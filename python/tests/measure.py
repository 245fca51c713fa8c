#!/usr/bin/env python3
"""What reading costs through Python and through Spark, beside the command line; and whether memory stays flat.

    python python/tests/measure.py [FEW [MANY]]    2,000 papers for speed, 2,000 and 20,000 for memory

Exit status 1 where Spark reads less than 0.7 of the papers that the command line reads, a second and a processor, or
where ten times as many papers take more memory."""

import os
import pathlib
import subprocess
import sys
import tempfile
import time

from conftest import program

import msacheck
import papers

LEAST = 0.7
#: How much more memory ten times as many papers may take, in megabytes: what allocators keep is not the same twice.
MORE = 40
ROUNDS = 3


def by_command(folder):
    subprocess.run([program(), "read", "--format", "ndjson", "--jobs", "1", folder], check=False,
                   stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)


def by_python(folder):
    import warnings

    warnings.simplefilter("ignore")
    for _ in msacheck.read_all(folder, jobs=1):
        pass


def session():
    from pyspark.sql import SparkSession

    os.environ["PYSPARK_PYTHON"] = sys.executable
    os.environ.setdefault("SPARK_LOCAL_IP", "127.0.0.1")
    # As docs/python.md says of many small papers: a task costs a worker of Spark's 40 ms whatever it does.
    spark = (
        SparkSession.builder.master("local[1]")
        .config("spark.ui.enabled", "false")
        .config("spark.ui.showConsoleProgress", "false")
        .config("spark.sql.files.openCostInBytes", "65536")
        .config("spark.sql.execution.arrow.maxRecordsPerBatch", "256")
        .getOrCreate()
    )
    spark.sparkContext.setLogLevel("OFF")
    return spark


def by_spark(spark, folder):
    import msacheck.spark

    found = spark.read.format("binaryFile").load(str(folder))
    msacheck.spark.read(found).write.format("noop").mode("overwrite").save()


def seconds(work, *arguments):
    start = time.perf_counter()
    work(*arguments)
    return time.perf_counter() - start


def speed(folder, count):
    spark = session()
    by_spark(spark, folder)
    # In turns, so that what else the machine does meets all of them.
    taken = {"command line": [], "Python": [], "Spark": []}
    for _ in range(ROUNDS):
        taken["command line"].append(seconds(by_command, folder))
        taken["Python"].append(seconds(by_python, folder))
        taken["Spark"].append(seconds(by_spark, spark, folder))
    spark.stop()
    rates = {name: count / min(all_) for name, all_ in taken.items()}
    for name, rate in rates.items():
        print(f"{name}: {rate:.0f} papers a second on one processor, {rate / rates['command line']:.2f} of the command line")
    return rates["Spark"] / rates["command line"]


def most_memory(process):
    """The most memory that a process had, in megabytes."""
    status = pathlib.Path(f"/proc/{process}/status").read_text()
    return next(int(line.split()[1]) for line in status.splitlines() if line.startswith("VmHWM")) / 1024


def python_memory(folder):
    """Of a Python that reads all, in a process of its own."""
    script = ("import msacheck, resource, sys, warnings; warnings.simplefilter('ignore')\n"
              "for _ in msacheck.read_all(sys.argv[1]): pass\n"
              "print(resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024)")
    ran = subprocess.run([sys.executable, "-c", script, folder], check=True, capture_output=True, text=True)
    return float(ran.stdout)


def spark_memory(folder):
    """Of the worker that Spark has, in a program of its own."""
    ran = subprocess.run([sys.executable, __file__, "worker", folder], check=True, capture_output=True, text=True)
    return float(ran.stdout.splitlines()[-1])


def worker(folder):
    from test_same import workers

    spark = session()
    by_spark(spark, folder)
    print(max(most_memory(process) for process in workers()))


def main(few, many):
    with tempfile.TemporaryDirectory() as work:
        small, large = pathlib.Path(work) / "small", pathlib.Path(work) / "large"
        papers.make(small, few)
        papers.make(large, many)
        ratio = speed(small, few)
        grown = {}
        for name, measure in [("Python", python_memory), ("a worker of Spark's", spark_memory)]:
            at = [measure(str(small)), measure(str(large))]
            grown[name] = at[1] - at[0]
            print(f"memory of {name}: {at[0]:.0f} MB for {few} papers, {at[1]:.0f} MB for {many}")
    assert ratio >= LEAST, f"{ratio:.2f}"
    assert max(grown.values()) < MORE, grown


if __name__ == "__main__":
    if sys.argv[1:2] == ["worker"]:
        worker(sys.argv[2])
    else:
        main(*(int(one) for one in (sys.argv[1:] + ["2000", "20000"][len(sys.argv) - 1:])))
