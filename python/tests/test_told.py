"""What users are told works: the docs of each function, the pages, the worked example and the notebook."""

import doctest
import importlib
import json
import os
import pkgutil
import re
import shutil
import subprocess
import sys
import warnings

import msacheck
import pytest
from conftest import ROOT, plain

PAGES = ["docs/python.md", "python/README.md", "README.md"]


@pytest.fixture
def place(tmp_path, monkeypatch):
    shutil.copytree(ROOT / "samples", tmp_path / "samples")
    monkeypatch.chdir(tmp_path)
    return tmp_path


@pytest.mark.parametrize("name", [one.name for one in pkgutil.iter_modules(msacheck.__path__) if one.name != "_native"])
def test_docs_of_functions_are_right(name, place):
    module = importlib.import_module(f"msacheck.{name}")
    assert doctest.testmod(module, optionflags=doctest.ELLIPSIS).failed == 0


def test_some_docs_have_examples():
    assert doctest.testmod(msacheck).attempted > 2


@pytest.mark.parametrize("page", PAGES)
def test_pages_can_be_followed(page, place, request):
    """Each block of Python in its order, in a folder with the samples."""
    text = (ROOT / page).read_text(encoding="utf-8")
    blocks = re.findall(r"^```python ?(\w*)\n(.*?)^```$", text, re.M | re.S)
    assert blocks, page
    names = {}
    for label, block in blocks:
        if label == "spark":
            pytest.importorskip("pyspark")
            names["spark"] = request.getfixturevalue("spark")
            # Spark's Java stays in the folder that it was started in.
            block = re.sub(r'"(papers/|readings)"', lambda found: repr(str(place / found.group(1))), block)
        if label in ("spark", "dask", "ray"):
            few(place / "papers")
        if label in ("dask", "ray"):
            pytest.importorskip({"dask": "dask.bag", "ray": "ray.data"}[label])
            run_alone(place, f"import msacheck\n{block}")
            continue
        exec(compile(block, page, "exec"), names)  # noqa: S102


def run_alone(place, block):
    """What starts processes of its own must be a program. Its rows are those that Python reads without it."""
    lines = block.splitlines()
    heads = [line for line in lines if line.startswith(("def", "    ", "import"))]
    body = [f"    {line}" for line in lines if line not in heads]
    script = place / "engine.py"
    folder = str(place / "papers")
    script.write_text("\n".join([
        *heads, "import json, pathlib", "if __name__ == '__main__':", f"    folder = {folder!r}",
        "    paths = [str(path) for path in pathlib.Path(folder).iterdir()]", *body,
        "    print(json.dumps(list(rows)))",
    ]))
    # Nothing of Ray's goes out to anybody.
    env = {**os.environ, "RAY_USAGE_STATS_ENABLED": "0", "RAY_DATA_DISABLE_PROGRESS_BARS": "1", "RAY_worker_niceness": "0"}
    ran = subprocess.run([sys.executable, script], capture_output=True, text=True, check=False, env=env)
    assert ran.returncode == 0, ran.stderr
    found = {row["document"]: plain(row) for row in json.loads(ran.stdout.splitlines()[-1])}
    assert set(found) == {str(path) for path in (place / "papers").iterdir()}
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        alone = {own.document: plain(json.loads(own.json)) for own in msacheck.read_all(folder)}
    assert {name: row for name, row in found.items() if "fault" not in row} == alone


def few(folder):
    import papers

    papers.make(folder, 96)


def test_the_worked_example_goes_to_parquet_and_back(place):
    pytest.importorskip("pyspark")
    few(place / "papers")
    ran = subprocess.run(
        [sys.executable, "samples/archive/archive.py", "papers", "archive"],
        cwd=place, capture_output=True, text=True, check=False,
        env={**os.environ, "SPARK_LOCAL_IP": "127.0.0.1", "PYSPARK_PYTHON": sys.executable},
    )
    assert ran.returncode == 0, ran.stderr
    assert "is damaged" in ran.stdout and "Northmarch" in ran.stdout
    import pyarrow.parquet

    evidenced = pyarrow.parquet.read_table(place / "archive" / "evidenced").to_pylist()
    assert any(row["in place"] for row in evidenced) and any(row["absent"] for row in evidenced)
    findings = pyarrow.parquet.read_table(place / "archive" / "findings").to_pylist()
    assert {row["of"] for row in findings if row["force"] == "northmarch"} >= {"2016", "2026"}


def test_the_notebook_runs(place):
    nbclient = pytest.importorskip("nbclient")
    import nbformat

    notebook = nbformat.read(place / "samples" / "archive" / "forces.ipynb", as_version=4)
    assert all(not cell.get("outputs") for cell in notebook.cells), "kept without what it printed"
    nbclient.NotebookClient(notebook, timeout=300, resources={"metadata": {"path": str(place)}}).execute()
    kinds = [kind for cell in notebook.cells for out in cell.get("outputs", []) for kind in out.get("data", {})]
    assert "image/png" in kinds, "a plot"
    pages = [out["data"]["text/html"] for cell in notebook.cells for out in cell.get("outputs", [])
             if "text/html" in out.get("data", {})]
    assert any("iframe" in page for page in pages), "our own page"
