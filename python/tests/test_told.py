"""What users are told works: the docs of each function, the pages, the worked example and the notebook."""

import doctest
import importlib
import os
import pkgutil
import re
import shutil
import subprocess
import sys

import msacheck
import pytest
from conftest import ROOT

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
        if label in ("spark", "dask"):
            few(place / "papers")
        if label == "dask":
            pytest.importorskip("dask.bag")
            names["paths"] = [str(path) for path in (place / "papers").iterdir()]
            block = f"import msacheck\n{block}"
            run_alone(place, block, names["paths"])
            continue
        exec(compile(block, page, "exec"), names)  # noqa: S102


def run_alone(place, block, paths):
    """What starts processes of its own must be a program."""
    indented = "".join(f"    {line}\n" for line in block.splitlines() if not line.startswith(("def", "    ", "import")))
    heads = "".join(f"{line}\n" for line in block.splitlines() if line.startswith(("def", "    ", "import")))
    script = place / "dasked.py"
    script.write_text(f"{heads}\nif __name__ == '__main__':\n    paths = {paths!r}\n{indented}    print(len(rows))\n")
    ran = subprocess.run([sys.executable, script], capture_output=True, text=True, check=False)
    assert ran.returncode == 0, ran.stderr
    assert int(ran.stdout) == len(paths)


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
