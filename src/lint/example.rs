//! Examples of what a check finds and what it passes, out of rule packs.

use std::sync::Arc;

use super::against::Against;
use super::linter::{Asked, Linter};
use super::reads::Reads;
use super::selection::Picked;
use super::{CHECKS, Check, allow, contradiction};
use crate::document::open;
use crate::rulebook::{ArrangementId, Rulebook};
use crate::source::{Fault, Faults, Span, Table, Text, parse_toml};
use crate::standing::{Day, State};

/// A text, and what a check must make of it.
#[derive(Clone, Debug)]
pub struct LintExample {
    /// The check.
    pub check: &'static str,
    /// The text.
    pub body: String,
    /// What it must find.
    pub finds: Wanted,
    /// What it must offer to write instead, where that is said.
    pub fix: Option<String>,
    asked: Asked,
    name: &'static str,
    text: Arc<Text>,
    span: Span,
}

/// What a check must find in a text.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Wanted {
    /// Nothing.
    Nothing,
    /// Something, whatever words it is.
    Something,
    /// These words, before anything else.
    Words(String),
}

impl Wanted {
    /// The words that it must find, where it must find some.
    #[must_use]
    pub fn words(&self) -> Option<&str> {
        match self {
            Self::Words(words) => Some(words),
            Self::Nothing | Self::Something => None,
        }
    }
}

/// The day that examples are held against where they name none.
const AS_OF: &str = "2026-06-30";

/// How an example came out otherwise than it should.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Slip {
    /// It must be found, and wasn't.
    Missed,
    /// It must pass, and this was found.
    Found(String),
    /// The words, or what was offered instead, are others.
    Otherwise(String),
}

/// The examples of all checks, in the order of the files.
///
/// # Errors
///
/// Every fault of their files.
pub fn lint_examples(rulebook: &Rulebook) -> Result<Vec<LintExample>, Vec<Fault>> {
    let faults = Faults::new();
    let mut found = Vec::new();
    for file in rulebook.files() {
        let Some(id) = file.check_examples() else { continue };
        let Some(check) = Check::named(id) else {
            let known: Vec<&str> = CHECKS.iter().map(|check| check.id).collect();
            let message = format!("there is no check of documents `{id}`");
            let fault =
                Fault::new("rules::stray-file", &file.text, 0..0, message, "examples of it");
            faults.push(fault.help(format!("known are: {}", known.join(", "))));
            continue;
        };
        let parsed = parse_toml(&file.text, &faults);
        let root = Table::root(&parsed, &file.text, &faults);
        for table in root.tables("finds") {
            found.extend(read(check, table, true));
        }
        for table in root.tables("passes") {
            found.extend(read(check, table, false));
        }
        for table in root.tables("turns") {
            found.extend(turns(check, table));
        }
        for table in root.tables("each") {
            found.extend(each(check, table));
        }
        root.finish();
    }
    if faults.has_errors() { Err(faults.into_sorted()) } else { Ok(found) }
}

/// One text, and what must be found in it.
fn read(check: &'static Check, table: Table<'_>, finds: bool) -> Option<LintExample> {
    let body = table.required_text("text");
    let words = if finds { table.required_text("words") } else { None };
    let fix = if finds { table.text_of("fix") } else { None };
    let bare = bare(check, &table);
    table.finish();
    let wanted = if finds { Wanted::Words(words?.value) } else { Wanted::Nothing };
    let fix = fix.map(|found| found.value);
    Some(LintExample { body: body?.value, finds: wanted, fix, ..bare? })
}

/// The marks in a text where each of some words is put.
const HERE: &str = "{}";

/// Short texts, or words that are put into one text: something must be found in each, or nothing.
fn each(check: &'static Check, table: Table<'_>) -> Vec<LintExample> {
    let around = table.text_of("text").map_or_else(|| HERE.to_owned(), |found| found.value);
    let (finds, passes) = (table.texts("finds"), table.texts("passes"));
    let bare = bare(check, &table);
    table.finish();
    let wanted = finds.into_iter().map(|text| (text, Wanted::Something));
    let wanted = wanted.chain(passes.into_iter().map(|text| (text, Wanted::Nothing)));
    let made = wanted.filter_map(|(text, finds)| {
        let body = around.replace(HERE, &text.value);
        Some(LintExample { body, finds, span: text.span, ..bare.clone()? })
    });
    made.collect()
}

/// What an example asks, without its text and without what must be found in it.
fn bare(check: &'static Check, table: &Table<'_>) -> Option<LintExample> {
    let as_of = table.get("as_of").and_then(|item| item.day()).map(|found| found.value);
    let pedantic = table.flag("pedantic");
    let kind = table.text_of("kind").map(|found| found.value);
    let name = table.text_of("format").map(|found| found.value);
    let against =
        table.get("declared").and_then(|item| item.table()).map(|own| Arc::new(declared(&own)));
    let day: Option<Day> = AS_OF.parse().ok();
    // Allowances are held against what all the others find.
    let own = if check.id == allow::CHECK.id { vec![] } else { vec![check.id.to_owned()] };
    let picked = Picked::new(&own, &[]).ok()?;
    Some(LintExample {
        check: check.id,
        body: String::new(),
        finds: Wanted::Nothing,
        fix: None,
        asked: Asked { picked, pedantic, as_of: as_of.or(day), today: day?, kind, against },
        name: match name.as_deref() {
            Some("md") => "example.md",
            Some("html") => "example.html",
            _ => "example.txt",
        },
        text: Arc::clone(table.text()),
        span: table.header(),
    })
}

/// States by arrangement.
fn declared(table: &Table<'_>) -> Against {
    let states = table.items().into_iter().filter_map(|item| {
        let state = item.word::<State>()?.value;
        Some((ArrangementId::from(item.key().value), (state, 1)))
    });
    Against { file: "declaration.toml".to_owned(), states: states.collect() }
}

/// A text that passes up to a day, and is found on it: two examples.
fn turns(check: &'static Check, table: Table<'_>) -> Vec<LintExample> {
    let on = table.require("on").and_then(|item| item.day()).map(|found| found.value);
    let Some(found) = read(check, table, true) else { return Vec::new() };
    let Some((on, before)) = on.and_then(|on| Some((on, on.yesterday().ok()?))) else {
        return Vec::new();
    };
    let at = |day: Day| Asked { as_of: Some(day), ..found.asked.clone() };
    let passes =
        LintExample { finds: Wanted::Nothing, fix: None, asked: at(before), ..found.clone() };
    vec![passes, LintExample { asked: at(on), ..found }]
}

impl LintExample {
    /// The name of the file that it stands in.
    #[must_use]
    pub fn file(&self) -> &str {
        self.text.name()
    }

    /// Puts it to the check: nothing where it comes out as it should.
    #[must_use]
    pub fn run(&self, linter: &Linter) -> Option<Slip> {
        let document = open(self.name, self.body.as_bytes()).ok()?;
        let read = || linter.read(&document);
        let rests = self.check == contradiction::CHECK.id;
        let reads = if rests { Reads::Lazily(&read) } else { Reads::Not };
        let lint = linter.lint(&document, self.body.as_bytes(), reads, &self.asked, &|_| false);
        let first = lint.findings.iter().find(|finding| finding.check == self.check);
        match (&self.finds, first) {
            (Wanted::Nothing, None) | (Wanted::Something, Some(_)) => None,
            (Wanted::Nothing, Some(found)) => Some(Slip::Found(found.quote.clone())),
            (Wanted::Something | Wanted::Words(_), None) => Some(Slip::Missed),
            (Wanted::Words(words), Some(found)) if found.quote != *words => {
                Some(Slip::Otherwise(found.quote.clone()))
            }
            (Wanted::Words(_), Some(found)) => {
                let offered = found.fix.as_ref().map(|fix| fix.replacement.as_str());
                let fits = self.fix.as_deref().is_none_or(|fix| offered == Some(fix));
                (!fits).then(|| Slip::Otherwise(offered.unwrap_or("no fix").to_owned()))
            }
        }
    }

    /// The fault that tells of a slip.
    #[must_use]
    pub fn fault(&self, slip: &Slip) -> Fault {
        let (message, label) = match (slip, self.finds.words()) {
            (Slip::Missed, words) => {
                let label = words.map_or_else(
                    || "expected something".to_owned(),
                    |words| format!("expected “{words}”"),
                );
                (format!("`{}` doesn't find this", self.check), label)
            }
            (Slip::Found(words), _) => {
                (format!("`{}` must pass this", self.check), format!("it finds “{words}”"))
            }
            (Slip::Otherwise(words), _) => {
                (format!("`{}` finds something else here", self.check), format!("“{words}”"))
            }
        };
        Fault::new("rules::lint-example", &self.text, self.span.clone(), message, label)
    }
}
