//! `lint`: what is wrong with documents themselves.

use msacheck::report::{LINT_FORMATS, SchemaKind, schema};
use msacheck::rulebook::Vocabulary;
use serde_json::Value;

use crate::workplace::Workplace;

const PROCEDURE: &str = "\
# Northmarch Police: modern slavery procedure

Owner: TBC

Date: 3 May 2026

Review date: 31 March 2024

Officers may notify the Home Office. The section 45 duty to notify is explained in Appendix C.

Send the MS1 form to UKHTC, or ask HMIC.

# Appendix A: Contacts

The desk answers.
";

fn place() -> Workplace {
    Workplace::new().file("procedure.md", PROCEDURE)
}

const TODAY: &str = "--today 2026-11-24";

#[test]
fn each_fault_stands_at_its_line() {
    let run = place().run(&format!("lint {TODAY} procedure.md")).failed();
    run.golden("lint/table");
    place()
        .run(&format!("lint {TODAY} --pedantic --kind procedure procedure.md"))
        .failed()
        .golden("lint/pedantic");
}

#[test]
fn every_format_tells_of_every_check_that_found_something() {
    for format in LINT_FORMATS {
        let run =
            place().run(&format!("lint {TODAY} --format {} procedure.md", format.name)).failed();
        for check in [
            "placeholder",
            "overdue-review",
            "weak-duty",
            "wrong-section",
            "stale-name",
            "broken-reference",
        ] {
            assert!(run.out.contains(check), "{}: {check}", format.name);
        }
    }
}

#[test]
fn sarif_has_fixes_and_json_keeps_to_its_schema() {
    let run = place().run(&format!("lint {TODAY} --format sarif procedure.md")).failed();
    let log: Value = serde_json::from_str(&run.out).unwrap();
    let results = log["runs"][0]["results"].as_array().unwrap();
    let fixed =
        results.iter().find(|one| one["message"]["text"].as_str().unwrap().contains("HMIC"));
    let change = &fixed.unwrap()["fixes"][0]["artifactChanges"][0]["replacements"][0];
    assert_eq!(change["insertedContent"]["text"], "HMICFRS");
    assert_eq!(change["deletedRegion"]["startLine"], 11);
    let run = place().run(&format!("lint {TODAY} --format json procedure.md")).failed();
    let json: Value = serde_json::from_str(&run.out).unwrap();
    let schema = schema(SchemaKind::Lint, &Vocabulary::default()).unwrap();
    let schema: Value = serde_json::from_str(&schema).unwrap();
    let validator = jsonschema::validator_for(&schema).unwrap();
    let errors: Vec<String> = validator.iter_errors(&json).map(|error| error.to_string()).collect();
    assert!(errors.is_empty(), "{errors:?}");
}

#[test]
fn fixes_are_shown_and_written_and_made_once() {
    let place = place();
    let shown = place.run(&format!("lint {TODAY} --diff procedure.md")).failed();
    assert!(shown.out.contains("+Send the MS1 form to UKHTC, or ask HMICFRS."), "{}", shown.out);
    assert_eq!(place.read("procedure.md"), PROCEDURE);
    place.run(&format!("lint {TODAY} --fix procedure.md")).failed();
    assert_eq!(place.read("procedure.md"), PROCEDURE.replace("HMIC", "HMICFRS"));
    place.run(&format!("lint {TODAY} --unsafe-fixes procedure.md")).failed();
    let mended = PROCEDURE.replace("HMIC", "HMICFRS").replace("section 45", "section 52");
    assert_eq!(place.read("procedure.md"), mended);
    place.run(&format!("lint {TODAY} --unsafe-fixes procedure.md")).failed();
    assert_eq!(place.read("procedure.md"), mended);
}

#[test]
fn an_allowance_needs_a_reason_and_something_to_allow() {
    let allowed = "Date: 3 May 2026\n\n<!-- msacheck: allow stale-name: quotes the old leaflet -->\nAsk HMIC.\n";
    Workplace::new().file("a.md", allowed).run(&format!("lint {TODAY} a.md")).done();
    let text =
        "Date: 3 May 2026\n\nmsacheck: allow stale-name: quotes the old leaflet\n\nAsk HMIC.\n";
    Workplace::new().file("a.txt", text).run(&format!("lint {TODAY} a.txt")).done();
    for (wrong, said) in [
        (allowed.replace(": quotes the old leaflet", ""), "gives no reason"),
        (allowed.replace("HMIC", "HMICFRS"), "allows nothing"),
        (allowed.replace("stale-name", "stale-nam"), "did you mean"),
    ] {
        let run = Workplace::new().file("a.md", wrong).run(&format!("lint {TODAY} a.md")).failed();
        assert!(run.out.replace('\n', " ").contains(said), "{said}: {}", run.out);
    }
}

#[test]
fn settings_choose_allow_and_let_pass() {
    let settings = "[lint]\nfiles = [\"procedure.md\"]\nignore = [\"placeholder\"]\n\
        [[lint.allow]]\npath = \"*.md\"\ncheck = \"stale-name\"\nreason = \"renewed next month\"\n\
        owner = \"head of crime\"\nlast_day = 2026-12-31\n";
    let run = place().file("msacheck.toml", settings).run(&format!("lint {TODAY}")).failed();
    assert!(!run.out.contains("stale-name") && !run.out.contains("placeholder"), "{}", run.out);
    let run = place().file("msacheck.toml", settings).run("lint --today 2027-01-01").failed();
    assert!(run.out.contains("stale-name"), "{}", run.out);
    run.golden("lint/ran-out");
    let half = settings.replace("last_day = 2026-12-31\n", "");
    place().file("msacheck.toml", half).run(&format!("lint {TODAY}")).wrong().golden("lint/half");
    let never = settings.replace("[lint]\n", "[lint]\nfail-on = \"never\"\n");
    place().file("msacheck.toml", never).run(&format!("lint {TODAY}")).done();
}

#[test]
fn what_is_recorded_is_known_wherever_it_moves() {
    let place = place();
    place.run(&format!("lint {TODAY} --record known.toml procedure.md")).done();
    place.run(&format!("lint {TODAY} --baseline known.toml procedure.md")).done();
    let moved = format!("# New\n\n{PROCEDURE}\nAsk SOCA.\n");
    let place = place.file("procedure.md", moved);
    let run = place.run(&format!("lint {TODAY} --baseline known.toml procedure.md")).failed();
    assert!(run.out.contains("SOCA") && run.out.contains("1 finding"), "{}", run.out);
}

#[test]
fn bad_input_is_told_and_outranks_findings() {
    for line in [
        "lint --select stale-nam procedure.md",
        "lint --kind procedur procedure.md",
        "lint gone.md",
        "lint",
        "lint --explain nothing",
    ] {
        place().run(line).wrong();
    }
}

#[test]
fn an_example_that_comes_out_otherwise_is_told() {
    let example = "[[finds]]\ntext = \"Ask the NCA.\"\nwords = \"NCA\"\n";
    let run = Workplace::new()
        .file("county/lint/examples/stale-name.toml", example)
        .run("rules test --rules county")
        .without_reading();
    run.failed().golden("lint/example");
}

#[test]
fn checks_are_listed_and_explained() {
    place().run("lint --list").done().golden("lint/list");
    place().run("lint --explain stale-name").done().golden("lint/explain");
}

#[test]
fn ci_runs_both_and_leaves_a_report_of_each() {
    let settings = "check = [\"northmarch.toml\"]\n[lint]\nfiles = [\"procedure.md\"]\n";
    let place = place()
        .declared("northmarch.toml", "[lead]\nstate = \"in place\"\n")
        .file("msacheck.toml", settings);
    let run = place.run(&format!("ci {TODAY} --report sarif --into reports")).failed();
    assert!(run.out.contains("stale-name") && run.out.contains("Northmarch"), "{}", run.out);
    for name in ["reports/lint.sarif", "reports/check.sarif"] {
        assert!(place.read(name).contains("\"2.1.0\""), "{name}");
    }
    place.run(&format!("ci {TODAY} --format xlsx")).wrong();
    Workplace::new().run("ci").wrong();
}

#[test]
fn a_document_that_contradicts_itself_is_told_at_the_later_place() {
    const TWICE: &str = "# Northmarch Police: who investigates\n\nThere is no dedicated team for modern slavery.\n\n\
                         Our dedicated team of six investigators deals with modern slavery.\n";
    let place = Workplace::new()
        .file("a.md", TWICE)
        .file("b.md", TWICE.replace("no dedicated team", "no dedicated team in the north"))
        .file("c.md", TWICE.replace("Northmarch Police: who", "Who"));
    place.run(&format!("lint {TODAY} a.md b.md c.md")).failed().golden("lint/contradiction");
    let run = place.run(&format!("lint {TODAY} --pedantic b.md")).done();
    assert!(run.out.contains("b.md") && run.out.contains("contradiction"), "{}", run.out);
    // Whose it is, somebody may say.
    place.run(&format!("lint {TODAY} --force northmarch c.md")).failed();
    let allowed = TWICE.replace(
        "Our dedicated",
        "<!-- msacheck: allow contradiction: mended in June -->\nOur dedicated",
    );
    Workplace::new().file("a.md", allowed).run(&format!("lint {TODAY} a.md")).done();
}

#[test]
fn what_nobody_asked_for_may_be_allowed_all_the_same() {
    let open = "Date: 3 May 2026\n\n<!-- msacheck: allow placeholder: decided in June -->\nAsk the desk, TBC.\n";
    let prostitute = "Date: 3 May 2026\n\n<!-- msacheck: allow victim-language: a statute's word -->\nA prostitute.\n";
    let settings = "[[lint.allow]]\npath = \"*.md\"\ncheck = \"stale-name\"\nreason = \"renewed\"\n\n\
                    [[lint.allow]]\npath = \"c.md\"\ncheck = \"placeholder\"\nreason = \"open\"\n";
    let place = Workplace::new()
        .file("msacheck.toml", settings)
        .file("a.md", open)
        .file("b.md", prostitute)
        .file("c.md", "Date: 3 May 2026\n\nAsk the desk, TBC, or HMIC.\n");
    // Neither an allowance in the text nor one in the settings is told to be without use.
    place.run(&format!("lint {TODAY} a.md b.md c.md")).done().quiet();
    place.run(&format!("lint {TODAY} --pedantic a.md b.md c.md")).done().quiet();
    place.run(&format!("lint {TODAY} --select figures c.md")).done().quiet();
    let run = place.run(&format!("lint {TODAY} a.md b.md")).done();
    assert!(run.err.contains("allows nothing"), "{}", run.err);
}

#[test]
fn an_allowance_for_a_path_without_a_document_is_told_where_all_are_looked_at() {
    let allowed = |path: &str| {
        format!(
            "[lint]\nfiles = [\"policies\"]\n\n[[lint.allow]]\npath = \"{path}\"\ncheck = \"stale-name\"\n\
             reason = \"renewed next month\"\n"
        )
    };
    let text = "Date: 3 May 2026\n\nAsk HMIC.\n";
    let place = |path: &str| {
        let place = Workplace::new().file("policies/a.md", text).file("policies/b.md", text);
        place.file("msacheck.toml", allowed(path))
    };
    place("policies/*.md").run(&format!("lint {TODAY}")).done().quiet();
    let gone = place("policies/old.md");
    let run = gone.run(&format!("lint {TODAY}")).failed();
    let told = "msacheck.toml:4:1: this allowance is for a path with no document";
    assert!(run.err.contains(told), "{}", run.err);
    // Of one document alone it can't be told.
    let run = gone.run(&format!("lint {TODAY} policies/a.md")).failed();
    assert!(!run.err.contains("allowance"), "{}", run.err);
}
