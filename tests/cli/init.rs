//! `init`: what it writes, that it can be checked, and that it never harms a file.

use std::fs;

use msacheck::declaration::{Force, Form, template};
use msacheck::rulebook::{FieldKind, ForceId};
use msacheck::standing::ForceKind;

use crate::tabled::built_in;
use crate::workplace::{TODAY, Workplace};

#[test]
fn it_writes_a_declaration_and_says_how_to_go_on() {
    let place = Workplace::new();
    let run = place.run("init --force northmarch").done();
    assert!(run.out.is_empty(), "the file is the result");
    run.golden("init/written");
    assert_eq!(place.names(), ["msacheck.toml", "northmarch.toml"], "and nothing beside them");
    // How the form looks is held by `tests/frozen`.
    let today = TODAY.parse().unwrap();
    let force = Force {
        name: Some("northmarch".to_owned()),
        ..Force::new(ForceId::from("northmarch"), ForceKind::Territorial, today)
    };
    let form = Form::first_pass(&built_in(), today);
    let form = template(&force, built_in().vocabulary(), &form);
    assert_eq!(place.read("northmarch.toml"), form);
    let body = snapbox::Data::text(place.read("msacheck.toml"));
    let golden = crate::workplace::repository().join("tests/cli/golden/init/msacheck.toml");
    snapbox::assert_data_eq!(body, snapbox::Data::read_from(&golden, None).raw());
}

#[test]
fn the_settings_that_it_wrote_check_the_declaration_behind_the_default_gate() {
    let place = Workplace::new();
    place.with(&["init", "--force", "northmarch", "--gate", "its own.toml"]).run().done();
    let run = place.run("check --full").failed().quiet().fits(80);
    assert!(run.out.contains("act-2015/s52-notify: duty, not evidenced\n"), "{run}");
    assert!(!run.out.contains(": power, "), "a power never fails: {run}");
    // Whatever it only proposes can be taken in.
    let taken: String = place
        .read("msacheck.toml")
        .lines()
        .map(|line| {
            let taken = line.strip_prefix("# ").filter(|line| {
                let key = line.split(" = ").next().unwrap();
                line.starts_with('[') || (line.contains(" = ") && !key.contains(' '))
            });
            taken.unwrap_or(line)
        })
        .map(|line| format!("{}\n", line.replace("force = \"…\"", "force = \"northmarch\"")))
        .map(|line| line.replace('…', "words"))
        .collect();
    let place = place.file("msacheck.toml", &taken).file("actions.toml", "");
    place.run("baseline").done();
    place.run("check --full").done().quiet();
    assert!(taken.contains("\nbaseline = ") && taken.contains("\n[[waiver]]\n"), "{taken}");
}

#[test]
fn settings_that_are_there_stay_as_they_are() {
    let place = Workplace::new().file("msacheck.toml", "# ours\n");
    let run = place.run("init --force northmarch").done();
    run.golden("init/beside-settings");
    place.run("init --force northmarch --overwrite").done();
    assert_eq!(place.read("msacheck.toml"), "# ours\n");
    // Settings elsewhere are settings, too.
    let place = Workplace::new().file("ci/gate.toml", "");
    place.run("init --force northmarch --config ci/gate.toml").done();
    assert_eq!(place.names(), ["ci", "northmarch.toml"]);
}

#[test]
fn the_settings_name_the_packs_that_the_form_was_written_with() {
    let place =
        Workplace::new().copied("pack", &crate::workplace::repository().join("tests/cli/pack"));
    place.run("init --force northmarch --rules pack").done();
    assert!(place.read("msacheck.toml").contains("\nrules = [\"pack\"]\n"));
    place.run("check --full").done().quiet();
}

#[test]
fn what_it_wrote_loads_is_assessed_and_meets_nothing() {
    for kind in ["territorial", "transport", "agency", "defence", "nuclear"] {
        let place = Workplace::new();
        place.run(&format!("init --force northmarch --kind {kind}")).done();
        place.without("msacheck.toml");
        let run = place.run("check --full --format json northmarch.toml").done().quiet();
        let result: serde_json::Value = serde_json::from_str(&run.out).unwrap();
        assert_eq!((&result["force"], &result["kind"]), (&"northmarch".into(), &kind.into()));
        assert_eq!(result["as_of"], TODAY);
        let findings = result["findings"].as_array().unwrap();
        assert!(findings.len() > 20);
        for finding in findings {
            let outcome = finding["outcome"].as_str().unwrap();
            assert!(
                ["not evidenced", "not applicable", "not in force"].contains(&outcome),
                "{finding}"
            );
        }
        // And a gate never takes silence for success.
        if kind == "territorial" {
            place.run("check --full --fail-on not-evidenced northmarch.toml").failed();
        }
    }
}

/// A value for a field that the form leaves open.
fn some_value(kind: &FieldKind) -> String {
    match kind {
        FieldKind::Rank => "\"inspector\"".to_owned(),
        FieldKind::Number => "7".to_owned(),
        FieldKind::Date => "\"2017-03\"".to_owned(),
        FieldKind::List(Some(of)) => format!("[\"{}\"]", of[0]),
        FieldKind::List(None) => "[\"words\"]".to_owned(),
        FieldKind::Text => "\"words\"".to_owned(),
        other => panic!("{other:?} is a choice, and stands there"),
    }
}

#[test]
fn every_line_that_it_leaves_out_can_be_taken_in() {
    let place = Workplace::new();
    place.run("init --all --force northmarch").done();
    let rulebook = msacheck::checklists::rulebook().unwrap();
    let vocabulary = rulebook.vocabulary();
    let (mut filled, mut table, mut taken) = (String::new(), String::new(), Vec::new());
    for line in place.read("northmarch.toml").lines() {
        if line == "# [[force.none]]" {
            table = "force.none".to_owned();
        } else if line == "# [[source]]" {
            table = "source".to_owned();
        } else if let Some(name) = line.strip_prefix('[') {
            table = name.trim_end_matches(']').to_owned();
        }
        let commented = line.strip_prefix("#   ").and_then(|line| line.split_once(" = "));
        let line = match commented {
            // Of several lines for one detail, the first.
            Some((key, _)) if taken.contains(&(table.clone(), key.to_owned())) => continue,
            Some((key, value)) => {
                taken.push((table.clone(), key.to_owned()));
                let arrangement = vocabulary.arrangement(&table);
                let field = arrangement.and_then(|known| known.field(key));
                match (key, field) {
                    ("evidence", _) => "evidence = [{ source = \"policy\" }]".to_owned(),
                    (_, Some(field)) if value.contains('…') && !value.starts_with("true") => {
                        format!("{key} = {}", some_value(&field.kind))
                    }
                    _ => format!("{key} = {}", value.replace('…', "words")),
                }
            }
            None => match line.strip_prefix("# ") {
                Some(heading) if heading.starts_with("[[") => heading.to_owned(),
                Some(from) if from.starts_with("from = …   # ") => "from = 2020-01-01".to_owned(),
                Some(until) if until.starts_with("until = …") => "until = 2021-01-01".to_owned(),
                Some(none) if table == "force.none" && none.contains(" = ") => {
                    none.replace("source = \"…\", quote = \"…\"", "source = \"policy\"")
                }
                Some(source) if table == "source" && source.contains(" = \"") => source.to_owned(),
                _ => line.replace("state = \"not stated\"", "state = \"partial\""),
            },
        };
        filled.push_str(&line);
        filled.push('\n');
    }
    for arrangement in vocabulary.arrangements() {
        for field in &arrangement.fields {
            let key = (arrangement.id.to_string(), field.id.to_string());
            assert!(taken.contains(&key), "{key:?} isn't in the form");
        }
    }
    place.without("msacheck.toml");
    let place = place.file("filled.toml", filled);
    let run = place.run("check --full filled.toml").done();
    assert!(run.out.contains("States 28 of 28 arrangements"), "{run}");
}

#[test]
fn names_become_ids() {
    let place = Workplace::new();
    place.with(&["init", "--force", "Northmarch Police"]).run().done();
    place.with(&["init", "--force", "East & Mere Constabulary"]).run().done();
    assert_eq!(place.names(), ["east-mere.toml", "msacheck.toml", "northmarch.toml"]);
    assert!(place.read("northmarch.toml").contains("name = \"Northmarch Police\"\n"));
}

#[test]
fn a_name_that_names_no_force() {
    let place = Workplace::new();
    place.run("init --force Police").wrong().golden("init/no-name");
    place.with(&["init", "--force", ""]).run().wrong();
    place.with(&["init", "--force", "../.."]).run().wrong();
    place.run("init").wrong().golden("init/no-force");
    place.run("init --force northmarch --kind county").wrong().golden("init/no-kind");
    assert!(place.names().is_empty());
}

#[test]
fn whatever_the_name_holds_the_file_can_be_checked() {
    for name in [
        "North\"march",
        "North\\march",
        "North\nmarch = 1",
        "North\u{1b}[31mmarch",
        "Nörthmarch\u{202e}",
    ] {
        let place = Workplace::new();
        place.with(&["init", "--force", name, "force.toml"]).run().done();
        place.run("check --full force.toml").done().quiet().fits(80);
    }
}

#[test]
fn it_does_not_overwrite_unless_it_is_told_to() {
    let place = Workplace::new().file("northmarch.toml", "precious\n");
    place.run("init --force northmarch").wrong().golden("init/exists");
    assert_eq!(place.read("northmarch.toml"), "precious\n");
    place.run("init --force northmarch --overwrite").done().golden("init/overwritten");
    assert!(place.read("northmarch.toml").contains("[force]"));
    assert_eq!(place.names(), ["msacheck.toml", "northmarch.toml"]);
}

#[test]
fn a_folder_that_is_not_there_is_not_made() {
    let place = Workplace::new();
    let run = place.run("init --force northmarch declarations/northmarch.toml").wrong();
    run.golden("init/no-folder");
    assert!(place.names().is_empty());
}

#[test]
fn a_folder_is_not_written_over() {
    let place = Workplace::new().file("northmarch.toml/kept", "kept");
    place.run("init --force northmarch").wrong().golden("init/exists");
    place.run("init --force northmarch --overwrite").wrong().golden("init/is-a-folder");
    assert_eq!(place.read("northmarch.toml/kept"), "kept");
    assert_eq!(place.names(), ["northmarch.toml"]);
}

#[test]
fn facts_are_of_a_day_that_has_come() {
    let place = Workplace::new();
    let run = place.run("init --force northmarch --as-of 2026-11-25").wrong();
    run.golden("init/future");
    assert!(place.names().is_empty());
    place.run("init --force northmarch --as-of 2026-03-31").done();
    assert!(place.read("northmarch.toml").contains("as_of = 2026-03-31"));
}

#[cfg(unix)]
#[test]
fn what_it_wrote_can_be_read_by_whoever_may_read_its_neighbours() {
    use std::os::unix::fs::PermissionsExt;
    let mode = |place: &Workplace, name: &str| {
        fs::metadata(place.path(name)).unwrap().permissions().mode() & 0o777
    };
    let place = Workplace::new().file("neighbour.toml", "");
    place.run("init --force northmarch").done();
    assert_eq!(mode(&place, "northmarch.toml"), mode(&place, "neighbour.toml"));
}

#[test]
fn arrangements_of_the_users_own_are_written_out_too() {
    let place =
        Workplace::new().copied("pack", &crate::workplace::repository().join("tests/cli/pack"));
    place.run("init --all --force northmarch --rules pack").done();
    assert!(place.read("northmarch.toml").contains("[night-shelter]\nstate = \"not stated\"\n"));
}

#[test]
fn the_first_pass_asks_what_comes_first_and_says_what_it_leaves_out() {
    let place = Workplace::new();
    place.run("init --force northmarch").done();
    let first = place.read("northmarch.toml");
    place.run("init --force northmarch --all --overwrite").done();
    let all = place.read("northmarch.toml");
    assert!(first.lines().count() * 2 < all.lines().count(), "{first}");
    for asked in
        ["lead", "coordinator", "investigative-capacity", "partnership", "guidance", "notification"]
    {
        assert!(first.contains(&format!("\n[{asked}]\n")), "{asked}: {first}");
    }
    assert!(!first.contains("[awareness]") && all.contains("[awareness]"));
    assert!(first.contains("init --all"), "{first}");
    for state in ["absent", "not stated", "withheld", "planned", "partial", "in place"] {
        assert!(first.contains(&format!("#   \"{state}\"")), "{state}: {first}");
    }
    assert!(!place.read("msacheck.toml").contains("[gate]"), "no gate unasked");
    place.run("check --full").done();
}

#[test]
fn a_second_force_is_added_to_what_is_checked() {
    let place = Workplace::new();
    place.run("init --force northmarch").done();
    let run = place.run("init --force eastmere --gate").done();
    assert!(run.err.contains("checks eastmere.toml, too, now; it has a gate now"), "{run}");
    let settings = place.read("msacheck.toml");
    assert!(settings.contains("check = [\"northmarch.toml\", \"eastmere.toml\"]"), "{settings}");
    let run = place.run("check --full").failed();
    assert!(run.out.contains("northmarch") && run.out.contains("eastmere"), "{run}");
    let run = place.run("init --force eastmere --overwrite").done();
    assert!(run.err.contains("checks eastmere.toml already"), "{run}");
    assert_eq!(place.read("msacheck.toml"), settings);
    // A pattern names it, too; where there is no list, it is said what to do.
    let place = Workplace::new().file("msacheck.toml", "check = [\"*.toml\"]\n");
    let run = place.run("init --force northmarch").done();
    assert!(run.err.contains("checks northmarch.toml already"), "{run}");
}
