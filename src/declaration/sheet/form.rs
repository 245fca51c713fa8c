//! The rows of a sheet to fill in: the questions of the TOML form, with what is stated already.

use std::collections::BTreeMap;

use super::kind::{Kind, details};
use super::part::Part;
use super::row::{Answered, FormSheet, Offers, Row, Shows, offers, with_words};
use super::stated::{answered, cells, date, ends, optional, text, yes_no};
use crate::declaration::{Declaration, Declared, Evidence, Force, Form, NoneCame, Value};
use crate::rulebook::{Arrangement, Vocabulary};
use crate::standing::{Attribute, Words as _};

/// How many sources a form has room for at least.
const SOURCES: usize = 4;

/// The form of a force, with what it declares already.
#[must_use]
pub fn form_sheet(
    force: &Force,
    declared: Option<&Declaration>,
    vocabulary: &Vocabulary,
    form: &Form,
) -> FormSheet {
    let mut writer = Writer { vocabulary, form, rows: Vec::new() };
    writer.force(force);
    writer.sources(declared);
    for arrangement in vocabulary.arrangements() {
        let own = declared.and_then(|declared| declared.on(arrangement.id.as_str()));
        if own.is_some() || form.asks(arrangement) {
            writer.arrangement(arrangement, own);
        }
    }
    writer.none(force);
    writer.rest(declared);
    FormSheet { name: force.shown().to_owned(), rows: writer.rows }
}

struct Writer<'a> {
    vocabulary: &'a Vocabulary,
    form: &'a Form,
    rows: Vec<Row>,
}

type Said = BTreeMap<&'static str, Answered>;

impl Writer<'_> {
    fn heading(&mut self, title: &str) {
        self.rows.push(Row {
            shows: Shows::Heading,
            part: String::new(),
            detail: String::new(),
            question: title.to_owned(),
            answer: Answered::Blank,
            offers: Offers::Nothing,
            evidence: None,
        });
    }

    /// A question; the first of its part where none came before.
    fn ask(
        &mut self,
        part: &str,
        detail: &str,
        question: String,
        answer: Answered,
        kind: &Kind<'_>,
    ) {
        let follows = self.rows.last().is_some_and(|row| row.part == part);
        self.rows.push(Row {
            shows: if follows { Shows::Further } else { Shows::First },
            part: part.to_owned(),
            detail: detail.to_owned(),
            question,
            answer,
            offers: offers(kind),
            evidence: None,
        });
    }

    /// Puts evidence beside the last row, and the rest into rows of its own; one more is left empty.
    fn prove(&mut self, part: &str, evidence: &[Evidence]) {
        let mut evidence = evidence.iter().map(cells);
        let first = evidence.next();
        let had = first.is_some();
        if let Some(row) = self.rows.last_mut() {
            row.evidence = Some(first.unwrap_or_default());
        }
        for piece in evidence.chain(had.then(BTreeMap::new)) {
            let question = "More evidence: further words that say so".to_owned();
            self.ask(part, "evidence", question, Answered::Blank, &Kind::Nothing);
            if let Some(row) = self.rows.last_mut() {
                row.evidence = Some(piece);
            }
        }
    }

    /// Asks for all details of a part that people name themselves.
    fn all(
        &mut self,
        name: &str,
        part: &Part,
        said: &Said,
        question: impl Fn(&str) -> &'static str,
    ) {
        for (key, kind) in details(part, self.vocabulary) {
            if kind != Kind::Nothing {
                let answer = said.get(key.as_str()).cloned().unwrap_or_default();
                self.ask(name, &key, question(&key).to_owned(), answer, &kind);
            }
        }
    }

    fn force(&mut self, force: &Force) {
        self.heading("The force");
        for (key, kind) in details(&Part::Force, self.vocabulary) {
            let attribute = Attribute::from_word(&key);
            let (answer, question) = match (key.as_str(), attribute) {
                ("id", _) => (text(force.id.as_str()), "Its id: leave it as it is".to_owned()),
                ("name", _) => (optional(force.name.as_deref()), "Its name".to_owned()),
                ("kind", _) => (text(force.kind.word()), "What kind of force it is".to_owned()),
                ("as_of", _) => {
                    (Answered::Day(force.as_of), "The day that these facts are of".to_owned())
                }
                (_, Some(attribute)) => {
                    let stated = force.attributes.get(&attribute).copied();
                    (stated.map_or(Answered::Blank, yes_no), asks_attribute(force, attribute))
                }
                _ => (optional(force.note.as_deref()), "What must be known of all this".to_owned()),
            };
            self.ask("force", &key, question, answer, &kind);
            if key == "as_of"
                && let Some(row) = self.rows.last_mut()
            {
                row.offers = Offers::Day;
            }
        }
    }

    fn sources(&mut self, declared: Option<&Declaration>) {
        self.heading("The documents that your evidence comes from");
        let sources = declared.map(|declared| declared.sources.as_slice()).unwrap_or_default();
        for n in 0..SOURCES.max(sources.len() + 1) {
            let mut said = Said::new();
            if let Some(source) = sources.get(n) {
                said.insert("id", text(source.id.as_str()));
                said.insert("title", text(&source.title));
                said.insert("file", optional(source.file.as_deref()));
                said.insert("address", optional(source.address.as_deref()));
                said.insert("date", source.date.map_or(Answered::Blank, date));
                said.insert("obtained", source.obtained.map_or(Answered::Blank, date));
            }
            let (name, part) = (format!("source {}", n + 1), Part::Source(String::new()));
            self.all(&name, &part, &said, |key| match key {
                "id" => "A short name for it, to write under Source: policy",
                "title" => "Its title",
                "file" => "Its file, by its path from this workbook's folder: words quoted are looked up in it",
                "address" => "Where it is to be had: a web address",
                "obtained" => "When it came to hand",
                _ => "Its date",
            });
        }
    }

    fn arrangement(&mut self, arrangement: &Arrangement, declared: Option<&Declared>) {
        let id = arrangement.id.as_str();
        self.heading(&arrangement.title);
        let evidence = declared.map(|own| own.evidence.as_slice()).unwrap_or_default();
        let mut proof = Some(evidence);
        let part = Part::Arrangement(id.to_owned());
        for (key, kind) in details(&part, self.vocabulary) {
            let field = arrangement.field(&key).or_else(|| arrangement.completed_by(&key));
            let value = field.and_then(|field| declared?.value(field.id.as_str()));
            if field.is_some_and(|field| value.is_none() && !self.form.asks_for(arrangement, field))
            {
                continue;
            }
            let (question, answer) = match (key.as_str(), field) {
                ("state", _) => {
                    let state = declared.map_or(Answered::Blank, |own| text(own.state.word()));
                    (asks_state(arrangement), state)
                }
                (_, Some(field)) if field.id.as_str() == key => {
                    (with_words(&field.question, &kind), value.map_or(Answered::Blank, answered))
                }
                (_, Some(_)) => {
                    let whole = matches!(value, Some(Value::List { complete: true, .. }));
                    let answer = if whole { yes_no(true) } else { Answered::Blank };
                    ("Is that all of them?".to_owned(), answer)
                }
                ("note", _) => {
                    let note = declared.and_then(|own| own.note.as_deref());
                    ("What else should be known?".to_owned(), optional(note))
                }
                _ => continue,
            };
            self.ask(id, &key, question, answer, &kind);
            if let Some(evidence) = proof.take() {
                // What is in place of the form's order: the first piece stands beside the state.
                self.prove(id, evidence);
            }
        }
    }

    fn none(&mut self, force: &Force) {
        let events = self.vocabulary.events();
        if events.is_empty() {
            return;
        }
        self.heading("If none came of these, since when? Without a day until which it is said, it is up to that of the facts");
        let mut told: BTreeMap<&str, usize> = BTreeMap::new();
        for one in &force.none {
            let before = told.entry(one.of.as_str()).or_default();
            *before += 1;
            let name = match *before {
                1 => format!("none {}", one.of),
                n => format!("none {} {n}", one.of),
            };
            self.none_of(&name, one.of.as_str(), Some((one, force)));
        }
        for event in events.iter().filter(|event| !told.contains_key(event.id.as_str())) {
            self.none_of(&format!("none {}", event.id), event.id.as_str(), None);
        }
    }

    fn none_of(&mut self, name: &str, event: &str, stated: Option<(&NoneCame, &Force)>) {
        let question = self.vocabulary.event(event).map(|event| event.question.clone());
        let one = stated.map(|(one, _)| one);
        let from = one.map_or(Answered::Blank, |one| date(one.from));
        self.ask(name, "from", question.unwrap_or_default(), from, &Kind::Date);
        self.prove(name, one.map(|one| one.evidence.as_slice()).unwrap_or_default());
        let until = stated.and_then(|(one, force)| one.until.or_else(|| ends(one, force)));
        let question = "The first day on which it is no longer said".to_owned();
        self.ask(name, "until", question, until.map_or(Answered::Blank, date), &Kind::Date);
        let note = optional(one.and_then(|one| one.note.as_deref()));
        self.ask(name, "note", "What else should be known?".to_owned(), note, &Kind::Text);
    }

    fn rest(&mut self, declared: Option<&Declaration>) {
        self.heading("Other facts that should be shown, with their words");
        let information = declared.map(|own| own.information.as_slice()).unwrap_or_default();
        for n in 0..=information.len() {
            let own = information.get(n);
            let name = format!("information {}", n + 1);
            let note = optional(own.map(|own| own.note.as_str()));
            self.ask(&name, "note", "What is it?".to_owned(), note, &Kind::Text);
            self.prove(&name, own.map(|own| own.evidence.as_slice()).unwrap_or_default());
        }
        let judgements = declared.map(|own| own.judgements.as_slice()).unwrap_or_default();
        if judgements.is_empty() {
            return;
        }
        self.heading("What inspectors find themselves");
        for (n, own) in judgements.iter().enumerate() {
            let said = Said::from([
                ("requirement", text(own.requirement.as_str())),
                ("verdict", text(own.verdict.word())),
                ("role", text(&own.role)),
                ("date", Answered::Day(own.date)),
                ("reason", text(&own.reason)),
                ("last_day", Answered::Day(own.last_day)),
            ]);
            let (name, part) = (format!("judgement {}", n + 1), Part::Judgement(String::new()));
            self.all(&name, &part, &said, |key| match key {
                "requirement" => "On which requirement",
                "verdict" => "What the inspector finds",
                "role" => "Who, by role",
                "date" => "When",
                "reason" => "Why",
                _ => "The last day on which it holds",
            });
        }
    }
}

fn asks_state(arrangement: &Arrangement) -> String {
    let limits = arrangement.limits.iter();
    let limits: String =
        limits.map(|limit| format!(" Where {limit}, it is at most partial.")).collect();
    format!("{}{limits}", arrangement.question)
}

fn asks_attribute(force: &Force, attribute: Attribute) -> String {
    let question = attribute_question(attribute);
    match force.known_on(attribute, force.as_of) {
        Some(fact) => {
            let is = if fact.is { "yes" } else { "no" };
            format!("{question} Left empty, it is {is}, by the table of forces.")
        }
        None => question.to_owned(),
    }
}

fn attribute_question(attribute: Attribute) -> &'static str {
    crate::declaration::template::ATTRIBUTES
        .iter()
        .find(|(known, _)| *known == attribute)
        .map_or("", |(_, question)| *question)
}
