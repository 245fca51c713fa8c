//! `table`: for a terminal, document by document, each finding at its line with its words.

use super::format::{LintFormat, LintOptions};
use crate::lint::{CHECKS, Finding, LintResult, Safety, Sensitivity};
use crate::report::format::Readers;
use crate::report::layout::{TerminalPage, Tone};
use crate::report::prose::flat;
use crate::source::{Fault, printable};

/// The format.
pub(super) const FORMAT: LintFormat =
    LintFormat { name: "table", about: "For a terminal", render, readers: Readers::Screen };

/// The longest quotation, in characters.
const QUOTED: usize = 160;

fn render(result: &LintResult, options: LintOptions) -> Result<Vec<u8>, Fault> {
    let mut page = TerminalPage::new(options.width, options.colour);
    for document in result.documents.iter().filter(|document| !document.findings.is_empty()) {
        page.heading(&printable(&document.name));
        for finding in &document.findings {
            tell(&mut page, finding);
        }
    }
    let all = result.count();
    if all > 0 {
        page.gap();
    }
    page.paragraph("", &counted(result));
    for check in CHECKS {
        let own = result.findings().filter(|finding| finding.check == check.id).count();
        if own > 0 {
            page.aside("  ", &format!("{own} {}: {}", check.id, check.title));
        }
    }
    if let Some(fixes) = fixes(result) {
        page.paragraph("", &fixes);
    }
    Ok(page.finish().into_bytes())
}

fn tell(page: &mut TerminalPage, finding: &Finding) {
    let place = &finding.place;
    let at = match place.page {
        Some(number) => format!("p. {number}, {}:{}", place.line, place.column),
        None => format!("{}:{}", place.line, place.column),
    };
    let tone = match finding.sensitivity {
        Sensitivity::Default => Tone::Bad,
        Sensitivity::Pedantic => Tone::Middling,
    };
    let mut words: Vec<(&str, Option<Tone>)> = vec![(finding.check, Some(tone))];
    let message = flat(&finding.message);
    words.extend(message.split_whitespace().map(|word| (word, None)));
    page.wrapped(&format!("  {at}  "), &words, " ");
    let quote = flat(&finding.quote);
    if !message.contains(&quote) && !quote.is_empty() {
        page.aside("      ", &format!("“{}”", short(&quote)));
    }
    if let Some(help) = &finding.help {
        page.aside("      ", help);
    }
    if let Some(fix) = &finding.fix {
        page.aside("      ", &format!("write “{}” ({} fix)", fix.replacement, fix.safety));
    }
}

fn short(quote: &str) -> String {
    if quote.chars().count() <= QUOTED {
        return quote.to_owned();
    }
    quote.chars().take(QUOTED).chain(['…']).collect()
}

/// "3 findings in 2 of 5 documents."
pub(super) fn counted(result: &LintResult) -> String {
    let with = result.documents.iter().filter(|document| !document.findings.is_empty()).count();
    let (all, documents) = (result.count(), result.documents.len());
    let of = |n: usize, one: &str| if n == 1 { format!("1 {one}") } else { format!("{n} {one}s") };
    let allowed: usize = result.documents.iter().map(|document| document.allowed).sum();
    let mut said = match (all, documents) {
        (0, _) => format!("Nothing found in {}", of(documents, "document")),
        (_, 1) => of(all, "finding"),
        _ => format!("{} in {with} of {documents} documents", of(all, "finding")),
    };
    if allowed > 0 {
        said.push_str(&format!("; {allowed} allowed"));
    }
    if result.unread > 0 {
        said.push_str(&format!("; {} couldn't be read", of(result.unread, "document")));
    }
    said + "."
}

fn fixes(result: &LintResult) -> Option<String> {
    let fixed = |safety| {
        let fixes = result.findings().filter_map(|finding| finding.fix.as_ref());
        fixes.filter(|fix| fix.safety == safety && fix.edit.is_some()).count()
    };
    match (fixed(Safety::Safe), fixed(Safety::Unsafe)) {
        (0, 0) => None,
        (0, more) => {
            Some(format!("`--unsafe-fixes` mends {more}; `--diff` shows what it would write."))
        }
        (safe, 0) => Some(format!("`--fix` mends {safe}; `--diff` shows what it would write.")),
        (safe, more) => Some(format!(
            "`--fix` mends {safe}, `--unsafe-fixes` {more} more; `--diff` shows what they would write."
        )),
    }
}
