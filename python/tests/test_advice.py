"""What to change, and what is wrong with documents, as Python asks: the same as the command line says."""

import json

import msacheck
import pytest
from conftest import NORTHMARCH, WEST_MIDLANDS, command, out, plain

POLICY = """# Northmarch Police: modern slavery procedure

Date: 3 May 2026

Officers may notify the Home Office. The section 45 duty to notify is kept.

Send the MS1 form to UKHTC, or ask HMIC. There is no coordinator for modern slavery.
"""


@pytest.fixture
def policy(tmp_path):
    path = tmp_path / "policy.md"
    path.write_text(POLICY)
    return path


@pytest.mark.parametrize(("words", "asked"), [
    ([], {}),
    (["--target", "duties"], {"target": "duties"}),
    (["--what-if", "lead=in-place,lead.capacity=full-time,coordinator.dedicated=true"],
     {"what_if": {"lead": "in-place", "lead.capacity": "full-time", "coordinator.dedicated": True}}),
    (["--instrument", "act-2015", "--as-of", "2018-01-01"], {"instruments": "act-2015", "as_of": "2018-01-01"}),
])
def test_a_plan_is_that_of_the_command_line(words, asked):
    printed = command("plan", "--format", "json", *words, WEST_MIDLANDS)
    planned = msacheck.plan(WEST_MIDLANDS, **asked)
    assert planned.to_json() == printed
    assert plain(out(planned.data)) == plain(json.loads(printed)), "classes hold all that the JSON holds"
    assert str(planned) == command("plan", *words, WEST_MIDLANDS)


def test_costs_are_a_dictionary_or_a_file(tmp_path):
    (tmp_path / "costs.toml").write_text("lead = 5\n[coordinator]\ndedicated = 40\n")
    printed = command("plan", "--format", "json", "--cost", tmp_path / "costs.toml", WEST_MIDLANDS)
    assert msacheck.plan(WEST_MIDLANDS, costs=tmp_path / "costs.toml").to_json() == printed
    assert msacheck.plan(WEST_MIDLANDS, costs={"lead": 5, "coordinator": {"dedicated": 40}}).to_json() == printed
    with pytest.raises(msacheck.MsacheckError, match="no arrangement `led`"):
        msacheck.plan(NORTHMARCH, costs={"led": 5})


def test_a_plan_that_makes_no_sense_is_a_fault():
    with pytest.raises(msacheck.MsacheckError) as raised:
        msacheck.plan(NORTHMARCH, target="dutties")
    assert raised.value.code.startswith("usage::")
    with pytest.raises(msacheck.MsacheckError, match="not both"):
        msacheck.plan(NORTHMARCH, target="duties", what_if={"lead": "absent"})
    with pytest.raises(msacheck.MsacheckError, match="no state"):
        msacheck.plan(NORTHMARCH, what_if={"lead": "splendid"})


def test_the_table_of_a_plan_has_a_row_a_step():
    import pyarrow

    planned = msacheck.plan(NORTHMARCH, WEST_MIDLANDS)
    rows = pyarrow.table(planned.to_frame()).to_pylist()
    assert len(rows) == len(planned.steps)
    assert [row["closes"] for row in rows] == [[one.requirement for one in step.closes] for step in planned.steps]
    assert [row["met"] for row in rows] == [step.after.all.met for step in planned.steps]
    assert [row["cost"] for row in rows] == [step.weight.cost for step in planned.steps]
    assert {row["force"] for row in rows} == {"northmarch", "west-midlands"}
    assert "<iframe" in planned._repr_html_() and "Plans:" in repr(planned)


def test_what_is_wrong_with_documents_is_that_of_the_command_line(policy):
    for words, asked in [
        ([], {}),
        (["--pedantic"], {"pedantic": True}),
        (["--select", "stale-name", "--as-of", "2018-01-01"], {"select": "stale-name", "as_of": "2018-01-01"}),
        (["--ignore", "weak-duty", "--kind", "policy"], {"ignore": ["weak-duty"], "kind": "policy"}),
    ]:
        printed = command("lint", "--format", "json", *words, policy, status=1)
        linted = msacheck.lint(policy, **asked)
        assert linted.to_json() == printed and linted.fails
        assert plain(out(linted.data)) == plain(json.loads(printed)), "classes hold all that the JSON holds"
    for name in ("table", "html", "markdown", "sarif", "junit", "github", "gitlab", "csv"):
        assert linted.render(name), name


def test_documents_are_held_against_a_declaration(policy):
    declared = {**NORTHMARCH, "coordinator": {"state": "in place"}}
    found = lambda **asked: [own.check for own in msacheck.lint(policy, select="contradiction", **asked)]
    assert found(against=declared, force="northmarch") == ["contradiction"]
    assert found(against=NORTHMARCH, force="northmarch") == []


def test_fixes_are_made_and_not_written(policy):
    linted = msacheck.lint(policy)
    mended = linted.mended()
    assert list(mended) == [str(policy)] and b"HMICFRS" in mended[str(policy)]
    assert policy.read_text() == POLICY
    command("lint", "--fix", policy, status=1)
    assert policy.read_bytes() == mended[str(policy)]
    # Of texts that are held in memory nothing of the disk is read.
    held = msacheck.lint(texts={"policy.md": POLICY})
    assert [own.message for own in held] == [own.message for own in linted]
    assert held.mended(unsafe=True)["policy.md"] != held.mended()["policy.md"]


def test_what_is_known_is_forgiven(policy, tmp_path):
    command("lint", "--record", tmp_path / "known.toml", policy)
    known = msacheck.lint(policy, baseline=tmp_path / "known.toml")
    assert len(known) == 0 and not known.fails and known.note is None
    policy.write_text(POLICY.replace("HMIC", "HMICFRS"))
    assert "no longer there" in msacheck.lint(policy, baseline=tmp_path / "known.toml").note


def test_a_table_of_findings_has_a_row_each(policy):
    import pyarrow

    linted = msacheck.lint(policy)
    rows = pyarrow.table(linted.to_frame()).to_pylist()
    assert [(row["check"], row["line"], row["quote"]) for row in rows] == [
        (own.check, own.line, own.quote) for own in linted.findings]
    assert {row["document"] for row in rows} == {str(policy)}


def test_a_document_that_is_not_there_is_a_fault(policy):
    with pytest.raises(msacheck.MsacheckError, match="nowhere"):
        msacheck.lint("nowhere.md")
    with pytest.warns(msacheck.MsacheckWarning, match="nowhere"):
        assert msacheck.lint(policy, "nowhere.md").data.incomplete
    with pytest.raises(msacheck.MsacheckError, match="did you mean"):
        msacheck.lint(policy, select="stale-names")
