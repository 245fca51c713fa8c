//! Where states come from: sources, quotes, and whether the words were found.

use std::sync::Arc;

use super::Sources;
use super::address::read_address;
use super::future::read_date;
use super::own_files::{own_file, speaks_for_itself};
use super::searched::Searched;
use super::unseen::is_unseen;
use super::when::{When, check_obtained, read_when};
use crate::rulebook::ids;
use crate::source::{
    Fault, Item, Line, Located, Place, Quotable, QuoteFault, Span, Table, Text, nearest,
};
use crate::standing::{Basis, Day, PartialDate};

ids! {
    /// The id of a document that evidence comes from, within its declaration: such as `foi`.
    SourceId;
}

/// A document that evidence comes from.
#[derive(Clone, Debug)]
pub struct SourceDocument {
    /// The name by which evidence refers to it.
    pub id: SourceId,
    /// Its title.
    pub title: String,
    /// Its file, as the declaration names it: a path from the declaration's folder.
    pub file: Option<String>,
    /// Where it is to be had: a web address.
    pub address: Option<String>,
    /// Its date.
    pub date: Option<PartialDate>,
    /// When it came to hand.
    pub obtained: Option<PartialDate>,
    /// Its text, where it could be read.
    pub text: Option<Quotable>,
}

/// One piece of evidence.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Evidence {
    /// The id of the source.
    pub source: SourceId,
    /// The quoted words.
    pub quote: Option<String>,
    /// Where they stand in the source, where they were found.
    pub found: Option<Place>,
    /// Whether they were found only where nobody sees them: hidden, covered or struck out.
    pub unseen: bool,
    /// The page that the declaration names.
    pub page: Option<i64>,
    /// The line that the declaration names.
    pub line: Option<i64>,
    /// The time of what is evidenced.
    pub when: When,
}

/// A quoted fact of no arrangement.
#[derive(Clone, Debug)]
pub struct Information {
    /// What it is.
    pub note: String,
    /// Where it comes from.
    pub evidence: Vec<Evidence>,
    /// The file that it was read from.
    pub text: Arc<Text>,
    /// Its heading in the file.
    pub span: Span,
}

impl Evidence {
    /// How well it backs what it stands with.
    #[must_use]
    pub fn basis(&self) -> Basis {
        if self.found.is_some() { Basis::Quoted } else { Basis::Cited }
    }
}

/// How well something is backed: by the best of its evidence.
pub(super) fn basis_of(evidence: &[Evidence]) -> Basis {
    evidence.iter().map(Evidence::basis).max().unwrap_or(Basis::Asserted)
}

/// Reads `[[source]]` and the documents behind it.
pub(super) fn read_sources(
    root: &Table<'_>,
    sources: &dyn Sources,
    today: Day,
) -> Vec<SourceDocument> {
    let mut documents: Vec<SourceDocument> = Vec::new();
    for table in root.tables("source") {
        let id = table.required_text("id");
        let title = table.required_text("title");
        let file = table.get("file");
        let address = read_address(&table);
        let date = read_date(&table, "date", today);
        let obtained = read_date(&table, "obtained", today);
        check_obtained(&table, date, obtained);
        if let Some(id) =
            id.as_ref().filter(|id| documents.iter().any(|d| d.id.as_str() == id.value))
        {
            let message = format!("there are two sources `{}`", id.value);
            table.fault(
                "declaration::duplicate-source",
                id.span.clone(),
                message,
                "used again here",
            );
        }
        let name = file.as_ref().and_then(Item::text);
        let mut text = None;
        if let Some(name) = &name {
            match sources.read(&name.value) {
                Ok(found) => match own_file(found.body()) {
                    Some(what) => table.push(speaks_for_itself(&table, name, what)),
                    None => text = Some(Quotable::new(found)),
                },
                Err(fault) => table.push(unread(&table, name, &fault)),
            }
        }
        table.finish();
        if let (Some(id), Some(title)) = (id, title) {
            let file = name.map(|name| name.value);
            let id = SourceId::from(id.value.as_str());
            let title = title.value;
            documents.push(SourceDocument { id, title, file, address, date, obtained, text });
        }
    }
    documents
}

fn unread(table: &Table<'_>, name: &Located<String>, fault: &Fault) -> Fault {
    if fault.fault_code() == "declaration::source-outside" {
        return Fault::new(
            "declaration::source-outside",
            table.text(),
            name.span.clone(),
            format!("this source isn't looked for: {fault}"),
            "its quotes count as cited, not as quoted",
        )
        .help(
            "put it below the folder of the declaration or of msacheck.toml; or name its folder there: \
             `allow-outside = [\"../papers\"]`",
        )
        .into_warning();
    }
    Fault::new(
        "declaration::source-unread",
        table.text(),
        name.span.clone(),
        format!("this source wasn't read: {fault}"),
        "its quotes count as cited, not as quoted",
    )
    .help("paths are taken from the declaration's own folder")
    .into_warning()
}

/// Reads the `evidence` of a table.
pub(super) fn read_evidence(
    table: &Table<'_>,
    documents: &[SourceDocument],
    searched: &Searched,
    today: Day,
) -> Vec<Evidence> {
    table
        .tables("evidence")
        .into_iter()
        .filter_map(|table| read_one(table, documents, searched, today))
        .collect()
}

fn read_one(
    table: Table<'_>,
    documents: &[SourceDocument],
    searched: &Searched,
    today: Day,
) -> Option<Evidence> {
    let source = table.required_text("source");
    let quote = table.get("quote").and_then(|item| item.text());
    let page = read_count(&table, "page");
    let line = read_count(&table, "line");
    let when = read_when(&table, today);
    let Some(source) = source else {
        table.finish();
        return None;
    };
    let document = documents.iter().find(|document| document.id.as_str() == source.value);
    if document.is_none() {
        let known: Vec<&str> = documents.iter().map(|document| document.id.as_str()).collect();
        let near = nearest(&source.value, known.iter().copied());
        let (label, add) = match table.text().is_of_cells() {
            true => {
                ("not the id of a source", "add a source with this id, at the top of the sheet")
            }
            false => ("not the id of a `[[source]]`", "add a `[[source]]` table with this id"),
        };
        let help = near.map_or_else(|| add.to_owned(), |near| format!("did you mean \"{near}\"?"));
        table.push(
            Fault::new(
                "declaration::unknown-source",
                table.text(),
                source.span.clone(),
                format!("there is no source `{}`", source.value),
                label,
            )
            .help(help),
        );
    }
    let quoted = quote.as_ref().zip(document.and_then(|document| document.text.as_ref()));
    let quoted = quoted.filter(|(quote, text)| searched.may_search(&table, quote, text.text()));
    let unseen = quoted.is_some_and(|(quote, text)| is_unseen(&table, quote, text));
    let quoted = quoted.filter(|_| !unseen);
    let found = quoted.and_then(|(quote, text)| look_up(&table, quote, text, (page, line)));
    table.finish();
    Some(Evidence {
        source: SourceId::from(source.value.as_str()),
        quote: quote.map(|quote| quote.value),
        found,
        unseen,
        page,
        line,
        when,
    })
}

/// The number of a page or a line, which count from 1.
fn read_count(table: &Table<'_>, key: &'static str) -> Option<i64> {
    let item = table.get(key)?;
    let number = item.number()?.value;
    if number < 1 {
        item.expected("a number from 1");
    }
    Some(number)
}

/// Looks a quote up. Where it stands more than once, the page and line that are named tell which is
/// meant.
fn look_up(
    table: &Table<'_>,
    quote: &Located<String>,
    source: &Quotable,
    (page, line): (Option<i64>, Option<i64>),
) -> Option<Place> {
    let span = quote.span.clone();
    let text = source.text();
    let is_meant = |place: Line| {
        let agrees = |named: Option<i64>, own: Option<i64>| named.is_none() || named == own;
        (page.or(line)).is_some()
            && agrees(page, place.page.map(i64::from))
            && agrees(line, i64::try_from(place.line).ok())
    };
    match source.find_at(&quote.value, is_meant) {
        Ok(found) => {
            let place = text.place(found.span.start);
            if found.again {
                table.push(
                    Fault::new(
                        "declaration::quote-twice",
                        table.text(),
                        span,
                        format!("these words stand more than once in `{}`", text.name()),
                        format!("taken to be those in line {}", place.line),
                    )
                    .help("a longer quote would say which, or its `line` (and `page`)")
                    .into_warning(),
                );
            }
            Some(place)
        }
        Err(QuoteFault::NotFound) => {
            table.push(
                Fault::new(
                    "declaration::quote-not-found",
                    table.text(),
                    span,
                    format!("these words don't stand in `{}`", text.name()),
                    "not found there",
                )
                .help("copy them letter for letter; line breaks, spaces and typographic quotes don't matter"),
            );
            None
        }
        Err(QuoteFault::TooShort) => {
            table.push(
                Fault::new(
                    "declaration::quote-too-short",
                    table.text(),
                    span,
                    "these words are too few to prove anything",
                    "expected four words or more, or a whole line of the source",
                )
                .help("quote more of the sentence"),
            );
            None
        }
    }
}

/// Reads `[[information]]`.
pub(super) fn read_information(
    root: &Table<'_>,
    documents: &[SourceDocument],
    searched: &Searched,
    today: Day,
) -> Vec<Information> {
    let mut information = Vec::new();
    for table in root.tables("information") {
        let note = table.required_text("note");
        let evidence = read_evidence(&table, documents, searched, today);
        let (text, span) = (Arc::clone(table.text()), table.header());
        table.finish();
        if let Some(note) = note {
            information.push(Information { note: note.value, evidence, text, span });
        }
    }
    information
}
