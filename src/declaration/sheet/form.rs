//! The rows of a sheet to fill in: the questions of the TOML form, with what is stated already.

use std::collections::BTreeMap;

use super::column::Column;
use super::kind::{Kind, details};
use super::list;
use super::part::Part;
use crate::declaration::{Declaration, Declared, Evidence, Force, Form, NoneCame, Value};
use crate::rulebook::{Arrangement, Vocabulary};
use crate::standing::{Attribute, Day, PartialDate, Words as _};

/// How many sources a form has room for at least.
const SOURCES: usize = 4;

/// A sheet to write.
#[derive(Clone, Debug)]
pub struct FormSheet {
    /// The name to show on its tab: that of the force.
    pub name: String,
    /// Its rows, below the head.
    pub rows: Vec<Row>,
}

/// What a row is for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Shows {
    /// The title of what follows; nobody reads it but people.
    Heading,
    /// The question that comes first of what it belongs to.
    First,
    /// A further question.
    Further,
}

/// A row.
#[derive(Clone, Debug)]
pub struct Row {
    /// What it is for.
    pub shows: Shows,
    /// What it belongs to.
    pub part: String,
    /// Which detail it asks for.
    pub detail: String,
    /// The question.
    pub question: String,
    /// The answer.
    pub answer: Answered,
    /// What may be answered.
    pub offers: Offers,
    /// What stands in the columns of evidence; nothing where the row has no room for any.
    pub evidence: Option<BTreeMap<Column, Answered>>,
}

/// What stands in a cell.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub enum Answered {
    /// Nothing.
    #[default]
    Blank,
    /// A text.
    Text(String),
    /// A whole number.
    Number(i64),
    /// A day.
    Day(Day),
}

/// What may be answered.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Offers {
    /// Nothing: the row is there for something else.
    Nothing,
    /// Whatever is typed, with what to type.
    Anything(&'static str),
    /// A whole day.
    Day,
    /// One of some words.
    Words(Vec<String>),
}

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
                said.insert("date", source.date.map_or(Answered::Blank, date));
            }
            let (name, part) = (format!("source {}", n + 1), Part::Source(String::new()));
            self.all(&name, &part, &said, |key| match key {
                "id" => "A short name for it, to write under Source: policy",
                "title" => "Its title",
                "file" => "Its file, by its path from this workbook's folder: words quoted are looked up in it",
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

/// A date that is said no longer where it is said of facts of an earlier day: it ends with those.
fn ends(none: &NoneCame, force: &Force) -> Option<PartialDate> {
    (none.facts != force.as_of).then(|| PartialDate::Day(none.ends()))
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

/// A question with the words that answer it, where no drop-down offers them.
fn with_words(question: &str, kind: &Kind<'_>) -> String {
    match kind {
        Kind::List(Some(words)) => format!("{question} Any of: {}", words.join(", ")),
        _ => question.to_owned(),
    }
}

fn offers(kind: &Kind<'_>) -> Offers {
    match kind {
        Kind::Nothing => Offers::Nothing,
        Kind::Text => Offers::Anything(""),
        Kind::Date => Offers::Anything("2017-03-31, 2017-03 or 2017"),
        Kind::Number => Offers::Anything("7, 10-15, at least 10 or at most 15"),
        Kind::Rank => Offers::Anything("a rank, or police staff and the grade"),
        Kind::List(None) => Offers::Anything("a semicolon between one and the next"),
        Kind::List(Some(_)) => {
            Offers::Anything("any of those named, a semicolon between one and the next")
        }
        Kind::YesNo => Offers::Words(vec!["yes".to_owned(), "no".to_owned()]),
        Kind::Words(words) => Offers::Words(words.iter().map(|word| (*word).to_owned()).collect()),
    }
}

fn cells(piece: &Evidence) -> BTreeMap<Column, Answered> {
    let mut cells = BTreeMap::from([(Column::Source, text(piece.source.as_str()))]);
    cells.extend(piece.quote.as_deref().map(|quote| (Column::Quote, text(quote))));
    cells.extend(piece.page.map(|page| (Column::Page, Answered::Number(page))));
    cells.extend(piece.line.map(|line| (Column::Line, Answered::Number(line))));
    cells.extend(piece.date.map(|day| (Column::Date, date(day))));
    cells
}

fn answered(value: &Value) -> Answered {
    match value {
        Value::Text(said) | Value::Step { word: said, .. } => text(said),
        Value::Number(amount) => match amount.low() {
            Some(number) if amount.high() == Some(number) => Answered::Number(number),
            _ => text(&amount.to_string()),
        },
        Value::YesNo(yes) => yes_no(*yes),
        Value::Date(day) => date(*day),
        Value::Rank(rank) => text(rank.written()),
        Value::List { items, .. } => text(&list::join(items)),
    }
}

fn text(said: &str) -> Answered {
    Answered::Text(said.to_owned())
}

fn optional(said: Option<&str>) -> Answered {
    said.map_or(Answered::Blank, text)
}

fn yes_no(yes: bool) -> Answered {
    text(if yes { "yes" } else { "no" })
}

fn date(date: PartialDate) -> Answered {
    text(&date.to_string())
}
