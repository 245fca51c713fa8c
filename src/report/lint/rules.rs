//! The checks of documents themselves: their list, and one of them explained.

use crate::lint::{CHECKS, Check, LintExample, Wanted};
use crate::report::layout::{TableColumn, TerminalPage};
use crate::standing::Words as _;

/// A line a check.
#[must_use]
pub fn list_checks(mut page: TerminalPage) -> String {
    let columns = [
        TableColumn::new("Check", 17, 20),
        TableColumn::new("What it finds", 20, 90),
        TableColumn::new("Told", 8, 8),
        TableColumn::new("Fix", 6, 8),
    ];
    let row = |check: &Check| {
        let fix = check.fix.map_or("", |safety| safety.word());
        vec![check.id.into(), check.title.into(), check.sensitivity.word().into(), fix.into()]
    };
    page.list(&columns, CHECKS.iter().map(row).collect());
    page.gap();
    page.paragraph("", "A check told `pedantic` needs `--pedantic`; so do those findings of others that a person must judge. `msacheck lint --explain ID` tells more.");
    page.finish()
}

/// What a check is for, with an example that it finds and one that it passes.
#[must_use]
pub fn explain_check(check: &Check, examples: &[LintExample], mut page: TerminalPage) -> String {
    page.heading(&format!("{}: {}", check.id, check.title));
    page.gap();
    page.paragraph("Why     ", check.why);
    page.paragraph("Helps   ", check.helps);
    page.paragraph(
        "Told    ",
        match check.sensitivity.word() {
            "pedantic" => "with `--pedantic` alone: a person must judge it",
            _ => "always; what a person must judge of it with `--pedantic`",
        },
    );
    let fix = check.fix.map_or_else(
        || "none: somebody must decide".to_owned(),
        |safety| format!("{safety}, where it can be told what was meant"),
    );
    page.paragraph("Fix     ", &fix);
    let own = || examples.iter().filter(|one| one.check == check.id);
    let finds = own().find(|one| one.finds.words().is_some());
    // The same text may pass on another day: that would only puzzle.
    let found = |one: &LintExample| one.finds != Wanted::Nothing;
    let other = |one: &&LintExample| own().all(|it| !found(it) || it.body != one.body);
    let passes = own().filter(|one| !found(one)).find(other);
    if let Some(example) = finds {
        page.paragraph("Finds   ", &example.body);
        page.aside("        ", &format!("at “{}”", example.finds.words().unwrap_or_default()));
    }
    if let Some(example) = passes {
        page.paragraph("Passes  ", &example.body);
    }
    page.finish()
}
