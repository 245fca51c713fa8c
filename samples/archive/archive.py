#!/usr/bin/env python3
"""From a folder of papers to a table of what each force's papers evidence by year, on Apache Spark.

    pip install ./python pyspark pyarrow 'pandas<3'
    python samples/archive/papers.py papers
    python samples/archive/archive.py papers archive

It writes `archive/readings` (a row a paper), `archive/findings` (a row a finding, of each force and year) and
`archive/evidenced` (how many arrangements a force's papers of a year state, and how they stand), all as Parquet, and
shows what it reads again. On a cluster the same lines read from where its papers lie (`s3a://…`, `hdfs://…`)."""

import sys

from pyspark.sql import DataFrame, SparkSession
from pyspark.sql import functions as F

import msacheck.spark


def evidenced(readings: DataFrame) -> DataFrame:
    """What each force's papers of a year say of each arrangement: in how many papers it stands how."""
    said = readings.where("fault is null and speaks").select(
        F.coalesce("force", "force_name").alias("force"),
        F.substring("date", 1, 4).alias("year"),
        F.explode("arrangements").alias("of"),
    )
    return said.groupBy("force", "year", F.col("of.arrangement").alias("arrangement")).pivot(
        "of.state", ["in place", "partial", "planned", "withheld", "absent", "not stated"]
    ).count().orderBy("force", "year", "arrangement")


def main(papers: str, archive: str) -> None:
    # A task takes in many papers, since they are small, and a worker few of them at a time.
    many, few = ("spark.sql.files.openCostInBytes", "65536"), ("spark.sql.execution.arrow.maxRecordsPerBatch", "256")
    spark = SparkSession.builder.appName("archive").config(*many).config(*few).getOrCreate()
    found = spark.read.format("binaryFile").option("recursiveFileLookup", "true").load(papers)
    # The papers are kept beside what was read, so that findings can quote them.
    msacheck.spark.read(found, keep=True).write.mode("overwrite").parquet(f"{archive}/readings")

    readings = spark.read.parquet(f"{archive}/readings")
    msacheck.spark.check(readings, by="year").write.mode("overwrite").parquet(f"{archive}/findings")
    evidenced(readings).write.mode("overwrite").parquet(f"{archive}/evidenced")

    readings.where("fault is not null").select("document", "fault.message").show(truncate=False)
    spark.read.parquet(f"{archive}/evidenced").where("force = 'Northmarch Police'").show(12)
    findings = spark.read.parquet(f"{archive}/findings").where("fault is null and not superseded")
    findings.groupBy("force", "of").pivot("outcome", ["met", "partly met", "planned", "not met", "not evidenced"]).agg(
        F.count("requirement")
    ).orderBy("force", "of").show(12)
    spark.stop()


if __name__ == "__main__":
    main(sys.argv[1], sys.argv[2])
