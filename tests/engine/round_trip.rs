//! Loading what was written gives back the same declaration, whatever its texts hold.

use std::collections::BTreeMap;
use std::sync::Arc;

use msacheck::declaration::{self, Declaration, When};
use msacheck::rulebook::{RuleFile, Rulebook};
use msacheck::source::{Fault, Place, Text};
use msacheck::standing::{Attribute, Day, ForceKind, PartialDate, State, Words as _};

use crate::calendar::on;
use crate::case::{Case, lines, load_text};
use crate::checklist::single;
use crate::facts::Facts;
use crate::hostile::{Shelf, any_hostile};
use crate::needs::{Ask, Need};
use crate::run;
use crate::seen::Seen;
use crate::toml_text::{Order, quoted};
use crate::values::Value;
use crate::vocabulary::{ARRANGEMENTS, Field};

/// What must have stood in some text.
const MARKS: [&str; 15] = [
    "\"", "\"\"\"", "'''", "\\", "\n", "\r", "\r\n", "\t", "\0", "\u{1b}", "\u{7f}", "\u{202e}",
    "\u{feff}", "é", "😀",
];

/// A declaration without the places in its file.
#[derive(Debug, PartialEq)]
pub(crate) struct Plain {
    force: (String, Option<String>, ForceKind, BTreeMap<Attribute, bool>, Day),
    none: Vec<(String, PartialDate, Day, Vec<Cited>)>,
    sources: Vec<Document>,
    declared: BTreeMap<String, Said>,
    information: Vec<(String, Vec<Cited>)>,
}

/// What is said of one arrangement.
#[derive(Debug, PartialEq)]
struct Said {
    state: State,
    fields: BTreeMap<String, declaration::Value>,
    note: Option<String>,
    evidence: Vec<Cited>,
}

/// Id, title, file, address, date and when it was obtained, and text.
type Document = (String, String, Option<String>, Option<String>, Dates, Option<String>);

type Dates = (Option<PartialDate>, Option<PartialDate>);

/// Source, quote, where it was found, page, line and time.
type Cited = (String, Option<String>, Option<Place>, Option<i64>, Option<i64>, When);

pub(crate) fn plain(declaration: &Declaration) -> Plain {
    let force = &declaration.force;
    let attributes = force.attributes.clone();
    let sources = declaration.sources.iter().map(|source| {
        let body = source.text.as_ref().map(|text| text.text().body().to_owned());
        let (file, address) = (source.file.clone(), source.address.clone());
        let dates = (source.date, source.obtained);
        (source.id.to_string(), source.title.clone(), file, address, dates, body)
    });
    let declared = declaration.declared.iter().map(|(id, declared)| {
        let fields = declared.fields.iter();
        let said = Said {
            state: declared.state,
            fields: fields.map(|(id, found)| (id.to_string(), found.value.clone())).collect(),
            note: declared.note.clone(),
            evidence: cited(&declared.evidence),
        };
        (id.to_string(), said)
    });
    let information = declaration.information.iter();
    Plain {
        force: (force.id.to_string(), force.name.clone(), force.kind, attributes, force.as_of),
        none: force
            .none
            .iter()
            .map(|one| (one.of.to_string(), one.from, one.ends(), cited(&one.evidence)))
            .collect(),
        sources: sources.collect(),
        declared: declared.collect(),
        information: information.map(|one| (one.note.clone(), cited(&one.evidence))).collect(),
    }
}

#[test]
fn judgements_are_written_as_they_were_read() {
    let rulebook = rulebook();
    for mark in MARKS {
        let reason = quoted(&format!("words {mark} and more"));
        let text = format!(
            "[force]\nid = \"northmarch\"\nkind = \"territorial\"\nas_of = 2026-03-31\n\
             [[judgement]]\nrequirement = \"a/b\"\nverdict = \"not met in practice\"\n\
             role = {reason}\ndate = 2026-03-30\nreason = {reason}\nlast_day = 2026-03-31\n"
        );
        let read = |text: String| load_text(&rulebook, text, &Shelf).expect("it loads").judgements;
        let first = load_text(&rulebook, text, &Shelf).expect("it loads");
        let again = read(declaration::write(&first));
        let plain = |one: &declaration::Judgement| {
            (
                (one.requirement.clone(), one.verdict, one.role.clone()),
                (one.date, one.reason.clone(), one.last_day),
            )
        };
        let [meant, got] = [&first.judgements, &again].map(|all| plain(&all[0]));
        assert_eq!(meant, got);
        assert!(got.0.2.contains(mark), "{mark:?}");
    }
}

fn cited(evidence: &[declaration::Evidence]) -> Vec<Cited> {
    let pieces = evidence.iter().cloned();
    pieces
        .map(|one| (one.source.to_string(), one.quote, one.found, one.page, one.line, one.when))
        .collect()
}

#[test]
fn what_was_written_loads_as_the_same_declaration() {
    let seen = Seen::default();
    let rulebook = rulebook();
    run::holds(2000, &any_hostile(), |facts| {
        let text = facts.toml(&mut Order::kept());
        let first = load_text(&rulebook, text.clone(), &Shelf)
            .map_err(|faults| format!("{}\n\n{text}", lines(&faults)))?;
        compare_texts(facts, &first).map_err(|fault| format!("{fault}\n\n{text}"))?;
        let written = declaration::write(&first);
        let again = load_text(&rulebook, written.clone(), &Shelf).map_err(|faults| {
            format!("{}\n\n# ---- loaded\n{text}\n# ---- written\n{written}", lines(&faults))
        })?;
        let (meant, got) = (plain(&first), plain(&again));
        if meant != got {
            return Err(format!(
                "{meant:#?}\nbecame\n{got:#?}\n\n# ---- loaded\n{text}\n# ---- written\n{written}"
            ));
        }
        if declaration::write(&again) != written {
            return Err(format!("written otherwise the second time:\n{written}"));
        }
        count(&seen, &got);
        Ok(())
    });
    let mut kinds: Vec<String> = MARKS.iter().map(|mark| format!("text with {mark:?}")).collect();
    let more = [
        "quote found",
        "quote not looked for",
        "no quote",
        "source read",
        "source unread",
        "information",
        "whole list",
        "open list",
        "name",
        "page",
        "line",
        "date",
        "from",
        "to",
        "obtained",
    ];
    kinds.extend(more.map(str::to_owned));
    kinds.extend(Field::ALL.iter().map(|field| format!("field {}", field.key())));
    kinds.extend(State::ALL.iter().map(|state| format!("state {state}")));
    seen.require(kinds);
}

/// To TOML a dot leads into another table: a declaration couldn't write such an id as its key.
#[test]
fn an_arrangement_or_a_field_with_a_dot_in_its_id_is_a_fault() {
    for (id, field) in [("lead.deputy", "rank"), ("lead", "rank.held")] {
        let body = format!(
            "id = \"{id}\"\ntitle = \"Lead\"\nquestion = \"Who?\"\n\
             fields.\"{field}\" = {{ type = \"rank\", question = \"What?\" }}\n"
        );
        let path = format!("arrangements/{id}.toml");
        let ranks = "order = [\"constable\"]";
        let files = [("ranks.toml", ranks), (path.as_str(), body.as_str())].map(|(path, body)| {
            RuleFile { path: path.to_owned(), text: Arc::new(Text::new(path, body.to_owned())) }
        });
        let loaded = Rulebook::load(&files);
        let codes: Vec<&str> = loaded.err().iter().flatten().map(Fault::fault_code).collect();
        assert_eq!(codes, ["rules::not-an-id"], "{id} {field}");
    }
}

/// A rulebook for its vocabulary alone.
pub(crate) fn rulebook() -> Rulebook {
    let need = Need::Ask(Ask { arrangement: 0, requires: Vec::new(), prefers: Vec::new() });
    let force = crate::facts::Force {
        name: None,
        kind: ForceKind::Territorial,
        attributes: BTreeMap::new(),
        none: Vec::new(),
        as_of: on(2020, 2, 29),
    };
    let facts =
        Facts { force, sources: Vec::new(), declared: BTreeMap::new(), information: Vec::new() };
    let case = Case {
        limits: Vec::new(),
        requirements: vec![single(vec![need])],
        facts,
        assessed: on(2020, 2, 29),
    };
    case.rulebook(Order::kept()).unwrap_or_else(|faults| panic!("{faults}"))
}

/// The texts of arrangements came in as they were meant, so that both ways are told apart from
/// losing them twice.
fn compare_texts(facts: &Facts, loaded: &Declaration) -> Result<(), String> {
    for (at, declared) in &facts.declared {
        let id = ARRANGEMENTS[*at];
        let said = loaded.on(id).ok_or_else(|| format!("{id} was lost"))?;
        let meant: Vec<_> = declared.evidence.iter().map(|one| &one.quote).collect();
        let got: Vec<_> = said.evidence.iter().map(|one| &one.quote).collect();
        if said.note != declared.note || meant != got {
            return Err(format!("the texts of {id} came in otherwise: {said:?}"));
        }
        for (field, value) in &declared.values {
            let same = match (value, said.value(field.key())) {
                (Value::Text(meant), Some(declaration::Value::Text(got))) => meant == got,
                (
                    Value::List { items: meant, complete },
                    Some(declaration::Value::List { items: got, complete: whole }),
                ) => meant == got && complete.unwrap_or(false) == *whole,
                (_, got) => got.is_some(),
            };
            if !same {
                return Err(format!("{} of {id} came in otherwise: {said:?}", field.key()));
            }
        }
    }
    Ok(())
}

fn count(seen: &Seen, loaded: &Plain) {
    let mut texts: Vec<&str> = loaded.force.1.as_deref().into_iter().collect();
    seen.count(if texts.is_empty() { "no name" } else { "name" });
    loaded.none.iter().for_each(|_| seen.count("none came"));
    for source in &loaded.sources {
        texts.push(&source.0);
        texts.push(&source.1);
        source.4.1.iter().for_each(|_| seen.count("obtained"));
        seen.count(if source.5.is_some() { "source read" } else { "source unread" });
    }
    let mut evidence: Vec<&Cited> = Vec::new();
    for (note, cited) in &loaded.information {
        seen.count("information");
        texts.push(note);
        evidence.extend(cited);
    }
    for said in loaded.declared.values() {
        seen.count(format!("state {}", said.state.word()));
        texts.extend(said.note.as_deref());
        evidence.extend(&said.evidence);
        for (field, value) in &said.fields {
            seen.count(format!("field {field}"));
            match value {
                declaration::Value::Text(text) => texts.push(text),
                declaration::Value::List { items, complete } => {
                    texts.extend(items.iter().map(String::as_str));
                    seen.count(if *complete { "whole list" } else { "open list" });
                }
                _ => {}
            }
        }
    }
    for (_, quote, found, page, line, when) in evidence {
        texts.extend(quote.as_deref());
        seen.count(match (quote, found) {
            (Some(_), Some(_)) => "quote found",
            (Some(_), None) => "quote not looked for",
            (None, _) => "no quote",
        });
        let stated = [
            ("page", page.is_some()),
            ("line", line.is_some()),
            ("date", when.date().is_some()),
            ("from", when.from().is_some()),
            ("to", when.to().is_some()),
        ];
        stated.iter().filter(|(_, stated)| *stated).for_each(|(name, _)| seen.count(*name));
    }
    let all = texts.concat();
    for mark in MARKS.iter().filter(|mark| all.contains(**mark)) {
        seen.count(format!("text with {mark:?}"));
    }
}
