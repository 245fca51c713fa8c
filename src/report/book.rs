//! The rules as a book in Markdown: a page an instrument, provisions in their order, for reading by
//! a lawyer.

use std::fmt::Write as _;

use super::markdown::escape;
use super::rules::{derived, on_pages, period, warranted};
use crate::rulebook::{Arrangement, Instrument, Need, Provision, Requirement, Rulebook};
use crate::standing::Words;

/// A page of the book.
#[derive(Clone, Debug)]
pub struct BookPage {
    /// The name of its file.
    pub file: String,
    /// Its text.
    pub text: String,
}

/// The book: an index, a page an instrument, and the vocabulary.
#[must_use]
pub fn book(rulebook: &Rulebook) -> Vec<BookPage> {
    let mut pages = vec![index(rulebook)];
    pages.extend(rulebook.instruments().iter().map(|instrument| page(rulebook, instrument)));
    pages.push(vocabulary(rulebook));
    pages
}

fn index(rulebook: &Rulebook) -> BookPage {
    let mut text = "# The rules\n\n".to_owned();
    text.push_str(
        "What each instrument asks of a police force in England and Wales, provision by provision. \
         A rule says how sure it is: its derivation is express, implied or from guidance, its \
         warrant seen, inferred or recalled.\n\n",
    );
    for instrument in rulebook.instruments() {
        let count = rulebook.by_id().filter(|versions| {
            versions.first().is_some_and(|first| first.instrument == instrument.id)
        });
        let _ = writeln!(
            text,
            "- [{}]({}.md): {} requirements",
            escape(&instrument.title),
            instrument.id,
            count.count()
        );
    }
    text.push_str("- [Arrangements](arrangements.md): what may be declared\n");
    BookPage { file: "README.md".to_owned(), text }
}

fn page(rulebook: &Rulebook, instrument: &Instrument) -> BookPage {
    let mut text = format!("# {}\n", escape(&instrument.title));
    if let Some(note) = &instrument.note {
        let _ = write!(text, "\n{}\n", escape(note));
    }
    if let Some((on, by)) = &instrument.superseded {
        let _ = write!(text, "\nSuperseded by {by} on {on}.\n");
    }
    if let Some(until) = instrument.read_until {
        let _ = write!(text, "\nRead as it stood on {until}.\n");
    }
    for source in &instrument.sources {
        let title = escape(&source.title);
        let _ = write!(text, "\n{title}: read as it stood on {}.\n", source.until);
    }
    let provisions = rulebook.provisions().iter().filter(|p| p.instrument == instrument.id);
    provisions.for_each(|provision| write_provision(&mut text, rulebook, provision));
    BookPage { file: format!("{}.md", instrument.id), text }
}

fn write_provision(text: &mut String, rulebook: &Rulebook, provision: &Provision) {
    let _ = write!(text, "\n## {}: {}\n\n", provision.id, escape(&provision.heading));
    let mut facts: Vec<String> = Vec::new();
    facts.extend(provision.pages.as_deref().map(|pages| escape(&on_pages(pages))));
    facts.extend(provision.extent.as_ref().map(|extent| format!("extent: {}", escape(extent))));
    facts.extend(provision.from.map(|from| format!("from {from}")));
    facts.extend(provision.until.map(|until| format!("until {until}")));
    facts.extend(provision.commenced_by.as_ref().map(|by| escape(by)));
    let bearers: Vec<&str> = provision.bearer.iter().map(|bearer| bearer.word()).collect();
    if !bearers.is_empty() {
        facts.push(format!("borne by {}", bearers.join(", ")));
    }
    if !facts.is_empty() {
        let _ = writeln!(text, "{}.", facts.join("; "));
    }
    if let Some(reason) = &provision.no_rule {
        let _ = write!(text, "\nNo rule: {}\n", escape(reason));
    }
    let resting = rulebook.requirements().iter().filter(|r| r.is_under(provision));
    resting.for_each(|requirement| write_requirement(text, rulebook, requirement));
}

fn write_requirement(text: &mut String, rulebook: &Rulebook, requirement: &Requirement) {
    let _ = write!(text, "\n### {}\n\n", escape(&requirement.title));
    let bearers: Vec<&str> = requirement.bearer.iter().map(|bearer| bearer.word()).collect();
    let _ = writeln!(text, "`{}`, {}\n", requirement.id, period(requirement));
    for (name, value) in [
        ("Source", escape(&requirement.citation)),
        ("Strength", format!("{}, borne by {}", requirement.strength, bearers.join(", "))),
        ("Derivation", format!("{}: {}", requirement.derivation, derived(requirement))),
        ("Reaches", escape(&requirement.applies_to.to_string())),
        ("Warrant", format!("{}: {}", requirement.warrant, warranted(requirement))),
    ] {
        let _ = writeln!(text, "- **{name}:** {value}");
    }
    if let Some(row) = rulebook.confirmation_of(&requirement.id) {
        let quote = row.quote.as_deref().map(|quote| format!("“{}”, ", escape(quote)));
        let (at, by) = (escape(&row.at), escape(&row.by));
        let quote = quote.unwrap_or_default();
        let _ = writeln!(text, "- **Confirmed:** {quote}{at} ({by}, {})", row.date);
    }
    text.push_str("- **Asks** all of:\n");
    requirement.needs.iter().for_each(|need| write_need(text, need, 1));
    let _ = writeln!(text, "- **Remedy:** {}", escape(&requirement.remedy));
    for (name, value) in [("Evidence", &requirement.evidence), ("Note", &requirement.note)] {
        if let Some(value) = value {
            let _ = writeln!(text, "- **{name}:** {}", escape(value));
        }
    }
}

fn write_need(text: &mut String, need: &Need, depth: usize) {
    let indent = "  ".repeat(depth);
    let (said, of) = match need {
        Need::Ask(ask) => (format!("`{ask}`"), None),
        Need::All(of) => ("all of:".to_owned(), Some(of)),
        Need::Any(of) => ("any of:".to_owned(), Some(of)),
        Need::AtLeast { count, of } => (format!("at least {count} of:"), Some(of)),
    };
    let _ = writeln!(text, "{indent}- {said}");
    of.into_iter().flat_map(|of| of.iter()).for_each(|need| write_need(text, need, depth + 1));
}

fn vocabulary(rulebook: &Rulebook) -> BookPage {
    let mut text = "# Arrangements\n\nWhat a force may declare.\n".to_owned();
    let arrangements = rulebook.vocabulary().arrangements().iter();
    arrangements.for_each(|arrangement| write_arrangement(&mut text, arrangement));
    BookPage { file: "arrangements.md".to_owned(), text }
}

fn write_arrangement(text: &mut String, arrangement: &Arrangement) {
    let _ = write!(
        text,
        "\n## {}\n\n`{}`: {}\n",
        escape(&arrangement.title),
        arrangement.id,
        escape(&arrangement.question)
    );
    if let Some(about) = &arrangement.about {
        let _ = write!(text, "\n{}\n", escape(about));
    }
    for limit in &arrangement.limits {
        let _ = write!(text, "\nWhere `{limit}`, it is at most partial.\n");
    }
    text.push_str("\n| detail | kind | question |\n| --- | --- | --- |\n");
    for field in &arrangement.fields {
        let _ = writeln!(
            text,
            "| `{}` | {} | {} |",
            field.id,
            escape(&field.kind.to_string()),
            escape(&field.question)
        );
    }
}
