//! `stale-name`: bodies, posts, forms and schemes that are no longer called so at the document's date.

use super::check::{Check, Looks};
use super::data::{Data, Phrases, patterns};
use super::finding::{Finding, Fix, Safety, Sensitivity};
use super::history::History;
use super::page::{Page, Sentence, Struck};
use crate::document::Kind;
use crate::reading::WordForm;
use crate::rulebook::Pattern;
use crate::source::{Span, Table};
use crate::standing::Day;

pub(super) const CHECK: Check = Check {
    id: "stale-name",
    title: "A body, post, form or scheme that is no longer called so at the document's date",
    why: "Whoever follows it turns to a body that is gone, or fills in a form that nobody takes.",
    helps: "Officers who must know whom to call, and victims whose referral would go astray.",
    sensitivity: Sensitivity::Default,
    fix: Some(Safety::Unsafe),
    make: |data| Box::new(StaleNames::new(data)),
};

/// A name that stood until a day.
#[derive(Debug)]
struct Name {
    /// How it is called, the first of its names.
    called: String,
    patterns: Vec<Pattern>,
    /// The first day on which it was no longer right.
    until: Day,
    instead: String,
    source: String,
    /// What to write for which of its names.
    replace: Vec<(String, String)>,
    safe: bool,
    pedantic: bool,
    /// Letters that count: an acronym that in small letters is a word.
    exact: bool,
    /// Words of which the document must have one, for a name that others have, too.
    with: Vec<Pattern>,
}

#[derive(Debug)]
struct StaleNames {
    names: Vec<Name>,
    phrases: Phrases,
    with: Phrases,
    history: History,
}

impl StaleNames {
    fn new(data: &mut Data<'_>) -> Self {
        let mut names: Vec<Name> = Vec::new();
        data.each(|root| names.extend(root.tables("name").into_iter().filter_map(read)));
        let phrases = data.phrases(names.iter().map(|name| name.patterns.as_slice()));
        let with = data.phrases(names.iter().map(|name| name.with.as_slice()));
        Self { names, phrases, with, history: History::new(data) }
    }

    /// What to write instead: nothing where that is stale itself by then.
    fn fix(&self, name: &Name, written: &str, day: Day) -> Option<Fix> {
        let (_, replacement) = name.replace.iter().find(|(old, _)| old == written)?;
        let stale = self.names.iter().any(|other| {
            let called = other.replace.iter().any(|(old, _)| old == replacement);
            day >= other.until && (called || other.called == *replacement)
        });
        let safety = if name.safe { Safety::Safe } else { Safety::Unsafe };
        (!stale).then(|| Fix { safety, replacement: replacement.clone(), edit: None })
    }
}

impl Looks for StaleNames {
    fn look(&self, page: &Page<'_>, found: &mut Vec<Finding>) {
        let mut mentioned: Vec<bool> = vec![false; self.names.len()];
        for struck in page.struck(&self.with) {
            if let Some(mentioned) = mentioned.get_mut(struck.entry) {
                *mentioned = true;
            }
        }
        for Struck { sentence, entry, words } in page.struck(&self.phrases) {
            let Some(name) = self.names.get(entry) else { continue };
            let alone = !name.with.is_empty() && mentioned.get(entry) != Some(&true);
            let Some(sure) = page.in_use(name.until).filter(|_| !alone) else { continue };
            let text = page.text(sentence.block);
            let span = sentence.place(&words);
            let written = text.get(span.clone()).unwrap_or_default();
            if (name.exact && !is_acronym(written))
                || is_address(text, &span)
                || page.is_quoted(sentence.block, &span)
                || longer(sentence, text, &words)
                || self.history.tells(page, sentence, &words, name.until)
            {
                continue;
            }
            let pedantic = name.pedantic || is_listed(page, sentence, &words);
            let sensitivity = if pedantic { Sensitivity::Pedantic } else { sure };
            let message = format!("“{written}” hasn't been right since {}", name.until);
            let finding = page.finding(CHECK.id, sensitivity, sentence.block, span, message);
            let help = format!("since then: {} ({})", name.instead, name.source);
            let fix = self.fix(name, written, page.day);
            found.push(finding.helped(help).fixed(fix));
        }
    }
}

fn read(table: Table<'_>) -> Option<Name> {
    let _ = table.require("names");
    let names = patterns(&table, "names");
    let until = table.require("until").and_then(|item| item.day());
    let instead = table.required_text("instead");
    let source = table.required_text("source");
    let replace = table.get("replace").and_then(|item| item.table()).map(|own| {
        let items = own.items();
        let pair = |item: &crate::source::Item<'_>| {
            Some((item.key().value.to_owned(), item.text()?.value))
        };
        items.iter().filter_map(pair).collect::<Vec<_>>()
    });
    let (safe, pedantic, exact) = (table.flag("safe"), table.flag("pedantic"), table.flag("exact"));
    let with = patterns(&table, "with");
    table.finish();
    Some(Name {
        called: names.first()?.written.to_uppercase(),
        patterns: names,
        until: until?.value,
        instead: instead?.value,
        source: source?.value,
        replace: replace.unwrap_or_default(),
        safe,
        pedantic,
        exact,
        with,
    })
}

/// Whether a name stands in capitals, as acronyms do.
fn is_acronym(written: &str) -> bool {
    let letters = || written.chars().filter(|c| c.is_alphabetic());
    let capitals = letters().filter(|c| c.is_uppercase()).count();
    capitals * 2 > letters().count()
}

/// Whether words are a part of an address, of the name of a file, or of a longer word.
fn is_address(text: &str, span: &Span) -> bool {
    let before = text.get(..span.start).and_then(|before| before.chars().next_back());
    let mut after = text.get(span.end..).unwrap_or_default().chars();
    let glued = |c: Option<char>| c.is_some_and(|c| matches!(c, '@' | '_' | '#' | '=' | '\\'));
    let (first, second) = (after.next(), after.next());
    let dotted = first == Some('.') && second.is_some_and(char::is_alphanumeric);
    let site = before == Some('.') || text.get(..span.start).is_some_and(|t| t.ends_with("//"));
    glued(before) || glued(first) || dotted || site
}

/// Whether a name is only a part of a longer one: "ACPO Criminal Records Office".
fn longer(sentence: &Sentence, text: &str, words: &Span) -> bool {
    let small = |at: usize| sentence.word(text, at).chars().any(char::is_lowercase);
    sentence.form(words.end) == Some(WordForm::Capital) && small(words.end)
}

/// Whether it stands in a list of abbreviations or of texts, where it may have a right to stand.
fn is_listed(page: &Page<'_>, sentence: &Sentence, words: &Span) -> bool {
    let text = page.text(sentence.block);
    let whole = words.start == 0 && words.end >= sentence.len();
    let defined = words.start == 0 && sentence.is(text, words.end, &["–", "-", ":", "="]);
    let kind = page.block(sentence.block).map(|block| &block.kind);
    whole || defined || matches!(kind, Some(Kind::Cell(cell)) if cell.heads)
}
