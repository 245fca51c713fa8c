//! Findings as programs are told of them: a path, a sentence, and what makes one known again.

use crate::lint::{Finding, Lint, LintResult, Sensitivity};
use crate::report::prose::{capital, flat, full_stop};
use crate::report::shortfall::Level;
use crate::source::Digest;

/// How loudly a finding is told.
pub(super) fn level(finding: &Finding) -> Level {
    match finding.sensitivity {
        Sensitivity::Default => Level::Error,
        Sensitivity::Pedantic => Level::Note,
    }
}

/// What is wrong, in sentences.
pub(super) fn account(finding: &Finding) -> String {
    let mut said = full_stop(&capital(&flat(&finding.message)));
    let quote = flat(&finding.quote);
    if !quote.is_empty() && !said.contains(&quote) {
        said.push_str(&format!(" Words: “{quote}”."));
    }
    if let Some(help) = &finding.help {
        said.push_str(&format!(" {}", full_stop(&capital(&flat(help)))));
    }
    if let Some(fix) = &finding.fix {
        said.push_str(&format!(" Write “{}” ({} fix).", flat(&fix.replacement), fix.safety));
    }
    said
}

/// By what a finding is known again, whatever stands before it: its check, its file, its words, and which of
/// several alike it is.
pub(super) fn fingerprint(document: &Lint, at: usize) -> String {
    let Some(own) = document.findings.get(at) else { return String::new() };
    let before = document.findings.iter().take(at);
    let alike =
        before.filter(|other| (other.check, &other.quote) == (own.check, &own.quote)).count();
    let whole = [own.check, &document.name, &own.quote, &alike.to_string()].join("\n");
    Digest::of(whole.as_bytes()).to_string()
}

/// That documents are missing, where some couldn't be read.
pub(super) fn incomplete(result: &LintResult) -> Option<String> {
    let documents = if result.unread == 1 { "document" } else { "documents" };
    (result.unread > 0).then(|| {
        format!(
            "Incomplete: {} {documents} couldn't be read, and what is wrong there isn't known.",
            result.unread
        )
    })
}
