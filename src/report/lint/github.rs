//! `github`: workflow commands, which GitHub's runner turns into annotations at their lines. It shows ten of a
//! kind a step: the rest stands in the log, and the tenth says so.

use std::fmt::Write as _;

use super::format::{LintFormat, LintOptions};
use super::table::counted;
use super::told::{account, incomplete, level};
use crate::lint::{Finding, LintResult};
use crate::report::format::Readers;
use crate::report::github::{data, plain, property};
use crate::report::shortfall::{Level, path};
use crate::source::Fault;

/// The format.
pub(super) const FORMAT: LintFormat = LintFormat {
    name: "github",
    about: "GitHub's workflow commands: annotations",
    render,
    readers: Readers::Programs(&["::"]),
};

/// How many annotations of a kind a step may have.
const MOST: usize = 10;

fn render(result: &LintResult, _: LintOptions) -> Result<Vec<u8>, Fault> {
    let mut out = String::new();
    let missing = incomplete(result);
    if let Some(said) = &missing {
        let _ = writeln!(out, "::error title=Incomplete::{}", data(said));
    }
    let mut unshown: Vec<&Finding> = Vec::new();
    for (kind, own) in [("error", Level::Error), ("notice", Level::Note)] {
        let all: Vec<&Finding> =
            result.findings().filter(|finding| level(finding) == own).collect();
        let most = MOST - usize::from(own == Level::Error && missing.is_some());
        let room = if all.len() > most { most - 1 } else { most };
        for finding in all.iter().take(room) {
            let place = &finding.place;
            let _ = writeln!(
                out,
                "::{kind} file={},line={},col={},title={}::{}",
                property(&path(place)),
                place.line.max(1),
                place.column.max(1),
                property(finding.check),
                data(&account(finding))
            );
        }
        let left = all.len().saturating_sub(room);
        if left > 0 {
            let said = format!(
                "{left} more aren't shown here, since GitHub shows {MOST}: they stand in this step's log."
            );
            let _ = writeln!(out, "::{kind} title={left} more not shown::{}", data(&said));
            unshown.extend(all.into_iter().skip(room));
        }
    }
    if !unshown.is_empty() {
        out.push_str("Not shown as annotations:\n");
    }
    for finding in unshown {
        let place = &finding.place;
        let line =
            format!("{}:{}: {}: {}", path(place), place.line, finding.check, account(finding));
        let _ = writeln!(out, "- {}", plain(&line));
    }
    let _ = writeln!(out, "{}", plain(&counted(result)));
    Ok(out.into_bytes())
}
