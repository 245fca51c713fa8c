//! Declarations, packs and settings in an editor: the faults of the commands, what words mean, what could stand
//! there, and where something is defined.

use serde_json::{Value, json};

use crate::editor::{Editor, words};

const ANSWER: &str =
    "Northmarch Police.\n\nOur force lead on modern slavery is a superintendent.\n";

const DECLARATION: &str = "\
[force]
id = \"northmarch\"
name = \"Northmarch Police (fictional)\"
kind = \"territorial\"
as_of = 2026-03-31

[[source]]
id = \"foi\"
title = \"Answer to a request\"
file = \"papers/answer.txt\"

[lead]
state = \"in place\"
rank = \"superintendent\"
[[lead.evidence]]
source = \"foi\"
quote = \"Our force lead on modern slavery is a superintendent.\"
";

fn open(editor: &mut Editor) -> Vec<Value> {
    editor.open("northmarch.toml", "toml", DECLARATION)
}

fn with_paper() -> Editor {
    Editor::on(&[
        ("papers/answer.txt", ANSWER),
        ("msacheck.toml", "check = [\"northmarch.toml\"]\n"),
    ])
}

#[test]
fn a_declaration_has_the_faults_that_a_check_finds_and_their_likely_fix() {
    let mut editor = with_paper();
    assert_eq!(open(&mut editor), Vec::<Value>::new());
    let broken =
        DECLARATION.replace("[lead]\nstate = \"in place\"", "[lead]\nstate = \"in plaice\"");
    editor.change("northmarch.toml", 2, json!([{ "text": broken }]));
    let found = editor.diagnostics("northmarch.toml", 2);
    let [only] = found.as_slice() else { panic!("{found:?}") };
    assert_eq!((&only["code"], &only["severity"]), (&json!("toml::unknown-word"), &json!(1)));
    assert_eq!(words(&broken, &only["range"]), "\"in plaice\"");
    let uri = editor.uri("northmarch.toml");
    let asked = json!({
        "textDocument": { "uri": uri }, "range": only["range"], "context": { "diagnostics": [] },
    });
    let actions = editor.ask("textDocument/codeAction", asked);
    let edit = &actions[0]["edit"]["changes"][uri.as_str()][0];
    assert_eq!(words(&broken, &edit["range"]), "in plaice");
    assert_eq!(edit["newText"], "in place");
}

#[test]
fn a_quote_that_isnt_in_its_paper_is_told_of_when_the_paper_changes() {
    let mut editor = with_paper();
    assert!(open(&mut editor).is_empty());
    editor.open("papers/answer.txt", "plaintext", ANSWER);
    let changed = ANSWER.replace("superintendent", "chief inspector");
    editor.change("papers/answer.txt", 2, json!([{ "text": changed }]));
    editor.diagnostics("papers/answer.txt", 2);
    editor.change("northmarch.toml", 2, json!([{ "text": DECLARATION }]));
    let found = editor.diagnostics("northmarch.toml", 2);
    assert_eq!(found[0]["code"], "declaration::quote-not-found");
}

#[test]
fn words_of_a_declaration_say_what_they_mean() {
    let mut editor = with_paper();
    open(&mut editor);
    let hover = |editor: &mut Editor, at: &str| {
        let found = editor.ask_at("textDocument/hover", "northmarch.toml", DECLARATION, at);
        found["contents"]["value"].as_str().unwrap_or_default().to_owned()
    };
    assert!(hover(&mut editor, "lead]").contains('?'), "an arrangement's question");
    assert!(hover(&mut editor, "rank = ").contains("rank"), "a field's");
    assert!(hover(&mut editor, "as_of").contains("as_of"), "a key's description");
    let settings = "check = [\"northmarch.toml\"]\n\n[gate.requirement]\n\
                    \"strategy-2014/pursue-lead\" = \"planned\"\n";
    assert!(editor.open("msacheck.toml", "toml", settings).is_empty());
    let found = editor.ask_at("textDocument/hover", "msacheck.toml", settings, "pursue-lead");
    let told = found["contents"]["value"].as_str().unwrap();
    assert!(told.contains("northmarch: **met**"), "the outcome, since it is declared: {told}");
    assert_eq!(words(settings, &found["range"]), "strategy-2014/pursue-lead");
}

#[test]
fn what_could_stand_there_is_offered() {
    let mut editor = with_paper();
    open(&mut editor);
    let mut version = 1;
    let mut offers = |rest: &str| {
        version += 1;
        let text = format!("{DECLARATION}\n{rest}");
        editor.change("northmarch.toml", version, json!([{ "text": text }]));
        editor.offers("northmarch.toml", &text, rest)
    };
    let has = |found: Vec<String>, all: &[&str]| {
        for word in all {
            assert!(found.iter().any(|own| own == word), "{word}: {found:?}");
        }
    };
    has(offers("[coor"), &["coordinator", "training", "lead"]);
    has(offers("[coordinator]\n"), &["state", "since", "evidence"]);
    has(offers("[coordinator]\nstate = \""), &["in place", "absent", "not stated"]);
    has(offers("[coordinator]\nstate = "), &["planned"]);
    has(offers("[coordinator]\nevidence = [{ source = \""), &["foi"]);
    has(offers("[[coordinator.evidence]]\nsource = \""), &["foi"]);
    has(offers("[[coordinator.evidence]]\n"), &["source", "quote", "page"]);
    assert!(offers("# [").is_empty(), "nothing in a comment");
}

#[test]
fn settings_are_completed_by_ids() {
    let mut editor = Editor::on(&[]);
    let mut version = 0;
    let mut offers = |text: &str| {
        version += 1;
        match version {
            1 => drop(editor.open("msacheck.toml", "toml", text)),
            _ => editor.change("msacheck.toml", version, json!([{ "text": text }])),
        }
        editor.offers("msacheck.toml", text, text)
    };
    let has = |found: &[String], word: &str| {
        assert!(found.iter().any(|own| own == word), "{word}: {found:?}");
    };
    has(&offers("[ga"), "gate");
    has(&offers("[gate]\ndu"), "duty");
    has(&offers("[gate]\nduty = \""), "not-evidenced");
    has(&offers("[gate.requirement]\n\""), "strategy-2014/pursue-lead");
    has(&offers("[lint]\nignore = [\""), "stale-name");
    has(&offers("[[lint.kind]]\nkind = \""), "procedure");
    has(&offers("[[waiver]]\nrequirement = \""), "strategy-2014/pursue-lead");
    has(&offers("[lint]\npedantic = "), "true");
}

#[test]
fn evidence_leads_to_its_source_and_to_its_words() {
    let mut editor = with_paper();
    open(&mut editor);
    let go = |editor: &mut Editor, at: &str| {
        editor.ask_at("textDocument/definition", "northmarch.toml", DECLARATION, at)
    };
    let words_at = go(&mut editor, "lead on modern slavery");
    assert_eq!(words_at["uri"], editor.uri("papers/answer.txt").as_str());
    assert_eq!(words_at["range"]["start"], json!({ "line": 2, "character": 0 }));
    let source = go(&mut editor, "foi\"\nquote");
    assert_eq!(source["uri"], editor.uri("northmarch.toml").as_str());
    assert_eq!(words(DECLARATION, &source["range"]), "[[source]]");
    let file = go(&mut editor, "papers/answer");
    assert_eq!(file["uri"], editor.uri("papers/answer.txt").as_str());
    // What is built in is laid out to be looked at.
    let lead = go(&mut editor, "lead]");
    let uri = lead["uri"].as_str().unwrap();
    let laid_out = std::fs::read_to_string(uri.strip_prefix("file://").unwrap()).unwrap();
    assert!(uri.ends_with("rules/arrangements/lead.toml") && laid_out.contains("id = \"lead\""));
    assert!(editor.end().success());
    assert!(!std::path::Path::new(uri.strip_prefix("file://").unwrap()).exists(), "and taken away");
}

#[test]
fn a_pack_has_its_faults_and_its_examples() {
    let pack = std::fs::read_dir("samples/partnership-protocol").unwrap();
    let mut files: Vec<(String, String)> = Vec::new();
    let mut folders: Vec<_> = pack.map(|entry| entry.unwrap().path()).collect();
    while let Some(path) = folders.pop() {
        if path.is_dir() {
            folders.extend(std::fs::read_dir(path).unwrap().map(|entry| entry.unwrap().path()));
        } else {
            let name = path.strip_prefix("samples/partnership-protocol").unwrap();
            let body = std::fs::read_to_string(&path).unwrap();
            files.push((format!("our-rules/{}", name.to_str().unwrap()), body));
        }
    }
    files.push(("msacheck.toml".to_owned(), "rules = [\"our-rules\"]\n".to_owned()));
    let given: Vec<(&str, &str)> =
        files.iter().map(|(name, body)| (name.as_str(), body.as_str())).collect();
    let mut editor = Editor::on(&given);
    let (name, body) = files.iter().find(|(name, _)| name.ends_with("clauses.toml")).unwrap();
    assert_eq!(editor.open(name, "toml", body), Vec::<Value>::new());
    // A need that no example bears out: as `rules test` says.
    let asks_less = body
        .replace("desk where hours", "desk ideally hours")
        .replace("day ideally answers", "day and answers");
    assert_ne!(*body, asks_less);
    editor.change(name, 2, json!([{ "text": asks_less }]));
    let found = editor.diagnostics(name, 2);
    assert!(found.iter().any(|own| own["code"] == "rules::failed-example"), "{found:?}");
    let unknown = body.replace("desk where hours", "dask where hours");
    editor.change(name, 3, json!([{ "text": unknown }]));
    let found = editor.diagnostics(name, 3);
    assert!(!found.is_empty() && found.iter().all(|own| own["severity"] == 1), "{found:?}");
    // From a need to its arrangement, in the same pack.
    editor.change(name, 4, json!([{ "text": body }]));
    editor.diagnostics(name, 4);
    let gone = editor.ask_at("textDocument/definition", name, body, "desk where");
    let uri = gone["uri"].as_str().unwrap();
    assert!(uri.contains("/our-rules/arrangements/"), "{uri}");
    let text = body.replace("desk where hours", "desk where ");
    editor.change(name, 5, json!([{ "text": text }]));
    let found = editor.offers(name, &text, "desk where ");
    assert!(found.iter().any(|own| own == "hours"), "{found:?}");
}

#[test]
fn the_tables_of_a_file_are_its_symbols() {
    let mut editor = with_paper();
    open(&mut editor);
    let document = json!({ "uri": editor.uri("northmarch.toml") });
    let found = editor.ask("textDocument/documentSymbol", json!({ "textDocument": document }));
    let names: Vec<&str> =
        found.as_array().unwrap().iter().map(|own| own["name"].as_str().unwrap()).collect();
    assert_eq!(names, ["force", "source", "lead"]);
    assert_eq!(found[2]["children"][0]["name"], "lead.evidence");
}
