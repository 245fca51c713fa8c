//! The page of one rule: what its source says, what is read into it, what is tested and whom it
//! reaches, with room for whoever holds the text to sign or strike it.

use std::fmt::Write as _;

use super::super::markdown::escape;
use super::super::rules::{on_pages, period};
use super::super::words::{derived, warranted};
use super::page::BookPage;
use crate::rulebook::{Need, Requirement, Rulebook};
use crate::standing::{Derivation, Warrant, Words};

/// The file of a rule's page: its id is the instrument's, a slash, its own.
pub(super) fn file(requirement: &Requirement) -> String {
    format!("{}.md", requirement.id)
}

/// The page of a rule with all of its versions, oldest first.
pub(super) fn page(rulebook: &Rulebook, versions: &[Requirement]) -> Option<BookPage> {
    let last = versions.last()?;
    let mut text = format!("# {}\n\n`{}`", escape(&last.title), last.id);
    if let Some(provision) = rulebook.provision_of(last) {
        let pages = provision.pages.as_deref().map(|pages| format!(", {}", on_pages(pages)));
        let pages = escape(&pages.unwrap_or_default());
        let _ = write!(text, ", on {}: {}{pages}", provision.id, escape(&provision.heading));
    }
    text.push('\n');
    for version in versions {
        write_version(&mut text, version, versions.len() > 1);
    }
    write_judgement(&mut text, rulebook, last);
    Some(BookPage { file: file(last), text })
}

fn write_version(text: &mut String, requirement: &Requirement, several: bool) {
    let period = period(requirement);
    if several {
        let _ = write!(text, "\n## Version {period}\n");
    }
    let mut part = |heading: &str, body: &str| {
        let level = if several { "###" } else { "##" };
        let _ = write!(text, "\n{level} {heading}\n\n{body}\n");
    };
    if several {
        part("What it claims", &escape(&requirement.title));
    }
    part("Its source", &escape(&requirement.citation));
    part("The words that ask it", &words(requirement));
    if let Some(note) = &requirement.note {
        part("What is read into them, and what isn't claimed", &escape(note));
    }
    let mut asked = "All of:\n".to_owned();
    requirement.needs.iter().for_each(|need| write_need(&mut asked, need, 0));
    part("What it tests", asked.trim_end());
    let bearers: Vec<&str> = requirement.bearer.iter().map(|bearer| bearer.word()).collect();
    let reach = format!(
        "- **Reaches:** {}, {period}\n- **Binds:** as {}, borne by {}",
        escape(&requirement.applies_to.to_string()),
        article(requirement.strength.word()),
        bearers.join(", ")
    );
    part("Whom it reaches, since when, and how it binds", &reach);
    let mut closing = format!("- **A gap closes so:** {}", escape(&requirement.remedy));
    if let Some(evidence) = &requirement.evidence {
        let _ = write!(closing, "\n- **What would show it:** {}", escape(evidence));
    }
    part("What closes a gap", &closing);
}

/// The words that were seen, marked as such, or that there are none.
fn words(requirement: &Requirement) -> String {
    let (derivation, warrant) = (requirement.derivation, requirement.warrant);
    let mut text = format!(
        "{derivation}: {}.\n{warrant}: {}.",
        derived(derivation),
        warranted(warrant, derivation)
    );
    if derivation == Derivation::Implied || requirement.words.is_empty() {
        return text;
    }
    text.push_str(match warrant {
        Warrant::Seen => "\n\nWords of the source, quoted:\n",
        _ => "\n\nWords as somebody else gives them, quoted from there:\n",
    });
    for (measure, words) in &requirement.words {
        let _ = write!(text, "\n- “{}” for `{measure}`", escape(words));
    }
    if !requirement.shown_by.is_empty() {
        let names: Vec<String> =
            requirement.shown_by.iter().map(|name| format!("`{name}`")).collect();
        let names = names.join(", ");
        let _ = write!(text, "\n\nOnly another way to show it, which they don't name: {names}.");
    }
    text
}

fn article(word: &str) -> String {
    let vowel = word.starts_with(['a', 'e', 'i', 'o', 'u']);
    format!("{} {word}", if vowel { "an" } else { "a" })
}

fn write_need(text: &mut String, need: &Need, depth: usize) {
    let indent = "  ".repeat(depth);
    let (said, of) = match need {
        Need::Ask(ask) => (format!("`{ask}`"), None),
        Need::All(of) => ("all of:".to_owned(), Some(of)),
        Need::Any(of) => ("any of:".to_owned(), Some(of)),
        Need::AtLeast { count, of } => (format!("at least {count} of:"), Some(of)),
    };
    let _ = write!(text, "\n{indent}- {said}");
    of.into_iter().flat_map(|of| of.iter()).for_each(|need| write_need(text, need, depth + 1));
}

/// Who has confirmed it, else the room to do so.
fn write_judgement(text: &mut String, rulebook: &Rulebook, requirement: &Requirement) {
    text.push_str("\n## Signed or struck\n\n");
    if let Some(row) = rulebook.confirmation_of(&requirement.id) {
        let quote = row.quote.as_deref().map(|quote| format!("“{}”, ", escape(quote)));
        let (at, by) = (escape(&row.at), escape(&row.by));
        let quote = quote.unwrap_or_default();
        let _ = writeln!(text, "Confirmed: {quote}{at} ({by}, {}).", row.date);
        return;
    }
    text.push_str("Nobody has confirmed it yet.\n\n");
    text.push_str("| | |\n| --- | --- |\n");
    for line in [
        "☐ the text bears it out  ☐ it doesn't",
        "page or paragraph",
        "the words, or why not",
        "role, date",
    ] {
        let _ = writeln!(text, "| {line} | |");
    }
    text.push_str("\nWritten down with `msacheck rules confirm`.\n");
}
