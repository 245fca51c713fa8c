//! The rules as a book in Markdown: a page an instrument, with its provisions in their order, and a
//! page a rule, for a lawyer to sign or strike.

mod page;
mod rule;

pub use page::BookPage;

use std::fmt::Write as _;

use super::markdown::escape;
use super::rules::on_pages;
use crate::rulebook::{Arrangement, Instrument, Provision, Rulebook};
use crate::standing::Words;

/// The book: an index, a page an instrument followed by those of its rules, and the vocabulary.
#[must_use]
pub fn book(rulebook: &Rulebook) -> Vec<BookPage> {
    let mut pages = vec![index(rulebook)];
    for instrument in rulebook.instruments() {
        pages.push(page(rulebook, instrument));
        let own = rulebook.by_id().filter(|versions| {
            versions.first().is_some_and(|first| first.instrument == instrument.id)
        });
        pages.extend(own.filter_map(|versions| rule::page(rulebook, versions)));
    }
    pages.push(vocabulary(rulebook));
    pages
}

fn index(rulebook: &Rulebook) -> BookPage {
    let mut text = "# The rules\n\n".to_owned();
    text.push_str(
        "What each instrument asks of a police force in England and Wales, provision by provision. \
         Each rule has a page of its own, to be signed or struck by whoever holds the text. It says \
         which words of its source ask it, if any do, what is read into them and what is tested.\n\n",
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
    let resting =
        rulebook.by_id().filter(|versions| versions.iter().any(|r| r.is_under(provision)));
    for (index, versions) in resting.enumerate() {
        let Some(last) = versions.last() else { continue };
        let gap = if index == 0 { "\n" } else { "" };
        let versions = match versions.len() {
            1 => String::new(),
            several => format!(", {several} versions"),
        };
        let title = escape(&last.title);
        let _ =
            writeln!(text, "{gap}- [{title}]({}) ({}{versions})", rule::file(last), last.strength);
    }
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
