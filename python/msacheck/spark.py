"""Papers by the million, on Apache Spark: read to a table of what each declares, and checked to a table of findings.

    papers = spark.read.format("binaryFile").load("papers/")
    readings = msacheck.spark.read(papers)

One reader serves a worker process for as long as that lives. A paper that can't be read is a row with its `fault`,
and never takes the worker down. A worker that is lost changes nothing: Spark reads its part again, to the same rows.
"""

# pyright: basic
# (pyarrow tells nothing of its types)

from __future__ import annotations

import datetime
import warnings
from collections.abc import Iterator
from functools import cache, partial
from typing import Any, Literal, TypeAlias

import pyarrow as pa
from pyspark.sql import DataFrame
from pyspark.sql import functions as F
from pyspark.sql.pandas.types import from_arrow_schema
from pyspark.sql.types import StructType

from ._given import Date, day
from ._reading import Reader
from ._result import check as checked
from ._rules import Rules, asked
from .errors import MsacheckError, MsacheckWarning

Span: TypeAlias = Literal["date", "year", "force"]
"""What papers of one force are put together by."""

#: How many bytes of papers are turned into a table at once: what a worker holds beside what Spark hands it.
AT_ONCE = 16 * 1024 * 1024

FAULT = pa.struct([pa.field(name, pa.string()) for name in ("code", "message", "help")])


def read(
    papers: DataFrame,
    *,
    name: str = "path",
    paper: str = "content",
    force: str | None = None,
    rules: Rules | None = None,
    keep: bool = False,
) -> DataFrame:
    """Reads a column of papers, a row each, with the columns of `msacheck read --format ndjson` and `fault`.

    :param papers: what `spark.read.format("binaryFile")` gives, or any table with a name and a paper a row
    :param name: the column of names; of paths on the machine's own disk `file:` is taken off
    :param paper: the column of papers: bytes, or text
    :param force: the police force that all are read for; by default each for the one that it names
    :param rules: those of `msacheck.rules`; its files must be there on every machine
    :param keep: keeps each paper as the column `content`, which `check` asks for
    """
    rules = asked(rules)
    own = F.regexp_replace(F.col(name), "^file:/+", "/").alias("document")
    both = papers.select(own, F.col(paper).cast("binary").alias("content"))
    columns = pa.schema(Reader(rules=rules).read_batch([], []))
    columns = columns.append(pa.field("content", pa.binary())) if keep else columns
    return both.mapInArrow(partial(_read, rules.key, force, keep), _struct(columns))


def check(
    readings: DataFrame,
    *,
    by: Span = "date",
    force: str | None = None,
    as_of: Date = None,
    rules: Rules | None = None,
) -> DataFrame:
    """Assesses what papers declare: a row a finding, with the columns of `Result.to_frame` and `fault`.

    Papers of one force and one `by` are assessed together, in the order of their names: as `msacheck check` does of
    the same papers. Those that speak for no force, and those that couldn't be read, have no findings.

    :param readings: what `read` gave with `keep=True`
    :param by: `date`: of each date that papers give themselves an assessment; `year`: of each year; `force`: of all
        papers of a force one, as the command line makes it. It is the column `of`: nothing where a paper has no date
    :param force: as it was given to `read`
    :param as_of: the day to assess, of papers without a date the day of their facts, too. Without it papers of which
        none has a date are a row with that fault
    """
    if "content" not in readings.columns:
        raise ValueError("check reads the words again that prove a finding: give it read(papers, keep=True)")
    spans = {"date": F.col("date"), "year": F.substring("date", 1, 4), "force": F.lit(None).cast("string")}
    whose = F.coalesce(F.col("force"), F.col("force_name"))
    speaking = readings.where(F.col("fault").isNull() & F.col("speaks") & whose.isNotNull())
    papers = speaking.select(whose.alias("whose"), spans[by].alias("of"), "document", "content")
    asks, on = asked(rules).key, day(as_of)

    # Spark tells by its types how it is to be called.
    def work(key: tuple[pa.Scalar, ...], papers: pa.Table) -> pa.Table:
        return _check(asks, force, on, key, papers)

    return papers.groupBy("whose", "of").applyInArrow(work, _struct(_columns()))


def _struct(columns: Any) -> StructType:
    struct = from_arrow_schema(columns)
    assert isinstance(struct, StructType)
    return struct


@cache
def _rules(asks: tuple[Any, ...]) -> Rules:
    """The rules of this process."""
    return Rules(*asks)


@cache
def _reader(asks: tuple[Any, ...], force: str | None) -> Reader:
    """The reader of this process."""
    return Reader(force=force, rules=_rules(asks))


def _read(asks: tuple[Any, ...], force: str | None, keep: bool, batches: Iterator[Any]) -> Iterator[Any]:
    reader = _reader(asks, force)
    for batch in batches:
        for some in _slices(batch):
            names, papers = some.column(0).to_pylist(), some.column(1)
            for made in pa.RecordBatchReader.from_stream(reader.read_batch(names, papers.to_pylist())):
                yield made.append_column("content", papers) if keep else made


def _slices(batch: Any) -> Iterator[Any]:
    """A batch in parts of which each is small."""
    start = held = 0
    for at, paper in enumerate(batch.column(1)):
        size = len(paper.as_buffer()) if paper.is_valid else 0
        if held and held + size > AT_ONCE:
            yield batch.slice(start, at - start)
            start, held = at, 0
        held += size
    if start < batch.num_rows:
        yield batch.slice(start)


def _check(asks: tuple[Any, ...], force: str | None, as_of: str | None, key: tuple[Any, ...], papers: Any) -> Any:
    texts = dict(sorted(zip(papers.column("document").to_pylist(), papers.column("content").to_pylist())))
    columns = _columns()
    try:
        with warnings.catch_warnings():
            # Each paper's faults stand in the readings.
            warnings.simplefilter("ignore", MsacheckWarning)
            result = checked(*texts, texts=texts, force=force, as_of=as_of, rules=_rules(asks), jobs=1)
    except MsacheckError as error:
        fault = {"code": error.code, "message": str(error.faults[0].message), "help": error.help}
        return pa.Table.from_pylist([{"of": key[1].as_py(), "force": key[0].as_py(), "fault": fault}], columns)
    made = pa.table(result.to_frame())
    spans = pa.array([key[1].as_py()] * len(made), pa.string())
    return made.add_column(0, "of", spans).append_column("fault", pa.nulls(len(made), FAULT)).cast(columns)


@cache
def _columns() -> Any:
    """The columns of findings."""
    facts = datetime.date(2026, 3, 31)
    nobody = checked({"force": {"id": "nobody", "kind": "territorial", "as_of": facts}}).to_frame()
    findings = list(pa.schema(nobody))
    return pa.schema([pa.field("of", pa.string()), *findings, pa.field("fault", FAULT)])
