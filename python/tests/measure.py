#!/usr/bin/env python3
"""What reading costs through Python and through Spark, beside the command line; and whether memory stays flat.

    python python/tests/measure.py [FEW [MANY]]    2,000 papers for speed, 2,000 and 20,000 for memory

Speed is papers a second of processor time: of the command line, of Python, of the worker process that Spark has. They read
in turns, bound to the same processor, so that what else the machine does meets all of them alike. Exit status 1 where
Spark's worker reads less than 0.7 of what the command line reads, or where ten times as many papers take more memory."""

import os
import pathlib
import statistics
import subprocess
import sys
import tempfile
import time

from conftest import program, spark_of

import msacheck
import papers

LEAST = 0.7
#: How much more memory ten times as many papers may take, in megabytes: what allocators keep is not the same twice.
MORE = 40
ROUNDS = 5


def by_command(folder):
    """Seconds of processor time of the command line."""
    with subprocess.Popen([program(), "read", "--format", "ndjson", "--jobs", "1", folder],
                          stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL) as process:
        _, status, used = os.wait4(process.pid, 0)
        process.returncode = os.waitstatus_to_exitcode(status)
    return used.ru_utime + used.ru_stime


def by_python(folder):
    """Seconds of processor time of this process, which makes an object of each."""
    import warnings

    warnings.simplefilter("ignore")
    start = time.process_time()
    for _ in msacheck.read_all(folder, jobs=1):
        pass
    return time.process_time() - start


def session():
    # As docs/python.md says of many small papers: a task costs a worker of Spark's 40 ms whatever it does.
    return spark_of("local[1]", **{"files.openCostInBytes": "65536", "execution.arrow.maxRecordsPerBatch": "256"})


def run_spark(spark, folder):
    import msacheck.spark

    found = spark.read.format("binaryFile").load(str(folder))
    msacheck.spark.read(found).write.format("noop").mode("overwrite").save()


def by_spark(spark, folder):
    """Seconds of processor time of the workers, and of Spark's Java."""
    from test_same import parents, used, workers

    def now():
        java = [process for process, parent in parents().items() if parent == os.getpid()]
        return {process: used(process) for process in workers()}, sum(map(used, java))

    before, java = now()
    run_spark(spark, folder)
    after, java_after = now()
    return sum(took - before.get(process, 0) for process, took in after.items()), java_after - java


def speed(folder, count):
    os.sched_setaffinity(0, {max(os.sched_getaffinity(0))})
    spark = session()
    run_spark(spark, folder)
    rounds = []
    for _ in range(ROUNDS):
        command, python, (worker, java) = by_command(folder), by_python(folder), by_spark(spark, folder)
        rounds.append((command, python, worker, java))
        print(f"seconds: command line {command:.2f}, Python {python:.2f}, worker {worker:.2f}, beside it Java {java:.2f}")
    spark.stop()
    os.sched_setaffinity(0, range(os.cpu_count()))
    for at, name in enumerate(["the command line", "Python", "a worker of Spark's", "Spark's Java, beside it"]):
        taken = statistics.median(one[at] for one in rounds)
        share = statistics.median(one[0] / one[at] for one in rounds)
        print(f"{name}: {count / taken:.0f} papers a second of a processor, {share:.2f} of the command line")
    return statistics.median(command / worker for command, _, worker, _ in rounds)


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
    run_spark(spark, folder)
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
