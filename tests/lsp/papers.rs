//! A policy document in an editor: what `lint` finds, while it is written, and what mends it.

use serde_json::{Value, json};

use crate::editor::{Editor, place, words};

const PROCEDURE: &str = "\
# Northmarch Police: modern slavery procedure

Date: 3 May 2026

## 1 Duties

Officers may notify the Home Office 𝄞. The section 45 duty to notify is kept.

### 1.1 Forms

Send the MS1 form to UKHTC, or ask HMIC.
";

fn codes(found: &[Value]) -> Vec<&str> {
    found.iter().map(|own| own["code"].as_str().unwrap()).collect()
}

#[test]
fn what_lint_finds_is_shown_at_its_words() {
    let mut editor = Editor::on(&[]);
    let found = editor.open("procedure.md", "markdown", PROCEDURE);
    assert!(codes(&found).contains(&"stale-name"), "{found:?}");
    let hmic = found.iter().find(|own| words(PROCEDURE, &own["range"]) == "HMIC").unwrap();
    assert_eq!((&hmic["severity"], &hmic["source"]), (&json!(1), &json!("msacheck")));
    let duty = found.iter().find(|own| own["code"] == "weak-duty").unwrap();
    assert!(words(PROCEDURE, &duty["range"]).contains("may notify"), "{duty}");
    // Mended by hand, it goes; the rest stays.
    let at = PROCEDURE.find("HMIC").unwrap();
    let range = json!({ "start": place(PROCEDURE, at), "end": place(PROCEDURE, at + 4) });
    editor.change("procedure.md", 2, json!([{ "range": range, "text": "HMICFRS" }]));
    let left = editor.diagnostics("procedure.md", 2);
    assert_eq!(left.len(), found.len() - 1);
    // Closed, nothing is said of it any more.
    let uri = editor.uri("procedure.md");
    editor.tell("textDocument/didClose", json!({ "textDocument": { "uri": uri } }));
    let told = editor.wait(|message| {
        message["method"] == "textDocument/publishDiagnostics"
            && message["params"].get("version").is_none()
    });
    assert_eq!(told["params"]["diagnostics"], json!([]));
}

#[test]
fn a_fix_is_offered_where_it_belongs_and_all_safe_ones_at_once() {
    let mut editor = Editor::on(&[]);
    editor.open("procedure.md", "markdown", PROCEDURE);
    let at = place(PROCEDURE, PROCEDURE.find("HMIC").unwrap() + 2);
    let uri = editor.uri("procedure.md");
    let ask = |editor: &mut Editor, range: Value, only: Option<&str>| {
        let context = match only {
            Some(kind) => json!({ "diagnostics": [], "only": [kind] }),
            None => json!({ "diagnostics": [] }),
        };
        let document = json!({ "uri": uri });
        let params = json!({ "textDocument": document, "range": range, "context": context });
        editor.ask("textDocument/codeAction", params).as_array().unwrap().clone()
    };
    let here = json!({ "start": at, "end": at });
    let found = ask(&mut editor, here.clone(), Some("quickfix"));
    let [only] = found.as_slice() else { panic!("{found:?}") };
    assert_eq!((&only["kind"], &only["isPreferred"]), (&json!("quickfix"), &json!(true)));
    let edit = &only["edit"]["changes"][uri.as_str()][0];
    assert_eq!(words(PROCEDURE, &edit["range"]), "HMIC");
    assert_eq!(edit["newText"], "HMICFRS");
    let all = ask(&mut editor, here, Some("source.fixAll"));
    assert_eq!(all[0]["kind"], "source.fixAll.msacheck");
    let elsewhere = json!({ "start": place(PROCEDURE, 0), "end": place(PROCEDURE, 0) });
    assert!(ask(&mut editor, elsewhere, Some("quickfix")).is_empty());
}

#[test]
fn what_rests_on_a_reading_is_told_once_nobody_types() {
    const TWICE: &str = "# Northmarch Police: who investigates\n\nThe force has no dedicated team for modern slavery.\n\n\
                         Our dedicated team for modern slavery takes every case.\n";
    let mut editor = Editor::on(&[]);
    assert_eq!(codes(&editor.open("a.md", "markdown", TWICE)), [""; 0]);
    let uri = editor.uri("a.md");
    let told = editor.wait(|message| {
        let params = &message["params"];
        message["method"] == "textDocument/publishDiagnostics"
            && params["uri"] == uri.as_str()
            && params["diagnostics"].as_array().is_some_and(|all| !all.is_empty())
    });
    let found = &told["params"]["diagnostics"][0];
    assert_eq!(found["code"], "contradiction");
    assert_eq!(
        words(TWICE, &found["range"]),
        "Our dedicated team for modern slavery takes every case."
    );
    assert!(found["message"].as_str().unwrap().contains("line 3"), "{found}");
    // What is mended goes at once.
    let at = TWICE.find("no dedicated").unwrap();
    let range = json!({ "start": place(TWICE, at), "end": place(TWICE, at + 2) });
    editor.change("a.md", 2, json!([{ "range": range, "text": "a" }]));
    assert_eq!(codes(&editor.diagnostics("a.md", 2)), [""; 0]);
}

#[test]
fn the_settings_count_as_they_stand_in_the_editor() {
    let settings = "[lint]\nfiles = [\"*.md\"]\n";
    let mut editor = Editor::on(&[("msacheck.toml", settings)]);
    let found = editor.open("procedure.md", "markdown", PROCEDURE);
    assert!(codes(&found).contains(&"stale-name"));
    editor.open("msacheck.toml", "toml", settings);
    // Not saved: it counts all the same.
    let whole = "[lint]\nignore = [\"stale-name\"]\n\n[[lint.allow]]\npath = \"*.md\"\n\
                 check = \"weak-duty\"\nreason = \"reworded in the next edition\"\n";
    editor.change("msacheck.toml", 2, json!([{ "text": whole }]));
    // The policy is looked at anew as often as they change.
    let uri = editor.uri("procedure.md");
    let told = editor.wait(|message| {
        let found = &message["params"]["diagnostics"];
        message["params"]["uri"] == uri.as_str()
            && found.as_array().is_some_and(|all| !codes(all).contains(&"stale-name"))
    });
    let left = codes(told["params"]["diagnostics"].as_array().unwrap());
    assert!(!left.contains(&"weak-duty") && left.contains(&"wrong-section"), "{left:?}");
}

#[test]
fn a_section_of_the_law_is_told_of_with_its_heading() {
    let mut editor = Editor::on(&[]);
    editor.open("procedure.md", "markdown", PROCEDURE);
    let hover = |editor: &mut Editor, words: &str| {
        editor.ask_at("textDocument/hover", "procedure.md", PROCEDURE, words)
    };
    let found = hover(&mut editor, "section 45");
    let told = found["contents"]["value"].as_str().unwrap();
    assert!(told.starts_with("**") && told.contains("Modern Slavery Act 2015"), "{told}");
    assert_eq!(words(PROCEDURE, &found["range"]), "section 45");
    assert_eq!(hover(&mut editor, "Officers"), Value::Null);
}

#[test]
fn the_headings_of_a_paper_are_its_symbols() {
    let mut editor = Editor::on(&[]);
    editor.open("procedure.md", "markdown", PROCEDURE);
    let document = json!({ "uri": editor.uri("procedure.md") });
    let found = editor.ask("textDocument/documentSymbol", json!({ "textDocument": document }));
    let name = |own: &Value| own["name"].as_str().unwrap().to_owned();
    assert_eq!(name(&found[0]), "Northmarch Police: modern slavery procedure");
    let duties = &found[0]["children"][0];
    assert!(name(duties).contains("Duties") && name(&duties["children"][0]).contains("Forms"));
    assert_eq!(found[0]["range"]["end"], place(PROCEDURE, PROCEDURE.len()));
}

#[test]
fn text_and_html_are_looked_at_too_and_what_isnt_ours_is_left_alone() {
    let mut editor = Editor::on(&[]);
    let text = "Date: 3 May 2026\n\nAsk HMIC.\n";
    assert_eq!(codes(&editor.open("a.txt", "plaintext", text)), ["stale-name"]);
    let html = "<p>Date: 3 May 2026</p>\n<p>Ask HMIC.</p>\n";
    let found = editor.open("a.html", "html", html);
    assert_eq!(words(html, &found[0]["range"]), "HMIC");
    assert!(editor.open("Cargo.toml", "toml", "[package]\nname = \"x\"\n").is_empty());
    assert!(editor.open("a.rs", "rust", "// HMIC\n").is_empty());
}
