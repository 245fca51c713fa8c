//! Real files: the packs, the samples, the form to fill in, the reference. All are sound.

use std::path::{Path, PathBuf};
use std::process::Command;

use msacheck::checklists;
use msacheck::report::SchemaKind;
use msacheck::rulebook::{Rulebook, Vocabulary};
use msacheck::standing::Words;
use serde_json::Value;

use crate::judge::Judge;

fn vocabulary() -> Vocabulary {
    Rulebook::load(&checklists::files()).unwrap().vocabulary().clone()
}

fn root() -> &'static Path {
    Path::new(env!("CARGO_MANIFEST_DIR"))
}

fn assert_taken(judge: &Judge, name: &str, text: &str) {
    let objections = judge.objections(text);
    assert!(objections.is_empty(), "{name}:\n{}", objections.join("\n"));
}

#[test]
fn every_file_of_the_built_in_packs_is_taken() {
    let judges: Vec<Judge> =
        SchemaKind::ALL.iter().map(|kind| Judge::with(*kind, vocabulary())).collect();
    let mut taken = [0; 15];
    for file in checklists::files() {
        let (kind, at) = match file.path.as_str() {
            // What lints go by is read by them alone, and held by their own tests.
            "titles.toml" | "editions.toml" => continue,
            path if path.starts_with("lint/") => {
                let kind = SchemaKind::of_check_file(path).unwrap();
                (kind, if kind == SchemaKind::CheckExamples { 12 } else { 13 })
            }
            "ranks.toml" => (SchemaKind::Ranks, 0),
            "context.toml" | "names.toml" => (SchemaKind::Context, 4),
            "forces.toml" => (SchemaKind::Forces, 5),
            "reach.toml" => (SchemaKind::Reach, 7),
            "events.toml" => (SchemaKind::Events, 8),
            "statuses.toml" => (SchemaKind::Statuses, 9),
            "verbs.toml" => (SchemaKind::Verbs, 10),
            "weights.toml" => (SchemaKind::Weights, 11),
            "writing.toml" => (SchemaKind::Writing, 14),
            path if path.starts_with("examples/") => (SchemaKind::Examples, 6),
            path if path.starts_with("arrangements/") => (SchemaKind::Arrangement, 1),
            path if path.ends_with("/instrument.toml") => (SchemaKind::Instrument, 2),
            _ => (SchemaKind::Rules, 3),
        };
        let judge = judges.iter().find(|judge| judge.kind == kind).unwrap();
        assert_taken(judge, &file.path, file.text.body());
        taken[at] += 1;
    }
    assert!(!taken.contains(&0), "no file of some kind: {taken:?}");
}

#[test]
fn every_sample_is_taken() {
    let judge = Judge::new(SchemaKind::Declaration);
    let samples: Vec<PathBuf> = std::fs::read_dir(root().join("samples"))
        .unwrap()
        .map(|entry| entry.unwrap().path())
        .filter(|path| path.extension().is_some_and(|extension| extension == "toml"))
        .collect();
    assert!(samples.len() >= 3);
    for sample in samples {
        let text = std::fs::read_to_string(&sample).unwrap();
        assert_taken(&judge, &sample.display().to_string(), &text);
    }
}

#[test]
fn the_form_that_init_writes_is_taken() {
    let folder = tempfile::tempdir().unwrap();
    run(folder.path(), &["init", "--force", "Northmarch Police"]);
    let form = std::fs::read_to_string(folder.path().join("northmarch.toml")).unwrap();
    assert_taken(&Judge::new(SchemaKind::Declaration), "northmarch.toml", &form);
    let settings = std::fs::read_to_string(folder.path().join("msacheck.toml")).unwrap();
    assert_taken(&Judge::new(SchemaKind::Project), "msacheck.toml", &settings);
}

#[test]
fn a_baseline_that_was_recorded_is_taken() {
    let folder = tempfile::tempdir().unwrap();
    let sample = root().join("samples/west-midlands-2017.toml");
    run(folder.path(), &["baseline", sample.to_str().unwrap()]);
    let recorded = std::fs::read_to_string(folder.path().join("baseline.toml")).unwrap();
    let judge = Judge::new(SchemaKind::Baseline);
    assert_taken(&judge, "baseline.toml", &recorded);
    assert!(judge.faults(&recorded).is_empty());
}

#[test]
fn the_settings_in_the_reference_are_taken() {
    let page = std::fs::read_to_string(root().join("docs/gate.md")).unwrap();
    let blocks = page.split("```toml").skip(1).filter_map(|rest| rest.split("```").next());
    let blocks = blocks.filter_map(|block| block.split_once('\n')).map(|(_, settings)| settings);
    let judge = Judge::new(SchemaKind::Project);
    let settings: Vec<&str> = blocks.filter(|block| block.contains("[gate]")).collect();
    assert_eq!(settings.len(), 2);
    for settings in settings {
        assert_taken(&judge, "docs/gate.md", settings);
        assert!(judge.faults(settings).is_empty());
    }
}

#[test]
fn a_declaration_may_name_its_schema() {
    let judge = Judge::new(SchemaKind::Declaration);
    let text =
        format!("#:schema ./declaration.schema.json\n{}", toml::to_string(&judge.base()).unwrap());
    assert!(judge.faults(&text).is_empty());
    assert_taken(&judge, "with a comment", &text);
}

#[test]
fn the_command_prints_each_kind() {
    let folder = tempfile::tempdir().unwrap();
    for kind in SchemaKind::ALL {
        let printed = run(folder.path(), &["rules", "schema", kind.word()]);
        let schema: Value = serde_json::from_str(&printed).unwrap();
        assert!(jsonschema::meta::is_valid(&schema), "{kind}");
        assert_eq!(schema, Judge::with(*kind, vocabulary()).schema, "{kind}");
        assert_readable_by_old_drafts(&schema, kind.is_written_by_people());
    }
    let by_default = run(folder.path(), &["rules", "schema"]);
    assert_eq!(by_default, run(folder.path(), &["rules", "schema", "declaration"]));
}

/// Taplo reads schemas as draft 7: what stands beside a `$ref` or an `allOf` is lost on it. Of what
/// programs take, no editor shows the descriptions, and nothing but a description may be lost.
fn assert_readable_by_old_drafts(schema: &Value, by_people: bool) {
    match schema {
        Value::Object(table) => {
            assert!(!table.contains_key("allOf"));
            let mut beside = table.keys().filter(|key| *key != "$ref");
            let only_words = beside.all(|key| key == "description" && !by_people);
            assert!(!table.contains_key("$ref") || only_words, "{schema}");
            table.values().for_each(|part| assert_readable_by_old_drafts(part, by_people));
        }
        Value::Array(items) => {
            items.iter().for_each(|part| assert_readable_by_old_drafts(part, by_people));
        }
        _ => {}
    }
}

#[test]
fn a_users_arrangements_are_in_it() {
    let folder = tempfile::tempdir().unwrap();
    let pack = folder.path().join("ours/arrangements");
    std::fs::create_dir_all(&pack).unwrap();
    let kiosk = "id = \"kiosk\"\ntitle = \"Kiosk\"\nquestion = \"Which kiosk?\"\n\
                 [fields.sizes]\ntype = \"list\"\nof = [\"big\", \"small\"]\nquestion = \"How big?\"\n";
    std::fs::write(pack.join("kiosk.toml"), kiosk).unwrap();
    let printed = run(folder.path(), &["rules", "schema", "--rules", "ours"]);
    let schema: Value = serde_json::from_str(&printed).unwrap();
    let kiosk = &schema["properties"]["kiosk"];
    assert_eq!(kiosk["description"], "Kiosk. Which kiosk?");
    assert_eq!(kiosk["properties"]["sizes"]["items"]["enum"], serde_json::json!(["big", "small"]));
    assert_eq!(kiosk["properties"]["sizes_complete"]["type"], "boolean");
    let needs = run(folder.path(), &["rules", "schema", "rules", "--rules", "ours"]);
    let needs: Value = serde_json::from_str(&needs).unwrap();
    let ids = needs["$defs"]["need"]["anyOf"][0]["enum"].as_array().unwrap();
    assert!(ids.contains(&"kiosk".into()) && ids.contains(&"lead".into()));
}

#[test]
fn faulty_settings_do_not_stand_in_the_way_of_their_schema() {
    let folder = tempfile::tempdir().unwrap();
    std::fs::write(folder.path().join("msacheck.toml"), "rulez = []\n").unwrap();
    assert!(run(folder.path(), &["rules", "schema", "project"]).starts_with('{'));
}

/// What the program prints, with nothing to complain of.
fn run(folder: &Path, arguments: &[&str]) -> String {
    let output = Command::new(env!("CARGO_BIN_EXE_msacheck"))
        .current_dir(folder)
        .args(arguments)
        .output()
        .unwrap();
    let complaints = String::from_utf8(output.stderr).unwrap();
    assert!(output.status.success(), "{arguments:?}: {complaints}");
    String::from_utf8(output.stdout).unwrap()
}
