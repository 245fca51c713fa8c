//! Text of others that is meant to break out of a report: in every format it is only text.
//!
//! A report of a result in which every free text is harmless, and one of the same result in which
//! each goes on with what every format would obey: their shapes must be the same.

use std::collections::BTreeMap;

use pulldown_cmark::{Event, Options, Parser};
use quick_xml::events::Event as Xml;
use serde_json::Value;

use crate::workplace::{Workplace, commands_a_terminal, text_formats};

/// What some format would obey: HTML, Markdown, workflow commands, XML, terminals, CSV, SARIF.
const HOSTILE: &str = "\"'><script>alert(1)</script><!-- </details> ![i](http://e.example/i) \
    [l](javascript:x) <http://e.example> https://e.example www.e.example a@e.example | `c` ``` **d** \
    __e__ ~~f~~ $g$\n# heading\n- list\n1. list\n> quote\n    code\n---\n| a | b |\n| - | - |\n\n\
    ::error file=x,line=1::pwned\n::stop-commands::t\n##[error]pwned ##[add-mask]x %0A%0D%25\r\n\
    ::set-output name=x::y\r::error::z @everyone #1 !2 ]]> &amp; &#x41; <![CDATA[x]]> <?x?> \
    \u{1b}[2J\u{1b}]0;t\u{7}\u{9b}31m\u{202e}\u{0}\u{b}\u{fffe}\u{ffff}\u{85}\u{2028} {0} {{1}} \
    [b](1) \\[ =1+1 , : ;";

/// The keys of a result under which free text stands, and names that become ids.
const FREE: [&str; 32] = [
    "name",
    "title",
    "note",
    "why",
    "remedy",
    "reason",
    "says",
    "citation",
    "quote",
    "file",
    "source",
    "evidence",
    "instrument_title",
    "instrument_short",
    "assumed",
    "need",
    "pack",
    "version",
    "filtered",
    "program",
    "force",
    "requirement",
    "instrument",
    "arrangement",
    "provision",
    "sentence",
    "owner",
    "role",
    "at",
    "by",
    "field",
    "item",
];

/// Adds a text to every free one. What isn't text, and what must be one of a few words, stays.
fn extend(value: &mut Value, free: bool, with: &str) {
    match value {
        Value::String(text) if free => text.push_str(with),
        Value::Array(items) => items.iter_mut().for_each(|item| extend(item, free, with)),
        Value::Object(keys) => {
            for (key, value) in keys {
                let list = ["notes", "ways", "options", "failing", "optional", "requirements"];
                // A file's role is one of a few words; an inspector's isn't.
                let word = key == "role" && (value == "settings" || value == "actions");
                let free = (FREE.contains(&key.as_str()) || list.contains(&key.as_str())) && !word;
                extend(value, free, with);
            }
        }
        _ => {}
    }
}

/// A workplace with a saved result that has all that a result can hold.
fn saved() -> (Workplace, Value) {
    let place = Workplace::with_samples()
        .file("msacheck.toml", "actions = \"actions.toml\"\n[gate]\n")
        .file("actions.toml", ACTIONS)
        .file("samples/own.toml", OWN);
    let line = "check --full --format json samples/west-midlands-2017.toml samples/own.toml \
                samples/fictional-all-in-place.toml --report json=one.json";
    let words: Vec<&str> = line.split_whitespace().collect();
    let output = place.with(&words).command().output().unwrap();
    let result = serde_json::from_slice(&output.stdout).unwrap();
    (place, result)
}

const ACTIONS: &str = "\
[[action]]
requirement = [\"strategy-2014/pursue-lead\", \"strategy-2014/pursue-spoc\"]
owner = \"Head of crime\"
deadline = 2026-09-30
status = \"doing\"
note = \"The post becomes full-time.\"
[[action]]
requirement = \"act-2015/s52-notify\"
owner = \"Referral desk\"
deadline = 2026-06-30
status = \"done\"
";

const OWN: &str = "\
[force]
id = \"eastmere\"
name = \"Eastmere Police (fictional)\"
kind = \"territorial\"
note = \"A note.\"
as_of = 2026-03-31

[[source]]
id = \"s\"
title = \"Some plan\"

[lead]
state = \"partial\"
rank = \"detective superintendent\"
capacity = \"part-time\"
note = \"Part-time.\"
evidence = [{ source = \"s\", quote = \"one part time force lead\" }]

[[information]]
note = \"Something else.\"
";

/// The same reports of the harmless and of the hostile result, in a format that is text.
pub(crate) fn both(format: &str, more: &[&str]) -> (String, String) {
    let (harmless, hostile) = both_bytes(format, more);
    let text = |bytes| String::from_utf8(bytes).expect("the format is text");
    (text(harmless), text(hostile))
}

/// The same as bytes, which may be no text.
pub(crate) fn both_bytes(format: &str, more: &[&str]) -> (Vec<u8>, Vec<u8>) {
    let (place, result) = saved();
    let mut rendered = Vec::new();
    for with in ["x", HOSTILE] {
        let mut result = result.clone();
        extend(&mut result, false, with);
        std::fs::write(place.path("result.json"), result.to_string()).unwrap();
        let args = [&["report", "result.json", "--all", "--format", format][..], more].concat();
        let output = place.with(&args).command().output().unwrap();
        assert!(!output.stdout.is_empty(), "{}", String::from_utf8_lossy(&output.stderr));
        rendered.push(output.stdout);
    }
    let hostile = rendered.pop().unwrap();
    (rendered.pop().unwrap(), hostile)
}

#[test]
fn no_format_sends_a_command_to_a_terminal() {
    for format in text_formats() {
        let short = ["html", "markdown"].contains(&format.name);
        for more in [&[][..], &["--brief"]].into_iter().filter(|more| short || more.is_empty()) {
            let (_, hostile) = both(format.name, more);
            let hostile = hostile.replace("\r\n", "\n");
            assert_eq!(hostile.chars().find(|c| commands_a_terminal(*c)), None, "{}", format.name);
        }
    }
}

#[test]
fn markdown_has_no_markup_but_ours() {
    let shape = |text: &str| {
        let mut shape: Vec<String> = Vec::new();
        for event in Parser::new_ext(text, Options::all()) {
            match event {
                Event::Text(_) | Event::SoftBreak => {}
                Event::InlineHtml(html) => assert_eq!(&*html, "<br>"),
                Event::Html(html) => shape.push(html.trim().to_owned()),
                Event::Start(tag) => shape.push(format!("{tag:?}")),
                Event::End(tag) => shape.push(format!("/{tag:?}")),
                other => shape.push(format!("{other:?}")),
            }
        }
        shape
    };
    for more in [&[][..], &["--brief"]] {
        let (harmless, hostile) = both("markdown", more);
        let (expected, found) = (shape(&harmless), shape(&hostile));
        for (at, (expected, found)) in expected.iter().zip(&found).enumerate() {
            assert_eq!(expected, found, "at {at}");
        }
        assert_eq!(expected.len(), found.len());
        assert!(!found.iter().any(|part| part.contains("Link") || part.contains("Image")));
        // What sites make of plain text isn't there either.
        for mark in ["https://", "http://", "www.", "@everyone", "#1", "$g$", "javascript:x)\n"] {
            assert!(!hostile.contains(mark), "{mark}");
        }
        assert!(hostile.contains("alert(1)"), "the text itself is there");
    }
}

/// The structure of a JSON value: its keys and list lengths, values apart.
fn skeleton(value: &Value) -> Value {
    match value {
        Value::Array(items) => items.iter().map(skeleton).collect(),
        Value::Object(keys) => {
            // The names of what a result rests on are texts themselves.
            let keys = keys.iter().filter(|(key, _)| *key != "restsOn");
            keys.map(|(key, value)| (key.clone(), skeleton(value))).collect()
        }
        Value::String(_) => "".into(),
        other => other.clone(),
    }
}

#[test]
fn json_formats_keep_their_structure() {
    for format in ["json", "sarif", "gitlab", "oscal"] {
        let (harmless, hostile) = both(format, &["--with-suppressed"]);
        let parsed = |text: &str| -> Value { serde_json::from_str(text).unwrap() };
        let (harmless, hostile) = (parsed(&harmless), parsed(&hostile));
        assert_eq!(skeleton(&harmless), skeleton(&hostile), "{format}");
    }
}

#[test]
fn sarif_messages_have_no_links_and_its_addresses_are_addresses() {
    let (_, hostile) = both("sarif", &[]);
    let log: Value = serde_json::from_str(&hostile).unwrap();
    for run in log["runs"].as_array().unwrap() {
        for result in run["results"].as_array().unwrap() {
            let text = result["message"]["text"].as_str().unwrap();
            let bare = text.replace("\\\\", "").replace("\\[", "").replace("\\]", "");
            assert!(!bare.contains('[') && !bare.contains(']'), "{text}");
            let bare = text.replace("{{", "").replace("}}", "");
            assert!(!bare.contains('{') && !bare.contains('}'), "{text}");
            let at = "/locations/0/physicalLocation/artifactLocation/uri";
            let uri = result.pointer(at).unwrap().as_str().unwrap();
            let legal = |c: char| c.is_ascii_alphanumeric() || "-._~/%".contains(c);
            assert!(uri.chars().all(legal), "{uri}");
        }
        for rule in run["tool"]["driver"]["rules"].as_array().unwrap() {
            let help = rule["help"]["markdown"].as_str().unwrap();
            for event in Parser::new_ext(help, Options::all()) {
                let strange = matches!(
                    &event,
                    Event::Html(_) | Event::InlineHtml(_) | Event::Code(_) | Event::Rule
                ) || matches!(&event, Event::Start(tag)
                    if !matches!(tag, pulldown_cmark::Tag::Paragraph | pulldown_cmark::Tag::Strong));
                assert!(!strange, "{event:?} in {help}");
            }
        }
    }
}

#[test]
fn junit_keeps_its_elements_and_holds_only_legal_characters() {
    let shape = |text: &str| {
        let mut reader = quick_xml::Reader::from_str(text);
        reader.config_mut().check_end_names = true;
        let mut shape = Vec::new();
        loop {
            match reader.read_event().unwrap() {
                Xml::Start(tag) | Xml::Empty(tag) => {
                    let mut keys: Vec<String> = Vec::new();
                    for attribute in tag.attributes() {
                        let key = attribute.unwrap().key;
                        keys.push(key.as_ref().to_owned());
                    }
                    let name = tag.name().as_ref().to_owned();
                    shape.push(format!("{name} {}", keys.join(" ")));
                }
                Xml::End(tag) => {
                    shape.push(tag.name().as_ref().to_owned());
                }
                Xml::CData(_) | Xml::Comment(_) | Xml::PI(_) | Xml::DocType(_) => {
                    panic!("what we never write: {text}")
                }
                Xml::Eof => break shape,
                Xml::Text(_) | Xml::Decl(_) | Xml::GeneralRef(_) => {}
            }
        }
    };
    let (harmless, hostile) = both("junit", &[]);
    assert_eq!(shape(&harmless), shape(&hostile));
    let legal = |c: char| matches!(c, '\t' | '\n' | '\r' | ' '..='\u{d7ff}' | '\u{e000}'..='\u{fffd}' | '\u{10000}'..);
    assert_eq!(hostile.chars().find(|c| !legal(*c)), None);
    assert!(!hostile.contains("]]>"));
}

/// The commands in a log, as the runner reads them: name, properties and message.
fn commands(log: &str) -> Vec<(String, BTreeMap<String, String>, String)> {
    let unescape = |text: &str| {
        let text = text.replace("%3A", ":").replace("%2C", ",");
        text.replace("%0D", "\r").replace("%0A", "\n").replace("%25", "%")
    };
    let mut commands = Vec::new();
    for line in log.split(['\n', '\r']) {
        assert!(!line.contains("##["), "a command of the old form: {line}");
        let Some(rest) = line.trim_start().strip_prefix("::") else { continue };
        let (head, message) = rest.split_once("::").unwrap();
        let (name, properties) = head.split_once(' ').unwrap_or((head, ""));
        let properties = properties.split(',').filter(|one| !one.is_empty()).map(|one| {
            let (key, value) = one.split_once('=').unwrap();
            (key.to_owned(), unescape(value))
        });
        commands.push((name.to_owned(), properties.collect(), unescape(message)));
    }
    commands
}

#[test]
fn a_workflow_has_no_commands_but_ours() {
    let (harmless, hostile) = both("github", &[]);
    let (expected, found) = (commands(&harmless), commands(&hostile));
    assert_eq!(expected.len(), found.len());
    assert!(!found.is_empty());
    for ((name, properties, _), (hostile_name, hostile_properties, message)) in
        expected.iter().zip(&found)
    {
        assert_eq!(name, hostile_name);
        assert!(["error", "warning", "notice"].contains(&name.as_str()), "{name}");
        let keys = |of: &BTreeMap<String, String>| of.keys().cloned().collect::<Vec<_>>();
        assert_eq!(keys(properties), keys(hostile_properties));
        if properties.contains_key("file") {
            assert!(message.contains("::error file=x,line=1::pwned"), "whole, and only text");
            assert!(message.contains("%0A%0D%25"), "{message}");
            assert_eq!(properties["line"], hostile_properties["line"]);
        }
    }
    // The log has a line more for nothing but what isn't shown.
    assert_eq!(harmless.lines().count(), hostile.lines().count());
}

#[test]
fn a_declaration_that_is_hostile_breaks_out_of_nothing() {
    let escaped = HOSTILE
        .chars()
        .map(|c| match c {
            '"' | '\\' => format!("\\{c}"),
            c if c.is_control() || c > '\u{7f}' => format!("\\u{:04x}", u32::from(c)),
            c => c.to_string(),
        })
        .collect::<String>();
    let body = OWN
        .replace("A note.", &escaped)
        .replace("(fictional)", &escaped)
        .replace("Some plan", &escaped)
        .replace("one part time force lead", &escaped)
        .replace("Part-time.", &escaped)
        .replace("Something else.", &escaped);
    let place = Workplace::new().file("own.toml", body).file("plain.toml", OWN);
    for format in text_formats() {
        let run = |file: &str| {
            place.run(&format!("check --full --format {} {file}", format.name)).done().out
        };
        let (plain, hostile) = (run("plain.toml"), run("own.toml"));
        match format.name {
            "github" => assert_eq!(commands(&plain).len(), commands(&hostile).len()),
            "sarif" | "gitlab" | "json" | "oscal" => {
                let parsed = |text: &str| -> Value { serde_json::from_str(text).unwrap() };
                assert_eq!(skeleton(&parsed(&plain)), skeleton(&parsed(&hostile)));
            }
            "markdown" => assert_eq!(plain.matches("\n#").count(), hostile.matches("\n#").count()),
            _ => {}
        }
    }
}
