//! The page: read as a browser reads it, it says what the result says, whatever stands in it.

use std::collections::BTreeMap;

use html5gum::emitters::default::DefaultEmitter;
use html5gum::{Token, Tokenizer};
use serde_json::Value;
use sha2::{Digest, Sha256};

use crate::hostile_formats::both;
use crate::marks::marked;
use crate::workplace::Workplace;

const SAMPLE: &str = "samples/west-midlands-2017.toml";

/// The page's parts, scripts and styles taken for what they are.
fn tokens(page: &str) -> Vec<Token> {
    let mut emitter = DefaultEmitter::default();
    emitter.naively_switch_states(true);
    Tokenizer::new_with_emitter(page, emitter).map(|token| token.unwrap()).collect()
}

fn text(bytes: &[u8]) -> String {
    String::from_utf8(bytes.to_vec()).unwrap()
}

/// The elements of the page in their order, with their attributes.
fn elements(page: &str) -> Vec<(String, BTreeMap<String, String>)> {
    let element = |token: Token| match token {
        Token::StartTag(tag) => Some((
            text(&tag.name),
            tag.attributes.iter().map(|(key, value)| (text(key), text(value))).collect(),
        )),
        _ => None,
    };
    tokens(page).into_iter().filter_map(element).collect()
}

/// How many findings stand under each outcome: those that are superseded apart.
fn findings(page: &str) -> BTreeMap<(String, bool), usize> {
    let mut counted = BTreeMap::new();
    for (name, attributes) in elements(page) {
        if name == "details" && attributes.get("class").is_some_and(|class| class == "finding") {
            let superseded = attributes.contains_key("data-superseded");
            *counted.entry((attributes["data-outcome"].clone(), superseded)).or_default() += 1;
        }
    }
    counted
}

/// The words of the page: tags, style and script apart.
fn words(page: &str) -> String {
    let mut words = String::new();
    let mut skipped = false;
    for token in tokens(page) {
        match token {
            Token::StartTag(tag) => {
                skipped = ["style", "script"].contains(&text(&tag.name).as_str());
            }
            Token::EndTag(_) => skipped = false,
            Token::String(string) if !skipped => words.push_str(&text(&string)),
            _ => {}
        }
        words.push(' ');
    }
    words.split_whitespace().collect::<Vec<_>>().join(" ")
}

#[test]
fn the_page_counts_as_the_result_does() {
    let place = Workplace::with_samples();
    let all = "samples/west-midlands-2017.toml samples/fictional-just-begun.toml";
    for of in [
        SAMPLE.to_owned(),
        format!("--fail-on not-evidenced {SAMPLE}"),
        format!("--instrument act-2015 {SAMPLE}"),
        format!("--strength duty {all}"),
        "samples/fictional-all-in-place.toml".to_owned(),
    ] {
        let page = place.run(&format!("check --full --format html {of}")).out;
        let result: Value =
            serde_json::from_str(&place.run(&format!("check --full --format json {of}")).out)
                .unwrap();
        let forces: Vec<&Value> = match result.get("assessments") {
            Some(forces) => forces.as_array().unwrap().iter().collect(),
            None => vec![&result],
        };
        let mut expected: BTreeMap<(String, bool), usize> = BTreeMap::new();
        for finding in forces.iter().flat_map(|force| force["findings"].as_array().unwrap()) {
            let outcome = finding["outcome"].as_str().unwrap().to_owned();
            let key = (outcome, finding["superseded"].as_bool().unwrap());
            *expected.entry(key).or_default() += 1;
        }
        assert!(!expected.is_empty());
        assert_eq!(findings(&page), expected, "{of}");
        // The rows of totals, the headings, and the bars of the chart, which add up to the same.
        let words = words(&page);
        let mut bars = 0;
        for force in &forces {
            let row = |tally: &Value| {
                ["met", "partly_met", "planned", "withheld", "not_met", "not_evidenced"]
                    .map(|key| tally[key].as_u64().unwrap())
            };
            let in_force = row(&force["counts"]["in_force"]);
            let cells = in_force.map(|count| count.to_string()).join(" ");
            assert!(words.contains(&format!("All in force {cells}")), "{of}: {cells}");
            let [met, .., silent] = in_force;
            let total: u64 = in_force.iter().sum();
            assert!(
                words.contains(&format!("Missing, or not evidenced: {} of {total}", total - met))
            );
            assert!(words.contains(&format!("Not evidenced: {silent}")));
            let declared = total - met - silent;
            assert!(words.contains(&format!("Gaps in what the force declares: {declared}")));
            bars += total + row(&force["counts"]["superseded"]).iter().sum::<u64>();
        }
        let labels = elements(&page).into_iter().filter(|(name, _)| name == "svg");
        let drawn: u64 = labels
            .map(|(_, attributes)| attributes["aria-label"].clone())
            .filter_map(|label| label.strip_prefix("All: ").map(str::to_owned))
            .flat_map(|label| {
                let parts =
                    label.split(", ").map(|part| part.split(' ').next().unwrap().to_owned());
                parts.collect::<Vec<String>>()
            })
            .map(|count| count.parse::<u64>().unwrap())
            .sum();
        assert_eq!(drawn, bars, "{of}");
    }
}

#[test]
fn the_page_comes_out_of_the_saved_result_byte_for_byte() {
    let place = Workplace::with_samples();
    let line = format!("check --full --format html --report json=result.json {SAMPLE}");
    let page = place.run(&line).out;
    assert_eq!(place.run("report result.json --full --format html").out, page);
    // The look of a terminal's report changes nothing, nor does what others must leave out.
    assert_eq!(
        place.run("report result.json --full --all --with-suppressed --format html").out,
        page
    );
}

#[test]
fn an_input_that_is_missing_is_told_of_first() {
    let place = Workplace::with_samples();
    let run = place.run(&format!("check --full --format html {SAMPLE} nowhere.toml")).incomplete();
    let words = words(&run.out);
    let told = words.find("Incomplete: 1 input couldn't be assessed.").unwrap();
    assert!(told < words.find("West Midlands Police").unwrap());
}

#[test]
fn where_nothing_comes_first_it_is_said_why() {
    let place = Workplace::with_samples();
    for (of, told) in [
        ("samples/fictional-all-in-place.toml", "What to do first Nothing: no gap was found."),
        (
            "--strength power samples/west-midlands-2017.toml",
            "Nothing comes first: what is left is a power",
        ),
        ("--strength commitment samples/west-midlands-2017.toml", "Nothing was assessed."),
    ] {
        let words = words(&place.run(&format!("check --full --format html {of}")).out);
        assert!(words.contains(told), "{of}: {words}");
    }
}

#[test]
fn marks_stand_beside_the_outcomes() {
    let (place, ..) = marked();
    let page = place.run("report result.json --full --format html").failed().quiet().out;
    let words = words(&page);
    for told in [
        "not evidenced duty, 2015 Act waived",
        "not evidenced duty, 2015 Act in the baseline",
        "not evidenced duty, 2015 Act fails the gate: waiver over",
        "not evidenced duty, 2015 Act fails the gate judged",
        "Waived until 2027-01-31 by head of public protection: The register starts in May; new since",
        "Worse than in the baseline: it was planned, notification fell from planned to not stated;",
        "Met by other means. The region notifies for the force. (inspector, 1 October 2026",
        "Went silent since the baseline: 1 Notification . In the baseline it was planned; it isn't stated now.",
        "the judgement by inspector has expired",
    ] {
        assert!(words.contains(told), "{told}\n{words}");
    }
    assert!(!words.contains("met duty"), "no mark makes a gap look met");
}

/// What a page is made of: elements, and all of their attributes that are ours.
fn shape(page: &str) -> Vec<String> {
    let theirs = ["aria-label", "data-instrument", "value", "content", "label"];
    let mut shape = Vec::new();
    for token in tokens(page) {
        match token {
            Token::StartTag(tag) => {
                let attributes: Vec<String> = tag
                    .attributes
                    .iter()
                    .map(|(key, value)| match text(key) {
                        key if theirs.contains(&key.as_str()) => key,
                        key => format!("{key}={}", text(value)),
                    })
                    .collect();
                shape.push(format!("{} {}", text(&tag.name), attributes.join(" ")));
            }
            Token::EndTag(tag) => shape.push(format!("/{}", text(&tag.name))),
            Token::Comment(comment) => panic!("what we never write: {}", text(&comment)),
            Token::Error(error) => panic!("{error:?}"),
            Token::String(_) | Token::Doctype(_) => {}
        }
    }
    shape
}

#[test]
fn a_hostile_result_breaks_out_of_nothing() {
    let (harmless, hostile) = both("html", &[]);
    let (expected, found) = (shape(&harmless), shape(&hostile));
    for (at, (expected, found)) in expected.iter().zip(&found).enumerate() {
        assert_eq!(expected, found, "at {at}");
    }
    assert_eq!(expected.len(), found.len());
    assert!(words(&hostile).contains("<script>alert(1)</script>"), "the text itself is there");
    // Nothing leads out of the page, and nothing is loaded.
    for (name, attributes) in elements(&hostile) {
        assert!(!["img", "link", "iframe", "object", "form", "base"].contains(&name.as_str()));
        assert!(
            !attributes.keys().any(|key| key.starts_with("on") || key == "src" || key == "style")
        );
        let href = attributes.get("href");
        assert!(href.is_none_or(|href| href.starts_with("#f")), "{href:?}");
    }
}

#[test]
fn a_browser_is_told_to_run_the_script_of_the_page_and_nothing_else() {
    let (_, hostile) = both("html", &[]);
    let all = tokens(&hostile);
    let within = |wanted: &str| {
        let mut found: Vec<String> = Vec::new();
        for pair in all.windows(2) {
            if let [Token::StartTag(tag), Token::String(string)] = pair
                && text(&tag.name) == wanted
            {
                found.push(text(string));
            }
        }
        found
    };
    let policy = elements(&hostile)
        .into_iter()
        .find(|(_, attributes)| attributes.contains_key("http-equiv"))
        .map(|(_, attributes)| attributes["content"].clone())
        .unwrap();
    for (element, directive) in [("style", "style-src"), ("script", "script-src")] {
        let [only] = within(element).try_into().unwrap();
        let hash = data_encoding::BASE64.encode(&Sha256::digest(only));
        assert!(policy.contains(&format!("{directive} 'sha256-{hash}'")), "{policy}");
    }
    assert!(policy.starts_with("default-src 'none'; ") && !policy.contains("unsafe"));
}
