"""The package as its users call it."""

import json
import pickle
import subprocess
import sys
import threading
import time

import msacheck
import pytest
from conftest import NORTHMARCH, ROOT, WEST_MIDLANDS, command, out, plain


@pytest.fixture(scope="module")
def result():
    return msacheck.check(WEST_MIDLANDS)


def test_a_check_is_that_of_the_command_line(result):
    printed = json.loads(command("check", "--format", "json", WEST_MIDLANDS))
    assert json.loads(result.to_json()) == printed
    assert result.render("json") == command("check", "--format", "json", WEST_MIDLANDS)
    assert str(result) == command("check", WEST_MIDLANDS)


def test_a_comparison_is_that_of_the_command_line():
    both = [WEST_MIDLANDS, WEST_MIDLANDS.replace("2017", "2018")]
    printed = command("compare", "--format", "json", *both)
    assert msacheck.compare(*both).to_json() == printed
    at_hand = [msacheck.check(one) for one in both]
    assert json.loads(msacheck.compare(*at_hand).to_json())["rows"] == json.loads(printed)["rows"]


def test_a_reading_is_that_of_the_command_line():
    for paper in ROOT.glob("samples/*.txt"):
        for explain in (False, True):
            more = ["--explain"] if explain else []
            line = command("read", "--format", "ndjson", *more, paper)
            assert msacheck.read(paper, explain=explain).json == line
        assert msacheck.read(paper.read_bytes(), name=str(paper)).json == msacheck.read(paper).json


def test_every_format_comes_out(result):
    for name in ("html", "markdown", "sarif", "junit", "github", "gitlab", "csv", "ndjson", "oscal"):
        assert isinstance(msacheck.render(result, name), str), name
    assert isinstance(msacheck.render(result, "docx"), bytes)
    assert isinstance(msacheck.render(result, "xlsx"), bytes)
    with pytest.raises(msacheck.MsacheckError, match="expected one of: table, html"):
        result.render("htlm")


def test_classes_hold_all_that_the_json_holds(result):
    """Written out by their own keys again, objects are the JSON."""
    whole = json.loads(result.to_json())
    assessment = result.assessments[0]
    assert plain(out(assessment)) == plain({key: whole[key] for key in out(assessment) if key in whole})
    comparison = msacheck.compare(WEST_MIDLANDS, NORTHMARCH)
    assert plain(out(comparison.data)) == plain(json.loads(comparison.to_json()))
    reading = msacheck.read(ROOT / "samples" / "west-midlands-2017.txt", explain=True)
    parts = {key: of for key, of in out(reading).items() if key not in ("json", "look")}
    assert plain(parts) == plain(json.loads(reading.json))


def test_a_declaration_may_be_a_dictionary():
    result = msacheck.check(NORTHMARCH)
    states = {own.arrangement: own.state for own in result.assessments[0].arrangements}
    assert (states["lead"], states["coordinator"], states["guidance"]) == ("partial", "absent", "not stated")
    with pytest.raises(TypeError, match="a declaration holds no"):
        msacheck.check({"force": {"id": object()}})


def test_texts_alone_touch_no_disk(tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    (tmp_path / "secret.txt").write_text("Northmarch Police has a dedicated modern slavery coordinator.")
    declared = (
        '[force]\nid = "northmarch"\nkind = "territorial"\nas_of = 2026-03-31\n'
        '[[source]]\nid = "s"\ntitle = "S"\nfile = "secret.txt"\n'
        '[coordinator]\nstate = "in place"\n'
        'evidence = [{ source = "s", quote = "has a dedicated modern slavery coordinator" }]\n'
    )
    basis = lambda result: {own.arrangement: own.basis for own in result.assessments[0].arrangements}["coordinator"]
    assert basis(msacheck.check(texts={"a.toml": declared})) == "cited"
    (tmp_path / "a.toml").write_text(declared)
    assert basis(msacheck.check("a.toml")) == "quoted"
    # What is held stands in the place of what is on the disk.
    with pytest.raises(msacheck.MsacheckError, match="secret"):
        msacheck.check("a.toml", texts={"secret.txt": "Nothing of the kind stands here."})


def test_faults_have_their_place():
    with pytest.raises(msacheck.MsacheckError) as raised:
        msacheck.check(texts={"f.toml": "[force]\nid = 'n'\nkind = 'territoriaal'\nas_of = 2026-01-01\n[led]\n"})
    error = raised.value
    assert (error.file, error.line, error.column, error.code) == ("f.toml", 3, 8, "toml::unknown-word")
    assert "territorial" in error.help
    assert len(error.faults) > 1, "all faults at once"
    assert pickle.loads(pickle.dumps(error)).faults == error.faults
    with pytest.raises(msacheck.MsacheckError) as raised:
        msacheck.read("nowhere.pdf")
    assert (raised.value.code, raised.value.file) == ("file::not-found", "nowhere.pdf")


def test_one_wrong_input_of_several_leaves_a_warning():
    with pytest.warns(msacheck.MsacheckWarning, match="nowhere.toml"):
        result = msacheck.check(WEST_MIDLANDS, "nowhere.toml")
    assert result.incomplete
    assert [fault.code for fault in result.faults if fault.is_error] == ["file::not-found"]


def test_a_gate_says_whether_it_passes(result):
    assert result.passes is None
    assert msacheck.check(WEST_MIDLANDS, fail_on="not-evidenced").passes is False
    with pytest.raises(msacheck.MsacheckError, match="expected one of"):
        msacheck.check(WEST_MIDLANDS, fail_on="never")


def test_a_result_is_kept(result, tmp_path):
    result.save(tmp_path / "result.json")
    again = msacheck.Result.load(tmp_path / "result.json")
    assert again.to_json() == result.to_json() == pickle.loads(pickle.dumps(result)).to_json()
    forged = (tmp_path / "result.json").read_text().replace('"outcome": "not evidenced"', '"outcome": "met"', 1)
    with pytest.raises(msacheck.MsacheckError):
        msacheck.Result.from_json(forged)


def test_it_shows_in_a_notebook(result):
    page = result._repr_html_()
    assert page.startswith("<iframe sandbox") and "&lt;!DOCTYPE html&gt;" in page
    assert "srcdoc" in msacheck.compare(result, NORTHMARCH)._repr_html_()
    reading = msacheck.read(b"The force has <b>no</b> lead for modern slavery.", name="<i>.txt", force="northmarch")
    assert "<i>" not in reading._repr_html_()


def test_rules_are_a_sequence():
    rules = msacheck.rules(today="2026-01-31")
    assert rules.today == "2026-01-31"
    assert len(rules) == len({(rule.requirement, rule.from_) for rule in rules})
    assert len(msacheck.rules(packs="yardsticks")) > len(rules)
    assert pickle.loads(pickle.dumps(rules)).requirements == rules.requirements
    with pytest.raises(msacheck.MsacheckError, match="optional pack"):
        msacheck.rules(packs="yardstick")


def test_the_lock_is_given_up_while_it_works(archive):
    """Another thread of Python's gets on while papers are read."""
    turns, stop = [], threading.Event()

    def count():
        while not stop.is_set():
            turns.append(time.perf_counter())
            time.sleep(0.001)

    other = threading.Thread(target=count)
    other.start()
    begin = time.perf_counter()
    some = sorted(archive.glob("*.pdf"))[:200]
    msacheck.Reader().read_batch([str(path) for path in some], [path.read_bytes() for path in some])
    took = time.perf_counter() - begin
    stop.set()
    other.join()
    within = [turn for turn in turns if turn - begin < took]
    assert len(within) > 0.1 * took / 0.001, f"{len(within)} turns in {took:.2f} s"


def test_tables_go_to_all_who_take_arrow(result):
    import duckdb
    import pandas
    import polars
    import pyarrow

    findings = result.to_frame()
    expected = [finding.outcome for finding in result.findings]
    assert len(findings) == len(expected)
    assert pyarrow.table(findings).column("outcome").to_pylist() == expected
    assert polars.DataFrame(findings)["outcome"].to_list() == expected
    if hasattr(pandas.DataFrame, "from_arrow"):
        assert list(pandas.DataFrame.from_arrow(findings)["outcome"]) == expected
    assert duckdb.sql("select count(*) from findings").fetchall() == [(len(expected),)]
    stated = pyarrow.table(result.to_frame("arrangements")).to_pylist()
    assert {row["arrangement"] for row in stated} == {own.arrangement for own in result.assessments[0].arrangements}
    comparison = msacheck.compare(result, NORTHMARCH)
    cells = pyarrow.table(comparison.to_frame()).to_pylist()
    of = {(row.force, cell.column): cell.value for row in comparison.rows for cell in row.cells}
    assert {(cell["force"], cell["column"]): cell["value"] for cell in cells} == of
    # The table is still there when it was handed over once, and so is what was taken when it is gone.
    taken = pyarrow.table(findings)
    del findings
    assert taken.column("outcome").to_pylist() == expected


def test_a_table_of_readings_is_the_lines():
    import pyarrow

    several = [msacheck.read(paper) for paper in sorted(ROOT.glob("samples/*.txt"))]
    rows = pyarrow.table(msacheck.to_frame(several)).to_pylist()
    assert [plain(row) for row in rows] == [plain(json.loads(own.json)) for own in several]


def test_a_hostile_paper_is_a_fault_and_no_more(archive):
    for path in sorted(archive.glob("zz-*")):
        try:
            reading = msacheck.read(path)
        except msacheck.MsacheckError as error:
            assert error.code.startswith("document::"), (path.name, error.code)
            assert error.file == str(path)
        else:
            assert path.suffix in (".txt", ".html") or not reading.arrangements, path.name


def test_all_that_the_package_names_is_there():
    """What it gives is taken from where it is written when somebody asks for it, since the command asks for none."""
    script = "import sys, msacheck.__main__; print(*sorted(name for name in sys.modules if name.startswith('msacheck')))"
    ran = subprocess.run([sys.executable, "-c", script], check=True, capture_output=True, text=True)
    assert ran.stdout.split() == ["msacheck", "msacheck.__main__", "msacheck._native"]
    for name in msacheck.__all__:
        assert getattr(msacheck, name) is not None, name
    assert msacheck.rules is msacheck.Rules and set(msacheck.__all__) <= set(dir(msacheck))
    with pytest.raises(AttributeError, match="has no attribute 'chekc'"):
        msacheck.chekc
